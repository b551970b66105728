// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/card.h"
#include "widgets/charts/chartdata.h"
#include "widgets/charts/chartseries.h"

#include <QTimer>

#include <chrono>
#include <limits>
#include <memory>
#include <optional>

class QMenu;

namespace Signalbox {

class ChartHeader;
class ChartOverlay;
class ChartPlot;

/// A chart of values over time in a card: lines or stacked areas, the legend with current values in
/// its header, a read-out by pointer or keyboard, a hatched band where samples are missing.
///
/// New data is drawn at most once a second and only while the chart is visible. With focus Left and
/// Right move the read-out (Shift: ten samples), Home and End jump, Esc leaves a range that was
/// dragged out, Ctrl+C copies the data as a table. GUI thread.
class TimeChart : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimeChart)
public:
    static constexpr double kNoTime = std::numeric_limits<double>::quiet_NaN();

    explicit TimeChart(ChartKind kind = ChartKind::Lines, QWidget *parent = nullptr);
    ~TimeChart() override;

    void setTitle(const QString &title);
    [[nodiscard]] const QString &title() const { return m_title; }
    void setUnit(const QString &unit);
    void setSeries(const QList<ChartSeries> &series);
    /// Whether the legend shows each series' last value; on unless set.
    void setLegendValues(bool shown);
    /// How much time the chart shows, up to the last sample; one hour unless set.
    void setWindow(std::chrono::seconds window);
    /// Why samples are missing, written over the hatched band; "no data" unless known.
    void setGapCaption(const QString &caption);

    /// Replaces the samples; \a data has one list of values per series.
    void setData(const ChartData &data);
    [[nodiscard]] const ChartData &data() const { return m_data; }
    /// What the same series were at another time, with times moved to those of the data; drawn
    /// dotted and paler. Empty, as unless set, for no comparison.
    void setComparison(const ChartData &earlier);
    [[nodiscard]] const ChartData &comparison() const { return m_comparison; }

    /// The time span drawn (Unix seconds): the window, or the range the user dragged out.
    [[nodiscard]] std::pair<double, double> shownRange() const;
    /// Draws pending data now.
    void flush();

    [[nodiscard]] QString csv() const;
    [[nodiscard]] QString table() const;
    /// Copy as table, save as CSV, save as PNG.
    void addExports(QMenu &menu);
    /// The whole card at \a ratio device pixels per pixel.
    [[nodiscard]] QPixmap toPixmap(qreal ratio = 2);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

public slots:
    /// Moves the read-out to the sample nearest to \a time, or hides it (kNoTime). Connect
    /// readOutMoved() of a panel's charts to this slot of the others: they share the line.
    void showReadOut(double time);
    void copyTable() const;
    void saveCsv();
    void savePng();

signals:
    /// The user moved the read-out to \a time, or away (kNoTime).
    void readOutMoved(double time);
    /// The user dragged out a range, or left it (both kNoTime).
    void rangeChanged(double from, double to);
    /// The user wants \a content as a file, such as \a name; \a title says what that is.
    void saveRequested(const QString &title, const QString &name, const QByteArray &content);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void themeChanged() override;
    void languageChanged() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void updateAxes();
    void updateLegend();
    void moveReadOut(qsizetype steps);
    void readOutChanged(bool byUser);
    void clearRange();
    [[nodiscard]] QStringList seriesNames() const;

    ChartKind m_kind;
    QString m_title;
    QString m_gapCaption;
    QList<ChartSeries> m_series;
    ChartData m_data;
    ChartData m_shown; ///< What the plot has.
    ChartData m_comparison;
    std::chrono::seconds m_window{3600};
    std::optional<std::pair<double, double>> m_range;
    QTimer m_timer;
    bool m_legendValues = true;
    bool m_dirty = false;

    ChartHeader *m_header;
    ChartPlot *m_plot;
    ChartOverlay *m_overlay;
};

} // namespace Signalbox
