// SPDX-License-Identifier: GPL-3.0-only
#include "client/adminclient.h"

#include "client/admincodec.h"
#include "client/apitransport.h"
#include "client/replyerror.h"
#include "client/topiccodec.h"
#include "protocol/wireerrors.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kPrefix = "/signalbox/v1";

QByteArray queuePath(const QString &queue, const QByteArray &rest = {})
{
    return "/queues/" + QUrl::toPercentEncoding(queue) + rest;
}

QByteArray topicPath(const QString &topic, const QByteArray &rest = {})
{
    return "/topics/" + QUrl::toPercentEncoding(topic) + rest;
}

QByteArray trashPath(qint64 entry, const QByteArray &rest = {})
{
    return "/trash/" + QByteArray::number(entry) + rest;
}

/// Who answers in another language than JSON is no Signalbox, unless it did not get as far as to
/// look at the path.
Error foreignReply(const ApiReply &reply, const QString &host)
{
    if (reply.status == 403 || reply.status == 408 || reply.status >= 500)
        return replyError(reply, host);
    return {ErrorCode::NotFound,
            AdminClient::tr("%1 does not offer the Signalbox admin API.").arg(host)};
}

Error refusal(const QJsonObject &json, int status)
{
    const QJsonObject error = json.value("error"_L1).toObject();
    const QString name = error.value("code"_L1).toString();
    const QString message = error.value("message"_L1).toString();
    if (const std::optional<ErrorCode> code = errorCodeFromWire(name.toUtf8()))
        return {*code, message};
    return {ErrorCode::UnexpectedReply,
            AdminClient::tr("The broker answered with status %1 (%2): %3")
                .arg(status)
                .arg(name, message)};
}

Result<QJsonObject> readReply(const ApiReply &reply, const QString &host)
{
    if (!reply.contentType.startsWith("application/json"))
        return foreignReply(reply, host);
    const QJsonDocument document = QJsonDocument::fromJson(reply.body);
    if (!document.isObject()) {
        return Error{ErrorCode::UnexpectedReply,
                     AdminClient::tr("The answer of %1 is not a JSON object.").arg(host)};
    }
    if (!reply.isSuccess())
        return refusal(document.object(), reply.status);
    return document.object();
}

template <typename Read>
auto call(ApiTransport &transport, const QByteArray &method, const QByteArray &path, Read read,
          const QJsonObject &body = {})
{
    using T = std::invoke_result_t<Read, const QJsonObject &>;
    ApiRequest request;
    request.operation = QString::fromLatin1(method + ' ' + kPrefix + path);
    request.method = method;
    request.target = kPrefix + path;
    if (!body.isEmpty()) {
        request.contentType = "application/json";
        request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    }
    const QString host = transport.endpoint().displayName();
    return transport.call<T>(request, [read, host](const ApiReply &reply) -> Result<T> {
        const Result<QJsonObject> json = readReply(reply, host);
        if (!json)
            return json.error();
        if constexpr (std::is_void_v<T>)
            return {};
        else
            return read(*json);
    });
}

QJsonArray texts(const QList<QByteArray> &ids)
{
    QJsonArray array;
    for (const QByteArray &id : ids)
        array.append(QString::fromLatin1(id));
    return array;
}

int readRemoved(const QJsonObject &json)
{
    return json.value("removed"_L1).toInt();
}

} // namespace

AdminClient::AdminClient(const Endpoint &endpoint, QObject *parent)
    : QObject(parent)
    , m_transport(std::make_unique<ApiTransport>(endpoint))
{
    connect(m_transport.get(), &ApiTransport::called, this, &AdminClient::called);
}

AdminClient::~AdminClient() = default;

const Endpoint &AdminClient::endpoint() const
{
    return m_transport->endpoint();
}

void AdminClient::setTimeout(std::chrono::milliseconds timeout)
{
    m_transport->setTimeout(timeout);
}

qsizetype AdminClient::callsUnderWay() const
{
    return m_transport->callsUnderWay();
}

QFuture<Result<Admin::Status>> AdminClient::status()
{
    return call(*m_transport, "GET", "/status", Admin::readStatus);
}

QFuture<Result<Admin::BrokerHistory>> AdminClient::metrics(std::chrono::seconds span)
{
    return call(*m_transport, "GET", "/metrics?seconds=" + QByteArray::number(qint64(span.count())),
                Admin::readBrokerHistory);
}

QFuture<Result<Admin::RequestLog>> AdminClient::requests(qint64 after, int limit, bool refusedOnly,
                                                         qint64 before)
{
    QByteArray path =
        "/requests?after=" + QByteArray::number(after) + "&limit=" + QByteArray::number(limit);
    if (refusedOnly)
        path += "&refused=true";
    if (before > 0)
        path += "&before=" + QByteArray::number(before);
    return call(*m_transport, "GET", path, Admin::readRequestLog);
}

QFuture<Result<Admin::QueueChanges>> AdminClient::changedQueues(const QString &cursor, int limit)
{
    QByteArray path = "/queues?limit=" + QByteArray::number(limit);
    if (!cursor.isEmpty())
        path += "&since=" + QUrl::toPercentEncoding(cursor);
    return call(*m_transport, "GET", path, Admin::readQueueChanges);
}

QFuture<Result<Admin::QueueRow>> AdminClient::queue(const QString &queue)
{
    return call(*m_transport, "GET", queuePath(queue), Admin::readQueueRow);
}

QFuture<Result<Admin::QueueHistory>> AdminClient::queueMetrics(const QString &queue)
{
    return call(*m_transport, "GET", queuePath(queue, "/metrics"), Admin::readQueueHistory);
}

QFuture<Result<Admin::ReceiverList>> AdminClient::receivers(const QString &queue)
{
    return call(*m_transport, "GET", queuePath(queue, "/receivers"), Admin::readReceiverList);
}

QFuture<Result<Admin::TrashEntry>> AdminClient::deleteQueue(const QString &queue)
{
    return call(*m_transport, "DELETE", queuePath(queue), Admin::readTrashEntry);
}

QFuture<Result<Admin::TrashEntry>> AdminClient::purgeQueue(const QString &queue)
{
    return call(*m_transport, "POST", queuePath(queue, "/purge"), Admin::readTrashEntry);
}

QFuture<Result<Admin::BrowsePage>> AdminClient::browse(const QString &queue,
                                                       const Admin::BrowseQuery &query)
{
    return call(*m_transport, "GET",
                queuePath(queue, "/messages?" + Admin::browseParameters(query)),
                Admin::readBrowsePage);
}

QFuture<Result<Admin::Message>> AdminClient::message(const QString &queue,
                                                     const QByteArray &messageId)
{
    return call(*m_transport, "GET", queuePath(queue, "/messages/" + messageId.toPercentEncoding()),
                Admin::readMessage);
}

QFuture<Result<Admin::TrashEntry>> AdminClient::deleteMessage(const QString &queue,
                                                              const QByteArray &messageId)
{
    return call(*m_transport, "DELETE",
                queuePath(queue, "/messages/" + messageId.toPercentEncoding()),
                Admin::readTrashEntry);
}

QFuture<Result<Admin::TrashEntry>> AdminClient::deleteMessages(const QString &queue,
                                                               const QList<QByteArray> &messageIds)
{
    return call(*m_transport, "POST", queuePath(queue, "/messages/delete"), Admin::readTrashEntry,
                {{u"messageIds"_s, texts(messageIds)}});
}

QFuture<Result<Admin::MovedMessages>> AdminClient::moveMessages(const QString &queue,
                                                                const QList<QByteArray> &messageIds,
                                                                const QString &to)
{
    return call(*m_transport, "POST", queuePath(queue, "/messages/move"), Admin::readMovedMessages,
                {{u"messageIds"_s, texts(messageIds)}, {u"to"_s, to}});
}

QFuture<Result<Admin::Redriven>> AdminClient::redrive(const QString &queue,
                                                      const QList<QByteArray> &messageIds,
                                                      const QString &to, const QString &cursor)
{
    QJsonObject body;
    if (!messageIds.isEmpty())
        body.insert(u"messageIds"_s, texts(messageIds));
    if (!to.isEmpty())
        body.insert(u"to"_s, to);
    if (!cursor.isEmpty())
        body.insert(u"cursor"_s, cursor);
    return call(*m_transport, "POST", queuePath(queue, "/redrive"), Admin::readRedriven, body);
}

QFuture<Result<Admin::MovedMessages>>
AdminClient::undoRedrive(const QString &queue, const QByteArray &firstId, const QByteArray &lastId)
{
    return call(
        *m_transport, "POST", queuePath(queue, "/redrive/undo"), Admin::readMovedMessages,
        {{u"firstId"_s, QString::fromLatin1(firstId)}, {u"lastId"_s, QString::fromLatin1(lastId)}});
}

QFuture<Result<QList<Admin::Topic>>> AdminClient::topics()
{
    return call(*m_transport, "GET", "/topics", Admin::readTopics);
}

QFuture<Result<Admin::Topic>> AdminClient::topic(const QString &topic)
{
    return call(*m_transport, "GET", topicPath(topic), Admin::readTopic);
}

QFuture<Result<int>> AdminClient::retryNow(const QString &topic, const QString &subscription)
{
    return call(
        *m_transport, "POST",
        topicPath(topic, "/subscriptions/" + QUrl::toPercentEncoding(subscription) + "/retry"),
        [](const QJsonObject &reply) { return reply.value("retried"_L1).toInt(); });
}

QFuture<Result<void>> AdminClient::setPaused(const QString &topic, const QString &subscription,
                                             bool paused)
{
    return call(*m_transport, "POST",
                topicPath(topic,
                          "/subscriptions/" + QUrl::toPercentEncoding(subscription)
                              + (paused ? "/pause" : "/resume")),
                [](const QJsonObject &) {});
}

QFuture<Result<Admin::AttemptPage>> AdminClient::attempts(const Admin::AttemptQuery &query)
{
    return call(*m_transport, "GET", "/attempts?" + Admin::attemptParameters(query),
                Admin::readAttempts);
}

QFuture<Result<Admin::Attempt>> AdminClient::sendAttemptAgain(qint64 number,
                                                              const QString &endpoint)
{
    QJsonObject body;
    if (!endpoint.isEmpty())
        body.insert("endpoint"_L1, endpoint);
    return call(*m_transport, "POST", "/attempts/" + QByteArray::number(number) + "/send-again",
                Admin::readAttempt, body);
}

QFuture<Result<Admin::Attempt>> AdminClient::testPush(const QString &endpoint,
                                                      NotifyContentFormat format)
{
    return call(*m_transport, "POST", "/push-test", Admin::readAttempt,
                {{u"endpoint"_s, endpoint},
                 {u"notifyContentFormat"_s, QString::fromLatin1(toWire(format))}});
}

QFuture<Result<Admin::BrowsePage>> AdminClient::outbox(const Admin::BrowseQuery &query)
{
    return call(*m_transport, "GET", "/outbox?" + Admin::browseParameters(query),
                Admin::readBrowsePage);
}

QFuture<Result<QList<Admin::TrashEntry>>> AdminClient::trash()
{
    return call(*m_transport, "GET", "/trash", Admin::readTrash);
}

QFuture<Result<QString>> AdminClient::restore(qint64 entry, const QString &newName)
{
    QJsonObject body;
    if (!newName.isEmpty())
        body.insert(u"name"_s, newName);
    return call(
        *m_transport, "POST", trashPath(entry, "/restore"),
        [](const QJsonObject &json) { return json.value("queueName"_L1).toString(); }, body);
}

QFuture<Result<Admin::TrashEntry>> AdminClient::stopRestore(qint64 entry)
{
    return call(*m_transport, "DELETE", trashPath(entry, "/restore"), Admin::readTrashEntry);
}

QFuture<Result<int>> AdminClient::deleteTrashEntry(qint64 entry)
{
    return call(*m_transport, "DELETE", trashPath(entry), readRemoved);
}

QFuture<Result<int>> AdminClient::emptyTrash()
{
    return call(*m_transport, "DELETE", "/trash", readRemoved);
}

QFuture<Result<Admin::ClockState>> AdminClient::clock()
{
    return call(*m_transport, "GET", "/clock", Admin::readClock);
}

QFuture<Result<Admin::ClockState>> AdminClient::freezeClock()
{
    return call(*m_transport, "POST", "/clock/freeze", Admin::readClock);
}

QFuture<Result<Admin::ClockState>> AdminClient::runClock()
{
    return call(*m_transport, "POST", "/clock/run", Admin::readClock);
}

QFuture<Result<Admin::ClockState>> AdminClient::advanceClock(std::chrono::milliseconds by)
{
    return call(*m_transport, "POST", "/clock/advance", Admin::readClock,
                {{u"ms"_s, qint64(by.count())}});
}

} // namespace Signalbox
