// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/sidebar.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QAction;
class QMenu;
class QStackedWidget;

namespace Signalbox {

class BrokerBanner;
class BrokerConnection;
class ConsoleSettings;
class LanguageSwitch;
class Notices;
class OverviewPanel;
class OwnBroker;
class Panel;
class QueuePanel;
class QueuesPanel;
class SettingsPanel;
class StartFailedPanel;
class StatusLine;
class ThemeManager;
class ToastHost;
class WelcomePanel;

/// The console's window: sidebar, the panel of the current section, status bar. It owns the
/// connection to the broker and builds the panels anew when that is another one. GUI thread.
class MainWindow : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    MainWindow(OwnBroker &broker, ConsoleSettings &settings, ThemeManager &theme,
               LanguageSwitch &language, QWidget *parent = nullptr);
    ~MainWindow() override;

    void showSection(Sidebar::Section section);
    void openQueue(const QString &queueName);
    /// Endpoint, key and snippets, in the place of the overview until it is skipped.
    void showWelcome();
    void createQueue();

    /// Null while the broker does not run.
    [[nodiscard]] BrokerConnection *connection() const { return m_connection.get(); }
    [[nodiscard]] Panel *currentPanel() const;

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildFrame();
    void buildActions();
    QAction *addMenuAction(const QKeySequence &keys, void (MainWindow::*action)());
    void addShortcut(const QKeySequence &keys, void (MainWindow::*action)());
    void followBroker();
    void connectToBroker();
    void disconnectFromBroker();
    void showPanel(Panel *panel);
    void closeQueue();
    void finishWelcome();
    void showLiveState();
    void retranslate();
    void updateActions();

    void quit();
    void refresh();
    void togglePause();
    void runClock();
    void focusFilter();
    void deleteSelected();
    void stepBack();
    void undo();
    void nextRegion();
    void previousRegion();
    void moveRegion(int step);
    void hideOrShow(bool hidden);

    OwnBroker &m_broker;
    ConsoleSettings &m_settings;
    ThemeManager &m_theme;
    LanguageSwitch &m_language;

    Sidebar *m_sidebar;
    QStackedWidget *m_panels;
    StatusLine *m_statusLine;
    ToastHost *m_toasts;
    BrokerBanner *m_banner;
    Notices *m_notices;
    QMenu *m_menu;
    QAction *m_createAction = nullptr;
    QAction *m_refreshAction = nullptr;
    QAction *m_pauseAction = nullptr;
    QAction *m_welcomeAction = nullptr;
    QAction *m_quitAction = nullptr;

    QTimer m_everySecond;
    std::unique_ptr<BrokerConnection> m_connection;
    SettingsPanel *m_settingsPanel = nullptr;
    StartFailedPanel *m_startFailed = nullptr;
    // Of the connection; null without one.
    WelcomePanel *m_welcome = nullptr;
    OverviewPanel *m_overview = nullptr;
    QueuesPanel *m_queues = nullptr;
    QueuePanel *m_queue = nullptr; ///< Null while no queue is open.
    bool m_showingWelcome = false;
};

} // namespace Signalbox
