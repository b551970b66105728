// SPDX-License-Identifier: GPL-3.0-only
#include "store/writecontext.h"

#include "store/deadletters.h"
#include "store/messagegroups.h"

#include <algorithm>

namespace Signalbox {

namespace {

constexpr std::chrono::hours kOutboxRetention{7 * 24};

} // namespace

QueueBook::Entry &createQueue(WriteContext &context, QueueRow queue)
{
    queue.id = context.resourceIds.next(context.sql);
    queue.createdAtMs = queue.modifiedAtMs = context.nowMs;
    queue.nextDueMs = kNever;
    context.sql.insertQueue(queue);
    return context.book.insert(queue);
}

QueueBook::Entry &outboxOf(WriteContext &context, const QString &account)
{
    const QString name = QStringLiteral("outbox");
    if (QueueBook::Entry *there = context.book.named(account, QueueKind::Outbox, name))
        return *there;
    QueueRow queue;
    queue.account = account;
    queue.name = name;
    queue.kind = QueueKind::Outbox;
    queue.settings.retention = kOutboxRetention;
    return createQueue(context, queue);
}

StoredMessage enqueue(WriteContext &context, QueueBook::Entry &queue, const NewMessage &message)
{
    const bool isFifo = queue.row.settings.isFifo();
    const QString &group = message.content.groupId;
    const bool delayed = message.delay.count() > 0 && !isFifo;
    MessageState state = delayed ? MessageState::Delayed : MessageState::Ready;
    if (isFifo && context.sql.groupHead(queue.row.id, group))
        state = MessageState::Blocked;
    const qint64 visibleAt =
        context.nowMs + (delayed ? std::chrono::milliseconds(message.delay).count() : 0);
    const MessageSequence sequence = context.messageIds.next(context.sql);
    context.sql.insertMessage(sequence, queue.row.id, message, state, context.nowMs, visibleAt);
    if (isFifo && group.isEmpty())
        context.sql.giveGroup(sequence);
    context.book.added(queue, state, context.nowMs, visibleAt, message.content.priority,
                       message.content.body.size());
    return {{sequence, 0}, context.nowMs, delayed};
}

void moveOne(WriteContext &context, MessageSequence sequence, QueueBook::Entry &from,
             QueueBook::Entry &to)
{
    const Tally moved = context.sql.moveMessage(sequence, from.row.id, to.row.id);
    context.book.moved(from, to, moved);
    settleGroups(context, from, moved.groups);
    adopt(context, to, sequence);
}

int promoteDue(WriteContext &context, QueueBook::Entry &queue, int limit)
{
    QueueRow &row = queue.row;
    if (row.nextDueMs > context.nowMs)
        return 0;
    int promoted = 0;
    for (const MessageState from : {MessageState::Delayed, MessageState::Leased}) {
        const Promotion due = context.sql.promoteDue(row.id, from, context.nowMs, limit - promoted);
        context.book.changedState(queue, from, MessageState::Ready, due.messages);
        for (const Holding &ended : due.endedLeases)
            queue.endedLeases[ended.holder] += ended.messages;
        settleGroups(context, queue, due.groups);
        promoted += due.messages;
        if (promoted == limit)
            return promoted; // there may be more: the bound stays
    }
    row.nextDueMs = context.sql.nextDue(row.id);
    return promoted;
}

qint64 expiryCutoffMs(const WriteContext &context, const QueueBook::Entry &queue)
{
    return context.nowMs - std::chrono::milliseconds(queue.row.settings.retention).count();
}

bool hasOutlived(const WriteContext &context, const QueueBook::Entry &queue, qint64 enqueuedAtMs)
{
    return enqueuedAtMs <= expiryCutoffMs(context, queue);
}

bool hasExpired(WriteContext &context, QueueBook::Entry &queue)
{
    const qint64 cutoff = expiryCutoffMs(context, queue);
    if (queue.oldestMs > cutoff)
        return false;
    if (!queue.oldestIsExact) {
        queue.oldestMs = context.sql.oldest(queue.row.id).value_or(kNever);
        queue.oldestIsExact = true;
    }
    return queue.oldestMs <= cutoff;
}

int dropExpired(WriteContext &context, QueueBook::Entry &queue, int limit)
{
    if (!hasExpired(context, queue))
        return 0;
    if (queue.row.kind == QueueKind::Delivery) {
        if (const int moved = moveExpiredCopies(context, queue, limit); moved > 0)
            return moved;
        for (const MessageRow &copy :
             expiredCopies(context, queue, std::min<int>(limit, ExpiredCopies::kMaxTold))) {
            if (copy.origin)
                queue.expired.note({copy.origin->messageId, copy.receiveCount, false});
        }
    }
    const Tally dropped =
        context.sql.removeEnqueuedBy(queue.row.id, expiryCutoffMs(context, queue), limit);
    context.book.removed(queue, dropped);
    settleGroups(context, queue, dropped.groups);
    const int messages = static_cast<int>(dropped.counts.total());
    queue.expired.messages += messages;
    return messages;
}

} // namespace Signalbox
