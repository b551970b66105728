// SPDX-License-Identifier: GPL-3.0-only
#include "console/messagejobs.h"

#include "console/brokerconnection.h"
#include "console/notices.h"
#include "console/onreply.h"
#include "console/restorejob.h"

#include <algorithm>
#include <utility>

namespace Signalbox {

MessageJob::MessageJob(const Workspace &workspace, const QString &queueName,
                       const QList<QByteArray> &messageIds, QObject *parent)
    : SteppingJob(workspace, parent)
    , m_queueName(queueName)
    , m_messageIds(messageIds)
{
    setProgress(0, messageIds.size());
}

MessageJob::~MessageJob() = default;

void MessageJob::step()
{
    m_underWay = std::min<qsizetype>(kStep, m_messageIds.size() - m_done);
    treat(m_messageIds.mid(m_done, m_underWay));
}

void MessageJob::messagesDone()
{
    if (isOver())
        return;
    const QList<QByteArray> messageIds = m_messageIds.mid(m_done, m_underWay);
    m_done += std::exchange(m_underWay, 0);
    setProgress(m_done, m_messageIds.size());
    emit stepped(messageIds);
    stepDone();
}

void MessageJob::messagesFailed(const Error &error)
{
    if (error.code == ErrorCode::MessageNotExist) // None of them is there any more.
        return messagesDone();
    stepFailed(error);
}

DeleteMessagesJob::DeleteMessagesJob(const Workspace &workspace, const QString &queueName,
                                     const QList<QByteArray> &messageIds, QObject *parent)
    : MessageJob(workspace, queueName, messageIds, parent)
{
}

QString DeleteMessagesJob::title() const
{
    return tr("Deleting from %1").arg(queueName());
}

void DeleteMessagesJob::treat(const QList<QByteArray> &messageIds)
{
    onReply(client()->deleteMessages(queueName(), messageIds), this,
            [this](const Result<Admin::TrashEntry> &reply) {
                if (!reply)
                    return messagesFailed(reply.error());
                m_deleted += reply->messages;
                m_entries.append(*reply);
                messagesDone();
            });
}

Sentence DeleteMessagesJob::summarize()
{
    if (!m_entries.isEmpty()) {
        setUndo(&workspace().connection, [workspace = workspace(), entries = m_entries] {
            workspace.jobs.add(std::make_unique<RestoreJob>(workspace.connection.admin(),
                                                            workspace.notices, entries));
        });
    }
    return [deleted = int(m_deleted), from = queueName()] {
        return tr("Deleted %Ln message(s) from %1.", nullptr, deleted).arg(from);
    };
}

MoveMessagesJob::MoveMessagesJob(const Workspace &workspace, const QString &from, const QString &to,
                                 const QList<QByteArray> &messageIds, Direction direction,
                                 QObject *parent)
    : MessageJob(workspace, from, messageIds, parent)
    , m_to(to)
    , m_direction(direction)
{
}

QString MoveMessagesJob::title() const
{
    return tr("Moving to %1").arg(m_to);
}

void MoveMessagesJob::treat(const QList<QByteArray> &messageIds)
{
    onReply(client()->moveMessages(queueName(), messageIds, m_to), this,
            [this, messageIds](const Result<Admin::MovedMessages> &reply) {
                if (!reply)
                    return messagesFailed(reply.error());
                m_moved += reply->moved;
                m_inFlight += reply->inFlight;
                if (reply->moved > 0)
                    m_taken += messageIds;
                messagesDone();
            });
}

Sentence MoveMessagesJob::summarize()
{
    emit workspace().notices.restored(m_to);
    if (m_direction == Direction::Back) {
        return [moved = int(m_moved), to = m_to] {
            return tr("%Ln message(s) moved back to %1.", nullptr, moved).arg(to);
        };
    }
    if (!m_taken.isEmpty()) {
        setUndo(&workspace().connection,
                [workspace = workspace(), from = queueName(), to = m_to, ids = m_taken] {
                    workspace.jobs.add(std::make_unique<MoveMessagesJob>(workspace, to, from, ids,
                                                                         Direction::Back));
                });
    }
    return [moved = int(m_moved), inFlight = int(m_inFlight), to = m_to] {
        QString text = tr("Moved %Ln message(s) to %1.", nullptr, moved).arg(to);
        if (inFlight > 0)
            text += u' ' + tr("%Ln in flight stayed.", nullptr, inFlight);
        return text;
    };
}

} // namespace Signalbox
