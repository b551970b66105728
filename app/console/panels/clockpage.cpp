// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/clockpage.h"

#include "console/brokerconnection.h"
#include "console/clockactions.h"
#include "console/connectionbook.h"
#include "console/panels/settinggroup.h"
#include "console/panels/settingrow.h"
#include "widgets/button.h"
#include "widgets/durationedit.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/scaledsize.h"
#include "widgets/segmentedcontrol.h"

#include <QDateTime>
#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace Signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

enum RunSegment { Run, Freeze };

constexpr std::chrono::seconds kFirstStep = 60s;
constexpr std::chrono::seconds kLongestStep = 30 * 24h;
constexpr int kAmountWidth = 190;

} // namespace

ClockPage::ClockPage(ConnectionBook &connections, ConsoleSettings &settings, Notices &notices,
                     Jobs &jobs, QWidget *parent)
    : QWidget(parent)
    , m_connections(connections)
    , m_settings(settings)
    , m_notices(notices)
    , m_jobs(jobs)
    , m_group(new SettingGroup(this))
    , m_nowRow(m_group->addRow({}))
    , m_now(new TextLabel(TextRole::BodyMedium, {}, this))
    , m_runRow(m_group->addRow({}))
    , m_run(new SegmentedControl(this))
    , m_stepRow(m_group->addRow({}))
    , m_amount(new DurationEdit(this))
    , m_step(new Button({}, ButtonKind::Default, u"fast-forward"_s, this))
    , m_nextRow(m_group->addRow({}))
    , m_next(new Button({}, ButtonKind::Default, u"timer"_s, this))
{
    m_nowRow->addControl(m_now);
    m_run->addSegment({});
    m_run->addSegment({});
    m_runRow->addControl(m_run);
    m_amount->setRange(1s, kLongestStep);
    m_amount->setDuration(kFirstStep);
    keepScaled(*m_amount, &QWidget::setFixedWidth, kAmountWidth);
    m_stepRow->addControl(m_amount);
    m_stepRow->addControl(m_step);
    m_nextRow->addControl(m_next);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_group);
    column->addStretch();

    connect(m_run, &SegmentedControl::currentIndexChanged, this, [this](int segment) {
        if (m_connections.current())
            segment == Freeze ? freezeClock(workspace()) : runClock(workspace());
    });
    connect(m_step, &QPushButton::clicked, this, &ClockPage::step);
    connect(m_next, &QPushButton::clicked, this, &ClockPage::stepToNextEvent);
    connect(&m_connections, &ConnectionBook::currentChanged, this, &ClockPage::showClock);
    connect(&m_connections, &ConnectionBook::statusChanged, this, [this](int index) {
        if (index == m_connections.currentIndex() && isVisible())
            showClock();
    });
    retranslate();
}

ClockPage::~ClockPage() = default;

Workspace ClockPage::workspace() const
{
    return {*m_connections.current(), m_notices, m_settings, m_jobs};
}

void ClockPage::showClock()
{
    const BrokerConnection *connection = m_connections.current();
    const bool known = connection && connection->status().status();
    const auto reason = known ? QString() : tr("No broker answers.");
    m_step->setDisabledReason(reason);
    m_run->setEnabled(known);
    m_amount->setEnabled(known);
    if (!known) {
        m_now->setText(Format::unknown());
        m_next->setDisabledReason(reason);
        return;
    }
    const Admin::ClockState &clock = connection->status().status()->clock;
    const qint64 nowMs = connection->status().brokerNowMs();
    m_now->setText(QDateTime::fromMSecsSinceEpoch(nowMs).toString(u"yyyy-MM-dd HH:mm:ss"_s));
    const qint64 aheadMs = clock.offsetMs;
    m_nowRow->setTexts(
        m_connections.isOwnCurrent()
            ? tr("Time")
            : tr("Time of %1").arg(m_connections.nameAt(m_connections.currentIndex())),
        clock.frozen       ? tr("It stands still: delays, leases and retention wait.")
            : aheadMs == 0 ? tr("The time of the machine it runs on.")
            : aheadMs > 0  ? tr("It is %1 ahead of its machine.")
                                .arg(Format::age(std::chrono::milliseconds(aheadMs)))
                          : tr("It is %1 behind its machine.")
                                .arg(Format::age(std::chrono::milliseconds(-aheadMs))));
    {
        const QSignalBlocker shownNotChosen(m_run);
        m_run->setCurrentIndex(clock.frozen ? Freeze : Run);
    }
    const std::optional<qint64> due = nextDueMs();
    m_next->setDisabledReason(due ? QString() : tr("No message is delayed or in flight."));
    m_nextRow->setTexts(tr("To the next event"),
                        due ? tr("A message falls due %1.")
                                  .arg(Format::countdown(
                                      std::chrono::milliseconds(std::max<qint64>(0, *due - nowMs))))
                            : tr("When a delayed message becomes ready or a lease ends."));
}

std::optional<qint64> ClockPage::nextDueMs() const
{
    std::optional<qint64> next;
    const QueueListModel &queues = m_connections.current()->queues();
    for (int row = 0; row < queues.rowCount(); ++row) {
        if (const std::optional<qint64> due = queues.queueAt(row).nextDueMs)
            next = std::min(next.value_or(*due), *due);
    }
    return next;
}

void ClockPage::step()
{
    if (const auto amount = m_amount->duration(); amount && m_connections.current())
        advanceClock(workspace(), *amount);
}

void ClockPage::stepToNextEvent()
{
    if (!m_connections.current())
        return;
    const std::optional<qint64> due = nextDueMs();
    if (!due)
        return;
    const qint64 nowMs = m_connections.current()->status().brokerNowMs();
    advanceClock(workspace(), std::chrono::milliseconds(std::max<qint64>(1, *due - nowMs)));
}

void ClockPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ClockPage::retranslate()
{
    m_group->setTitle(tr("Clock of the broker"));
    m_runRow->setTexts(tr("Clock"), tr("Frozen, nothing falls due until it runs or is stepped."));
    m_run->setSegmentText(Run, tr("Runs"));
    m_run->setSegmentText(Freeze, tr("Frozen"));
    m_run->setAccessibleName(tr("Clock"));
    m_stepRow->setTexts(tr("Step"), tr("Sets the clock forward. It cannot go back."));
    m_amount->setAccessibleName(tr("Step"));
    if (QWidget *typedInto = m_amount->focusProxy())
        typedInto->setAccessibleName(tr("Step"));
    m_step->setText(tr("Step"));
    m_next->setText(tr("Step there"));
    m_nowRow->setTexts(tr("Time"), {});
    showClock();
}

} // namespace Signalbox
