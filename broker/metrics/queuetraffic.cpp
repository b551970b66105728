// SPDX-License-Identifier: GPL-3.0-only
#include "metrics/queuetraffic.h"

#include <limits>

namespace Signalbox {

namespace {

quint32 saturated(qint64 count)
{
    return quint32(std::clamp<qint64>(count, 0, std::numeric_limits<quint32>::max()));
}

} // namespace

bool QueueTraffic::closeSecond(const QueueCounts &counts)
{
    m_current.ready = saturated(counts.ready);
    m_current.leased = saturated(counts.leased);
    m_current.delayed = saturated(counts.delayed);
    m_current.backlog = saturated(counts.total());

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
    m_minutes.push(m_minute);
    m_minute.sent = m_minute.received = m_minute.deleted = 0;
}

QueueTraffic::Spark QueueTraffic::spark(qint64 backlogNow) const
{
    Spark points{};
    if (m_seconds.pushed() == 0) {
        points.fill(backlogNow);
        return points;
    }
    for (int i = 0; i < kSparkPoints - 1; ++i)
        points[size_t(i)] = m_minutes.newest(kMinutes - 1 - i * kMinutes / kSparkPoints).backlog;
    points.back() = backlogNow;
    return points;
}

} // namespace Signalbox
