// SPDX-License-Identifier: GPL-3.0-only
#include "client/mnsclient.h"

#include "client/mnscall.h"
#include "protocol/accountxml.h"
#include "protocol/messagexml.h"
#include "protocol/queuexml.h"

#include <QUrl>

namespace Signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kLongPollMargin = 5s; ///< On top of the time a receive may wait.

QByteArray queueTarget(const QString &queue)
{
    return "/queues/" + QUrl::toPercentEncoding(queue);
}

QByteArray messagesTarget(const QString &queue)
{
    return queueTarget(queue) + "/messages";
}

/// Target of a receive or peek; \a query begins with a question mark or is empty.
QByteArray withWait(QByteArray target, std::optional<std::chrono::seconds> wait)
{
    if (wait) {
        target += target.contains('?') ? '&' : '?';
        target += "waitseconds=" + QByteArray::number(qint64(wait->count()));
    }
    return target;
}

ApiRequest receiveRequest(const QString &operation, const QByteArray &target,
                          std::optional<std::chrono::seconds> wait)
{
    ApiRequest request{operation, "GET", withWait(target, wait)};
    request.minimumTimeout = wait.value_or(Limits::kPollingWait.max) + kLongPollMargin;
    return request;
}

} // namespace

MnsClient::MnsClient(const Endpoint &endpoint, QObject *parent)
    : QObject(parent)
    , m_transport(std::make_unique<ApiTransport>(endpoint))
{
    connect(m_transport.get(), &ApiTransport::called, this, &MnsClient::called);
}

MnsClient::~MnsClient() = default;

const Endpoint &MnsClient::endpoint() const
{
    return m_transport->endpoint();
}

void MnsClient::setTimeout(std::chrono::milliseconds timeout)
{
    m_transport->setTimeout(timeout);
}

void MnsClient::setGate(CallGate *gate)
{
    m_transport->setGate(gate);
}

CallGate *MnsClient::gate() const
{
    return m_transport->gate();
}

QFuture<Result<MnsClient::Created>> MnsClient::createQueue(const QString &queue,
                                                           const QueueSettingsPatch &attributes)
{
    const ApiRequest request{u"CreateQueue"_s, "PUT", queueTarget(queue), kXml,
                             writeQueueSettings(attributes)};
    return mnsCall(*m_transport, request, created<Created>);
}

QFuture<Result<void>> MnsClient::setQueueAttributes(const QString &queue,
                                                    const QueueSettingsPatch &attributes)
{
    const ApiRequest request{u"SetQueueAttributes"_s, "PUT",
                             queueTarget(queue) + "?metaoverride=true", kXml,
                             writeQueueSettings(attributes)};
    return mnsCall(*m_transport, request, nothing);
}

QFuture<Result<QueueAttributes>> MnsClient::queueAttributes(const QString &queue)
{
    const ApiRequest request{u"GetQueueAttributes"_s, "GET", queueTarget(queue)};
    return mnsCall(*m_transport, request,
                   [](const ApiReply &reply) { return parseQueueAttributes(reply.body); });
}

QFuture<Result<void>> MnsClient::deleteQueue(const QString &queue)
{
    return mnsCall(*m_transport, {u"DeleteQueue"_s, "DELETE", queueTarget(queue)}, nothing);
}

QFuture<Result<QueueList>> MnsClient::listQueues(const ListPage &page)
{
    return mnsCall(*m_transport, listRequest(u"ListQueue"_s, "/queues", page),
                   [](const ApiReply &reply) { return parseQueueList(reply.body); });
}

QFuture<Result<SentMessage>> MnsClient::sendMessage(const QString &queue,
                                                    const OutgoingMessage &message)
{
    const ApiRequest request{u"SendMessage"_s, "POST", messagesTarget(queue), kXml,
                             writeSend(message)};
    return mnsCall(*m_transport, request,
                   [](const ApiReply &reply) { return parseSent(reply.body); });
}

QFuture<Result<SentBatch>> MnsClient::sendMessages(const QString &queue,
                                                   const std::vector<OutgoingMessage> &messages)
{
    const ApiRequest request{u"BatchSendMessage"_s, "POST", messagesTarget(queue), kXml,
                             writeSendBatch(messages)};
    const QString host = endpoint().displayName();
    return m_transport->call<SentBatch>(
        request, [host](const ApiReply &reply) -> Result<SentBatch> {
            // A batch that was taken in part answers 500 with the entries, not with an error.
            Result<SentBatch> entries = parseSentBatch(reply.body);
            return entries || reply.isSuccess() ? entries : replyError(reply, host);
        });
}

QFuture<Result<ReceivedMessage>> MnsClient::receiveMessage(const QString &queue,
                                                           std::optional<std::chrono::seconds> wait)
{
    return mnsCall(*m_transport, receiveRequest(u"ReceiveMessage"_s, messagesTarget(queue), wait),
                   [](const ApiReply &reply) { return parseReceived(reply.body); });
}

QFuture<Result<std::vector<ReceivedMessage>>>
MnsClient::receiveMessages(const QString &queue, int count,
                           std::optional<std::chrono::seconds> wait)
{
    const QByteArray target = messagesTarget(queue) + "?numOfMessages=" + QByteArray::number(count);
    return mnsCall(*m_transport, receiveRequest(u"BatchReceiveMessage"_s, target, wait),
                   [](const ApiReply &reply) { return parseReceivedBatch(reply.body); });
}

QFuture<Result<ReceivedMessage>> MnsClient::peekMessage(const QString &queue)
{
    const ApiRequest request{u"PeekMessage"_s, "GET", messagesTarget(queue) + "?peekonly=true"};
    return mnsCall(*m_transport, request,
                   [](const ApiReply &reply) { return parseReceived(reply.body); });
}

QFuture<Result<std::vector<ReceivedMessage>>> MnsClient::peekMessages(const QString &queue,
                                                                      int count)
{
    const ApiRequest request{u"BatchPeekMessage"_s, "GET",
                             messagesTarget(queue)
                                 + "?peekonly=true&numOfMessages=" + QByteArray::number(count)};
    return mnsCall(*m_transport, request,
                   [](const ApiReply &reply) { return parseReceivedBatch(reply.body); });
}

QFuture<Result<void>> MnsClient::deleteMessage(const QString &queue,
                                               const QByteArray &receiptHandle)
{
    const ApiRequest request{u"DeleteMessage"_s, "DELETE",
                             messagesTarget(queue)
                                 + "?ReceiptHandle=" + receiptHandle.toPercentEncoding()};
    return mnsCall(*m_transport, request, nothing);
}

QFuture<Result<std::vector<FailedHandle>>>
MnsClient::deleteMessages(const QString &queue, const std::vector<QByteArray> &receiptHandles)
{
    using Failed = std::vector<FailedHandle>;
    const ApiRequest request{u"BatchDeleteMessage"_s, "DELETE", messagesTarget(queue), kXml,
                             writeReceiptHandles(receiptHandles)};
    const QString host = endpoint().displayName();
    return m_transport->call<Failed>(request, [host](const ApiReply &reply) -> Result<Failed> {
        if (reply.isSuccess())
            return Failed{};
        // A batch that was deleted in part answers 404 with the rest, not with an error.
        Result<Failed> failed = parseFailedHandles(reply.body);
        return failed ? failed : replyError(reply, host);
    });
}

QFuture<Result<ChangedVisibility>> MnsClient::changeVisibility(const QString &queue,
                                                               const QByteArray &receiptHandle,
                                                               std::chrono::seconds timeout)
{
    const ApiRequest request{
        u"ChangeMessageVisibility"_s, "PUT",
        messagesTarget(queue) + "?ReceiptHandle=" + receiptHandle.toPercentEncoding()
            + "&VisibilityTimeout=" + QByteArray::number(qint64(timeout.count()))};
    return mnsCall(*m_transport, request,
                   [](const ApiReply &reply) { return parseChangedVisibility(reply.body); });
}

QFuture<Result<QString>> MnsClient::loggingBucket()
{
    const ApiRequest request{u"GetAccountAttributes"_s, "GET", "/?accountmeta=true"};
    return mnsCall(*m_transport, request,
                   [](const ApiReply &reply) { return parseAccountAttributes(reply.body); });
}

QFuture<Result<void>> MnsClient::setLoggingBucket(const QString &bucket)
{
    const ApiRequest request{u"SetAccountAttributes"_s, "PUT", "/?accountmeta=true", kXml,
                             writeAccountSettings({bucket})};
    return mnsCall(*m_transport, request, nothing);
}

} // namespace Signalbox
