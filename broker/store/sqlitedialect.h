// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "store/sqldialect.h"

#include <QSqlDatabase>

#include <functional>

class QSqlQuery;

namespace Signalbox {

class SqliteStatement;
struct SqliteStatements;
struct StatementForMessages;

/// The store on one SQLite file in write-ahead-log mode, through Qt SQL.
class SqliteDialect final : public SqlDialect
{
public:
    struct Options
    {
        /// Bodies up to this size stand in the message's row, larger ones in a table of their own,
        /// where moving a message from state to state does not rewrite them. Measured:
        /// docs/decisions/0006-bodies.md.
        int inlineBodyBytes = 2048;
        /// Of a new file; one that is there keeps its own. Measured:
        /// docs/decisions/0012-pages-and-batches.md.
        int pageBytes = 8192;
        /// The write-ahead log is copied after so many changed rows; with bodies of 1 KiB some six
        /// rows share a page.
        qint64 longLogRows = 8000;
        /// The log is long, whatever the rows, and its file is truncated beyond this.
        qint64 maxLogBytes = qint64(64) << 20;
    };

    SqliteDialect()
        : SqliteDialect(Options{})
    {
    }
    explicit SqliteDialect(Options options);
    ~SqliteDialect() override;

    static constexpr auto kFileName = "signalbox.sqlite";

    Result<void> open(const QString &directory, Durability durability, Access access) override;
    void close() override;
    const std::optional<Failure> &failure() const override { return m_failure; }

    void begin() override;
    bool commit() override;
    void rollback() override;

    QHash<QString, QString> values() override;
    void setValue(const QString &key, const QString &value) override;

    std::vector<QueueRow> queues() override;
    void insertQueue(const QueueRow &queue) override;
    void setQueueSettings(QueueId queue, const QueueSettings &settings,
                          qint64 modifiedAtMs) override;
    void setQueueName(QueueId queue, const QString &name) override;
    void setQueueCounts(QueueId queue, const QueueCounts &counts, qint64 bodyBytes) override;
    void removeQueue(QueueId queue) override;

    std::vector<TopicRow> topics() override;
    void insertTopic(const TopicRow &topic) override;
    void updateTopic(const TopicRow &topic) override;
    void removeTopic(TopicId topic) override;
    std::vector<SubscriptionRow> subscriptions() override;
    void insertSubscription(const SubscriptionRow &subscription) override;
    void updateSubscription(const SubscriptionRow &subscription) override;
    void removeSubscription(SubscriptionId subscription) override;

    BodyId shareBody(const QByteArray &body, int messages) override;
    void insertMessage(MessageSequence sequence, QueueId queue, const NewMessage &message,
                       MessageState state, qint64 enqueuedAtMs, qint64 visibleAtMs) override;
    std::vector<MessageRow> ready(QueueId queue, int limit) override;
    std::vector<MessageRow> readyBehind(QueueId queue, int priority, MessageSequence after,
                                        int limit) override;
    void lease(std::vector<MessageRow> &messages, const Lease &lease) override;
    std::optional<MessageStatus> status(MessageSequence sequence) override;
    std::vector<Removal> removeHeld(QueueId queue, const std::vector<MessageKey> &keys,
                                    qint64 nowMs) override;
    void removeMessage(MessageSequence sequence) override;
    void setVisibility(MessageKey key, MessageState state, qint64 visibleAtMs) override;
    void unreceive(MessageSequence sequence) override;
    Promotion promoteDue(QueueId queue, MessageState from, qint64 nowMs, int limit) override;
    qint64 nextDue(QueueId queue) override;
    std::optional<qint64> oldest(QueueId queue) override;
    MessageSequence lastEnqueuedBy(QueueId queue, qint64 timeMs) override;
    quint32 readyPriorities(QueueId queue) override;
    Tally removeEnqueuedBy(QueueId queue, qint64 timeMs, int limit) override;
    Tally moveMessages(QueueId from, QueueId to, int limit) override;
    Tally moveMessage(MessageSequence sequence, QueueId from, QueueId to) override;
    void rewrite(MessageSequence sequence, const MessageRow &message) override;
    qint64 newestEnqueued() override;

    std::optional<GroupMember> groupHead(QueueId queue, const QString &group) override;
    std::vector<GroupMember> unblocked(QueueId queue, const QString &group) override;
    std::vector<MessageRow> blockedBehind(QueueId queue, const QString &group,
                                          MessageSequence after, int limit) override;
    void setState(MessageSequence sequence, MessageState state) override;
    void giveGroup(MessageSequence sequence) override;

    std::vector<TrashRow> trash() override;
    qint64 insertTrash(const TrashRow &row) override;
    void updateTrash(const TrashRow &row) override;
    void removeTrash(qint64 id) override;

    bool logIsLong() override;
    void copyLog() override;
    void restartLog() override;
    void reclaimSpace() override;

    BrowsePage browse(const BrowseQuery &query, const QDeadlineTimer &deadline) override;
    std::optional<MessageRow> message(QueueId queue, MessageSequence sequence,
                                      bool withBody) override;
    qint64 oldestReady(QueueId queue) override;
    std::vector<Holding> holders(QueueId queue, int limit) override;

private:
    using RowReader = std::function<bool(const QSqlQuery &)>;

    template <typename... Values>
    int run(SqliteStatement &statement, const RowReader &readRow, Values &&...values);
    /// Runs a statement for the messages given, none, one or several, which are its last value.
    template <typename... Values>
    void runFor(const std::vector<MessageSequence> &messages, StatementForMessages &statement,
                const RowReader &readRow, Values &&...values);
    void fail(const class QSqlError &error);
    [[nodiscard]] qint64 rowsChanged();
    [[nodiscard]] bool logFileIsLarge() const;
    Result<void> configure(Durability durability, Access access);
    Result<void> migrate();

    /// A message's status and where its body is: 0 in the row itself.
    struct Found
    {
        MessageStatus status;
        qint64 bodyId = 0;
    };
    [[nodiscard]] QHash<MessageSequence, Found> find(const std::vector<MessageSequence> &messages);
    /// Deletes those messages, which were found, with what they had of \a bodies.
    void remove(const std::vector<MessageSequence> &messages, const std::vector<qint64> &bodies);

    MessageRow readMessage(const QSqlQuery &row);
    void fillBody(MessageRow &message, qint64 bodyId);
    /// Reads messages, then the bodies that stand apart (no statement runs inside another).
    std::vector<MessageRow> completed(std::vector<MessageRow> rows);
    void releaseBodies(const std::vector<qint64> &bodyIds);

    const Options m_options;
    const QString m_connectionName;
    QString m_filePath;
    QSqlDatabase m_database;
    std::unique_ptr<SqliteStatements> m_statements;
    std::optional<Failure> m_failure;
    std::vector<qint64>
        m_pendingBodies; ///< Body ids of the rows just read, 0 for bodies that were in the row.
    bool m_inTransaction = false;
    qint64 m_rowsBeforeLog = 0; ///< Rows this connection had changed when the log began.
};

} // namespace Signalbox
