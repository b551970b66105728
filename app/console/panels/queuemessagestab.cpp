// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/queuemessagestab.h"

#include "console/brokerconnection.h"
#include "console/dialogs/movedialog.h"
#include "console/dialogs/receivedialog.h"
#include "console/messagejobs.h"
#include "console/models/deadletter.h"
#include "console/models/messagelistmodel.h"
#include "console/notices.h"
#include "console/onreply.h"
#include "console/panels/messageinspector.h"
#include "console/panels/messagelistview.h"
#include "console/panels/queueactions.h"
#include "widgets/icons.h"
#include "widgets/inspectorsplit.h"
#include "widgets/textpainter.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

QueueMessagesTab::QueueMessagesTab(const Workspace &workspace, const QString &queueName,
                                   QWidget *parent)
    : QueueTab(workspace, queueName, parent)
    , m_list(new MessageListView(workspace, queueName, this))
    , m_inspector(new MessageInspector(workspace, queueName, this))
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(new InspectorSplit(m_list, m_inspector, this));
    connectList();
    connectInspector();
    BrokerConnection &connection = workspace.connection;
    connect(&connection.held(), &HeldMessages::changed, this, &QueueMessagesTab::showSelection);
}

QueueMessagesTab::~QueueMessagesTab() = default;

void QueueMessagesTab::connectList()
{
    connect(m_list, &MessageListView::selectionChanged, this, &QueueMessagesTab::showSelection);
    connect(m_list, &MessageListView::menuRequested, this, &QueueMessagesTab::openMenu);
    connect(m_list, &MessageListView::redriveRequested, this, &QueueMessagesTab::redriveMessages);
    connect(m_list, &MessageListView::moveRequested, this, &QueueMessagesTab::moveMessages);
    connect(m_list, &MessageListView::deleteRequested, this, &QueueMessagesTab::deleteMessages);
    connect(m_list, &MessageListView::sendRequested, this, [this] { emit sendRequested({}); });
    connect(m_list, &MessageListView::queueMissing, this, &QueueMessagesTab::queueMissing);
}

void QueueMessagesTab::connectInspector()
{
    connect(m_inspector, &Inspector::closeRequested, m_list, &MessageListView::clearSelection);
    connect(m_inspector, &Inspector::previousRequested, this, [this] { m_list->step(-1); });
    connect(m_inspector, &Inspector::nextRequested, this, [this] { m_list->step(1); });
    connect(m_inspector, &MessageInspector::deleteRequested, this,
            [this](const QByteArray &messageId) { deleteMessages({messageId}); });
    connect(m_inspector, &MessageInspector::redriveRequested, this,
            [this](const QByteArray &messageId) { redriveMessages({messageId}); });
    connect(m_inspector, &MessageInspector::moveRequested, this,
            [this](const QByteArray &messageId) { moveMessages({messageId}); });
    connect(m_inspector, &MessageInspector::resendRequested, this,
            &QueueMessagesTab::sendRequested);
    connect(m_inspector, &MessageInspector::deleted, this,
            [this](const QByteArray &messageId) { m_list->model().forget({messageId}); });
    connect(m_inspector, &MessageInspector::leaseChanged, this, [this] { m_list->check(); });
}

void QueueMessagesTab::showSelection()
{
    const int row = m_list->selectedRow();
    m_inspector->setSearch(m_list->model().search());
    if (row >= 0)
        m_inspector->showMessage(m_list->model().messageAt(row), m_list->model().isGone(row));
    m_inspector->setVisible(row >= 0);
}

void QueueMessagesTab::showMessage(const QString &messageId)
{
    m_list->showMessage(messageId);
}

void QueueMessagesTab::receive()
{
    auto *dialog = new ReceiveDialog(workspace(), queueName(), window());
    connect(dialog, &ReceiveDialog::received, this, [this](const QList<QByteArray> &ids) {
        workspace().notices.say([count = ids.size()] {
            return tr("Received %Ln message(s). They are yours until their lease ends.", nullptr,
                      int(count));
        });
        m_list->showReceived(ids);
    });
    dialog->open();
}

void QueueMessagesTab::deleteSelected()
{
    const QList<QByteArray> ids = m_list->selectedIds();
    if (!ids.isEmpty())
        deleteMessages(ids);
}

void QueueMessagesTab::deleteMessages(const QList<QByteArray> &messageIds)
{
    if (messageIds.size() > MessageJob::kStep) {
        auto job = std::make_unique<DeleteMessagesJob>(workspace(), queueName(), messageIds);
        connect(job.get(), &MessageJob::stepped, &m_list->model(), &MessageListModel::forget);
        workspace().jobs.add(std::move(job));
        return;
    }
    onReply(workspace().connection.admin().deleteMessages(queueName(), messageIds), this,
            [this, messageIds](const Result<Admin::TrashEntry> &reply) {
                if (reply)
                    m_list->model().forget(messageIds);
                const auto text = [messageIds, messages = reply ? int(reply->messages) : 0] {
                    return messageIds.size() == 1
                        ? tr("Deleted message %1.")
                              .arg(shortId(QString::fromLatin1(messageIds.constFirst())))
                        : tr("Deleted %Ln message(s).", nullptr, messages);
                };
                workspace().notices.tellDeleted(workspace().connection.admin(), reply, text,
                                                [] { return tr("Nothing was deleted."); });
                workspace().connection.refresh();
            });
}

void QueueMessagesTab::moveMessages(const QList<QByteArray> &messageIds)
{
    if (messageIds.isEmpty())
        return;
    auto *dialog = new MoveDialog(workspace(), queueName(), messageIds, window());
    connect(dialog, &MoveDialog::moved, this, [this, messageIds](int inFlight) {
        m_list->clearSelection();
        inFlight == 0 ? m_list->model().forget(messageIds) : m_list->model().reload();
    });
    dialog->open();
}

void QueueMessagesTab::redriveMessages(const QList<QByteArray> &messageIds)
{
    if (!messageIds.isEmpty())
        redrive(workspace(), queueName(), messageIds, window());
}

void QueueMessagesTab::openMenu(int row, const QPoint &position)
{
    const Admin::Message message = m_list->model().messageAt(row);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(themedIcon(u"copy"_s), tr("Copy message ID"), this, [message] {
        QApplication::clipboard()->setText(QString::fromLatin1(message.messageId));
    });
    menu->addAction(themedIcon(u"copy"_s), tr("Copy body"), this, [message] {
        QApplication::clipboard()->setText(QString::fromUtf8(message.body));
    });
    menu->addSeparator();
    menu->addAction(themedIcon(u"pencil"_s), tr("Resend…"), this,
                    [this, message] { emit sendRequested(message); });
    if (isDeadLetter(message)) {
        menu->addAction(themedIcon(u"undo-2"_s), tr("Redrive…"), this,
                        [this] { redriveMessages(m_list->selectedIds()); });
    }
    menu->addAction(themedIcon(u"folder-input"_s), tr("Move…"), this,
                    [this] { moveMessages(m_list->selectedIds()); });
    menu->addAction(themedIcon(u"trash-2"_s), tr("Delete"), this,
                    &QueueMessagesTab::deleteSelected);
    menu->addSeparator();
    m_list->addColumnChoice(*menu);
    menu->popup(position);
}

void QueueMessagesTab::refresh()
{
    m_list->refresh();
}

void QueueMessagesTab::focusFilter()
{
    m_list->focusSearch();
}

QString QueueMessagesTab::idToCopy() const
{
    return QString::fromLatin1(m_list->selectedIds().join('\n'));
}

bool QueueMessagesTab::stepBack()
{
    return m_list->stepBack();
}

QList<QWidget *> QueueMessagesTab::regions()
{
    return m_list->regions() + QList<QWidget *>{m_inspector};
}

void QueueMessagesTab::takeFocus()
{
    m_list->takeFocus();
}

} // namespace Signalbox
