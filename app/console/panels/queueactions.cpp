// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/queueactions.h"

#include "console/brokerconnection.h"
#include "console/changequestion.h"
#include "console/dialogs/redrivedialog.h"
#include "console/notices.h"
#include "console/onreply.h"
#include "console/panels/undotime.h"
#include "widgets/confirmdialog.h"

#include <QCoreApplication>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

class ActionTexts
{
    Q_DECLARE_TR_FUNCTIONS(QueueActions)
};

QueueCounts countsOf(const Workspace &workspace, const QString &queueName)
{
    const QueueListModel &queues = workspace.connection.queues();
    const int row = queues.rowOf(queueName);
    return row < 0 ? QueueCounts() : queues.queueAt(row).counts;
}

QList<ConfirmCount> confirmCounts(const QueueCounts &counts)
{
    return {{u"inbox"_s, ActionTexts::tr("Ready"), counts.ready + counts.blocked, Tone::Info},
            {u"arrow-right-left"_s, ActionTexts::tr("In flight"), counts.leased, Tone::Warn},
            {u"clock"_s, ActionTexts::tr("Delayed"), counts.delayed, Tone::Neutral}};
}

} // namespace

void confirmPurge(const Workspace &workspace, const QString &queueName, QWidget *window)
{
    const QueueCounts counts = countsOf(workspace, queueName);
    ConfirmRequest request;
    request.question = ActionTexts::tr("Purge %1?").arg(queueName);
    request.effect = ActionTexts::tr(
        "All messages leave the queue at once. What a receiver holds it can still finish.");
    request.counts = confirmCounts(counts);
    tellUndoTime(request, workspace.connection);
    request.verb = ActionTexts::tr("Purge %Ln message(s)", nullptr, int(counts.total()));
    confirmChange(workspace, request, window, &workspace.connection, [workspace, queueName] {
        onReply(
            workspace.connection.admin().purgeQueue(queueName), &workspace.connection,
            [workspace, queueName](const Result<Admin::TrashEntry> &reply) {
                workspace.notices.tellDeleted(
                    workspace.connection.admin(), reply,
                    [queueName, messages = reply ? int(reply->messages) : 0] {
                        return ActionTexts::tr("Purged %Ln message(s) from %1.", nullptr, messages)
                            .arg(queueName);
                    },
                    [queueName] { return ActionTexts::tr("%1 was not purged.").arg(queueName); });
                workspace.connection.refresh();
            });
    });
}

void redrive(const Workspace &workspace, const QString &queueName,
             const QList<QByteArray> &messageIds, QWidget *window)
{
    (new RedriveDialog(workspace, queueName, messageIds, window))->open();
}

void confirmDeleteQueue(const Workspace &workspace, const QString &queueName, QWidget *window)
{
    const QueueCounts counts = countsOf(workspace, queueName);
    ConfirmRequest request;
    request.question = ActionTexts::tr("Delete %1?").arg(queueName);
    request.effect =
        ActionTexts::tr("The queue and its messages go; apps that use it get QueueNotExist.");
    request.counts = confirmCounts(counts);
    tellUndoTime(request, workspace.connection);
    request.verb = counts.total() == 0
        ? ActionTexts::tr("Delete queue")
        : ActionTexts::tr("Delete queue and %Ln message(s)", nullptr, int(counts.total()));
    confirmChange(workspace, request, window, &workspace.connection, [workspace, queueName] {
        onReply(
            workspace.connection.admin().deleteQueue(queueName), &workspace.connection,
            [workspace, queueName](const Result<Admin::TrashEntry> &reply) {
                workspace.notices.tellDeleted(
                    workspace.connection.admin(), reply,
                    [queueName, messages = reply ? int(reply->messages) : 0] {
                        return messages == 0
                            ? ActionTexts::tr("Deleted queue %1.").arg(queueName)
                            : ActionTexts::tr("Deleted queue %1 with %Ln message(s).", nullptr,
                                              messages)
                                  .arg(queueName);
                    },
                    [queueName] { return ActionTexts::tr("%1 was not deleted.").arg(queueName); });
                workspace.connection.refresh();
            });
    });
}

} // namespace Signalbox
