// SPDX-License-Identifier: GPL-3.0-only
#include "store/sqlitedialect.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <array>

namespace Signalbox {

namespace {

// Version 1. PRAGMA user_version counts the schema; each later version appends one list of
// statements here, and a sample file of the version before it joins tests/data.
const std::initializer_list<const char *> kVersion1 = {
    "CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",

    // A queue in the trash has no name; its row keeps the messages together until they are restored
    // or dropped.
    "CREATE TABLE queues ("
    " id INTEGER PRIMARY KEY, account TEXT NOT NULL, name TEXT, kind INTEGER NOT NULL,"
    " delay INTEGER NOT NULL, maximum_message_size INTEGER NOT NULL, retention INTEGER NOT NULL,"
    " visibility_timeout INTEGER NOT NULL, polling_wait INTEGER NOT NULL, logging_enabled INTEGER "
    "NOT NULL,"
    " created_at INTEGER NOT NULL, modified_at INTEGER NOT NULL,"
    " ready INTEGER NOT NULL DEFAULT 0, leased INTEGER NOT NULL DEFAULT 0, delayed INTEGER NOT "
    "NULL DEFAULT 0,"
    " blocked INTEGER NOT NULL DEFAULT 0, bytes INTEGER NOT NULL DEFAULT 0)",
    "CREATE UNIQUE INDEX queues_name ON queues (account, kind, name) WHERE name IS NOT NULL",

    // Large bodies, or bodies that several messages share.
    "CREATE TABLE bodies (id INTEGER PRIMARY KEY, refs INTEGER NOT NULL, body BLOB NOT NULL)",

    // id is the sequence: it rises with arrival, and enqueued_at rises with it. body is last,
    // behind everything that changes.
    "CREATE TABLE messages ("
    " id INTEGER PRIMARY KEY, queue_id INTEGER NOT NULL, state INTEGER NOT NULL, priority INTEGER "
    "NOT NULL,"
    " visible_at INTEGER NOT NULL, lease_no INTEGER NOT NULL DEFAULT 0, enqueued_at INTEGER NOT "
    "NULL,"
    " first_received_at INTEGER NOT NULL DEFAULT 0, receive_count INTEGER NOT NULL DEFAULT 0, "
    "holder TEXT,"
    " group_id TEXT, tag TEXT, published_id TEXT, published_at INTEGER, origin TEXT,"
    " md5 BLOB NOT NULL, size INTEGER NOT NULL, properties TEXT, body_id INTEGER, body BLOB)",
    "CREATE INDEX messages_ready ON messages (queue_id, priority, id) WHERE state = 0",
    "CREATE INDEX messages_delayed ON messages (queue_id, visible_at, id) WHERE state = 1",
    "CREATE INDEX messages_leased ON messages (queue_id, visible_at, id) WHERE state = 2",
    // Retention and browsing in one: (enqueued_at, id) is the order of arrival.
    "CREATE INDEX messages_arrival ON messages (queue_id, enqueued_at, id)",
    "CREATE INDEX messages_group ON messages (queue_id, group_id, id) WHERE group_id IS NOT NULL",

    "CREATE TABLE trash ("
    " id INTEGER PRIMARY KEY AUTOINCREMENT, kind INTEGER NOT NULL, account TEXT NOT NULL, "
    "queue_name TEXT NOT NULL,"
    " queue_id INTEGER NOT NULL, deleted_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, doing "
    "INTEGER NOT NULL,"
    " restore_to INTEGER NOT NULL)",
};

const std::initializer_list<const char *> kVersion2 = {
    "CREATE TABLE topics ("
    " id INTEGER PRIMARY KEY, account TEXT NOT NULL, name TEXT NOT NULL,"
    " maximum_message_size INTEGER NOT NULL, logging_enabled INTEGER NOT NULL,"
    " created_at INTEGER NOT NULL, modified_at INTEGER NOT NULL, UNIQUE (account, name))",

    // What waits for a subscriber stands in the queue queue_id, of the kind 1.
    "CREATE TABLE subscriptions ("
    " id INTEGER PRIMARY KEY, topic_id INTEGER NOT NULL, name TEXT NOT NULL,"
    " endpoint TEXT NOT NULL, strategy INTEGER NOT NULL, format INTEGER NOT NULL,"
    " filter_tag TEXT NOT NULL, dead_letter_queue TEXT NOT NULL,"
    " max_pushes_per_second INTEGER NOT NULL, queue_id INTEGER NOT NULL, paused INTEGER NOT NULL,"
    " created_at INTEGER NOT NULL, modified_at INTEGER NOT NULL, UNIQUE (topic_id, name))",
};

// FIFO queues and topics (type 1), and dead letters. messages.origin tells a dead letter's.
const std::initializer_list<const char *> kVersion3 = {
    "ALTER TABLE queues ADD COLUMN type INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE queues ADD COLUMN dead_letter_queue TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE queues ADD COLUMN max_receive_count INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE topics ADD COLUMN type INTEGER NOT NULL DEFAULT 0",
    // What may hold back its group, however many stand blocked behind it.
    "CREATE INDEX messages_unblocked ON messages (queue_id, group_id) "
    "WHERE group_id IS NOT NULL AND state <> 3",
};

// Topics and subscriptions in the trash: their rows stay, named by a slash and their id, which is
// in thing_id.
const std::initializer_list<const char *> kVersion4 = {
    "ALTER TABLE trash RENAME COLUMN queue_name TO name",
    "ALTER TABLE trash RENAME COLUMN queue_id TO thing_id",
    "ALTER TABLE trash ADD COLUMN topic_name TEXT NOT NULL DEFAULT ''",
};

const std::array kVersions = {kVersion1, kVersion2, kVersion3, kVersion4};

Error schemaError(const QString &text)
{
    return {ErrorCode::InternalError, text};
}

} // namespace

Result<void> SqliteDialect::migrate()
{
    QSqlQuery query(m_database);
    if (!query.exec(QStringLiteral("PRAGMA user_version")) || !query.next())
        return schemaError(QStringLiteral("%1 is not a readable database: %2")
                               .arg(m_filePath, query.lastError().text()));
    const size_t version = query.value(0).toUInt();
    query.finish();
    if (version == kVersions.size())
        return {};
    if (version > kVersions.size()) {
        return schemaError(QStringLiteral("%1 was written by a newer Signalbox (schema %2, this "
                                          "one knows %3). Use that version, "
                                          "or another data directory.")
                               .arg(m_filePath)
                               .arg(version)
                               .arg(kVersions.size()));
    }
    if (!query.exec(QStringLiteral("BEGIN IMMEDIATE")))
        return schemaError(query.lastError().text());
    for (size_t next = version; next < kVersions.size(); ++next) {
        for (const char *statement : kVersions.at(next)) {
            if (!query.exec(QString::fromLatin1(statement)))
                return schemaError(
                    QStringLiteral("Schema %1: %2").arg(next + 1).arg(query.lastError().text()));
        }
    }
    if (!query.exec(QStringLiteral("PRAGMA user_version = %1").arg(kVersions.size()))
        || !query.exec(QStringLiteral("COMMIT")))
        return schemaError(query.lastError().text());
    return {};
}

Result<void> SqliteDialect::configure(Durability durability, Access access)
{
    QStringList pragmas;
    if (access == Access::ReadWrite) {
        pragmas = {QStringLiteral("PRAGMA page_size = %1").arg(m_options.pageBytes),
                   QStringLiteral("PRAGMA auto_vacuum = INCREMENTAL"),
                   QStringLiteral("PRAGMA journal_mode = WAL"),
                   durability == Durability::Full ? QStringLiteral("PRAGMA synchronous = FULL")
                                                  : QStringLiteral("PRAGMA synchronous = NORMAL"),
                   QStringLiteral("PRAGMA wal_autocheckpoint = 0")};
    } else {
        pragmas = {QStringLiteral("PRAGMA query_only = ON")};
    }
    pragmas << QStringLiteral("PRAGMA temp_store = MEMORY")
            << QStringLiteral("PRAGMA cache_size = -32768");
    QSqlQuery query(m_database);
    for (const QString &pragma : std::as_const(pragmas)) {
        if (!query.exec(pragma))
            return Error{
                ErrorCode::InternalError,
                QStringLiteral("%1 cannot be used: %2").arg(m_filePath, query.lastError().text())};
        query.finish();
    }
    return {};
}

} // namespace Signalbox
