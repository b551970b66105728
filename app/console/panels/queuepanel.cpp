// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/queuepanel.h"

#include "console/brokerconnection.h"
#include "console/dialogs/sendmessagedialog.h"
#include "console/feeds/receiverfeed.h"
#include "console/panels/queueactions.h"
#include "console/panels/queueattributestab.h"
#include "console/panels/queuemessagestab.h"
#include "console/panels/queuereceiverstab.h"
#include "console/panels/queuestatisticstab.h"
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

QueuePanel::QueuePanel(const Workspace &workspace, const QString &queueName, QWidget *parent)
    : Panel(parent)
    , m_workspace(workspace)
    , m_queueName(queueName)
    , m_receive(new Button({}, ButtonKind::Default, u"download"_s, this))
    , m_purge(new Button({}, ButtonKind::DangerGhost, u"trash-2"_s, this))
    , m_more(new IconButton(u"ellipsis"_s, {}, this))
    , m_send(new Button({}, ButtonKind::Primary, u"send"_s, this))
    , m_tabs(new TabStrip(this))
    , m_pages(new QStackedWidget(this))
    , m_messages(new QueueMessagesTab(workspace, queueName, m_pages))
    , m_receiverCount(new ReceiverFeed(workspace.connection.admin(), queueName, this))
    , m_gone(new EmptyState(m_pages))
    , m_back(new Button({}, ButtonKind::Primary, {}, m_gone))
{
    buildHeader();
    buildTabs();
    connect(&m_workspace.connection.queueFeed(), &Feed::updated, this, &QueuePanel::showQueue);
    retranslate();
}

QueuePanel::~QueuePanel() = default;

void QueuePanel::buildHeader()
{
    header().setTitle(m_queueName);
    header().addAction(m_receive);
    header().addAction(m_purge);
    header().addAction(m_more);
    header().addAction(m_send);
    connect(&header(), &PanelHeader::crumbClicked, this, &QueuePanel::closed);
    connect(m_receive, &QPushButton::clicked, this, &QueuePanel::receive);
    connect(m_send, &QPushButton::clicked, this, &QueuePanel::sendMessage);
    connect(m_purge, &QPushButton::clicked, this,
            [this] { confirmPurge(m_workspace, m_queueName, window()); });

    auto *menu = new QMenu(m_more);
    m_more->setMenu(menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        menu->addAction(themedIcon(u"copy"_s), tr("Copy name"), this,
                        [this] { QApplication::clipboard()->setText(m_queueName); });
        menu->addAction(themedIcon(u"trash-2"_s), tr("Delete queue…"), this,
                        [this] { confirmDeleteQueue(m_workspace, m_queueName, window()); });
    });
}

void QueuePanel::buildTabs()
{
    for (int tab = 0; tab < TabCount; ++tab)
        m_tabs->addTab({});
    m_views[Messages] = m_messages;
    m_pages->addWidget(m_messages);
    connect(m_receiverCount, &Feed::updated, this,
            [this] { m_tabs->setCount(Receivers, m_receiverCount->list()->receivers.size()); });
    m_receiverCount->refresh();
    m_pages->addWidget(m_gone);
    m_gone->setIconName(u"trash-2"_s);
    m_gone->addAction(m_back);
    connect(m_messages, &QueueMessagesTab::sendRequested, this, &QueuePanel::compose);
    connect(m_messages, &QueueMessagesTab::queueMissing, this, [this] {
        m_missing = true;
        showWhatFits();
    });
    connect(m_back, &QPushButton::clicked, this, &QueuePanel::closed);
    connect(m_tabs, &QTabBar::currentChanged, this, &QueuePanel::showWhatFits);
    m_tabs->addShortcuts(*this);
    connect(m_tabs, &TabStrip::walked, this, [this] { currentTab()->takeFocus(); });

    auto *strip = new QHBoxLayout;
    strip->setContentsMargins(Metrics::kPageMargin, 0, Metrics::kPageMargin, 0);
    strip->addWidget(m_tabs);
    column()->addLayout(strip);
    column()->addWidget(m_pages, 1);
}

bool QueuePanel::isThere() const
{
    return m_workspace.connection.queues().rowOf(m_queueName) >= 0
        || (!m_missing && !m_workspace.connection.queueFeed().isComplete());
}

QueueTab *QueuePanel::currentTab()
{
    const int tab = m_tabs->currentIndex();
    QueueTab *&view = m_views.at(std::size_t(tab));
    if (!view) {
        view = makeTab(tab);
        m_pages->addWidget(view);
        connect(view, &QueueTab::countChanged, this,
                [this, tab](qint64 count) { m_tabs->setCount(tab, count); });
    }
    return view;
}

QueueTab *QueuePanel::makeTab(int tab)
{
    switch (tab) {
    case Statistics:
        return new QueueStatisticsTab(m_workspace, m_queueName, m_pages);
    case Receivers:
        return new QueueReceiversTab(m_workspace, m_queueName, m_pages);
    default:
        return new QueueAttributesTab(m_workspace, m_queueName, m_pages);
    }
}

void QueuePanel::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

void QueuePanel::showQueue()
{
    const QueueListModel &queues = m_workspace.connection.queues();
    if (const int row = queues.rowOf(m_queueName); row >= 0) {
        m_missing = false;
        m_tabs->setCount(Messages, queues.queueAt(row).counts.total());
        header().setPills({queueStateBadge(queues.stateAt(row))});
        m_purge->setDisabledReason(
            queues.queueAt(row).counts.total() == 0 ? tr("This queue is empty.") : QString());
    }
    showWhatFits();
}

void QueuePanel::showWhatFits()
{
    const bool there = isThere();
    m_tabs->setEnabled(there);
    m_pages->setCurrentWidget(there ? static_cast<QWidget *>(currentTab()) : m_gone);
}

void QueuePanel::receive()
{
    showTab(Messages);
    m_messages->receive();
}

void QueuePanel::sendMessage()
{
    compose({});
}

void QueuePanel::compose(const Admin::Message &model)
{
    auto *dialog = new SendMessageDialog(m_workspace, m_queueName, window());
    if (!model.messageId.isEmpty())
        dialog->fillFrom(model);
    connect(dialog, &SendMessageDialog::sent, this, &QueuePanel::refresh);
    dialog->open();
}

void QueuePanel::refresh()
{
    currentTab()->refresh();
}

void QueuePanel::focusFilter()
{
    currentTab()->focusFilter();
}

void QueuePanel::deleteSelected()
{
    currentTab()->deleteSelected();
}

bool QueuePanel::stepBack()
{
    if (!currentTab()->stepBack())
        emit closed();
    return true;
}

QList<PanelCommand> QueuePanel::commands()
{
    return {
        {u"send"_s, tr("Send message…"), m_queueName, {}, [this] { sendMessage(); }},
        {u"trash-2"_s,
         tr("Purge…"),
         m_queueName,
         {},
         [this] { confirmPurge(m_workspace, m_queueName, window()); }},
        {u"trash-2"_s,
         tr("Delete queue…"),
         m_queueName,
         {},
         [this] { confirmDeleteQueue(m_workspace, m_queueName, window()); }},
    };
}

QList<QWidget *> QueuePanel::regions()
{
    return QList<QWidget *>{m_tabs} + currentTab()->regions();
}

void QueuePanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    currentTab()->takeFocus();
}

void QueuePanel::retranslate()
{
    header().setCrumb(tr("Queues"));
    m_receive->setText(tr("Receive…"));
    m_purge->setText(tr("Purge…"));
    m_more->setName(tr("More"));
    m_send->setText(tr("Send message…"));
    m_tabs->setAccessibleName(tr("Parts of the queue"));
    m_tabs->setTabText(Messages, tr("Messages"));
    m_tabs->setTabText(Statistics, tr("Statistics"));
    m_tabs->setTabText(Receivers, tr("Receivers"));
    m_tabs->setTabText(Attributes, tr("Attributes"));
    m_gone->setTitle(tr("This queue no longer exists"));
    m_gone->setText(tr("It was deleted. While its notice is there, the deletion can be undone."));
    m_back->setText(tr("Back to queues"));
    showQueue();
}

} // namespace Signalbox
