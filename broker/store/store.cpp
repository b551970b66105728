// SPDX-License-Identifier: GPL-3.0-only
#include "store/store.h"

#include "core/ids.h"
#include "core/logging.h"
#include "store/commands.h"
#include "store/messagesearch.h"
#include "store/pagereader.h"
#include "store/refusals.h"
#include "store/sqlitedialect.h"
#include "store/writer.h"

#include <QDir>

namespace Signalbox {

namespace {

const QString kDatabaseIdKey = QStringLiteral("database_id");
const QString kHandleKeyKey = QStringLiteral("handle_key");
const QString kClockOffsetKey = QStringLiteral("clock_offset_ms");
const QString kClockFrozenAtKey =
    QStringLiteral("clock_frozen_at_ms"); // empty while the clock runs
const QString kOutboxName = QStringLiteral("outbox");

constexpr std::chrono::milliseconds kPageTime{250};
constexpr int kLogPasses = 2;
constexpr std::chrono::milliseconds kSearchTime{150}; // shorter: other pages wait behind it

BrokerClock::State clockState(const QHash<QString, QString> &values)
{
    BrokerClock::State state;
    state.offsetMs = values.value(kClockOffsetKey).toLongLong();
    state.frozen = !values.value(kClockFrozenAtKey).isEmpty();
    state.frozenAtMs = values.value(kClockFrozenAtKey).toLongLong();
    return state;
}

Error unreadable()
{
    return {ErrorCode::InternalError, QStringLiteral("The database cannot be read now.")};
}

} // namespace

Store::Store(StoreOptions options, BrokerClock &clock, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_clock(clock)
    , m_mailbox(this)
    , m_reports([this] { m_mailbox.post([this] { takeReports(); }); })
    , m_pages([this] { m_mailbox.post([this] { takePages(); }); })
{
    if (!m_options.makeDialect)
        m_options.makeDialect = [] { return std::make_unique<SqliteDialect>(); };
    m_writerThread.setObjectName(QStringLiteral("store-writer"));
    m_readerThread.setObjectName(QStringLiteral("store-reader"));
}

Store::~Store()
{
    close();
}

Result<void> Store::open()
{
    if (!QDir().mkpath(m_options.directory))
        return Error{
            ErrorCode::InternalError,
            QStringLiteral("The data directory %1 cannot be created.").arg(m_options.directory)};
    if (Result<void> locked = m_lock.take(m_options.directory); !locked)
        return locked;

    m_writer = std::make_unique<Writer>(
        m_options, m_options.makeDialect(), m_clock,
        [this](WriterReport report) { m_reports.send(std::move(report)); },
        [this](std::function<void()> copied) { copyLog(std::move(copied)); });
    m_writer->moveToThread(&m_writerThread);
    m_writerThread.start();
    m_reader = std::make_unique<PageReader>(
        m_options.directory, m_options.makeDialect(),
        [this](std::function<void()> page) { m_pages.send(std::move(page)); });
    m_reader->moveToThread(&m_readerThread);
    m_readerThread.start();

    const Result<Writer::Opened> opened =
        m_writer->mailbox().await([this] { return m_writer->open(); });
    if (!opened) {
        close();
        return opened.error();
    }
    // The reader connects now: on a disk that is full later it could not.
    m_reader->submit([](SqlDialect *) { return [] {}; });
    m_contents = opened->contents;
    m_values = opened->values;
    m_clock.restore(clockState(m_values), opened->newestEnqueuedMs);
    identify();
    m_writer->mailbox().post([writer = m_writer.get()] { writer->upkeepSoon(); });
    return {};
}

void Store::identify()
{
    QHash<QString, QString> fresh;
    const auto ensure = [&](const QString &key, int bytes) {
        if (m_values.value(key).isEmpty())
            fresh.insert(key, QString::fromLatin1(randomBytes(bytes).toHex()));
        return QByteArray::fromHex(fresh.value(key, m_values.value(key)).toLatin1());
    };
    m_databaseId = ensure(kDatabaseIdKey, 8);
    m_handleKey = ensure(kHandleKeyKey, 16);
    if (!fresh.isEmpty()) {
        m_values.insert(fresh);
        submit(SaveValuesCommand{fresh}, Done<std::monostate>());
    }
}

void Store::copyLog(std::function<void()> copied)
{
    m_reader->submit([copied = std::move(copied)](SqlDialect *sql) -> PageReader::Completion {
        // Each pass is over what was written during the one before, so the last leaves little.
        for (int pass = 0; sql && pass < kLogPasses; ++pass)
            sql->copyLog();
        copied();
        return [] {};
    });
}

void Store::close()
{
    if (m_writer && m_writerThread.isRunning()) {
        m_writer->mailbox().await([this] { m_writer->close(); });
    }
    if (m_reader && m_readerThread.isRunning()) {
        m_reader->mailbox().await([this] { m_reader->close(); });
    }
    takeReports();
    takePages();
    for (QThread *thread : {&m_readerThread, &m_writerThread}) {
        thread->quit();
        thread->wait();
    }
    m_reader.reset();
    m_writer.reset();
    m_lock.release();
}

template <typename Command>
void Store::submit(Command command, Done<typename Command::Reply> done)
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_writer->submit(std::make_unique<CommandJob<Command>>(std::move(command), std::move(done)));
}

void Store::takeReports()
{
    for (WriterReport &report : m_reports.takeAll()) {
        if (report.health) {
            m_health = *report.health;
            emit healthChanged(m_health);
        }
        if (report.reloaded) {
            m_contents = std::move(*report.reloaded);
            emit reloaded();
        }
        if (!report.changes.empty())
            emit queuesChanged(report.changes);
        for (const std::unique_ptr<Job> &job : report.jobs)
            job->complete();
        if (report.stats.number > 0)
            emit groupCompleted(report.stats);
    }
}

void Store::takePages()
{
    for (const std::function<void()> &complete : m_pages.takeAll())
        complete();
}

void Store::createQueue(const QueueRow &queue, Done<QueueRow> done)
{
    submit(CreateQueueCommand{queue}, std::move(done));
}

void Store::setQueueSettings(QueueId queue, const QueueSettings &settings, Done<QueueRow> done)
{
    submit(SetQueueSettingsCommand{queue, settings}, std::move(done));
}

void Store::deleteQueue(QueueId queue, Done<TrashEntry> done)
{
    submit(DeleteQueueCommand{queue}, std::move(done));
}

void Store::purgeQueue(QueueId queue, Done<Purged> done)
{
    submit(PurgeQueueCommand{queue}, std::move(done));
}

void Store::send(QueueId queue, std::vector<NewMessage> messages,
                 Done<std::vector<StoredMessage>> done)
{
    submit(SendCommand{queue, std::move(messages)}, std::move(done));
}

void Store::claim(const ClaimRequest &request, Done<std::vector<MessageRow>> done)
{
    submit(ClaimCommand{request, m_databaseId}, std::move(done));
}

void Store::peek(QueueId queue, int count, Done<std::vector<MessageRow>> done)
{
    submit(PeekCommand{queue, count}, std::move(done));
}

void Store::deleteMessages(QueueId queue, std::vector<MessageKey> keys,
                           Done<std::vector<Result<DeletedMessage>>> done)
{
    submit(DeleteMessagesCommand{queue, std::move(keys)}, std::move(done));
}

void Store::changeVisibility(QueueId queue, MessageKey key, std::chrono::seconds timeout,
                             Done<NewLease> done)
{
    submit(ChangeVisibilityCommand{queue, key, timeout}, std::move(done));
}

void Store::giveBack(QueueId queue, std::vector<MessageKey> keys)
{
    submit(GiveBackCommand{queue, std::move(keys)}, Done<int>());
}

void Store::moveMessages(QueueId from, QueueId to, std::vector<MessageSequence> messages,
                         Done<MovedMessages> done)
{
    submit(MoveMessagesCommand{from, to, std::move(messages)}, std::move(done));
}

void Store::retryNow(QueueId queue, std::set<MessageSequence> underWay, Done<int> done)
{
    submit(RetryNowCommand{queue, std::move(underWay)}, std::move(done));
}

void Store::redrive(const RedriveRequest &request, Done<Redriven> done)
{
    submit(RedriveCommand{request}, std::move(done));
}

void Store::undoRedrive(QueueId to, MessageSequence first, MessageSequence last,
                        Done<MovedMessages> done)
{
    submit(UndoRedriveCommand{to, first, last}, std::move(done));
}

void Store::settle(QueueId queue, Done<QueueChange> done)
{
    submit(SettleCommand{queue}, std::move(done));
}

void Store::trashMessages(QueueId queue, std::vector<MessageSequence> messages,
                          Done<TrashEntry> done)
{
    submit(TrashMessagesCommand{queue, std::move(messages)}, std::move(done));
}

void Store::relabel(QueueId queue, MessageSequence message, QList<MessageProperty> systemProperties,
                    Done<std::monostate> done)
{
    submit(RelabelCommand{queue, message, std::move(systemProperties)}, std::move(done));
}

void Store::restoreTrash(const QString &account, qint64 entry, const QString &newName,
                         Done<QueueRow> done)
{
    submit(RestoreTrashCommand{account, entry, newName}, std::move(done));
}

void Store::stopRestore(const QString &account, qint64 entry, Done<TrashEntry> done)
{
    submit(StopRestoreCommand{account, entry}, std::move(done));
}

void Store::emptyTrash(const QString &account, qint64 entry, Done<int> done)
{
    submit(EmptyTrashCommand{account, entry}, std::move(done));
}

void Store::createTopic(const TopicRow &topic, Done<TopicRow> done)
{
    submit(CreateTopicCommand{topic}, std::move(done));
}

void Store::setTopicSettings(TopicId topic, const TopicSettings &settings, Done<TopicRow> done)
{
    submit(SetTopicSettingsCommand{topic, settings}, std::move(done));
}

void Store::deleteTopic(TopicId topic, Done<std::vector<SubscriptionRow>> done)
{
    submit(DeleteTopicCommand{topic}, std::move(done));
}

void Store::subscribe(const SubscriptionRow &subscription, Done<NewSubscription> done)
{
    submit(SubscribeCommand{subscription}, std::move(done));
}

void Store::updateSubscription(const SubscriptionRow &subscription, Done<SubscriptionRow> done)
{
    submit(UpdateSubscriptionCommand{subscription}, std::move(done));
}

void Store::unsubscribe(TopicId topic, const QString &name, Done<SubscriptionRow> done)
{
    submit(UnsubscribeCommand{topic, name}, std::move(done));
}

void Store::publish(TopicId topic, const PublishedMessage &message, Done<Publication> done)
{
    submit(PublishCommand{topic, message, m_databaseId}, std::move(done));
}

void Store::forward(QueueId from, MessageKey key, const QString &account, const QString &target,
                    const NewMessage &message, Done<QueueId> done)
{
    submit(ForwardCommand{from, key, account, QueueKind::User, target, message}, std::move(done));
}

void Store::forwardToOutbox(QueueId from, MessageKey key, const QString &account,
                            const NewMessage &message, Done<QueueId> done)
{
    submit(ForwardCommand{from, key, account, QueueKind::Outbox, kOutboxName, message},
           std::move(done));
}

void Store::forwardAndKeep(QueueId from, MessageKey key, const QString &account,
                           const QString &target, const NewMessage &message, const NewMessage &kept,
                           Done<ForwardedAndKept> done)
{
    submit(ForwardAndKeepCommand{{from, key, account, QueueKind::User, target, message},
                                 kOutboxName,
                                 kept},
           std::move(done));
}

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

void Store::saveClock(Done<void> done)
{
    const BrokerClock::State state = m_clock.state();
    const QHash<QString, QString> values{
        {kClockOffsetKey, QString::number(state.offsetMs)},
        {kClockFrozenAtKey, state.frozen ? QString::number(state.frozenAtMs) : QString()}};
    saveValues(values, std::move(done));
    m_writer->mailbox().post([writer = m_writer.get()] { writer->upkeepSoon(); });
}

void Store::saveValue(const QString &key, const QString &value, Done<void> done)
{
    saveValues({{key, value}}, std::move(done));
}

void Store::saveValues(const QHash<QString, QString> &values, Done<void> done)
{
    submit(SaveValuesCommand{values},
           [this, values, done = std::move(done)](const Result<std::monostate> &saved) {
               if (!saved)
                   return done(saved.error());
               m_values.insert(values);
               done({});
           });
}

} // namespace Signalbox
