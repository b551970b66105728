// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/queuestatisticstab.h"

#include "console/brokerconnection.h"
#include "console/feeds/queuehistoryfeed.h"
#include "widgets/button.h"
#include "widgets/charts/timechart.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/segmentedcontrol.h"

#include <QGridLayout>
#include <QMenu>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>

namespace Signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::array<std::chrono::seconds, 3> kRanges = {1min, 15min, 1h};
constexpr int kFirstRange = 0;
constexpr std::chrono::seconds kComparable = 15min; ///< The range whose time before is kept too.
enum Until { Received, Deleted };
constexpr double kLongestInMilliseconds = 1000;

using Samples = Admin::QueueSamples;

double highest(const ChartData &data)
{
    double value = 0;
    for (const QList<double> &line : data.values) {
        for (const double sample : line)
            value = std::isnan(sample) ? value : std::max(value, sample);
    }
    return value;
}

} // namespace

QueueStatisticsTab::QueueStatisticsTab(const Workspace &workspace, const QString &queueName,
                                       QWidget *parent)
    : QueueTab(workspace, queueName, parent)
    , m_feed(new QueueHistoryFeed(workspace.connection.admin(), queueName, this))
    , m_range(new SegmentedControl(this))
    , m_until(new SegmentedControl(this))
    , m_compare(new Button({}, ButtonKind::Default, {}, this))
    , m_resolution(new TextLabel(TextRole::Hint, Token::Muted, {}, this))
    , m_export(new Button({}, ButtonKind::Default, u"download"_s, this))
    , m_rates(new TimeChart(ChartKind::Lines, this))
    , m_waits(new TimeChart(ChartKind::Lines, this))
    , m_backlog(new TimeChart(ChartKind::StackedAreas, this))
    , m_receives(new TimeChart(ChartKind::Lines, this))
{
    build();
    retranslate();
    runWhileShown(m_feed);
    connect(m_feed, &Feed::updated, this, &QueueStatisticsTab::showCharts);
    connect(m_range, &SegmentedControl::currentIndexChanged, this,
            &QueueStatisticsTab::retranslate);
    connect(m_until, &SegmentedControl::currentIndexChanged, this,
            &QueueStatisticsTab::retranslate);
    connect(m_compare, &QAbstractButton::toggled, this, &QueueStatisticsTab::retranslate);
    connect(m_export, &QAbstractButton::clicked, this, &QueueStatisticsTab::openExports);
    auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_E), this);
    connect(shortcut, &QShortcut::activated, this, &QueueStatisticsTab::openExports);
}

void QueueStatisticsTab::build()
{
    for (std::size_t i = 0; i < kRanges.size(); ++i)
        m_range->addSegment({});
    m_range->setCurrentIndex(kFirstRange);
    m_until->addSegment({});
    m_until->addSegment({});
    m_backlog->setLegendValues(false);
    m_compare->setCheckable(true);

    const QList<TimeChart *> charts{m_rates, m_waits, m_backlog, m_receives};
    auto *grid = new QGridLayout;
    grid->setSpacing(Metrics::kSpaceLg);
    for (int i = 0; i < charts.size(); ++i) {
        grid->addWidget(charts.at(i), i / 2, i % 2);
        for (TimeChart *other : charts) {
            if (other != charts.at(i))
                connect(charts.at(i), &TimeChart::readOutMoved, other, &TimeChart::showReadOut);
        }
    }
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);

    auto *tools = new QHBoxLayout;
    tools->setSpacing(Metrics::kSpaceSm);
    tools->addWidget(m_range);
    tools->addWidget(m_until);
    tools->addWidget(m_compare);
    tools->addStretch();
    tools->addWidget(m_resolution);
    tools->addWidget(m_export);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Metrics::kPageMargin, Metrics::kSpaceMd, Metrics::kPageMargin,
                               Metrics::kPageMargin);
    column->setSpacing(Metrics::kSpaceMd);
    column->addLayout(tools);
    column->addLayout(grid, 1);
}

std::chrono::seconds QueueStatisticsTab::range() const
{
    return kRanges.at(std::size_t(m_range->currentIndex()));
}

bool QueueStatisticsTab::isComparing() const
{
    return m_compare->isChecked() && range() == kComparable;
}

void QueueStatisticsTab::showCharts()
{
    if (!m_feed->history())
        return;
    for (TimeChart *chart : {m_rates, m_waits, m_backlog, m_receives})
        chart->setWindow(range());
    showChart(*m_rates, {&Samples::sent, &Samples::received, &Samples::deleted},
              QueueValue::PerSecond);
    showChart(*m_backlog, {&Samples::ready, &Samples::leased, &Samples::delayed}, QueueValue::AsIs);
    showChart(*m_receives, {&Samples::receivesPerDeleted}, QueueValue::AsIs);
    showWaits();
}

void QueueStatisticsTab::showChart(TimeChart &chart, const QList<QueueSeries> &series,
                                   QueueValue value)
{
    const Admin::QueueHistory &history = *m_feed->history();
    chart.setData(queueChartData(history, series, range(), value));
    chart.setComparison(isComparing() ? queueChartData(history, series, range(), value, range())
                                      : ChartData());
}

void QueueStatisticsTab::showWaits()
{
    const QList<QueueSeries> series = m_until->currentIndex() == Received
        ? QList<QueueSeries>{&Samples::toReceiveP50Ms, &Samples::toReceiveP95Ms,
                             &Samples::toReceiveP99Ms}
        : QList<QueueSeries>{&Samples::toDeleteP50Ms, &Samples::toDeleteP95Ms,
                             &Samples::toDeleteP99Ms};
    const bool inSeconds =
        highest(queueChartData(*m_feed->history(), series, range())) >= kLongestInMilliseconds;
    //: Unit of a chart: seconds, milliseconds.
    m_waits->setUnit(inSeconds ? tr("s") : tr("ms"));
    showChart(*m_waits, series, inSeconds ? QueueValue::Seconds : QueueValue::AsIs);
}

void QueueStatisticsTab::openExports()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const std::pair<TimeChart *, QString> charts[] = {{m_rates, tr("Rates")},
                                                      {m_waits, tr("Time in queue")},
                                                      {m_backlog, tr("Backlog")},
                                                      {m_receives, tr("Receives per message")}};
    for (const auto &[chart, title] : charts)
        chart->addExports(*menu->addMenu(title));
    menu->popup(m_export->mapToGlobal(QPoint(0, m_export->height())));
}

void QueueStatisticsTab::refresh()
{
    m_feed->refresh();
}

QList<QWidget *> QueueStatisticsTab::regions()
{
    return {m_range, m_rates};
}

void QueueStatisticsTab::takeFocus()
{
    m_range->setFocus();
}

void QueueStatisticsTab::retranslate()
{
    m_range->setAccessibleName(tr("Time range"));
    for (std::size_t i = 0; i < kRanges.size(); ++i)
        m_range->setSegmentText(int(i), Format::duration(kRanges.at(i)));
    m_until->setAccessibleName(tr("Time in queue"));
    m_until->setSegmentText(Received, tr("Until received"));
    m_until->setSegmentText(Deleted, tr("Until deleted"));
    m_resolution->setText(range() <= 1min     ? tr("1 point = 1 s")
                              : isComparing() ? tr("1 point = 1 min, dotted: 15 min before")
                                              : tr("1 point = 1 min"));
    m_compare->setText(tr("Compare with the time before"));
    m_compare->setDisabledReason(
        range() == kComparable
            ? QString()
            : tr("The broker keeps one hour: 15 min can be compared with the 15 min before."));
    //: Opens a menu: each chart can be copied or saved.
    m_export->setText(tr("Export"));
    m_export->setToolTip(
        tr("Copy or save a chart (%1)")
            .arg(QKeySequence(Qt::CTRL | Qt::Key_E).toString(QKeySequence::NativeText)));

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
