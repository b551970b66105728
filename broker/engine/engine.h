// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/caller.h"
#include "core/result.h"
#include "engine/callbudget.h"
#include "engine/queueregistry.h"
#include "engine/receipthandle.h"
#include "engine/waiters.h"
#include "store/store.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace Signalbox {

class BrokerMetrics;
struct ReceiverId;

/// Quotas that only protect the cloud; 0 switches one off.
struct EngineQuotas
{
    int maxQueuesPerAccount = 0; ///< Beyond: QueueNumExceededLimit.
    int maxCallsPerSecond =
        0; ///< Per account; a batch counts per message. Beyond: QpsLimitExceeded.
    int maxConcurrentPolls = 0; ///< Per account. Beyond: QpsLimitExceeded.
};

/// One method per operation: validate, hand a command to the store, complete. Lives in the HTTP
/// thread, as everything that calls it; completions run once, in the same thread, at times before
/// the method returns. A queue is named by (caller.account, name). Errors of every call:
/// InternalError while the store refuses writes.
/// The store is closed before the engine goes: its last completions run here.
class Engine : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Engine)

public:
    Engine(Store &store, BrokerClock &clock, BrokerMetrics &metrics, EngineQuotas quotas,
           QObject *parent = nullptr);
    ~Engine() override;

    // --- Queues: api.md calls them by the same names
    // ------------------------------------------------------------------
    enum class Created { New, AlreadyThere };
    /// Errors: QueueNameLengthError, InvalidQueueName, InvalidArgument, QueueAlreadyExist (other
    /// attributes), QueueNumExceededLimit.
    void createQueue(const Caller &caller, const QString &name,
                     const QueueSettingsPatch &attributes, Done<Created> done);
    /// Present attributes change, the others stay. Errors: InvalidArgument, QueueNotExist.
    void setQueueAttributes(const Caller &caller, const QString &name,
                            const QueueSettingsPatch &attributes, Done<void> done);
    /// Errors: QueueNotExist.
    void queueAttributes(const Caller &caller, const QString &name, Done<QueueAttributes> done);
    /// Deletes to the trash; an absent queue is no error and gives no entry.
    void deleteQueue(const Caller &caller, const QString &name,
                     Done<std::optional<TrashEntry>> done);

    struct QueueList
    {
        std::vector<QueueAttributes> queues; ///< By name, ascending.
        QByteArray nextMarker; ///< Empty on the last page; printable ASCII without spaces.
    };
    /// Errors: InvalidArgument (page size, marker).
    [[nodiscard]] Result<QueueList> listQueues(const Caller &caller, const ListPage &page);

    // --- Messages
    // -----------------------------------------------------------------------------------------------------
    /// All or none. Errors: QueueNotExist, InvalidArgument, MalformedXml.
    void send(const Caller &caller, const QString &queue, std::vector<OutgoingMessage> messages,
              Done<std::vector<SentMessage>> done);
    /// 1 to 16 messages, waiting up to \a wait (absent: the queue's PollingWaitSeconds) for the
    /// first. Errors: QueueNotExist, InvalidArgument, MessageNotExist when there is none.
    void receive(const Caller &caller, const QString &queue, int count,
                 std::optional<std::chrono::seconds> wait, Recipient recipient,
                 Done<std::vector<ReceivedMessage>> done);
    /// Errors: QueueNotExist, InvalidArgument, MessageNotExist.
    void peek(const Caller &caller, const QString &queue, int count,
              Done<std::vector<ReceivedMessage>> done);
    /// One handle. Errors: QueueNotExist, InvalidArgument (malformed), ReceiptHandleError,
    /// MessageNotExist.
    void deleteMessage(const Caller &caller, const QString &queue, const QByteArray &handle,
                       Done<void> done);
    /// 1 to 16 handles; gives those that failed, with ReceiptHandleError for malformed ones.
    /// Errors: QueueNotExist, InvalidArgument.
    void deleteMessages(const Caller &caller, const QString &queue,
                        const QList<QByteArray> &handles, Done<QList<FailedHandle>> done);
    /// 0 (visible now) to 43200 seconds from now. Errors: QueueNotExist, InvalidArgument,
    /// ReceiptHandleError, MessageNotExist.
    void changeVisibility(const Caller &caller, const QString &queue, const QByteArray &handle,
                          std::chrono::seconds timeout, Done<ChangedVisibility> done);

    // --- Account
    // ------------------------------------------------------------------------------------------------------
    [[nodiscard]] QString loggingBucket(const Caller &caller) const;
    void setLoggingBucket(const Caller &caller, const QString &bucket, Done<void> done);

    // --- What MNS lacks: the admin API's operations
    // ---------------------------------------------------------------------
    /// A queue with what a list of queues shows of it.
    struct QueueView
    {
        QueueId id = 0;
        QueueAttributes attributes;
        qint64 createdAtMs = 0;
        qint64 modifiedAtMs = 0;
        qint64 bodyBytes = 0;
        qint64 oldestReadyMs = 0; ///< Enqueue time; 0 when nothing is ready.
        qint64 nextDueMs = kNever;
        qint64 lastReceiveMs =
            0; ///< Broker time of the last receive that gave messages, 0 for none since the start.
        int waiters = 0; ///< Long polls that wait now.
    };
    struct ChangedQueues
    {
        std::vector<QueueView> queues; ///< By name, ascending.
        QStringList removed; ///< Names that went since the cursor; empty on a first call.
        quint64 cursor = 0; ///< For the next call.
        bool reset = false; ///< The queues given are all there are: forget every other. On a first
                            ///< or too old cursor.
        bool complete = true; ///< False: call again with the cursor for the rest.
    };
    /// The queues whose row changed after \a since (0: all), at most \a limit. A cursor of an
    /// earlier run gives all again.
    void changedQueues(const Caller &caller, quint64 since, int limit, Done<ChangedQueues> done);
    void queueView(const Caller &caller, const QString &queue, Done<QueueView> done);

    /// A client that receives from a queue, seen of late or holding messages now.
    struct ReceiverView
    {
        QString address;
        QString agent; ///< As its requests name it; empty when they do not.
        int holds = 0; ///< Messages in flight that it received.
        int waiters = 0; ///< Long polls of it that wait now.
        quint64 received = 0; ///< Messages, as the two below, since it was first seen.
        quint64 deleted = 0;
        quint64 extended = 0;
        quint64 expired = 0; ///< Leases it let run out.
        double receivedPerS = 0;
        double deletedPerS = 0;
        std::optional<qint64> lastSeenMs; ///< System time; 0: just now. Absent: not of late.
    };
    struct Receivers
    {
        std::vector<ReceiverView> receivers; ///< The one seen last first.
        bool complete = true; ///< False: not all messages in flight were counted.
    };
    /// Errors: QueueNotExist.
    void receivers(const Caller &caller, const QString &queue, Done<Receivers> done);

    /// \a query.queue is filled in here. Errors: QueueNotExist, InvalidArgument.
    void browse(const Caller &caller, const QString &queue, BrowseQuery query,
                Done<BrowsePage> done);
    /// Errors: QueueNotExist, MessageNotExist, InvalidArgument (not a message id).
    void message(const Caller &caller, const QString &queue, const QByteArray &messageId,
                 Done<MessageRow> done);
    /// Those of \a messageIds that are in the queue, in their order, without bodies. Errors:
    /// QueueNotExist.
    void messages(const Caller &caller, const QString &queue, const QList<QByteArray> &messageIds,
                  Done<BrowsePage> done);
    [[nodiscard]] QByteArray messageId(MessageSequence sequence) const;
    /// Errors: MessageNotExist (no id of this broker's).
    [[nodiscard]] Result<MessageSequence> sequenceOf(const QByteArray &messageId) const;
    /// Errors: MessageNotExist, InvalidArgument (none; more than \a most).
    [[nodiscard]] Result<std::vector<MessageSequence>>
    sequencesOf(const QList<QByteArray> &messageIds, int most) const;

    void purgeQueue(const Caller &caller, const QString &queue, Done<TrashEntry> done);
    void trashMessages(const Caller &caller, const QString &queue,
                       const QList<QByteArray> &messageIds, Done<TrashEntry> done);
    /// Messages in flight stay. Errors: QueueNotExist (either queue), MessageNotExist,
    /// InvalidArgument (no message id; too many; to itself).
    void moveMessages(const Caller &caller, const QString &queue,
                      const QList<QByteArray> &messageIds, const QString &to,
                      Done<MovedMessages> done);

    /// What a redrive is to do, in the words of a caller.
    struct RedriveOrder
    {
        QList<QByteArray> messageIds; ///< Empty: all.
        std::optional<QString> target; ///< Absent: each to where it was.
        std::optional<BrowseCursor> after; ///< Of all: where the step before ended.
    };
    /// Moves dead letters back as messages that were never received, at most Limits::kMaxRedriven
    /// in one step. Errors: QueueNotExist (either queue), InvalidArgument (no message id; too many;
    /// to itself).
    void redrive(const Caller &caller, const QString &queue, const RedriveOrder &order,
                 Done<Redriven> done);
    /// Takes the messages from \a first to \a last, as one step of a redrive numbered them, back
    /// to the dead-letter queue. Errors: QueueNotExist, InvalidArgument.
    void undoRedrive(const Caller &caller, const QString &queue, const QByteArray &first,
                     const QByteArray &last, Done<MovedMessages> done);
    /// A queue came back from the trash.
    void takeBack(const QueueRow &queue);

    [[nodiscard]] const BrokerClock &clock() const { return m_clock; }
    void freezeClock(Done<void> done);
    void runClock(Done<void> done);
    /// Errors: InvalidArgument when \a by is negative or above 10 years.
    void advanceClock(std::chrono::milliseconds by, Done<void> done);

    struct Totals
    {
        int queues = 0;
        QueueCounts counts;
        qint64 bodyBytes = 0;
        int waiters = 0;
    };
    [[nodiscard]] Totals totals() const;
    [[nodiscard]] const StoreHealth &health() const { return m_store.health(); }

    /// Answers every waiting long poll with MessageNotExist; later ones do not wait. First step of
    /// a stop.
    void releaseWaiters();

    /// Takes a call that touches so many messages out of the account's quota. Errors:
    /// QpsLimitExceeded.
    [[nodiscard]] Result<void> admit(const Caller &caller, int messages);
    /// Nothing when there is no such queue.
    [[nodiscard]] std::optional<QueueSettings> settingsOf(const QString &account,
                                                          const QString &queue);
    /// Counts of one queue as of the last commit; nothing when it is gone.
    [[nodiscard]] std::optional<QueueCounts> counts(QueueId queue);
    /// Lets changedQueues() tell of queues whose rates moved without a commit.
    void markChanged(const std::vector<QueueId> &queues);

private:
    [[nodiscard]] Result<QueueRegistry::Queue *> find(const Caller &caller, const QString &name);
    [[nodiscard]] Result<void> checkCount(int count) const;
    [[nodiscard]] QueueView view(const QueueRegistry::Queue &queue) const;
    [[nodiscard]] ReceivedMessage received(const MessageRow &row, bool leased) const;
    /// What the settings of one queue ask of others. Errors: InvalidArgument.
    [[nodiscard]] Result<void> checkDeadLetters(const Caller &caller, const QString &queue,
                                                const QueueSettings &settings);
    /// What others ask of a queue that is to be \a name: that \a type is theirs, if their dead
    /// letters go there. Errors: InvalidArgument.
    [[nodiscard]] Result<void> checkTakesDeadLetters(const Caller &caller, const QString &name,
                                                     QueueType type) const;
    void countDeleted(const ReceiverId &receiver,
                      const std::vector<Result<DeletedMessage>> &deleted);
    [[nodiscard]] Receivers receiversOf(QueueId queue, const std::vector<Holding> &holders) const;

    void applyChanges(const std::vector<QueueChange> &changes);
    void wakeWaiters();
    /// Tries to serve \a waiter; what finds nothing waits (again) until its deadline.
    void claimFor(std::shared_ptr<Waiter> waiter);
    void handOver(const std::shared_ptr<Waiter> &waiter, const std::vector<MessageRow> &rows);
    /// Brings the counts of \a queue up to date where time alone has changed them, then calls \a
    /// then.
    void settled(QueueId queue, std::function<void(const Result<void> &)> then);

    Store &m_store;
    BrokerClock &m_clock;
    BrokerMetrics &m_metrics;
    const EngineQuotas m_quotas;
    QueueRegistry m_registry;
    ReceiptHandleCodec m_handles;
    Waiters m_waiters;
    CallBudget m_budget;
    std::vector<std::pair<QueueId, int>>
        m_toWake; ///< Queues of the group under way with messages made visible.
    quint64 m_lastTicket = 0;
    bool m_stopping = false;
};

} // namespace Signalbox
