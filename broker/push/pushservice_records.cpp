// SPDX-License-Identifier: GPL-3.0-only
#include "core/logging.h"
#include "metrics/brokermetrics.h"
#include "push/pushservice.h"

// What is counted of deliveries, and what is kept among the attempts.

namespace Signalbox {

namespace {

constexpr int kMaxKeptDeliveries = 100; ///< Of a subscription in a second.
constexpr int kMaxKeptDirectly = 500; ///< Of all in a second.

} // namespace

void PushService::record(const Delivery &delivery, PushAttempt attempt)
{
    const PushTry counted{.subscription = delivery.subscription.id,
                          .isRetry = attempt.attempt > 1,
                          .duration = attempt.reply.duration};
    const bool isSubscribed = m_topics.registry().findByQueue(delivery.subscription.queue);
    if (delivery.isOver && isSubscribed) {
        m_metrics.pushes().gaveUp(delivery.subscription.id, 0, attempt.failure());
    } else if (attempt.outcome == PushAttempt::Outcome::Delivered) {
        m_metrics.pushed(counted);
        if (!mayKeepDelivery(delivery.subscription.queue))
            return m_metrics.pushes().notKept(delivery.subscription.id);
    } else if (isSubscribed) {
        m_metrics.pushFailed(counted, attempt.failure(), attempt.nextAtMs);
    }
    keep(std::move(attempt));
}

bool PushService::mayKeepDelivery(QueueId queue)
{
    const auto feed = m_feeds.find(queue);
    if (feed == m_feeds.end())
        return true;
    const qint64 nowMs = m_options.systemTime();
    feed->second.kept.add(nowMs);
    return feed->second.kept.at(nowMs) <= kMaxKeptDeliveries;
}

bool PushService::mayKeepDirect(QueueId queue)
{
    const qint64 nowMs = m_options.systemTime();
    if (m_keptDirectly.at(nowMs) >= kMaxKeptDirectly || !mayKeepDelivery(queue))
        return false;
    m_keptDirectly.add(nowMs);
    return true;
}

void PushService::recordDirect(TopicId topicId, const QByteArray &messageId,
                               const std::vector<DirectCopy> &copies)
{
    const TopicRegistry::Topic *topic = m_topics.registry().find(topicId);
    if (!topic || !m_isRunning) // or the attempts of earlier runs are not there yet
        return;
    for (const DirectCopy &copy : copies) {
        const TopicRegistry::Subscription *subscription =
            m_topics.registry().findByQueue(copy.deliveryQueue);
        if (!subscription)
            continue;
        if (mayKeepDirect(copy.deliveryQueue))
            keep(attemptFor(topic->row, subscription->row, messageId));
        else
            m_metrics.pushes().notKept(copy.subscription);
    }
}

const PushAttempt &PushService::keep(PushAttempt attempt)
{
    const PushAttempt &kept = m_attempts.add(std::move(attempt));
    m_journal.add(kept);
    return kept;
}

void PushService::recordExpired(QueueId queue, const ExpiredCopies &copies)
{
    const TopicRegistry::Subscription *subscription = m_topics.registry().findByQueue(queue);
    if (!subscription)
        return;
    const TopicRow &topic = m_topics.registry().find(subscription->row.topic)->row;
    const QString error = retentionOver();
    if (copies.deadLettered > 0)
        m_metrics.sent(copies.deadLetterQueue, copies.deadLettered);
    qCWarning(logPush,
              "%d messages for subscription %s of topic %s waited too long; %d are in the "
              "dead-letter queue.",
              copies.messages, qUtf8Printable(subscription->row.name), qUtf8Printable(topic.name),
              copies.deadLettered);
    m_metrics.pushes().gaveUp(subscription->row.id, copies.messages, error);
    for (const ExpiredCopy &copy : copies.told) {
        PushAttempt attempt = attemptFor(topic, subscription->row, copy.messageId);
        attempt.attempt = copy.receives;
        attempt.outcome = copy.isDeadLettered ? PushAttempt::Outcome::DeadLettered
                                              : PushAttempt::Outcome::Dropped;
        attempt.reply.error = error;
        keep(std::move(attempt));
    }
}

} // namespace Signalbox
