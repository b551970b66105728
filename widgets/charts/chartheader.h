// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/charts/chartseries.h"
#include "widgets/themedwidget.h"

#include <QList>

namespace Signalbox {

/// Title, unit and legend of a chart in one line. Where the line is too short the unit goes first,
/// then the legend gets a row of its own.
class ChartHeader : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartHeader)
public:
    explicit ChartHeader(QWidget *parent = nullptr);
    ~ChartHeader() override;

    void setTitle(const QString &title);
    void setUnit(const QString &unit);
    /// \a values are the current ones in the order of \a series; empty texts and missing ones are
    /// not drawn.
    void setLegend(const QList<ChartSeries> &series, ChartKind kind, const QStringList &values);

    [[nodiscard]] bool isUnitShown() const;
    [[nodiscard]] bool hasLegendRow() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] qreal titleWidth() const;
    [[nodiscard]] qreal unitWidth() const;
    [[nodiscard]] qreal entryWidth(int index) const;
    [[nodiscard]] qreal legendWidth() const;
    [[nodiscard]] qreal valueWidth(int index) const;
    void layOut();

    QString m_title;
    QString m_unit;
    QList<ChartSeries> m_series;
    QStringList m_values;
    /// Widest value seen per series: the legend does not move while figures change.
    QList<qreal> m_valueWidths;
    ChartKind m_kind = ChartKind::Lines;
    bool m_legendRow = false;
};

} // namespace Signalbox
