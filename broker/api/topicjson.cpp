// SPDX-License-Identifier: GPL-3.0-only
#include "api/topicjson.h"

#include "api/adminjson.h"
#include "protocol/pushendpoint.h"

#include <QJsonArray>

namespace Signalbox::AdminJson {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFailingMinutes = 10;

QString channelName(const QString &endpoint)
{
    const Result<PushEndpoint> parsed = parsePushEndpoint(endpoint);
    return parsed ? nameOf(parsed->channel) : u"unknown"_s;
}

QString outcomeName(PushAttempt::Outcome outcome)
{
    switch (outcome) {
    case PushAttempt::Outcome::Delivered:
        return u"delivered"_s;
    case PushAttempt::Outcome::Failed:
        return u"failed"_s;
    case PushAttempt::Outcome::DeadLettered:
        return u"deadLettered"_s;
    case PushAttempt::Outcome::Dropped:
        return u"dropped"_s;
    }
    return {};
}

QJsonObject subscriptionObject(const TopicRegistry::Subscription &subscription,
                               const SubscriptionTraffic &traffic)
{
    const SubscriptionSettings &settings = subscription.row.settings;
    return {{u"name"_s, subscription.row.name},
            {u"endpoint"_s, settings.endpoint},
            {u"channel"_s, channelName(settings.endpoint)},
            {u"notifyStrategy"_s, QString::fromLatin1(toWire(settings.strategy))},
            {u"notifyContentFormat"_s, QString::fromLatin1(toWire(settings.format))},
            {u"filterTag"_s, settings.filterTag},
            {u"deadLetterQueue"_s, settings.deadLetterQueue},
            {u"maxPushesPerSecond"_s, settings.maxPushesPerSecond},
            {u"paused"_s, subscription.row.isPaused},
            {u"waiting"_s, counts(subscription.waiting)},
            {u"deliveredPerS"_s, traffic.delivered.perSecond()},
            {u"deliveredLastHour"_s, traffic.delivered.lastHour()},
            {u"failedLastHour"_s, traffic.failed.lastHour()},
            {u"notKeptLastHour"_s, traffic.notKept.lastHour()},
            {u"deliveredLast10Min"_s, traffic.delivered.lastMinutes(kFailingMinutes)},
            {u"failedLast10Min"_s, traffic.failed.lastMinutes(kFailingMinutes)},
            {u"lastDurationMs"_s, double(traffic.lastDuration.count()) / 1000},
            {u"lastError"_s, traffic.lastError},
            {u"nextAttemptAtMs"_s, traffic.nextAtMs},
            {u"createdAtMs"_s, subscription.row.createdAtMs},
            {u"modifiedAtMs"_s, subscription.row.modifiedAtMs}};
}

QJsonArray headerArray(const HeaderList &headers)
{
    QJsonArray array;
    for (const auto &[name, value] : headers)
        array.append(QJsonObject{{u"name"_s, QString::fromUtf8(name)},
                                 {u"value"_s, QString::fromUtf8(value)}});
    return array;
}

} // namespace

QJsonObject topic(const TopicRegistry::Topic &topic, const PushTraffic &traffic)
{
    QJsonArray subscriptions;
    for (const auto &[name, subscription] : topic.subscriptions)
        subscriptions.append(
            subscriptionObject(subscription, traffic.subscription(subscription.row.id)));
    const HourlyCount &published = traffic.topic(topic.row.id);
    QJsonArray course;
    for (const qint64 point : published.spark())
        course.append(point);
    return {{u"name"_s, topic.row.name},
            {u"maximumMessageSize"_s, topic.row.settings.maximumMessageSizeBytes},
            {u"loggingEnabled"_s, topic.row.settings.loggingEnabled},
            {u"topicType"_s, QString::fromLatin1(toWire(topic.row.settings.type))},
            {u"createdAtMs"_s, topic.row.createdAtMs},
            {u"modifiedAtMs"_s, topic.row.modifiedAtMs},
            {u"publishedPerS"_s, published.perSecond()},
            {u"publishedLastHour"_s, published.lastHour()},
            {u"spark"_s, course},
            {u"subscriptions"_s, subscriptions}};
}

QJsonObject attempt(const PushAttempt &attempt)
{
    return {{u"number"_s, qint64(attempt.number)},
            {u"topic"_s, attempt.topic},
            {u"subscription"_s, attempt.subscription},
            {u"messageId"_s, QString::fromLatin1(attempt.messageId)},
            {u"attempt"_s, attempt.attempt},
            {u"atMs"_s, attempt.atMs},
            {u"endpoint"_s, attempt.endpoint},
            {u"outcome"_s, outcomeName(attempt.outcome)},
            {u"manual"_s, attempt.isManual},
            {u"nextAtMs"_s, attempt.nextAtMs},
            {u"durationMs"_s, double(attempt.reply.duration.count()) / 1000},
            {u"status"_s, attempt.reply.status},
            {u"error"_s, attempt.reply.error},
            {u"requestHeaders"_s, headerArray(attempt.request.headers)},
            {u"requestBody"_s, QString::fromUtf8(attempt.request.body)},
            {u"stringToSign"_s, QString::fromUtf8(attempt.stringToSign)},
            {u"responseHeaders"_s, headerArray(attempt.reply.headers)},
            {u"responseBody"_s, QString::fromUtf8(attempt.reply.body)}};
}

} // namespace Signalbox::AdminJson
