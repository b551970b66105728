// SPDX-License-Identifier: GPL-3.0-only
#include "console/redrivejob.h"

#include "console/brokerconnection.h"
#include "console/notices.h"
#include "console/onreply.h"
#include "core/limits.h"

#include <algorithm>
#include <memory>

namespace Signalbox {

RedriveJob::RedriveJob(const Workspace &workspace, const QString &queueName,
                       const QList<QByteArray> &messageIds, const QString &to, QObject *parent)
    : SteppingJob(workspace, parent)
    , m_queueName(queueName)
    , m_messageIds(messageIds)
    , m_to(to)
{
    const QueueListModel &queues = workspace.connection.queues();
    const int row = queues.rowOf(queueName);
    const qint64 all = row < 0 ? 0 : queues.queueAt(row).counts.total();
    setProgress(0, messageIds.isEmpty() ? all : messageIds.size());
}

RedriveJob::~RedriveJob() = default;

QString RedriveJob::title() const
{
    //: %1 is a dead-letter queue whose messages move back to where they were.
    return tr("Redriving %1").arg(m_queueName);
}

void RedriveJob::step()
{
    const auto named = std::min<qsizetype>(Limits::kMaxRedriven, m_messageIds.size() - m_taken);
    const QList<QByteArray> ids = m_messageIds.mid(m_taken, named);
    m_taken += named;
    onReply(client()->redrive(m_queueName, ids, m_to, m_cursor), this,
            [this](const Result<Admin::Redriven> &reply) {
                if (!reply)
                    return stepFailed(reply.error());
                take(*reply);
                stepDone();
            });
}

void RedriveJob::take(const Admin::Redriven &step)
{
    m_moved += step.moved;
    m_inFlight += step.inFlight;
    m_withoutOrigin += step.withoutOrigin;
    if (step.moved > 0)
        m_steps.append(step);
    m_cursor = step.cursor;
    m_isAtEnd = m_messageIds.isEmpty() ? step.complete : m_taken == m_messageIds.size();
    const qint64 done = m_moved + m_inFlight + m_withoutOrigin;
    setProgress(done, std::max(done, total()));
}

Sentence RedriveJob::summarize()
{
    if (!m_steps.isEmpty()) {
        setUndo(&workspace().connection,
                [workspace = workspace(), queueName = m_queueName, steps = m_steps] {
                    workspace.jobs.add(
                        std::make_unique<UndoRedriveJob>(workspace, queueName, steps));
                });
    }
    emit workspace().notices.restored(m_queueName);
    workspace().connection.refresh();
    return [moved = int(m_moved), inFlight = int(m_inFlight), withoutOrigin = int(m_withoutOrigin),
            to = m_to] {
        QString text = to.isEmpty() ? tr("Moved %Ln dead letter(s) back.", nullptr, moved)
                                    : tr("Moved %Ln dead letter(s) to %1.", nullptr, moved).arg(to);
        if (inFlight > 0)
            text += u' ' + tr("%Ln in flight stayed.", nullptr, inFlight);
        if (withoutOrigin > 0)
            text += u' ' + tr("%Ln without a known origin stayed.", nullptr, withoutOrigin);
        return text;
    };
}

UndoRedriveJob::UndoRedriveJob(const Workspace &workspace, const QString &queueName,
                               const QList<Admin::Redriven> &steps, QObject *parent)
    : SteppingJob(workspace, parent)
    , m_queueName(queueName)
    , m_steps(steps)
{
    for (const Admin::Redriven &step : steps)
        m_all += step.moved;
    setProgress(0, m_all);
}

UndoRedriveJob::~UndoRedriveJob() = default;

QString UndoRedriveJob::title() const
{
    return tr("Taking back to %1").arg(m_queueName);
}

void UndoRedriveJob::step()
{
    const Admin::Redriven last = m_steps.takeLast();
    onReply(client()->undoRedrive(m_queueName, last.firstId, last.lastId), this,
            [this, last](const Result<Admin::MovedMessages> &reply) {
                if (!reply)
                    return stepFailed(reply.error());
                m_moved += reply->moved;
                m_done += last.moved;
                setProgress(m_done, m_all);
                stepDone();
            });
}

Sentence UndoRedriveJob::summarize()
{
    emit workspace().notices.restored(m_queueName);
    workspace().connection.refresh();
    return [moved = int(m_moved), stayed = int(m_done - m_moved), queueName = m_queueName] {
        QString text = tr("%Ln dead letter(s) are back in %1.", nullptr, moved).arg(queueName);
        if (stayed > 0)
            text += u' ' + tr("%Ln had been received meanwhile and stayed.", nullptr, stayed);
        return text;
    };
}

} // namespace Signalbox
