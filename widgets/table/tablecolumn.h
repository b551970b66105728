// SPDX-License-Identifier: GPL-3.0-only
#pragma once

namespace Signalbox {

/// How a column's cells are painted.
enum class CellKind {
    Name, ///< icon, medium-weight text, chip, second line
    Text, ///< plain text, second line
    State, ///< icon and word, coloured when it is an exception
    Number, ///< figures of equal width, at the trailing edge; zero and unknown muted
    Mono, ///< code font: IDs, bodies, endpoints
    Spark ///< the course of a value
};

/// One column of a DataTable, in pixels at scale 1 for its cells without the page margin.
struct TableColumn
{
    CellKind kind = CellKind::Text;
    /// Width; for the stretching column the least width it keeps.
    int width = 100;
    /// Takes the width that is left. One column at most.
    bool stretch = false;
    /// Columns with 1 are hidden first when the table becomes narrow, then 2 and so on; 0 stays.
    int givesWay = 0;
    /// Draws text in the secondary colour.
    bool quiet = false;
    bool sortable = true;
    /// Hidden until the user chooses it.
    bool optional = false;
};

} // namespace Signalbox
