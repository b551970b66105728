// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/charts/chartdata.h"
#include "widgets/charts/chartoverlay.h"
#include "widgets/charts/chartseries.h"

#include <QWidget>

class QCustomPlot;

namespace Signalbox {

/// The drawn part of a chart: lines or stacked areas over a grid, in the colours of the theme. The
/// one class that talks to QCustomPlot. GUI thread.
class ChartPlot : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartPlot)
public:
    explicit ChartPlot(ChartKind kind, QWidget *parent = nullptr);
    ~ChartPlot() override;

    /// Replaces the lines; they are empty until setData().
    void setSeries(const QList<ChartSeries> &series);
    /// Replaces what they show.
    void setData(const ChartData &samples);
    /// What the series were at another time, drawn dotted and paler at the times of now; empty for
    /// none.
    void setComparison(const ChartData &samples);
    /// What is drawn: the data with a break at each gap, one list of values per series.
    [[nodiscard]] const ChartData &drawn() const { return m_drawn; }
    /// The upper edge of each series, as drawn.
    [[nodiscard]] const QList<QList<double>> &edges() const { return m_edges; }

    /// Shows the time from \a from to \a to (Unix seconds), and values from 0 to what fits.
    void showRange(double from, double to);
    /// The next showRange() may shrink the range of values at once.
    void forgetValueRange() { m_axisKeeper.reset(); }

    /// Colours and fonts of the current theme.
    void restyle();
    /// Draws at once, at \a ratio device pixels per pixel, until keepScreenRatio().
    void drawAtRatio(qreal ratio);
    void keepScreenRatio();

    /// How times and values lie in this widget's coordinates.
    [[nodiscard]] ChartOverlay::Axes axes() const;

signals:
    void replotted();

private:
    void buildGraphs();
    void drawData();
    [[nodiscard]] QList<QList<double>> edgesOf(ChartData &samples) const;
    [[nodiscard]] double highestBetween(double from, double to) const;

    const ChartKind m_kind;
    QList<ChartSeries> m_series;
    ChartData m_drawn;
    QList<QList<double>> m_edges;
    ChartData m_earlier; ///< To compare with.
    QList<QList<double>> m_earlierEdges;
    AxisKeeper m_axisKeeper;
    double m_screenRatio = 1;
    QCustomPlot *m_plot;
};

} // namespace Signalbox
