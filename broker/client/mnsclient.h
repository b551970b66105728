// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/callrecord.h"
#include "client/endpoint.h"
#include "core/result.h"
#include "protocol/messagexml.h"
#include "protocol/queuexml.h"
#include "protocol/subscriptionxml.h"
#include "protocol/topicxml.h"

#include <QFuture>
#include <QObject>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace Signalbox {

class ApiTransport;
class CallGate;

/// The operations of one account on one MNS endpoint: Signalbox, or the cloud. Lives in the
/// thread that made it; calls never block and complete in that thread's event loop, each within a
/// time-out. Every call can also fail with NetworkFailure, Timeout, UnexpectedReply, AccessDenied
/// and the other errors of a refused signature. Cancelling the future a call returned aborts the
/// request: the future is then cancelled and holds no result, and the service may or may not have
/// acted. At most six requests are under way at once; further ones wait, within their time-out.
/// Source: MNS API reference (2015-06-06).
class MnsClient : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MnsClient)

public:
    explicit MnsClient(const Endpoint &endpoint, QObject *parent = nullptr);
    ~MnsClient() override;

    [[nodiscard]] const Endpoint &endpoint() const;

    /// How long a call may take, 10 s unless set. A long poll gets its waiting time and 5 s
    /// instead, where that is more.
    void setTimeout(std::chrono::milliseconds timeout);
    /// Every call passes \a gate, which lives longer; null: all go out. One that it keeps back
    /// fails with Cancelled.
    void setGate(CallGate *gate);
    [[nodiscard]] CallGate *gate() const;

    // --- Queues ---

    enum class Created { New, AlreadyThere };

    /// Absent attributes take their defaults. AlreadyThere: a queue of this name has exactly these
    /// attributes. Errors: QueueAlreadyExist (other attributes), InvalidQueueName,
    /// QueueNameLengthError, InvalidArgument.
    [[nodiscard]] QFuture<Result<Created>> createQueue(const QString &queue,
                                                       const QueueSettingsPatch &attributes = {});
    /// Changes what is present in \a attributes. Errors: QueueNotExist, InvalidArgument.
    [[nodiscard]] QFuture<Result<void>> setQueueAttributes(const QString &queue,
                                                           const QueueSettingsPatch &attributes);
    /// Errors: QueueNotExist.
    [[nodiscard]] QFuture<Result<QueueAttributes>> queueAttributes(const QString &queue);
    /// Deletes the queue and its messages. An absent queue is no error.
    [[nodiscard]] QFuture<Result<void>> deleteQueue(const QString &queue);

    /// One page, by name; only the names unless page.withMeta.
    /// Errors: InvalidArgument (page size or marker).
    [[nodiscard]] QFuture<Result<QueueList>> listQueues(const ListPage &page = {});

    // --- Messages ---

    /// Errors: QueueNotExist, InvalidArgument, MalformedXml.
    [[nodiscard]] QFuture<Result<SentMessage>> sendMessage(const QString &queue,
                                                           const OutgoingMessage &message);
    /// 1 to 16 messages, of at most 64 KiB together. One result each, in order: a service may take
    /// some and refuse others. Errors of the whole call: QueueNotExist, InvalidArgument,
    /// MalformedXml.
    [[nodiscard]] QFuture<Result<SentBatch>>
    sendMessages(const QString &queue, const std::vector<OutgoingMessage> &messages);
    /// Leases one message. \a wait: 0 to 30 s to wait for one, absent for the queue's
    /// PollingWaitSeconds. Errors: MessageNotExist when there is none, QueueNotExist,
    /// InvalidArgument.
    [[nodiscard]] QFuture<Result<ReceivedMessage>>
    receiveMessage(const QString &queue, std::optional<std::chrono::seconds> wait = {});
    /// Leases 1 to \a count (at most 16) messages. Errors as receiveMessage().
    [[nodiscard]] QFuture<Result<std::vector<ReceivedMessage>>>
    receiveMessages(const QString &queue, int count, std::optional<std::chrono::seconds> wait = {});
    /// Looks at the first ready message without leasing it. Errors: MessageNotExist, QueueNotExist.
    [[nodiscard]] QFuture<Result<ReceivedMessage>> peekMessage(const QString &queue);
    /// Looks at up to \a count (at most 16) ready messages. Errors: MessageNotExist, QueueNotExist.
    [[nodiscard]] QFuture<Result<std::vector<ReceivedMessage>>> peekMessages(const QString &queue,
                                                                             int count);
    /// Errors: ReceiptHandleError (expired or replaced), InvalidArgument (malformed),
    /// MessageNotExist, QueueNotExist.
    [[nodiscard]] QFuture<Result<void>> deleteMessage(const QString &queue,
                                                      const QByteArray &receiptHandle);
    /// 1 to 16 handles. Gives those that could not be deleted, each with its reason; the others are
    /// gone. Errors of the whole call: QueueNotExist, InvalidArgument.
    [[nodiscard]] QFuture<Result<std::vector<FailedHandle>>>
    deleteMessages(const QString &queue, const std::vector<QByteArray> &receiptHandles);
    /// Makes a leased message visible \a timeout (1 to 43200 s) from now; the handle is replaced by
    /// a new one. Errors: ReceiptHandleError, MessageNotExist, QueueNotExist, InvalidArgument.
    [[nodiscard]] QFuture<Result<ChangedVisibility>>
    changeVisibility(const QString &queue, const QByteArray &receiptHandle,
                     std::chrono::seconds timeout);

    // --- Topics ---

    /// As createQueue(). Errors: TopicAlreadyExist, TopicNameInvalid, TopicNameLengthError,
    /// InvalidArgument.
    [[nodiscard]] QFuture<Result<Created>> createTopic(const QString &topic,
                                                       const TopicSettingsPatch &attributes = {});
    /// Errors: TopicNotExist, InvalidArgument.
    [[nodiscard]] QFuture<Result<void>> setTopicAttributes(const QString &topic,
                                                           const TopicSettingsPatch &attributes);
    /// Errors: TopicNotExist.
    [[nodiscard]] QFuture<Result<TopicAttributes>> topicAttributes(const QString &topic);
    /// With its subscriptions. An absent topic is no error.
    [[nodiscard]] QFuture<Result<void>> deleteTopic(const QString &topic);
    /// Errors: InvalidArgument (page size or marker).
    [[nodiscard]] QFuture<Result<TopicList>> listTopics(const ListPage &page = {});
    /// Errors: TopicNotExist, InvalidArgument, MalformedXml.
    [[nodiscard]] QFuture<Result<SentMessage>> publish(const QString &topic,
                                                       const PublishedMessage &message);

    // --- Subscriptions ---

    /// As createQueue(). Errors: SubscriptionAlreadyExist, TopicNotExist, EndpointInvalid,
    /// SubscriptionNameInvalid, SubscriptionNameLengthError, InvalidArgument.
    [[nodiscard]] QFuture<Result<Created>> subscribe(const QString &topic, const QString &name,
                                                     const SubscriptionPatch &attributes);
    /// Endpoint and format stay as they were made. Errors: SubscriptionNotExist, TopicNotExist,
    /// InvalidArgument.
    [[nodiscard]] QFuture<Result<void>>
    setSubscriptionAttributes(const QString &topic, const QString &name,
                              const SubscriptionPatch &attributes);
    /// Errors: SubscriptionNotExist, TopicNotExist.
    [[nodiscard]] QFuture<Result<SubscriptionAttributes>>
    subscriptionAttributes(const QString &topic, const QString &name);
    /// An absent subscription is no error. Errors: TopicNotExist.
    [[nodiscard]] QFuture<Result<void>> unsubscribe(const QString &topic, const QString &name);
    /// Errors: TopicNotExist, InvalidArgument (page size or marker).
    [[nodiscard]] QFuture<Result<SubscriptionList>> listSubscriptions(const QString &topic,
                                                                      const ListPage &page = {});

    // --- Account ---

    /// Name of the bucket that logs are delivered to; empty when there is none.
    [[nodiscard]] QFuture<Result<QString>> loggingBucket();
    [[nodiscard]] QFuture<Result<void>> setLoggingBucket(const QString &bucket);

signals:
    /// After every call that was not cancelled, before its future finishes.
    void called(const Signalbox::CallRecord &record);

private:
    std::unique_ptr<ApiTransport> m_transport;
    std::chrono::milliseconds m_timeout{10'000};
};

} // namespace Signalbox
