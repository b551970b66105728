// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/sidebar.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QMenu;

namespace Signalbox {

class BrokerConnection;
class ConnectionBook;
class ConsoleSettings;
class Jobs;
class LanguageSwitch;
class Leaving;
class Notices;
class OwnBroker;
class Panel;
class PanelStack;
class SecretStore;
class StatusLine;
class ThemeManager;
class ToastHost;

/// The console's window: sidebar, the panels of the current connection, status bar; and what can be
/// done from everywhere in it. GUI thread.
class MainWindow : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    /// What the window works with. All of it lives longer.
    struct Services
    {
        OwnBroker &broker;
        ConnectionBook &connections;
        SecretStore &secrets;
        ConsoleSettings &settings;
        ThemeManager &theme;
        LanguageSwitch &language;
    };

    explicit MainWindow(const Services &services, QWidget *parent = nullptr);
    ~MainWindow() override;

    void showSection(Sidebar::Section section);
    void openQueue(const QString &queueName);
    /// Endpoint, key and snippets, in the place of the overview until it is skipped.
    void showWelcome();
    void createQueue();
    /// Asks for address and key of a broker elsewhere.
    void addConnection();

    /// The current one; null while its broker does not run.
    [[nodiscard]] BrokerConnection *connection() const;
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
    void followConnections();
    void showConnections();
    void openConnectionMenu(int index, const QPoint &position);
    void editConnection(int index);
    void removeConnection(int index);
    void connectTo(const QUrl &url, const QString &accessKeyId);
    void showLiveState();
    void retranslate();
    void updateActions();

    void quit();
    void refresh();
    void togglePause();
    void focusFilter();
    void deleteSelected();
    void stepBack();
    void undo();
    void focusToast();
    void nextRegion();
    void previousRegion();
    void moveRegion(int step);
    void hideOrShow(bool hidden);

    Services m_services;
    Sidebar *m_sidebar;
    StatusLine *m_statusLine;
    ToastHost *m_toasts;
    Notices *m_notices;
    Jobs *m_jobs;
    Leaving *m_leaving;
    QMenu *m_menu;
    PanelStack *m_panels = nullptr;
    QAction *m_createAction = nullptr;
    QAction *m_refreshAction = nullptr;
    QAction *m_pauseAction = nullptr;
    QAction *m_addConnectionAction = nullptr;
    QAction *m_welcomeAction = nullptr;
    QAction *m_quitAction = nullptr;
    QTimer m_everySecond;
};

} // namespace Signalbox
