// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/table/tablecolumn.h"
#include "widgets/theme.h"

#include <QList>
#include <QStyledItemDelegate>

class QHeaderView;

namespace Signalbox {

/// Paints the cells of a DataTable from the roles of tableroles.h: no QTextDocument, no style, only
/// the tokens.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CellDelegate)
public:
    static constexpr int kCellPadding = 12; ///< Air at both sides of a cell that is not outermost.

    explicit CellDelegate(QObject *parent = nullptr);
    ~CellDelegate() override;

    void setColumns(const QList<TableColumn> &columns) { m_columns = columns; }
    /// The row under the pointer, or -1.
    void setHoveredRow(int row) { m_hoveredRow = row; }
    void setTwoLine(bool twoLine) { m_twoLine = twoLine; }
    /// Outer padding of the first and last cell at scale 1: the page margin, or less inside a card.
    void setEdgePadding(int pixels) { m_edgePadding = pixels; }
    [[nodiscard]] int edgePadding() const { return m_edgePadding; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

    /// The part of \a cell that holds content: inside kCellPadding, the page margin at the table's
    /// edges.
    [[nodiscard]] static QRect contentRect(const QHeaderView &header, const QRect &cell,
                                           int logicalIndex);

private:
    struct Cell;
    void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const Cell &cell) const;
    static void paintName(QPainter &painter, const Cell &cell);
    static void paintText(QPainter &painter, const Cell &cell, TextRole role, Token color);
    static void paintState(QPainter &painter, const Cell &cell);
    static void paintNumber(QPainter &painter, const Cell &cell);
    static void paintSpark(QPainter &painter, const Cell &cell);

    QList<TableColumn> m_columns;
    int m_hoveredRow = -1;
    bool m_twoLine = false;
    int m_edgePadding = 20;
};

} // namespace Signalbox
