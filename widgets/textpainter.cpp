// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/textpainter.h"

#include <QFontMetricsF>
#include <QHash>
#include <QPainter>

#include <cmath>

namespace Signalbox {

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// Width of the widest digit of a font. Measuring ten glyphs for each table cell would show in a
/// profile.
qreal digitWidth(const QFont &font)
{
    static QHash<QString, qreal> widths;
    const QString key = font.key();
    if (const auto found = widths.constFind(key); found != widths.cend())
        return *found;
    const QFontMetricsF metrics(font);
    qreal width = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        width = std::max(width, metrics.horizontalAdvance(QChar(digit)));
    widths.insert(key, width);
    return width;
}

/// Calls \a run(text, isDigit) for each digit and each stretch without digits, in order.
template <typename Run>
void forEachRun(const QString &text, Run run)
{
    qsizetype start = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && !isDigit(text.at(i)))
            continue;
        if (i > start)
            run(text.mid(start, i - start), false);
        if (i < text.size())
            run(text.mid(i, 1), true);
        start = i + 1;
    }
}

QFont firstFamily(const QFont &font)
{
    QFont first = font;
    if (!font.families().isEmpty())
        first.setFamilies({font.families().constFirst()});
    return first;
}

qreal baseLine(const QRectF &rect, const QFont &font)
{
    const QFontMetricsF metrics(firstFamily(font));
    return std::round(rect.center().y() + (metrics.ascent() - metrics.descent()) / 2);
}

qreal startOf(const QRectF &rect, qreal width, Qt::Alignment alignment,
              Qt::LayoutDirection direction)
{
    alignment &= Qt::AlignHorizontal_Mask;
    if (alignment & Qt::AlignHCenter)
        return rect.left() + (rect.width() - width) / 2;
    const bool right = ((alignment & Qt::AlignRight) != 0)
        != (direction == Qt::RightToLeft && !(alignment & Qt::AlignAbsolute));
    return right ? rect.right() - width : rect.left();
}

} // namespace

void drawLine(QPainter &painter, const QRectF &rect, const QString &text, Qt::Alignment alignment,
              Qt::TextElideMode elide)
{
    if (rect.width() <= 0 || text.isEmpty())
        return;
    const QFontMetricsF metrics(painter.font());
    const QString line = metrics.elidedText(text, elide, rect.width() + 0.5);
    const qreal width = metrics.horizontalAdvance(line);
    const qreal x = startOf(rect, width, alignment, painter.layoutDirection());
    painter.drawText(QPointF(x, baseLine(rect, painter.font())), line);
}

void drawTabular(QPainter &painter, const QRectF &rect, const QString &text,
                 Qt::Alignment alignment)
{
    if (rect.width() <= 0 || text.isEmpty())
        return;
    const qreal width = tabularWidth(painter.font(), text);
    if (width > rect.width() + 1) {
        drawLine(painter, rect, text, alignment);
        return;
    }
    const QFontMetricsF metrics(painter.font());
    const qreal cell = digitWidth(painter.font());
    const qreal y = baseLine(rect, painter.font());
    qreal x = startOf(rect, width, alignment, painter.layoutDirection());
    forEachRun(text, [&](const QString &run, bool digit) {
        const qreal advance = metrics.horizontalAdvance(run);
        painter.drawText(QPointF(digit ? x + (cell - advance) / 2 : x, y), run);
        x += digit ? cell : advance;
    });
}

qreal tabularWidth(const QFont &font, const QString &text)
{
    const QFontMetricsF metrics(font);
    const qreal cell = digitWidth(font);
    qreal width = 0;
    forEachRun(text, [&](const QString &run, bool digit) {
        width += digit ? cell : metrics.horizontalAdvance(run);
    });
    return width;
}

QString shortId(const QString &id, int ends)
{
    if (id.size() <= 2 * ends + 1)
        return id;
    return id.left(ends) + QChar(0x2026) + id.right(ends);
}

} // namespace Signalbox
