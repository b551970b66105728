// SPDX-License-Identifier: GPL-3.0-only
#include "store/messagegroups.h"

#include <algorithm>

namespace Signalbox {

namespace {

void change(WriteContext &context, QueueBook::Entry &queue, const GroupMember &member,
            MessageState state)
{
    if (member.state == state)
        return;
    context.sql.setState(member.sequence, state);
    context.book.changedState(queue, member.state, state, 1);
}

} // namespace

void settleGroup(WriteContext &context, QueueBook::Entry &queue, const QString &group)
{
    if (!queue.row.settings.isFifo())
        return;
    const std::vector<GroupMember> members = context.sql.unblocked(queue.row.id, group);
    const bool isHeld = std::any_of(members.begin(), members.end(), [](const GroupMember &member) {
        return member.state != MessageState::Ready;
    });
    std::optional<GroupMember> head;
    if (!isHeld)
        head = context.sql.groupHead(queue.row.id, group);
    for (const GroupMember &member : members) {
        if (member.state == MessageState::Ready && !(head && head->sequence == member.sequence))
            change(context, queue, member, MessageState::Blocked);
    }
    if (head)
        change(context, queue, *head, MessageState::Ready);
}

void settleGroups(WriteContext &context, QueueBook::Entry &queue, const QSet<QString> &groups)
{
    if (!queue.row.settings.isFifo())
        return;
    for (const QString &group : groups)
        settleGroup(context, queue, group);
}

void adopt(WriteContext &context, QueueBook::Entry &queue, MessageSequence sequence)
{
    const std::optional<MessageStatus> status = context.sql.status(sequence);
    if (!status)
        return;
    if (queue.row.settings.isFifo()) {
        context.sql.giveGroup(sequence);
        settleGroup(context, queue, status->groupId);
    } else if (status->state == MessageState::Blocked) {
        change(context, queue, {sequence, status->state}, MessageState::Ready);
    }
}

void leaseFollowers(WriteContext &context, QueueBook::Entry &queue, const Lease &lease, int limit,
                    std::vector<MessageRow> &heads)
{
    const size_t groups = heads.size();
    for (size_t i = 0; i < groups && limit > 0; ++i) {
        std::vector<MessageRow> followers =
            context.sql.blockedBehind(queue.row.id, heads[i].groupId, heads[i].key.sequence, limit);
        context.sql.lease(followers, lease);
        const int found = static_cast<int>(followers.size());
        context.book.changedState(queue, MessageState::Blocked, MessageState::Leased, found);
        limit -= found;
        std::move(followers.begin(), followers.end(), std::back_inserter(heads));
    }
}

} // namespace Signalbox
