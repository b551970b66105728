// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/topicpanel.h"

#include "console/brokerconnection.h"
#include "console/dialogs/publishdialog.h"
#include "console/dialogs/subscribedialog.h"
#include "console/models/subscriptionstate.h"
#include "console/panels/topicactions.h"
#include "console/panels/topicattemptstab.h"
#include "console/panels/topicattributestab.h"
#include "console/panels/topicsubscriptionstab.h"
#include "widgets/button.h"
#include "widgets/emptystate.h"
#include "widgets/icons.h"
#include "widgets/metrics.h"
#include "widgets/tabstrip.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

TopicPanel::TopicPanel(const Workspace &workspace, const QString &topicName, QWidget *parent)
    : Panel(parent)
    , m_workspace(workspace)
    , m_topicName(topicName)
    , m_subscribe(new Button({}, ButtonKind::Default, u"plus"_s, this))
    , m_more(new IconButton(u"ellipsis"_s, {}, this))
    , m_publish(new Button({}, ButtonKind::Primary, u"send"_s, this))
    , m_tabs(new TabStrip(this))
    , m_pages(new QStackedWidget(this))
    , m_gone(new EmptyState(m_pages))
    , m_back(new Button({}, ButtonKind::Primary, {}, m_gone))
{
    buildHeader();
    buildTabs();
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
    connect(&header(), &PanelHeader::crumbClicked, this, &TopicPanel::closed);
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

void TopicPanel::buildTabs()
{
    for (int tab = 0; tab < TabCount; ++tab)
        m_tabs->addTab({});
    m_pages->addWidget(m_gone);
    m_gone->setIconName(u"trash-2"_s);
    m_gone->addAction(m_back);
    connect(m_back, &QPushButton::clicked, this, &TopicPanel::closed);
    connect(m_tabs, &QTabBar::currentChanged, this, &TopicPanel::showTopic);
    m_tabs->addShortcuts(*this);
    connect(m_tabs, &TabStrip::walked, this, [this] { currentTab()->takeFocus(); });
    auto *strip = new QHBoxLayout;
    strip->setContentsMargins(Metrics::kPageMargin, 0, Metrics::kPageMargin, 0);
    strip->addWidget(m_tabs);
    column()->addLayout(strip);
    column()->addWidget(m_pages, 1);
}

bool TopicPanel::isThere() const
{
    return m_workspace.connection.topics().find(m_topicName)
        || !m_workspace.connection.topicFeed().isComplete();
}

TopicTab *TopicPanel::currentTab()
{
    const int tab = m_tabs->currentIndex();
    TopicTab *&view = m_views.at(std::size_t(tab));
    if (!view) {
        view = makeTab(tab);
        m_pages->addWidget(view);
        connect(view, &PanelTab::countChanged, this,
                [this, tab](qint64 count) { m_tabs->setCount(tab, count); });
    }
    return view;
}

TopicTab *TopicPanel::makeTab(int tab)
{
    switch (tab) {
    case Subscriptions: {
        auto *subscriptions = new TopicSubscriptionsTab(m_workspace, m_topicName, m_pages);
        connect(subscriptions, &TopicSubscriptionsTab::subscribeRequested, this,
                &TopicPanel::subscribe);
        connect(subscriptions, &TopicSubscriptionsTab::attemptsRequested, this,
                &TopicPanel::showAttemptsOf);
        return subscriptions;
    }
    case Attempts:
        return new TopicAttemptsTab(m_workspace, m_topicName, m_pages);
    default:
        return new TopicAttributesTab(m_workspace, m_topicName, m_pages);
    }
}

void TopicPanel::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

void TopicPanel::showAttemptsOf(const QString &subscriptionName)
{
    showTab(Attempts);
    qobject_cast<TopicAttemptsTab *>(currentTab())->showOnly(subscriptionName);
}

void TopicPanel::showTopic()
{
    if (const Admin::Topic *topic = m_workspace.connection.topics().find(m_topicName)) {
        m_tabs->setCount(Subscriptions, topic->subscriptions.size());
        const int failing = failingCount(*topic);
        header().setPills({failing > 0
                               ? StateBadge{Tone::Warn, u"triangle-alert"_s,
                                            tr("%Ln subscription(s) failing", nullptr, failing)}
                               : topicBadge(*topic)});
    }
    const bool there = isThere();
    m_tabs->setEnabled(there);
    m_subscribe->setEnabled(there);
    m_publish->setEnabled(there);
    m_pages->setCurrentWidget(there ? static_cast<QWidget *>(currentTab()) : m_gone);
}

void TopicPanel::publish()
{
    (new PublishDialog(m_workspace, m_topicName, window()))->open();
}

void TopicPanel::subscribe()
{
    (new SubscribeDialog(m_workspace, m_topicName, window()))->open();
}

void TopicPanel::refresh()
{
    currentTab()->refresh();
}

void TopicPanel::focusFilter()
{
    currentTab()->focusFilter();
}

void TopicPanel::deleteSelected()
{
    currentTab()->deleteSelected();
}

bool TopicPanel::stepBack()
{
    if (!currentTab()->stepBack())
        emit closed();
    return true;
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

QList<QWidget *> TopicPanel::regions()
{
    return QList<QWidget *>{m_tabs} + currentTab()->regions();
}

void TopicPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    currentTab()->takeFocus();
}

void TopicPanel::retranslate()
{
    header().setCrumb(tr("Topics"));
    m_subscribe->setText(tr("Subscribe…"));
    m_more->setName(tr("More"));
    m_publish->setText(tr("Publish…"));
    m_tabs->setAccessibleName(tr("Parts of the topic"));
    m_tabs->setTabText(Subscriptions, tr("Subscriptions"));
    m_tabs->setTabText(Attempts, tr("Attempts"));
    m_tabs->setTabText(Attributes, tr("Attributes"));
    m_gone->setTitle(tr("This topic no longer exists"));
    m_gone->setText(tr("It was deleted. While its notice is there, the deletion can be undone."));
    m_back->setText(tr("Back to topics"));
    showTopic();
}

} // namespace Signalbox
