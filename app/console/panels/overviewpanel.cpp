// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/overviewpanel.h"

#include "console/brokerconnection.h"
#include "console/dialogs/sendmessagedialog.h"
#include "console/models/attention.h"
#include "console/models/historychart.h"
#include "console/panels/attentioncard.h"
#include "console/panels/busiestcard.h"
#include "console/panels/chartgroup.h"
#include "widgets/button.h"
#include "widgets/charts/timechart.h"
#include "widgets/format.h"
#include "widgets/metrics.h"
#include "widgets/scrollpage.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/statstrip.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace Signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::array<std::chrono::seconds, 3> kRanges = {1min, 15min, 1h};
constexpr int kTall = 900; ///< The table of the busiest queues shows from this height on.
constexpr int kFirstRange = 1;
constexpr int kMostAttentions = 6;
constexpr qsizetype kSamplesKept = 3600; // samples of a second
constexpr qsizetype kTrend = 300;

/// What \a series rose by in the last five minutes; nothing where either end is unknown.
std::optional<qint64> rise(const Admin::Series &series)
{
    if (series.size() <= kTrend)
        return std::nullopt;
    const double now = series.constLast();
    const double before = series.at(series.size() - 1 - kTrend);
    if (std::isnan(now) || std::isnan(before))
        return std::nullopt;
    return qint64(now - before);
}

} // namespace

OverviewPanel::OverviewPanel(const Workspace &workspace, QWidget *parent)
    : Panel(parent)
    , m_workspace(workspace)
    , m_pause(new IconButton(u"pause"_s, {}, this))
    , m_range(new SegmentedControl(this))
    , m_primary(new Button({}, ButtonKind::Primary, u"send"_s, this))
    , m_tiles(new StatStrip(this))
    , m_throughput(new TimeChart(ChartKind::Lines, this))
    , m_attention(new AttentionCard(this))
    , m_backlog(new TimeChart(ChartKind::StackedAreas, this))
    , m_latency(new TimeChart(ChartKind::Lines, this))
    , m_pushes(new TimeChart(ChartKind::Lines, this))
    , m_busiest(new BusiestCard(workspace.connection.queues(), this))
{
    buildHeader();
    buildContent();
    retranslate();

    BrokerConnection &connection = m_workspace.connection;
    connect(&connection.metrics(), &Feed::updated, this, &OverviewPanel::showCharts);
    connect(&connection, &BrokerConnection::statusChanged, this, &OverviewPanel::showTiles);
    connect(&connection, &BrokerConnection::pausedChanged, this, &OverviewPanel::retranslate);
    m_ageTimer.setInterval(1s);
    connect(&m_ageTimer, &QTimer::timeout, this, &OverviewPanel::sampleOldestAge);
    m_ageTimer.start();
    showTiles();
}

void OverviewPanel::buildHeader()
{
    for (std::size_t i = 0; i < kRanges.size(); ++i)
        m_range->addSegment({});
    m_range->setCurrentIndex(kFirstRange);
    header().addAction(m_pause);
    header().addAction(m_range);
    header().addAction(m_primary);
    connect(m_pause, &QToolButton::clicked, this,
            [this] { m_workspace.connection.setPaused(!m_workspace.connection.isPaused()); });
    connect(m_range, &SegmentedControl::currentIndexChanged, this, &OverviewPanel::showCharts);
    connect(m_primary, &QPushButton::clicked, this, &OverviewPanel::sendOrCreate);
}

void OverviewPanel::buildContent()
{
    groupCharts({m_throughput, m_backlog, m_latency, m_pushes}, m_workspace.notices);
    m_backlog->setLegendValues(false);
    m_pushes->setLegendValues(false);
    m_pushes->hide();
    connect(m_tiles, &StatStrip::tileActivated, this, &OverviewPanel::openTile);
    connect(m_attention, &AttentionCard::queueOpened, this, &OverviewPanel::queueOpened);
    connect(m_attention, &AttentionCard::topicOpened, this, &OverviewPanel::topicOpened);
    connect(m_attention, &AttentionCard::refusalsOpened, this, &OverviewPanel::refusalsOpened);
    connect(m_busiest, &BusiestCard::queueOpened, this, &OverviewPanel::queueOpened);
    m_busiest->hide();
    connect(m_attention, &AttentionCard::clockRunRequested, this,
            &OverviewPanel::clockRunRequested);

    auto *upper = new QHBoxLayout;
    upper->setSpacing(Metrics::kSpaceLg);
    upper->addWidget(m_throughput, 16);
    upper->addWidget(m_attention, 9);
    auto *lower = new QHBoxLayout;
    lower->setSpacing(Metrics::kSpaceLg);
    lower->addWidget(m_backlog, 4);
    lower->addWidget(m_latency, 4);
    lower->addWidget(m_pushes, 5); // four series to name
    // Where the window is lower than all of it, as with large text, it scrolls.
    auto *page = new QWidget;
    auto *content = new QVBoxLayout(page);
    content->setContentsMargins(Metrics::kPageMargin, 0, Metrics::kPageMargin,
                                Metrics::kPageMargin);
    content->setSpacing(Metrics::kSpaceLg);
    content->addWidget(m_tiles);
    content->addLayout(upper, 5);
    content->addLayout(lower, 4);
    content->addWidget(m_busiest);
    column()->addWidget(new ScrollPage(page, this), 1);
}

void OverviewPanel::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    m_attention->setMaximumWidth(Theme::current().px(Metrics::kAttentionCard));
    m_busiest->setVisible(height() >= Theme::current().px(kTall));
}

void OverviewPanel::showCharts()
{
    const std::optional<Admin::BrokerHistory> &history = m_workspace.connection.metrics().history();
    if (!history)
        return;
    using History = Admin::BrokerHistory;
    const std::chrono::seconds range = kRanges.at(std::size_t(m_range->currentIndex()));
    const auto show = [&](TimeChart *chart, const QList<HistorySeries> &series) {
        chart->setWindow(range);
        chart->setData(chartData(*history, series, range));
    };
    show(m_throughput, {&History::sent, &History::received, &History::deleted});
    show(m_backlog, {&History::ready, &History::leased, &History::delayed});
    show(m_pushes,
         {&History::published, &History::pushed, &History::pushFailed, &History::pushRetried});
    show(m_latency, {&History::commitP50Ms, &History::commitP95Ms, &History::commitP99Ms});
}

void OverviewPanel::showTiles()
{
    BrokerConnection &connection = m_workspace.connection;
    const std::optional<Admin::Status> &status = connection.status().status();
    const QueueListModel &queues = connection.queues();
    const qint64 nowMs = connection.status().brokerNowMs();

    m_attention->setAttentions(attentions(
        {status, queues, connection.topics(), connection.queueFeed().isComplete(), nowMs},
        kMostAttentions));
    m_primary->setText(hasQueues() ? tr("Send message…") : tr("Create queue…"));
    m_primary->setIconName(hasQueues() ? u"send"_s : u"plus"_s);

    StatTile ready{tr("Ready"), Format::unknown(), {}, {}};
    StatTile inFlight{tr("In flight"), Format::unknown(), {}, {}};
    StatTile delayed{tr("Delayed"), Format::unknown(), {}, {}};
    StatTile oldest{tr("Oldest ready"), Format::unknown(), course(m_oldestAges), {}};
    if (status) {
        ready.figure = Format::count(status->messages.ready);
        inFlight.figure = Format::count(status->messages.leased);
        delayed.figure = Format::count(status->messages.delayed);
        inFlight.context = tr("%Ln long poll(s) waiting", nullptr, status->waiters);
    }
    if (const auto &history = connection.metrics().history()) {
        ready.course = course(history->ready);
        inFlight.course = course(history->leased);
        delayed.course = course(history->delayed);
        if (const std::optional<qint64> more = rise(history->ready))
            ready.context =
                (*more > 0 ? tr("+%1 in 5 min") : tr("%1 in 5 min")).arg(Format::count(*more));
    }

    std::optional<qint64> oldestMs;
    std::optional<qint64> nextDueMs;
    for (int row = 0; row < queues.rowCount(); ++row) {
        const Admin::QueueRow &queue = queues.queueAt(row);
        if (queue.oldestReadyMs && (!oldestMs || *queue.oldestReadyMs < *oldestMs)) {
            oldestMs = queue.oldestReadyMs;
            oldest.context = queue.name;
        }
        if (queue.counts.delayed > 0 && queue.nextDueMs
            && (!nextDueMs || *queue.nextDueMs < *nextDueMs))
            nextDueMs = queue.nextDueMs;
    }
    if (oldestMs)
        oldest.figure =
            Format::age(std::chrono::milliseconds(std::max<qint64>(0, nowMs - *oldestMs)));
    if (nextDueMs && *nextDueMs > nowMs) {
        //: When the next delayed message becomes ready; %1 is a duration.
        delayed.context =
            tr("next in %1").arg(Format::age(std::chrono::milliseconds(*nextDueMs - nowMs)));
    }
    m_oldestQueue = oldest.context;
    QList<StatTile> tiles{ready, inFlight, delayed};
    m_shownTiles = {Tile::Ready, Tile::InFlight, Tile::Delayed};
    if (const std::optional<StatTile> deadLetters = deadLetterTile()) {
        tiles.append(*deadLetters);
        m_shownTiles.append(Tile::DeadLetters);
    }
    tiles.append(oldest);
    m_shownTiles.append(Tile::Oldest);
    const bool hasTopics = connection.topics().rowCount() > 0;
    if (hasTopics) {
        tiles.append(pushTile());
        m_shownTiles.append(Tile::Pushes);
    }
    m_tiles->setTiles(tiles);
    m_pushes->setVisible(hasTopics);
}

void OverviewPanel::openTile(int index)
{
    using Selection = QueueFilterModel::Selection;
    switch (m_shownTiles.at(index)) {
    case Tile::Ready:
        return emit queuesOpened(Selection::WithBacklog, QueueListModel::Ready);
    case Tile::InFlight:
        return emit queuesOpened(Selection::All, QueueListModel::InFlight);
    case Tile::Delayed:
        return emit queuesOpened(Selection::All, QueueListModel::Delayed);
    case Tile::DeadLetters:
        return emit queuesOpened(Selection::DeadLetters, QueueListModel::Ready);
    case Tile::Oldest:
        return m_oldestQueue.isEmpty() ? emit queuesOpened(Selection::All, QueueListModel::Oldest)
                                       : emit queueOpened(m_oldestQueue);
    case Tile::Pushes:
        return emit topicsOpened();
    }
}

std::optional<StatTile> OverviewPanel::deadLetterTile() const
{
    const QueueListModel &queues = m_workspace.connection.queues();
    int places = 0;
    qint64 messages = 0;
    QString fullest;
    qint64 most = 0;
    for (int row = 0; row < queues.rowCount(); ++row) {
        const Admin::QueueRow &queue = queues.queueAt(row);
        if (!queues.takesDeadLetters(queue.name))
            continue;
        ++places;
        messages += queue.counts.total();
        if (queue.counts.total() > most) {
            most = queue.counts.total();
            fullest = queue.name;
        }
    }
    if (places == 0)
        return std::nullopt;
    return StatTile{tr("Dead letters"), Format::count(messages), {}, fullest};
}

StatTile OverviewPanel::pushTile() const
{
    StatTile tile{tr("Push success"), Format::unknown(), {}, {}};
    qint64 arrived = 0;
    qint64 failed = 0;
    for (const Admin::Topic &topic : m_workspace.connection.topics().rows()) {
        for (const Admin::Subscription &subscription : topic.subscriptions) {
            arrived += subscription.deliveredLastHour;
            failed += subscription.failedLastHour;
        }
    }
    if (arrived + failed > 0) {
        tile.figure = Format::percent(double(arrived) / double(arrived + failed));
        //: Pushes that failed in the last hour.
        tile.context = tr("%1 failed in 1 h").arg(Format::count(failed));
    }
    if (const auto &history = m_workspace.connection.metrics().history())
        tile.course = course(history->pushed);
    return tile;
}

void OverviewPanel::sampleOldestAge()
{
    const BrokerConnection &connection = m_workspace.connection;
    const QueueListModel &queues = m_workspace.connection.queues();
    const qint64 nowMs = m_workspace.connection.status().brokerNowMs();
    qint64 oldestMs = nowMs;
    for (int row = 0; row < queues.rowCount(); ++row)
        oldestMs = std::min(oldestMs, queues.queueAt(row).oldestReadyMs.value_or(nowMs));
    m_oldestAges.append(connection.trouble() != BrokerConnection::Trouble::None
                            ? std::numeric_limits<double>::quiet_NaN()
                            : double(nowMs - oldestMs) / 1000);
    if (m_oldestAges.size() > kSamplesKept)
        m_oldestAges.removeFirst();
}

Feed *OverviewPanel::liveFeed()
{
    return &m_workspace.connection.metrics();
}

bool OverviewPanel::hasQueues() const
{
    return m_workspace.connection.queues().rowCount() > 0;
}

void OverviewPanel::sendOrCreate()
{
    if (!hasQueues()) {
        emit createRequested();
        return;
    }
    auto *dialog = new SendMessageDialog(m_workspace, {}, window());
    dialog->open();
}

QList<QWidget *> OverviewPanel::regions()
{
    return {m_range, m_throughput};
}

void OverviewPanel::retranslate()
{
    const bool paused = m_workspace.connection.isPaused();
    header().setTitle(tr("Overview"));
    m_pause->setIconName(paused ? u"play"_s : u"pause"_s);
    m_pause->setName(paused ? tr("Resume live updates (F9)") : tr("Pause live updates (F9)"));
    m_range->setAccessibleName(tr("Time range"));
    for (std::size_t i = 0; i < kRanges.size(); ++i)
        m_range->setSegmentText(int(i), Format::duration(kRanges.at(i)));

    m_throughput->setTitle(tr("Throughput"));
    m_throughput->setUnit(tr("messages/s"));
    m_throughput->setSeries({{tr("Sent"), Token::Series1},
                             {tr("Received"), Token::Series2},
                             {tr("Deleted"), Token::Series3}});
    m_backlog->setTitle(tr("Backlog"));
    m_backlog->setUnit(tr("messages"));
    m_backlog->setSeries({{tr("Ready"), Token::Series1},
                          {tr("In flight"), Token::Series2},
                          {tr("Delayed"), Token::Series3}});
    m_pushes->setTitle(tr("Pushes"));
    m_pushes->setUnit(tr("per second"));
    m_pushes->setSeries({{tr("Published"), Token::Series1},
                         {tr("Arrived"), Token::Series2},
                         {tr("Failed"), Token::Series4},
                         {tr("Retried"), Token::Series5}});
    m_latency->setTitle(tr("Commit latency"));
    //: Milliseconds.
    m_latency->setUnit(tr("ms"));
    m_latency->setSeries(
        {{u"p50"_s, Token::Series1}, {u"p95"_s, Token::Series2}, {u"p99"_s, Token::Series3}});
    //: Why a chart of commit times has a gap: nothing was written.
    m_latency->setGapCaption(tr("no commits"));
    showCharts();
    showTiles();
}

} // namespace Signalbox
