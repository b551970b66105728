// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "metrics/latencyhistogram.h"
#include "metrics/samplering.h"

#include <algorithm>
#include <array>

namespace Signalbox {

/// One value for each of the last 60 seconds and each of the last 60 minutes.
template <typename Value>
struct HourlyHistory
{
    static constexpr int kSize = 60;

    SampleRing<Value, kSize> seconds;
    SampleRing<Value, kSize> minutes;
};

/// How often something happened.
class HourlyCount
{
public:
    static constexpr int kRateSeconds = 5;
    static constexpr int kSparkPoints = 40;
    using Spark = std::array<qint64, kSparkPoints>;

    void add(int times) { m_second += quint32(times); }
    void closeSecond();
    void closeMinute();

    [[nodiscard]] double perSecond() const;
    [[nodiscard]] qint64 lastMinutes(int minutes) const;
    [[nodiscard]] qint64 lastHour() const { return lastMinutes(HourlyHistory<quint32>::kSize); }
    /// The course of the last hour, oldest first, per minute.
    [[nodiscard]] Spark spark() const;
    [[nodiscard]] const HourlyHistory<quint32> &history() const { return m_history; }

private:
    quint32 m_second = 0;
    quint32 m_minute = 0;
    HourlyHistory<quint32> m_history;
};

/// Of \a history \a seconds ended, and with them \a minutes.
template <typename History>
void closeIntervals(History &history, qint64 seconds, qint64 minutes)
{
    for (qint64 i = std::min<qint64>(seconds, HourlyHistory<quint32>::kSize); i > 0; --i)
        history.closeSecond();
    for (qint64 i = 0; i < minutes; ++i)
        history.closeMinute();
}

/// How many there are of something, as each interval ended.
class HourlyLevel
{
public:
    void set(qint64 level) { m_level = quint32(level); }
    void closeSecond() { m_history.seconds.push(m_level); }
    void closeMinute() { m_history.minutes.push(m_level); }

    [[nodiscard]] const HourlyHistory<quint32> &history() const { return m_history; }

private:
    quint32 m_level = 0;
    HourlyHistory<quint32> m_history;
};

/// The time that 95 of a hundred stayed within, as buckets of LatencyHistogram.
class HourlyTimes
{
public:
    HourlyTimes();

    void record(std::chrono::microseconds duration) { m_second.record(duration); }
    void closeSecond();
    void closeMinute();

    [[nodiscard]] const HourlyHistory<quint8> &history() const { return m_history; }

private:
    LatencyHistogram m_second;
    LatencyHistogram m_minute;
    HourlyHistory<quint8> m_history;
};

} // namespace Signalbox
