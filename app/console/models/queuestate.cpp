// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/queuestate.h"

#include <algorithm>
#include <chrono>

namespace Signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 kUnreceivedMs = std::chrono::milliseconds(60s).count();
constexpr qint64 kGrowingMs = std::chrono::milliseconds(5min).count();

} // namespace

QueueState queueState(const Admin::QueueRow &queue, const QueueSurroundings &around)
{
    if (around.writesStopped)
        return QueueState::WritesStopped;

    if (around.takesDeadLetters && queue.counts.total() > 0)
        return QueueState::DeadLetters;
    const qint64 ready = queue.counts.ready;
    const qint64 oldestReadyMs = queue.oldestReadyMs.value_or(around.nowMs);
    const qint64 quietSinceMs = std::max(oldestReadyMs, queue.lastReceiveMs.value_or(0));
    if (ready > 0 && queue.waiters == 0 && around.nowMs - quietSinceMs >= kUnreceivedMs)
        return QueueState::NoReceiver;
    if (around.inAboveOutSinceMs > 0 && around.nowMs - around.inAboveOutSinceMs >= kGrowingMs
        && around.nowMs - oldestReadyMs >= kUnreceivedMs)
        return QueueState::Growing;
    if (ready > 0 && queue.outPerS > queue.inPerS)
        return QueueState::Draining;
    if (queue.inPerS > 0 || queue.outPerS > 0 || queue.counts.leased > 0)
        return QueueState::Flowing;
    if (ready == 0 && queue.counts.delayed > 0)
        return QueueState::Delayed;
    if (queue.counts.total() > 0 || queue.waiters > 0 || queue.lastReceiveMs)
        return QueueState::Idle;
    return QueueState::Empty;
}

StateBadge queueStateBadge(QueueState state)
{
    const auto text = [](const char *source) {
        return QCoreApplication::translate("QueueState", source);
    };
    switch (state) {
    case QueueState::WritesStopped:
        return {Tone::Danger, u"octagon-alert"_s,
                text(QT_TRANSLATE_NOOP("QueueState", "Writes stopped"))};
    case QueueState::DeadLetters:
        return {Tone::Warn, u"archive"_s, text(QT_TRANSLATE_NOOP("QueueState", "Dead letters"))};
    case QueueState::NoReceiver:
        return {Tone::Warn, u"triangle-alert"_s,
                text(QT_TRANSLATE_NOOP("QueueState", "No receiver"))};
    case QueueState::Growing:
        return {Tone::Warn, u"arrow-up"_s, text(QT_TRANSLATE_NOOP("QueueState", "Growing"))};
    case QueueState::Draining:
        return {Tone::Info, u"arrow-down"_s, text(QT_TRANSLATE_NOOP("QueueState", "Draining"))};
    case QueueState::Flowing:
        return {Tone::Ok, u"circle-check"_s, text(QT_TRANSLATE_NOOP("QueueState", "Flowing"))};
    case QueueState::Delayed:
        return {Tone::Neutral, u"clock"_s, text(QT_TRANSLATE_NOOP("QueueState", "Delayed"))};
    case QueueState::Idle:
        return {Tone::Neutral, u"circle-dashed"_s, text(QT_TRANSLATE_NOOP("QueueState", "Idle"))};
    case QueueState::Empty:
        break;
    }
    return {Tone::Neutral, u"circle-dashed"_s, text(QT_TRANSLATE_NOOP("QueueState", "Empty"))};
}

bool needsAttention(QueueState state)
{
    return state == QueueState::WritesStopped || state == QueueState::DeadLetters
        || state == QueueState::NoReceiver || state == QueueState::Growing;
}

} // namespace Signalbox
