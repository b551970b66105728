// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/table/tableheader.h"

#include "widgets/icons.h"
#include "widgets/metrics.h"
#include "widgets/table/celldelegate.h"
#include "widgets/textpainter.h"
#include "widgets/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace Signalbox {

namespace {
constexpr int kArrow = 12;
constexpr int kArrowGap = 5;
} // namespace

TableHeader::TableHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setMinimumSectionSize(40);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    viewport()->setAttribute(Qt::WA_Hover);
    viewport()->setMouseTracking(true);
}

TableHeader::~TableHeader() = default;

void TableHeader::setColumns(const QList<TableColumn> &columns)
{
    m_columns = columns;
    viewport()->update();
}

QSize TableHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), Theme::current().px(Metrics::kTableHeader)};
}

void TableHeader::paintEvent(QPaintEvent *event)
{
    const Theme theme = Theme::current();
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), theme.color(Token::Surface));
    painter.end();
    QHeaderView::paintEvent(event);
    painter.begin(viewport());
    painter.fillRect(0, viewport()->height() - 1, viewport()->width(), 1,
                     theme.color(Token::BorderStrong));
}

void TableHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    if (!model() || !rect.isValid())
        return;
    const Theme theme = Theme::current();
    const TableColumn column = m_columns.value(logicalIndex);
    const bool sorted =
        isSortIndicatorShown() && column.sortable && sortIndicatorSection() == logicalIndex;
    const bool hovered = column.sortable && sectionsClickable() && viewport()->underMouse()
        && rect.contains(viewport()->mapFromGlobal(QCursor::pos()));
    painter->save();
    const QRect cell = CellDelegate::contentRect(*this, rect, logicalIndex);
    const QString title = model()->headerData(logicalIndex, Qt::Horizontal).toString();
    const QFont font = theme.font(TextRole::ColumnTitle);
    painter->setFont(font);
    painter->setPen(theme.color(sorted || hovered ? Token::Text : Token::Text2));
    const bool atEnd = column.kind == CellKind::Number;
    const int arrow = sorted ? kArrow + kArrowGap : 0;
    const int textWidth =
        std::min(QFontMetrics(font).horizontalAdvance(title) + 1, cell.width() - arrow);
    const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
    const int total = textWidth + arrow;
    int left = atEnd != rightToLeft ? cell.right() + 1 - total : cell.left();
    if (rightToLeft && sorted)
        left += arrow;
    drawLine(*painter, QRect(left, cell.top(), textWidth, cell.height()), title);
    if (sorted) {
        const int x = rightToLeft ? left - arrow : left + textWidth + kArrowGap;
        paintIcon(*painter, QRectF(x, cell.top(), kArrow, cell.height()),
                  sortIndicatorOrder() == Qt::AscendingOrder ? u"arrow-up"_s : u"arrow-down"_s,
                  theme.color(Token::Text), kArrow);
    }
    painter->restore();
}

} // namespace Signalbox
