// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/queue.h"
#include "protocol/subscription.h"
#include "protocol/topic.h"
#include "store/commands.h"
#include "store/refusals.h"
#include "store/trashbin.h"

namespace Signalbox {

namespace {

Error noSuchEntry(qint64 entry)
{
    return {ErrorCode::NotFound, QStringLiteral("There is no trash entry %1 any more.").arg(entry)};
}

Error nothingLeft(qint64 entry)
{
    return {ErrorCode::NotFound,
            QStringLiteral("Trash entry %1 holds nothing any more.").arg(entry)};
}

Error nameIsTaken(const QString &kind, const QString &name)
{
    return {ErrorCode::Conflict,
            QStringLiteral("A %1 named %2 exists. Restore the deleted one under another name.")
                .arg(kind, name)};
}

void takeOut(WriteContext &context, qint64 entry)
{
    context.sql.removeTrash(entry);
    context.book.trash().erase(entry);
}

void add(WriteContext &context, const SubscriptionRow &subscription, StoreContents &contents)
{
    contents.subscriptions.push_back(subscription);
    if (const QueueBook::Entry *queue = context.book.any(subscription.queue))
        contents.queues.push_back(queue->row);
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

Result<Restored> RestoreTrashCommand::apply(WriteContext &context)
{
    const auto found = context.book.trash().find(entry);
    if (found == context.book.trash().end() || found->second.entry.account != account
        || found->second.doing == TrashRow::Doing::Dropping)
        return noSuchEntry(entry);
    switch (found->second.entry.kind) {
    case TrashKind::Topic:
        return restoreTopic(context, found->second.entry);
    case TrashKind::Subscription:
        return restoreSubscription(context, found->second.entry);
    default:
        return restoreQueue(context, found->second);
    }
}

Result<Restored> RestoreTrashCommand::restoreQueue(WriteContext &context, TrashRow &row) const
{
    QueueBook::Entry *hidden = context.book.any(row.entry.what);
    if (!hidden)
        return nothingLeft(entry);
    if (!newName.isEmpty() && hidden->row.kind != QueueKind::User)
        return Error{ErrorCode::InvalidArgument,
                     QStringLiteral("What was deleted from the outbox, or waited for a "
                                    "subscription, comes back there and takes no other name.")};
    const QString name = nameFor(row.entry);
    if (const Result<void> valid = checkQueueName(name); !newName.isEmpty() && !valid)
        return valid.error();
    QueueBook::Entry *target = context.book.named(account, hidden->row.kind, name);
    const auto restored = [&](const QueueRow &queue) {
        return Restored{TrashKind::Queue, name, {}, {{queue}, {}, {}}};
    };
    if (row.doing == TrashRow::Doing::Restoring && (!target || target->row.id != row.restoreTo))
        return Error{ErrorCode::Conflict,
                     QStringLiteral("Trash entry %1 is on its way back already. Stop that first, "
                                    "or wait until it is there.")
                         .arg(entry)};
    if (!target) { // the name is free: the hidden queue takes it, with everything in it
        const QueueId id = hidden->row.id;
        context.book.rename(*hidden, name);
        context.sql.setQueueName(id, name);
        takeOut(context, entry);
        hidden->madeVisible = static_cast<int>(hidden->row.counts.ready);
        return restored(hidden->row);
    }
    if (row.entry.kind == TrashKind::Queue)
        return nameIsTaken(QStringLiteral("queue"), name);
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
    return restored(target->row);
}

Result<Restored> RestoreTrashCommand::restoreTopic(WriteContext &context,
                                                   const TrashEntry &trash) const
{
    const QString name = nameFor(trash);
    if (const Result<void> valid = checkTopicName(name); !valid)
        return valid.error();
    if (context.topics.named(account, name))
        return nameIsTaken(QStringLiteral("topic"), name);
    if (!context.topics.hiddenTopic(trash.what))
        return nothingLeft(entry);
    const TopicBook::Entry &topic = context.topics.unhide(context.sql, trash.what, name);
    takeOut(context, entry);
    Restored restored{TrashKind::Topic, name, {}, {{}, {topic.row}, {}}};
    for (const auto &[key, subscription] : topic.subscriptions)
        add(context, subscription, restored.contents);
    return restored;
}

Result<Restored> RestoreTrashCommand::restoreSubscription(WriteContext &context,
                                                          const TrashEntry &trash) const
{
    const QString name = nameFor(trash);
    if (const Result<void> valid = checkSubscriptionName(name); !valid)
        return valid.error();
    const SubscriptionRow *hidden = context.topics.hiddenSubscription(trash.what);
    if (!hidden)
        return nothingLeft(entry);
    TopicBook::Entry *topic = context.topics.find(hidden->topic);
    if (!topic) {
        return Error{
            ErrorCode::Conflict,
            QStringLiteral("Its topic %1 was deleted. Restore that first.").arg(trash.topic)};
    }
    if (topic->subscriptions.contains(name))
        return nameIsTaken(QStringLiteral("subscription"), name);
    if (topic->subscriptions.size() >= Limits::kMaxSubscriptionsPerTopic)
        return tooManySubscriptions();
    Restored restored{TrashKind::Subscription, name, topic->row.name, {}};
    add(context, context.topics.unhide(context.sql, *topic, hidden->id, name), restored.contents);
    takeOut(context, entry);
    return restored;
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
    if (const auto found = context.book.trash().find(entry); found != context.book.trash().end()
        && found->second.entry.account == account
        && found->second.doing == TrashRow::Doing::Restoring)
        return Error{
            ErrorCode::Conflict,
            QStringLiteral("Trash entry %1 is on its way back. Stop that first.").arg(entry)};
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
