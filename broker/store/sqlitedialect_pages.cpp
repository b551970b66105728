// SPDX-License-Identifier: GPL-3.0-only
#include "store/pagelimits.h"
#include "store/sqlitedialect.h"
#include "store/sqlitedialect_run.h"
#include "store/sqlitedialect_statements.h"

#include <QSqlQuery>

namespace Signalbox {

namespace {

SqliteStatement &statementFor(const BrowseQuery &query, SqliteStatements &statements)
{
    switch (query.order) {
    case BrowseQuery::Order::OldestFirst:
        return statements.pageOldest;
    case BrowseQuery::Order::NextVisible:
        return query.state == MessageState::Delayed ? statements.pageNextDelayed
                                                    : statements.pageNextLeased;
    case BrowseQuery::Order::NewestFirst:
        break;
    }
    return statements.pageNewest;
}

BrowseCursor startOf(BrowseQuery::Order order)
{
    return order == BrowseQuery::Order::NewestFirst ? BrowseCursor{kNever, kNever}
                                                    : BrowseCursor{-1, 0};
}

} // namespace

BrowsePage SqliteDialect::browse(const BrowseQuery &query, const QDeadlineTimer &deadline)
{
    BrowsePage page;
    BrowseCursor place = query.after.value_or(startOf(query.order));
    bool stoppedEarly = false;
    qint64 bodyBytes = 0;
    run(
        statementFor(query, *m_statements),
        [&](const QSqlQuery &row) {
            // Asked before each row, so that the place is that of the last row looked at and
            // nothing is left out.
            if (page.messages.size() >= size_t(query.limit) || bodyBytes >= kMostPageBodyBytes
                || deadline.hasExpired()) {
                stoppedEarly = true;
                return false;
            }
            ++page.scanned;
            MessageRow message = readMessage(row);
            place = {query.order == BrowseQuery::Order::NextVisible ? message.visibleAtMs
                                                                    : message.enqueuedAtMs,
                     message.key.sequence};
            if (query.state && message.state != *query.state) {
                m_pendingBodies.pop_back();
                return true;
            }
            if (query.withBodies) {
                bodyBytes += message.bodyBytes;
            } else {
                message.body.clear();
                m_pendingBodies.back() = 0;
            }
            page.messages.push_back(std::move(message));
            return true;
        },
        query.queue, place.timeMs, place.sequence);
    page.messages = completed(std::move(page.messages));
    if (stoppedEarly)
        page.next = place;
    return page;
}

std::optional<MessageRow> SqliteDialect::message(QueueId queue, MessageSequence sequence,
                                                 bool withBody)
{
    std::vector<MessageRow> rows;
    run(
        m_statements->message,
        [&](const QSqlQuery &row) {
            rows.push_back(readMessage(row));
            if (!withBody) {
                rows.back().body.clear();
                m_pendingBodies.back() = 0;
            }
            return true;
        },
        sequence, queue);
    rows = completed(std::move(rows));
    if (rows.empty())
        return std::nullopt;
    return std::move(rows.front());
}

qint64 SqliteDialect::oldestReady(QueueId queue)
{
    qint64 oldest = 0;
    const quint32 priorities = readyPriorities(queue);
    for (int priority = Limits::kMinPriority; priority <= Limits::kMaxPriority; ++priority) {
        if ((priorities & (1U << priority)) == 0)
            continue;
        run(
            m_statements->oldestReady,
            [&](const QSqlQuery &row) {
                const qint64 time = row.value(0).toLongLong();
                oldest = oldest == 0 ? time : std::min(oldest, time);
                return true;
            },
            queue, priority);
    }
    return oldest;
}

std::vector<Holding> SqliteDialect::holders(QueueId queue, int limit)
{
    std::vector<Holding> found;
    run(
        m_statements->holders,
        [&](const QSqlQuery &row) {
            found.push_back({row.value(0).toString(), row.value(1).toInt()});
            return true;
        },
        queue, limit);
    return found;
}

} // namespace Signalbox
