// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"
#include "widgets/statuspill.h"

#include <QCoreApplication>

namespace Signalbox {

/// What a queue is doing, derived from its counts and rates; the first that fits, in this order.
enum class QueueState {
    WritesStopped, ///< The broker takes no writes.
    DeadLetters, ///< Others send here what they could not deliver, and some of it is here.
    NoReceiver, ///< Messages are ready and for a minute nobody received or waited.
    Growing, ///< More came in than went out for five minutes, and the oldest has waited a minute.
    Draining, ///< A backlog that shrinks.
    Flowing,
    Delayed, ///< Nothing but messages whose time has not come.
    Idle, ///< Nothing moves.
    Empty ///< No message, and none was ever received since the broker started.
};

/// What the state depends on beside the row.
struct QueueSurroundings
{
    qint64 nowMs = 0; ///< Broker time.
    bool writesStopped = false;
    bool takesDeadLetters = false; ///< A queue or subscription names it as its dead-letter queue.
    qint64 inAboveOutSinceMs = 0; ///< Since when more comes in than goes out; 0 while it does not.
};

[[nodiscard]] QueueState queueState(const Admin::QueueRow &queue, const QueueSurroundings &around);

/// Icon, word and tone, in the language in use.
[[nodiscard]] StateBadge queueStateBadge(QueueState state);

/// Someone should look at a queue in such a state.
[[nodiscard]] bool needsAttention(QueueState state);

} // namespace Signalbox
