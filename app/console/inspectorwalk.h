// SPDX-License-Identifier: GPL-3.0-only
#pragma once

namespace Signalbox {

class DataTable;
class Inspector;

/// Lets the buttons of \a inspector go to the previous and next row of \a table, whose selection it
/// shows.
void letWalk(Inspector &inspector, DataTable &table);

} // namespace Signalbox
