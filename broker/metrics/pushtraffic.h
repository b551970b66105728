// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "metrics/hourlyhistory.h"

#include <QString>

#include <chrono>
#include <unordered_map>

namespace Signalbox {

/// What one subscription was brought, try by try.
struct SubscriptionTraffic
{
    HourlyCount delivered;
    HourlyCount failed;
    HourlyCount notKept; ///< Of those delivered: counted, but not among the attempts.
    HourlyTimes took; ///< Of both.
    HourlyLevel waiting; ///< Messages that have not reached the subscriber yet.
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
    /// What waited is tried no more, for \a error; \a messages of it were given up without a last
    /// try that would count.
    void gaveUp(qint64 subscription, int messages, const QString &error);
    void notKept(qint64 subscription) { m_subscriptions[subscription].notKept.add(1); }
    void forgetTopic(qint64 topic) { m_topics.erase(topic); }
    void forgetSubscription(qint64 subscription) { m_subscriptions.erase(subscription); }

    /// \a messages have not reached \a subscription yet.
    void setWaiting(qint64 subscription, qint64 messages);
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
