// SPDX-License-Identifier: GPL-3.0-only
#include "metrics/pushtraffic.h"

namespace Signalbox {

void PushTraffic::delivered(qint64 subscription, std::chrono::microseconds duration)
{
    SubscriptionTraffic &traffic = m_subscriptions[subscription];
    traffic.delivered.add(1);
    traffic.took.record(duration);
    traffic.lastDuration = duration;
    traffic.lastError.clear();
    traffic.nextAtMs = 0;
}

void PushTraffic::failed(qint64 subscription, const QString &error, qint64 nextAtMs,
                         std::chrono::microseconds duration)
{
    SubscriptionTraffic &traffic = m_subscriptions[subscription];
    traffic.failed.add(1);
    traffic.took.record(duration);
    traffic.lastDuration = duration;
    traffic.lastError = error;
    traffic.nextAtMs = nextAtMs;
}

void PushTraffic::gaveUp(qint64 subscription, int messages, const QString &error)
{
    SubscriptionTraffic &traffic = m_subscriptions[subscription];
    traffic.failed.add(messages);
    traffic.lastError = error;
    traffic.nextAtMs = 0;
}

void PushTraffic::setWaiting(qint64 subscription, qint64 messages)
{
    if (const auto found = m_subscriptions.find(subscription);
        found != m_subscriptions.end() || messages > 0)
        m_subscriptions[subscription].waiting.set(messages);
}

void PushTraffic::close(qint64 seconds, qint64 minutes)
{
    const auto closeOne = [seconds, minutes](auto &history) {
        closeIntervals(history, seconds, minutes);
    };
    for (auto &[id, count] : m_topics)
        closeOne(count);
    for (auto &[id, traffic] : m_subscriptions) {
        closeOne(traffic.delivered);
        closeOne(traffic.failed);
        closeOne(traffic.notKept);
        closeOne(traffic.took);
        closeOne(traffic.waiting);
    }
}

const HourlyCount &PushTraffic::topic(qint64 topic) const
{
    static const HourlyCount nothing;
    const auto found = m_topics.find(topic);
    return found == m_topics.end() ? nothing : found->second;
}

const SubscriptionTraffic &PushTraffic::subscription(qint64 subscription) const
{
    static const SubscriptionTraffic nothing;
    const auto found = m_subscriptions.find(subscription);
    return found == m_subscriptions.end() ? nothing : found->second;
}

} // namespace Signalbox
