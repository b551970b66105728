// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/brokerclock.h"
#include "core/channel.h"
#include "core/mailbox.h"
#include "store/job.h"
#include "store/sqldialect.h"

#include <QObject>
#include <QTimer>

namespace Signalbox {

/// What the writer tells the store: either a group that went through (or failed), or a change of
/// health.
struct WriterReport
{
    std::vector<QueueChange> changes;
    std::vector<std::unique_ptr<Job>> jobs; ///< To be completed, in order.
    CommitStats stats;
    std::optional<StoreHealth> health;
    std::optional<StoreContents> reloaded; ///< After reopening.
};

/// The one connection that writes. Lives in the writer's thread: takes all commands that wait, runs
/// them in one transaction, commits once, and only then reports them. Between groups it does the
/// upkeep in small transactions of its own. A failed commit fails its whole group; then writes are
/// refused until the database could be opened again (1, 2, 4 … 30 s).
class Writer : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Writer)

public:
    using Report = std::function<void(WriterReport)>;
    /// Has the log copied by another connection, in another thread, and calls \a copied when that
    /// is done, from any thread.
    using CopyLog = std::function<void(std::function<void()> copied)>;

    /// \a report and \a copyLog are called in the writer's thread.
    Writer(const StoreOptions &options, std::unique_ptr<SqlDialect> dialect,
           const BrokerClock &clock, Report report, CopyLog copyLog);
    ~Writer() override;

    // --- From any thread ---
    void submit(std::unique_ptr<Job> job) { m_incoming.send(std::move(job)); }
    /// Calls into the writer's thread.
    [[nodiscard]] Mailbox &mailbox() { return m_mailbox; }

    // --- In the writer's thread ---
    struct Opened
    {
        StoreContents contents;
        QHash<QString, QString> values;
        qint64 newestEnqueuedMs = 0;
    };
    [[nodiscard]] Result<Opened> open();
    /// Commits what waits, then closes.
    void close();
    /// Looks for due work at once: when the clock has been set after open(), and whenever it was
    /// moved.
    void upkeepSoon();

    /// How long to wait for the next attempt to reopen when so many have failed.
    [[nodiscard]] static std::chrono::milliseconds reopenPause(const StoreOptions &options,
                                                               int failedAttempts);

private:
    void runIncoming();
    void runGroup(std::vector<std::unique_ptr<Job>> jobs);
    void upkeep();
    /// One small transaction of upkeep; whether it did anything.
    bool upkeepStep();
    bool tend(WriteContext &context);
    /// Has a long log copied while groups go on, then lets it begin anew.
    void tendLog();
    void logCopied();
    /// Upkeep no later than the first thing that waits for it.
    void hastenUpkeep();
    [[nodiscard]] qint64 nextWorkInMs();

    [[nodiscard]] WriteContext context();
    /// Writes the counters and the commit number, and commits.
    [[nodiscard]] bool commit(CommitStats &stats, std::chrono::steady_clock::time_point begin);
    void refuseWrites();
    void reopen();
    [[nodiscard]] Result<Opened> load();
    /// Proves that the database takes writes again.
    [[nodiscard]] bool probe();

    const StoreOptions m_options;
    const BrokerClock &m_clock;
    const Report m_report;
    const CopyLog m_copyLog;
    const std::unique_ptr<SqlDialect> m_sql;
    Mailbox m_mailbox;
    Channel<std::unique_ptr<Job>> m_incoming;
    QueueBook m_book;
    TopicBook m_topics;
    IdSource m_messageIds{QStringLiteral("next_message"), 4096};
    IdSource m_resourceIds{QStringLiteral("next_queue"), 64};
    qint64 m_commitNumber = 0;
    StoreHealth m_health;
    bool m_open = false;
    bool m_logIsCopied = false; ///< At this moment, by the other connection.
    bool m_giveUpTrash = false; ///< The disk was full: the trash goes first.
    bool m_commandsSinceUpkeep = false;
    bool m_upkeepRests = false; ///< Commands come first for as long as the timer runs.
    QTimer m_upkeepTimer;
    QTimer m_reopenTimer;
};

} // namespace Signalbox
