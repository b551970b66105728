// SPDX-License-Identifier: GPL-3.0-only
#include "store/commands.h"
#include "store/deadletters.h"
#include "store/messagegroups.h"
#include "store/refusals.h"

namespace Signalbox {

namespace {

// A command makes at most this many due messages ready before its own work, and drops as many that
// expired where they hold back their group; the upkeep does the rest.
constexpr int kPromotedPerCommand = 64;
constexpr int kDroppedPerCommand = 64;
// Dead letters that one claim takes out on its way to messages it can give.
constexpr int kDeadPerCommand = 1024;

/// Ready messages behind a pile of expired ones, which is never scanned: arrival rises with the
/// sequence, so everything up to one sequence has expired, and each priority has at most one place
/// to start from.
std::vector<MessageRow> readyBehindExpired(WriteContext &context, QueueBook::Entry &queue,
                                           int count)
{
    const qint64 cutoff = expiryCutoffMs(context, queue);
    queue.expiredUpTo =
        std::max(queue.expiredUpTo, context.sql.lastEnqueuedBy(queue.row.id, cutoff));
    std::vector<MessageRow> found;
    for (int priority = Limits::kMinPriority;
         priority <= Limits::kMaxPriority && int(found.size()) < count; ++priority) {
        const quint32 bit = 1U << priority;
        if ((queue.readyPriorities & bit) == 0)
            continue;
        std::vector<MessageRow> rows = context.sql.readyBehind(
            queue.row.id, priority, queue.expiredUpTo, count - static_cast<int>(found.size()));
        if (rows.empty())
            queue.readyPriorities &= ~bit;
        std::move(rows.begin(), rows.end(), std::back_inserter(found));
    }
    return found;
}

std::vector<MessageRow> readyMessages(WriteContext &context, QueueBook::Entry &queue, int count)
{
    return hasExpired(context, queue) ? readyBehindExpired(context, queue, count)
                                      : context.sql.ready(queue.row.id, count);
}

void bringUpToDate(WriteContext &context, QueueBook::Entry &queue)
{
    promoteDue(context, queue, kPromotedPerCommand);
    if (queue.row.settings.isFifo())
        dropExpired(context, queue, kDroppedPerCommand);
}

/// Ready messages that were not received too often; those that were leave the queue.
std::vector<MessageRow> deliverable(WriteContext &context, QueueBook::Entry &queue, int count,
                                    const QByteArray &databaseId)
{
    int dead = 0;
    while (dead < kDeadPerCommand) {
        std::vector<MessageRow> found = readyMessages(context, queue, count);
        const int takenOut = takeOutDeadLetters(context, queue, databaseId, found);
        if (takenOut == 0 || !found.empty())
            return found;
        dead += takenOut;
    }
    ++queue.madeVisible; // Who waits for it is woken, and goes on here.
    return {};
}

} // namespace

Result<std::vector<MessageRow>> ClaimCommand::apply(WriteContext &context)
{
    if (std::vector<MessageRow> claimed = context.claims.take(request.count); !claimed.empty())
        return claimed;
    QueueBook::Entry *entry = context.book.addressed(request.queue);
    if (!entry)
        return queueGone();
    bringUpToDate(context, *entry);
    if (entry->row.counts.ready == 0)
        return std::vector<MessageRow>();

    const bool isFifo = entry->row.settings.isFifo();
    const int wanted = isFifo ? request.count : context.claims.wanted();
    const Lease lease{context.nowMs,
                      context.nowMs + std::chrono::milliseconds(request.visibilityTimeout).count(),
                      request.holder};
    std::vector<MessageRow> claimed = deliverable(context, *entry, wanted, databaseId);
    if (claimed.empty())
        return claimed;
    context.sql.lease(claimed, lease);
    const int found = static_cast<int>(claimed.size());
    context.book.changedState(*entry, MessageState::Ready, MessageState::Leased, found);
    if (isFifo && request.followsGroups)
        leaseFollowers(context, *entry, lease, request.count - found, claimed);
    context.book.fallsDue(*entry, lease.visibleAtMs);
    return isFifo ? claimed : context.claims.share(std::move(claimed), request.count);
}

Result<std::vector<MessageRow>> PeekCommand::apply(WriteContext &context)
{
    QueueBook::Entry *entry = context.book.addressed(queue);
    if (!entry)
        return queueGone();
    bringUpToDate(context, *entry);
    return readyMessages(context, *entry, count);
}

} // namespace Signalbox
