// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/queuestatisticstab.h"

#include "console/brokerconnection.h"
#include "console/feeds/runwhileshown.h"
#include "console/models/serieschart.h"
#include "console/panels/chartboard.h"
#include "widgets/button.h"
#include "widgets/charts/timechart.h"
#include "widgets/segmentedcontrol.h"

#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::seconds kComparable = 15min; ///< The range whose time before is kept too.
enum Until { Received, Deleted };
constexpr double kLongestInMilliseconds = 1000;

using Samples = Admin::QueueSamples;

} // namespace

QueueStatisticsTab::QueueStatisticsTab(const Workspace &workspace, const QString &queueName,
                                       QWidget *parent)
    : QueueTab(workspace, queueName, parent)
    , m_feed(new QueueHistoryFeed(workspace.connection.admin(), queueName, this))
    , m_until(new SegmentedControl(this))
    , m_compare(new Button({}, ButtonKind::Default, {}, this))
    , m_rates(new TimeChart(ChartKind::Lines, this))
    , m_waits(new TimeChart(ChartKind::Lines, this))
    , m_backlog(new TimeChart(ChartKind::StackedAreas, this))
    , m_receives(new TimeChart(ChartKind::Lines, this))
    , m_board(new ChartBoard({m_rates, m_waits, m_backlog, m_receives}, workspace.notices, this))
{
    m_until->addSegment({});
    m_until->addSegment({});
    m_backlog->setLegendValues(false);
    m_compare->setCheckable(true);
    m_board->addTool(m_until);
    m_board->addTool(m_compare);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_board);
    retranslate();
    runWhileShown(*m_feed, *this, workspace.connection);
    connect(m_feed, &Feed::updated, this, &QueueStatisticsTab::showCharts);
    connect(m_board, &ChartBoard::rangeChanged, this, &QueueStatisticsTab::retranslate);
    connect(m_until, &SegmentedControl::currentIndexChanged, this,
            &QueueStatisticsTab::retranslate);
    connect(m_compare, &QAbstractButton::toggled, this, &QueueStatisticsTab::retranslate);
}

bool QueueStatisticsTab::isComparing() const
{
    return m_compare->isChecked() && m_board->range() == kComparable;
}

void QueueStatisticsTab::showCharts()
{
    if (!m_feed->answer())
        return;
    showChart(*m_rates, {&Samples::sent, &Samples::received, &Samples::deleted},
              QueueValue::PerSecond);
    showChart(*m_backlog, {&Samples::ready, &Samples::leased, &Samples::delayed}, QueueValue::AsIs);
    showChart(*m_receives, {&Samples::receivesPerDeleted}, QueueValue::AsIs);
    showWaits();
}

void QueueStatisticsTab::showChart(TimeChart &chart, const QList<QueueSeries> &series,
                                   QueueValue value)
{
    const Admin::QueueHistory &history = *m_feed->answer();
    chart.setData(queueChartData(history, series, m_board->range(), value));
    chart.setComparison(
        isComparing() ? queueChartData(history, series, m_board->range(), value, m_board->range())
                      : ChartData());
}

void QueueStatisticsTab::showWaits()
{
    const QList<QueueSeries> series = m_until->currentIndex() == Received
        ? QList<QueueSeries>{&Samples::toReceiveP50Ms, &Samples::toReceiveP95Ms,
                             &Samples::toReceiveP99Ms}
        : QList<QueueSeries>{&Samples::toDeleteP50Ms, &Samples::toDeleteP95Ms,
                             &Samples::toDeleteP99Ms};
    const bool inSeconds = highestValue(queueChartData(*m_feed->answer(), series, m_board->range()))
        >= kLongestInMilliseconds;
    //: Unit of a chart: seconds, milliseconds.
    m_waits->setUnit(inSeconds ? tr("s") : tr("ms"));
    showChart(*m_waits, series, inSeconds ? QueueValue::Seconds : QueueValue::AsIs);
}

Feed *QueueStatisticsTab::liveFeed()
{
    return m_feed;
}

void QueueStatisticsTab::refresh()
{
    m_feed->refresh();
}

QList<QWidget *> QueueStatisticsTab::regions()
{
    return m_board->regions();
}

void QueueStatisticsTab::takeFocus()
{
    m_board->regions().constFirst()->setFocus();
}

void QueueStatisticsTab::retranslate()
{
    m_until->setAccessibleName(tr("Time in queue"));
    m_until->setSegmentText(Received, tr("Until received"));
    m_until->setSegmentText(Deleted, tr("Until deleted"));
    m_board->setRemark(m_board->range() <= 1min ? tr("1 point = 1 s")
                           : isComparing()      ? tr("1 point = 1 min, dotted: 15 min before")
                                                : tr("1 point = 1 min"));
    m_compare->setText(tr("Compare with the time before"));
    m_compare->setDisabledReason(
        m_board->range() == kComparable
            ? QString()
            : tr("The broker keeps one hour: 15 min can be compared with the 15 min before."));
    m_rates->setTitle(tr("Rates"));
    m_rates->setUnit(tr("messages/s"));
    m_rates->setSeries({{tr("Sent"), Token::Series1},
                        {tr("Received"), Token::Series2},
                        {tr("Deleted"), Token::Series3}});
    m_waits->setTitle(tr("Time in queue"));
    m_waits->setSeries(
        {{u"p50"_s, Token::Series1}, {u"p95"_s, Token::Series2}, {u"p99"_s, Token::Series3}});
    //: Why the chart of times in queue has a gap.
    m_waits->setGapCaption(m_until->currentIndex() == Received ? tr("nothing received")
                                                               : tr("nothing deleted"));
    m_backlog->setTitle(tr("Backlog"));
    m_backlog->setUnit(tr("messages"));
    m_backlog->setSeries({{tr("Ready"), Token::Series1},
                          {tr("In flight"), Token::Series2},
                          {tr("Delayed"), Token::Series3}});
    m_receives->setTitle(tr("Receives per message"));
    //: What the chart of receives per message averages over.
    m_receives->setUnit(tr("mean of deleted"));
    m_receives->setSeries({{tr("Receives"), Token::Series1}});
    m_receives->setGapCaption(tr("nothing deleted"));
    showCharts();
}

} // namespace Signalbox
