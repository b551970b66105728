// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/topicsubscriptionstab.h"

#include "console/brokerconnection.h"
#include "console/dialogs/subscribedialog.h"
#include "console/feeds/retrywhenlate.h"
#include "console/inspectorwalk.h"
#include "console/models/subscriptionlistmodel.h"
#include "console/panels/subscriptioninspector.h"
#include "console/panels/topicactions.h"
#include "console/settings.h"
#include "widgets/button.h"
#include "widgets/emptystate.h"
#include "widgets/icons.h"
#include "widgets/inspectorsplit.h"
#include "widgets/table/datatable.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

const auto kSubscriptionsView = u"subscriptions"_s;

} // namespace

TopicSubscriptionsTab::TopicSubscriptionsTab(const Workspace &workspace, const QString &topicName,
                                             QWidget *parent)
    : TopicTab(workspace, topicName, parent)
    , m_model(new SubscriptionListModel(this))
    , m_pages(new QStackedWidget(this))
    , m_table(new DataTable(m_pages))
    , m_none(new EmptyState(m_pages))
    , m_subscribe(new Button({}, ButtonKind::Primary, u"plus"_s, m_none))
    , m_inspector(new SubscriptionInspector(workspace, this))
{
    buildTable();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new InspectorSplit(m_pages, m_inspector, this));
    connect(&workspace.connection.topicFeed(), &Feed::updated, this,
            &TopicSubscriptionsTab::showSubscriptions);
    retryWhenLate(*m_table, workspace.connection,
                  [&connection = workspace.connection] { connection.topicFeed().retry(); });
    retranslate();
}

TopicSubscriptionsTab::~TopicSubscriptionsTab()
{
    workspace().settings.setViewState(kSubscriptionsView, m_table->saveLayout());
}

void TopicSubscriptionsTab::buildTable()
{
    m_table->setModel(m_model);
    m_table->setRowKind(DataTable::RowKind::TwoLine);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setColumns(SubscriptionListModel::columns());
    m_table->restoreLayout(workspace().settings.viewState(kSubscriptionsView));
    m_none->setIconName(u"git-fork"_s);
    m_none->addAction(m_subscribe);
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_none);
    connect(m_subscribe, &QPushButton::clicked, this, &TopicSubscriptionsTab::subscribeRequested);
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        emit attemptsRequested(m_model->rows().at(index.row()).name);
    });
    connect(m_table, &DataTable::rowMenuRequested, this, &TopicSubscriptionsTab::openMenu);
    connect(m_table, &DataTable::selectedCountChanged, this, &TopicSubscriptionsTab::showInspector);
    letWalk(*m_inspector, *m_table);
    connect(m_inspector, &Inspector::closeRequested, m_table, &QAbstractItemView::clearSelection);
    connect(m_inspector, &SubscriptionInspector::editRequested, this, [this] { edit(selected()); });
    connect(m_inspector, &SubscriptionInspector::pauseRequested, this,
            [this] { togglePause(selected()); });
    connect(m_inspector, &SubscriptionInspector::retryRequested, this,
            [this] { retrySubscription(workspace(), topicName(), selected()); });
    connect(m_inspector, &SubscriptionInspector::attemptsRequested, this,
            [this] { emit attemptsRequested(selected()); });
    connect(m_inspector, &SubscriptionInspector::unsubscribeRequested, this,
            &TopicSubscriptionsTab::deleteSelected);
}

QString TopicSubscriptionsTab::selected() const
{
    const QModelIndexList rows = m_table->selectedRowsInOrder();
    return rows.isEmpty() ? QString() : m_model->rows().at(rows.constFirst().row()).name;
}

void TopicSubscriptionsTab::showSubscriptions()
{
    const Admin::Topic *shown = topic();
    m_table->setLoading(!shown);
    if (!shown)
        return;
    m_model->replaceAll(shown->subscriptions);
    m_model->setNow(workspace().connection.status().brokerNowMs());
    m_pages->setCurrentWidget(shown->subscriptions.isEmpty() ? static_cast<QWidget *>(m_none)
                                                             : m_table);
    showInspector();
}

void TopicSubscriptionsTab::showInspector()
{
    const Admin::Subscription *subscription = m_model->find(selected());
    if (subscription)
        m_inspector->showSubscription(*subscription);
    m_inspector->setVisible(subscription && m_pages->currentWidget() == m_table);
}

void TopicSubscriptionsTab::edit(const QString &subscriptionName)
{
    if (const Admin::Subscription *subscription = m_model->find(subscriptionName))
        (new SubscribeDialog(workspace(), topicName(), *subscription, window()))->open();
}

void TopicSubscriptionsTab::togglePause(const QString &subscriptionName)
{
    if (const Admin::Subscription *subscription = m_model->find(subscriptionName))
        setSubscriptionPaused(workspace(), topicName(), subscriptionName, !subscription->isPaused);
}

void TopicSubscriptionsTab::openMenu(const QModelIndex &index, const QPoint &position)
{
    const Admin::Subscription subscription = m_model->rows().at(index.row());
    const QString name = subscription.name;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(themedIcon(u"history"_s), tr("Show attempts"), this,
                    [this, name] { emit attemptsRequested(name); });
    menu->addAction(themedIcon(u"pencil"_s), tr("Edit…"), this, [this, name] { edit(name); });
    menu->addAction(themedIcon(u"rotate-ccw"_s), tr("Retry all now"), this,
                    [this, name] { retrySubscription(workspace(), topicName(), name); });
    menu->addAction(themedIcon(subscription.isPaused ? u"play"_s : u"pause"_s),
                    subscription.isPaused ? tr("Resume") : tr("Pause"), this,
                    [this, name] { togglePause(name); });
    menu->addAction(themedIcon(u"copy"_s), tr("Copy endpoint"), this, [subscription] {
        QApplication::clipboard()->setText(subscription.settings.endpoint);
    });
    menu->addSeparator();
    menu->addAction(themedIcon(u"trash-2"_s), tr("Unsubscribe…"), this,
                    [this, name] { confirmUnsubscribe(workspace(), topicName(), name, window()); });
    menu->addSeparator();
    m_table->addColumnChoice(*menu);
    menu->popup(position);
}

void TopicSubscriptionsTab::deleteSelected()
{
    if (const QString name = selected(); !name.isEmpty())
        confirmUnsubscribe(workspace(), topicName(), name, window());
}

bool TopicSubscriptionsTab::stepBack()
{
    if (selected().isEmpty())
        return false;
    m_table->clearSelection();
    return true;
}

QList<QWidget *> TopicSubscriptionsTab::regions()
{
    return {m_table, m_none, m_inspector};
}

void TopicSubscriptionsTab::takeFocus()
{
    m_table->setFocus();
}

void TopicSubscriptionsTab::retranslate()
{
    m_table->setAccessibleName(tr("Subscriptions"));
    m_none->setTitle(tr("Nobody subscribed yet"));
    m_none->setText(tr("Each subscription gets its own copy of every message, over HTTP, into a\n"
                       "queue, by mail or by SMS, and its own retries."));
    m_subscribe->setText(tr("Subscribe…"));
    m_model->retranslate();
    showSubscriptions();
}

} // namespace Signalbox
