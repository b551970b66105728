// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/charts/chartseries.h"

#include "widgets/metrics.h"

#include <QPainter>

namespace Signalbox {

namespace {

QList<qreal> dashOf(Token color)
{
    switch (color) {
    case Token::Series2:
        return {4, 1.5};
    case Token::Series3:
        return {2, 1.2};
    case Token::Series4:
        return {6, 2, 1.5, 2};
    default:
        return {};
    }
}

} // namespace

QPen seriesPen(const Theme &theme, Token color)
{
    QPen pen(theme.color(color), Metrics::kSeriesLine);
    pen.setJoinStyle(Qt::RoundJoin);
    // Caps would fill the gaps of a dash.
    pen.setCapStyle(Qt::FlatCap);
    if (const QList<qreal> dash = dashOf(color); !dash.isEmpty())
        pen.setDashPattern(dash);
    return pen;
}

QColor areaColor(const Theme &theme, Token color)
{
    QColor fill = theme.color(color);
    fill.setAlphaF(theme.isDark() ? 0.80F : 0.84F);
    return fill;
}

void paintSeriesKey(QPainter &painter, const QRectF &rect, const Theme &theme, Token color,
                    ChartKind kind)
{
    const qreal middle = rect.center().y();
    if (kind == ChartKind::StackedAreas) {
        painter.fillRect(QRectF(rect.left() + 2, middle - 5, 14, 10), theme.color(color));
        return;
    }
    painter.setPen(seriesPen(theme, color));
    painter.drawLine(QPointF(rect.left(), middle), QPointF(rect.right(), middle));
}

} // namespace Signalbox
