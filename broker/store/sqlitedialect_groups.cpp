// SPDX-License-Identifier: GPL-3.0-only
#include "store/deadlettertext.h"
#include "store/propertiestext.h"
#include "store/sqlitedialect.h"
#include "store/sqlitedialect_run.h"
#include "store/sqlitedialect_statements.h"

#include <QSqlQuery>

namespace Signalbox {

namespace {

GroupMember readMember(const QSqlQuery &row)
{
    return {row.value(0).toLongLong(), static_cast<MessageState>(row.value(1).toInt())};
}

} // namespace

std::optional<GroupMember> SqliteDialect::groupHead(QueueId queue, const QString &group)
{
    std::optional<GroupMember> head;
    run(
        m_statements->groupHead,
        [&](const QSqlQuery &row) {
            head = readMember(row);
            return true;
        },
        queue, notNull(group));
    return head;
}

std::vector<GroupMember> SqliteDialect::unblocked(QueueId queue, const QString &group)
{
    std::vector<GroupMember> members;
    run(
        m_statements->unblocked,
        [&](const QSqlQuery &row) {
            members.push_back(readMember(row));
            return true;
        },
        queue, notNull(group));
    return members;
}

std::vector<MessageRow> SqliteDialect::blockedBehind(QueueId queue, const QString &group,
                                                     MessageSequence after, int limit)
{
    std::vector<MessageRow> rows;
    run(
        m_statements->blockedBehind,
        [&](const QSqlQuery &row) {
            rows.push_back(readMessage(row));
            return true;
        },
        queue, notNull(group), after, limit);
    return completed(std::move(rows));
}

void SqliteDialect::setState(MessageSequence sequence, MessageState state)
{
    run(m_statements->setState, {}, static_cast<int>(state), sequence);
}

void SqliteDialect::giveGroup(MessageSequence sequence)
{
    run(m_statements->giveGroup, {}, sequence);
}

void SqliteDialect::rewrite(MessageSequence sequence, const MessageRow &message)
{
    const std::optional<PublishOrigin> &origin = message.origin;
    run(m_statements->rewrite, {}, message.key.sequence, message.queue,
        static_cast<int>(message.state), message.visibleAtMs, message.key.leaseNo,
        message.enqueuedAtMs, message.firstReceivedAtMs, message.receiveCount,
        message.holder.isEmpty() ? QVariant() : QVariant(message.holder),
        writeProperties(message.userProperties, message.systemProperties,
                        origin ? origin->attributes : QList<MessageAttribute>()),
        writeDeadLetter(message.deadLetter), sequence);
}

} // namespace Signalbox
