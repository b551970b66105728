// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/queuepanel.h"

#include "console/brokerconnection.h"
#include "console/dialogs/sendmessagedialog.h"
#include "console/panels/queueactions.h"
#include "console/panels/queueattributestab.h"
#include "console/panels/queuemessagestab.h"
#include "console/panels/queuereceiverstab.h"
#include "console/panels/queuestatisticstab.h"
#include "widgets/button.h"
#include "widgets/icons.h"
#include "widgets/tabstrip.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QShortcut>

namespace Signalbox {

using namespace Qt::StringLiterals;

QueuePanel::QueuePanel(const Workspace &workspace, const QString &queueName, QWidget *parent)
    : TabbedPanel(TabCount, parent)
    , m_workspace(workspace)
    , m_queueName(queueName)
    , m_receive(new Button({}, ButtonKind::Default, u"download"_s, this))
    , m_redrive(new Button({}, ButtonKind::Default, u"undo-2"_s, this))
    , m_purge(new Button({}, ButtonKind::DangerGhost, u"trash-2"_s, this))
    , m_more(new IconButton(u"ellipsis"_s, {}, this))
    , m_send(new Button({}, ButtonKind::Primary, u"send"_s, this))
    , m_purgeKeys(new QShortcut(kPurgeKeys, this))
    , m_receiverCount(new ReceiverFeed(workspace.connection.admin(), queueName, this))
{
    buildHeader();
    connect(m_receiverCount, &Feed::updated, this,
            [this] { tabs().setCount(Receivers, m_receiverCount->answer()->receivers.size()); });
    m_receiverCount->refresh();
    connect(&m_workspace.connection.queueFeed(), &Feed::updated, this, &QueuePanel::showQueue);
    retranslate();
}

QueuePanel::~QueuePanel() = default;

void QueuePanel::buildHeader()
{
    header().setTitle(m_queueName);
    header().addAction(m_receive);
    header().addAction(m_redrive);
    header().addAction(m_purge);
    header().addAction(m_more);
    header().addAction(m_send);
    connect(m_receive, &QPushButton::clicked, this, &QueuePanel::receive);
    connect(m_send, &QPushButton::clicked, this, &QueuePanel::sendMessage);
    connect(m_redrive, &QPushButton::clicked, this, &QueuePanel::redriveAll);
    connect(m_purge, &QPushButton::clicked, this, &QueuePanel::purge);
    connect(m_purgeKeys, &QShortcut::activated, this, &QueuePanel::purge);

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

bool QueuePanel::isThere() const
{
    return m_workspace.connection.queues().rowOf(m_queueName) >= 0
        || (!m_missing && !m_workspace.connection.queueFeed().isComplete());
}

Feed &QueuePanel::feed()
{
    return m_workspace.connection.queueFeed();
}

PanelTab *QueuePanel::makeTab(int tab, QWidget *parent)
{
    switch (tab) {
    case Messages:
        m_messages = new QueueMessagesTab(m_workspace, m_queueName, parent);
        connect(m_messages, &QueueMessagesTab::sendRequested, this, &QueuePanel::compose);
        connect(m_messages, &QueueMessagesTab::queueMissing, this, [this] {
            m_missing = true;
            showWhatFits();
        });
        return m_messages;
    case Statistics:
        return new QueueStatisticsTab(m_workspace, m_queueName, parent);
    case Receivers:
        return new QueueReceiversTab(m_workspace, m_queueName, parent);
    default:
        return new QueueAttributesTab(m_workspace, m_queueName, parent);
    }
}

void QueuePanel::showTab(Tab tab)
{
    tabs().setCurrentIndex(tab);
}

void QueuePanel::showQueue()
{
    const QueueListModel &queues = m_workspace.connection.queues();
    if (const int row = queues.rowOf(m_queueName); row >= 0) {
        m_missing = false;
        tabs().setCount(Messages, queues.queueAt(row).counts.total());
        header().setPills({queueStateBadge(queues.stateAt(row))});
        const QString empty =
            queues.queueAt(row).counts.total() == 0 ? tr("This queue is empty.") : QString();
        m_purge->setDisabledReason(empty);
        m_redrive->setDisabledReason(empty);
    }
    m_redrive->setVisible(queues.takesDeadLetters(m_queueName));
    showWhatFits();
}

void QueuePanel::showMessage(const QString &messageId)
{
    showTab(Messages);
    showWhatFits();
    if (m_messages)
        m_messages->showMessage(messageId);
}

void QueuePanel::receive()
{
    showTab(Messages);
    showWhatFits();
    if (m_messages)
        m_messages->receive();
}

void QueuePanel::purge()
{
    if (m_purge->isEnabled() && isThere())
        confirmPurge(m_workspace, m_queueName, window());
}

void QueuePanel::redriveAll()
{
    redrive(m_workspace, m_queueName, {}, window());
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

QList<PanelCommand> QueuePanel::commands()
{
    QList<PanelCommand> commands{
        {u"send"_s, tr("Send message…"), m_queueName, {}, [this] { sendMessage(); }},
        {u"trash-2"_s, tr("Purge…"), m_queueName, m_purgeKeys->key(), [this] { purge(); }},
        {u"trash-2"_s,
         tr("Delete queue…"),
         m_queueName,
         {},
         [this] { confirmDeleteQueue(m_workspace, m_queueName, window()); }},
    };
    if (m_workspace.connection.queues().takesDeadLetters(m_queueName)) {
        commands.append({u"undo-2"_s, tr("Redrive…"), m_queueName, {}, [this] {
                             redrive(m_workspace, m_queueName, {}, window());
                         }});
    }
    return commands;
}

void QueuePanel::retranslate()
{
    header().setCrumb(tr("Queues"));
    m_receive->setText(tr("Receive…"));
    m_redrive->setText(tr("Redrive…"));
    m_purge->setText(tr("Purge…"));
    m_purgeKeys->setWhatsThis(tr("Purge the queue"));
    m_more->setName(tr("More"));
    m_send->setText(tr("Send message…"));
    tabs().setAccessibleName(tr("Parts of the queue"));
    tabs().setTabText(Messages, tr("Messages"));
    tabs().setTabText(Statistics, tr("Statistics"));
    tabs().setTabText(Receivers, tr("Receivers"));
    tabs().setTabText(Attributes, tr("Attributes"));
    setGoneTexts(tr("This queue no longer exists"),
                 tr("It was deleted. While its notice is there, the deletion can be undone."),
                 tr("Back to queues"));
    showQueue();
}

} // namespace Signalbox
