// SPDX-License-Identifier: GPL-3.0-only
// How messages are held, let go and deleted by their keys.
#include "store/sqlitedialect.h"
#include "store/sqlitedialect_run.h"
#include "store/sqlitedialect_statements.h"

#include <QSqlQuery>

namespace Signalbox {

namespace {

MessageStatus readStatus(const QSqlQuery &row)
{
    MessageStatus status;
    status.queue = row.value(1).toLongLong();
    status.state = static_cast<MessageState>(row.value(2).toInt());
    status.leaseNo = row.value(3).toInt();
    status.visibleAtMs = row.value(4).toLongLong();
    status.enqueuedAtMs = row.value(5).toLongLong();
    status.bodyBytes = row.value(6).toLongLong();
    status.receiveCount = row.value(7).toInt();
    status.groupId = row.value(8).toString();
    return status;
}

/// As a statement about several messages wants them.
QString listed(const std::vector<MessageSequence> &messages)
{
    QByteArray json;
    for (const MessageSequence message : messages) {
        json += json.isEmpty() ? '[' : ',';
        json += QByteArray::number(message);
    }
    return QString::fromLatin1(json + ']');
}

} // namespace

template <typename... Values>
void SqliteDialect::runFor(const std::vector<MessageSequence> &messages,
                           StatementForMessages &statement, const RowReader &readRow,
                           Values &&...values)
{
    if (messages.size() == 1)
        run(statement.one, readRow, std::forward<Values>(values)..., messages.front());
    else if (!messages.empty())
        run(statement.several, readRow, std::forward<Values>(values)..., listed(messages));
}

void SqliteDialect::lease(std::vector<MessageRow> &messages, const Lease &lease)
{
    std::vector<MessageSequence> leased;
    for (MessageRow &message : messages) {
        message.state = MessageState::Leased;
        message.visibleAtMs = lease.visibleAtMs;
        message.holder = lease.holder;
        ++message.key.leaseNo;
        ++message.receiveCount;
        if (message.firstReceivedAtMs == 0)
            message.firstReceivedAtMs = lease.nowMs;
        leased.push_back(message.key.sequence);
    }
    runFor(leased, m_statements->lease, {}, lease.visibleAtMs, lease.nowMs, lease.holder);
}

QHash<MessageSequence, SqliteDialect::Found>
SqliteDialect::find(const std::vector<MessageSequence> &messages)
{
    QHash<MessageSequence, Found> found;
    runFor(messages, m_statements->status, [&](const QSqlQuery &row) {
        found.insert(row.value(0).toLongLong(), {readStatus(row), row.value(9).toLongLong()});
        return true;
    });
    return found;
}

void SqliteDialect::remove(const std::vector<MessageSequence> &messages,
                           const std::vector<qint64> &bodies)
{
    runFor(messages, m_statements->remove, {});
    releaseBodies(bodies);
}

std::optional<MessageStatus> SqliteDialect::status(MessageSequence sequence)
{
    const QHash<MessageSequence, Found> found = find({sequence});
    return found.isEmpty() ? std::nullopt : std::optional(found.cbegin()->status);
}

std::vector<Removal> SqliteDialect::removeHeld(QueueId queue, const std::vector<MessageKey> &keys,
                                               qint64 nowMs)
{
    std::vector<MessageSequence> wanted;
    for (const MessageKey &key : keys)
        wanted.push_back(key.sequence);
    QHash<MessageSequence, Found> found = find(wanted);
    std::vector<Removal> removals;
    std::vector<MessageSequence> held;
    std::vector<qint64> bodies;
    for (const MessageKey &key : keys) {
        Removal &removal = removals.emplace_back();
        const auto message = found.constFind(key.sequence);
        if (message == found.cend())
            continue;
        removal.found = message->status;
        removal.removed = message->status.queue == queue && message->status.isHeldBy(key, nowMs);
        if (!removal.removed)
            continue;
        held.push_back(key.sequence);
        if (message->bodyId != 0)
            bodies.push_back(message->bodyId);
        found.erase(message); // A key that comes again finds nothing.
    }
    remove(held, bodies);
    return removals;
}

void SqliteDialect::removeMessage(MessageSequence sequence)
{
    const QHash<MessageSequence, Found> found = find({sequence});
    if (found.isEmpty())
        return;
    const qint64 body = found.cbegin()->bodyId;
    remove({sequence}, body == 0 ? std::vector<qint64>() : std::vector{body});
}

void SqliteDialect::setVisibility(MessageKey key, MessageState state, qint64 visibleAtMs)
{
    run(m_statements->setVisibility, {}, static_cast<int>(state), visibleAtMs, key.leaseNo,
        key.sequence);
}

void SqliteDialect::unreceive(MessageSequence sequence)
{
    run(m_statements->unreceive, {}, sequence);
}

Promotion SqliteDialect::promoteDue(QueueId queue, MessageState from, qint64 nowMs, int limit)
{
    Promotion promotion;
    const bool wereLeased = from == MessageState::Leased;
    QHash<QString, int> messages;
    run(
        wereLeased ? m_statements->promoteLeased : m_statements->promoteDelayed,
        [&](const QSqlQuery &row) {
            ++promotion.messages;
            if (wereLeased)
                ++messages[row.value(0).toString()];
            if (!row.isNull(1))
                promotion.groups.insert(row.value(1).toString());
            return true;
        },
        queue, nowMs, limit);
    for (auto holder = messages.cbegin(); holder != messages.cend(); ++holder)
        promotion.endedLeases.push_back({holder.key(), holder.value()});
    return promotion;
}

} // namespace Signalbox
