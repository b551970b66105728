// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/topicstatisticstab.h"

#include "console/brokerconnection.h"
#include "console/feeds/runwhileshown.h"
#include "console/models/serieschart.h"
#include "console/models/topicchart.h"
#include "console/panels/chartboard.h"
#include "widgets/charts/timechart.h"

#include <QVBoxLayout>

#include <array>

namespace Signalbox {

using namespace std::chrono_literals;

namespace {

using Samples = Admin::SubscriptionSamples;

constexpr std::array kColors = {Token::Series1, Token::Series2, Token::Series3, Token::Series4,
                                Token::Series5};
static_assert(kColors.size() == kMostSubscriptionLines);
constexpr double kLongestInMilliseconds = 1000;

} // namespace

TopicStatisticsTab::TopicStatisticsTab(const Workspace &workspace, const QString &topicName,
                                       QWidget *parent)
    : TopicTab(workspace, topicName, parent)
    , m_feed(new TopicHistoryFeed(workspace.connection.admin(), topicName, this))
    , m_rates(new TimeChart(ChartKind::Lines, this))
    , m_pushed(new TimeChart(ChartKind::Lines, this))
    , m_took(new TimeChart(ChartKind::Lines, this))
    , m_waiting(new TimeChart(ChartKind::Lines, this))
    , m_board(new ChartBoard({m_rates, m_pushed, m_took, m_waiting}, workspace.notices, this))
{
    for (TimeChart *chart : {m_pushed, m_took, m_waiting})
        chart->setLegendValues(false); // names of subscriptions need the room
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_board);
    retranslate();
    runWhileShown(*m_feed, *this, workspace.connection);
    connect(m_feed, &Feed::updated, this, &TopicStatisticsTab::showCharts);
    connect(m_board, &ChartBoard::rangeChanged, this, &TopicStatisticsTab::showCharts);
}

void TopicStatisticsTab::showCharts()
{
    showRemark();
    if (!m_feed->answer())
        return;
    const Admin::TopicHistory &history = *m_feed->answer();
    if (const QStringList busiest = busiestSubscriptions(history); busiest != m_shown) {
        m_shown = busiest;
        showSubscriptions();
    }
    const std::chrono::seconds range = m_board->range();
    m_rates->setData(topicRates(history, range));
    m_pushed->setData(subscriptionLines(history, m_shown, &Samples::delivered, range, true));
    m_waiting->setData(subscriptionLines(history, m_shown, &Samples::waiting, range));
    ChartData took = subscriptionLines(history, m_shown, &Samples::tookP95Ms, range);
    const bool inSeconds = highestValue(took) >= kLongestInMilliseconds;
    if (inSeconds)
        took = subscriptionLines(history, m_shown, &Samples::tookP95Ms, range, false, 0.001);
    //: Unit of a chart: 95 of a hundred pushes took at most so many seconds, milliseconds.
    m_took->setUnit(inSeconds ? tr("95 %, s") : tr("95 %, ms"));
    m_took->setData(took);
}

void TopicStatisticsTab::showSubscriptions()
{
    QList<ChartSeries> series;
    for (qsizetype i = 0; i < m_shown.size(); ++i)
        series.append({m_shown.at(i), kColors.at(std::size_t(i))});
    for (TimeChart *chart : {m_pushed, m_took, m_waiting})
        chart->setSeries(series);
}

void TopicStatisticsTab::showRemark()
{
    const QString resolution =
        m_board->range() <= 1min ? tr("1 point = 1 s") : tr("1 point = 1 min");
    const Admin::Topic *shown = topic();
    const qsizetype all = shown ? shown->subscriptions.size() : 0;
    m_board->setRemark(all <= kMostSubscriptionLines ? resolution
                                                     //: %1 is how often there is a point.
                                                     : tr("%1 · the %2 busiest of %3 subscriptions")
                                                           .arg(resolution)
                                                           .arg(kMostSubscriptionLines)
                                                           .arg(all));
}

Feed *TopicStatisticsTab::liveFeed()
{
    return m_feed;
}

void TopicStatisticsTab::refresh()
{
    m_feed->refresh();
}

QList<QWidget *> TopicStatisticsTab::regions()
{
    return m_board->regions();
}

void TopicStatisticsTab::takeFocus()
{
    m_board->regions().constFirst()->setFocus();
}

void TopicStatisticsTab::retranslate()
{
    m_rates->setTitle(tr("Published and pushed"));
    m_rates->setUnit(tr("messages/s"));
    m_rates->setSeries({{tr("Published"), Token::Series1},
                        {tr("Pushed"), Token::Series2},
                        {tr("Failed"), Token::Series3}});
    m_pushed->setTitle(tr("Pushed by subscription"));
    m_pushed->setUnit(tr("messages/s"));
    m_took->setTitle(tr("Time of a push"));
    //: Why the chart of the times of pushes has a gap.
    m_took->setGapCaption(tr("nothing pushed"));
    m_waiting->setTitle(tr("Waiting"));
    m_waiting->setUnit(tr("messages"));
    showCharts();
}

} // namespace Signalbox
