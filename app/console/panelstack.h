// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/sidebar.h"

#include <QStackedWidget>

namespace Signalbox {

class ActivityPanel;
class BrokerBanner;
class ConnectionBook;
class ConsoleSettings;
class Jobs;
class LanguageSwitch;
class Notices;
class StartFailedPanel;
class OutboxPanel;
class OverviewPanel;
class OwnBroker;
class Panel;
class QueuePanel;
class QueuesPanel;
class SettingsPanel;
class TopicPanel;
class TopicsPanel;
class ThemeManager;
class WelcomePanel;
struct Workspace;

/// What the panels work with, for as long as the window lives.
struct PanelServices
{
    OwnBroker &broker;
    ConnectionBook &connections;
    ConsoleSettings &settings;
    Notices &notices;
    Jobs &jobs;
    ThemeManager &theme;
    LanguageSwitch &language;
};

/// The panels, one of which shows: those of the current connection, built anew when that is another
/// one, and the settings. A banner about the broker stands above whichever shows.
class PanelStack : public QStackedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PanelStack)

public:
    explicit PanelStack(const PanelServices &services, QWidget *parent = nullptr);
    ~PanelStack() override;

    void showSection(Sidebar::Section section);
    [[nodiscard]] Sidebar::Section section() const { return m_section; }
    void openQueue(const QString &queueName);
    void openTopic(const QString &topicName);
    /// Endpoint, key and snippets, in the place of the overview until it is skipped, or has shown
    /// the first request of an app and was left. Of the broker inside alone.
    void showWelcome();
    void createQueue();
    void createTopic();

    [[nodiscard]] Signalbox::Panel *currentPanel() const;
    [[nodiscard]] QueuePanel *openedQueue() const { return m_queue; }
    [[nodiscard]] TopicPanel *openedTopic() const { return m_topic; }
    [[nodiscard]] SettingsPanel &settingsPanel() { return *m_settingsPanel; }
    [[nodiscard]] BrokerBanner &banner() { return *m_banner; }

    /// Says in the panel that shows how old its data is, in most of them once that is too old.
    void showAge();

signals:
    /// Another section shows than before.
    void sectionChanged(Signalbox::Sidebar::Section section);
    /// The user wants to give another address or key for the current connection.
    void editConnectionRequested();
    void addConnectionRequested();
    void paletteRequested();
    /// The user wants to use the broker at \a url that has the data directory.
    void connectRequested(const QUrl &url, const QString &accessKeyId);

private:
    [[nodiscard]] Workspace workspace() const;
    void build();
    void tearDown();
    /// Shows \a section as it is now.
    void enter(Sidebar::Section section);
    void showPanel(Signalbox::Panel *panel); // QFrame has a Panel too.
    void closeQueue();
    void closeTopic();
    /// Takes the opened thing \a panel away; the banner goes to \a list.
    void close(Signalbox::Panel *panel, Signalbox::Panel *list);
    void finishWelcome();

    PanelServices m_services;
    BrokerBanner *m_banner;
    SettingsPanel *m_settingsPanel;
    StartFailedPanel *m_startFailed;
    // Of the current connection; null without one.
    WelcomePanel *m_welcome = nullptr;
    OverviewPanel *m_overview = nullptr;
    QueuesPanel *m_queues = nullptr;
    TopicsPanel *m_topics = nullptr;
    OutboxPanel *m_outbox = nullptr;
    ActivityPanel *m_activity = nullptr;
    QueuePanel *m_queue = nullptr; ///< Null while no queue is open.
    TopicPanel *m_topic = nullptr; ///< Null while no topic is open.
    Sidebar::Section m_section = Sidebar::Overview;
    bool m_showingWelcome = false;
};

} // namespace Signalbox
