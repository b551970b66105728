// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/feeds/namedfeed.h"
#include "console/panels/topictab.h"
#include "widgets/charts/chartseries.h"

namespace Signalbox {

class ChartBoard;
class TimeChart;

/// A topic over time: what is published and pushed, and for the busiest subscriptions what they
/// get, how long their pushes take and what waits for them.
class TopicStatisticsTab : public TopicTab
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopicStatisticsTab)

public:
    TopicStatisticsTab(const Workspace &workspace, const QString &topicName, QWidget *parent);

    [[nodiscard]] Feed *liveFeed() override;
    void refresh() override;
    [[nodiscard]] QList<QWidget *> regions() override;
    void takeFocus() override;

protected:
    void retranslate() override;

private:
    void showCharts();
    void showSubscriptions();
    void showRemark();

    TopicHistoryFeed *m_feed;
    QStringList m_shown; ///< Subscriptions that have lines.
    TimeChart *m_rates;
    TimeChart *m_pushed;
    TimeChart *m_took;
    TimeChart *m_waiting;
    ChartBoard *m_board;
};

} // namespace Signalbox
