// SPDX-License-Identifier: GPL-3.0-only
#include "turnwatch.h"

#include "platform.h"

#include <algorithm>

namespace Signalbox {

using namespace std::chrono_literals;

namespace {

constexpr auto kBeat = 1ms;
constexpr auto kFrame = 16ms;

} // namespace

TurnWatch::TurnWatch(QObject *parent)
    : QObject(parent)
{
    m_beat.setTimerType(Qt::PreciseTimer);
    m_beat.setInterval(kBeat);
    connect(&m_beat, &QTimer::timeout, this, &TurnWatch::beat);
}

bool TurnWatch::run(const std::function<bool()> &isDone, std::chrono::milliseconds patience,
                    const std::function<void()> &perFrame)
{
    bool inTime = true;
    QTimer limit;
    limit.setSingleShot(true);
    connect(&limit, &QTimer::timeout, this, [this, &inTime] {
        inTime = false;
        m_loop.quit();
    });
    limit.start(patience);
    QTimer frames;
    frames.setTimerType(Qt::PreciseTimer);
    if (perFrame) {
        connect(&frames, &QTimer::timeout, this, perFrame);
        frames.start(kFrame);
    }
    m_isDone = isDone;
    beginTurn();
    m_beat.start();
    m_loop.exec();
    m_beat.stop();
    m_isDone = {};
    return inTime;
}

bool TurnWatch::runAfter(const std::function<void()> &action, const std::function<bool()> &isDone,
                         std::chrono::milliseconds patience)
{
    bool begun = false;
    QTimer::singleShot(0, this, [&] {
        begun = true;
        action();
    });
    return run([&] { return begun && isDone(); }, patience);
}

void TurnWatch::reset()
{
    m_longest = {};
    m_turns = 0;
}

void TurnWatch::beat()
{
    m_longest.wall = std::max(m_longest.wall, std::chrono::nanoseconds(m_sinceBeat.nsecsElapsed()));
    if (const auto now = Platform::threadTime(); now && m_processorAtBeat) {
        m_longest.processor =
            std::max(m_longest.processor.value_or(0ns), *now - *m_processorAtBeat);
    }
    ++m_turns;
    if (m_isDone())
        m_loop.quit();
    beginTurn();
}

void TurnWatch::beginTurn()
{
    m_sinceBeat.start();
    m_processorAtBeat = Platform::threadTime();
}

} // namespace Signalbox
