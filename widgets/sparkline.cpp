// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/sparkline.h"

#include "widgets/format.h"
#include "widgets/metrics.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace Signalbox {

namespace {

constexpr double kDotRadius = 2;

double meanOf(const QList<double> &values, qsizetype from, qsizetype to)
{
    double sum = 0;
    int number = 0;
    for (qsizetype i = from; i < to; ++i) {
        if (std::isfinite(values.at(i))) {
            sum += values.at(i);
            ++number;
        }
    }
    return number > 0 ? sum / number : 0;
}

} // namespace

void paintSparkline(QPainter &painter, const QRectF &rect, const Theme &theme,
                    const QList<double> &values, Tone tone)
{
    const QColor color =
        theme.color(tone == Tone::Info || tone == Tone::Ok ? Token::Series1 : toneColor(tone));
    const QRectF area = rect.adjusted(kDotRadius / 2, kDotRadius, -kDotRadius, -kDotRadius);
    if (area.width() <= 0 || area.height() <= 0)
        return;
    double top = 0;
    for (const double value : values) {
        if (std::isfinite(value))
            top = std::max(top, value);
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QPen pen(color, Metrics::kSparkLine, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    const bool flat = top <= 0 || values.size() < 2;
    QPointF end(area.right(), area.bottom());
    if (flat) {
        painter.setPen(pen);
        painter.drawLine(area.bottomLeft(), area.bottomRight());
    } else {
        const double step = area.width() / double(values.size() - 1);
        QColor fill = color;
        fill.setAlphaF(theme.isDark() ? 0.18F : 0.12F);
        QPainterPath line;
        const auto finish = [&] {
            if (line.elementCount() < 2)
                return;
            QPainterPath below = line;
            below.lineTo(line.currentPosition().x(), area.bottom() + kDotRadius);
            below.lineTo(line.elementAt(0).x, area.bottom() + kDotRadius);
            painter.fillPath(below, fill);
            painter.strokePath(line, pen);
        };
        for (qsizetype i = 0; i < values.size(); ++i) {
            if (!std::isfinite(values.at(i))) {
                finish();
                line = {};
                continue;
            }
            const QPointF point(area.left() + double(i) * step,
                                area.bottom() - std::max(0.0, values.at(i)) / top * area.height());
            if (line.elementCount() == 0)
                line.moveTo(point);
            else
                line.lineTo(point);
            end = point;
        }
        finish();
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(end, kDotRadius, kDotRadius);
    painter.restore();
}

QString sparklineText(const QList<double> &values)
{
    const auto text = [](const char *source) {
        return QCoreApplication::translate("Sparkline", source);
    };
    if (values.isEmpty() || !std::isfinite(values.constLast()))
        return text(QT_TRANSLATE_NOOP("Sparkline", "no data"));
    const qsizetype quarter = std::max<qsizetype>(1, values.size() / 4);
    const double before = meanOf(values, 0, quarter);
    const double after = meanOf(values, values.size() - quarter, values.size());
    const QString last = Format::compact(values.constLast());
    if (after > before * 1.1)
        return text(QT_TRANSLATE_NOOP("Sparkline", "%1, rising")).arg(last);
    if (after < before * 0.9)
        return text(QT_TRANSLATE_NOOP("Sparkline", "%1, falling")).arg(last);
    return text(QT_TRANSLATE_NOOP("Sparkline", "%1, steady")).arg(last);
}

Sparkline::Sparkline(QWidget *parent)
    : ThemedWidget(parent)
{
}

Sparkline::~Sparkline() = default;

void Sparkline::setValues(const QList<double> &values)
{
    m_values = values;
    setAccessibleName(sparklineText(values));
    update();
}

void Sparkline::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

QSize Sparkline::sizeHint() const
{
    return {40, 22};
}

void Sparkline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintSparkline(painter, rect(), Theme::current(), m_values, m_tone);
}

void Sparkline::languageChanged()
{
    setAccessibleName(sparklineText(m_values));
}

} // namespace Signalbox
