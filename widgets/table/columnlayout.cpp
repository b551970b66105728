// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/table/columnlayout.h"

#include "widgets/table/celldelegate.h"
#include "widgets/theme.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

namespace Signalbox {

namespace {

constexpr int kMinimum = 48;
constexpr int kMaximum = 2000;

} // namespace

void ColumnLayout::setColumns(const QList<TableColumn> &columns)
{
    m_columns = columns;
    reset();
}

void ColumnLayout::reset()
{
    m_userWidths = QList<int>(m_columns.size(), 0);
    m_chosen.clear();
    for (const TableColumn &column : std::as_const(m_columns))
        m_chosen << !column.optional;
}

bool ColumnLayout::canHide(int column) const
{
    return column > 0 && !m_columns.at(column).stretch;
}

void ColumnLayout::setWidth(int column, int pixels)
{
    m_userWidths[column] = std::clamp(pixels, kMinimum, kMaximum);
}

int ColumnLayout::naturalWidth(int column, int edgePadding) const
{
    if (m_userWidths.at(column) > 0)
        return m_userWidths.at(column);
    int width = Theme::current().px(m_columns.at(column).width);
    if (column == 0 || column == m_columns.size() - 1)
        width += edgePadding - CellDelegate::kCellPadding; // which widths are meant with
    return width;
}

QList<int> ColumnLayout::widths(int width, int edgePadding) const
{
    QList<int> widths;
    int lastToGive = 0;
    for (int i = 0; i < m_columns.size(); ++i) {
        widths << (m_chosen.at(i) ? naturalWidth(i, edgePadding) : 0);
        lastToGive = std::max(lastToGive, m_columns.at(i).givesWay);
    }
    const auto rest = [&] {
        return std::accumulate(widths.cbegin(), widths.cend(), width, std::minus<>());
    };
    for (int step = 1; step <= lastToGive && rest() < 0; ++step) {
        for (int i = 0; i < m_columns.size(); ++i) {
            if (m_columns.at(i).givesWay == step)
                widths[i] = 0;
        }
    }
    const auto stretching = std::ranges::find(m_columns, true, &TableColumn::stretch);
    if (stretching != m_columns.cend())
        widths[stretching - m_columns.cbegin()] += std::max(0, rest());
    return widths;
}

void ColumnLayout::save(QDataStream &stream) const
{
    stream << m_userWidths << m_chosen;
}

bool ColumnLayout::restore(QDataStream &stream)
{
    QList<int> widths;
    QList<bool> chosen;
    stream >> widths >> chosen;
    if (stream.status() != QDataStream::Ok || widths.size() != m_columns.size()
        || chosen.size() != m_columns.size())
        return false;
    for (int &width : widths)
        width = width <= 0 ? 0 : std::clamp(width, kMinimum, kMaximum);
    m_userWidths = widths;
    m_chosen = chosen;
    return true;
}

} // namespace Signalbox
