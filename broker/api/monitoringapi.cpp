// SPDX-License-Identifier: GPL-3.0-only
#include "api/monitoringapi.h"

#include "engine/engine.h"
#include "metrics/brokermetrics.h"
#include "metrics/prometheustext.h"

#include <QHostAddress>
#include <QUrl>

namespace Signalbox {

namespace {

QByteArrayView pathOf(const HttpRequest &request)
{
    const QByteArrayView target(request.target);
    const qsizetype query = target.indexOf('?');
    return query < 0 ? target : target.first(query);
}

HttpReply plainReply(int status, const QByteArray &text)
{
    HttpReply reply;
    reply.status = status;
    reply.headers = {
        {QByteArrayLiteral("Content-Type"), QByteArrayLiteral("text/plain; charset=utf-8")},
        {QByteArrayLiteral("Cache-Control"), QByteArrayLiteral("no-store")}};
    reply.body = text;
    return reply;
}

/// A name in Host that is no address may be one that an attacker's name server pointed here.
bool isFromThisMachine(const HttpRequest &request)
{
    if (!request.peerAddress.isLoopback() || request.hasHeader("origin"))
        return false;
    const QString host =
        QUrl(QStringLiteral("http://") + QString::fromLatin1(request.header("host"))).host();
    return host.isEmpty() || host == QLatin1String("localhost") || !QHostAddress(host).isNull();
}

void writeCounts(PrometheusText &text, QByteArrayView queue, const QueueCounts &counts)
{
    text.value(double(counts.ready), {{"queue", queue}, {"state", "ready"}});
    text.value(double(counts.leased), {{"queue", queue}, {"state", "leased"}});
    text.value(double(counts.delayed), {{"queue", queue}, {"state", "delayed"}});
    text.value(double(counts.blocked), {{"queue", queue}, {"state", "blocked"}});
}

} // namespace

MonitoringApi::MonitoringApi(const ApiServices &services, const BrokerFacts &facts)
    : m_services(services)
    , m_facts(facts)
{
}

bool MonitoringApi::isMonitoring(const HttpRequest &request)
{
    const QByteArrayView path = pathOf(request);
    return path == "/healthz" || path == "/metrics";
}

HttpReply MonitoringApi::reply(const HttpRequest &request, Audience audience) const
{
    if (audience == Audience::Loopback && !isFromThisMachine(request))
        return plainReply(403,
                          "Answers to this machine only; elsewhere listen with metrics-listen.\n");
    if (!isMonitoring(request))
        return plainReply(404, "There are /healthz and /metrics here.\n");
    if (request.method != "GET") {
        HttpReply refused = plainReply(405, "This path understands GET.\n");
        refused.headers.append({QByteArrayLiteral("Allow"), QByteArrayLiteral("GET")});
        return refused;
    }
    return pathOf(request) == "/healthz" ? health() : metrics();
}

HttpReply MonitoringApi::health() const
{
    const StoreHealth &health = m_services.engine.health();
    return health.writable ? plainReply(200, "ok\n")
                           : plainReply(503, "writes stopped: " + health.reason.toUtf8() + '\n');
}

HttpReply MonitoringApi::metrics() const
{
    using Type = PrometheusText::Type;
    const BrokerMetrics &metrics = m_services.metrics;
    const BrokerTotals &totals = metrics.totals();
    const Engine::Totals now = m_services.engine.totals();

    PrometheusText text;
    text.family("signalbox_info", Type::Gauge, "The running version, as a label.");
    text.value(1, {{"version", SIGNALBOX_VERSION}});
    text.family("signalbox_start_time_seconds", Type::Gauge, "When the broker started, Unix time.");
    text.value(double(m_facts.startedAtMs) / 1000);
    text.family("signalbox_writable", Type::Gauge, "1 while the store accepts writes.");
    text.value(m_services.engine.health().writable ? 1 : 0);
    text.family("signalbox_messages_sent_total", Type::Counter, "Messages sent since the start.");
    text.value(double(totals.sent));
    text.family("signalbox_messages_received_total", Type::Counter,
                "Messages received since the start.");
    text.value(double(totals.received));
    text.family("signalbox_messages_deleted_total", Type::Counter,
                "Messages deleted since the start.");
    text.value(double(totals.deleted));
    text.family("signalbox_messages_published_total", Type::Counter,
                "Messages that topics took since the start.");
    text.value(double(totals.published));
    text.family("signalbox_pushes_total", Type::Counter,
                "Tries to bring a message to a subscriber since the start, by how they ended.");
    text.value(double(totals.pushed), {{"outcome", "delivered"}});
    text.value(double(totals.pushFailed), {{"outcome", "failed"}});
    text.family("signalbox_push_retries_total", Type::Counter,
                "Of those tries, the ones after a message's first.");
    text.value(double(totals.pushRetried));
    text.family("signalbox_requests_total", Type::Counter,
                "Requests since the start, by how they ended.");
    text.value(double(totals.answered), {{"outcome", "answered"}});
    text.value(double(totals.refused), {{"outcome", "refused"}});
    text.value(double(totals.failed), {{"outcome", "failed"}});
    text.family("signalbox_request_seconds", Type::Histogram,
                "Time from request to reply, long polls included.");
    text.histogram(metrics.allRequests());
    text.family("signalbox_commit_commands_total", Type::Counter,
                "Commands committed since the start.");
    text.value(double(totals.commands));
    text.family("signalbox_commit_seconds", Type::Histogram, "Time of a group commit.");
    text.histogram(metrics.allCommits());
    text.family("signalbox_connections", Type::Gauge, "Open connections.");
    text.value(m_facts.connections());
    text.family("signalbox_waiting_polls", Type::Gauge, "Long polls that wait.");
    text.value(now.waiters);
    text.family("signalbox_body_bytes", Type::Gauge, "Bytes of all message bodies held.");
    text.value(double(now.bodyBytes));
    text.family("signalbox_queues", Type::Gauge, "Queues.");
    text.value(now.queues);

    text.family("signalbox_queue_messages", Type::Gauge, "Messages of each queue, by state.");
    Caller self;
    self.account = m_facts.account;
    ListPage page;
    page.withMeta = true;
    do {
        const auto list = m_services.engine.listQueues(self, page);
        if (!list)
            break;
        for (const QueueAttributes &queue : list->queues)
            writeCounts(text, queue.name.toUtf8(), queue.counts);
        page.marker = list->nextMarker;
    } while (!page.marker.isEmpty());

    HttpReply reply = plainReply(200, text.text());
    reply.headers.first().value = PrometheusText::kContentType;
    return reply;
}

} // namespace Signalbox
