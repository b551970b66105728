// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QObject>

class QMenu;
class QPoint;
class QUrl;
class QWidget;

namespace Signalbox {

class ConnectionBook;
class ConsoleSettings;
class Notices;
class SecretStore;

/// What the user does with connections: add, edit, disconnect, remove, copy, or take the broker
/// that has the data directory. GUI thread.
class ConnectionActions : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionActions)

public:
    /// Dialogs stand on \a window, which owns this.
    ConnectionActions(ConnectionBook &connections, SecretStore &secrets, ConsoleSettings &settings,
                      Notices &notices, QWidget &window);
    ~ConnectionActions() override;

    void add();
    /// The broker inside is edited in the settings.
    void edit(int index);
    /// After asking: its key is forgotten.
    void remove(int index);
    /// Switches to the broker at \a url; a new one is added, with the own key where that fits, else
    /// by asking for the secret.
    void connectTo(const QUrl &url, const QString &accessKeyId);
    /// Shows two connections side by side, those at \a left and \a right.
    void compare(int left, int right);
    /// The menu of the connection at \a index; \a position is global.
    void openMenu(int index, const QPoint &position);

signals:
    void settingsRequested();

private:
    void addComparisons(QMenu &menu, int index);

    ConnectionBook &m_connections;
    SecretStore &m_secrets;
    ConsoleSettings &m_settings;
    Notices &m_notices;
    QWidget &m_window;
};

} // namespace Signalbox
