// SPDX-License-Identifier: GPL-3.0-only
#include "store/messagesearch.h"
#include "store/pagereader.h"
#include "store/refusals.h"
#include "store/store.h"

#include <QThread>

// What the reader looks up, also while writes are refused.

namespace Signalbox {

namespace {

constexpr std::chrono::milliseconds kPageTime{250};
constexpr std::chrono::milliseconds kSearchTime{150}; // shorter: other pages wait behind it

Error unreadable()
{
    return {ErrorCode::InternalError, QStringLiteral("The database cannot be read now.")};
}

} // namespace

template <typename T, typename Read>
void Store::read(Read read, Done<T> done)
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_reader->submit([read = std::move(read),
                      done = std::move(done)](SqlDialect *sql) -> PageReader::Completion {
        std::optional<Result<T>> result;
        if (sql)
            result.emplace(read(*sql));
        if (!sql || sql->failure())
            result.emplace(unreadable());
        return [done, result = std::move(*result)] { done(result); };
    });
}

void Store::trash(const QString &account, Done<std::vector<TrashEntry>> done)
{
    read<std::vector<TrashEntry>>(
        [account](SqlDialect &sql) {
            std::vector<TrashEntry> entries;
            for (const TrashRow &row : sql.trash()) {
                if (row.entry.account == account && row.doing != TrashRow::Doing::Dropping)
                    entries.push_back(row.entry);
            }
            return entries;
        },
        std::move(done));
}

void Store::browse(const BrowseQuery &query, Done<BrowsePage> done)
{
    read<BrowsePage>(
        [query, databaseId = m_databaseId](SqlDialect &sql) {
            return query.search
                ? searchMessages(sql, query, databaseId, QDeadlineTimer(kSearchTime))
                : sql.browse(query, QDeadlineTimer(kPageTime));
        },
        std::move(done));
}

void Store::holders(QueueId queue, int limit, Done<std::vector<Holding>> done)
{
    read<std::vector<Holding>>(
        [queue, limit](SqlDialect &sql) { return sql.holders(queue, limit); }, std::move(done));
}

void Store::message(QueueId queue, MessageSequence sequence, Done<MessageRow> done)
{
    read<MessageRow>(
        [queue, sequence](SqlDialect &sql) -> Result<MessageRow> {
            std::optional<MessageRow> found = sql.message(queue, sequence, true);
            if (!found)
                return messageGone();
            return std::move(*found);
        },
        std::move(done));
}

void Store::messages(QueueId queue, std::vector<MessageSequence> sequences, Done<BrowsePage> done)
{
    read<BrowsePage>(
        [queue, sequences = std::move(sequences)](SqlDialect &sql) {
            BrowsePage page;
            page.scanned = qint64(sequences.size());
            for (const MessageSequence sequence : sequences) {
                if (std::optional<MessageRow> found = sql.message(queue, sequence, false))
                    page.messages.push_back(std::move(*found));
            }
            return page;
        },
        std::move(done));
}

void Store::oldestReady(std::vector<QueueId> queues, Done<std::vector<qint64>> done)
{
    read<std::vector<qint64>>(
        [queues = std::move(queues)](SqlDialect &sql) {
            std::vector<qint64> times;
            times.reserve(queues.size());
            for (const QueueId queue : queues)
                times.push_back(sql.oldestReady(queue));
            return times;
        },
        std::move(done));
}

} // namespace Signalbox
