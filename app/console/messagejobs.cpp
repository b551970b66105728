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
    : BackgroundJob(parent)
    , m_workspace(workspace)
    , m_client(&workspace.connection.admin())
    , m_queueName(queueName)
    , m_messageIds(messageIds)
{
    setProgress(0, messageIds.size());
    connect(m_client.data(), &QObject::destroyed, this,
            [this] { conclude(tr("The connection was removed.")); });
}

MessageJob::~MessageJob() = default;

void MessageJob::run()
{
    next();
}

void MessageJob::wind()
{
    if (m_underWay == 0)
        conclude(QString());
}

void MessageJob::next()
{
    if (isOver() || !m_client)
        return;
    if (isStopping() || m_done == m_messageIds.size())
        return conclude(QString());
    m_underWay = std::min<qsizetype>(kStep, m_messageIds.size() - m_done);
    step(m_messageIds.mid(m_done, m_underWay));
}

void MessageJob::stepDone()
{
    if (isOver())
        return;
    const QList<QByteArray> messageIds = m_messageIds.mid(m_done, m_underWay);
    m_done += std::exchange(m_underWay, 0);
    setProgress(m_done, m_messageIds.size());
    emit stepped(messageIds);
    next();
}

void MessageJob::stepFailed(const Error &error)
{
    if (error.code == ErrorCode::MessageNotExist) // None of them is there any more.
        return stepDone();
    m_underWay = 0;
    conclude(errorText(error));
}

void MessageJob::conclude(const QString &problem)
{
    if (isOver() || state() == State::Waiting)
        return;
    const QString text = summarize();
    if (!problem.isEmpty()) {
        //: What was done, then why it did not go on; both are sentences.
        return fail(tr("%1 %2").arg(text, problem));
    }
    if (m_done < m_messageIds.size()) {
        //: %1 is what was done, as a sentence.
        return finish(tr("Stopped. %1").arg(text));
    }
    finish(text);
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

void DeleteMessagesJob::step(const QList<QByteArray> &messageIds)
{
    onReply(client()->deleteMessages(queueName(), messageIds), this,
            [this](const Result<Admin::TrashEntry> &reply) {
                if (!reply)
                    return stepFailed(reply.error());
                m_deleted += reply->messages;
                m_entries.append(*reply);
                stepDone();
            });
}

QString DeleteMessagesJob::summarize()
{
    if (!m_entries.isEmpty()) {
        setUndo(&workspace().connection, [workspace = workspace(), entries = m_entries] {
            workspace.jobs.add(std::make_unique<RestoreJob>(workspace.connection.admin(),
                                                            workspace.notices, entries));
        });
    }
    return tr("Deleted %Ln message(s) from %1.", nullptr, int(m_deleted)).arg(queueName());
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

void MoveMessagesJob::step(const QList<QByteArray> &messageIds)
{
    onReply(client()->moveMessages(queueName(), messageIds, m_to), this,
            [this, messageIds](const Result<Admin::MovedMessages> &reply) {
                if (!reply)
                    return stepFailed(reply.error());
                m_moved += reply->moved;
                m_inFlight += reply->inFlight;
                if (reply->moved > 0)
                    m_taken += messageIds;
                stepDone();
            });
}

QString MoveMessagesJob::summarize()
{
    emit workspace().notices.restored(m_to);
    if (m_direction == Direction::Back)
        return tr("%Ln message(s) moved back to %1.", nullptr, int(m_moved)).arg(m_to);
    if (!m_taken.isEmpty()) {
        setUndo(&workspace().connection,
                [workspace = workspace(), from = queueName(), to = m_to, ids = m_taken] {
                    workspace.jobs.add(std::make_unique<MoveMessagesJob>(workspace, to, from, ids,
                                                                         Direction::Back));
                });
    }
    QString text = tr("Moved %Ln message(s) to %1.", nullptr, int(m_moved)).arg(m_to);
    if (m_inFlight > 0)
        text += u' ' + tr("%Ln in flight stayed.", nullptr, int(m_inFlight));
    return text;
}

} // namespace Signalbox
