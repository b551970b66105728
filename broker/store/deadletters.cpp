// SPDX-License-Identifier: GPL-3.0-only
#include "store/deadletters.h"

#include "core/ids.h"
#include "store/messagegroups.h"

namespace Signalbox {

namespace {

QueueBook::Entry *targetOf(WriteContext &context, const QueueBook::Entry &queue)
{
    const QString &name = queue.row.settings.deadLetters.targetQueue;
    if (name.isEmpty())
        return nullptr;
    QueueBook::Entry *target = context.book.named(queue.row.account, QueueKind::User, name);
    const bool fits = target && target->row.id != queue.row.id
        && target->row.settings.type == queue.row.settings.type;
    return fits ? target : nullptr;
}

void moveToTarget(WriteContext &context, QueueBook::Entry &queue, QueueBook::Entry &target,
                  const QByteArray &databaseId, MessageRow message)
{
    DeadLetterOrigin origin;
    origin.queue = queue.row.name;
    origin.messageId = messageIdText(databaseId, message.key.sequence);
    origin.atMs = context.nowMs;
    origin.tries = message.receiveCount;
    message.systemProperties =
        withDeadLetterProperties(message.systemProperties, queue.row.account, origin);
    message.deadLetter = origin;
    const MessageSequence sequence = message.key.sequence;
    moveAsNew(context, queue, target, sequence, std::move(message));
}

} // namespace

int takeOutDeadLetters(WriteContext &context, QueueBook::Entry &queue, const QByteArray &databaseId,
                       std::vector<MessageRow> &ready)
{
    const int most = queue.row.settings.deadLetters.maxReceiveCount;
    QueueBook::Entry *target = targetOf(context, queue);
    if (!target)
        return 0;
    const auto firstDead =
        std::stable_partition(ready.begin(), ready.end(), [most](const MessageRow &message) {
            return message.receiveCount < most;
        });
    for (auto dead = firstDead; dead != ready.end(); ++dead)
        moveToTarget(context, queue, *target, databaseId, *dead);
    const int moved = static_cast<int>(ready.end() - firstDead);
    ready.erase(firstDead, ready.end());
    return moved;
}

void moveAsNew(WriteContext &context, QueueBook::Entry &from, QueueBook::Entry &to,
               MessageSequence sequence, MessageRow message)
{
    if (message.state != MessageState::Ready)
        context.book.changedState(from, message.state, MessageState::Ready, 1);
    message.queue = to.row.id;
    message.state = MessageState::Ready;
    message.visibleAtMs = context.nowMs;
    ++message.key.leaseNo; // handles of before end
    message.firstReceivedAtMs = 0;
    message.receiveCount = 0;
    message.holder.clear();
    context.sql.rewrite(sequence, message);
    Tally moved;
    moved.counts.ready = 1;
    moved.bodyBytes = message.bodyBytes;
    context.book.moved(from, to, moved);
    settleGroup(context, from, message.groupId);
    adopt(context, to, message.key.sequence);
}

} // namespace Signalbox
