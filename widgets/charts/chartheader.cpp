// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/charts/chartheader.h"

#include "widgets/textpainter.h"

#include <QPainter>

#include <cmath>

namespace Signalbox {

namespace {
constexpr int kLine = 20;
constexpr int kKeyWidth = 18;
constexpr int kKeyGap = 6;
constexpr int kValueGap = 5;
constexpr int kEntryGap = 12;
constexpr int kUnitGap = 8;
constexpr int kLegendGap = 16;
} // namespace

ChartHeader::ChartHeader(QWidget *parent)
    : ThemedWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

ChartHeader::~ChartHeader() = default;

void ChartHeader::setTitle(const QString &title)
{
    m_title = title;
    layOut();
}

void ChartHeader::setUnit(const QString &unit)
{
    m_unit = unit;
    layOut();
}

void ChartHeader::setLegend(const QList<ChartSeries> &series, ChartKind kind,
                            const QStringList &values)
{
    if (m_series != series)
        m_valueWidths = QList<qreal>(series.size(), 0);
    m_series = series;
    m_kind = kind;
    m_values = values;
    const QFont font = Theme::current().font(TextRole::ColumnTitle);
    for (qsizetype i = 0; i < m_series.size(); ++i)
        m_valueWidths[i] = std::max(m_valueWidths.at(i), tabularWidth(font, m_values.value(i)));
    layOut();
}

bool ChartHeader::isUnitShown() const
{
    if (m_unit.isEmpty())
        return false;
    const qreal legend = m_legendRow || m_series.isEmpty() ? 0 : legendWidth() + kLegendGap;
    return titleWidth() + kUnitGap + unitWidth() + legend <= width();
}

bool ChartHeader::hasLegendRow() const
{
    return m_legendRow;
}

QSize ChartHeader::sizeHint() const
{
    return {200, Theme::current().px(kLine) * (m_legendRow ? 2 : 1)};
}

QSize ChartHeader::minimumSizeHint() const
{
    return {80, sizeHint().height()};
}

qreal ChartHeader::titleWidth() const
{
    return QFontMetricsF(Theme::current().font(TextRole::CardTitle)).horizontalAdvance(m_title);
}

qreal ChartHeader::unitWidth() const
{
    return QFontMetricsF(Theme::current().font(TextRole::Hint)).horizontalAdvance(m_unit);
}

qreal ChartHeader::valueWidth(int index) const
{
    return m_values.value(index).isEmpty() ? 0 : m_valueWidths.value(index) + kValueGap;
}

qreal ChartHeader::entryWidth(int index) const
{
    const QFontMetricsF metrics(Theme::current().font(TextRole::Hint));
    return kKeyWidth + kKeyGap + metrics.horizontalAdvance(m_series.at(index).name)
        + valueWidth(index);
}

qreal ChartHeader::legendWidth() const
{
    qreal width = 0;
    for (int i = 0; i < m_series.size(); ++i)
        width += entryWidth(i) + (i > 0 ? kEntryGap : 0);
    return width;
}

void ChartHeader::layOut()
{
    const bool row =
        !m_series.isEmpty() && titleWidth() + kLegendGap + legendWidth() > width() && width() > 0;
    if (row != m_legendRow) {
        m_legendRow = row;
        updateGeometry();
    }
    update();
}

void ChartHeader::resizeEvent(QResizeEvent *event)
{
    ThemedWidget::resizeEvent(event);
    layOut();
}

void ChartHeader::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int line = theme.px(kLine);
    painter.setFont(theme.font(TextRole::CardTitle));
    painter.setPen(theme.color(Token::Text));
    drawLine(painter, QRectF(0, 0, width(), line), m_title);
    if (isUnitShown()) {
        painter.setFont(theme.font(TextRole::Hint));
        painter.setPen(theme.color(Token::Muted));
        drawLine(painter, QRectF(titleWidth() + kUnitGap, 0, width(), line), m_unit);
    }
    qreal x = m_legendRow ? 0 : width() - legendWidth();
    const qreal y = m_legendRow ? line : 0;
    for (int i = 0; i < m_series.size(); ++i) {
        paintSeriesKey(painter, QRectF(x, y, kKeyWidth, line), theme, m_series.at(i).color, m_kind);
        const qreal end = x + entryWidth(i);
        painter.setFont(theme.font(TextRole::Hint));
        painter.setPen(theme.color(Token::Text2));
        drawLine(painter, QRectF(x + kKeyWidth + kKeyGap, y, end - x, line), m_series.at(i).name);
        painter.setFont(theme.font(TextRole::ColumnTitle));
        painter.setPen(theme.color(Token::Text));
        const qreal values = valueWidth(i) - kValueGap;
        drawTabular(painter, QRectF(end - values, y, values + 1, line), m_values.value(i),
                    Qt::AlignLeading);
        x = end + kEntryGap;
    }
}

} // namespace Signalbox
