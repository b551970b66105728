// SPDX-License-Identifier: GPL-3.0-only
#include "api/adminapi.h"
#include "api/adminjson.h"
#include "api/historyjson.h"
#include "api/jsonreply.h"
#include "engine/engine.h"
#include "metrics/brokermetrics.h"
#include "metrics/requestlog.h"
#include "protocol/wireerrors.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QStorageInfo>

#include <cmath>

namespace Signalbox {

namespace {

QJsonObject diskJson(const QString &directory)
{
    const QStorageInfo disk(directory);
    return {{QStringLiteral("freeBytes"), std::max<qint64>(0, disk.bytesAvailable())},
            {QStringLiteral("totalBytes"), std::max<qint64>(0, disk.bytesTotal())}};
}

QJsonArray refusedKeysJson(const RefusalTally &refusals)
{
    constexpr size_t kMostKeys = 20;
    QJsonArray keys;
    for (const RefusalTally::Key &key : refusals.recent(kMostKeys)) {
        keys.append(QJsonObject{
            {QStringLiteral("accessKeyId"), key.accessKeyId},
            {QStringLiteral("refusals"), key.refusals},
            {QStringLiteral("lastCode"), QString::fromLatin1(wireError(key.lastCode).name)},
            {QStringLiteral("lastAtMs"), key.lastAtMs}});
    }
    return keys;
}

QJsonObject commitJson(const BrokerMetrics &metrics)
{
    const LatencyHistogram commits = metrics.recentCommits();
    const auto percentile = [&](double share) { return commits.percentileMs(share).value_or(0); };
    return {{QStringLiteral("number"), qint64(metrics.totals().commits)},
            {QStringLiteral("p50Ms"), percentile(0.50)},
            {QStringLiteral("p95Ms"), percentile(0.95)},
            {QStringLiteral("p99Ms"), percentile(0.99)}};
}

} // namespace

void AdminApi::getStatus(const ExchangePtr &exchange) const
{
    const Engine::Totals totals = m_engine.totals();
    const StoreHealth &health = m_engine.health();
    const qint64 nowMs = m_services.systemTime();
    QJsonObject status{
        {QStringLiteral("product"), QStringLiteral("signalbox")},
        {QStringLiteral("version"), QStringLiteral(SIGNALBOX_VERSION)},
        {QStringLiteral("qtVersion"), QString::fromLatin1(qVersion())},
        {QStringLiteral("state"),
         health.writable ? QStringLiteral("running") : QStringLiteral("writesStopped")},
        {QStringLiteral("startedAtMs"), m_facts.startedAtMs},
        {QStringLiteral("uptimeMs"), nowMs - m_facts.startedAtMs},
        {QStringLiteral("account"), m_facts.account},
        {QStringLiteral("endpoint"), m_facts.endpoint},
        {QStringLiteral("durability"), m_facts.durability},
        {QStringLiteral("dataDirectory"), m_facts.dataDirectory},
        {QStringLiteral("trashTimeMs"), qint64(m_facts.trashTime.count())},
        {QStringLiteral("mailRelay"), m_facts.mailRelay},
        {QStringLiteral("smsGateway"), m_facts.smsGateway},
        {QStringLiteral("clock"), clockJson()},
        {QStringLiteral("queues"), totals.queues},
        {QStringLiteral("messages"), AdminJson::counts(totals.counts)},
        {QStringLiteral("bodyBytes"), totals.bodyBytes},
        {QStringLiteral("connections"), m_facts.connections()},
        {QStringLiteral("waiters"), totals.waiters},
        {QStringLiteral("commit"), commitJson(m_services.metrics)},
        {QStringLiteral("requestsTotal"), qint64(m_services.metrics.totals().requests())},
        {QStringLiteral("disk"), diskJson(m_facts.dataDirectory)},
        {QStringLiteral("refusedKeys"), refusedKeysJson(m_services.metrics.refusals())},
        {QStringLiteral("capabilities"),
         QJsonArray{QStringLiteral("browse"), QStringLiteral("trash"), QStringLiteral("clock"),
                    QStringLiteral("requests"), QStringLiteral("metrics"),
                    QStringLiteral("topics")}}};
    if (!health.writable) {
        status.insert(QStringLiteral("reason"), health.reason);
        status.insert(QStringLiteral("sinceMs"), health.sinceMs);
    }
    exchange->reply(jsonReply(*exchange, status));
}

void AdminApi::getMetrics(const ExchangePtr &exchange) const
{
    const Result<std::optional<qint64>> seconds =
        exchange->query().integer("seconds", 1, BrokerMetrics::kHistorySeconds);
    if (!seconds)
        return exchange->refuse(seconds.error());
    const auto span = int(seconds->value_or(BrokerMetrics::kHistorySeconds));
    exchange->reply(jsonReply(*exchange, AdminJson::brokerHistory(m_services.metrics, span)));
}

void AdminApi::listRequests(const ExchangePtr &exchange) const
{
    const QueryItems &query = exchange->query();
    const Result<std::optional<qint64>> after =
        query.integer("after", 0, std::numeric_limits<qint64>::max());
    if (!after)
        return exchange->refuse(after.error());
    const Result<std::optional<qint64>> before =
        query.integer("before", 0, std::numeric_limits<qint64>::max());
    if (!before)
        return exchange->refuse(before.error());
    const Result<std::optional<qint64>> limit = query.integer("limit", 1, 1000);
    if (!limit)
        return exchange->refuse(limit.error());
    const Result<bool> refusedOnly = query.boolean("refused");
    if (!refusedOnly)
        return exchange->refuse(refusedOnly.error());

    QJsonArray requests;
    for (const LoggedRequest &request :
         m_services.requestLog.newest(size_t(limit->value_or(100)), quint64(after->value_or(0)),
                                      *refusedOnly, quint64(before->value_or(0))))
        requests.append(AdminJson::request(request));
    exchange->reply(
        jsonReply(*exchange,
                  {{QStringLiteral("requests"), requests},
                   {QStringLiteral("lastId"), qint64(m_services.requestLog.lastId())}}));
}

QJsonObject AdminApi::clockJson() const
{
    const BrokerClock &clock = m_engine.clock();
    const qint64 nowMs = clock.nowMs();
    const qint64 systemMs = m_services.systemTime();
    return {{QStringLiteral("nowMs"), nowMs},
            {QStringLiteral("systemMs"), systemMs},
            {QStringLiteral("frozen"), clock.state().frozen},
            {QStringLiteral("offsetMs"), nowMs - systemMs}};
}

void AdminApi::getClock(const ExchangePtr &exchange) const
{
    exchange->reply(jsonReply(*exchange, clockJson()));
}

void AdminApi::freezeClock(const ExchangePtr &exchange) const
{
    m_engine.freezeClock(answeringJson<void>(exchange, [this] { return clockJson(); }));
}

void AdminApi::runClock(const ExchangePtr &exchange) const
{
    m_engine.runClock(answeringJson<void>(exchange, [this] { return clockJson(); }));
}

void AdminApi::advanceClock(const ExchangePtr &exchange) const
{
    const Result<QJsonObject> body = jsonBody(*exchange, {"ms"});
    if (!body)
        return exchange->refuse(body.error());
    const double ms = body->value(QStringLiteral("ms")).toDouble(-1);
    if (!(ms >= 0 && ms <= 1e15) || ms != std::floor(ms)) {
        return exchange->refuse({ErrorCode::InvalidArgument,
                                 QStringLiteral("\"ms\" must be a whole number of at least 0.")});
    }
    m_engine.advanceClock(std::chrono::milliseconds(qint64(ms)),
                          answeringJson<void>(exchange, [this] { return clockJson(); }));
}

} // namespace Signalbox
