// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"
#include "client/callrecord.h"
#include "client/endpoint.h"
#include "client/topictypes.h"
#include "core/result.h"

#include <QFuture>
#include <QObject>

#include <chrono>
#include <memory>

namespace Signalbox {

class ApiTransport;
class CallGate;

/// What a Signalbox broker offers beyond MNS, over its admin API (/signalbox/v1). Lives in the
/// thread that made it; calls never block and complete in that thread's event loop, each within a
/// time-out. Errors, time-outs and cancelling are those of MnsClient. On an endpoint without an
/// admin API, such as the cloud, every call fails with NotFound: status() is the probe.
class AdminClient : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AdminClient)

public:
    explicit AdminClient(const Endpoint &endpoint, QObject *parent = nullptr);
    ~AdminClient() override;

    [[nodiscard]] const Endpoint &endpoint() const;
    /// How long a call may take, 10 s unless set.
    void setTimeout(std::chrono::milliseconds timeout);
    /// Every call passes \a gate, which lives longer; null: all go out. One that it keeps back
    /// fails with Cancelled.
    void setGate(CallGate *gate);
    [[nodiscard]] CallGate *gate() const;
    /// Calls that have not ended yet.
    [[nodiscard]] qsizetype callsUnderWay() const;

    // --- Broker ---

    /// Errors: NotFound when the endpoint offers no admin API.
    [[nodiscard]] QFuture<Result<Admin::Status>> status();
    /// The last \a span (1 s to 1 h), one sample a second.
    [[nodiscard]] QFuture<Result<Admin::BrokerHistory>> metrics(std::chrono::seconds span);
    /// The newest of the requests kept whose id is above \a after and below \a before (0: all), 1
    /// to 1000 of them.
    [[nodiscard]] QFuture<Result<Admin::RequestLog>>
    requests(qint64 after = 0, int limit = 100, bool refusedOnly = false, qint64 before = 0);

    // --- Queues ---

    /// The queues that changed after \a cursor (empty: all of them), at most \a limit (1 to 1000).
    [[nodiscard]] QFuture<Result<Admin::QueueChanges>> changedQueues(const QString &cursor = {},
                                                                     int limit = 1000);
    /// Errors: QueueNotExist.
    [[nodiscard]] QFuture<Result<Admin::QueueRow>> queue(const QString &queue);
    /// Errors: QueueNotExist.
    [[nodiscard]] QFuture<Result<Admin::QueueHistory>> queueMetrics(const QString &queue);
    /// Errors: QueueNotExist.
    [[nodiscard]] QFuture<Result<Admin::ReceiverList>> receivers(const QString &queue);
    /// Moves the queue and its messages to the trash. Errors: QueueNotExist.
    [[nodiscard]] QFuture<Result<Admin::TrashEntry>> deleteQueue(const QString &queue);
    /// Moves all messages of the queue to the trash. Errors: QueueNotExist.
    [[nodiscard]] QFuture<Result<Admin::TrashEntry>> purgeQueue(const QString &queue);

    // --- Messages ---

    /// Errors: QueueNotExist, InvalidArgument.
    [[nodiscard]] QFuture<Result<Admin::BrowsePage>> browse(const QString &queue,
                                                            const Admin::BrowseQuery &query = {});
    /// Errors: QueueNotExist, MessageNotExist, InvalidArgument (not a message id).
    [[nodiscard]] QFuture<Result<Admin::Message>> message(const QString &queue,
                                                          const QByteArray &messageId);
    /// Those of \a messageIds (1 to 1000) that are in the queue, in their order and without bodies.
    /// Errors: QueueNotExist, InvalidArgument.
    [[nodiscard]] QFuture<Result<Admin::BrowsePage>> messages(const QString &queue,
                                                              const QList<QByteArray> &messageIds);
    /// Moves one message, in whatever state, to the trash. Errors as message().
    [[nodiscard]] QFuture<Result<Admin::TrashEntry>> deleteMessage(const QString &queue,
                                                                   const QByteArray &messageId);
    /// Moves messages, in whatever state, to the trash as one entry. Errors as message().
    [[nodiscard]] QFuture<Result<Admin::TrashEntry>>
    deleteMessages(const QString &queue, const QList<QByteArray> &messageIds);

    /// Moves messages (1 to 1000) to the queue \a to, except those in flight. Errors: as message(),
    /// InvalidArgument (to itself).
    [[nodiscard]] QFuture<Result<Admin::MovedMessages>>
    moveMessages(const QString &queue, const QList<QByteArray> &messageIds, const QString &to);
    /// Tries at once what waits for its next try at a subscription; gives how many messages.
    QFuture<Result<int>> retryNow(const QString &topic, const QString &subscription);
    /// Moves dead letters of \a queue back to where they were, or all to \a to where that is not
    /// empty: those named, or a step of all, from \a cursor on.
    QFuture<Result<Admin::Redriven>> redrive(const QString &queue,
                                             const QList<QByteArray> &messageIds, const QString &to,
                                             const QString &cursor = {});
    /// Takes what one step moved, by its new ids, back to the dead-letter queue \a queue.
    QFuture<Result<Admin::MovedMessages>>
    undoRedrive(const QString &queue, const QByteArray &firstId, const QByteArray &lastId);

    // --- Topics ---

    /// The topics that changed since \a cursor, with their subscriptions; all without one.
    [[nodiscard]] QFuture<Result<Admin::TopicChanges>> changedTopics(const QString &cursor = {});
    /// Errors: TopicNotExist.
    [[nodiscard]] QFuture<Result<Admin::Topic>> topic(const QString &topic);
    /// The last minute and hour. Errors: TopicNotExist.
    [[nodiscard]] QFuture<Result<Admin::TopicHistory>> topicMetrics(const QString &topic);
    /// Moves the topic to the trash, with its subscriptions and what waits. Errors: TopicNotExist.
    [[nodiscard]] QFuture<Result<Admin::TrashEntry>> deleteTopic(const QString &topic);
    /// Moves a subscription to the trash, with what waits for it. Errors: TopicNotExist,
    /// SubscriptionNotExist.
    [[nodiscard]] QFuture<Result<Admin::TrashEntry>> unsubscribe(const QString &topic,
                                                                 const QString &subscription);
    /// While paused, what is published waits. Errors: TopicNotExist, SubscriptionNotExist.
    [[nodiscard]] QFuture<Result<void>> setPaused(const QString &topic, const QString &subscription,
                                                  bool paused);
    /// The newest of the attempts that are kept.
    [[nodiscard]] QFuture<Result<Admin::AttemptPage>>
    attempts(const Admin::AttemptQuery &query = {});
    /// Pushes the message of an attempt once more, to \a endpoint or, where that is empty, to where
    /// it went. Failing is an answer too. Errors: NotFound (the attempt is not kept any more),
    /// InvalidArgument (it did not go over HTTP), EndpointInvalid.
    [[nodiscard]] QFuture<Result<Admin::Attempt>> sendAttemptAgain(qint64 number,
                                                                   const QString &endpoint = {});
    /// PEM; receivers check pushes with it.
    [[nodiscard]] QFuture<Result<QByteArray>> pushCertificate();
    /// Pushes a signed test message to an HTTP endpoint. Errors: EndpointInvalid.
    [[nodiscard]] QFuture<Result<Admin::Attempt>> testPush(const QString &endpoint,
                                                           NotifyContentFormat format);
    /// What went to mail addresses, phone numbers and other places outside; newest first.
    [[nodiscard]] QFuture<Result<Admin::BrowsePage>> outbox(const Admin::BrowseQuery &query = {});
    /// Errors: MessageNotExist (none of them is there).
    [[nodiscard]] QFuture<Result<Admin::TrashEntry>>
    deleteFromOutbox(const QList<QByteArray> &messageIds);
    /// Sends a mail or SMS over the broker's relay or gateway. Failing is an answer too. Errors:
    /// MessageNotExist, InvalidArgument (neither mail nor SMS), Conflict (no relay or gateway).
    [[nodiscard]] QFuture<Result<Admin::Attempt>> sendFromOutbox(const QByteArray &messageId);

    // --- Trash ---

    [[nodiscard]] QFuture<Result<QList<Admin::TrashEntry>>> trash();
    /// Brings an entry back. A queue, topic or subscription whose name is in use by now needs
    /// \a newName. Errors: NotFound, Conflict (the name is in use, or the topic of a subscription
    /// is not there).
    [[nodiscard]] QFuture<Result<Admin::Restored>> restore(qint64 entry,
                                                           const QString &newName = {});
    /// Ends the moving back of an entry; gives what is left of it in the trash. Errors: NotFound
    /// when none of it is moving (any more).
    [[nodiscard]] QFuture<Result<Admin::TrashEntry>> stopRestore(qint64 entry);
    /// Gives up one entry for good; gives the number of entries removed. Errors: NotFound.
    [[nodiscard]] QFuture<Result<int>> deleteTrashEntry(qint64 entry);
    /// Gives up all entries for good; gives their number.
    [[nodiscard]] QFuture<Result<int>> emptyTrash();

    // --- Clock ---

    [[nodiscard]] QFuture<Result<Admin::ClockState>> clock();
    [[nodiscard]] QFuture<Result<Admin::ClockState>> freezeClock();
    /// Runs on from where the clock stands.
    [[nodiscard]] QFuture<Result<Admin::ClockState>> runClock();
    /// Errors: InvalidArgument when \a by is negative.
    [[nodiscard]] QFuture<Result<Admin::ClockState>> advanceClock(std::chrono::milliseconds by);

signals:
    /// After every call that was not cancelled, before its future finishes.
    void called(const Signalbox::CallRecord &record);

private:
    std::unique_ptr<ApiTransport> m_transport;
};

} // namespace Signalbox
