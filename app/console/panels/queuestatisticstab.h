// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/panels/queuetab.h"

namespace Signalbox {

class QueueHistoryFeed;
class SegmentedControl;
class TextLabel;
class TimeChart;

/// A queue over time: rates, how long messages stay, backlog, receives per message.
class QueueStatisticsTab : public QueueTab
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueueStatisticsTab)

public:
    QueueStatisticsTab(const Workspace &workspace, const QString &queueName, QWidget *parent);

    void refresh() override;
    [[nodiscard]] QList<QWidget *> regions() override;
    void takeFocus() override;

protected:
    void retranslate() override;

private:
    void build();
    void showCharts();
    void showWaits();

    QueueHistoryFeed *m_feed;
    SegmentedControl *m_range;
    SegmentedControl *m_until; ///< Whether time in queue ends with the receive or the delete.
    TextLabel *m_resolution;
    TimeChart *m_rates;
    TimeChart *m_waits;
    TimeChart *m_backlog;
    TimeChart *m_receives;
};

} // namespace Signalbox
