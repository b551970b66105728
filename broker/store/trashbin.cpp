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

void finish(WriteContext &context, qint64 id, QueueId hidden)
{
    context.sql.removeTrash(id);
    context.sql.removeQueue(hidden);
    context.book.remove(hidden);
    context.book.trash().erase(id);
}

void restoreSome(WriteContext &context, TrashRow &row, QueueBook::Entry &hidden, int limit)
{
    QueueBook::Entry *target = context.book.named(row.restoreTo);
    if (!target) // deleted meanwhile
        return keepWaiting(context, row);
    const Tally moved = context.sql.moveMessages(hidden.row.id, target->row.id, limit);
    context.book.moved(hidden, *target, moved);
    settleGroups(context, *target, moved.groups);
    if (moved.counts.total() < limit)
        finish(context, row.entry.id, hidden.row.id);
}

void dropSome(WriteContext &context, const TrashRow &row, QueueBook::Entry &hidden, int limit)
{
    const Tally dropped = context.sql.removeEnqueuedBy(hidden.row.id, kNever, limit);
    context.book.removed(hidden, dropped);
    if (dropped.counts.total() < limit)
        finish(context, row.entry.id, hidden.row.id);
}

/// Marks for dropping what has waited too long, and the oldest entries while all together are too
/// large.
bool giveUpSome(WriteContext &context, qint64 maxBytes)
{
    qint64 bytes = 0;
    for (const auto &[id, row] : context.book.trash()) {
        if (const QueueBook::Entry *hidden = context.book.any(row.entry.queue);
            hidden && row.doing == Doing::Waiting)
            bytes += hidden->row.bodyBytes;
    }
    bool gaveUp = false;
    const auto giveUp = [&](TrashRow &row) {
        if (const QueueBook::Entry *hidden = context.book.any(row.entry.queue))
            bytes -= hidden->row.bodyBytes;
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
    TrashRow row;
    row.entry.kind = kind;
    row.entry.account = queue.row.account;
    row.entry.queueName = queue.row.name.isEmpty() ? queue.formerName : queue.row.name;
    row.entry.queue = queue.row.id;
    row.entry.messages = queue.row.counts.total();
    row.entry.bodyBytes = queue.row.bodyBytes;
    row.entry.deletedAtMs = context.systemMs;
    row.entry.expiresAtMs = context.systemMs + context.trashTime.count();
    if (!queue.row.name.isEmpty()) {
        context.book.rename(queue, QString());
        context.sql.setQueueName(queue.row.id, QString());
    }
    row.entry.id = context.sql.insertTrash(row);
    context.book.trash().emplace(row.entry.id, row);
    return row.entry;
}

void discard(WriteContext &context, QueueBook::Entry &queue)
{
    const TrashEntry entry = throwAway(context, queue, TrashKind::Queue);
    setDoing(context, context.book.trash().at(entry.id), Doing::Dropping);
}

void keepWaiting(WriteContext &context, TrashRow &row)
{
    row.entry.expiresAtMs = context.systemMs + context.trashTime.count();
    if (const QueueBook::Entry *hidden = context.book.any(row.entry.queue)) {
        row.entry.messages = hidden->row.counts.total();
        row.entry.bodyBytes = hidden->row.bodyBytes;
    }
    setDoing(context, row, Doing::Waiting);
}

bool tendTrash(WriteContext &context, qint64 maxBytes, int limit)
{
    for (auto &[id, row] : context.book.trash()) {
        if (row.doing == Doing::Waiting)
            continue;
        QueueBook::Entry *hidden = context.book.any(row.entry.queue);
        if (!hidden)
            context.sql.removeTrash(id);
        else if (row.doing == Doing::Restoring)
            restoreSome(context, row, *hidden, limit);
        else
            dropSome(context, row, *hidden, limit);
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
