// SPDX-License-Identifier: GPL-3.0-only
#include "client/admincall.h"
#include "client/adminclient.h"
#include "client/admincodec.h"
#include "client/replyerror.h"
#include "client/topiccodec.h"
#include "protocol/pushsignature.h"

#include <QUrl>

// Topics, their subscriptions, and what became of what was published.

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

QByteArray topicPath(const QString &topic, const QByteArray &rest = {})
{
    return "/topics/" + QUrl::toPercentEncoding(topic) + rest;
}

QByteArray subscriptionPath(const QString &topic, const QString &subscription,
                            const QByteArray &rest = {})
{
    return topicPath(topic, "/subscriptions/" + QUrl::toPercentEncoding(subscription) + rest);
}

} // namespace

QFuture<Result<Admin::TopicChanges>> AdminClient::changedTopics(const QString &cursor)
{
    QByteArray path = "/topics";
    if (!cursor.isEmpty())
        path += "?since=" + QUrl::toPercentEncoding(cursor);
    return adminCall(*m_transport, "GET", path, Admin::readTopicChanges);
}

QFuture<Result<Admin::Topic>> AdminClient::topic(const QString &topic)
{
    return adminCall(*m_transport, "GET", topicPath(topic), Admin::readTopic);
}

QFuture<Result<Admin::TopicHistory>> AdminClient::topicMetrics(const QString &topic)
{
    return adminCall(*m_transport, "GET", topicPath(topic, "/metrics"), Admin::readTopicHistory);
}

QFuture<Result<Admin::TrashEntry>> AdminClient::deleteTopic(const QString &topic)
{
    return adminCall(*m_transport, "DELETE", topicPath(topic), Admin::readTrashEntry);
}

QFuture<Result<Admin::TrashEntry>> AdminClient::unsubscribe(const QString &topic,
                                                            const QString &subscription)
{
    return adminCall(*m_transport, "DELETE", subscriptionPath(topic, subscription),
                     Admin::readTrashEntry);
}

QFuture<Result<int>> AdminClient::retryNow(const QString &topic, const QString &subscription)
{
    return adminCall(*m_transport, "POST", subscriptionPath(topic, subscription, "/retry"),
                     [](const QJsonObject &reply) { return reply.value("retried"_L1).toInt(); });
}

QFuture<Result<void>> AdminClient::setPaused(const QString &topic, const QString &subscription,
                                             bool paused)
{
    return adminCall(*m_transport, "POST",
                     subscriptionPath(topic, subscription, paused ? "/pause" : "/resume"),
                     [](const QJsonObject &) {});
}

QFuture<Result<Admin::AttemptPage>> AdminClient::attempts(const Admin::AttemptQuery &query)
{
    return adminCall(*m_transport, "GET", "/attempts?" + Admin::attemptParameters(query),
                     Admin::readAttempts);
}

QFuture<Result<Admin::Attempt>> AdminClient::sendAttemptAgain(qint64 number,
                                                              const QString &endpoint)
{
    QJsonObject body;
    if (!endpoint.isEmpty())
        body.insert("endpoint"_L1, endpoint);
    return adminCall(*m_transport, "POST",
                     "/attempts/" + QByteArray::number(number) + "/send-again", Admin::readAttempt,
                     body);
}

QFuture<Result<QByteArray>> AdminClient::pushCertificate()
{
    ApiRequest request;
    request.operation = u"GET %1"_s.arg(QLatin1StringView(kPushCertificatePath));
    request.method = "GET";
    request.target = kPushCertificatePath;
    const QString host = m_transport->endpoint().displayName();
    return m_transport->call<QByteArray>(request, [host](const ApiReply &reply) {
        return reply.isSuccess() ? Result<QByteArray>(reply.body) : replyError(reply, host);
    });
}

QFuture<Result<Admin::Attempt>> AdminClient::testPush(const QString &endpoint,
                                                      NotifyContentFormat format)
{
    return adminCall(*m_transport, "POST", "/push-test", Admin::readAttempt,
                     {{u"endpoint"_s, endpoint},
                      {u"notifyContentFormat"_s, QString::fromLatin1(toWire(format))}});
}

QFuture<Result<Admin::BrowsePage>> AdminClient::outbox(const Admin::BrowseQuery &query)
{
    return adminCall(*m_transport, "GET", "/outbox?" + Admin::browseParameters(query),
                     Admin::readBrowsePage);
}

QFuture<Result<Admin::TrashEntry>>
AdminClient::deleteFromOutbox(const QList<QByteArray> &messageIds)
{
    return adminCall(*m_transport, "POST", "/outbox/delete", Admin::readTrashEntry,
                     {{u"messageIds"_s, texts(messageIds)}});
}

QFuture<Result<Admin::Attempt>> AdminClient::sendFromOutbox(const QByteArray &messageId)
{
    return adminCall(*m_transport, "POST", "/outbox/" + messageId + "/send", Admin::readAttempt);
}

} // namespace Signalbox
