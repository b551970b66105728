// SPDX-License-Identifier: GPL-3.0-only
#include "store/writer.h"

#include "core/logging.h"
#include "store/trashbin.h"

namespace Signalbox {

namespace {

using Steady = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr size_t kMaxGroup =
    256; // commands in one transaction; bounds how long the first one waits
constexpr int kUpkeepRows = 256; // rows touched by one step of upkeep
constexpr int kBusyUpkeepShare =
    9; // while commands arrive, upkeep rests nine times as long as it worked
constexpr std::chrono::milliseconds kMaxUpkeepPause = 60s;

const QString kCommitNumberKey = QStringLiteral("commit_number");

std::chrono::microseconds since(Steady::time_point begin)
{
    return std::chrono::duration_cast<std::chrono::microseconds>(Steady::now() - begin);
}

std::vector<QueueRow> namedQueues(QueueBook &book)
{
    std::vector<QueueRow> rows;
    for (const auto &[id, entry] : book.entries()) {
        if (!entry.row.name.isEmpty())
            rows.push_back(entry.row);
    }
    return rows;
}

} // namespace

Writer::Writer(const StoreOptions &options, std::unique_ptr<SqlDialect> dialect,
               const BrokerClock &clock, Report report, CopyLog copyLog)
    : m_options(options)
    , m_clock(clock)
    , m_report(std::move(report))
    , m_copyLog(std::move(copyLog))
    , m_sql(std::move(dialect))
    , m_mailbox(this)
    , m_incoming([this] { m_mailbox.post([this] { runIncoming(); }); })
    , m_upkeepTimer(this)
    , m_reopenTimer(this)
{
    m_upkeepTimer.setSingleShot(true);
    m_reopenTimer.setSingleShot(true);
    connect(&m_upkeepTimer, &QTimer::timeout, this, &Writer::upkeep);
    connect(&m_reopenTimer, &QTimer::timeout, this, &Writer::reopen);
}

Writer::~Writer() = default;

Result<Writer::Opened> Writer::open()
{
    Result<Opened> opened = load();
    m_open = opened.ok();
    return opened;
}

Result<Writer::Opened> Writer::load()
{
    if (Result<void> ready =
            m_sql->open(m_options.directory, m_options.durability, SqlDialect::Access::ReadWrite);
        !ready)
        return ready.error();
    m_sql->begin();
    Opened opened;
    opened.values = m_sql->values();
    opened.newestEnqueuedMs = m_sql->newestEnqueued();
    m_book.load(*m_sql);
    m_topics.load(*m_sql);
    m_messageIds.load(opened.values);
    m_resourceIds.load(opened.values);
    m_commitNumber = opened.values.value(kCommitNumberKey).toLongLong();
    if (m_sql->failure() || !m_sql->commit()) {
        const QString reason = m_sql->failure()->text;
        m_sql->rollback();
        return Error{ErrorCode::InternalError, reason};
    }
    opened.contents = {namedQueues(m_book), m_topics.topics(), m_topics.subscriptions()};
    return opened;
}

void Writer::close()
{
    m_upkeepTimer.stop();
    m_reopenTimer.stop();
    runIncoming();
    m_open = false;
    m_sql->close();
}

WriteContext Writer::context()
{
    return {*m_sql,
            m_book,
            m_topics,
            m_messageIds,
            m_resourceIds,
            m_clock.nowMs(),
            m_options.systemTime(),
            m_options.trashTime,
            {}};
}

void Writer::runIncoming()
{
    std::vector<std::unique_ptr<Job>> jobs = m_incoming.takeAll();
    while (jobs.size() > kMaxGroup) {
        const auto rest = jobs.begin() + kMaxGroup;
        std::vector<std::unique_ptr<Job>> later(std::make_move_iterator(rest),
                                                std::make_move_iterator(jobs.end()));
        jobs.erase(rest, jobs.end());
        runGroup(std::exchange(jobs, std::move(later)));
    }
    if (!jobs.empty())
        runGroup(std::move(jobs));
}

void Writer::runGroup(std::vector<std::unique_ptr<Job>> jobs)
{
    WriterReport report;
    report.stats.commands = static_cast<int>(jobs.size());
    bool committed = false;
    if (m_open && m_health.writable) {
        const Steady::time_point begin = Steady::now();
        m_sql->begin();
        WriteContext run = context();
        for (size_t position = 0; position < jobs.size(); ++position) {
            run.claims.reach(jobs, position);
            jobs[position]->apply(run);
        }
        committed = commit(report.stats, begin);
        if (committed) {
            report.changes = m_book.takeChanges();
            hastenUpkeep();
        } else {
            refuseWrites();
        }
    }
    if (!committed) {
        const Error refused{ErrorCode::InternalError,
                            m_health.reason.isEmpty() ? QStringLiteral("The broker is stopping.")
                                                      : m_health.reason};
        for (const std::unique_ptr<Job> &job : jobs)
            job->fail(refused);
    }
    report.jobs = std::move(jobs);
    m_report(std::move(report));
    m_commandsSinceUpkeep = true;
    if (committed)
        tendLog();
}

bool Writer::commit(CommitStats &stats, Steady::time_point begin)
{
    m_book.flush(*m_sql);
    m_sql->setValue(kCommitNumberKey, QString::number(m_commitNumber + 1));
    if (m_sql->failure() || !m_sql->commit())
        return false;
    stats.number = ++m_commitNumber;
    stats.duration = since(begin);
    return true;
}

void Writer::refuseWrites()
{
    const SqlDialect::Failure failure =
        m_sql->failure().value_or(SqlDialect::Failure{QStringLiteral("Unknown failure"), false});
    m_sql->rollback();
    m_giveUpTrash = m_giveUpTrash || failure.outOfSpace;
    m_health.writable = false;
    m_health.reason = failure.outOfSpace
        ? QStringLiteral("The disk is full or failing (%1). Messages can be browsed; send, receive "
                         "and delete resume by "
                         "themselves when it takes writes again.")
              .arg(failure.text)
        : QStringLiteral("The database refused a write (%1). Send, receive and delete resume by "
                         "themselves when it takes "
                         "writes again.")
              .arg(failure.text);
    m_health.sinceMs = m_options.systemTime();
    m_health.attempts = 0;
    qCCritical(logStore, "Writes are refused: %s", qUtf8Printable(failure.text));
    WriterReport report;
    report.health = m_health;
    m_report(std::move(report));
    m_upkeepTimer.stop();
    m_reopenTimer.start(reopenPause(m_options, m_health.attempts));
}

std::chrono::milliseconds Writer::reopenPause(const StoreOptions &options, int failedAttempts)
{
    std::chrono::milliseconds pause = options.reopenPause;
    for (int i = 0; i < failedAttempts && pause < options.longestReopenPause; ++i)
        pause *= 2;
    return std::min(pause, options.longestReopenPause);
}

void Writer::reopen()
{
    const qint64 lastKnownCommit = m_commitNumber;
    m_sql->close();
    Result<Opened> opened = load();
    if (opened && m_commitNumber > lastKnownCommit)
        qCWarning(logStore, "The commit that was reported as failed had reached the disk.");
    if (!opened || !probe()) {
        ++m_health.attempts;
        const std::chrono::milliseconds pause = reopenPause(m_options, m_health.attempts);
        qCWarning(logStore, "The database still takes no writes; next attempt in %lld ms.",
                  static_cast<long long>(pause.count()));
        WriterReport report;
        report.health = m_health;
        m_report(std::move(report));
        m_reopenTimer.start(pause);
        return;
    }
    qCInfo(logStore, "The database takes writes again after %d failed attempts.",
           m_health.attempts);
    m_health = {};
    m_health.sinceMs = m_options.systemTime();
    WriterReport report;
    report.health = m_health;
    report.reloaded = std::move(opened->contents);
    m_report(std::move(report));
    upkeepSoon();
}

bool Writer::probe()
{
    m_sql->begin();
    if (m_giveUpTrash) {
        WriteContext run = context();
        if (const int entries = giveUpTrash(run); entries > 0)
            qCWarning(logStore, "Giving up %d trash entries to make room.", entries);
    }
    CommitStats stats;
    if (!commit(stats, Steady::now())) {
        m_sql->rollback();
        return false;
    }
    m_giveUpTrash = false;
    return true;
}

void Writer::tendLog()
{
    if (m_logIsCopied || !m_sql->logIsLong())
        return;
    m_logIsCopied = true;
    m_copyLog([this] { m_mailbox.post([this] { logCopied(); }); });
}

void Writer::logCopied()
{
    m_logIsCopied = false;
    if (m_open && m_health.writable)
        m_sql->restartLog();
}

void Writer::upkeepSoon()
{
    if (m_open && m_health.writable)
        m_upkeepTimer.start(0);
}

void Writer::upkeep()
{
    m_upkeepRests = false;
    if (!m_open || !m_health.writable)
        return;
    const Steady::time_point begin = Steady::now();
    const bool worked = upkeepStep();
    if (!m_health.writable)
        return;
    if (!worked) {
        m_upkeepTimer.start(std::chrono::milliseconds(nextWorkInMs()));
        return;
    }
    m_sql->reclaimSpace();
    tendLog();
    m_upkeepRests = std::exchange(m_commandsSinceUpkeep, false);
    const auto rest = m_upkeepRests ? since(begin) * kBusyUpkeepShare : 0us;
    m_upkeepTimer.start(std::chrono::ceil<std::chrono::milliseconds>(rest));
}

bool Writer::upkeepStep()
{
    const Steady::time_point begin = Steady::now();
    m_sql->begin();
    WriteContext run = context();
    const bool worked = tend(run);
    if (!worked && !m_sql->failure()) {
        m_sql->rollback();
        return false;
    }
    WriterReport report;
    if (!commit(report.stats, begin)) {
        refuseWrites();
        return false;
    }
    report.changes = m_book.takeChanges();
    m_report(std::move(report));
    return true;
}

bool Writer::tend(WriteContext &run)
{
    int rows = 0;
    // After a failure nothing becomes exact any more, and the same queue would be due for ever.
    while (rows < kUpkeepRows && !run.sql.failure()) {
        QueueBook::Entry *queue = m_book.due(run.nowMs);
        if (!queue)
            break;
        rows += promoteDue(run, *queue, kUpkeepRows - rows);
        rows += dropExpired(run, *queue, kUpkeepRows - rows);
        m_book.reschedule(*queue); // at the latest now its bounds are exact, so it is due no
                                   // more, or rows is full
    }
    if (rows >= kUpkeepRows)
        return true;
    return tendTrash(run, m_options.trashBytes, kUpkeepRows) || rows > 0;
}

qint64 Writer::nextWorkInMs()
{
    qint64 wait = kMaxUpkeepPause.count();
    if (const qint64 work = m_book.nextWorkMs(); work != kNever)
        wait = std::min(wait, work - m_clock.nowMs());
    if (const qint64 work = nextTrashWorkMs(m_book); work != kNever)
        wait = std::min(wait, work - m_options.systemTime());
    return std::max<qint64>(wait, 0);
}

void Writer::hastenUpkeep()
{
    if (m_upkeepRests)
        return;
    const qint64 wait = nextWorkInMs();
    if (!m_upkeepTimer.isActive() || wait < m_upkeepTimer.remainingTime())
        m_upkeepTimer.start(std::chrono::milliseconds(wait));
}

} // namespace Signalbox
