// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <Qt>

/// What a model says so that DataTable can paint it. A model includes this header alone and knows
/// no widget.
///
/// Qt::DisplayRole is the text of a cell, already localized. Qt::ToolTipRole explains; foreign text
/// in it must be escaped (QString::toHtmlEscaped()). Qt::AccessibleTextRole of the first column is
/// the row as a sentence
/// ("orders-billing, flowing, 1,204 ready").
namespace Signalbox::TableRole {

enum Role : int {
    /// int(Tone): colour of a state, a number or a spark line; absent is neutral (spark lines: the
    /// first series).
    Tone = Qt::UserRole + 0x400,
    /// QString, a lucide name: the icon of a name or state cell.
    IconName,
    /// QString: a small chip after a name ("FIFO").
    Chip,
    /// QString: the muted second line of a cell in tables with two-line rows.
    SecondLine,
    /// QList<double>, oldest first: the course a spark line cell draws.
    Spark,
    /// The raw value to sort by (set it as the proxy's sortRole). In number cells a value of 0 and
    /// a missing value are
    /// drawn muted.
    Sort,
    /// QString: what Ctrl+C copies for this cell where that is not the displayed text (the full ID
    /// of a shortened one).
    Copy,
    /// First role free for a model's own use.
    FirstFree
};

} // namespace Signalbox::TableRole
