// SPDX-License-Identifier: GPL-3.0-only
#pragma once

class QWidget;

namespace Signalbox {

class DataTable;
class Inspector;

/// The inspector that shows in \a panel; null when there is none.
[[nodiscard]] Inspector *shownInspector(const QWidget &panel);
/// Lets the inspector of \a panel show the previous (\a step -1) or next (1) thing; false when none
/// shows.
bool walkInspector(const QWidget &panel, int step);

/// Lets the buttons of \a inspector go to the previous and next row of \a table, whose selection it
/// shows.
void letWalk(Inspector &inspector, DataTable &table);

} // namespace Signalbox
