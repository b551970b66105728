// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/serieschart.h"

#include <algorithm>
#include <cmath>

namespace Signalbox {

ChartData seriesChartData(const SampledSeries &series, std::chrono::seconds span, double factor,
                          std::chrono::seconds back)
{
    ChartData data;
    data.values.resize(series.lines.size());
    const qint64 intervalMs = series.intervalMs;
    if (intervalMs <= 0 || series.lines.isEmpty())
        return data;
    data.step = double(intervalMs) / 1000;
    // Intervals end at whole multiples; the one under way has no sample yet.
    const qint64 endMs = series.endMs - series.endMs % intervalMs;
    const qsizetype known = series.lines.constFirst().size();
    const qsizetype count = std::chrono::milliseconds(span).count() / intervalMs;
    const qsizetype end = known - std::chrono::milliseconds(back).count() / intervalMs;
    const qsizetype begin = std::max<qsizetype>(0, end - count);
    for (qsizetype i = begin; i < end; ++i)
        data.times.append(double(endMs - (end - 1 - i) * intervalMs) / 1000);
    for (qsizetype line = 0; line < series.lines.size(); ++line) {
        const Admin::Series &all = series.lines.at(line);
        for (qsizetype i = begin; i < end; ++i)
            data.values[line].append(i < all.size() ? all.at(i) * factor : qQNaN());
    }
    return data;
}

double highestValue(const ChartData &data)
{
    double value = 0;
    for (const QList<double> &line : data.values) {
        for (const double sample : line)
            value = std::isnan(sample) ? value : std::max(value, sample);
    }
    return value;
}

} // namespace Signalbox
