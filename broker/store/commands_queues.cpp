// SPDX-License-Identifier: GPL-3.0-only
#include "store/commands.h"
#include "store/refusals.h"
#include "store/trashbin.h"

namespace Signalbox {

Result<QueueRow> CreateQueueCommand::apply(WriteContext &context)
{
    if (context.book.named(queue.account, queue.kind, queue.name))
        return queueExists(queue.name);
    return createQueue(context, queue).row;
}

Result<QueueRow> SetQueueSettingsCommand::apply(WriteContext &context)
{
    QueueBook::Entry *entry = context.book.addressed(queue);
    if (!entry)
        return queueGone();
    // On what holds now: another change may stand before this one in the same group.
    const QueueSettings changed = settings.appliedTo(entry->row.settings);
    context.book.setSettings(*entry, changed, context.nowMs);
    context.sql.setQueueSettings(entry->row.id, changed, context.nowMs);
    return entry->row;
}

Result<TrashEntry> DeleteQueueCommand::apply(WriteContext &context)
{
    QueueBook::Entry *entry = context.book.addressed(queue);
    if (!entry)
        return queueGone();
    return throwAway(context, *entry, TrashKind::Queue);
}

Result<Store::Purged> PurgeQueueCommand::apply(WriteContext &context)
{
    QueueBook::Entry *entry = context.book.addressed(queue);
    if (!entry)
        return queueGone();
    QueueRow fresh = entry->row;
    fresh.id = context.resourceIds.next(context.sql);
    fresh.counts = {};
    fresh.bodyBytes = 0;
    fresh.nextDueMs = kNever;
    Store::Purged purged;
    purged.trash = throwAway(context, *entry, TrashKind::Purge);
    context.sql.insertQueue(fresh);
    context.book.insert(fresh);
    entry->successor = fresh.id;
    purged.fresh = fresh;
    return purged;
}

Result<std::monostate> SaveValuesCommand::apply(WriteContext &context)
{
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        context.sql.setValue(value.key(), value.value());
    return std::monostate{};
}

} // namespace Signalbox
