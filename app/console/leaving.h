// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QObject>

class QSystemTrayIcon;
class QWidget;

namespace Signalbox {

class ConnectionBook;
class ConsoleSettings;

/// What closing the window means. The broker inside ends with it; when apps used that in the last
/// minute, the user is asked once whether it goes on in the tray (minimised, where there is no
/// tray) or stops. The answer is remembered in the settings. GUI thread.
class Leaving : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Leaving)

public:
    /// \a window owns this.
    Leaving(ConnectionBook &connections, ConsoleSettings &settings, QWidget &window);
    ~Leaving() override;

    /// Of the window's closeEvent(). False: whether clients are at work is being found out, and the
    /// window closes by itself if none is.
    [[nodiscard]] bool mayClose();
    /// Ends the program and the broker inside, without a question.
    void quit();
    /// Brings the window back from the tray.
    void comeBack();

private:
    void decide(bool used);
    void ask();
    void keepRunning();

    ConnectionBook &m_connections;
    ConsoleSettings &m_settings;
    QWidget &m_window;
    QSystemTrayIcon *m_tray = nullptr;
    bool m_asking = false;
    bool m_agreed = false;
};

} // namespace Signalbox
