// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/topicpanel.h"

#include "console/brokerconnection.h"
#include "console/dialogs/publishdialog.h"
#include "console/dialogs/subscribedialog.h"
#include "console/models/subscriptionstate.h"
#include "console/panels/topicactions.h"
#include "console/panels/topicattemptstab.h"
#include "console/panels/topicattributestab.h"
#include "console/panels/topicstatisticstab.h"
#include "console/panels/topicsubscriptionstab.h"
#include "widgets/button.h"
#include "widgets/icons.h"
#include "widgets/tabstrip.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>

namespace Signalbox {

using namespace Qt::StringLiterals;

TopicPanel::TopicPanel(const Workspace &workspace, const QString &topicName, QWidget *parent)
    : TabbedPanel(TabCount, parent)
    , m_workspace(workspace)
    , m_topicName(topicName)
    , m_subscribe(new Button({}, ButtonKind::Default, u"plus"_s, this))
    , m_more(new IconButton(u"ellipsis"_s, {}, this))
    , m_publish(new Button({}, ButtonKind::Primary, u"send"_s, this))
{
    buildHeader();
    connect(&m_workspace.connection.topicFeed(), &Feed::updated, this, &TopicPanel::showTopic);
    retranslate();
}

TopicPanel::~TopicPanel() = default;

void TopicPanel::buildHeader()
{
    header().setTitle(m_topicName);
    header().addAction(m_subscribe);
    header().addAction(m_more);
    header().addAction(m_publish);
    connect(m_subscribe, &QPushButton::clicked, this, &TopicPanel::subscribe);
    connect(m_publish, &QPushButton::clicked, this, &TopicPanel::publish);
    auto *menu = new QMenu(m_more);
    m_more->setMenu(menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        menu->addAction(themedIcon(u"copy"_s), tr("Copy name"), this,
                        [this] { QApplication::clipboard()->setText(m_topicName); });
        menu->addAction(themedIcon(u"trash-2"_s), tr("Delete topic…"), this,
                        [this] { confirmDeleteTopic(m_workspace, m_topicName, window()); });
    });
}

bool TopicPanel::isThere() const
{
    return m_workspace.connection.topics().find(m_topicName)
        || !m_workspace.connection.topicFeed().isComplete();
}

Feed &TopicPanel::feed()
{
    return m_workspace.connection.topicFeed();
}

PanelTab *TopicPanel::makeTab(int tab, QWidget *parent)
{
    switch (tab) {
    case Subscriptions: {
        auto *subscriptions = new TopicSubscriptionsTab(m_workspace, m_topicName, parent);
        connect(subscriptions, &TopicSubscriptionsTab::subscribeRequested, this,
                &TopicPanel::subscribe);
        connect(subscriptions, &TopicSubscriptionsTab::attemptsRequested, this,
                &TopicPanel::showAttemptsOf);
        return subscriptions;
    }
    case Attempts:
        return new TopicAttemptsTab(m_workspace, m_topicName, parent);
    case Statistics:
        return new TopicStatisticsTab(m_workspace, m_topicName, parent);
    default:
        return new TopicAttributesTab(m_workspace, m_topicName, parent);
    }
}

void TopicPanel::showTab(Tab tab)
{
    tabs().setCurrentIndex(tab);
}

void TopicPanel::showAttemptsOf(const QString &subscriptionName)
{
    showTab(Attempts);
    qobject_cast<TopicAttemptsTab *>(currentTab())->showOnly(subscriptionName);
}

void TopicPanel::showTopic()
{
    if (const Admin::Topic *topic = m_workspace.connection.topics().find(m_topicName)) {
        tabs().setCount(Subscriptions, topic->subscriptions.size());
        const int failing = failingCount(*topic);
        header().setPills({failing > 0
                               ? StateBadge{Tone::Warn, u"triangle-alert"_s,
                                            tr("%Ln subscription(s) failing", nullptr, failing)}
                               : topicBadge(*topic)});
    }
    m_subscribe->setEnabled(isThere());
    m_publish->setEnabled(isThere());
    showWhatFits();
}

void TopicPanel::publish()
{
    (new PublishDialog(m_workspace, m_topicName, window()))->open();
}

void TopicPanel::subscribe()
{
    (new SubscribeDialog(m_workspace, m_topicName, window()))->open();
}

QList<PanelCommand> TopicPanel::commands()
{
    return {
        {u"send"_s, tr("Publish…"), m_topicName, {}, [this] { publish(); }},
        {u"plus"_s, tr("Subscribe…"), m_topicName, {}, [this] { subscribe(); }},
        {u"trash-2"_s,
         tr("Delete topic…"),
         m_topicName,
         {},
         [this] { confirmDeleteTopic(m_workspace, m_topicName, window()); }},
    };
}

void TopicPanel::retranslate()
{
    header().setCrumb(tr("Topics"));
    m_subscribe->setText(tr("Subscribe…"));
    m_more->setName(tr("More"));
    m_publish->setText(tr("Publish…"));
    tabs().setAccessibleName(tr("Parts of the topic"));
    tabs().setTabText(Subscriptions, tr("Subscriptions"));
    tabs().setTabText(Attempts, tr("Attempts"));
    tabs().setTabText(Statistics, tr("Statistics"));
    tabs().setTabText(Attributes, tr("Attributes"));
    setGoneTexts(tr("This topic no longer exists"),
                 tr("It was deleted. While its notice is there, the deletion can be undone."),
                 tr("Back to topics"));
    showTopic();
}

} // namespace Signalbox
