// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/feeds/namedfeed.h"
#include "console/models/queuechart.h"
#include "console/panels/queuetab.h"

namespace Signalbox {

class Button;
class ChartBoard;
class SegmentedControl;
class TimeChart;

/// A queue over time: rates, how long messages stay, backlog, receives per message. A quarter of an
/// hour can be compared with the one before, as the broker keeps an hour by minutes.
class QueueStatisticsTab : public QueueTab
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueueStatisticsTab)

public:
    QueueStatisticsTab(const Workspace &workspace, const QString &queueName, QWidget *parent);

    [[nodiscard]] Feed *liveFeed() override;
    void refresh() override;
    [[nodiscard]] QList<QWidget *> regions() override;
    void takeFocus() override;

protected:
    void retranslate() override;

private:
    void showCharts();
    void showChart(TimeChart &chart, const QList<QueueSeries> &series, QueueValue value);
    void showWaits();
    /// Whether the time before is shown too.
    [[nodiscard]] bool isComparing() const;

    QueueHistoryFeed *m_feed;
    SegmentedControl *m_until; ///< Whether time in queue ends with the receive or the delete.
    Button *m_compare;
    TimeChart *m_rates;
    TimeChart *m_waits;
    TimeChart *m_backlog;
    TimeChart *m_receives;
    ChartBoard *m_board;
};

} // namespace Signalbox
