// SPDX-License-Identifier: GPL-3.0-only
#include "metrics/pushtraffic.h"

#include <algorithm>

namespace Signalbox {

void HourlyCount::closeSecond()
{
    m_minute += m_second;
    m_seconds.push(m_second);
    m_second = 0;
}

void HourlyCount::closeMinute()
{
    m_minutes.push(m_minute);
    m_minute = 0;
}

double HourlyCount::perSecond() const
{
    double sum = 0;
    for (int age = 0; age < kRateSeconds; ++age)
        sum += m_seconds.newest(age);
    return sum / kRateSeconds;
}

qint64 HourlyCount::lastMinutes(int minutes) const
{
    qint64 sum = qint64(m_second) + m_minute;
    for (int age = 0; age < std::min(minutes, kMinutes); ++age)
        sum += m_minutes.newest(age);
    return sum;
}

HourlyCount::Spark HourlyCount::spark() const
{
    Spark points{};
    for (int i = 0; i < kSparkPoints - 1; ++i)
        points[size_t(i)] = m_minutes.newest(kMinutes - 1 - i * kMinutes / kSparkPoints);
    // The minute that has not ended would look like a drop: whichever is more.
    points.back() = std::max(m_minutes.newest(), m_minute + m_second);
    return points;
}

void PushTraffic::delivered(qint64 subscription, std::chrono::microseconds duration)
{
    SubscriptionTraffic &traffic = m_subscriptions[subscription];
    traffic.delivered.add(1);
    traffic.lastDuration = duration;
    traffic.lastError.clear();
    traffic.nextAtMs = 0;
}

void PushTraffic::failed(qint64 subscription, const QString &error, qint64 nextAtMs,
                         std::chrono::microseconds duration)
{
    SubscriptionTraffic &traffic = m_subscriptions[subscription];
    traffic.failed.add(1);
    traffic.lastDuration = duration;
    traffic.lastError = error;
    traffic.nextAtMs = nextAtMs;
}

void PushTraffic::close(qint64 seconds, qint64 minutes)
{
    const auto closeOne = [seconds, minutes](HourlyCount &count) {
        for (qint64 i = std::min<qint64>(seconds, HourlyCount::kRateSeconds); i > 0; --i)
            count.closeSecond();
        for (qint64 i = 0; i < minutes; ++i)
            count.closeMinute();
    };
    for (auto &[id, count] : m_topics)
        closeOne(count);
    for (auto &[id, traffic] : m_subscriptions) {
        closeOne(traffic.delivered);
        closeOne(traffic.failed);
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
