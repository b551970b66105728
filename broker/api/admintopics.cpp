// SPDX-License-Identifier: GPL-3.0-only
#include "api/adminapi.h"
#include "api/historyjson.h"
#include "api/jsonreply.h"
#include "api/topicjson.h"
#include "engine/topics.h"
#include "metrics/brokermetrics.h"
#include "push/pushservice.h"

#include <QJsonArray>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMaxPage = 1000;
constexpr int kDefaultPage = 100;

QString topicName(const Exchange &exchange)
{
    return QString::fromUtf8(exchange.segment(3));
}

QString subscriptionName(const Exchange &exchange)
{
    return QString::fromUtf8(exchange.segment(5));
}

Error noSuchTopic(const Exchange &exchange)
{
    return {ErrorCode::TopicNotExist, u"No topic is named \"%1\"."_s.arg(topicName(exchange))};
}

Result<AttemptLog::Query> attemptQuery(const Exchange &exchange)
{
    const QueryItems &items = exchange.query();
    AttemptLog::Query query;
    query.account = exchange.caller().account;
    query.topic = QString::fromUtf8(items.value("topic"));
    query.subscription = QString::fromUtf8(items.value("subscription"));
    const auto after = items.integer("after", 0, std::numeric_limits<qint64>::max());
    if (!after)
        return after.error();
    query.after = quint64(after->value_or(0));
    const auto limit = items.integer("limit", 1, kMaxPage);
    if (!limit)
        return limit.error();
    query.limit = int(limit->value_or(kDefaultPage));
    const Result<bool> failed = items.boolean("failed");
    if (!failed)
        return failed.error();
    query.onlyFailed = *failed;
    return query;
}

} // namespace

void AdminApi::listTopics(const ExchangePtr &exchange) const
{
    const Result<quint64> cursor = cursorOf(*exchange);
    if (!cursor)
        return exchange->refuse(cursor.error());
    const QString &account = exchange->caller().account;
    std::vector<QJsonObject> topics;
    m_topics.registry().visit(account, {}, [&](const TopicRegistry::Topic &topic) {
        topics.push_back(AdminJson::topic(topic, m_services.metrics.pushes()));
        return true;
    });
    const RowChanges::Changed changed = m_topicChanges->since(*cursor, account, topics);
    exchange->reply(jsonReply(*exchange,
                              {{u"cursor"_s, QString::number(changed.cursor)},
                               {u"reset"_s, changed.reset},
                               {u"topics"_s, changed.rows},
                               {u"removed"_s, QJsonArray::fromStringList(changed.removed)}}));
}

const TopicRegistry::Topic *AdminApi::topicOr404(const ExchangePtr &exchange) const
{
    const TopicRegistry::Topic *topic =
        m_topics.registry().find(exchange->caller().account, topicName(*exchange));
    if (!topic)
        exchange->refuse(noSuchTopic(*exchange));
    return topic;
}

void AdminApi::getTopic(const ExchangePtr &exchange) const
{
    if (const TopicRegistry::Topic *topic = topicOr404(exchange))
        exchange->reply(
            jsonReply(*exchange, AdminJson::topic(*topic, m_services.metrics.pushes())));
}

void AdminApi::getTopicMetrics(const ExchangePtr &exchange) const
{
    if (const TopicRegistry::Topic *topic = topicOr404(exchange))
        exchange->reply(jsonReply(*exchange, AdminJson::topicHistory(m_services.metrics, *topic)));
}

void AdminApi::deleteTopic(const ExchangePtr &exchange) const
{
    m_topics.deleteTopic(exchange->caller(), topicName(*exchange),
                         answeringDeleted(exchange, noSuchTopic(*exchange)));
}

void AdminApi::unsubscribe(const ExchangePtr &exchange) const
{
    const QString name = subscriptionName(*exchange);
    m_topics.unsubscribe(exchange->caller(), topicName(*exchange), name,
                         answeringDeleted(exchange,
                                          {ErrorCode::SubscriptionNotExist,
                                           u"No subscription is named \"%1\"."_s.arg(name)}));
}

void AdminApi::retryNow(const ExchangePtr &exchange) const
{
    m_services.push.retryNow(exchange->caller(), topicName(*exchange), subscriptionName(*exchange),
                             answeringJson<int>(exchange, [](int retried) {
                                 return QJsonObject{{u"retried"_s, retried}};
                             }));
}

void AdminApi::pauseSubscription(const ExchangePtr &exchange) const
{
    setPaused(exchange, true);
}

void AdminApi::resumeSubscription(const ExchangePtr &exchange) const
{
    setPaused(exchange, false);
}

void AdminApi::setPaused(const ExchangePtr &exchange, bool paused) const
{
    m_topics.setPaused(exchange->caller(), topicName(*exchange), subscriptionName(*exchange),
                       paused, answeringJson<void>(exchange, [paused] {
                           return QJsonObject{{u"paused"_s, paused}};
                       }));
}

void AdminApi::listAttempts(const ExchangePtr &exchange) const
{
    const Result<AttemptLog::Query> query = attemptQuery(*exchange);
    if (!query)
        return exchange->refuse(query.error());
    QJsonArray attempts;
    const std::vector<PushAttempt> found = m_services.push.attempts().find(*query);
    for (const PushAttempt &attempt : found)
        attempts.append(AdminJson::attempt(attempt));
    exchange->reply(jsonReply(*exchange,
                              {{u"lastNumber"_s, qint64(m_services.push.attempts().lastNumber())},
                               {u"attempts"_s, attempts}}));
}

void AdminApi::sendAttemptAgain(const ExchangePtr &exchange) const
{
    const Result<QJsonObject> body = jsonBody(*exchange, {"endpoint"});
    if (!body)
        return exchange->refuse(body.error());
    const Result<std::optional<QString>> endpoint = optionalText(*body, u"endpoint"_s);
    if (!endpoint)
        return exchange->refuse(endpoint.error());
    m_services.push.sendAgain(exchange->caller().account, exchange->segment(3).toULongLong(),
                              endpoint->value_or(QString()),
                              answeringJson<PushAttempt>(exchange, AdminJson::attempt));
}

void AdminApi::sendFromOutbox(const ExchangePtr &exchange) const
{
    m_services.push.sendFromOutbox(exchange->caller(), exchange->segment(3),
                                   answeringJson<PushAttempt>(exchange, AdminJson::attempt));
}

void AdminApi::testPush(const ExchangePtr &exchange) const
{
    const Result<QJsonObject> body = jsonBody(*exchange, {"endpoint", "notifyContentFormat"});
    if (!body)
        return exchange->refuse(body.error());
    const QJsonValue word = body->value("notifyContentFormat"_L1);
    const std::optional<NotifyContentFormat> format = word.isUndefined()
        ? NotifyContentFormat::Xml
        : notifyContentFormatFromWire(word.toString().toLatin1());
    if (!format) {
        return exchange->refuse(
            {ErrorCode::InvalidArgument, u"notifyContentFormat is XML, JSON or SIMPLIFIED."_s});
    }
    m_services.push.test(exchange->caller().account, body->value("endpoint"_L1).toString(), *format,
                         answeringJson<PushAttempt>(exchange, AdminJson::attempt));
}

} // namespace Signalbox
