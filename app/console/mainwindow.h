// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/sidebar.h"

#include <QTimer>
#include <QWidget>

class QAction;

namespace Signalbox {

class BackgroundJob;
class BrokerConnection;
class CommandPalette;
class ConnectionActions;
class ConnectionBook;
class ConnectionStripe;
class ConsoleSettings;
class Jobs;
class JobsPopup;
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
class WindowActions;

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

    /// How large the window is when nobody has sized it yet: whole, with its frame, on a screen
    /// where \a available pixels are free.
    [[nodiscard]] static QSize firstSize(const QSize &available);

    void showSection(Sidebar::Section section);
    void openQueue(const QString &queueName);
    void openTopic(const QString &topicName);
    /// Endpoint, key and snippets, in the place of the overview until it is skipped.
    void showWelcome();
    void createQueue();
    /// Asks for address and key of a broker elsewhere.
    void addConnection();

    /// Opens the command palette, or closes it.
    void openPalette();

    /// The current one; null while its broker does not run.
    [[nodiscard]] BrokerConnection *connection() const;
    [[nodiscard]] Panel *currentPanel() const;
    /// Long work goes here: the status bar shows it.
    [[nodiscard]] Jobs &jobs() { return *m_jobs; }
    [[nodiscard]] CommandPalette &commandPalette() { return *m_palette; }

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildFrame();
    void buildActions();
    void followConnections();
    void showConnections();
    void showLiveState();
    void retranslate();
    void updateActions();

    void showAbout();
    void showJobs();
    void tellOutcome(const BackgroundJob &job);
    void refresh();
    void togglePause();
    void focusFilter();
    void deleteSelected();
    void copyId();
    void stepBack();
    void undo();
    void moveRegion(int step);
    void hideOrShow(bool hidden);
    void giveSidebarItsWidth();

    Services m_services;
    ConnectionStripe *m_stripe;
    Sidebar *m_sidebar;
    StatusLine *m_statusLine;
    ToastHost *m_toasts;
    Notices *m_notices;
    Jobs *m_jobs;
    ConnectionActions *m_connectionActions;
    Leaving *m_leaving;
    WindowActions *m_actions;
    JobsPopup *m_jobsPopup;
    PanelStack *m_panels = nullptr;
    CommandPalette *m_palette = nullptr;
    QAction *m_createAction = nullptr;
    QAction *m_refreshAction = nullptr;
    QAction *m_pauseAction = nullptr;
    QAction *m_welcomeAction = nullptr;
    QTimer m_everySecond;
};

} // namespace Signalbox
