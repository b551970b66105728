// SPDX-License-Identifier: GPL-3.0-only
#include "store/commands.h"
#include "store/messagegroups.h"
#include "store/refusals.h"

namespace Signalbox {

namespace {

constexpr int kSettledPerCommand = 1024;

/// The message a handle names, when the handle still holds. Errors: MessageNotExist,
/// ReceiptHandleError.
Result<MessageStatus> heldMessage(WriteContext &context, const QueueBook::Entry &queue,
                                  MessageKey key)
{
    const std::optional<MessageStatus> status = context.sql.status(key.sequence);
    if (!status || status->queue != queue.row.id
        || hasOutlived(context, queue, status->enqueuedAtMs))
        return messageGone();
    const bool held =
        status->state == MessageState::Leased || status->state == MessageState::Delayed;
    if (!held || status->leaseNo != key.leaseNo || status->visibleAtMs <= context.nowMs)
        return handleLapsed();
    return *status;
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

/// What to say of the message \a key, which may have been \a removed from the queue just now.
Result<DeletedMessage> deletedMessage(WriteContext &context, QueueBook::Entry &queue,
                                      MessageKey key, const std::optional<MessageStatus> &removed)
{
    if (removed) {
        context.book.removed(queue, removed->state, removed->bodyBytes);
        settleGroup(context, queue, removed->groupId);
        if (hasOutlived(context, queue, removed->enqueuedAtMs))
            return messageGone();
        return DeletedMessage{removed->enqueuedAtMs, removed->receiveCount};
    }
    if (const std::optional<MessageStatus> thrown = deleteFromTrash(context, queue, key))
        return DeletedMessage{thrown->enqueuedAtMs, thrown->receiveCount};
    return heldMessage(context, queue, key).error();
}

/// Whether the message of the key \a at is one that a key behind it has \a removed: as if they came
/// one after the other, it was still there for this one.
bool isRemovedLater(const std::vector<MessageKey> &keys,
                    const std::vector<std::optional<MessageStatus>> &removed, size_t at)
{
    for (size_t later = at + 1; later < keys.size(); ++later) {
        if (removed[later] && keys[later].sequence == keys[at].sequence)
            return true;
    }
    return false;
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
    const std::vector<std::optional<MessageStatus>> removed =
        context.sql.removeHeld(entry->row.id, keys, context.nowMs);
    std::vector<Result<DeletedMessage>> results;
    results.reserve(keys.size());
    for (size_t i = 0; i < keys.size(); ++i) {
        if (!removed[i] && isRemovedLater(keys, removed, i))
            results.push_back(handleLapsed());
        else
            results.push_back(deletedMessage(context, *entry, keys[i], removed[i]));
    }
    return results;
}

Result<NewLease> ChangeVisibilityCommand::apply(WriteContext &context)
{
    QueueBook::Entry *entry = context.book.addressed(queue);
    if (!entry)
        return queueGone();
    const Result<MessageStatus> held = heldMessage(context, *entry, key);
    if (!held)
        return held.error();
    const NewLease lease{{key.sequence, key.leaseNo + 1},
                         context.nowMs + std::chrono::milliseconds(timeout).count()};
    const MessageState state = timeout.count() == 0 ? MessageState::Ready : held->state;
    context.sql.setVisibility(lease.key, state, lease.visibleAtMs);
    if (state == MessageState::Ready)
        context.book.changedState(*entry, held->state, state, 1);
    else
        context.book.fallsDue(*entry, lease.visibleAtMs);
    settleGroup(context, *entry, held->groupId);
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
