// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/result.h"
#include "store/rows.h"
#include "store/topicrows.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QSet>

#include <memory>
#include <optional>
#include <vector>

namespace Signalbox {

/// How many messages, by state, and how large their bodies.
struct Tally
{
    QueueCounts counts;
    qint64 bodyBytes = 0;
    QSet<QString> groups; ///< Of those that have one.
};

/// The part of a message row that decides whether a receipt handle still holds.
struct MessageStatus
{
    QueueId queue = 0;
    MessageState state = MessageState::Ready;
    int leaseNo = 0;
    qint64 visibleAtMs = 0;
    qint64 enqueuedAtMs = 0;
    qint64 bodyBytes = 0;
    int receiveCount = 0;
    QString groupId;

    /// Whether \a key names the delivery or delay that the message is in at \a nowMs.
    [[nodiscard]] bool isHeldBy(MessageKey key, qint64 nowMs) const
    {
        const bool held = state == MessageState::Leased || state == MessageState::Delayed;
        return held && leaseNo == key.leaseNo && visibleAtMs > nowMs;
    }
};

/// What became of a message that was to be deleted by its key.
struct Removal
{
    std::optional<MessageStatus> found; ///< As it was when the key's turn came.
    bool removed = false;
};

/// A message of a group, as far as the order of a FIFO queue is concerned.
struct GroupMember
{
    MessageSequence sequence = 0;
    MessageState state = MessageState::Ready;
};

/// The terms of a lease, written to each message that a claim takes.
struct Lease
{
    qint64 nowMs = 0;
    qint64 visibleAtMs = 0;
    QString holder;
};

/// Messages that fell due and are ready now.
struct Promotion
{
    int messages = 0;
    std::vector<Holding> endedLeases; ///< Of those that were leased, by who had leased them.
    QSet<QString> groups; ///< Of those that have one.
};

/// A trash entry and what it is doing.
struct TrashRow
{
    enum class Doing { Waiting, Restoring, Dropping };

    TrashEntry entry; ///< messages and bodyBytes are those of the hidden queue, not stored twice.
    Doing doing = Doing::Waiting;
    QueueId restoreTo = 0;
};

/// Everything the store asks of a database, in the words of queues and messages: one implementation
/// per database, and the only place where its SQL stands. One object is one connection and stays in
/// one thread.
///
/// Failures are sticky, as in QDataStream: the first one in a transaction is kept, what follows
/// does nothing and returns empty values, and the caller asks failure() once, before commit(). So
/// commands read as what they do.
class SqlDialect
{
public:
    enum class Access { ReadWrite, ReadOnly };

    struct Failure
    {
        QString text; ///< For people and logs; no data in it.
        bool outOfSpace = false;
    };

    SqlDialect() = default;
    virtual ~SqlDialect() = default;
    SqlDialect(const SqlDialect &) = delete;
    SqlDialect &operator=(const SqlDialect &) = delete;

    /// Opens the database in \a directory; with ReadWrite creates it or brings its schema up to
    /// date.
    [[nodiscard]] virtual Result<void> open(const QString &directory, Durability durability,
                                            Access access) = 0;
    virtual void close() = 0;
    [[nodiscard]] virtual const std::optional<Failure> &failure() const = 0;

    // --- Transactions: begin() forgets an earlier failure ---
    virtual void begin() = 0;
    /// True when everything since begin() is as durable as was asked for at open().
    [[nodiscard]] virtual bool commit() = 0;
    virtual void rollback() = 0;

    // --- Named values ---
    [[nodiscard]] virtual QHash<QString, QString> values() = 0;
    virtual void setValue(const QString &key, const QString &value) = 0;

    // --- Queues ---
    /// All rows, those of the trash included (their name is empty).
    [[nodiscard]] virtual std::vector<QueueRow> queues() = 0;
    virtual void insertQueue(const QueueRow &queue) = 0;
    virtual void setQueueSettings(QueueId queue, const QueueSettings &settings,
                                  qint64 modifiedAtMs) = 0;
    /// Gives the queue a name, or takes it away when \a name is empty.
    virtual void setQueueName(QueueId queue, const QString &name) = 0;
    virtual void setQueueCounts(QueueId queue, const QueueCounts &counts, qint64 bodyBytes) = 0;
    virtual void removeQueue(QueueId queue) = 0;

    // --- Topics ---
    [[nodiscard]] virtual std::vector<TopicRow> topics() = 0;
    virtual void insertTopic(const TopicRow &topic) = 0;
    virtual void updateTopic(const TopicRow &topic) = 0;
    virtual void removeTopic(TopicId topic) = 0;
    [[nodiscard]] virtual std::vector<SubscriptionRow> subscriptions() = 0;
    virtual void insertSubscription(const SubscriptionRow &subscription) = 0;
    virtual void updateSubscription(const SubscriptionRow &subscription) = 0;
    virtual void removeSubscription(SubscriptionId subscription) = 0;

    // --- Messages ---
    /// Stores a body once that so many messages are about to share; insertMessage() names it.
    [[nodiscard]] virtual BodyId shareBody(const QByteArray &body, int messages) = 0;
    virtual void insertMessage(MessageSequence sequence, QueueId queue, const NewMessage &message,
                               MessageState state, qint64 enqueuedAtMs, qint64 visibleAtMs) = 0;
    /// The first ready messages of a queue by (priority, sequence), without touching them.
    [[nodiscard]] virtual std::vector<MessageRow> ready(QueueId queue, int limit) = 0;
    /// The same of one priority, behind \a after.
    [[nodiscard]] virtual std::vector<MessageRow> readyBehind(QueueId queue, int priority,
                                                              MessageSequence after, int limit) = 0;
    /// Leases \a messages, in the database and as they stand here.
    virtual void lease(std::vector<MessageRow> &messages, const Lease &lease) = 0;
    [[nodiscard]] virtual std::optional<MessageStatus> status(MessageSequence sequence) = 0;
    /// Deletes each message of \a queue that is held by its key at \a nowMs, as if the keys came
    /// one after the other. One answer for each key, in their order.
    [[nodiscard]] virtual std::vector<Removal>
    removeHeld(QueueId queue, const std::vector<MessageKey> &keys, qint64 nowMs) = 0;
    virtual void removeMessage(MessageSequence sequence) = 0;
    virtual void setVisibility(MessageKey key, MessageState state, qint64 visibleAtMs) = 0;
    /// Back to ready, the last receive taken back.
    virtual void unreceive(MessageSequence sequence) = 0;
    /// Makes up to \a limit messages of \a from (Delayed or Leased) ready that are due at \a nowMs.
    [[nodiscard]] virtual Promotion promoteDue(QueueId queue, MessageState from, qint64 nowMs,
                                               int limit) = 0;
    /// When the first delayed or leased message falls due; kNever without one.
    [[nodiscard]] virtual qint64 nextDue(QueueId queue) = 0;
    /// Enqueue time of the oldest message in any state; nothing without one.
    [[nodiscard]] virtual std::optional<qint64> oldest(QueueId queue) = 0;
    /// The last message enqueued at or before \a timeMs; 0 without one. Enqueue times rise with the
    /// sequence.
    [[nodiscard]] virtual MessageSequence lastEnqueuedBy(QueueId queue, qint64 timeMs) = 0;
    /// Priorities of ready messages present, as bits 1 to 16.
    [[nodiscard]] virtual quint32 readyPriorities(QueueId queue) = 0;
    /// Removes up to \a limit messages enqueued at or before \a timeMs, oldest first, whatever
    /// their state.
    [[nodiscard]] virtual Tally removeEnqueuedBy(QueueId queue, qint64 timeMs, int limit) = 0;
    /// Moves up to \a limit messages, oldest first, state and all.
    [[nodiscard]] virtual Tally moveMessages(QueueId from, QueueId to, int limit) = 0;
    /// Moves one message if it is in \a from.
    [[nodiscard]] virtual Tally moveMessage(MessageSequence sequence, QueueId from, QueueId to) = 0;
    /// Gives the message \a sequence the number, queue, state, times, lease, properties and origin
    /// of \a message; body, priority and group stay.
    virtual void rewrite(MessageSequence sequence, const MessageRow &message) = 0;
    /// Enqueue time of the newest message in the database; 0 when it is empty.
    [[nodiscard]] virtual qint64 newestEnqueued() = 0;

    // --- Groups of a FIFO queue; a message without one is in the group "" ---
    /// The first message of the group, in any state.
    [[nodiscard]] virtual std::optional<GroupMember> groupHead(QueueId queue,
                                                               const QString &group) = 0;
    /// Those that are not blocked.
    [[nodiscard]] virtual std::vector<GroupMember> unblocked(QueueId queue,
                                                             const QString &group) = 0;
    /// Blocked messages behind \a after, in their order.
    [[nodiscard]] virtual std::vector<MessageRow>
    blockedBehind(QueueId queue, const QString &group, MessageSequence after, int limit) = 0;
    /// To ready or blocked.
    virtual void setState(MessageSequence sequence, MessageState state) = 0;
    /// The message's group becomes "" where it has none.
    virtual void giveGroup(MessageSequence sequence) = 0;

    // --- Trash ---
    [[nodiscard]] virtual std::vector<TrashRow> trash() = 0;
    /// Returns its id.
    [[nodiscard]] virtual qint64 insertTrash(const TrashRow &row) = 0;
    virtual void updateTrash(const TrashRow &row) = 0;
    virtual void removeTrash(qint64 id) = 0;

    // --- Upkeep, outside of a transaction ---
    /// Whether so much stands in the write-ahead log, or whatever the database has in its place,
    /// that it should be copied into the database.
    [[nodiscard]] virtual bool logIsLong() = 0;
    /// Copies what stands in the log by now, while another connection goes on writing.
    virtual void copyLog() = 0;
    /// Copies what little is left and lets the log begin anew. By the connection that writes.
    virtual void restartLog() = 0;
    /// Gives a bounded number of free pages back to the file system.
    virtual void reclaimSpace() = 0;

    // --- Pages; each ends at \a deadline with what it has by then ---
    [[nodiscard]] virtual BrowsePage browse(const BrowseQuery &query,
                                            const QDeadlineTimer &deadline) = 0;
    [[nodiscard]] virtual std::optional<MessageRow> message(QueueId queue, MessageSequence sequence,
                                                            bool withBody) = 0;
    /// Enqueue time of the oldest ready message; 0 without one.
    [[nodiscard]] virtual qint64 oldestReady(QueueId queue) = 0;
    /// Who leased messages of the queue, counted over no more than \a limit of them.
    [[nodiscard]] virtual std::vector<Holding> holders(QueueId queue, int limit) = 0;
};

} // namespace Signalbox
