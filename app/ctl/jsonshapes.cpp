// SPDX-License-Identifier: GPL-3.0-only
#include "jsonshapes.h"

#include "client/admincodec.h"
#include "client/topiccodec.h"
#include "protocol/propertyxml.h"
#include "protocol/wireerrors.h"

#include <QJsonDocument>

#include <cmath>

namespace Signalbox::Ctl {

using namespace Qt::StringLiterals;

namespace {

qint64 number(std::chrono::seconds duration)
{
    return qint64(duration.count());
}

QJsonValue orNull(const std::optional<qint64> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

/// For numbers of which 0 says that there is none.
QJsonValue unlessZero(qint64 value)
{
    return value == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(value);
}

QString text(const QByteArray &utf8)
{
    return QString::fromUtf8(utf8);
}

QJsonArray propertiesJson(const QList<MessageProperty> &properties)
{
    QJsonArray array;
    for (const MessageProperty &property : properties) {
        array.append(QJsonObject{{u"name"_s, property.name},
                                 {u"value"_s, property.value},
                                 {u"type"_s, propertyTypeName(property.type)}});
    }
    return array;
}

/// By name, as the admin API gives them.
QJsonValue attributesJson(const QList<MessageAttribute> &attributes)
{
    if (attributes.isEmpty())
        return QJsonValue::Null;
    QJsonObject object;
    for (const MessageAttribute &attribute : attributes)
        object.insert(attribute.name, attribute.json);
    return object;
}

QJsonObject countsJson(const QueueCounts &counts)
{
    return {{u"ready"_s, counts.ready},
            {u"leased"_s, counts.leased},
            {u"delayed"_s, counts.delayed},
            {u"blocked"_s, counts.blocked},
            {u"total"_s, counts.total()}};
}

} // namespace

double rounded(double value, double steps)
{
    return std::round(value * steps) / steps;
}

QJsonObject toJson(const QueueAttributes &queue)
{
    return {{u"name"_s, queue.name},
            {u"delaySeconds"_s, number(queue.settings.delay)},
            {u"maximumMessageSize"_s, queue.settings.maximumMessageSizeBytes},
            {u"messageRetentionPeriod"_s, number(queue.settings.retention)},
            {u"visibilityTimeout"_s, number(queue.settings.visibilityTimeout)},
            {u"pollingWaitSeconds"_s, number(queue.settings.pollingWait)},
            {u"loggingEnabled"_s, queue.settings.loggingEnabled},
            {u"queueType"_s, QString::fromLatin1(toWire(queue.settings.type))},
            {u"deadLetterQueue"_s, orNull(queue.settings.deadLetters.targetQueue)},
            {u"maxReceiveCount"_s, unlessZero(queue.settings.deadLetters.maxReceiveCount)},
            {u"ready"_s, queue.counts.ready},
            {u"leased"_s, queue.counts.leased},
            {u"delayed"_s, queue.counts.delayed},
            {u"createdAtMs"_s, queue.createdAtS * 1000},
            {u"modifiedAtMs"_s, queue.modifiedAtS * 1000}};
}

QJsonObject toJson(const SentMessage &message)
{
    QJsonObject json{{u"messageId"_s, text(message.messageId)},
                     {u"bodyMd5"_s, text(message.bodyMd5)}};
    json.insert(u"receiptHandle"_s, orNull(text(message.receiptHandle)));
    return json;
}

QJsonObject toJson(const ReceivedMessage &message)
{
    return {{u"messageId"_s, text(message.messageId)},
            {u"body"_s, text(message.body)},
            {u"bodyMd5"_s, text(message.bodyMd5)},
            {u"receiptHandle"_s, orNull(text(message.receiptHandle))},
            {u"enqueueTimeMs"_s, message.enqueueTimeMs},
            {u"firstDequeueTimeMs"_s, unlessZero(message.firstDequeueTimeMs)},
            {u"nextVisibleTimeMs"_s, unlessZero(message.nextVisibleTimeMs)},
            {u"dequeueCount"_s, message.dequeueCount},
            {u"priority"_s, message.priority},
            {u"messageGroupId"_s, orNull(message.groupId)},
            {u"userProperties"_s, propertiesJson(message.userProperties)},
            {u"systemProperties"_s, propertiesJson(message.systemProperties)}};
}

QJsonObject toJson(const FailedHandle &failed)
{
    return {{u"receiptHandle"_s, text(failed.receiptHandle)},
            {u"code"_s, QString::fromLatin1(wireError(failed.error.code).name)},
            {u"message"_s, failed.error.message}};
}

static QJsonObject toJson(const Admin::DeadLetter &letter)
{
    return {{u"queue"_s, orNull(letter.queue)},
            {u"topic"_s, orNull(letter.topic)},
            {u"subscription"_s, orNull(letter.subscription)},
            {u"messageId"_s, orNull(text(letter.messageId))},
            {u"atMs"_s, letter.atMs},
            {u"tries"_s, letter.tries},
            {u"lastFailure"_s, orNull(letter.lastFailure)},
            {u"redrivenFrom"_s, orNull(letter.redrivenFrom)}};
}

QJsonObject toJson(const Admin::Message &message)
{
    const bool isLeftOut = message.body.isEmpty() && message.bodyBytes > 0;
    return {{u"messageId"_s, text(message.messageId)},
            {u"state"_s, Admin::messageStateName(message.state)},
            {u"priority"_s, message.priority},
            {u"body"_s, isLeftOut ? QJsonValue(QJsonValue::Null) : QJsonValue(text(message.body))},
            {u"bodyMd5"_s, text(message.bodyMd5)},
            {u"bodyBytes"_s, message.bodyBytes},
            {u"enqueueTimeMs"_s, message.enqueueTimeMs},
            {u"firstDequeueTimeMs"_s, orNull(message.firstDequeueTimeMs)},
            {u"nextVisibleTimeMs"_s, orNull(message.nextVisibleTimeMs)},
            {u"dequeueCount"_s, message.dequeueCount},
            {u"holder"_s, orNull(message.holder)},
            {u"messageGroupId"_s, orNull(message.groupId)},
            {u"userProperties"_s, propertiesJson(message.userProperties)},
            {u"systemProperties"_s, propertiesJson(message.systemProperties)},
            {u"messageAttributes"_s, attributesJson(message.attributes)},
            {u"deadLetter"_s,
             message.deadLetter ? QJsonValue(toJson(*message.deadLetter))
                                : QJsonValue(QJsonValue::Null)}};
}

QJsonObject toJson(const Admin::Receiver &receiver)
{
    return {{u"address"_s, receiver.address},
            {u"agent"_s, receiver.agent},
            {u"holds"_s, receiver.holds},
            {u"waiters"_s, receiver.waiters},
            {u"received"_s, receiver.received},
            {u"deleted"_s, receiver.deleted},
            {u"extended"_s, receiver.extended},
            {u"expired"_s, receiver.expired},
            {u"receivedPerS"_s, receiver.receivedPerS},
            {u"deletedPerS"_s, receiver.deletedPerS},
            {u"lastSeenMs"_s, orNull(receiver.lastSeenMs)}};
}

QJsonObject toJson(const TopicAttributes &topic)
{
    return {{u"name"_s, topic.name},
            {u"maximumMessageSize"_s, topic.settings.maximumMessageSizeBytes},
            {u"loggingEnabled"_s, topic.settings.loggingEnabled},
            {u"topicType"_s, QString::fromLatin1(toWire(topic.settings.type))},
            {u"messageCount"_s, topic.messageCount},
            {u"createdAtMs"_s, topic.createdAtS * 1000},
            {u"modifiedAtMs"_s, topic.modifiedAtS * 1000}};
}

QJsonObject toJson(const SubscriptionAttributes &subscription)
{
    const SubscriptionSettings &settings = subscription.settings;
    return {{u"name"_s, subscription.name},
            {u"topic"_s, subscription.topic},
            {u"endpoint"_s, settings.endpoint},
            {u"notifyStrategy"_s, QString::fromLatin1(toWire(settings.strategy))},
            {u"notifyContentFormat"_s, QString::fromLatin1(toWire(settings.format))},
            {u"filterTag"_s, orNull(settings.filterTag)},
            {u"deadLetterQueue"_s, orNull(settings.deadLetterQueue)},
            {u"maxPushesPerSecond"_s, settings.maxPushesPerSecond},
            {u"createdAtMs"_s, subscription.createdAtS * 1000},
            {u"modifiedAtMs"_s, subscription.modifiedAtS * 1000}};
}

QJsonObject toJson(const Admin::Attempt &attempt)
{
    return {{u"number"_s, attempt.number},
            {u"topic"_s, attempt.topic},
            {u"subscription"_s, attempt.subscription},
            {u"messageId"_s, attempt.messageId},
            {u"attempt"_s, attempt.attempt},
            {u"atMs"_s, attempt.atMs},
            {u"endpoint"_s, attempt.endpoint},
            {u"outcome"_s, Admin::outcomeName(attempt.outcome)},
            {u"manual"_s, attempt.isManual},
            {u"nextAtMs"_s, unlessZero(attempt.nextAtMs)},
            {u"durationMs"_s, attempt.durationMs},
            {u"status"_s, unlessZero(attempt.status)},
            {u"error"_s, orNull(attempt.error)},
            {u"requestBody"_s, orNull(attempt.requestBody)},
            {u"stringToSign"_s, orNull(attempt.stringToSign)},
            {u"responseBody"_s, orNull(attempt.responseBody)}};
}

QJsonObject toJson(const Admin::Restored &restored)
{
    switch (restored.kind) {
    case Admin::TrashEntry::Kind::Topic:
        return {{u"topicName"_s, restored.name}};
    case Admin::TrashEntry::Kind::Subscription:
        return {{u"topicName"_s, restored.topicName}, {u"subscriptionName"_s, restored.name}};
    default:
        return {{u"queueName"_s, restored.name}};
    }
}

QJsonObject toJson(const Admin::TrashEntry &entry)
{
    QJsonObject json = toJson(Admin::Restored{entry.kind, entry.name, entry.topicName});
    json.insert(u"id"_s, entry.id);
    json.insert(u"kind"_s, trashKindName(entry.kind));
    json.insert(u"messages"_s, entry.messages);
    json.insert(u"bodyBytes"_s, entry.bodyBytes);
    json.insert(u"deletedAtMs"_s, entry.deletedAtMs);
    json.insert(u"expiresAtMs"_s, entry.expiresAtMs);
    json.insert(u"restoring"_s, entry.restoring);
    return json;
}

QJsonObject toJson(const Admin::ClockState &clock)
{
    return {{u"nowMs"_s, clock.nowMs},
            {u"systemMs"_s, clock.systemMs},
            {u"frozen"_s, clock.frozen},
            {u"offsetMs"_s, clock.offsetMs}};
}

QJsonObject toJson(const Admin::Status &status)
{
    QJsonArray refusedKeys;
    for (const Admin::RefusedKey &key : status.refusedKeys) {
        refusedKeys.append(QJsonObject{{u"accessKeyId"_s, key.accessKeyId},
                                       {u"refusals"_s, key.refusals},
                                       {u"lastCode"_s, key.lastCode},
                                       {u"lastAtMs"_s, key.lastAtMs}});
    }
    return {{u"product"_s, status.product},
            {u"version"_s, status.version},
            {u"qtVersion"_s, status.qtVersion},
            {u"state"_s, status.writesStopped ? u"writesStopped"_s : u"running"_s},
            {u"reason"_s, orNull(status.reason)},
            {u"startedAtMs"_s, status.startedAtMs},
            {u"uptimeMs"_s, status.uptimeMs},
            {u"account"_s, status.account},
            {u"endpoint"_s, status.endpoint},
            {u"durability"_s, status.durability},
            {u"dataDirectory"_s, status.dataDirectory},
            {u"trashTimeMs"_s, status.trashTimeMs ? QJsonValue(*status.trashTimeMs) : QJsonValue()},
            {u"clock"_s, toJson(status.clock)},
            {u"queues"_s, status.queues},
            {u"messages"_s, countsJson(status.messages)},
            {u"bodyBytes"_s, status.bodyBytes},
            {u"connections"_s, status.connections},
            {u"waiters"_s, status.waiters},
            {u"commit"_s,
             QJsonObject{{u"number"_s, status.commitNumber},
                         {u"p50Ms"_s, status.commitP50Ms},
                         {u"p95Ms"_s, status.commitP95Ms},
                         {u"p99Ms"_s, status.commitP99Ms}}},
            {u"requestsTotal"_s, status.requestsTotal},
            {u"disk"_s,
             QJsonObject{{u"freeBytes"_s, status.diskFreeBytes},
                         {u"totalBytes"_s, status.diskTotalBytes}}},
            {u"refusedKeys"_s, refusedKeys},
            {u"capabilities"_s, QJsonArray::fromStringList(status.capabilities)}};
}

QJsonObject toJson(const Admin::RequestRecord &request)
{
    return {{u"id"_s, request.id},
            {u"timeMs"_s, request.timeMs},
            {u"operation"_s, request.operation},
            {u"method"_s, request.method},
            {u"resource"_s, request.resource},
            {u"accessKeyId"_s, request.accessKeyId},
            {u"address"_s, request.address},
            {u"agent"_s, request.agent},
            {u"status"_s, request.status},
            {u"code"_s, orNull(request.code)},
            {u"message"_s, orNull(request.message)},
            {u"stringToSign"_s, orNull(request.stringToSign)},
            {u"signingMistake"_s, orNull(QString::fromLatin1(nameOf(request.signingMistake)))},
            {u"clientStringToSign"_s, orNull(request.clientStringToSign)},
            {u"variantsTried"_s, request.variantsTried},
            {u"durationUs"_s, request.durationUs},
            {u"requestId"_s, request.requestId}};
}

QString trashKindName(Admin::TrashEntry::Kind kind)
{
    switch (kind) {
    case Admin::TrashEntry::Kind::Purge:
        return u"purge"_s;
    case Admin::TrashEntry::Kind::Messages:
        return u"messages"_s;
    case Admin::TrashEntry::Kind::Topic:
        return u"topic"_s;
    case Admin::TrashEntry::Kind::Subscription:
        return u"subscription"_s;
    case Admin::TrashEntry::Kind::Queue:
        break;
    }
    return u"queue"_s;
}

QString toJsonText(const QJsonValue &value)
{
    const QJsonDocument document =
        value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

} // namespace Signalbox::Ctl
