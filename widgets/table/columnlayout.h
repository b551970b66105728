// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/table/tablecolumn.h"

#include <QDataStream>
#include <QList>

namespace Signalbox {

/// Which columns of a table show, and how wide: what the user chose, and what gives way when space
/// ends.
class ColumnLayout
{
public:
    /// One entry per column of the model; what was chosen before is forgotten.
    void setColumns(const QList<TableColumn> &columns);
    [[nodiscard]] const QList<TableColumn> &columns() const { return m_columns; }
    void reset();

    /// Not the first column, and not the one that stretches.
    [[nodiscard]] bool canHide(int column) const;
    [[nodiscard]] bool isChosen(int column) const { return m_chosen.at(column); }
    void setChosen(int column, bool chosen) { m_chosen[column] = chosen; }
    /// Of a column that does not stretch.
    void setWidth(int column, int pixels);

    /// The width of each column in a table of \a width, 0 where it hides. \a edgePadding is the air
    /// beside the outermost cells, at scale 1.
    [[nodiscard]] QList<int> widths(int width, int edgePadding) const;

    /// For a settings file; false where what was read does not fit these columns.
    void save(QDataStream &stream) const;
    [[nodiscard]] bool restore(QDataStream &stream);

private:
    [[nodiscard]] int naturalWidth(int column, int edgePadding) const;

    QList<TableColumn> m_columns;
    QList<int> m_userWidths; ///< 0 where none was chosen.
    QList<bool> m_chosen;
};

} // namespace Signalbox
