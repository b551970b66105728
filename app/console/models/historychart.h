// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"
#include "widgets/charts/chartdata.h"

#include <QList>

#include <chrono>

namespace Signalbox {

/// One series of a broker's history.
using HistorySeries = Admin::Series Admin::BrokerHistory::*;

/// The last \a span of \a series as a chart draws it: means over stretches so long that there are
/// at most a few hundred. Stretches begin at round times, so that a curve moves without changing
/// its shape.
[[nodiscard]] ChartData chartData(const Admin::BrokerHistory &history,
                                  const QList<HistorySeries> &series, std::chrono::seconds span);

/// The course of \a series in 40 points for a spark line, from its first known sample on.
[[nodiscard]] QList<double> course(const Admin::Series &series);

} // namespace Signalbox
