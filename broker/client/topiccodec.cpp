// SPDX-License-Identifier: GPL-3.0-only
#include "client/topiccodec.h"

#include "client/jsonfields.h"

#include <QUrlQuery>

#include <algorithm>
#include <array>

namespace Signalbox::Admin {

using namespace Qt::StringLiterals;

namespace {

// In the order of Attempt::Outcome.
constexpr std::array kOutcomes{"delivered"_L1, "failed"_L1, "deadLettered"_L1, "dropped"_L1};

Subscription readSubscription(const QJsonObject &json)
{
    Subscription subscription;
    subscription.name = text(json, "name"_L1);
    subscription.channel = text(json, "channel"_L1);
    SubscriptionSettings &settings = subscription.settings;
    settings.endpoint = text(json, "endpoint"_L1);
    settings.strategy = notifyStrategyFromWire(text(json, "notifyStrategy"_L1).toLatin1())
                            .value_or(NotifyStrategy::BackoffRetry);
    settings.format = notifyContentFormatFromWire(text(json, "notifyContentFormat"_L1).toLatin1())
                          .value_or(NotifyContentFormat::Xml);
    settings.filterTag = text(json, "filterTag"_L1);
    settings.deadLetterQueue = text(json, "deadLetterQueue"_L1);
    settings.maxPushesPerSecond = json.value("maxPushesPerSecond"_L1).toInt();
    subscription.isPaused = json.value("paused"_L1).toBool();
    subscription.waiting = readCounts(json.value("waiting"_L1).toObject());
    subscription.deliveredPerS = json.value("deliveredPerS"_L1).toDouble();
    subscription.deliveredLastHour = integer(json, "deliveredLastHour"_L1);
    subscription.failedLastHour = integer(json, "failedLastHour"_L1);
    subscription.notKeptLastHour = integer(json, "notKeptLastHour"_L1);
    subscription.deliveredLast10Min = integer(json, "deliveredLast10Min"_L1);
    subscription.failedLast10Min = integer(json, "failedLast10Min"_L1);
    subscription.lastDurationMs = json.value("lastDurationMs"_L1).toDouble();
    subscription.lastError = text(json, "lastError"_L1);
    subscription.nextAttemptAtMs = integer(json, "nextAttemptAtMs"_L1);
    subscription.createdAtMs = integer(json, "createdAtMs"_L1);
    subscription.modifiedAtMs = integer(json, "modifiedAtMs"_L1);
    return subscription;
}

SubscriptionSamples readSubscriptionSamples(const QJsonObject &json)
{
    return {text(json, "name"_L1), series(json, "delivered"_L1), series(json, "failed"_L1),
            series(json, "waiting"_L1), series(json, "tookP95Ms"_L1)};
}

TopicSamples readTopicSamples(const QJsonObject &json)
{
    return {json.value("intervalMs"_L1).toInteger(), series(json, "published"_L1),
            list(json, "subscriptions"_L1, readSubscriptionSamples)};
}

Headers readHeaders(const QJsonObject &json, QLatin1StringView name)
{
    Headers headers;
    for (const QJsonValue value : json.value(name).toArray())
        headers.append({text(value.toObject(), "name"_L1), text(value.toObject(), "value"_L1)});
    return headers;
}

} // namespace

Attempt readAttempt(const QJsonObject &json)
{
    Attempt attempt;
    attempt.number = integer(json, "number"_L1);
    attempt.topic = text(json, "topic"_L1);
    attempt.subscription = text(json, "subscription"_L1);
    attempt.messageId = text(json, "messageId"_L1);
    attempt.attempt = json.value("attempt"_L1).toInt();
    attempt.atMs = integer(json, "atMs"_L1);
    attempt.endpoint = text(json, "endpoint"_L1);
    const auto *outcome = std::ranges::find(kOutcomes, text(json, "outcome"_L1));
    if (outcome != kOutcomes.end())
        attempt.outcome = Attempt::Outcome(outcome - kOutcomes.begin());
    attempt.isManual = json.value("manual"_L1).toBool();
    attempt.nextAtMs = integer(json, "nextAtMs"_L1);
    attempt.durationMs = json.value("durationMs"_L1).toDouble();
    attempt.status = json.value("status"_L1).toInt();
    attempt.error = text(json, "error"_L1);
    attempt.requestHeaders = readHeaders(json, "requestHeaders"_L1);
    attempt.requestBody = text(json, "requestBody"_L1);
    attempt.stringToSign = text(json, "stringToSign"_L1);
    attempt.responseHeaders = readHeaders(json, "responseHeaders"_L1);
    attempt.responseBody = text(json, "responseBody"_L1);
    return attempt;
}

QString Attempt::failure() const
{
    return error.isEmpty() ? u"HTTP %1"_s.arg(status) : error;
}

const Subscription *Topic::find(const QString &subscription) const
{
    const auto at = std::ranges::lower_bound(subscriptions, subscription, {}, &Subscription::name);
    return at != subscriptions.end() && at->name == subscription ? &*at : nullptr;
}

Topic readTopic(const QJsonObject &json)
{
    Topic topic;
    topic.name = text(json, "name"_L1);
    topic.settings.maximumMessageSizeBytes = json.value("maximumMessageSize"_L1).toInt();
    topic.settings.loggingEnabled = json.value("loggingEnabled"_L1).toBool();
    topic.settings.type = queueTypeFromWire(json.value("topicType"_L1).toString().toLatin1())
                              .value_or(QueueType::Normal);
    topic.createdAtMs = integer(json, "createdAtMs"_L1);
    topic.modifiedAtMs = integer(json, "modifiedAtMs"_L1);
    topic.publishedPerS = json.value("publishedPerS"_L1).toDouble();
    topic.publishedLastHour = integer(json, "publishedLastHour"_L1);
    topic.spark = series(json, "spark"_L1);
    topic.subscriptions = list(json, "subscriptions"_L1, readSubscription);
    return topic;
}

TopicChanges readTopicChanges(const QJsonObject &json)
{
    return {text(json, "cursor"_L1), list(json, "topics"_L1, readTopic),
            texts(json.value("removed"_L1).toArray()), json.value("reset"_L1).toBool(true)};
}

TopicHistory readTopicHistory(const QJsonObject &json)
{
    return {integer(json, "endMs"_L1), readTopicSamples(json.value("seconds"_L1).toObject()),
            readTopicSamples(json.value("minutes"_L1).toObject())};
}

AttemptPage readAttempts(const QJsonObject &json)
{
    return {integer(json, "lastNumber"_L1), list(json, "attempts"_L1, readAttempt)};
}

QByteArray attemptParameters(const AttemptQuery &query)
{
    QUrlQuery parameters;
    if (!query.topic.isEmpty())
        parameters.addQueryItem(u"topic"_s, query.topic);
    if (!query.subscription.isEmpty())
        parameters.addQueryItem(u"subscription"_s, query.subscription);
    if (query.after > 0)
        parameters.addQueryItem(u"after"_s, QString::number(query.after));
    if (query.onlyFailed)
        parameters.addQueryItem(u"failed"_s, u"true"_s);
    parameters.addQueryItem(u"limit"_s, QString::number(query.limit));
    return parameters.toString(QUrl::FullyEncoded).toLatin1();
}

QString outcomeName(Attempt::Outcome outcome)
{
    return kOutcomes.at(std::size_t(outcome));
}

} // namespace Signalbox::Admin
