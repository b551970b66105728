// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/charts/chartoverlay.h"

#include "widgets/format.h"
#include "widgets/textpainter.h"

#include <QDateTime>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

namespace Signalbox {

namespace {
constexpr int kBoxPadding = 8;
constexpr int kBoxLine = 20;
constexpr int kBoxKey = 18;
constexpr int kBoxGap = 12;
constexpr int kDragThreshold = 6;

QString valueText(double value)
{
    if (!std::isfinite(value))
        return Format::unknown();
    return Format::rate(value);
}
} // namespace

ChartOverlay::ChartOverlay(QWidget *parent)
    : ThemedWidget(parent)
{
    setMouseTracking(true);
}

ChartOverlay::~ChartOverlay() = default;

void ChartOverlay::setGapCaption(const QString &caption)
{
    m_gapCaption = caption;
    update();
}

void ChartOverlay::setData(const ChartData &samples, const QList<QList<double>> &edges,
                           const QList<ChartSeries> &series, ChartKind kind)
{
    // The read-out stays at its time while the samples move on below it.
    if (m_readOut && *m_readOut < m_data.size()) {
        const qsizetype index = nearestSample(samples, m_data.times.at(*m_readOut));
        m_readOut = index < 0 ? std::nullopt : std::optional(index);
    } else {
        m_readOut.reset();
    }
    m_data = samples;
    m_edges = edges;
    m_series = series;
    m_kind = kind;
    m_gaps = gapsOf(samples);
    update();
}

void ChartOverlay::setReadOut(std::optional<qsizetype> index)
{
    if (index && (*index < 0 || *index >= m_data.size()))
        index.reset();
    if (m_readOut == index)
        return;
    m_readOut = index;
    update();
}

QString ChartOverlay::readOutText() const
{
    if (!m_readOut)
        return {};
    QStringList parts{timeText(*m_readOut)};
    for (qsizetype s = 0; s < m_series.size(); ++s)
        parts << m_series.at(s).name + u' '
                + valueText(m_data.values.value(s).value(*m_readOut, NAN));
    return parts.join(u", "_s);
}

QString ChartOverlay::timeText(qsizetype index) const
{
    const QDateTime time =
        QDateTime::fromMSecsSinceEpoch(std::llround(m_data.times.at(index) * 1000));
    return time.toString(m_coarseTimes ? u"MM-dd HH:mm"_s : u"HH:mm:ss"_s);
}

void ChartOverlay::paintEvent(QPaintEvent *)
{
    if (!m_axes)
        return;
    const Axes axes = m_axes();
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGaps(painter, axes, theme);
    if (m_dragFrom) {
        QColor range = theme.color(Token::Selected);
        range.setAlphaF(0.5F);
        const double left = axes.timeToX(std::min(*m_dragFrom, m_dragTo));
        const double right = axes.timeToX(std::max(*m_dragFrom, m_dragTo));
        painter.fillRect(QRectF(left, axes.plot.top(), right - left, axes.plot.height()), range);
    }
    paintReadOut(painter, axes, theme);
}

void ChartOverlay::paintGaps(QPainter &painter, const Axes &axes, const Theme &theme) const
{
    painter.save();
    painter.setClipRect(axes.plot);
    painter.setFont(theme.font(TextRole::Axis));
    QList<QRectF> bands;
    for (const auto &[from, to] : m_gaps) {
        const QRectF band = QRectF(axes.timeToX(from), axes.plot.top(),
                                   axes.timeToX(to) - axes.timeToX(from), axes.plot.height())
            & axes.plot;
        if (band.width() < 1)
            continue;
        bands.append(band);
        painter.save();
        painter.setClipRect(band, Qt::IntersectClip);
        painter.setPen(QPen(theme.color(Token::BorderStrong), 1));
        for (qreal x = band.left() - band.height(); x < band.right(); x += 6)
            painter.drawLine(QPointF(x, band.bottom()), QPointF(x + band.height(), band.top()));
        painter.restore();
    }
    // Wide bands first: a caption that would stand on another is left out.
    std::ranges::stable_sort(bands, std::ranges::greater(), &QRectF::width);
    const qreal width = painter.fontMetrics().horizontalAdvance(m_gapCaption);
    QList<QRectF> captions;
    for (const QRectF &band : std::as_const(bands)) {
        if (width + 24 > axes.plot.width())
            break;
        // Where the band is narrower than its caption, the caption stands out over both sides.
        qreal x = band.center().x() - width / 2;
        x = std::clamp(x, axes.plot.left() + 2, axes.plot.right() - width - 2);
        const QRectF text(x, axes.plot.top() + 4, width, theme.px(18));
        const QRectF ground = text.adjusted(-3, 1, 3, -1);
        if (std::ranges::any_of(
                captions, [&ground](const QRectF &other) { return other.intersects(ground); }))
            continue;
        captions.append(ground);
        painter.fillRect(ground, theme.color(Token::Surface));
        painter.setPen(theme.color(Token::Muted));
        drawLine(painter, text.adjusted(0, 0, 1, 0), m_gapCaption);
    }
    painter.restore();
}

void ChartOverlay::paintReadOut(QPainter &painter, const Axes &axes, const Theme &theme) const
{
    if (!m_readOut)
        return;
    const qsizetype index = *m_readOut;
    const double x = std::round(axes.timeToX(m_data.times.at(index))) + 0.5;
    if (x < axes.plot.left() - 1 || x > axes.plot.right() + 1)
        return;
    painter.setPen(QPen(theme.color(Token::Muted), 1));
    painter.drawLine(QPointF(x, axes.plot.top()), QPointF(x, axes.plot.bottom()));
    for (qsizetype s = 0; s < m_series.size(); ++s) {
        const double edge = m_edges.value(s).value(index, NAN);
        if (!std::isfinite(edge))
            continue;
        painter.setPen(QPen(theme.color(Token::Surface), 2));
        painter.setBrush(theme.color(m_series.at(s).color));
        painter.drawEllipse(QPointF(x, axes.valueToY(edge)), 5, 5);
    }
    const QFont nameFont = theme.font(TextRole::Hint);
    const QFont valueFont = theme.font(TextRole::ColumnTitle);
    qreal nameWidth = 0;
    qreal figureWidth = 0;
    for (qsizetype s = 0; s < m_series.size(); ++s) {
        nameWidth =
            std::max(nameWidth, QFontMetricsF(nameFont).horizontalAdvance(m_series.at(s).name));
        figureWidth =
            std::max(figureWidth,
                     tabularWidth(valueFont, valueText(m_data.values.value(s).value(index, NAN))));
    }
    const int line = theme.px(kBoxLine);
    const QSizeF size(kBoxKey + 8 + nameWidth + kBoxGap + figureWidth + 2 * kBoxPadding + 2,
                      double(line) * double(m_series.size() + 1) + kBoxPadding + 2);
    // On the side with more room.
    const bool right = x - axes.plot.left() < axes.plot.right() - x;
    QRectF box(QPointF(right ? x + 9 : x - 9 - size.width(), axes.plot.top() + 8), size);
    box.moveLeft(std::clamp(box.left(), 0.0, std::max(0.0, width() - size.width())));
    painter.setPen(theme.color(Token::BorderStrong));
    painter.setBrush(theme.color(Token::Raised));
    painter.drawRoundedRect(box, 6, 6);
    painter.setFont(nameFont);
    painter.setPen(theme.color(Token::Text2));
    QRectF row(box.left() + kBoxPadding, box.top() + 5, size.width() - 2 * kBoxPadding, line);
    drawTabular(painter, row, timeText(index), Qt::AlignLeading);
    for (qsizetype s = 0; s < m_series.size(); ++s) {
        row.translate(0, line);
        paintSeriesKey(painter, QRectF(row.left(), row.top(), kBoxKey, line), theme,
                       m_series.at(s).color, m_kind);
        painter.setFont(nameFont);
        painter.setPen(theme.color(Token::Text2));
        drawLine(painter, row.adjusted(kBoxKey + 8, 0, 0, 0), m_series.at(s).name);
        painter.setFont(valueFont);
        painter.setPen(theme.color(Token::Text));
        drawTabular(painter, row, valueText(m_data.values.value(s).value(index, NAN)));
    }
}

void ChartOverlay::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_axes)
        return;
    const Axes axes = m_axes();
    const double time = axes.xToTime(event->position().x());
    if (m_dragFrom) {
        m_dragTo = time;
        update();
    }
    if (axes.plot.adjusted(-2, 0, 2, 0).contains(event->position()))
        emit pointed(time);
    else if (!m_dragFrom)
        emit left();
}

void ChartOverlay::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_axes) {
        event->ignore();
        return;
    }
    m_dragFrom = m_axes().xToTime(event->position().x());
    m_dragTo = *m_dragFrom;
    // The chart takes the focus.
    event->ignore();
    if (parentWidget())
        parentWidget()->setFocus(Qt::MouseFocusReason);
    event->accept();
}

void ChartOverlay::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_dragFrom || event->button() != Qt::LeftButton)
        return;
    const double from = std::min(*m_dragFrom, m_dragTo);
    const double to = std::max(*m_dragFrom, m_dragTo);
    m_dragFrom.reset();
    update();
    const Axes axes = m_axes();
    if (axes.timeToX(to) - axes.timeToX(from) >= kDragThreshold)
        emit rangeSelected(from, to);
}

void ChartOverlay::leaveEvent(QEvent *event)
{
    ThemedWidget::leaveEvent(event);
    emit left();
}

} // namespace Signalbox
