// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "metrics/samplering.h"

#include <QString>

#include <array>
#include <chrono>
#include <unordered_map>

namespace Signalbox {

/// How often something happened: per second over the last seconds, and in each minute of the last
/// hour.
class HourlyCount
{
public:
    static constexpr int kRateSeconds = 5;
    static constexpr int kMinutes = 60;
    static constexpr int kSparkPoints = 40;
    using Spark = std::array<qint64, kSparkPoints>;

    void add(int times) { m_second += quint32(times); }
    void closeSecond();
    void closeMinute();

    [[nodiscard]] double perSecond() const;
    [[nodiscard]] qint64 lastMinutes(int minutes) const;
    [[nodiscard]] qint64 lastHour() const { return lastMinutes(kMinutes); }
    /// The course of the last hour, oldest first, per minute.
    [[nodiscard]] Spark spark() const;

private:
    quint32 m_second = 0;
    quint32 m_minute = 0;
    SampleRing<quint32, kRateSeconds> m_seconds;
    SampleRing<quint32, kMinutes> m_minutes;
};

/// What one subscription was brought, try by try.
struct SubscriptionTraffic
{
    HourlyCount delivered;
    HourlyCount failed;
    std::chrono::microseconds lastDuration{0};
    QString lastError; ///< Empty when the last try succeeded.
    qint64 nextAtMs = 0; ///< Broker time of the next try after the last failure; 0: none.
};

/// The recent past of topics and subscriptions. Lives in the HTTP thread; forgets with forget...().
class PushTraffic
{
public:
    void published(qint64 topic) { m_topics[topic].add(1); }
    void delivered(qint64 subscription, std::chrono::microseconds duration);
    /// \a nextAtMs: broker time of the next try; 0 for none.
    void failed(qint64 subscription, const QString &error, qint64 nextAtMs,
                std::chrono::microseconds duration);
    void forgetTopic(qint64 topic) { m_topics.erase(topic); }
    void forgetSubscription(qint64 subscription) { m_subscriptions.erase(subscription); }

    /// \a seconds ended, and with them \a minutes.
    void close(qint64 seconds, qint64 minutes);

    /// Nothing published yet: zeros.
    [[nodiscard]] const HourlyCount &topic(qint64 topic) const;
    /// Nothing tried yet: zeros.
    [[nodiscard]] const SubscriptionTraffic &subscription(qint64 subscription) const;

private:
    std::unordered_map<qint64, HourlyCount> m_topics;
    std::unordered_map<qint64, SubscriptionTraffic> m_subscriptions;
};

} // namespace Signalbox
