// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "store/claimrun.h"
#include "store/queuebook.h"
#include "store/sqldialect.h"
#include "store/topicbook.h"

namespace Signalbox {

/// Gives out rising ids and keeps in the database how far it may go, a block at a time, so that an
/// id is never given twice, even when the highest row is gone.
class IdSource
{
public:
    IdSource(QString key, qint64 block)
        : m_key(std::move(key))
        , m_block(block)
    {
    }

    /// Goes on behind everything that may have been given out before.
    void load(const QHash<QString, QString> &values)
    {
        m_next = m_reserved = std::max<qint64>(1, values.value(m_key).toLongLong());
    }
    [[nodiscard]] qint64 next(SqlDialect &sql)
    {
        if (m_next == m_reserved) {
            m_reserved += m_block;
            sql.setValue(m_key, QString::number(m_reserved));
        }
        return m_next++;
    }

private:
    const QString m_key;
    const qint64 m_block;
    qint64 m_next = 1;
    qint64 m_reserved = 1;
};

/// What a command sees while it runs: the open transaction, the book, and one time for all of it.
struct WriteContext
{
    SqlDialect &sql;
    QueueBook &book;
    TopicBook &topics;
    IdSource &messageIds;
    IdSource &resourceIds; ///< Of queues, topics and subscriptions.
    qint64 nowMs = 0; ///< Broker time
    qint64 systemMs = 0; ///< For the trash
    std::chrono::milliseconds trashTime{0};
    ClaimRun claims{}; ///< Where the group has come to.
};

/// Adds \a queue with a fresh id, as of now.
QueueBook::Entry &createQueue(WriteContext &context, QueueRow queue);

/// Where \a account keeps mails and the like; made when there is none.
QueueBook::Entry &outboxOf(WriteContext &context, const QString &account);

/// Adds \a message at the end of the queue; delayed if it says so, or blocked behind its group.
StoredMessage enqueue(WriteContext &context, QueueBook::Entry &queue, const NewMessage &message);

/// Moves a message that is in \a from, state and all as far as the order of both queues allows.
void moveOne(WriteContext &context, MessageSequence sequence, QueueBook::Entry &from,
             QueueBook::Entry &to);

/// Makes up to \a limit messages of the queue ready that have fallen due. Returns how many.
int promoteDue(WriteContext &context, QueueBook::Entry &queue, int limit);

/// When messages enqueued by then have outlived the queue's retention.
[[nodiscard]] qint64 expiryCutoffMs(const WriteContext &context, const QueueBook::Entry &queue);
/// Whether a message of the queue that was enqueued then has outlived its retention.
[[nodiscard]] bool hasOutlived(const WriteContext &context, const QueueBook::Entry &queue,
                               qint64 enqueuedAtMs);
/// Whether the queue holds anything that has expired. Costs a look-up only when its bound says it
/// might.
[[nodiscard]] bool hasExpired(WriteContext &context, QueueBook::Entry &queue);
/// Drops up to \a limit expired messages; those of a delivery queue go to the dead-letter queue of
/// the subscription, where there is one. Returns how many.
int dropExpired(WriteContext &context, QueueBook::Entry &queue, int limit);

} // namespace Signalbox
