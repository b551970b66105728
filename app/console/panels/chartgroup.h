// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QList>

namespace Signalbox {

class Notices;
class TimeChart;

/// Makes charts of one panel a group: one read-out crosses them all, and what is saved of them goes
/// where the user says.
void groupCharts(const QList<TimeChart *> &charts, Notices &notices);

} // namespace Signalbox
