// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/queuechart.h"

#include <algorithm>

namespace Signalbox {

using namespace std::chrono_literals;

ChartData queueChartData(const Admin::QueueHistory &history, const QList<QueueSeries> &series,
                         std::chrono::seconds span, QueueValue value, std::chrono::seconds back)
{
    const Admin::QueueSamples &samples = span <= 1min ? history.seconds : history.minutes;
    ChartData data;
    data.values.resize(series.size());
    if (samples.intervalMs <= 0 || series.isEmpty())
        return data;
    data.step = double(samples.intervalMs) / 1000;
    const double factor = value == QueueValue::PerSecond ? 1000.0 / double(samples.intervalMs)
        : value == QueueValue::Seconds                   ? 1.0 / 1000
                                                         : 1.0;
    // Intervals end at whole multiples; the one under way has no sample yet.
    const qint64 endMs = history.endMs - history.endMs % samples.intervalMs;
    const qsizetype known = (samples.*series.constFirst()).size();
    const qsizetype count = std::chrono::milliseconds(span).count() / samples.intervalMs;
    const qsizetype end = known - std::chrono::milliseconds(back).count() / samples.intervalMs;
    const qsizetype begin = std::max<qsizetype>(0, end - count);
    for (qsizetype i = begin; i < end; ++i)
        data.times.append(double(endMs - (end - 1 - i) * samples.intervalMs) / 1000);
    for (qsizetype line = 0; line < series.size(); ++line) {
        const Admin::Series &all = samples.*series.at(line);
        for (qsizetype i = begin; i < end; ++i)
            data.values[line].append(i < all.size() ? all.at(i) * factor : qQNaN());
    }
    return data;
}

} // namespace Signalbox
