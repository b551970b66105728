// SPDX-License-Identifier: GPL-3.0-only
#include "metrics/queuetraffic.h"

#include <limits>

namespace Signalbox {

namespace {

quint32 saturated(qint64 count)
{
    return quint32(std::clamp<qint64>(count, 0, std::numeric_limits<quint32>::max()));
}

WaitPercentiles percentiles(const LatencyHistogram &waits)
{
    return {waits.percentileBucket(0.50), waits.percentileBucket(0.95),
            waits.percentileBucket(0.99)};
}

/// Adds the waits of a second to those of its minute and forgets them.
void handOn(LatencyHistogram &second, LatencyHistogram &minute)
{
    if (second.count() == 0)
        return;
    minute.add(second);
    second.clear();
}

/// What was measured is told; what was filled in before the first traffic, if the queue was there.
template <int Size>
QueueSample sampleOf(const SampleRing<QueueSample, Size> &ring, int ago, bool wasThere)
{
    return wasThere || ago < ring.pushed() ? ring.newest(ago) : QueueSample{};
}

} // namespace

void QueueTraffic::countReceived(int messages,
                                 std::span<const std::chrono::milliseconds> firstWaits)
{
    m_current.received += quint32(messages);
    for (const std::chrono::milliseconds wait : firstWaits)
        m_secondWaits.toReceive.record(wait);
}

void QueueTraffic::countDeleted(int messages, std::span<const Departure> departures)
{
    m_current.deleted += quint32(messages);
    m_current.departed += quint32(departures.size());
    for (const Departure &departure : departures) {
        m_current.receives += quint32(departure.receives);
        m_secondWaits.toDelete.record(departure.timeInQueue);
    }
}

bool QueueTraffic::closeSecond(const QueueCounts &counts)
{
    m_current.ready = saturated(counts.ready);
    m_current.leased = saturated(counts.leased);
    m_current.delayed = saturated(counts.delayed);
    m_current.backlog = saturated(counts.total());
    m_current.toReceive = percentiles(m_secondWaits.toReceive);
    m_current.toDelete = percentiles(m_secondWaits.toDelete);
    handOn(m_secondWaits.toReceive, m_minuteWaits.toReceive);
    handOn(m_secondWaits.toDelete, m_minuteWaits.toDelete);

    const bool quiet = m_current.sent == 0 && m_current.received == 0 && m_current.deleted == 0;
    m_idleSeconds = quiet ? m_idleSeconds + 1 : 0;

    if (m_seconds.pushed() == 0) {
        // Nothing moved before: what the queue holds apart from this second's traffic is what it
        // held all along.
        QueueSample before;
        before.backlog = saturated(counts.total() - m_current.sent + m_current.deleted);
        before.ready = before.backlog;
        m_minutes.fill(before);
        m_seconds.fill(before);
    }
    m_seconds.push(m_current);

    m_minute.sent += m_current.sent;
    m_minute.received += m_current.received;
    m_minute.deleted += m_current.deleted;
    m_minute.departed += m_current.departed;
    m_minute.receives += m_current.receives;
    m_minute.ready = m_current.ready;
    m_minute.leased = m_current.leased;
    m_minute.delayed = m_current.delayed;
    m_minute.backlog = m_current.backlog;
    m_current = {};

    QueueRates rates;
    for (int age = 0; age < kRateSeconds; ++age) {
        rates.sent += m_seconds.newest(age).sent / double(kRateSeconds);
        rates.received += m_seconds.newest(age).received / double(kRateSeconds);
        rates.deleted += m_seconds.newest(age).deleted / double(kRateSeconds);
    }
    const bool changed = rates != m_rates;
    m_rates = rates;
    return changed;
}

void QueueTraffic::closeMinute()
{
    m_minute.toReceive = percentiles(m_minuteWaits.toReceive);
    m_minute.toDelete = percentiles(m_minuteWaits.toDelete);
    m_minuteWaits.toReceive.clear();
    m_minuteWaits.toDelete.clear();
    m_minutes.push(m_minute);
    m_minute.sent = m_minute.received = m_minute.deleted = 0;
    m_minute.departed = m_minute.receives = 0;
}

QueueTraffic::Spark QueueTraffic::spark(qint64 backlogNow, std::chrono::milliseconds age) const
{
    const bool isQuiet = m_seconds.pushed() == 0;
    Spark points{};
    for (int i = 0; i < kSparkPoints - 1; ++i) {
        const int ago = kMinutes - 1 - i * kMinutes / kSparkPoints;
        if (!isQuiet)
            points[size_t(i)] = minute(ago, age).backlog;
        else if (std::chrono::minutes(ago) < age)
            points[size_t(i)] = backlogNow;
    }
    points.back() = backlogNow;
    return points;
}

QueueSample QueueTraffic::second(int ago, std::chrono::milliseconds age) const
{
    return sampleOf(m_seconds, ago, std::chrono::seconds(ago) < age);
}

QueueSample QueueTraffic::minute(int ago, std::chrono::milliseconds age) const
{
    return sampleOf(m_minutes, ago, std::chrono::minutes(ago) < age);
}

} // namespace Signalbox
