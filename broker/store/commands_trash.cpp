// SPDX-License-Identifier: GPL-3.0-only
#include "store/commands.h"
#include "store/refusals.h"
#include "store/trashbin.h"

namespace Signalbox {

namespace {

Error noSuchEntry(qint64 entry)
{
    return {ErrorCode::NotFound, QStringLiteral("There is no trash entry %1 any more.").arg(entry)};
}

} // namespace

Result<TrashEntry> TrashMessagesCommand::apply(WriteContext &context)
{
    QueueBook::Entry *source = context.book.addressed(queue);
    if (!source)
        return queueGone();
    const auto isHere = [&](MessageSequence sequence) {
        const std::optional<MessageStatus> status = context.sql.status(sequence);
        return status && status->queue == source->row.id;
    };
    if (std::none_of(messages.cbegin(), messages.cend(), isHere))
        return messageGone();

    QueueRow hidden = source->row;
    hidden.id = context.resourceIds.next(context.sql);
    hidden.name.clear();
    hidden.counts = {};
    hidden.bodyBytes = 0;
    hidden.nextDueMs = kNever;
    context.sql.insertQueue(hidden);
    QueueBook::Entry &bin = context.book.insert(hidden);
    bin.formerName = source->row.name;
    for (const MessageSequence sequence : messages)
        moveOne(context, sequence, *source, bin);
    return throwAway(context, bin, TrashKind::Messages);
}

Result<QueueRow> RestoreTrashCommand::apply(WriteContext &context)
{
    const auto found = context.book.trash().find(entry);
    if (found == context.book.trash().end() || found->second.entry.account != account
        || found->second.doing == TrashRow::Doing::Dropping)
        return noSuchEntry(entry);
    TrashRow &row = found->second;
    QueueBook::Entry *hidden = context.book.any(row.entry.queue);
    if (!hidden)
        return Error{ErrorCode::NotFound,
                     QStringLiteral("Trash entry %1 holds nothing any more.").arg(entry)};

    const QString name = newName.isEmpty() ? row.entry.queueName : newName;
    QueueBook::Entry *target = context.book.named(account, hidden->row.kind, name);
    if (!target) { // the name is free: the hidden queue takes it, with everything in it
        const QueueId id = hidden->row.id;
        context.book.rename(*hidden, name);
        context.sql.setQueueName(id, name);
        context.sql.removeTrash(entry);
        context.book.trash().erase(found);
        hidden->madeVisible = static_cast<int>(hidden->row.counts.ready);
        return hidden->row;
    }
    if (row.entry.kind == TrashKind::Queue)
        return Error{
            ErrorCode::Conflict,
            QStringLiteral("A queue named %1 exists. Restore the deleted one under another name.")
                .arg(name)};
    if (target->row.settings.type != hidden->row.settings.type)
        return Error{ErrorCode::Conflict,
                     QStringLiteral("The queue %1 is of another type now. Restore the messages "
                                    "under another name.")
                         .arg(name)};
    if (row.doing == TrashRow::Doing::Waiting) {
        row.doing = TrashRow::Doing::Restoring;
        row.restoreTo = target->row.id;
        context.sql.updateTrash(row);
    }
    return target->row;
}

Result<TrashEntry> StopRestoreCommand::apply(WriteContext &context)
{
    const auto found = context.book.trash().find(entry);
    if (found == context.book.trash().end() || found->second.entry.account != account)
        return noSuchEntry(entry);
    if (found->second.doing != TrashRow::Doing::Restoring)
        return Error{ErrorCode::NotFound,
                     QStringLiteral("Trash entry %1 is not being restored.").arg(entry)};
    keepWaiting(context, found->second);
    return found->second.entry;
}

Result<int> EmptyTrashCommand::apply(WriteContext &context)
{
    int entries = 0;
    for (auto &[id, row] : context.book.trash()) {
        if (row.entry.account != account || row.doing != TrashRow::Doing::Waiting
            || (entry != 0 && id != entry))
            continue;
        row.doing = TrashRow::Doing::Dropping;
        context.sql.updateTrash(row);
        ++entries;
    }
    if (entry != 0 && entries == 0)
        return noSuchEntry(entry);
    return entries;
}

} // namespace Signalbox
