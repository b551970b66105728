// SPDX-License-Identifier: GPL-3.0-only
#include "store/sqlitedialect.h"

#include "store/sqlitedialect_run.h"
#include "store/sqlitedialect_statements.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>

#include <atomic>

namespace Signalbox {

namespace {

QString nextConnectionName()
{
    static std::atomic<int> number{0};
    return QStringLiteral("signalbox-%1").arg(++number);
}

// Result codes of SQLite; Qt gives the extended code, whose low byte is the plain one.
constexpr int kSqliteIoError = 10;
constexpr int kSqliteFull = 13;

} // namespace

SqliteDialect::SqliteDialect(Options options)
    : m_options(options)
    , m_connectionName(nextConnectionName())
    , m_statements(std::make_unique<SqliteStatements>())
{
}

SqliteDialect::~SqliteDialect()
{
    close();
}

Result<void> SqliteDialect::open(const QString &directory, Durability durability, Access access)
{
    close();
    m_filePath = QDir(directory).filePath(QString::fromLatin1(kFileName));
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connectionName);
    m_database.setDatabaseName(m_filePath);
    m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000"));
    if (!m_database.open()) {
        const Error error{ErrorCode::InternalError,
                          QStringLiteral("%1 cannot be opened: %2")
                              .arg(m_filePath, m_database.lastError().text())};
        close();
        return error;
    }
    Result<void> ready = configure(durability, access);
    if (ready && access == Access::ReadWrite)
        ready = migrate();
    if (!ready)
        close();
    return ready;
}

void SqliteDialect::close()
{
    m_statements = std::make_unique<SqliteStatements>();
    m_failure.reset();
    m_inTransaction = false;
    m_rowsBeforeLog = 0;
    if (!m_database.isValid())
        return;
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connectionName);
}

void SqliteDialect::fail(const QSqlError &error)
{
    if (m_failure)
        return;
    const int code = error.nativeErrorCode().toInt() & 0xff;
    m_failure = Failure{error.text().simplified(), code == kSqliteFull || code == kSqliteIoError};
}

void SqliteDialect::begin()
{
    m_failure.reset();
    run(m_statements->begin, {});
    m_inTransaction = !m_failure;
}

bool SqliteDialect::commit()
{
    run(m_statements->commit, {});
    if (m_failure)
        return false;
    m_inTransaction = false;
    return true;
}

void SqliteDialect::rollback()
{
    if (!m_inTransaction)
        return;
    m_inTransaction = false;
    const std::optional<Failure> cause = std::exchange(m_failure, std::nullopt);
    run(m_statements->rollback,
        {}); // fails when SQLite has rolled back by itself, which is as good
    m_failure = cause;
}

QHash<QString, QString> SqliteDialect::values()
{
    QHash<QString, QString> values;
    run(m_statements->values, [&](const QSqlQuery &row) {
        values.insert(row.value(0).toString(), row.value(1).toString());
        return true;
    });
    return values;
}

void SqliteDialect::setValue(const QString &key, const QString &value)
{
    run(m_statements->setValue, {}, key, notNull(value));
}

std::vector<QueueRow> SqliteDialect::queues()
{
    using std::chrono::seconds;
    std::vector<QueueRow> rows;
    run(m_statements->queues, [&](const QSqlQuery &row) {
        QueueRow queue;
        queue.id = row.value(0).toLongLong();
        queue.account = row.value(1).toString();
        queue.name = row.value(2).toString();
        queue.kind = static_cast<QueueKind>(row.value(3).toInt());
        queue.settings.delay = seconds(row.value(4).toLongLong());
        queue.settings.maximumMessageSizeBytes = row.value(5).toInt();
        queue.settings.retention = seconds(row.value(6).toLongLong());
        queue.settings.visibilityTimeout = seconds(row.value(7).toLongLong());
        queue.settings.pollingWait = seconds(row.value(8).toLongLong());
        queue.settings.loggingEnabled = row.value(9).toBool();
        queue.createdAtMs = row.value(10).toLongLong();
        queue.modifiedAtMs = row.value(11).toLongLong();
        queue.counts = {row.value(12).toLongLong(), row.value(13).toLongLong(),
                        row.value(14).toLongLong(), row.value(15).toLongLong()};
        queue.bodyBytes = row.value(16).toLongLong();
        queue.settings.type = static_cast<QueueType>(row.value(17).toInt());
        queue.settings.deadLetters = {row.value(18).toString(), row.value(19).toInt()};
        rows.push_back(std::move(queue));
        return true;
    });
    return rows;
}

void SqliteDialect::insertQueue(const QueueRow &queue)
{
    const QueueSettings &settings = queue.settings;
    run(m_statements->insertQueue, {}, queue.id, queue.account,
        queue.name.isEmpty() ? QVariant() : QVariant(queue.name), static_cast<int>(queue.kind),
        qint64(settings.delay.count()), settings.maximumMessageSizeBytes,
        qint64(settings.retention.count()), qint64(settings.visibilityTimeout.count()),
        qint64(settings.pollingWait.count()), int(settings.loggingEnabled), queue.createdAtMs,
        queue.modifiedAtMs, static_cast<int>(settings.type),
        notNull(settings.deadLetters.targetQueue), settings.deadLetters.maxReceiveCount);
}

void SqliteDialect::setQueueSettings(QueueId queue, const QueueSettings &settings,
                                     qint64 modifiedAtMs)
{
    run(m_statements->setQueueSettings, {}, qint64(settings.delay.count()),
        settings.maximumMessageSizeBytes, qint64(settings.retention.count()),
        qint64(settings.visibilityTimeout.count()), qint64(settings.pollingWait.count()),
        int(settings.loggingEnabled), notNull(settings.deadLetters.targetQueue),
        settings.deadLetters.maxReceiveCount, modifiedAtMs, queue);
}

void SqliteDialect::setQueueName(QueueId queue, const QString &name)
{
    run(m_statements->setQueueName, {}, name.isEmpty() ? QVariant() : QVariant(name), queue);
}

void SqliteDialect::setQueueCounts(QueueId queue, const QueueCounts &counts, qint64 bodyBytes)
{
    run(m_statements->setQueueCounts, {}, counts.ready, counts.leased, counts.delayed,
        counts.blocked, bodyBytes, queue);
}

void SqliteDialect::removeQueue(QueueId queue)
{
    run(m_statements->removeQueue, {}, queue);
}

std::vector<TrashRow> SqliteDialect::trash()
{
    std::vector<TrashRow> rows;
    run(m_statements->trash, [&](const QSqlQuery &row) {
        TrashRow trash;
        trash.entry.id = row.value(0).toLongLong();
        trash.entry.kind = static_cast<TrashKind>(row.value(1).toInt());
        trash.entry.account = row.value(2).toString();
        trash.entry.name = row.value(3).toString();
        trash.entry.topic = row.value(4).toString();
        trash.entry.what = row.value(5).toLongLong();
        trash.entry.deletedAtMs = row.value(6).toLongLong();
        trash.entry.expiresAtMs = row.value(7).toLongLong();
        trash.doing = static_cast<TrashRow::Doing>(row.value(8).toInt());
        trash.restoreTo = row.value(9).toLongLong();
        trash.entry.messages = row.value(10).toLongLong();
        trash.entry.bodyBytes = row.value(11).toLongLong();
        trash.entry.restoring = trash.doing == TrashRow::Doing::Restoring;
        rows.push_back(std::move(trash));
        return true;
    });
    return rows;
}

qint64 SqliteDialect::insertTrash(const TrashRow &row)
{
    qint64 id = 0;
    run(
        m_statements->insertTrash,
        [&](const QSqlQuery &inserted) {
            id = inserted.value(0).toLongLong();
            return true;
        },
        static_cast<int>(row.entry.kind), row.entry.account, row.entry.name,
        notNull(row.entry.topic), row.entry.what, row.entry.deletedAtMs, row.entry.expiresAtMs,
        static_cast<int>(row.doing), row.restoreTo);
    return id;
}

void SqliteDialect::updateTrash(const TrashRow &row)
{
    run(m_statements->updateTrash, {}, static_cast<int>(row.doing), row.restoreTo,
        row.entry.expiresAtMs, row.entry.id);
}

void SqliteDialect::removeTrash(qint64 id)
{
    run(m_statements->removeTrash, {}, id);
}

qint64 SqliteDialect::rowsChanged()
{
    qint64 rows = 0;
    run(m_statements->rowsChanged, [&](const QSqlQuery &row) {
        rows = row.value(0).toLongLong();
        return true;
    });
    return rows;
}

bool SqliteDialect::logFileIsLarge() const
{
    return QFileInfo(m_filePath + QStringLiteral("-wal")).size() > m_options.maxLogBytes;
}

bool SqliteDialect::logIsLong()
{
    return rowsChanged() - m_rowsBeforeLog >= m_options.longLogRows || logFileIsLarge();
}

void SqliteDialect::copyLog()
{
    m_failure.reset();
    run(m_statements->copyLog, {});
    m_failure.reset();
}

void SqliteDialect::restartLog()
{
    m_failure.reset();
    m_rowsBeforeLog = rowsChanged();
    // The next commit begins at the front of a log that is copied whole. A reader in the way is no
    // harm: then the log goes on growing until it is long once more.
    run(logFileIsLarge() ? m_statements->truncateLog : m_statements->copyLog, {});
    m_failure.reset();
}

void SqliteDialect::reclaimSpace()
{
    m_failure.reset();
    run(m_statements->reclaimSpace, {});
    m_failure.reset();
}

} // namespace Signalbox
