// SPDX-License-Identifier: GPL-3.0-only
#include "store/store.h"

#include "core/ids.h"
#include "core/logging.h"
#include "store/pagereader.h"
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

constexpr int kLogPasses = 2;

BrokerClock::State clockState(const QHash<QString, QString> &values)
{
    BrokerClock::State state;
    state.offsetMs = values.value(kClockOffsetKey).toLongLong();
    state.frozen = !values.value(kClockFrozenAtKey).isEmpty();
    state.frozenAtMs = values.value(kClockFrozenAtKey).toLongLong();
    return state;
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
        saveValues(fresh, [](const Result<void> &) {});
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

} // namespace Signalbox
