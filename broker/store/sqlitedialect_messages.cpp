// SPDX-License-Identifier: GPL-3.0-only
#include "store/deadlettertext.h"
#include "store/propertiestext.h"
#include "store/sqlitedialect.h"
#include "store/sqlitedialect_run.h"
#include "store/sqlitedialect_statements.h"

#include <QSqlQuery>

namespace Signalbox {

namespace {

/// The message of \a row, which begins with state, size and group_id.
void count(Tally &tally, const QSqlQuery &row)
{
    tally.bodyBytes += row.value(1).toLongLong();
    if (!row.isNull(2))
        tally.groups.insert(row.value(2).toString());
    switch (static_cast<MessageState>(row.value(0).toInt())) {
    case MessageState::Ready:
        ++tally.counts.ready;
        break;
    case MessageState::Delayed:
        ++tally.counts.delayed;
        break;
    case MessageState::Leased:
        ++tally.counts.leased;
        break;
    case MessageState::Blocked:
        ++tally.counts.blocked;
        break;
    }
}

} // namespace

MessageRow SqliteDialect::readMessage(const QSqlQuery &row)
{
    MessageRow message;
    message.key.sequence = row.value(0).toLongLong();
    message.key.leaseNo = row.value(1).toInt();
    message.queue = row.value(2).toLongLong();
    message.state = static_cast<MessageState>(row.value(3).toInt());
    message.priority = row.value(4).toInt();
    message.visibleAtMs = row.value(5).toLongLong();
    message.enqueuedAtMs = row.value(6).toLongLong();
    message.firstReceivedAtMs = row.value(7).toLongLong();
    message.receiveCount = row.value(8).toInt();
    message.holder = row.value(9).toString();
    message.groupId = row.value(10).toString();
    message.bodyMd5 = row.value(11).toByteArray();
    message.bodyBytes = row.value(12).toLongLong();
    QList<MessageAttribute> attributes;
    if (const QString properties = row.value(13).toString(); !properties.isEmpty())
        readProperties(properties, message.userProperties, message.systemProperties, attributes);
    if (const QByteArray publishedId = row.value(14).toByteArray(); !publishedId.isEmpty()) {
        message.origin = PublishOrigin{publishedId, row.value(15).toLongLong(),
                                       row.value(16).toString(), attributes};
    }
    if (const QString origin = row.value(17).toString(); !origin.isEmpty())
        message.deadLetter = readDeadLetter(origin);
    const QVariant bodyId = row.value(18);
    if (bodyId.isNull())
        message.body = row.value(19).toByteArray();
    m_pendingBodies.push_back(bodyId.isNull() ? 0 : bodyId.toLongLong());
    return message;
}

std::vector<MessageRow> SqliteDialect::completed(std::vector<MessageRow> rows)
{
    Q_ASSERT(rows.size() == m_pendingBodies.size());
    for (size_t i = 0; i < rows.size(); ++i)
        fillBody(rows[i], m_pendingBodies[i]);
    m_pendingBodies.clear();
    return rows;
}

void SqliteDialect::fillBody(MessageRow &message, qint64 bodyId)
{
    if (bodyId == 0)
        return;
    run(
        m_statements->body,
        [&](const QSqlQuery &row) {
            message.body = row.value(0).toByteArray();
            return true;
        },
        bodyId);
}

void SqliteDialect::releaseBodies(const std::vector<qint64> &bodyIds)
{
    for (const qint64 id : bodyIds) {
        run(m_statements->dropBodyReference, {}, id);
        run(m_statements->removeUnusedBody, {}, id);
    }
}

BodyId SqliteDialect::shareBody(const QByteArray &body, int messages)
{
    BodyId id = 0;
    run(
        m_statements->insertBody,
        [&](const QSqlQuery &row) {
            id = row.value(0).toLongLong();
            return true;
        },
        messages, body);
    return id;
}

void SqliteDialect::insertMessage(MessageSequence sequence, QueueId queue,
                                  const NewMessage &message, MessageState state,
                                  qint64 enqueuedAtMs, qint64 visibleAtMs)
{
    const OutgoingMessage &content = message.content;
    QVariant body = content.body;
    QVariant bodyId;
    if (message.sharedBody != 0)
        bodyId = message.sharedBody;
    else if (content.body.size() > m_options.inlineBodyBytes)
        bodyId = shareBody(content.body, 1);
    if (!bodyId.isNull())
        body = QVariant();
    const std::optional<PublishOrigin> &origin = message.origin;
    run(m_statements->insertMessage, {}, sequence, queue, static_cast<int>(state), content.priority,
        visibleAtMs, enqueuedAtMs,
        content.groupId.isEmpty() ? QVariant() : QVariant(content.groupId), message.bodyMd5,
        qint64(content.body.size()),
        writeProperties(content.userProperties, content.systemProperties,
                        origin ? origin->attributes : QList<MessageAttribute>()),
        bodyId, body, origin ? QVariant(QString::fromLatin1(origin->messageId)) : QVariant(),
        origin ? QVariant(origin->publishedAtMs) : QVariant(),
        origin && !origin->tag.isEmpty() ? QVariant(origin->tag) : QVariant(),
        writeDeadLetter(message.deadLetter));
}

std::vector<MessageRow> SqliteDialect::ready(QueueId queue, int limit)
{
    std::vector<MessageRow> rows;
    run(
        m_statements->ready,
        [&](const QSqlQuery &row) {
            rows.push_back(readMessage(row));
            return true;
        },
        queue, limit);
    return completed(std::move(rows));
}

std::vector<MessageRow> SqliteDialect::readyBehind(QueueId queue, int priority,
                                                   MessageSequence after, int limit)
{
    std::vector<MessageRow> rows;
    run(
        m_statements->readyBehind,
        [&](const QSqlQuery &row) {
            rows.push_back(readMessage(row));
            return true;
        },
        queue, priority, after, limit);
    return completed(std::move(rows));
}

qint64 SqliteDialect::nextDue(QueueId queue)
{
    qint64 next = kNever;
    const RowReader take = [&](const QSqlQuery &row) {
        next = std::min(next, row.value(0).toLongLong());
        return true;
    };
    run(m_statements->firstDelayed, take, queue);
    run(m_statements->firstLeased, take, queue);
    return next;
}

std::optional<qint64> SqliteDialect::oldest(QueueId queue)
{
    std::optional<qint64> time;
    run(
        m_statements->oldest,
        [&](const QSqlQuery &row) {
            time = row.value(0).toLongLong();
            return true;
        },
        queue);
    return time;
}

MessageSequence SqliteDialect::lastEnqueuedBy(QueueId queue, qint64 timeMs)
{
    MessageSequence last = 0;
    run(
        m_statements->lastEnqueuedBy,
        [&](const QSqlQuery &row) {
            last = row.value(0).toLongLong();
            return true;
        },
        queue, timeMs);
    return last;
}

quint32 SqliteDialect::readyPriorities(QueueId queue)
{
    quint32 priorities = 0;
    int last = 0;
    while (run(
               m_statements->nextReadyPriority,
               [&](const QSqlQuery &row) {
                   last = row.value(0).toInt();
                   return true;
               },
               queue, last)
           > 0)
        priorities |= 1U << last;
    return priorities;
}

Tally SqliteDialect::removeEnqueuedBy(QueueId queue, qint64 timeMs, int limit)
{
    Tally removed;
    std::vector<qint64> bodies;
    run(
        m_statements->removeEnqueuedBy,
        [&](const QSqlQuery &row) {
            count(removed, row);
            if (!row.isNull(3))
                bodies.push_back(row.value(3).toLongLong());
            return true;
        },
        queue, timeMs, limit);
    releaseBodies(bodies);
    return removed;
}

Tally SqliteDialect::moveMessages(QueueId from, QueueId to, int limit)
{
    Tally moved;
    run(
        m_statements->moveMessages,
        [&](const QSqlQuery &row) {
            count(moved, row);
            return true;
        },
        to, from, limit);
    return moved;
}

Tally SqliteDialect::moveMessage(MessageSequence sequence, QueueId from, QueueId to)
{
    Tally moved;
    run(
        m_statements->moveMessage,
        [&](const QSqlQuery &row) {
            count(moved, row);
            return true;
        },
        to, sequence, from);
    return moved;
}

qint64 SqliteDialect::newestEnqueued()
{
    qint64 newest = 0;
    run(m_statements->newestEnqueued, [&](const QSqlQuery &row) {
        newest = row.value(0).toLongLong();
        return true;
    });
    return newest;
}

} // namespace Signalbox
