// SPDX-License-Identifier: GPL-3.0-only
#include "api/adminapi.h"

#include "api/jsonreply.h"

#include <QFile>

namespace Signalbox {

namespace {

constexpr AdminRoute kRoutes[] = {
    {"GET", "/openapi.json", "getOpenApi", &AdminApi::getOpenApi, false, true},
    {"GET", "/status", "getStatus", &AdminApi::getStatus},
    {"GET", "/metrics", "getMetrics", &AdminApi::getMetrics},
    {"GET", "/requests", "listRequests", &AdminApi::listRequests},
    {"GET", "/queues", "listQueues", &AdminApi::listQueues},
    {"GET", "/queues/{queue}", "getQueue", &AdminApi::getQueue},
    {"DELETE", "/queues/{queue}", "deleteQueue", &AdminApi::deleteQueue},
    {"POST", "/queues/{queue}/purge", "purgeQueue", &AdminApi::purgeQueue},
    {"GET", "/queues/{queue}/metrics", "getQueueMetrics", &AdminApi::getQueueMetrics},
    {"GET", "/queues/{queue}/receivers", "listReceivers", &AdminApi::listReceivers},
    {"GET", "/queues/{queue}/messages", "browseMessages", &AdminApi::browseMessages},
    {"POST", "/queues/{queue}/messages/find", "findMessages", &AdminApi::findMessages, true},
    {"POST", "/queues/{queue}/messages/delete", "deleteMessages", &AdminApi::deleteMessages, true},
    {"POST", "/queues/{queue}/messages/move", "moveMessages", &AdminApi::moveMessages, true},
    {"POST", "/queues/{queue}/redrive", "redrive", &AdminApi::redrive, true},
    {"POST", "/queues/{queue}/redrive/undo", "undoRedrive", &AdminApi::undoRedrive, true},
    {"GET", "/queues/{queue}/messages/{message}", "getMessage", &AdminApi::getMessage},
    {"DELETE", "/queues/{queue}/messages/{message}", "deleteMessage", &AdminApi::deleteMessage},
    {"GET", "/topics", "listTopics", &AdminApi::listTopics},
    {"GET", "/topics/{topic}", "getTopic", &AdminApi::getTopic},
    {"DELETE", "/topics/{topic}", "deleteTopic", &AdminApi::deleteTopic},
    {"GET", "/topics/{topic}/metrics", "getTopicMetrics", &AdminApi::getTopicMetrics},
    {"DELETE", "/topics/{topic}/subscriptions/{subscription}", "unsubscribe",
     &AdminApi::unsubscribe},
    {"POST", "/topics/{topic}/subscriptions/{subscription}/retry", "retryNow", &AdminApi::retryNow},
    {"POST", "/topics/{topic}/subscriptions/{subscription}/pause", "pauseSubscription",
     &AdminApi::pauseSubscription},
    {"POST", "/topics/{topic}/subscriptions/{subscription}/resume", "resumeSubscription",
     &AdminApi::resumeSubscription},
    {"GET", "/attempts", "listAttempts", &AdminApi::listAttempts},
    {"POST", "/attempts/{attempt}/send-again", "sendAttemptAgain", &AdminApi::sendAttemptAgain,
     true},
    {"POST", "/push-test", "testPush", &AdminApi::testPush, true},
    {"GET", "/outbox", "listOutbox", &AdminApi::listOutbox},
    {"POST", "/outbox/delete", "deleteFromOutbox", &AdminApi::deleteFromOutbox, true},
    {"POST", "/outbox/{message}/send", "sendFromOutbox", &AdminApi::sendFromOutbox},
    {"GET", "/trash", "listTrash", &AdminApi::listTrash},
    {"DELETE", "/trash", "emptyTrash", &AdminApi::emptyTrash},
    {"POST", "/trash/{entry}/restore", "restoreTrash", &AdminApi::restoreTrash, true},
    {"DELETE", "/trash/{entry}/restore", "stopRestore", &AdminApi::stopRestore},
    {"DELETE", "/trash/{entry}", "deleteTrashEntry", &AdminApi::deleteTrashEntry},
    {"GET", "/clock", "getClock", &AdminApi::getClock},
    {"POST", "/clock/freeze", "freezeClock", &AdminApi::freezeClock},
    {"POST", "/clock/run", "runClock", &AdminApi::runClock},
    {"POST", "/clock/advance", "advanceClock", &AdminApi::advanceClock, true},
};

/// Segments of the prefix: "signalbox" and "v1".
constexpr qsizetype kPrefixSegments = 2;

bool matches(QByteArrayView pattern, const QList<QByteArray> &segments)
{
    qsizetype index = kPrefixSegments;
    qsizetype from = 1; // behind the first slash
    while (from <= pattern.size()) {
        qsizetype end = pattern.indexOf('/', from);
        if (end < 0)
            end = pattern.size();
        const QByteArrayView part = pattern.sliced(from, end - from);
        if (index >= segments.size() || (!part.startsWith('{') && part != segments.at(index)))
            return false;
        ++index;
        from = end + 1;
    }
    return index == segments.size();
}

struct RouteSearch
{
    const AdminRoute *route = nullptr;
    QByteArray
        allowedMethods; ///< Those that the path has, when the method asked for is not among them.
};

RouteSearch findRoute(const QByteArray &method, const QList<QByteArray> &segments)
{
    RouteSearch search;
    for (const AdminRoute &route : kRoutes) {
        if (!matches(route.path, segments))
            continue;
        if (method == route.method) {
            search.route = &route;
            return search;
        }
        search.allowedMethods += search.allowedMethods.isEmpty() ? "" : ", ";
        search.allowedMethods += route.method;
    }
    return search;
}

} // namespace

QString AdminApi::queueName(const Exchange &exchange)
{
    return QString::fromUtf8(exchange.segment(3));
}

AdminApi::AdminApi(const ApiServices &services, const BrokerFacts &facts)
    : m_services(services)
    , m_facts(facts)
    , m_engine(services.engine)
    , m_topics(services.topics)
    // Cursors of this run lie above those of every earlier one.
    , m_topicChanges(std::make_unique<RowChanges>(quint64(services.systemTime()) << 12))
{
}

Result<quint64> AdminApi::cursorOf(const Exchange &exchange)
{
    const QByteArray since = exchange.query().value("since");
    bool isNumber = true;
    const quint64 cursor = since.isEmpty() ? 0 : since.toULongLong(&isNumber);
    if (!isNumber)
        return Error{ErrorCode::InvalidArgument,
                     QStringLiteral("The cursor is none of this broker.")};
    return cursor;
}

std::span<const AdminRoute> AdminApi::routes()
{
    return kRoutes;
}

void AdminApi::handle(const HttpRequest &request, ReplySlot slot) const
{
    const auto exchange =
        std::make_shared<Exchange>(m_services, request, std::move(slot), jsonRefusal);
    exchange->setOperation("admin");

    // A web page that a browser was lured to must not reach a broker on its user's machine.
    const QString origin = QString::fromUtf8(request.header("origin"));
    if (request.hasHeader("origin") && !m_facts.allowedOrigins.contains(origin)) {
        return exchange->refuse(
            {ErrorCode::AccessDenied,
             QStringLiteral("Requests of web pages from %1 are not allowed.").arg(origin)});
    }
    if (!exchange->resource())
        return exchange->refuse(exchange->resource().error());
    const RouteSearch search = findRoute(request.method, exchange->resource()->segments);
    if (!search.route && search.allowedMethods.isEmpty())
        return exchange->refuse({ErrorCode::NotFound, QStringLiteral("Nothing has this path.")});
    if (!search.route) {
        const Error error{ErrorCode::MethodNotAllowed,
                          QStringLiteral("This path understands %1.")
                              .arg(QString::fromLatin1(search.allowedMethods))};
        HttpReply reply = jsonRefusal(*exchange, error);
        reply.headers.append({QByteArrayLiteral("Allow"), search.allowedMethods});
        return exchange->reply(reply, error);
    }

    exchange->setOperation(search.route->operation);
    if (request.method == "GET") // the console looks every second; that is nobody's activity
        exchange->setLogging(Exchange::Logging::RefusalsOnly);
    if (!search.route->isPublic) {
        if (!exchange->authenticate()
            || !exchange->allow(QByteArray("signalbox:") + search.route->operation))
            return;
        if (!request.body.isEmpty() && request.header("content-md5").isEmpty()) {
            return exchange->refuse(
                {ErrorCode::InvalidDegist,
                 QStringLiteral("Requests with a body must carry the header Content-MD5.")});
        }
    }
    if (!search.route->takesBody) { // what its sender meant by one would be ignored
        if (const Result<QJsonObject> body = jsonBody(*exchange, {}); !body)
            return exchange->refuse(body.error());
    }
    (this->*search.route->run)(exchange);
}

QByteArray AdminApi::openApiDocument()
{
    QFile file(QStringLiteral(":/signalbox/openapi/signalbox-v1.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void AdminApi::getOpenApi(const ExchangePtr &exchange) const
{
    HttpReply reply = jsonReply(*exchange, QJsonObject());
    reply.body = openApiDocument();
    exchange->reply(reply);
}

} // namespace Signalbox
