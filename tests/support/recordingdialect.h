// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "support/dialectscript.h"

namespace Signalbox {

/// A database that keeps nothing: it records its calls in a script, fails where that says so, and
/// gives back what an empty database would. Shows what SqlDialect asks of an implementation.
class RecordingDialect final : public SqlDialect
{
public:
    /// \a script is shared: the test holds it longer than the store holds the dialect, or not.
    explicit RecordingDialect(std::shared_ptr<DialectScript> script)
        : m_script(std::move(script))
    {
    }

    Result<void> open(const QString &, Durability, Access access) override
    {
        m_failure.reset();
        m_records = access == Access::ReadWrite;
        note("open");
        if (m_failure)
            return Error{ErrorCode::InternalError, m_failure->text};
        return {};
    }
    void close() override
    {
        m_failure.reset();
        note("close");
    }
    const std::optional<Failure> &failure() const override { return m_failure; }

    void begin() override
    {
        m_failure.reset();
        note("begin");
    }
    bool commit() override
    {
        note("commit");
        return !m_failure;
    }
    void rollback() override
    {
        if (m_records)
            m_script->admit("rollback");
    }

    QHash<QString, QString> values() override
    {
        note("values");
        return {};
    }
    void setValue(const QString &, const QString &) override { note("setValue"); }
    std::vector<QueueRow> queues() override
    {
        note("queues");
        return {};
    }
    void insertQueue(const QueueRow &) override { note("insertQueue"); }
    void setQueueSettings(QueueId, const QueueSettings &, qint64) override
    {
        note("setQueueSettings");
    }
    void setQueueName(QueueId, const QString &) override { note("setQueueName"); }
    void setQueueCounts(QueueId, const QueueCounts &, qint64) override { note("setQueueCounts"); }
    void removeQueue(QueueId) override { note("removeQueue"); }
    std::vector<TopicRow> topics() override
    {
        note("topics");
        return {};
    }
    void insertTopic(const TopicRow &) override { note("insertTopic"); }
    void updateTopic(const TopicRow &) override { note("updateTopic"); }
    void removeTopic(TopicId) override { note("removeTopic"); }
    std::vector<SubscriptionRow> subscriptions() override
    {
        note("subscriptions");
        return {};
    }
    void insertSubscription(const SubscriptionRow &) override { note("insertSubscription"); }
    void updateSubscription(const SubscriptionRow &) override { note("updateSubscription"); }
    void removeSubscription(SubscriptionId) override { note("removeSubscription"); }
    BodyId shareBody(const QByteArray &, int) override
    {
        note("shareBody");
        return 1;
    }
    void insertMessage(MessageSequence, QueueId, const NewMessage &, MessageState, qint64,
                       qint64) override
    {
        note("insertMessage");
    }
    std::vector<MessageRow> ready(QueueId, int) override
    {
        note("ready");
        return {};
    }
    std::vector<MessageRow> readyBehind(QueueId, int, MessageSequence, int) override
    {
        note("readyBehind");
        return {};
    }
    void lease(std::vector<MessageRow> &, const Lease &) override { note("lease"); }
    std::optional<MessageStatus> status(MessageSequence) override
    {
        note("status");
        return {};
    }
    std::vector<Removal> removeHeld(QueueId, const std::vector<MessageKey> &keys, qint64) override
    {
        note("removeHeld");
        return std::vector<Removal>(keys.size());
    }
    void removeMessage(MessageSequence) override { note("removeMessage"); }
    void setVisibility(MessageKey, MessageState, qint64) override { note("setVisibility"); }
    void unreceive(MessageSequence) override { note("unreceive"); }
    Promotion promoteDue(QueueId, MessageState, qint64, int) override
    {
        note("promoteDue");
        return {};
    }
    qint64 nextDue(QueueId) override
    {
        note("nextDue");
        return kNever;
    }
    std::optional<qint64> oldest(QueueId) override
    {
        note("oldest");
        return {};
    }
    MessageSequence lastEnqueuedBy(QueueId, qint64) override
    {
        note("lastEnqueuedBy");
        return {};
    }
    quint32 readyPriorities(QueueId) override
    {
        note("readyPriorities");
        return {};
    }
    Tally removeEnqueuedBy(QueueId, qint64, int) override
    {
        note("removeEnqueuedBy");
        return {};
    }
    Tally moveMessages(QueueId, QueueId, int) override
    {
        note("moveMessages");
        return {};
    }
    Tally moveMessage(MessageSequence, QueueId, QueueId) override
    {
        note("moveMessage");
        return {};
    }
    void rewrite(MessageSequence, const MessageRow &) override { note("rewrite"); }
    std::optional<GroupMember> groupHead(QueueId, const QString &) override
    {
        note("groupHead");
        return {};
    }
    std::vector<GroupMember> unblocked(QueueId, const QString &) override
    {
        note("unblocked");
        return {};
    }
    std::vector<MessageRow> blockedBehind(QueueId, const QString &, MessageSequence, int) override
    {
        note("blockedBehind");
        return {};
    }
    void setState(MessageSequence, MessageState) override { note("setState"); }
    void giveGroup(MessageSequence) override { note("giveGroup"); }
    qint64 newestEnqueued() override
    {
        note("newestEnqueued");
        return {};
    }
    std::vector<TrashRow> trash() override
    {
        note("trash");
        return {};
    }
    qint64 insertTrash(const TrashRow &) override
    {
        note("insertTrash");
        return {};
    }
    void updateTrash(const TrashRow &) override { note("updateTrash"); }
    void removeTrash(qint64) override { note("removeTrash"); }
    bool logIsLong() override { return false; }
    void copyLog() override { note("copyLog"); }
    void restartLog() override { note("restartLog"); }
    void reclaimSpace() override { note("reclaimSpace"); }
    BrowsePage browse(const BrowseQuery &, const QDeadlineTimer &) override
    {
        note("browse");
        return {};
    }
    std::optional<MessageRow> message(QueueId, MessageSequence, bool) override
    {
        note("message");
        return {};
    }
    std::vector<Holding> holders(QueueId, int) override
    {
        note("holders");
        return {};
    }
    qint64 oldestReady(QueueId) override
    {
        note("oldestReady");
        return {};
    }

private:
    void note(const char *call)
    {
        if (!m_records || m_failure)
            return;
        if (const DialectScript::Verdict verdict = m_script->admit(call); verdict.fails)
            m_failure = Failure{QStringLiteral("%1 failed by the script").arg(QLatin1String(call)),
                                verdict.outOfSpace};
    }

    const std::shared_ptr<DialectScript> m_script;
    std::optional<Failure> m_failure;
    bool m_records = false;
};

} // namespace Signalbox
