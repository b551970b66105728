// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "store/writecontext.h"

namespace Signalbox {

/// Takes a named queue out into a new trash entry: its name is free afterwards. One row each,
/// however many messages.
TrashEntry throwAway(WriteContext &context, QueueBook::Entry &queue, TrashKind kind);

/// Takes a topic out, with its subscriptions and what waits for them.
TrashEntry throwAway(WriteContext &context, TopicBook::Entry &topic);
/// Takes one of its subscriptions out, with what waits for it.
TrashEntry throwAway(WriteContext &context, TopicBook::Entry &topic, const QString &subscription);

/// Ends what is done with an entry: what is left of it waits, for its full time from now on.
void keepWaiting(WriteContext &context, TrashRow &row);
/// A step of what the trash is doing: up to \a limit messages of one entry move back or are
/// dropped, or an entry ends. Returns whether it did anything.
bool tendTrash(WriteContext &context, qint64 maxBytes, int limit);
/// When there is next something to do, by the system clock: 0 for at once, kNever for nothing.
[[nodiscard]] qint64 nextTrashWorkMs(QueueBook &book);
/// Marks every waiting entry for dropping; for a full disk. Returns how many.
int giveUpTrash(WriteContext &context);

} // namespace Signalbox
