// SPDX-License-Identifier: GPL-3.0-only
#include "console/panelstack.h"

#include "console/brokerbanner.h"
#include "console/brokerconnection.h"
#include "console/clockactions.h"
#include "console/connectionbook.h"
#include "console/liveage.h"
#include "console/notices.h"
#include "console/ownbroker.h"
#include "console/panels/activitypanel.h"
#include "console/panels/outboxpanel.h"
#include "console/panels/overviewpanel.h"
#include "console/panels/queuepanel.h"
#include "console/panels/queuespanel.h"
#include "console/panels/settingspanel.h"
#include "console/panels/startfailedpanel.h"
#include "console/panels/topicpanel.h"
#include "console/panels/topicspanel.h"
#include "console/panels/welcomepanel.h"
#include "console/settings.h"
#include "console/workspace.h"

#include <initializer_list>
#include <utility>

namespace Signalbox {

PanelStack::PanelStack(const PanelServices &services, QWidget *parent)
    : QStackedWidget(parent)
    , m_services(services)
    , m_banner(new BrokerBanner(this))
    , m_settingsPanel(
          new SettingsPanel({services.settings, services.broker, services.connections,
                             services.notices, services.jobs, services.theme, services.language},
                            this))
    , m_startFailed(
          new StartFailedPanel(services.settings, services.broker, services.connections, this))
{
    addWidget(m_settingsPanel);
    addWidget(m_startFailed);
    connect(m_startFailed, &StartFailedPanel::settingsRequested, this,
            [this] { showSection(Sidebar::Settings); });
    connect(m_startFailed, &StartFailedPanel::connectRequested, this,
            &PanelStack::connectRequested);
    connect(m_banner, &BrokerBanner::editRequested, this, &PanelStack::editConnectionRequested);
    connect(m_banner, &BrokerBanner::retryRequested, this,
            [this] { m_services.connections.current()->refresh(); });
    connect(m_banner, &BrokerBanner::clockRunRequested, this, [this] { runClock(workspace()); });
    connect(&m_services.connections, &ConnectionBook::currentAboutToChange, this,
            &PanelStack::tearDown);
    connect(&m_services.connections, &ConnectionBook::currentChanged, this, &PanelStack::build);
    build();
}

PanelStack::~PanelStack()
{
    tearDown();
}

Workspace PanelStack::workspace() const
{
    return {*m_services.connections.current(), m_services.notices, m_services.settings,
            m_services.jobs};
}

void PanelStack::build()
{
    if (m_services.connections.current()) {
        m_welcome = new WelcomePanel(workspace(), m_services.broker.settings().account, this);
        m_overview = new OverviewPanel(workspace(), this);
        m_queues = new QueuesPanel(workspace(), this);
        m_topics = new TopicsPanel(workspace(), this);
        m_outbox = new OutboxPanel(workspace(), this);
        m_activity = new ActivityPanel(workspace(), this);
        for (auto *panel : std::initializer_list<Signalbox::Panel *>{
                 m_welcome, m_overview, m_queues, m_topics, m_outbox, m_activity})
            addWidget(panel);
        m_showingWelcome =
            m_services.connections.isOwnCurrent() && !m_services.settings.welcomeDone();
        if (m_showingWelcome)
            m_welcome->awaitRequest();

        connect(m_welcome, &WelcomePanel::finished, this, &PanelStack::finishWelcome);
        connect(m_welcome, &WelcomePanel::queueOpened, this, &PanelStack::openQueue);
        connect(m_welcome, &WelcomePanel::createRequested, this, &PanelStack::createQueue);
        connect(m_welcome, &WelcomePanel::connectionWanted, this,
                &PanelStack::addConnectionRequested);
        connect(m_welcome, &WelcomePanel::paletteRequested, this, &PanelStack::paletteRequested);
        connect(m_welcome, &WelcomePanel::activityRequested, this,
                [this] { showSection(Sidebar::Activity); });
        connect(m_overview, &OverviewPanel::queueOpened, this, &PanelStack::openQueue);
        connect(m_overview, &OverviewPanel::queuesOpened, this,
                [this](QueueFilterModel::Selection selection, QueueListModel::Column column) {
                    showSection(Sidebar::Queues);
                    m_queues->showQueues(selection, column);
                });
        connect(m_overview, &OverviewPanel::topicsOpened, this,
                [this] { showSection(Sidebar::Topics); });
        connect(m_overview, &OverviewPanel::topicOpened, this, &PanelStack::openTopic);
        connect(m_overview, &OverviewPanel::refusalsOpened, this,
                [this](const QString &accessKeyId) {
                    showSection(Sidebar::Activity);
                    m_activity->showRefusals(accessKeyId);
                });
        connect(m_overview, &OverviewPanel::clockRunRequested, this,
                [this] { runClock(workspace()); });
        connect(m_overview, &OverviewPanel::createRequested, this, &PanelStack::createQueue);
        connect(m_topics, &TopicsPanel::opened, this, &PanelStack::openTopic);
        connect(m_queues, &QueuesPanel::opened, this, &PanelStack::openQueue);
        connect(m_queues, &QueuesPanel::receiveRequested, this, [this](const QString &queueName) {
            openQueue(queueName);
            m_queue->receive();
        });
    }
    enter(m_section);
}

void PanelStack::tearDown()
{
    m_banner->hide();
    m_banner->setParent(this);
    for (QWidget *panel : std::initializer_list<QWidget *>{
             m_queue, m_topic, m_activity, m_outbox, m_topics, m_queues, m_overview, m_welcome})
        delete panel;
    m_queue = nullptr;
    m_queues = nullptr;
    m_topic = nullptr;
    m_topics = nullptr;
    m_outbox = nullptr;
    m_activity = nullptr;
    m_overview = nullptr;
    m_welcome = nullptr;
}

void PanelStack::showSection(Sidebar::Section section)
{
    // Who comes back after it showed the first request comes for the overview.
    if (section == Sidebar::Overview && m_welcome && m_welcome->isAnswered())
        m_showingWelcome = false;
    enter(section);
}

void PanelStack::enter(Sidebar::Section section)
{
    m_section = section;
    emit sectionChanged(section);
    if (section == Sidebar::Settings)
        return showPanel(m_settingsPanel);
    if (!m_services.connections.current())
        return showPanel(m_startFailed);
    if (section == Sidebar::Queues) {
        closeQueue();
        return showPanel(m_queues);
    }
    if (section == Sidebar::Topics) {
        closeTopic();
        return showPanel(m_topics);
    }
    if (section == Sidebar::Outbox)
        return showPanel(m_outbox);
    if (section == Sidebar::Activity)
        return showPanel(m_activity);
    showPanel(m_showingWelcome ? static_cast<Signalbox::Panel *>(m_welcome) : m_overview);
}

void PanelStack::showPanel(Signalbox::Panel *panel)
{
    if (indexOf(panel) < 0)
        addWidget(panel);
    panel->takeBanner(m_banner);
    setCurrentWidget(panel);
    showAge();
}

Panel *PanelStack::currentPanel() const
{
    return qobject_cast<Signalbox::Panel *>(currentWidget());
}

void PanelStack::showAge()
{
    Signalbox::Panel *panel = currentPanel();
    const Feed *feed = panel ? panel->liveFeed() : nullptr;
    if (!feed)
        return;
    const LiveAge age = liveAge(*feed, *m_services.connections.current());
    const bool isTold = age.isOverdue || panel->tellsFreshAge();
    panel->header().setRemark(isTold ? age.text : QString(), age.isOverdue);
}

void PanelStack::openQueue(const QString &queueName)
{
    if (!m_services.connections.current())
        return;
    closeQueue();
    m_section = Sidebar::Queues;
    emit sectionChanged(m_section);
    m_queue = new QueuePanel(workspace(), queueName, this);
    connect(m_queue, &QueuePanel::closed, this, [this] {
        showSection(Sidebar::Queues);
        m_queues->takeFocus();
    });
    showPanel(m_queue);
    m_queue->takeFocus();
}

void PanelStack::closeQueue()
{
    close(std::exchange(m_queue, nullptr), m_queues);
}

void PanelStack::openTopic(const QString &topicName)
{
    if (!m_services.connections.current())
        return;
    closeTopic();
    m_section = Sidebar::Topics;
    emit sectionChanged(m_section);
    m_topic = new TopicPanel(workspace(), topicName, this);
    connect(m_topic, &TopicPanel::closed, this, [this] {
        showSection(Sidebar::Topics);
        m_topics->takeFocus();
    });
    showPanel(m_topic);
    m_topic->takeFocus();
}

void PanelStack::closeTopic()
{
    close(std::exchange(m_topic, nullptr), m_topics);
}

void PanelStack::close(Signalbox::Panel *panel, Signalbox::Panel *list)
{
    if (!panel)
        return;
    list->takeBanner(m_banner);
    removeWidget(panel);
    panel->deleteLater();
}

void PanelStack::showWelcome()
{
    m_showingWelcome = m_services.connections.isOwnCurrent();
    enter(Sidebar::Overview);
}

void PanelStack::finishWelcome()
{
    m_services.settings.setWelcomeDone(true);
    m_showingWelcome = false;
    showSection(Sidebar::Overview);
}

void PanelStack::createQueue()
{
    if (!m_services.connections.current())
        return;
    if (currentPanel() != m_queues)
        showSection(Sidebar::Queues);
    m_queues->create();
}

void PanelStack::createTopic()
{
    if (!m_services.connections.current())
        return;
    if (currentPanel() != m_topics)
        showSection(Sidebar::Topics);
    m_topics->create();
}

} // namespace Signalbox
