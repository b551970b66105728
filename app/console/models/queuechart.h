// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"
#include "widgets/charts/chartdata.h"

#include <QList>

#include <chrono>

namespace Signalbox {

/// One series of a queue's history.
using QueueSeries = Admin::Series Admin::QueueSamples::*;

/// What a chart of a queue makes of a sample.
enum class QueueValue {
    AsIs,
    PerSecond, ///< Of what is counted per interval.
    Seconds ///< Of milliseconds.
};

/// The last \a span of \a series as a chart draws it: a sample a second up to a minute, beyond that
/// a sample a minute, each at the end of its interval. With \a back, what was so long before, with
/// the times moved to those of now; the broker keeps as much as an hour, so it may be empty.
[[nodiscard]] ChartData queueChartData(const Admin::QueueHistory &history,
                                       const QList<QueueSeries> &series, std::chrono::seconds span,
                                       QueueValue value = QueueValue::AsIs,
                                       std::chrono::seconds back = std::chrono::seconds(0));

} // namespace Signalbox
