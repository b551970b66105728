// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/charts/chartplot.h"

#include "widgets/format.h"
#include "widgets/theme.h"

#include <QVBoxLayout>
#include <qcustomplot.h>

#include <chrono>
#include <cmath>
#include <limits>

namespace Signalbox {

namespace {

constexpr int kPixelsPerTimeTick = 84;
constexpr int kMostTimeTicks = 7;
constexpr double kAreaGap = 1.5;
constexpr double kEarlierAlpha = 0.4;
constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();

std::chrono::milliseconds monotonicNow()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace

ChartPlot::ChartPlot(ChartKind kind, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_plot(new QCustomPlot(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setMinimumSize(60, 60);
    m_plot->setNoAntialiasingOnDrag(false);
    m_plot->setPlottingHint(QCP::phFastPolylines);
    m_plot->setAntialiasedElements(QCP::aeAll);
    m_plot->setNotAntialiasedElements(QCP::aeAxes | QCP::aeGrid);
    m_plot->axisRect()->setMinimumMargins(QMargins(0, 0, 0, 0));
    m_plot->xAxis2->setVisible(false);
    m_plot->yAxis2->setVisible(false);
    connect(m_plot, &QCustomPlot::afterReplot, this, &ChartPlot::replotted);
    restyle();
}

ChartPlot::~ChartPlot() = default;

void ChartPlot::setSeries(const QList<ChartSeries> &series)
{
    m_series = series;
    buildGraphs();
}

void ChartPlot::setData(const ChartData &samples)
{
    m_drawn = withBreaks(samples);
    m_edges = edgesOf(m_drawn);
    drawData();
}

void ChartPlot::setComparison(const ChartData &samples)
{
    const bool had = !m_earlier.isEmpty();
    m_earlier = withBreaks(samples);
    m_earlierEdges = edgesOf(m_earlier);
    if (had == m_earlier.isEmpty())
        buildGraphs();
    drawData();
}

QList<QList<double>> ChartPlot::edgesOf(ChartData &samples) const
{
    samples.values.resize(m_series.size());
    for (QList<double> &series : samples.values)
        series.resize(samples.size(), kNoValue);
    return m_kind == ChartKind::StackedAreas ? stacked(samples.values) : samples.values;
}

void ChartPlot::buildGraphs()
{
    const Theme theme = Theme::current();
    m_plot->clearGraphs();
    for (qsizetype i = 0; i < m_series.size(); ++i) {
        QCPGraph *graph = m_plot->addGraph();
        graph->setAdaptiveSampling(true);
        if (m_kind == ChartKind::Lines) {
            graph->setPen(seriesPen(theme, m_series.at(i).color));
            continue;
        }
        graph->setPen(QPen(theme.color(Token::Surface), kAreaGap));
        graph->setBrush(areaColor(theme, m_series.at(i).color));
        if (i > 0)
            graph->setChannelFillGraph(m_plot->graph(int(i) - 1));
    }
    for (qsizetype i = 0; !m_earlier.isEmpty() && i < m_series.size(); ++i) {
        QPen pen = seriesPen(theme, m_series.at(i).color);
        QColor color = m_kind == ChartKind::Lines ? pen.color() : theme.color(Token::Text);
        color.setAlphaF(kEarlierAlpha);
        pen.setColor(color);
        pen.setStyle(Qt::DotLine);
        m_plot->addGraph()->setPen(pen);
    }
}

void ChartPlot::drawData()
{
    for (int i = 0; i < m_plot->graphCount() && i < m_edges.size(); ++i)
        m_plot->graph(i)->setData(m_drawn.times, m_edges.at(i), true);
    const int first = int(m_series.size());
    for (int i = first; i < m_plot->graphCount() && i - first < m_earlierEdges.size(); ++i)
        m_plot->graph(i)->setData(m_earlier.times, m_earlierEdges.at(i - first), true);
}

double ChartPlot::highestBetween(double from, double to) const
{
    double highest = 0;
    const auto take = [&](const ChartData &samples, const QList<QList<double>> &edges) {
        for (qsizetype i = 0; i < samples.size(); ++i) {
            if (samples.times.at(i) < from || samples.times.at(i) > to)
                continue;
            for (const QList<double> &edge : edges) {
                if (std::isfinite(edge.at(i)))
                    highest = std::max(highest, edge.at(i));
            }
        }
    };
    take(m_drawn, m_edges);
    take(m_earlier, m_earlierEdges);
    return highest;
}

void ChartPlot::showRange(double from, double to)
{
    const double highest = highestBetween(from, to);
    const double upper = m_axisKeeper.upperFor(highest, monotonicNow());
    // Without values fractions of one would only puzzle.
    const double step = highest > 0 ? valueStep(upper) : upper;
    const auto values = QSharedPointer<QCPAxisTickerText>::create();
    for (double value = 0; value <= upper + step / 1000; value += step)
        values->addTick(value, Format::axisLabel(value, step));
    m_plot->yAxis->setTicker(values);
    m_plot->yAxis->setRange(0, upper);
    const int room = m_plot->width() / Theme::current().px(kPixelsPerTimeTick);
    const auto times = QSharedPointer<QCPAxisTickerText>::create();
    for (const TimeTick &tick : timeTicks(from, to, std::clamp(room, 1, kMostTimeTicks)))
        times->addTick(tick.time, tick.label);
    m_plot->xAxis->setTicker(times);
    m_plot->xAxis->setRange(from, to);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void ChartPlot::restyle()
{
    const Theme theme = Theme::current();
    m_plot->setBackground(QBrush(theme.color(Token::Surface)));
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTickLabelFont(theme.font(TextRole::Axis));
        axis->setTickLabelColor(theme.color(Token::ChartAxis));
        axis->setTickPen(Qt::NoPen);
        axis->setSubTickPen(Qt::NoPen);
        axis->setSubTicks(false);
        axis->setTickLabelPadding(6);
        axis->grid()->setSubGridVisible(false);
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    m_plot->xAxis->grid()->setVisible(false);
    m_plot->xAxis->setBasePen(QPen(theme.color(Token::BorderStrong), 1));
    m_plot->yAxis->setBasePen(Qt::NoPen);
    m_plot->yAxis->grid()->setPen(QPen(theme.color(Token::ChartGrid), 1));
    buildGraphs();
    drawData();
}

void ChartPlot::drawAtRatio(qreal ratio)
{
    m_screenRatio = m_plot->bufferDevicePixelRatio();
    m_plot->setBufferDevicePixelRatio(ratio);
    m_plot->replot(QCustomPlot::rpImmediateRefresh);
}

void ChartPlot::keepScreenRatio()
{
    m_plot->setBufferDevicePixelRatio(m_screenRatio);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

ChartOverlay::Axes ChartPlot::axes() const
{
    return {QRectF(m_plot->axisRect()->rect()),
            [plot = m_plot](double time) { return plot->xAxis->coordToPixel(time); },
            [plot = m_plot](double x) { return plot->xAxis->pixelToCoord(x); },
            [plot = m_plot](double value) { return plot->yAxis->coordToPixel(value); }};
}

} // namespace Signalbox
