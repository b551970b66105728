// SPDX-License-Identifier: GPL-3.0-only
#include "client/adminclient.h"

#include "client/admincall.h"
#include "client/admincodec.h"

#include <QUrl>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

QByteArray queuePath(const QString &queue, const QByteArray &rest = {})
{
    return "/queues/" + QUrl::toPercentEncoding(queue) + rest;
}

QByteArray trashPath(qint64 entry, const QByteArray &rest = {})
{
    return "/trash/" + QByteArray::number(entry) + rest;
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

void AdminClient::setGate(CallGate *gate)
{
    m_transport->setGate(gate);
}

CallGate *AdminClient::gate() const
{
    return m_transport->gate();
}

qsizetype AdminClient::callsUnderWay() const
{
    return m_transport->callsUnderWay();
}

QFuture<Result<Admin::Status>> AdminClient::status()
{
    return adminCall(*m_transport, "GET", "/status", Admin::readStatus);
}

QFuture<Result<Admin::BrokerHistory>> AdminClient::metrics(std::chrono::seconds span)
{
    return adminCall(*m_transport, "GET",
                     "/metrics?seconds=" + QByteArray::number(qint64(span.count())),
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
    return adminCall(*m_transport, "GET", path, Admin::readRequestLog);
}

QFuture<Result<Admin::QueueChanges>> AdminClient::changedQueues(const QString &cursor, int limit)
{
    QByteArray path = "/queues?limit=" + QByteArray::number(limit);
    if (!cursor.isEmpty())
        path += "&since=" + QUrl::toPercentEncoding(cursor);
    return adminCall(*m_transport, "GET", path, Admin::readQueueChanges);
}

QFuture<Result<Admin::QueueRow>> AdminClient::queue(const QString &queue)
{
    return adminCall(*m_transport, "GET", queuePath(queue), Admin::readQueueRow);
}

QFuture<Result<Admin::QueueHistory>> AdminClient::queueMetrics(const QString &queue)
{
    return adminCall(*m_transport, "GET", queuePath(queue, "/metrics"), Admin::readQueueHistory);
}

QFuture<Result<Admin::ReceiverList>> AdminClient::receivers(const QString &queue)
{
    return adminCall(*m_transport, "GET", queuePath(queue, "/receivers"), Admin::readReceiverList);
}

QFuture<Result<Admin::TrashEntry>> AdminClient::deleteQueue(const QString &queue)
{
    return adminCall(*m_transport, "DELETE", queuePath(queue), Admin::readTrashEntry);
}

QFuture<Result<Admin::TrashEntry>> AdminClient::purgeQueue(const QString &queue)
{
    return adminCall(*m_transport, "POST", queuePath(queue, "/purge"), Admin::readTrashEntry);
}

QFuture<Result<Admin::BrowsePage>> AdminClient::browse(const QString &queue,
                                                       const Admin::BrowseQuery &query)
{
    return adminCall(*m_transport, "GET",
                     queuePath(queue, "/messages?" + Admin::browseParameters(query)),
                     Admin::readBrowsePage);
}

QFuture<Result<Admin::Message>> AdminClient::message(const QString &queue,
                                                     const QByteArray &messageId)
{
    return adminCall(*m_transport, "GET",
                     queuePath(queue, "/messages/" + messageId.toPercentEncoding()),
                     Admin::readMessage);
}

QFuture<Result<Admin::BrowsePage>> AdminClient::messages(const QString &queue,
                                                         const QList<QByteArray> &messageIds)
{
    return adminCall(*m_transport, "POST", queuePath(queue, "/messages/find"),
                     Admin::readBrowsePage, {{u"messageIds"_s, texts(messageIds)}});
}

QFuture<Result<Admin::TrashEntry>> AdminClient::deleteMessage(const QString &queue,
                                                              const QByteArray &messageId)
{
    return adminCall(*m_transport, "DELETE",
                     queuePath(queue, "/messages/" + messageId.toPercentEncoding()),
                     Admin::readTrashEntry);
}

QFuture<Result<Admin::TrashEntry>> AdminClient::deleteMessages(const QString &queue,
                                                               const QList<QByteArray> &messageIds)
{
    return adminCall(*m_transport, "POST", queuePath(queue, "/messages/delete"),
                     Admin::readTrashEntry, {{u"messageIds"_s, texts(messageIds)}});
}

QFuture<Result<Admin::MovedMessages>> AdminClient::moveMessages(const QString &queue,
                                                                const QList<QByteArray> &messageIds,
                                                                const QString &to)
{
    return adminCall(*m_transport, "POST", queuePath(queue, "/messages/move"),
                     Admin::readMovedMessages,
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
    return adminCall(*m_transport, "POST", queuePath(queue, "/redrive"), Admin::readRedriven, body);
}

QFuture<Result<Admin::MovedMessages>>
AdminClient::undoRedrive(const QString &queue, const QByteArray &firstId, const QByteArray &lastId)
{
    return adminCall(
        *m_transport, "POST", queuePath(queue, "/redrive/undo"), Admin::readMovedMessages,
        {{u"firstId"_s, QString::fromLatin1(firstId)}, {u"lastId"_s, QString::fromLatin1(lastId)}});
}

QFuture<Result<QList<Admin::TrashEntry>>> AdminClient::trash()
{
    return adminCall(*m_transport, "GET", "/trash", Admin::readTrash);
}

QFuture<Result<Admin::Restored>> AdminClient::restore(qint64 entry, const QString &newName)
{
    QJsonObject body;
    if (!newName.isEmpty())
        body.insert(u"name"_s, newName);
    return adminCall(*m_transport, "POST", trashPath(entry, "/restore"), Admin::readRestored, body);
}

QFuture<Result<Admin::TrashEntry>> AdminClient::stopRestore(qint64 entry)
{
    return adminCall(*m_transport, "DELETE", trashPath(entry, "/restore"), Admin::readTrashEntry);
}

QFuture<Result<int>> AdminClient::deleteTrashEntry(qint64 entry)
{
    return adminCall(*m_transport, "DELETE", trashPath(entry), readRemoved);
}

QFuture<Result<int>> AdminClient::emptyTrash()
{
    return adminCall(*m_transport, "DELETE", "/trash", readRemoved);
}

QFuture<Result<Admin::ClockState>> AdminClient::clock()
{
    return adminCall(*m_transport, "GET", "/clock", Admin::readClock);
}

QFuture<Result<Admin::ClockState>> AdminClient::freezeClock()
{
    return adminCall(*m_transport, "POST", "/clock/freeze", Admin::readClock);
}

QFuture<Result<Admin::ClockState>> AdminClient::runClock()
{
    return adminCall(*m_transport, "POST", "/clock/run", Admin::readClock);
}

QFuture<Result<Admin::ClockState>> AdminClient::advanceClock(std::chrono::milliseconds by)
{
    return adminCall(*m_transport, "POST", "/clock/advance", Admin::readClock,
                     {{u"ms"_s, qint64(by.count())}});
}

} // namespace Signalbox
