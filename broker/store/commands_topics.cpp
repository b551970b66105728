// SPDX-License-Identifier: GPL-3.0-only
#include "core/ids.h"
#include "protocol/notification.h"
#include "protocol/pushendpoint.h"
#include "store/commands.h"
#include "store/messagegroups.h"
#include "store/refusals.h"
#include "store/trashbin.h"

#include <QCryptographicHash>
#include <QHash>

namespace Signalbox {

namespace {

constexpr int kSmallestSharedBody = 256; ///< Below, a reference costs more than the copy.

QueueRow deliveryQueue(const TopicRow &topic, const SubscriptionRow &subscription)
{
    QueueRow queue;
    queue.account = topic.account;
    // No queue of a user can have this name, nor another subscription, now or later.
    queue.name = QStringLiteral("%1/%2/%3").arg(topic.name, subscription.name).arg(subscription.id);
    queue.kind = QueueKind::Delivery;
    queue.settings.retention = Limits::kTopicRetention;
    queue.settings.type = topic.settings.type;
    return queue;
}

/// The queue that a copy can go to at once, without waiting for anything; null when there is none.
QueueBook::Entry *directTarget(WriteContext &context, const TopicRow &topic,
                               const SubscriptionRow &subscription, const QString &groupId)
{
    const Result<PushEndpoint> endpoint = parsePushEndpoint(subscription.settings.endpoint);
    if (!endpoint || endpoint->channel != PushChannel::Queue || subscription.isPaused
        || subscription.settings.maxPushesPerSecond > 0)
        return nullptr;
    const QueueBook::Entry *waiting = context.book.named(subscription.queue);
    if (waiting && waiting->row.counts.total() > 0)
        return nullptr; // what waits came first
    QueueBook::Entry *target = context.book.named(topic.account, QueueKind::User, endpoint->target);
    const bool lacksGroup = target && target->row.settings.isFifo() && groupId.isEmpty();
    return lacksGroup ? nullptr : target;
}

/// One message on its way to all subscribers. Bodies are counted first, so that one that goes to
/// several is stored once.
class FanOut
{
public:
    FanOut(WriteContext &context, const TopicRow &topic, const PublishedMessage &message,
           const QByteArray &messageId)
        : m_context(context)
        , m_topic(topic)
        , m_message(message)
        , m_messageId(messageId)
        , m_bodyMd5(QCryptographicHash::hash(message.content.body, QCryptographicHash::Md5))
    {
    }

    void add(const SubscriptionRow &subscription)
    {
        if (QueueBook::Entry *target =
                directTarget(m_context, m_topic, subscription, m_message.content.groupId)) {
            const QByteArray body = notification(subscription);
            const bool isRaw = subscription.settings.format == NotifyContentFormat::Simplified;
            m_copies.push_back({target, &subscription, body, isRaw, false});
        } else if (QueueBook::Entry *queue = m_context.book.named(subscription.queue)) {
            m_copies.push_back({queue, &subscription, m_message.content.body, true, true});
        }
    }

    Publication store()
    {
        Publication publication;
        const auto raw = std::count_if(m_copies.begin(), m_copies.end(),
                                       [](const Copy &copy) { return copy.isRaw; });
        const BodyId shared = raw > 1 && m_message.content.body.size() >= kSmallestSharedBody
            ? m_context.sql.shareBody(m_message.content.body, static_cast<int>(raw))
            : 0;
        for (const Copy &copy : m_copies) {
            enqueue(m_context, *copy.queue, newMessage(copy, shared));
            if (copy.waits)
                ++publication.waiting;
            else
                publication.direct.push_back(
                    {copy.queue->row.id, copy.subscription->id, copy.subscription->queue});
        }
        return publication;
    }

private:
    struct Copy
    {
        QueueBook::Entry *queue;
        const SubscriptionRow *subscription;
        QByteArray body;
        bool isRaw; ///< The body is the published one.
        bool waits; ///< In a delivery queue, for a push.
    };

    QByteArray notification(const SubscriptionRow &subscription) const
    {
        Notification notification;
        notification.topicOwner = notification.subscriber = m_topic.account;
        notification.topic = m_topic.name;
        notification.subscription = subscription.name;
        notification.messageId = m_messageId;
        notification.body = m_message.content.body;
        notification.bodyMd5 = m_bodyMd5.toHex().toUpper();
        notification.tag = m_message.tag;
        notification.publishedAtMs = m_context.nowMs;
        return writeNotification(notification, subscription.settings.format);
    }

    NewMessage newMessage(const Copy &copy, BodyId shared) const
    {
        NewMessage message;
        message.content = m_message.content;
        message.content.body = copy.body;
        message.bodyMd5 =
            copy.isRaw ? m_bodyMd5 : QCryptographicHash::hash(copy.body, QCryptographicHash::Md5);
        message.sharedBody = copy.isRaw ? shared : 0;
        if (copy.waits) {
            message.origin =
                PublishOrigin{m_messageId, m_context.nowMs, m_message.tag, m_message.attributes};
        } else {
            message.delay = copy.queue->row.settings.delay;
        }
        return message;
    }

    WriteContext &m_context;
    const TopicRow &m_topic;
    const PublishedMessage &m_message;
    const QByteArray m_messageId;
    const QByteArray m_bodyMd5;
    std::vector<Copy> m_copies;
};

bool isWanted(const SubscriptionRow &subscription, const PublishedMessage &message)
{
    const QString &filter = subscription.settings.filterTag;
    return filter.isEmpty() || filter == message.tag;
}

} // namespace

Result<TopicRow> CreateTopicCommand::apply(WriteContext &context)
{
    if (context.topics.named(topic.account, topic.name))
        return topicExists(topic.name);
    topic.id = context.resourceIds.next(context.sql);
    topic.createdAtMs = topic.modifiedAtMs = context.nowMs;
    context.topics.insert(context.sql, topic);
    return topic;
}

Result<TopicRow> SetTopicSettingsCommand::apply(WriteContext &context)
{
    TopicBook::Entry *entry = context.topics.find(topic);
    if (!entry)
        return topicGone();
    TopicRow row = entry->row;
    row.settings = settings.appliedTo(row.settings);
    row.modifiedAtMs = context.nowMs;
    context.topics.update(context.sql, *entry, row);
    return row;
}

Result<Unsubscribed> DeleteTopicCommand::apply(WriteContext &context)
{
    TopicBook::Entry *entry = context.topics.find(topic);
    if (!entry)
        return topicGone();
    Unsubscribed gone;
    for (const auto &[name, subscription] : entry->subscriptions)
        gone.subscriptions.push_back(subscription);
    gone.trash = throwAway(context, *entry);
    return gone;
}

Result<NewSubscription> SubscribeCommand::apply(WriteContext &context)
{
    TopicBook::Entry *entry = context.topics.find(subscription.topic);
    if (!entry)
        return topicGone();
    if (entry->subscriptions.contains(subscription.name))
        return subscriptionExists(subscription.name);
    if (entry->subscriptions.size() >= Limits::kMaxSubscriptionsPerTopic)
        return tooManySubscriptions();
    subscription.id = context.resourceIds.next(context.sql);
    subscription.createdAtMs = subscription.modifiedAtMs = context.nowMs;
    const QueueRow &queue = createQueue(context, deliveryQueue(entry->row, subscription)).row;
    subscription.queue = queue.id;
    context.topics.insert(context.sql, *entry, subscription);
    return NewSubscription{subscription, queue};
}

Result<SubscriptionRow> ChangeSubscriptionCommand::apply(WriteContext &context)
{
    TopicBook::Entry *entry = context.topics.find(topic);
    if (!entry)
        return topicGone();
    const auto kept = entry->subscriptions.find(name);
    if (kept == entry->subscriptions.end())
        return subscriptionGone();
    SubscriptionRow row = kept->second;
    row.settings = settings.appliedTo(row.settings);
    row.isPaused = isPaused.value_or(row.isPaused);
    row.modifiedAtMs = context.nowMs;
    context.topics.update(context.sql, kept->second, row);
    return row;
}

Result<Unsubscribed> UnsubscribeCommand::apply(WriteContext &context)
{
    TopicBook::Entry *entry = context.topics.find(topic);
    if (!entry)
        return topicGone();
    const auto kept = entry->subscriptions.find(name);
    if (kept == entry->subscriptions.end())
        return subscriptionGone();
    Unsubscribed gone;
    gone.subscriptions.push_back(kept->second);
    gone.trash = throwAway(context, *entry, name);
    return gone;
}

Result<Publication> PublishCommand::apply(WriteContext &context)
{
    const TopicBook::Entry *entry = context.topics.find(topic);
    if (!entry)
        return topicGone();
    const MessageSequence sequence = context.messageIds.next(context.sql);
    FanOut fanOut(context, entry->row, message, messageIdText(databaseId, sequence));
    for (const auto &[name, subscription] : entry->subscriptions) {
        if (isWanted(subscription, message))
            fanOut.add(subscription);
    }
    Publication publication = fanOut.store();
    publication.sequence = sequence;
    return publication;
}

Result<QueueId> ForwardCommand::apply(WriteContext &context)
{
    QueueBook::Entry *source = context.book.addressed(from);
    QueueBook::Entry *queue = kind == QueueKind::Outbox ? &outboxOf(context, account)
                                                        : context.book.named(account, kind, target);
    if (!source || !queue)
        return queueGone();
    // A queue that came after its subscription, and keeps an order that the topic does not give.
    if (queue->row.settings.isFifo() && !message.deadLetter) {
        if (Result<void> ordered = checkOrderedMessage(message.content); !ordered)
            return ordered.error();
    }
    const Removal removal = context.sql.removeHeld(source->row.id, {key}, context.nowMs).front();
    if (!removal.removed)
        return handleLapsed();
    context.book.removed(*source, removal.found->state, removal.found->bodyBytes);
    settleGroup(context, *source, removal.found->groupId);
    message.delay = queue->row.settings.delay;
    enqueue(context, *queue, message);
    return queue->row.id;
}

Result<ForwardedAndKept> ForwardAndKeepCommand::apply(WriteContext &context)
{
    const Result<QueueId> forwarded = forward.apply(context);
    if (!forwarded)
        return forwarded.error();
    QueueBook::Entry &queue = outboxOf(context, forward.account);
    kept.delay = queue.row.settings.delay;
    enqueue(context, queue, kept);
    return ForwardedAndKept{*forwarded, queue.row.id};
}

} // namespace Signalbox
