// SPDX-License-Identifier: GPL-3.0-only
#include "store/commands.h"
#include "store/messagegroups.h"
#include "store/refusals.h"

namespace Signalbox {

namespace {

constexpr int kSettledPerCommand = 1024;

/// The message that \a key names, as it was \a found, when the handle still holds. Errors:
/// MessageNotExist, ReceiptHandleError.
Result<MessageStatus> held(WriteContext &context, const QueueBook::Entry &queue, MessageKey key,
                           const std::optional<MessageStatus> &found)
{
    if (!found || found->queue != queue.row.id || hasOutlived(context, queue, found->enqueuedAtMs))
        return messageGone();
    if (!found->isHeldBy(key, context.nowMs))
        return handleLapsed();
    return *found;
}

/// A consumer may delete what it had leased before the queue was purged or the message thrown away:
/// it leaves the trash.
std::optional<MessageStatus> deleteFromTrash(WriteContext &context, const QueueBook::Entry &queue,
                                             MessageKey key)
{
    std::optional<MessageStatus> status = context.sql.status(key.sequence);
    if (!status)
        return std::nullopt;
    QueueBook::Entry *bin = context.book.any(status->queue);
    if (!bin || bin->formerName != queue.row.name || bin->row.account != queue.row.account
        || status->leaseNo != key.leaseNo || status->visibleAtMs <= context.nowMs)
        return std::nullopt;
    context.sql.removeMessage(key.sequence);
    context.book.removed(*bin, status->state, status->bodyBytes);
    settleGroup(context, *bin, status->groupId);
    return status;
}

/// What to say of the message \a key: it went with the others of its queue, or goes from the trash
/// now, or was not held.
Result<DeletedMessage> deletedMessage(WriteContext &context, QueueBook::Entry &queue,
                                      MessageKey key, const Removal &removal)
{
    if (removal.removed) {
        const MessageStatus &message = *removal.found;
        context.book.removed(queue, message.state, message.bodyBytes);
        settleGroup(context, queue, message.groupId);
        if (hasOutlived(context, queue, message.enqueuedAtMs))
            return messageGone();
        return DeletedMessage{message.enqueuedAtMs, message.receiveCount};
    }
    if (const std::optional<MessageStatus> thrown = deleteFromTrash(context, queue, key))
        return DeletedMessage{thrown->enqueuedAtMs, thrown->receiveCount};
    return held(context, queue, key, removal.found).error();
}

} // namespace

Result<std::monostate> RelabelCommand::apply(WriteContext &context)
{
    if (!context.book.addressed(queue))
        return queueGone();
    std::optional<MessageRow> row = context.sql.message(queue, message, false);
    if (!row)
        return messageGone();
    row->systemProperties = systemProperties;
    context.sql.rewrite(message, *row);
    return std::monostate();
}

Result<std::vector<StoredMessage>> SendCommand::apply(WriteContext &context)
{
    QueueBook::Entry *entry = context.book.addressed(queue);
    if (!entry)
        return queueGone();
    std::vector<StoredMessage> stored;
    stored.reserve(messages.size());
    for (const NewMessage &message : messages)
        stored.push_back(enqueue(context, *entry, message));
    return stored;
}

Result<std::vector<Result<DeletedMessage>>> DeleteMessagesCommand::apply(WriteContext &context)
{
    QueueBook::Entry *entry = context.book.addressed(queue);
    if (!entry)
        return queueGone();
    const std::vector<Removal> removals =
        context.sql.removeHeld(entry->row.id, keys, context.nowMs);
    std::vector<Result<DeletedMessage>> results;
    results.reserve(keys.size());
    for (size_t i = 0; i < keys.size(); ++i)
        results.push_back(deletedMessage(context, *entry, keys[i], removals[i]));
    return results;
}

Result<NewLease> ChangeVisibilityCommand::apply(WriteContext &context)
{
    QueueBook::Entry *entry = context.book.addressed(queue);
    if (!entry)
        return queueGone();
    const Result<MessageStatus> message =
        held(context, *entry, key, context.sql.status(key.sequence));
    if (!message)
        return message.error();
    const NewLease lease{{key.sequence, key.leaseNo + 1},
                         context.nowMs + std::chrono::milliseconds(timeout).count()};
    const MessageState state = timeout.count() == 0 ? MessageState::Ready : message->state;
    context.sql.setVisibility(lease.key, state, lease.visibleAtMs);
    if (state == MessageState::Ready)
        context.book.changedState(*entry, message->state, state, 1);
    else
        context.book.fallsDue(*entry, lease.visibleAtMs);
    settleGroup(context, *entry, message->groupId);
    return lease;
}

Result<int> GiveBackCommand::apply(WriteContext &context)
{
    QueueBook::Entry *entry = context.book.addressed(queue);
    if (!entry)
        return queueGone();
    int given = 0;
    for (const MessageKey &key : keys) {
        const std::optional<MessageStatus> status = context.sql.status(key.sequence);
        if (!status || status->queue != entry->row.id || status->state != MessageState::Leased
            || status->leaseNo != key.leaseNo)
            continue;
        context.sql.unreceive(key.sequence);
        context.book.changedState(*entry, MessageState::Leased, MessageState::Ready, 1);
        settleGroup(context, *entry, status->groupId);
        ++given;
    }
    return given;
}

Result<int> RetryNowCommand::apply(WriteContext &context)
{
    QueueBook::Entry *entry = context.book.addressed(queue);
    if (!entry)
        return queueGone();
    BrowseQuery waiting;
    waiting.queue = entry->row.id;
    waiting.state = MessageState::Leased;
    waiting.order = BrowseQuery::Order::NextVisible;
    waiting.withBodies = false;
    waiting.limit = Limits::kMaxRedriven;
    const BrowsePage page = context.sql.browse(waiting, QDeadlineTimer(QDeadlineTimer::Forever));
    int retried = 0;
    for (const MessageRow &message : page.messages) {
        if (underWay.contains(message.key.sequence))
            continue;
        const MessageKey key{message.key.sequence, message.key.leaseNo + 1};
        context.sql.setVisibility(key, MessageState::Ready, context.nowMs);
        context.book.changedState(*entry, MessageState::Leased, MessageState::Ready, 1);
        settleGroup(context, *entry, message.groupId);
        ++retried;
    }
    return retried;
}

Result<MovedMessages> MoveMessagesCommand::apply(WriteContext &context)
{
    QueueBook::Entry *source = context.book.addressed(from);
    QueueBook::Entry *target = context.book.addressed(to);
    if (!source || !target)
        return queueGone();
    MovedMessages result;
    for (const MessageSequence sequence : messages) {
        const std::optional<MessageStatus> status = context.sql.status(sequence);
        if (!status || status->queue != source->row.id
            || hasOutlived(context, *source, status->enqueuedAtMs))
            continue;
        if (status->state == MessageState::Leased && status->visibleAtMs > context.nowMs) {
            ++result.held;
            continue;
        }
        moveOne(context, sequence, *source, *target);
        ++result.moved;
    }
    if (result.moved == 0 && result.held == 0)
        return messageGone();
    return result;
}

Result<QueueChange> SettleCommand::apply(WriteContext &context)
{
    QueueBook::Entry *entry = context.book.addressed(queue);
    if (!entry)
        return queueGone();
    promoteDue(context, *entry, kSettledPerCommand);
    dropExpired(context, *entry, kSettledPerCommand);
    return entry->change();
}

} // namespace Signalbox
