// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"
#include "widgets/charts/chartdata.h"

#include <chrono>

namespace Signalbox {

/// Series that the broker tells of, each sample of one interval.
struct SampledSeries
{
    qint64 endMs = 0; ///< When the last samples were taken.
    qint64 intervalMs = 1000;
    QList<Admin::Series> lines; ///< Oldest samples first, all of the same length.
};

/// The last \a span of \a series as a chart draws it, times \a factor, each sample at the end of
/// its interval. With \a back, what was so long before, with the times moved to those of now; the
/// broker keeps as much as an hour, so it may be empty.
[[nodiscard]] ChartData seriesChartData(const SampledSeries &series, std::chrono::seconds span,
                                        double factor = 1,
                                        std::chrono::seconds back = std::chrono::seconds(0));

/// The greatest value of all lines; 0 without any.
[[nodiscard]] double highestValue(const ChartData &data);

} // namespace Signalbox
