// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "store/sqlitedialect.h"
#include "support/dialectscript.h"

namespace Signalbox {

/// SQLite on a disk that fails when the script says so. Only a connection opened for writing
/// follows the script: pages are read from a healthy one.
class FaultyDialect final : public SqlDialect
{
public:
    /// \a script is shared: the test holds it longer than the store holds the dialect, or not.
    explicit FaultyDialect(std::shared_ptr<DialectScript> script)
        : m_script(std::move(script))
        , m_sql(std::make_unique<SqliteDialect>())
    {
    }

    Result<void> open(const QString &directory, Durability durability, Access access) override
    {
        m_failure.reset();
        m_followsScript = access == Access::ReadWrite;
        if (m_followsScript && m_script->admit("open").fails)
            return Error{ErrorCode::InternalError, QStringLiteral("The script refused to open.")};
        return m_sql->open(directory, durability, access);
    }
    void close() override
    {
        m_failure.reset();
        if (m_followsScript)
            m_script->admit("close");
        m_sql->close();
    }
    const std::optional<Failure> &failure() const override
    {
        return m_failure ? m_failure : m_sql->failure();
    }

    void begin() override
    {
        m_failure.reset();
        run("begin", [&] { m_sql->begin(); });
    }
    bool commit() override
    {
        return run("commit", [&] { return m_sql->commit(); }) && !m_failure;
    }
    void rollback() override
    {
        if (m_followsScript)
            m_script->admit("rollback");
        m_sql->rollback();
    }

    QHash<QString, QString> values() override
    {
        return run("values", [&] { return m_sql->values(); });
    }
    void setValue(const QString &key, const QString &value) override
    {
        return run("setValue", [&] { return m_sql->setValue(key, value); });
    }
    std::vector<QueueRow> queues() override
    {
        return run("queues", [&] { return m_sql->queues(); });
    }
    void insertQueue(const QueueRow &queue) override
    {
        return run("insertQueue", [&] { return m_sql->insertQueue(queue); });
    }
    void setQueueSettings(QueueId queue, const QueueSettings &settings,
                          qint64 modifiedAtMs) override
    {
        return run("setQueueSettings",
                   [&] { return m_sql->setQueueSettings(queue, settings, modifiedAtMs); });
    }
    void setQueueName(QueueId queue, const QString &name) override
    {
        return run("setQueueName", [&] { return m_sql->setQueueName(queue, name); });
    }
    void setQueueCounts(QueueId queue, const QueueCounts &counts, qint64 bodyBytes) override
    {
        return run("setQueueCounts",
                   [&] { return m_sql->setQueueCounts(queue, counts, bodyBytes); });
    }
    void removeQueue(QueueId queue) override
    {
        return run("removeQueue", [&] { return m_sql->removeQueue(queue); });
    }
    std::vector<TopicRow> topics() override
    {
        return run("topics", [&] { return m_sql->topics(); });
    }
    void insertTopic(const TopicRow &topic) override
    {
        return run("insertTopic", [&] { return m_sql->insertTopic(topic); });
    }
    void updateTopic(const TopicRow &topic) override
    {
        return run("updateTopic", [&] { return m_sql->updateTopic(topic); });
    }
    void removeTopic(TopicId topic) override
    {
        return run("removeTopic", [&] { return m_sql->removeTopic(topic); });
    }
    std::vector<SubscriptionRow> subscriptions() override
    {
        return run("subscriptions", [&] { return m_sql->subscriptions(); });
    }
    void insertSubscription(const SubscriptionRow &subscription) override
    {
        return run("insertSubscription", [&] { return m_sql->insertSubscription(subscription); });
    }
    void updateSubscription(const SubscriptionRow &subscription) override
    {
        return run("updateSubscription", [&] { return m_sql->updateSubscription(subscription); });
    }
    void removeSubscription(SubscriptionId subscription) override
    {
        return run("removeSubscription", [&] { return m_sql->removeSubscription(subscription); });
    }
    BodyId shareBody(const QByteArray &body, int messages) override
    {
        return run("shareBody", [&] { return m_sql->shareBody(body, messages); });
    }
    void insertMessage(MessageSequence sequence, QueueId queue, const NewMessage &message,
                       MessageState state, qint64 enqueuedAtMs, qint64 visibleAtMs) override
    {
        return run("insertMessage", [&] {
            return m_sql->insertMessage(sequence, queue, message, state, enqueuedAtMs, visibleAtMs);
        });
    }
    std::vector<MessageRow> ready(QueueId queue, int limit) override
    {
        return run("ready", [&] { return m_sql->ready(queue, limit); });
    }
    std::vector<MessageRow> readyBehind(QueueId queue, int priority, MessageSequence after,
                                        int limit) override
    {
        return run("readyBehind",
                   [&] { return m_sql->readyBehind(queue, priority, after, limit); });
    }
    void lease(std::vector<MessageRow> &messages, const Lease &lease) override
    {
        return run("lease", [&] { return m_sql->lease(messages, lease); });
    }
    std::optional<MessageStatus> status(MessageSequence sequence) override
    {
        return run("status", [&] { return m_sql->status(sequence); });
    }
    std::vector<Removal> removeHeld(QueueId queue, const std::vector<MessageKey> &keys,
                                    qint64 nowMs) override
    {
        return run("removeHeld", [&] { return m_sql->removeHeld(queue, keys, nowMs); });
    }
    void removeMessage(MessageSequence sequence) override
    {
        return run("removeMessage", [&] { return m_sql->removeMessage(sequence); });
    }
    void setVisibility(MessageKey key, MessageState state, qint64 visibleAtMs) override
    {
        return run("setVisibility", [&] { return m_sql->setVisibility(key, state, visibleAtMs); });
    }
    void unreceive(MessageSequence sequence) override
    {
        return run("unreceive", [&] { return m_sql->unreceive(sequence); });
    }
    Promotion promoteDue(QueueId queue, MessageState from, qint64 nowMs, int limit) override
    {
        return run("promoteDue", [&] { return m_sql->promoteDue(queue, from, nowMs, limit); });
    }
    qint64 nextDue(QueueId queue) override
    {
        return run("nextDue", [&] { return m_sql->nextDue(queue); });
    }
    std::optional<qint64> oldest(QueueId queue) override
    {
        return run("oldest", [&] { return m_sql->oldest(queue); });
    }
    MessageSequence lastEnqueuedBy(QueueId queue, qint64 timeMs) override
    {
        return run("lastEnqueuedBy", [&] { return m_sql->lastEnqueuedBy(queue, timeMs); });
    }
    quint32 readyPriorities(QueueId queue) override
    {
        return run("readyPriorities", [&] { return m_sql->readyPriorities(queue); });
    }
    Tally removeEnqueuedBy(QueueId queue, qint64 timeMs, int limit) override
    {
        return run("removeEnqueuedBy",
                   [&] { return m_sql->removeEnqueuedBy(queue, timeMs, limit); });
    }
    Tally moveMessages(QueueId from, QueueId to, int limit) override
    {
        return run("moveMessages", [&] { return m_sql->moveMessages(from, to, limit); });
    }
    Tally moveMessage(MessageSequence sequence, QueueId from, QueueId to) override
    {
        return run("moveMessage", [&] { return m_sql->moveMessage(sequence, from, to); });
    }
    void rewrite(MessageSequence sequence, const MessageRow &message) override
    {
        run("rewrite", [&] { m_sql->rewrite(sequence, message); });
    }
    std::optional<GroupMember> groupHead(QueueId queue, const QString &group) override
    {
        return run("groupHead", [&] { return m_sql->groupHead(queue, group); });
    }
    std::vector<GroupMember> unblocked(QueueId queue, const QString &group) override
    {
        return run("unblocked", [&] { return m_sql->unblocked(queue, group); });
    }
    std::vector<MessageRow> blockedBehind(QueueId queue, const QString &group,
                                          MessageSequence after, int limit) override
    {
        return run("blockedBehind",
                   [&] { return m_sql->blockedBehind(queue, group, after, limit); });
    }
    void setState(MessageSequence sequence, MessageState state) override
    {
        run("setState", [&] { m_sql->setState(sequence, state); });
    }
    void giveGroup(MessageSequence sequence) override
    {
        run("giveGroup", [&] { m_sql->giveGroup(sequence); });
    }
    qint64 newestEnqueued() override
    {
        return run("newestEnqueued", [&] { return m_sql->newestEnqueued(); });
    }
    std::vector<TrashRow> trash() override
    {
        return run("trash", [&] { return m_sql->trash(); });
    }
    qint64 insertTrash(const TrashRow &row) override
    {
        return run("insertTrash", [&] { return m_sql->insertTrash(row); });
    }
    void updateTrash(const TrashRow &row) override
    {
        return run("updateTrash", [&] { return m_sql->updateTrash(row); });
    }
    void removeTrash(qint64 id) override
    {
        return run("removeTrash", [&] { return m_sql->removeTrash(id); });
    }
    bool logIsLong() override { return m_sql->logIsLong(); }
    void copyLog() override { m_sql->copyLog(); }
    void restartLog() override
    {
        return run("restartLog", [&] { return m_sql->restartLog(); });
    }
    void reclaimSpace() override
    {
        return run("reclaimSpace", [&] { return m_sql->reclaimSpace(); });
    }
    BrowsePage browse(const BrowseQuery &query, const QDeadlineTimer &deadline) override
    {
        return run("browse", [&] { return m_sql->browse(query, deadline); });
    }
    std::optional<MessageRow> message(QueueId queue, MessageSequence sequence,
                                      bool withBody) override
    {
        return run("message", [&] { return m_sql->message(queue, sequence, withBody); });
    }
    std::vector<Holding> holders(QueueId queue, int limit) override
    {
        return run("holders", [&] { return m_sql->holders(queue, limit); });
    }
    qint64 oldestReady(QueueId queue) override
    {
        return run("oldestReady", [&] { return m_sql->oldestReady(queue); });
    }

private:
    template <typename Call>
    auto run(const char *name, Call call) -> decltype(call())
    {
        using Value = decltype(call());
        if (!m_followsScript)
            return call();
        if (failure())
            return Value();
        const DialectScript::Verdict verdict = m_script->admit(name);
        if (!verdict.fails)
            return call();
        if (verdict.fault == DialectScript::Fault::DoAndReport)
            static_cast<void>(call());
        m_failure = Failure{QStringLiteral("%1 failed by the script").arg(QLatin1String(name)),
                            verdict.outOfSpace};
        return Value();
    }

    const std::shared_ptr<DialectScript> m_script;
    const std::unique_ptr<SqlDialect> m_sql;
    std::optional<Failure> m_failure;
    bool m_followsScript = false;
};

} // namespace Signalbox
