// SPDX-License-Identifier: GPL-3.0-only
#include "metrics/hourlyhistory.h"

#include <algorithm>

namespace Signalbox {

namespace {

constexpr double kShare = 0.95;

} // namespace

void HourlyCount::closeSecond()
{
    m_minute += m_second;
    m_history.seconds.push(m_second);
    m_second = 0;
}

void HourlyCount::closeMinute()
{
    m_history.minutes.push(m_minute);
    m_minute = 0;
}

double HourlyCount::perSecond() const
{
    double sum = 0;
    for (int age = 0; age < kRateSeconds; ++age)
        sum += m_history.seconds.newest(age);
    return sum / kRateSeconds;
}

qint64 HourlyCount::lastMinutes(int minutes) const
{
    qint64 sum = qint64(m_second) + m_minute;
    for (int age = 0; age < std::min(minutes, m_history.kSize); ++age)
        sum += m_history.minutes.newest(age);
    return sum;
}

HourlyCount::Spark HourlyCount::spark() const
{
    Spark points{};
    for (int i = 0; i < kSparkPoints - 1; ++i)
        points[size_t(i)] =
            m_history.minutes.newest(m_history.kSize - 1 - i * m_history.kSize / kSparkPoints);
    // The minute that has not ended would look like a drop: whichever is more.
    points.back() = std::max(m_history.minutes.newest(), m_minute + m_second);
    return points;
}

HourlyTimes::HourlyTimes()
{
    m_history.seconds.fill(LatencyHistogram::kNoBucket);
    m_history.minutes.fill(LatencyHistogram::kNoBucket);
}

void HourlyTimes::closeSecond()
{
    m_history.seconds.push(m_second.percentileBucket(kShare));
    m_minute.add(m_second);
    m_second.clear();
}

void HourlyTimes::closeMinute()
{
    m_history.minutes.push(m_minute.percentileBucket(kShare));
    m_minute.clear();
}

} // namespace Signalbox
