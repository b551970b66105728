// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/queuechart.h"

#include "console/models/serieschart.h"

namespace Signalbox {

using namespace std::chrono_literals;

ChartData queueChartData(const Admin::QueueHistory &history, const QList<QueueSeries> &series,
                         std::chrono::seconds span, QueueValue value, std::chrono::seconds back)
{
    const Admin::QueueSamples &samples = span <= 1min ? history.seconds : history.minutes;
    const double factor = value == QueueValue::PerSecond ? 1000.0 / double(samples.intervalMs)
        : value == QueueValue::Seconds                   ? 1.0 / 1000
                                                         : 1.0;
    SampledSeries sampled{history.endMs, samples.intervalMs, {}};
    for (const QueueSeries one : series)
        sampled.lines.append(samples.*one);
    return seriesChartData(sampled, span, factor, back);
}

} // namespace Signalbox
