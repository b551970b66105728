// SPDX-License-Identifier: GPL-3.0-only
#include "api/mnsapi.h"
#include "api/xmlreply.h"
#include "engine/engine.h"
#include "protocol/messagexml.h"
#include "protocol/xmlreader.h"

namespace Signalbox {

namespace {

using Received = std::vector<ReceivedMessage>;

QString queueName(const Exchange &exchange)
{
    return QString::fromUtf8(exchange.segment(1));
}

/// Watches the client of \a exchange while it waits.
Recipient recipientOf(const ExchangePtr &exchange)
{
    Recipient recipient;
    recipient.isThere = [slot = exchange->slot()] { return slot.isOpen(); };
    recipient.whenGone = [slot = exchange->slot()](std::function<void()> callback) {
        slot.whenClosed(std::move(callback));
    };
    return recipient;
}

Result<int> messageCount(const QueryItems &query)
{
    const Result<std::optional<qint64>> count =
        query.integer("numOfMessages", 1, Limits::kMaxBatch);
    if (!count)
        return count.error();
    return int(count->value_or(1));
}

auto answeringMessages(const ExchangePtr &exchange, bool isBatch)
{
    return answering<Received>(exchange, [exchange, isBatch](const Received &messages) {
        return xmlReply(*exchange, 200,
                        isBatch ? writeReceivedBatch(messages) : writeReceived(messages.front()));
    });
}

} // namespace

void MnsApi::sendMessage(const ExchangePtr &exchange) const
{
    Result<SendRequest> request = parseSend(exchange->request().body);
    if (!request)
        return refuseArguments(exchange, request.error());
    const bool isBatch = request->batch;
    if (isBatch)
        exchange->setOperation("BatchSendMessage");
    m_engine.send(exchange->caller(), queueName(*exchange), std::move(request->messages),
                  answering<std::vector<SentMessage>>(
                      exchange, [exchange, isBatch](const std::vector<SentMessage> &sent) {
                          return xmlReply(*exchange, 201,
                                          isBatch
                                              ? writeSentBatch(SentBatch(sent.begin(), sent.end()))
                                              : writeSent(sent.front()));
                      }));
}

void MnsApi::receiveMessage(const ExchangePtr &exchange) const
{
    receive(exchange, false);
}

void MnsApi::batchReceiveMessage(const ExchangePtr &exchange) const
{
    receive(exchange, true);
}

void MnsApi::receive(const ExchangePtr &exchange, bool isBatch) const
{
    const Result<int> count = messageCount(exchange->query());
    if (!count)
        return refuseArguments(exchange, count.error());
    const Result<std::optional<qint64>> wait = exchange->query().integer(
        "waitseconds", Limits::kPollingWait.min.count(), Limits::kPollingWait.max.count());
    if (!wait)
        return refuseArguments(exchange, wait.error());
    std::optional<std::chrono::seconds> waitTime;
    if (*wait)
        waitTime = std::chrono::seconds(**wait);
    m_engine.receive(exchange->caller(), queueName(*exchange), *count, waitTime,
                     recipientOf(exchange), answeringMessages(exchange, isBatch));
}

void MnsApi::peekMessage(const ExchangePtr &exchange) const
{
    peek(exchange, false);
}

void MnsApi::batchPeekMessage(const ExchangePtr &exchange) const
{
    peek(exchange, true);
}

void MnsApi::peek(const ExchangePtr &exchange, bool isBatch) const
{
    const Result<int> count = messageCount(exchange->query());
    if (!count)
        return refuseArguments(exchange, count.error());
    m_engine.peek(exchange->caller(), queueName(*exchange), *count,
                  answeringMessages(exchange, isBatch));
}

void MnsApi::deleteMessage(const ExchangePtr &exchange) const
{
    const QByteArray handle = exchange->query().value("ReceiptHandle");
    if (handle.isEmpty()) {
        return refuseArguments(exchange,
                               {ErrorCode::MissingReceiptHandle,
                                QStringLiteral("The query item ReceiptHandle has no value.")});
    }
    m_engine.deleteMessage(
        exchange->caller(), queueName(*exchange), handle,
        answering<void>(exchange, [exchange] { return xmlReply(*exchange, 204); }));
}

void MnsApi::batchDeleteMessage(const ExchangePtr &exchange) const
{
    if (XmlReader::isBlank(exchange->request().body)) {
        exchange->setOperation("DeleteMessage");
        return refuseArguments(exchange,
                               {ErrorCode::MissingReceiptHandle,
                                QStringLiteral("The query item ReceiptHandle is missing.")});
    }
    const Result<std::vector<QByteArray>> handles = parseReceiptHandles(exchange->request().body);
    if (!handles)
        return refuseArguments(exchange, handles.error());
    const auto answer = [exchange](const Result<QList<FailedHandle>> &failed) {
        if (!failed)
            return exchange->refuse(failed.error());
        if (failed->isEmpty())
            return exchange->reply(xmlReply(*exchange, 204));
        const std::vector<FailedHandle> entries(failed->begin(), failed->end());
        exchange->reply(xmlReply(*exchange, 404, writeFailedHandles(entries)),
                        entries.front().error);
    };
    m_engine.deleteMessages(exchange->caller(), queueName(*exchange),
                            QList<QByteArray>(handles->begin(), handles->end()), answer);
}

void MnsApi::changeMessageVisibility(const ExchangePtr &exchange) const
{
    const QByteArray handle = exchange->query().value("ReceiptHandle");
    if (handle.isEmpty()) {
        return refuseArguments(exchange,
                               {ErrorCode::MissingReceiptHandle,
                                QStringLiteral("The query item ReceiptHandle is missing.")});
    }
    const QueryItems &query = exchange->query();
    if (query.value("VisibilityTimeout").isEmpty()) {
        return refuseArguments(exchange,
                               {ErrorCode::MissingVisibilityTimeout,
                                QStringLiteral("The query item VisibilityTimeout has no value.")});
    }
    // The documents say 1 to 43200; SDKs allow 0, for visible now.
    const Result<std::optional<qint64>> timeout =
        query.integer("VisibilityTimeout", 0, Limits::kVisibilityTimeout.max.count());
    if (!timeout)
        return refuseArguments(exchange, timeout.error());
    m_engine.changeVisibility(
        exchange->caller(), queueName(*exchange), handle, std::chrono::seconds(**timeout),
        answering<ChangedVisibility>(exchange, [exchange](const ChangedVisibility &changed) {
            return xmlReply(*exchange, 200, writeChangedVisibility(changed));
        }));
}

} // namespace Signalbox
