// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <utility>

namespace Signalbox {

/// What a TimeChart draws: samples at ascending times, one list of values per series, each as long
/// as times. A missing value is NaN, never 0.
struct ChartData
{
    /// Unix time in seconds.
    QList<double> times;
    QList<QList<double>> values;
    /// Seconds between two samples.
    double step = 1;

    [[nodiscard]] bool isEmpty() const { return times.isEmpty(); }
    [[nodiscard]] qsizetype size() const { return times.size(); }
};

/// Stretches of time, in Unix seconds.
using TimeSpans = QList<std::pair<double, double>>;

/// Where samples are missing inside \a data: stretches in which every series is NaN or the times
/// leave out samples, each from the last known sample to the next.
[[nodiscard]] TimeSpans gapsOf(const ChartData &data);

/// \a data with NaN samples put in where the times leave some out, so that lines break there.
[[nodiscard]] ChartData withBreaks(const ChartData &data);

/// Whether \a fresh looks different from \a drawn before its last sample. That one goes on changing
/// until its time is over, and is not worth drawing everything again.
[[nodiscard]] bool differsBeforeEnd(const ChartData &drawn, const ChartData &fresh);

/// \a data with the series of \a earlier behind its own, sample by sample of the same time; NaN
/// where \a earlier has none.
[[nodiscard]] ChartData withComparison(const ChartData &data, const ChartData &earlier);

/// The values of series 0 to i added up, for each i: the upper edges of stacked areas. NaN where
/// all are NaN.
[[nodiscard]] QList<QList<double>> stacked(const QList<QList<double>> &values);

/// Index of the sample nearest to \a time, or -1 when there is none.
[[nodiscard]] qsizetype nearestSample(const ChartData &data, double time);

/// Round distance between grid lines so that a range from 0 to \a upper has three to five of them.
[[nodiscard]] double valueStep(double upper);
/// The end of a value axis for values up to \a highest: 12 % of headroom, rounded up to a quarter
/// of valueStep().
[[nodiscard]] double axisUpper(double highest);

/// The value axis grows at once and shrinks only after 30 s, so that it does not breathe.
class AxisKeeper
{
public:
    /// The end of the axis for data up to \a highest at \a now (any monotonic clock).
    double upperFor(double highest, std::chrono::milliseconds now);
    /// Forgets the past, for other data.
    void reset() { m_upper = 0; }

private:
    double m_upper = 0;
    std::chrono::milliseconds m_neededAt{0};
};

struct TimeTick
{
    double time;
    QString label;
};

/// Round local times between \a from and \a to (Unix seconds), at most \a count: "13:45", seconds
/// where they matter, a date at midnight.
[[nodiscard]] QList<TimeTick> timeTicks(double from, double to, int count);

/// \a data as comma-separated text: UTC times in ISO 8601, then the series under their \a names;
/// missing is empty.
[[nodiscard]] QString toCsv(const ChartData &data, const QStringList &names);
/// The same separated by tabs with local times, for a spreadsheet's clipboard.
[[nodiscard]] QString toTable(const ChartData &data, const QStringList &names);

} // namespace Signalbox
