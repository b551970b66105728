// SPDX-License-Identifier: GPL-3.0-only
#include "store/trashbin.h"

#include "store/messagegroups.h"

#include <QLoggingCategory>

namespace Signalbox {

namespace {

using Doing = TrashRow::Doing;

void setDoing(WriteContext &context, TrashRow &row, Doing doing, QueueId restoreTo = 0)
{
    row.doing = doing;
    row.restoreTo = restoreTo;
    context.sql.updateTrash(row);
}

/// The queues that hold the messages of an entry.
std::vector<QueueBook::Entry *> queuesOf(WriteContext &context, const TrashEntry &entry)
{
    std::vector<QueueBook::Entry *> queues;
    const auto add = [&](QueueId id) {
        if (QueueBook::Entry *queue = context.book.any(id))
            queues.push_back(queue);
    };
    if (const TopicBook::Entry *topic = context.topics.hiddenTopic(entry.what)) {
        for (const auto &[name, subscription] : topic->subscriptions)
            add(subscription.queue);
    } else if (const auto *subscription = context.topics.hiddenSubscription(entry.what)) {
        add(subscription->queue);
    } else {
        add(entry.what);
    }
    return queues;
}

/// Sets messages and bodyBytes.
void count(WriteContext &context, TrashEntry &entry)
{
    entry.messages = entry.bodyBytes = 0;
    for (const QueueBook::Entry *queue : queuesOf(context, entry)) {
        entry.messages += queue->row.counts.total();
        entry.bodyBytes += queue->row.bodyBytes;
    }
}

TrashEntry addEntry(WriteContext &context, TrashEntry entry)
{
    count(context, entry);
    entry.deletedAtMs = context.systemMs;
    entry.expiresAtMs = context.systemMs + context.trashTime.count();
    TrashRow row;
    row.entry = entry;
    row.entry.id = context.sql.insertTrash(row);
    return context.book.trash().emplace(row.entry.id, row).first->second.entry;
}

/// An entry that holds nothing any more goes, with everything it stands for.
void finish(WriteContext &context, const TrashEntry &entry)
{
    for (const QueueBook::Entry *queue : queuesOf(context, entry)) {
        const QueueId id = queue->row.id;
        context.sql.removeQueue(id);
        context.book.remove(id);
    }
    context.topics.removeHidden(context.sql, entry.what);
    const qint64 id = entry.id;
    context.sql.removeTrash(id);
    context.book.trash().erase(id);
}

void restoreSome(WriteContext &context, TrashRow &row, int limit)
{
    QueueBook::Entry *hidden = context.book.any(row.entry.what);
    if (!hidden)
        return finish(context, row.entry);
    QueueBook::Entry *target = context.book.named(row.restoreTo);
    if (!target) // deleted meanwhile
        return keepWaiting(context, row);
    const Tally moved = context.sql.moveMessages(hidden->row.id, target->row.id, limit);
    context.book.moved(*hidden, *target, moved);
    settleGroups(context, *target, moved.groups);
    if (moved.counts.total() < limit)
        finish(context, row.entry);
}

void dropSome(WriteContext &context, const TrashRow &row, int limit)
{
    for (QueueBook::Entry *queue : queuesOf(context, row.entry)) {
        const Tally dropped = context.sql.removeEnqueuedBy(queue->row.id, kNever, limit);
        context.book.removed(*queue, dropped);
        limit -= static_cast<int>(dropped.counts.total());
        if (limit <= 0)
            return;
    }
    finish(context, row.entry);
}

/// Marks for dropping what has waited too long, and the oldest entries while all together are too
/// large.
bool giveUpSome(WriteContext &context, qint64 maxBytes)
{
    qint64 bytes = 0;
    for (auto &[id, row] : context.book.trash()) {
        if (row.doing != Doing::Waiting)
            continue;
        count(context, row.entry);
        bytes += row.entry.bodyBytes;
    }
    bool gaveUp = false;
    const auto giveUp = [&](TrashRow &row) {
        bytes -= row.entry.bodyBytes;
        setDoing(context, row, Doing::Dropping);
        gaveUp = true;
    };
    for (auto &[id, row] : context.book.trash()) {
        if (row.doing == Doing::Waiting && row.entry.expiresAtMs <= context.systemMs)
            giveUp(row);
    }
    for (auto &[id, row] : context.book.trash()) { // the oldest first
        if (row.doing == Doing::Waiting && bytes > maxBytes)
            giveUp(row);
    }
    return gaveUp;
}

} // namespace

TrashEntry throwAway(WriteContext &context, QueueBook::Entry &queue, TrashKind kind)
{
    TrashEntry entry;
    entry.kind = kind;
    entry.account = queue.row.account;
    entry.name = queue.row.name.isEmpty() ? queue.formerName : queue.row.name;
    entry.what = queue.row.id;
    if (!queue.row.name.isEmpty()) {
        context.book.rename(queue, QString());
        context.sql.setQueueName(queue.row.id, QString());
    }
    return addEntry(context, entry);
}

TrashEntry throwAway(WriteContext &context, TopicBook::Entry &topic)
{
    TrashEntry entry;
    entry.kind = TrashKind::Topic;
    entry.account = topic.row.account;
    entry.name = topic.row.name;
    entry.what = topic.row.id;
    context.topics.hide(context.sql, topic);
    return addEntry(context, entry);
}

TrashEntry throwAway(WriteContext &context, TopicBook::Entry &topic, const QString &subscription)
{
    TrashEntry entry;
    entry.kind = TrashKind::Subscription;
    entry.account = topic.row.account;
    entry.name = subscription;
    entry.topic = topic.row.name;
    entry.what = topic.subscriptions.at(subscription).id;
    context.topics.hide(context.sql, topic, subscription);
    return addEntry(context, entry);
}

void keepWaiting(WriteContext &context, TrashRow &row)
{
    row.entry.expiresAtMs = context.systemMs + context.trashTime.count();
    count(context, row.entry);
    setDoing(context, row, Doing::Waiting);
}

bool tendTrash(WriteContext &context, qint64 maxBytes, int limit)
{
    for (auto &[id, row] : context.book.trash()) {
        if (row.doing == Doing::Waiting)
            continue;
        if (row.doing == Doing::Restoring)
            restoreSome(context, row, limit);
        else
            dropSome(context, row, limit);
        return true; // one step; the iterator may be gone
    }
    return giveUpSome(context, maxBytes);
}

qint64 nextTrashWorkMs(QueueBook &book)
{
    qint64 next = kNever;
    for (const auto &[id, row] : book.trash())
        next = std::min(next, row.doing == Doing::Waiting ? row.entry.expiresAtMs : 0);
    return next;
}

int giveUpTrash(WriteContext &context)
{
    int entries = 0;
    for (auto &[id, row] : context.book.trash()) {
        if (row.doing != Doing::Waiting)
            continue;
        setDoing(context, row, Doing::Dropping);
        ++entries;
    }
    return entries;
}

} // namespace Signalbox
