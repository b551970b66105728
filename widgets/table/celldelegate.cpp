// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/table/celldelegate.h"

#include "widgets/icons.h"
#include "widgets/metrics.h"
#include "widgets/sparkline.h"
#include "widgets/statuspill.h"
#include "widgets/table/tableroles.h"
#include "widgets/textpainter.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>

#include <cmath>

namespace Signalbox {

namespace {

constexpr int kNameIconGap = 8;
constexpr int kChipGap = 8;
/// The margin of tables sits on the header, where both the header's and the cells' painting find
/// it.
constexpr char kEdgeProperty[] = "signalboxEdgePadding";

int firstVisible(const QHeaderView &header, bool last)
{
    for (int i = 0; i < header.count(); ++i) {
        const int logical = header.logicalIndex(last ? header.count() - 1 - i : i);
        if (!header.isSectionHidden(logical))
            return logical;
    }
    return -1;
}

} // namespace

struct CellDelegate::Cell
{
    Theme theme;
    QModelIndex index;
    QRect rect;
    bool quiet;
    bool twoLine;

    [[nodiscard]] QString text() const { return index.data(Qt::DisplayRole).toString(); }
    [[nodiscard]] QString string(int role) const { return index.data(role).toString(); }
    [[nodiscard]] std::optional<Tone> tone() const
    {
        const QVariant value = index.data(TableRole::Tone);
        return value.isValid() ? std::optional(Tone(value.toInt())) : std::nullopt;
    }
    [[nodiscard]] QRect upperHalf() const
    {
        return {rect.left(), rect.top() + theme.px(5), rect.width(), theme.px(20)};
    }
    [[nodiscard]] QRect lowerHalf() const
    {
        return {rect.left(), rect.top() + theme.px(24), rect.width(), theme.px(18)};
    }
};

CellDelegate::CellDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

CellDelegate::~CellDelegate() = default;

QRect CellDelegate::contentRect(const QHeaderView &header, const QRect &cell, int logicalIndex)
{
    const QVariant edgeValue = header.property(kEdgeProperty);
    const int edge = edgeValue.isValid() ? edgeValue.toInt() : Metrics::kPageMargin;
    int left = logicalIndex == firstVisible(header, false) ? edge : kCellPadding;
    int right = logicalIndex == firstVisible(header, true) ? edge : kCellPadding;
    if (header.layoutDirection() == Qt::RightToLeft)
        std::swap(left, right);
    return cell.adjusted(left, 0, -right, 0);
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const auto *table = qobject_cast<const QTableView *>(option.widget);
    if (!table)
        return;
    const TableColumn column = m_columns.value(index.column());
    Cell cell{Theme::current(), index,
              contentRect(*table->horizontalHeader(), option.rect, index.column()), column.quiet,
              m_twoLine};
    painter->save();
    painter->setClipRect(option.rect);
    paintRow(*painter, option, cell);
    switch (column.kind) {
    case CellKind::Name:
        paintName(*painter, cell);
        break;
    case CellKind::Text:
        paintText(*painter, cell, TextRole::Body, column.quiet ? Token::Text2 : Token::Text);
        break;
    case CellKind::Mono:
        paintText(*painter, cell, TextRole::Code, column.quiet ? Token::Text2 : Token::Text);
        break;
    case CellKind::State:
        paintState(*painter, cell);
        break;
    case CellKind::Number:
        paintNumber(*painter, cell);
        break;
    case CellKind::Spark:
        paintSpark(*painter, cell);
        break;
    }
    painter->restore();
}

void CellDelegate::paintRow(QPainter &painter, const QStyleOptionViewItem &option,
                            const Cell &cell) const
{
    const auto *table = qobject_cast<const QTableView *>(option.widget);
    const QRect &area = option.rect;
    const bool selected = option.state & QStyle::State_Selected;
    const bool focused = table->hasFocus();
    if (selected)
        painter.fillRect(area,
                         cell.theme.color(focused || !table->isActiveWindow()
                                              ? Token::Selected
                                              : Token::SelectedInactive));
    else if (cell.index.row() == m_hoveredRow)
        painter.fillRect(area, cell.theme.color(Token::Hover));
    painter.fillRect(area.left(), area.bottom(), area.width(), 1,
                     cell.theme.color(Token::BorderSubtle));
    if (focused && table->currentIndex().row() == cell.index.row()) {
        const QColor line = cell.theme.color(Token::Focus);
        painter.fillRect(area.left(), area.top(), area.width(), 1, line);
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, line);
    }
    if (selected && cell.index.column() == firstVisible(*table->horizontalHeader(), false)) {
        const bool rightToLeft = option.direction == Qt::RightToLeft;
        const int x = rightToLeft ? area.right() - Metrics::kSelectionBar + 1 : area.left();
        painter.fillRect(x, area.top(), Metrics::kSelectionBar, area.height(),
                         cell.theme.color(Token::Accent));
    }
}

void CellDelegate::paintName(QPainter &painter, const Cell &cell)
{
    const int icon = cell.theme.px(Metrics::kIcon);
    Cell inner = cell;
    const QString iconName = cell.string(TableRole::IconName);
    if (!iconName.isEmpty()) {
        const std::optional<Tone> tone = cell.tone();
        const Token color = tone && *tone != Tone::Neutral ? toneColor(*tone) : Token::Text2;
        QRect iconArea = cell.rect;
        if (painter.layoutDirection() == Qt::RightToLeft)
            iconArea.setLeft(cell.rect.right() - icon);
        else
            iconArea.setWidth(icon);
        paintIcon(painter, iconArea, iconName, cell.theme.color(color), icon);
        if (painter.layoutDirection() == Qt::RightToLeft)
            inner.rect.setRight(inner.rect.right() - icon - kNameIconGap);
        else
            inner.rect.setLeft(inner.rect.left() + icon + kNameIconGap);
    }
    const QString chip = cell.string(TableRole::Chip);
    if (!chip.isEmpty() && !cell.twoLine) {
        const StateBadge badge{Tone::Neutral, {}, chip};
        const int chipWidth = pillWidth(cell.theme, badge);
        const int textWidth =
            QFontMetrics(cell.theme.font(TextRole::BodyMedium)).horizontalAdvance(cell.text()) + 1;
        const int shown = std::min(textWidth, inner.rect.width() - chipWidth - kChipGap);
        if (shown > 24 && painter.layoutDirection() == Qt::LeftToRight) {
            paintPill(painter,
                      QRect(inner.rect.left() + shown + kChipGap, inner.rect.top(), chipWidth,
                            inner.rect.height()),
                      cell.theme, badge);
            inner.rect.setWidth(shown);
        }
    }
    paintText(painter, inner, TextRole::BodyMedium, Token::Text);
}

void CellDelegate::paintText(QPainter &painter, const Cell &cell, TextRole role, Token color)
{
    painter.setFont(cell.theme.font(role));
    painter.setPen(cell.theme.color(color));
    const QString second = cell.twoLine ? cell.string(TableRole::SecondLine) : QString();
    if (second.isEmpty()) {
        drawLine(painter, cell.rect, cell.text());
        return;
    }
    drawLine(painter, cell.upperHalf(), cell.text());
    painter.setFont(cell.theme.font(TextRole::Hint));
    painter.setPen(cell.theme.color(Token::Text2));
    drawLine(painter, cell.lowerHalf(), second);
}

void CellDelegate::paintState(QPainter &painter, const Cell &cell)
{
    const StateBadge state{cell.tone().value_or(Tone::Neutral), cell.string(TableRole::IconName),
                           cell.text()};
    const QString second = cell.twoLine ? cell.string(TableRole::SecondLine) : QString();
    paintQuietState(painter, second.isEmpty() ? cell.rect : cell.upperHalf(), cell.theme, state);
    if (second.isEmpty())
        return;
    const int indent = state.iconName.isEmpty() ? 0 : cell.theme.px(Metrics::kIconSmall) + 4;
    painter.setFont(cell.theme.font(TextRole::Hint));
    painter.setPen(cell.theme.color(Token::Text2));
    drawLine(painter, cell.lowerHalf().adjusted(indent, 0, 0, 0), second);
}

void CellDelegate::paintNumber(QPainter &painter, const Cell &cell)
{
    const QVariant raw = cell.index.data(TableRole::Sort);
    const bool known = raw.isValid() && !raw.isNull();
    const QString text = cell.text();
    const QString shown = text.isEmpty() ? QString(QChar(0x2013)) : text;
    const bool isNumber = known && raw.typeId() != QMetaType::QString && raw.canConvert<double>();
    const bool muted = text.isEmpty() || text == QChar(0x2013) || (isNumber && raw.toDouble() == 0);
    const std::optional<Tone> tone = cell.tone();
    Token color = muted ? Token::Muted : cell.quiet ? Token::Text2 : Token::Text;
    if (tone && *tone != Tone::Neutral && *tone != Tone::Ok)
        color = toneColor(*tone);
    painter.setFont(cell.theme.font(TextRole::Body));
    painter.setPen(cell.theme.color(color));
    drawTabular(painter, cell.rect, shown);
}

void CellDelegate::paintSpark(QPainter &painter, const Cell &cell)
{
    const QVariant values = cell.index.data(TableRole::Spark);
    if (!values.isValid())
        return;
    const int margin = cell.theme.px(cell.twoLine ? 10 : 6);
    paintSparkline(painter, QRectF(cell.rect).adjusted(0, margin, 0, -margin), cell.theme,
                   values.value<QList<double>>(), cell.tone().value_or(Tone::Info));
}

} // namespace Signalbox
