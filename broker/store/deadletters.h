// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "store/writecontext.h"

#include <vector>

namespace Signalbox {

/// Moves those of \a ready to the dead-letter queue that were received as often as the policy of
/// their queue allows, and leaves the others in it. Retention goes on, the receives count anew. A
/// target that is missing, or of the other type, takes none: then its messages are received on.
/// Returns how many moved.
int takeOutDeadLetters(WriteContext &context, QueueBook::Entry &queue, const QByteArray &databaseId,
                       std::vector<MessageRow> &ready);

/// Moves up to \a limit messages of a delivery queue that outlived their topic's retention to the
/// dead-letter queue of its subscription, oldest first, and notes each. Of mail and SMS the outbox
/// keeps a copy, or, without such a queue, them. Returns how many: none of others without one.
int moveExpiredCopies(WriteContext &context, QueueBook::Entry &queue, int limit);
/// Those messages; their bodies only \a withBodies.
[[nodiscard]] std::vector<MessageRow> expiredCopies(WriteContext &context,
                                                    const QueueBook::Entry &queue, int limit,
                                                    bool withBodies = false);

/// Moves \a message, which is \a sequence in \a from, to \a to as one that was never received, with
/// the number, enqueue time, system properties and origin that it has in \a message.
void moveAsNew(WriteContext &context, QueueBook::Entry &from, QueueBook::Entry &to,
               MessageSequence sequence, MessageRow message);

} // namespace Signalbox
