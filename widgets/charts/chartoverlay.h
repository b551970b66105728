// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/charts/chartdata.h"
#include "widgets/charts/chartseries.h"
#include "widgets/themedwidget.h"

#include <functional>
#include <optional>

namespace Signalbox {

/// Lies over a plot and paints what moves without a new plot: hatched gaps, the read-out and the
/// range being dragged. It takes the mouse of the chart; the wheel goes on to the page.
class ChartOverlay : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartOverlay)
public:
    /// Where the plot's axes lie, asked for at each painting.
    struct Axes
    {
        QRectF plot;
        std::function<double(double)> timeToX;
        std::function<double(double)> xToTime;
        std::function<double(double)> valueToY;
    };

    explicit ChartOverlay(QWidget *parent);
    ~ChartOverlay() override;

    void setAxes(std::function<Axes()> axes) { m_axes = std::move(axes); }
    void setGapCaption(const QString &caption);
    /// \a samples as drawn; \a edges are the heights of the dots (the sums for stacked areas).
    void setData(const ChartData &samples, const QList<QList<double>> &edges,
                 const QList<ChartSeries> &series, ChartKind kind);
    /// Shows the read-out at sample \a index; none hides it.
    void setReadOut(std::optional<qsizetype> index);
    [[nodiscard]] std::optional<qsizetype> readOut() const { return m_readOut; }
    /// Time and values of the read-out in one sentence, empty without one.
    [[nodiscard]] QString readOutText() const;
    /// Draws times to the minute instead of the second.
    void setCoarseTimes(bool coarse) { m_coarseTimes = coarse; }

signals:
    /// The pointer is over \a time (Unix seconds).
    void pointed(double time);
    void left();
    /// A range was dragged.
    void rangeSelected(double from, double to);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void paintGaps(QPainter &painter, const Axes &axes, const Theme &theme) const;
    void paintReadOut(QPainter &painter, const Axes &axes, const Theme &theme) const;
    [[nodiscard]] QString timeText(qsizetype index) const;

    std::function<Axes()> m_axes;
    ChartData m_data;
    QList<QList<double>> m_edges;
    QList<ChartSeries> m_series;
    TimeSpans m_gaps;
    QString m_gapCaption;
    ChartKind m_kind = ChartKind::Lines;
    std::optional<qsizetype> m_readOut;
    std::optional<double> m_dragFrom;
    double m_dragTo = 0;
    bool m_coarseTimes = false;
};

} // namespace Signalbox
