// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/theme.h"

#include <QPen>
#include <QString>

class QPainter;
class QRectF;

namespace Signalbox {

enum class ChartKind { Lines, StackedAreas };

/// One series of a chart. Colour follows meaning everywhere: sent, ready, p50, accepted are
/// Series1; received, in flight, p95 Series2; deleted, delayed, p99 Series3. The dash belongs to
/// the colour.
struct ChartSeries
{
    QString name;
    Token color = Token::Series1;
    bool operator==(const ChartSeries &) const = default;
};

/// The line of a series: 2 px, round joins, the dash of its place in the order of series.
[[nodiscard]] QPen seriesPen(const Theme &theme, Token color);

/// Fill of a stacked area.
[[nodiscard]] QColor areaColor(const Theme &theme, Token color);

/// The sample before a name in legends and read-outs: a piece of line, or a swatch for areas.
void paintSeriesKey(QPainter &painter, const QRectF &rect, const Theme &theme, Token color,
                    ChartKind kind);

} // namespace Signalbox
