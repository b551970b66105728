// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "metrics/latencyhistogram.h"
#include "metrics/pushtraffic.h"
#include "metrics/queuetraffic.h"
#include "metrics/receiverbook.h"
#include "metrics/refusaltally.h"
#include "protocol/queue.h"

#include <chrono>
#include <functional>
#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

namespace Signalbox {

/// How a request ended, as counters tell requests apart.
enum class RequestOutcome {
    Answered, ///< Also with "nothing there", the daily bread of a consumer.
    Refused, ///< The request was at fault.
    Failed, ///< The broker was at fault.
};

/// What the whole broker did in one second.
struct BrokerSample
{
    static constexpr float kNone = -1; ///< No value: no commit in that second.

    quint32 sent = 0;
    quint32 received = 0;
    quint32 deleted = 0;
    quint32 requests = 0;
    quint32 errors = 0; ///< Refused and failed
    quint32 published = 0; ///< Messages that topics took.
    quint32 pushed = 0; ///< Tries that reached a subscriber.
    quint32 pushFailed = 0; ///< Tries that did not.
    quint32 pushRetried = 0; ///< Of both, those after a message's first.
    qint64 ready = 0;
    qint64 leased = 0;
    qint64 delayed = 0;
    float commitP50Ms = kNone;
    float commitP95Ms = kNone;
    float commitP99Ms = kNone;
    bool present = false; ///< False: the broker did not run, or slept.
};

/// What was counted since the start.
struct BrokerTotals
{
    quint64 sent = 0;
    quint64 received = 0;
    quint64 deleted = 0;
    quint64 answered = 0;
    quint64 refused = 0;
    quint64 failed = 0;
    quint64 commits = 0;
    quint64 commands = 0;
    quint64 published = 0;
    quint64 pushed = 0;
    quint64 pushFailed = 0;
    quint64 pushRetried = 0;

    [[nodiscard]] quint64 requests() const { return answered + refused + failed; }
};

/// One try to bring a message to a subscriber.
struct PushTry
{
    qint64 subscription = 0;
    bool isRetry = false; ///< Not the message's first.
    std::chrono::microseconds duration{0};
};

/// Everything that is counted about the running broker. Lives in the HTTP thread. tick() closes a
/// second. Broker-wide history: one sample a second for an hour. Per queue: 60 x 1 s and 60 x 1
/// min, allocated on its first traffic and freed after an hour without.
class BrokerMetrics
{
public:
    static constexpr int kHistorySeconds = 3600;
    static constexpr int kForgetAfterIdleSeconds = 3600;
    using CountsOfQueue = std::function<QueueCounts(qint64 queue)>;

    BrokerMetrics();

    // --- Called by the engine ---
    void sent(qint64 queue, int messages);
    /// \a firstWaits: how long those had waited that were received for the first time.
    void received(qint64 queue, int messages,
                  std::span<const std::chrono::milliseconds> firstWaits = {});
    void deleted(qint64 queue, int messages, std::span<const Departure> departures = {});
    void committed(std::chrono::microseconds duration, int commands);
    void forgetQueue(qint64 queue);
    void published(qint64 topic);
    void pushed(const PushTry &attempt);
    /// \a nextAtMs: broker time of the next try; 0 for none.
    void pushFailed(const PushTry &attempt, const QString &error, qint64 nextAtMs);
    /// Of topics and subscriptions.
    [[nodiscard]] PushTraffic &pushes() { return m_pushes; }
    [[nodiscard]] const PushTraffic &pushes() const { return m_pushes; }
    /// Who receives from which queue.
    [[nodiscard]] ReceiverBook &receivers() { return m_receivers; }
    [[nodiscard]] const ReceiverBook &receivers() const { return m_receivers; }

    // --- Called by the api ---
    void request(RequestOutcome outcome, std::chrono::microseconds duration);
    /// Of access keys.
    [[nodiscard]] RefusalTally &refusals() { return m_refusals; }
    [[nodiscard]] const RefusalTally &refusals() const { return m_refusals; }

    /// Closes the seconds that have passed by \a systemMs (system time, Unix milliseconds); call it
    /// about once a second. Seconds missed in between get no sample. Returns the queues whose rates
    /// or spark are other than before.
    std::vector<qint64> tick(qint64 systemMs, const QueueCounts &totals,
                             const CountsOfQueue &countsOf);

    [[nodiscard]] const BrokerTotals &totals() const { return m_totals; }
    /// End of the newest sample, system time.
    [[nodiscard]] qint64 historyEndMs() const { return m_lastTickMs; }
    [[nodiscard]] const SampleRing<BrokerSample, kHistorySeconds> &history() const
    {
        return *m_history;
    }
    /// Commits of the last one to two minutes.
    [[nodiscard]] LatencyHistogram recentCommits() const;
    [[nodiscard]] const LatencyHistogram &allCommits() const { return m_allCommits; }
    [[nodiscard]] const LatencyHistogram &allRequests() const { return m_allRequests; }

    /// The recent past of \a queue; null when it had no traffic for an hour.
    [[nodiscard]] const QueueTraffic *queue(qint64 queue) const;
    [[nodiscard]] QueueRates rates(qint64 queue) const;
    /// \a age: how long \a queue is there.
    [[nodiscard]] QueueTraffic::Spark spark(qint64 queue, qint64 backlogNow,
                                            std::chrono::milliseconds age) const;

private:
    [[nodiscard]] QueueTraffic &trafficOf(qint64 queue);
    void closeSecond(const QueueCounts &totals);
    void countRetry(const PushTry &attempt);

    BrokerTotals m_totals;
    BrokerSample m_current;
    qint64 m_lastTickMs = 0;
    std::unique_ptr<SampleRing<BrokerSample, kHistorySeconds>> m_history;
    LatencyHistogram m_secondCommits;
    LatencyHistogram m_minuteCommits;
    LatencyHistogram m_previousMinuteCommits;
    LatencyHistogram m_allCommits;
    LatencyHistogram m_allRequests;
    std::unordered_map<qint64, std::unique_ptr<QueueTraffic>> m_queues;
    ReceiverBook m_receivers;
    PushTraffic m_pushes;
    RefusalTally m_refusals;
};

} // namespace Signalbox
