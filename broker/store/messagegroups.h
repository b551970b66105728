// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "store/writecontext.h"

/// The order of FIFO queues. Of the messages of a group only the first is ready, the others are
/// blocked; while one is in flight all the others are. These do nothing in a normal queue.
namespace Signalbox {

/// Brings the states of \a group in order, after one of its messages came, went or changed state.
void settleGroup(WriteContext &context, QueueBook::Entry &queue, const QString &group);
void settleGroups(WriteContext &context, QueueBook::Entry &queue, const QSet<QString> &groups);

/// Makes a message fit that came from another queue: into its group, or out of being blocked by
/// one.
void adopt(WriteContext &context, QueueBook::Entry &queue, MessageSequence sequence);

/// Leases up to \a limit messages that follow those of \a heads in their groups, and appends them.
void leaseFollowers(WriteContext &context, QueueBook::Entry &queue, const Lease &lease, int limit,
                    std::vector<MessageRow> &heads);

} // namespace Signalbox
