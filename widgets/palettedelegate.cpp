// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/palettedelegate.h"

#include "widgets/icons.h"
#include "widgets/metrics.h"
#include "widgets/textpainter.h"

#include <QPainter>

#include <algorithm>

namespace Signalbox {

namespace {

/// Gives where what stands before the keys has to end.
qreal paintKeys(QPainter &painter, const QRectF &row, const QString &keys, const Theme &theme)
{
    if (keys.isEmpty())
        return row.right() - 10;
    painter.setFont(theme.font(TextRole::KeyCap));
    const qreal width = painter.fontMetrics().horizontalAdvance(keys) + 10;
    const QRectF cap(row.right() - 10 - width, row.center().y() - 9, width, 18);
    painter.setPen(theme.color(Token::BorderStrong));
    painter.setBrush(theme.color(Token::Surface));
    painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), Metrics::kRadiusChip,
                            Metrics::kRadiusChip);
    painter.setPen(theme.color(Token::Text2));
    drawLine(painter, cap, keys, Qt::AlignHCenter);
    return cap.left();
}

} // namespace

PaletteDelegate::PaletteDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

PaletteDelegate::~PaletteDelegate() = default;

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const bool isItem = index.data(ItemRole).isValid();
    return {0, Theme::current().px(isItem ? kItemHeight : kHeadingHeight)};
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme theme = Theme::current();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF row = QRectF(option.rect).adjusted(6, 0, -6, 0);
    if (!index.data(ItemRole).isValid()) {
        painter->setFont(theme.font(TextRole::GroupLabel));
        painter->setPen(theme.color(Token::Text2));
        drawLine(*painter, row.adjusted(10, 4, -10, 0), index.data().toString());
        painter->restore();
        return;
    }
    const bool current = option.state & QStyle::State_Selected;
    if (current) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.color(Token::Selected));
        painter->drawRoundedRect(row, Metrics::kRadiusControl, Metrics::kRadiusControl);
    }
    const int icon = theme.px(Metrics::kIcon);
    paintIcon(*painter, QRectF(row.left() + 10, row.top(), icon, row.height()),
              index.data(IconRole).toString(), theme.color(current ? Token::Accent : Token::Text2),
              icon);
    const qreal right = paintKeys(*painter, row, index.data(KeysRole).toString(), theme);
    paintText(*painter,
              QRectF(row.left() + 10 + icon + 10, row.top(),
                     right - row.left() - icon - 20 - Metrics::kSpaceSm, row.height()),
              index, theme);
    painter->restore();
}

void PaletteDelegate::paintText(QPainter &painter, const QRectF &area, const QModelIndex &index,
                                const Theme &theme) const
{
    const QString text = index.data().toString();
    const int match = index.data(MatchRole).toInt();
    const qsizetype length = match < 0 ? 0 : m_typed;
    const qsizetype start = std::max(0, match);
    qreal x = area.left();
    const auto draw = [&](const QString &part, TextRole role, Token color) {
        if (part.isEmpty() || x >= area.right())
            return;
        painter.setFont(theme.font(role));
        painter.setPen(theme.color(color));
        drawLine(painter, QRectF(x, area.top(), area.right() - x, area.height()), part);
        x += painter.fontMetrics().horizontalAdvance(part);
    };
    draw(text.left(start), TextRole::Body, Token::Text);
    draw(text.mid(start, length), TextRole::CardTitle, Token::Text);
    draw(text.mid(start + length), TextRole::Body, Token::Text);
    x += Metrics::kSpaceSm + 2;
    draw(index.data(ContextRole).toString(), TextRole::Hint, Token::Muted);
}

} // namespace Signalbox
