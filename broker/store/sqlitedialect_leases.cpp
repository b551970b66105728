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

bool isHeld(const MessageStatus &status, QueueId queue, MessageKey key, qint64 nowMs)
{
    const bool held = status.state == MessageState::Leased || status.state == MessageState::Delayed;
    return held && status.queue == queue && status.leaseNo == key.leaseNo
        && status.visibleAtMs > nowMs;
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

SqliteDialect::Found SqliteDialect::readFound(const QSqlQuery &row)
{
    return {readStatus(row), row.value(9).toLongLong()};
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
    if (leased.size() == 1)
        run(m_statements->lease, {}, lease.visibleAtMs, lease.nowMs, lease.holder, leased.front());
    else if (!leased.empty())
        run(m_statements->leaseAll, {}, lease.visibleAtMs, lease.nowMs, lease.holder,
            listed(leased));
}

std::optional<SqliteDialect::Found> SqliteDialect::find(MessageSequence sequence)
{
    std::optional<Found> found;
    run(
        m_statements->status,
        [&](const QSqlQuery &row) {
            found = readFound(row);
            return true;
        },
        sequence);
    return found;
}

QHash<MessageSequence, SqliteDialect::Found>
SqliteDialect::find(const std::vector<MessageKey> &keys)
{
    QHash<MessageSequence, Found> found;
    const RowReader take = [&](const QSqlQuery &row) {
        found.insert(row.value(0).toLongLong(), readFound(row));
        return true;
    };
    std::vector<MessageSequence> wanted;
    for (const MessageKey &key : keys)
        wanted.push_back(key.sequence);
    if (wanted.size() == 1)
        run(m_statements->status, take, wanted.front());
    else
        run(m_statements->statusOfAll, take, listed(wanted));
    return found;
}

std::optional<MessageStatus> SqliteDialect::status(MessageSequence sequence)
{
    const std::optional<Found> found = find(sequence);
    return found ? std::optional(found->status) : std::nullopt;
}

std::vector<std::optional<MessageStatus>>
SqliteDialect::removeHeld(QueueId queue, const std::vector<MessageKey> &keys, qint64 nowMs)
{
    std::vector<std::optional<MessageStatus>> removed(keys.size());
    QHash<MessageSequence, Found> found = find(keys);
    std::vector<MessageSequence> held;
    std::vector<qint64> bodies;
    for (size_t i = 0; i < keys.size(); ++i) {
        const auto message = found.constFind(keys[i].sequence);
        if (message == found.cend() || !isHeld(message->status, queue, keys[i], nowMs))
            continue;
        removed[i] = message->status;
        held.push_back(keys[i].sequence);
        if (message->bodyId != 0)
            bodies.push_back(message->bodyId);
        found.erase(message); // so that a key given twice deletes once
    }
    if (held.size() == 1)
        run(m_statements->removeMessage, {}, held.front());
    else if (!held.empty())
        run(m_statements->removeMessages, {}, listed(held));
    releaseBodies(bodies);
    return removed;
}

void SqliteDialect::removeMessage(MessageSequence sequence)
{
    if (const std::optional<Found> found = find(sequence))
        remove(sequence, found->bodyId);
}

void SqliteDialect::remove(MessageSequence sequence, qint64 bodyId)
{
    run(m_statements->removeMessage, {}, sequence);
    if (bodyId != 0)
        releaseBodies({bodyId});
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
