// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "metrics/latencyhistogram.h"
#include "metrics/samplering.h"
#include "protocol/queue.h"

#include <array>
#include <chrono>
#include <span>

namespace Signalbox {

/// What a message that was deleted had been through.
struct Departure
{
    std::chrono::milliseconds timeInQueue{0}; ///< Since it was sent, by the broker's clock.
    int receives = 0;
};

/// Times that half, 95 and 99 of a hundred messages stayed within, as buckets of LatencyHistogram.
struct WaitPercentiles
{
    quint8 p50 = LatencyHistogram::kNoBucket;
    quint8 p95 = LatencyHistogram::kNoBucket;
    quint8 p99 = LatencyHistogram::kNoBucket;
};

/// What one queue did in one second or one minute.
struct QueueSample
{
    quint32 sent = 0;
    quint32 received = 0;
    quint32 deleted = 0;
    quint32 departed = 0; ///< Messages deleted of which it is known what they had been through.
    quint32 receives = 0; ///< How often those had been received, all together.
    quint32 ready = 0; ///< This and the following: as the interval ended.
    quint32 leased = 0;
    quint32 delayed = 0;
    quint32 backlog = 0; ///< All messages, whatever their state.
    WaitPercentiles toReceive; ///< From sent to first received, of those received then.
    WaitPercentiles toDelete; ///< From sent to deleted, of those deleted then.
};

/// Messages per second, averaged over the last seconds.
struct QueueRates
{
    double sent = 0;
    double received = 0;
    double deleted = 0;

    bool operator==(const QueueRates &) const = default;
};

/// The recent past of one queue: 60 seconds and 60 minutes, in about 8 KiB. Lives in the HTTP
/// thread.
class QueueTraffic
{
public:
    static constexpr int kSeconds = 60;
    static constexpr int kMinutes = 60;
    static constexpr int kSparkPoints = 40;
    static constexpr int kRateSeconds = 5;
    using Spark = std::array<qint64, kSparkPoints>;

    void countSent(int messages) { m_current.sent += quint32(messages); }
    /// \a firstWaits: how long those had waited that were received for the first time.
    void countReceived(int messages, std::span<const std::chrono::milliseconds> firstWaits);
    void countDeleted(int messages, std::span<const Departure> departures);

    /// Ends a second. \a counts are the queue's now; true when the rates are other than before.
    bool closeSecond(const QueueCounts &counts);
    /// Ends a minute: its traffic is what its seconds had.
    void closeMinute();

    /// Seconds without any traffic, so far.
    [[nodiscard]] int idleSeconds() const { return m_idleSeconds; }
    [[nodiscard]] QueueRates rates() const { return m_rates; }
    /// Backlog over the last hour, oldest first, ending with \a backlogNow. \a age as below.
    [[nodiscard]] Spark spark(qint64 backlogNow, std::chrono::milliseconds age) const;

    /// The second that ended \a ago seconds before the last one. The queue is there for \a age;
    /// before that it held nothing.
    [[nodiscard]] QueueSample second(int ago, std::chrono::milliseconds age) const;
    /// The minute that ended \a ago minutes before the last one, in the same way.
    [[nodiscard]] QueueSample minute(int ago, std::chrono::milliseconds age) const;

private:
    struct Waits
    {
        LatencyHistogram toReceive;
        LatencyHistogram toDelete;
    };

    QueueSample m_current;
    QueueSample m_minute;
    Waits m_secondWaits;
    Waits m_minuteWaits;
    QueueRates m_rates;
    int m_idleSeconds = 0;
    SampleRing<QueueSample, kSeconds> m_seconds;
    SampleRing<QueueSample, kMinutes> m_minutes;
};

} // namespace Signalbox
