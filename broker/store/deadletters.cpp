// SPDX-License-Identifier: GPL-3.0-only
#include "store/deadletters.h"

#include "core/ids.h"
#include "protocol/outboxlabel.h"
#include "protocol/pushendpoint.h"
#include "store/messagegroups.h"

namespace Signalbox {

namespace {

QueueBook::Entry *targetOf(WriteContext &context, const QueueBook::Entry &queue)
{
    const QString &name = queue.row.settings.deadLetters.targetQueue;
    if (name.isEmpty())
        return nullptr;
    QueueBook::Entry *target = context.book.named(queue.row.account, QueueKind::User, name);
    const bool fits = target && target->row.id != queue.row.id
        && target->row.settings.type == queue.row.settings.type;
    return fits ? target : nullptr;
}

void moveToTarget(WriteContext &context, QueueBook::Entry &queue, QueueBook::Entry &target,
                  const QByteArray &databaseId, MessageRow message)
{
    DeadLetterOrigin origin;
    origin.queue = queue.row.name;
    origin.messageId = messageIdText(databaseId, message.key.sequence);
    origin.atMs = context.nowMs;
    origin.tries = message.receiveCount;
    message.systemProperties =
        withDeadLetterProperties(message.systemProperties, queue.row.account, origin);
    message.deadLetter = origin;
    const MessageSequence sequence = message.key.sequence;
    moveAsNew(context, queue, target, sequence, std::move(message));
}

/// As what is given up: a message of its own, kept for the whole retention of the queue.
void moveAsExpired(WriteContext &context, QueueBook::Entry &from, QueueBook::Entry &to,
                   MessageRow copy)
{
    const MessageSequence was = copy.key.sequence;
    copy.key = {context.messageIds.next(context.sql), 0};
    copy.enqueuedAtMs = context.nowMs;
    moveAsNew(context, from, to, was, std::move(copy));
}

/// The end of \a copy, which \a subscription of \a topic did not get in time.
void moveToDeadLetters(WriteContext &context, QueueBook::Entry &queue, QueueBook::Entry &target,
                       const TopicBook::Subscribed &subscribed, MessageRow copy)
{
    DeadLetterOrigin origin;
    origin.topic = subscribed.topic->name;
    origin.subscription = subscribed.subscription->name;
    origin.messageId = copy.origin ? copy.origin->messageId : QByteArray();
    origin.atMs = context.nowMs;
    origin.tries = copy.receiveCount;
    origin.lastFailure = retentionOver();
    copy.systemProperties =
        withDeadLetterProperties(copy.systemProperties, queue.row.account, origin);
    copy.deadLetter = std::move(origin);
    moveAsExpired(context, queue, target, std::move(copy));
}

bool endsInOutbox(const SubscriptionRow &subscription)
{
    const Result<PushEndpoint> endpoint = parsePushEndpoint(subscription.settings.endpoint);
    return endpoint
        && (endpoint->channel == PushChannel::Mail || endpoint->channel == PushChannel::Sms);
}

QList<MessageProperty> failedLabel(const TopicBook::Subscribed &subscribed, const MessageRow &copy)
{
    return withOutboxLabel(copy.systemProperties,
                           {subscribed.topic->name, subscribed.subscription->name,
                            subscribed.subscription->settings.endpoint, OutboxLabel::kFailed,
                            retentionOver()});
}

NewMessage failedCopy(const TopicBook::Subscribed &subscribed, const MessageRow &copy)
{
    NewMessage kept;
    kept.content.body = copy.body;
    kept.content.groupId = copy.groupId;
    kept.content.userProperties = copy.userProperties;
    kept.content.systemProperties = failedLabel(subscribed, copy);
    kept.bodyMd5 = copy.bodyMd5;
    kept.origin = copy.origin;
    return kept;
}

} // namespace

int takeOutDeadLetters(WriteContext &context, QueueBook::Entry &queue, const QByteArray &databaseId,
                       std::vector<MessageRow> &ready)
{
    const int most = queue.row.settings.deadLetters.maxReceiveCount;
    QueueBook::Entry *target = targetOf(context, queue);
    if (!target)
        return 0;
    const auto firstDead =
        std::stable_partition(ready.begin(), ready.end(), [most](const MessageRow &message) {
            return message.receiveCount < most;
        });
    for (auto dead = firstDead; dead != ready.end(); ++dead)
        moveToTarget(context, queue, *target, databaseId, *dead);
    const int moved = static_cast<int>(ready.end() - firstDead);
    ready.erase(firstDead, ready.end());
    return moved;
}

std::vector<MessageRow> expiredCopies(WriteContext &context, const QueueBook::Entry &queue,
                                      int limit, bool withBodies)
{
    BrowseQuery query;
    query.queue = queue.row.id;
    query.order = BrowseQuery::Order::OldestFirst;
    query.withBodies = withBodies;
    query.limit = limit;
    std::vector<MessageRow> copies =
        context.sql.browse(query, QDeadlineTimer(QDeadlineTimer::Forever)).messages;
    std::erase_if(copies, [&](const MessageRow &copy) {
        return !hasOutlived(context, queue, copy.enqueuedAtMs);
    });
    return copies;
}

int moveExpiredCopies(WriteContext &context, QueueBook::Entry &queue, int limit)
{
    const TopicBook::Subscribed subscribed = context.topics.subscribed(queue.row.id);
    if (!subscribed.subscription)
        return 0;
    const QString &named = subscribed.subscription->settings.deadLetterQueue;
    const bool isKept = endsInOutbox(*subscribed.subscription);
    QueueBook::Entry *target =
        named.isEmpty() ? nullptr : context.book.named(queue.row.account, QueueKind::User, named);
    if (!target && !isKept)
        return 0;
    std::vector<MessageRow> copies = expiredCopies(context, queue, limit, target && isKept);
    if (copies.empty())
        return 0;
    QueueBook::Entry *outbox = isKept ? &outboxOf(context, queue.row.account) : nullptr;
    for (MessageRow &copy : copies) {
        const QByteArray messageId = copy.origin ? copy.origin->messageId : QByteArray();
        queue.expired.note({messageId, copy.receiveCount, target != nullptr});
        if (target) {
            if (outbox)
                enqueue(context, *outbox, failedCopy(subscribed, copy));
            moveToDeadLetters(context, queue, *target, subscribed, std::move(copy));
        } else {
            copy.systemProperties = failedLabel(subscribed, copy);
            moveAsExpired(context, queue, *outbox, std::move(copy));
        }
    }
    const int moved = static_cast<int>(copies.size());
    queue.expired.messages += moved;
    if (target) {
        queue.expired.deadLettered += moved;
        queue.expired.deadLetterQueue = target->row.id;
    }
    if (outbox)
        queue.expired.outbox = outbox->row.id;
    return moved;
}

void moveAsNew(WriteContext &context, QueueBook::Entry &from, QueueBook::Entry &to,
               MessageSequence sequence, MessageRow message)
{
    if (message.state != MessageState::Ready)
        context.book.changedState(from, message.state, MessageState::Ready, 1);
    message.queue = to.row.id;
    message.state = MessageState::Ready;
    message.visibleAtMs = context.nowMs;
    ++message.key.leaseNo; // handles of before end
    message.firstReceivedAtMs = 0;
    message.receiveCount = 0;
    message.holder.clear();
    context.sql.rewrite(sequence, message);
    Tally moved;
    moved.counts.ready = 1;
    moved.bodyBytes = message.bodyBytes;
    context.book.moved(from, to, moved);
    settleGroup(context, from, message.groupId);
    adopt(context, to, message.key.sequence);
}

} // namespace Signalbox
