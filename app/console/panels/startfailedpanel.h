// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/panels/panel.h"

namespace Signalbox {

class Button;
class ConnectionBook;
class ConsoleSettings;
class EmptyState;
class OwnBroker;

/// In the place of the panels while there is no connection: why the broker inside does not run, and
/// what can be done about it; or that the key of another is being read, or it is disconnected.
class StartFailedPanel : public Panel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StartFailedPanel)

public:
    StartFailedPanel(ConsoleSettings &settings, OwnBroker &broker, ConnectionBook &connections,
                     QWidget *parent = nullptr);

signals:
    void settingsRequested();
    /// The user takes the broker at \a url, which has the data directory.
    void connectRequested(const QUrl &url, const QString &accessKeyId);

protected:
    void retranslate() override;

private:
    void startOnOtherPort();
    [[nodiscard]] bool isDisconnected() const;
    void showDisconnected(const QString &name);
    void showWaiting(const QString &name);
    void showTrouble();

    ConsoleSettings &m_settings;
    OwnBroker &m_broker;
    ConnectionBook &m_connections;
    EmptyState *m_state;
    Button *m_connect;
    Button *m_otherPort;
    Button *m_again;
    Button *m_openSettings;
};

} // namespace Signalbox
