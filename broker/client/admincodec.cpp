// SPDX-License-Identifier: GPL-3.0-only
#include "client/admincodec.h"

#include "client/jsonfields.h"

#include <QJsonArray>
#include <QJsonValue>
#include <QUrlQuery>

#include <array>

namespace Signalbox::Admin {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kStateNames{"ready"_L1, "delayed"_L1, "leased"_L1, "blocked"_L1};

int smallInteger(const QJsonObject &json, QLatin1StringView name)
{
    return json.value(name).toInt();
}

std::optional<qint64> optionalInteger(const QJsonObject &json, QLatin1StringView name)
{
    const QJsonValue value = json.value(name);
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

std::chrono::seconds seconds(const QJsonObject &json, QLatin1StringView name)
{
    return std::chrono::seconds(integer(json, name));
}

QueueSamples readSamples(const QJsonObject &json, qint64 fallbackIntervalMs)
{
    QueueSamples samples;
    samples.intervalMs = json.value("intervalMs"_L1).toInteger(fallbackIntervalMs);
    samples.sent = series(json, "sent"_L1);
    samples.received = series(json, "received"_L1);
    samples.deleted = series(json, "deleted"_L1);
    samples.ready = series(json, "ready"_L1);
    samples.leased = series(json, "leased"_L1);
    samples.delayed = series(json, "delayed"_L1);
    samples.toReceiveP50Ms = series(json, "toReceiveP50Ms"_L1);
    samples.toReceiveP95Ms = series(json, "toReceiveP95Ms"_L1);
    samples.toReceiveP99Ms = series(json, "toReceiveP99Ms"_L1);
    samples.toDeleteP50Ms = series(json, "toDeleteP50Ms"_L1);
    samples.toDeleteP95Ms = series(json, "toDeleteP95Ms"_L1);
    samples.toDeleteP99Ms = series(json, "toDeleteP99Ms"_L1);
    samples.receivesPerDeleted = series(json, "receivesPerDeleted"_L1);
    return samples;
}

MessageProperty readProperty(const QJsonObject &json)
{
    const QString type = text(json, "type"_L1);
    PropertyType propertyType = PropertyType::String;
    if (type.compare("NUMBER"_L1, Qt::CaseInsensitive) == 0)
        propertyType = PropertyType::Number;
    else if (type.compare("BOOLEAN"_L1, Qt::CaseInsensitive) == 0)
        propertyType = PropertyType::Boolean;
    else if (type.compare("BINARY"_L1, Qt::CaseInsensitive) == 0)
        propertyType = PropertyType::Binary;
    return {text(json, "name"_L1), text(json, "value"_L1), propertyType};
}

Receiver readReceiver(const QJsonObject &json)
{
    Receiver receiver;
    receiver.address = text(json, "address"_L1);
    receiver.agent = text(json, "agent"_L1);
    receiver.holds = smallInteger(json, "holds"_L1);
    receiver.waiters = smallInteger(json, "waiters"_L1);
    receiver.received = integer(json, "received"_L1);
    receiver.deleted = integer(json, "deleted"_L1);
    receiver.extended = integer(json, "extended"_L1);
    receiver.expired = integer(json, "expired"_L1);
    receiver.receivedPerS = json.value("receivedPerS"_L1).toDouble();
    receiver.deletedPerS = json.value("deletedPerS"_L1).toDouble();
    receiver.lastSeenMs = optionalInteger(json, "lastSeenMs"_L1);
    return receiver;
}

RequestRecord readRequest(const QJsonObject &json)
{
    RequestRecord record;
    record.id = integer(json, "id"_L1);
    record.timeMs = integer(json, "timeMs"_L1);
    record.operation = text(json, "operation"_L1);
    record.method = text(json, "method"_L1);
    record.resource = text(json, "resource"_L1);
    record.accessKeyId = text(json, "accessKeyId"_L1);
    record.address = text(json, "address"_L1);
    record.agent = text(json, "agent"_L1);
    record.status = smallInteger(json, "status"_L1);
    record.code = text(json, "code"_L1);
    record.message = text(json, "message"_L1);
    record.stringToSign = text(json, "stringToSign"_L1);
    record.signingMistake = signingMistake(text(json, "signingMistake"_L1).toLatin1());
    record.clientStringToSign = text(json, "clientStringToSign"_L1);
    record.variantsTried = smallInteger(json, "variantsTried"_L1);
    record.durationUs = integer(json, "durationUs"_L1);
    record.requestId = text(json, "requestId"_L1);
    return record;
}

RefusedKey readRefusedKey(const QJsonObject &json)
{
    return {text(json, "accessKeyId"_L1), integer(json, "refusals"_L1), text(json, "lastCode"_L1),
            integer(json, "lastAtMs"_L1)};
}

} // namespace

Status readStatus(const QJsonObject &json)
{
    const QJsonObject disk = json.value("disk"_L1).toObject();
    const QJsonObject commit = json.value("commit"_L1).toObject();
    Status status;
    status.product = text(json, "product"_L1);
    status.version = text(json, "version"_L1);
    status.qtVersion = text(json, "qtVersion"_L1);
    status.writesStopped = text(json, "state"_L1) == "writesStopped"_L1;
    status.reason = text(json, "reason"_L1);
    status.sinceMs = integer(json, "sinceMs"_L1);
    status.startedAtMs = integer(json, "startedAtMs"_L1);
    status.uptimeMs = integer(json, "uptimeMs"_L1);
    status.account = text(json, "account"_L1);
    status.endpoint = text(json, "endpoint"_L1);
    status.durability = text(json, "durability"_L1);
    status.dataDirectory = text(json, "dataDirectory"_L1);
    if (json.contains("trashTimeMs"_L1))
        status.trashTimeMs = integer(json, "trashTimeMs"_L1);
    status.clock = readClock(json.value("clock"_L1).toObject());
    status.queues = smallInteger(json, "queues"_L1);
    status.messages = readCounts(json.value("messages"_L1).toObject());
    status.bodyBytes = integer(json, "bodyBytes"_L1);
    status.mailRelay = text(json, "mailRelay"_L1);
    status.smsGateway = text(json, "smsGateway"_L1);
    status.connections = smallInteger(json, "connections"_L1);
    status.waiters = smallInteger(json, "waiters"_L1);
    status.commitNumber = integer(commit, "number"_L1);
    status.commitP50Ms = commit.value("p50Ms"_L1).toDouble();
    status.commitP95Ms = commit.value("p95Ms"_L1).toDouble();
    status.commitP99Ms = commit.value("p99Ms"_L1).toDouble();
    status.requestsTotal = integer(json, "requestsTotal"_L1);
    status.diskFreeBytes = integer(disk, "freeBytes"_L1);
    status.diskTotalBytes = integer(disk, "totalBytes"_L1);
    status.refusedKeys = list(json, "refusedKeys"_L1, readRefusedKey);
    status.capabilities = texts(json.value("capabilities"_L1).toArray());
    return status;
}

BrokerHistory readBrokerHistory(const QJsonObject &json)
{
    const QJsonObject samples = json.value("series"_L1).toObject();
    BrokerHistory history;
    history.endMs = integer(json, "endMs"_L1);
    history.intervalMs = json.value("intervalMs"_L1).toInteger(history.intervalMs);
    for (const auto &[name, member] : kBrokerSeries)
        history.*member = series(samples, QLatin1StringView(name));
    return history;
}

QueueRow readQueueRow(const QJsonObject &json)
{
    QueueRow row;
    row.name = text(json, "name"_L1);
    row.settings.delay = seconds(json, "delaySeconds"_L1);
    row.settings.maximumMessageSizeBytes = smallInteger(json, "maximumMessageSize"_L1);
    row.settings.retention = seconds(json, "messageRetentionPeriod"_L1);
    row.settings.visibilityTimeout = seconds(json, "visibilityTimeout"_L1);
    row.settings.pollingWait = seconds(json, "pollingWaitSeconds"_L1);
    row.settings.loggingEnabled = json.value("loggingEnabled"_L1).toBool();
    row.settings.type =
        queueTypeFromWire(text(json, "queueType"_L1).toLatin1()).value_or(QueueType::Normal);
    row.settings.deadLetters = {text(json, "deadLetterQueue"_L1),
                                int(integer(json, "maxReceiveCount"_L1))};
    row.createdAtMs = integer(json, "createdAtMs"_L1);
    row.modifiedAtMs = integer(json, "modifiedAtMs"_L1);
    row.counts = readCounts(json);
    row.bodyBytes = integer(json, "bodyBytes"_L1);
    row.oldestReadyMs = optionalInteger(json, "oldestReadyMs"_L1);
    row.nextDueMs = optionalInteger(json, "nextDueMs"_L1);
    row.inPerS = json.value("inPerS"_L1).toDouble();
    row.outPerS = json.value("outPerS"_L1).toDouble();
    row.deletedPerS = json.value("deletedPerS"_L1).toDouble();
    row.lastReceiveMs = optionalInteger(json, "lastReceiveMs"_L1);
    row.waiters = smallInteger(json, "waiters"_L1);
    row.spark = series(json, "spark"_L1);
    return row;
}

QueueChanges readQueueChanges(const QJsonObject &json)
{
    return {text(json, "cursor"_L1), json.value("complete"_L1).toBool(true),
            list(json, "queues"_L1, readQueueRow), texts(json.value("removed"_L1).toArray()),
            json.value("reset"_L1).toBool()};
}

QueueHistory readQueueHistory(const QJsonObject &json)
{
    return {integer(json, "endMs"_L1), readSamples(json.value("seconds"_L1).toObject(), 1'000),
            readSamples(json.value("minutes"_L1).toObject(), 60'000)};
}

static DeadLetter readDeadLetter(const QJsonObject &json)
{
    DeadLetter letter;
    letter.queue = text(json, "queue"_L1);
    letter.topic = text(json, "topic"_L1);
    letter.subscription = text(json, "subscription"_L1);
    letter.messageId = text(json, "messageId"_L1).toLatin1();
    letter.atMs = integer(json, "atMs"_L1);
    letter.tries = int(integer(json, "tries"_L1));
    letter.lastFailure = text(json, "lastFailure"_L1);
    letter.redrivenFrom = text(json, "redrivenFrom"_L1);
    return letter;
}

Redriven readRedriven(const QJsonObject &json)
{
    return {int(integer(json, "moved"_L1)),         int(integer(json, "inFlight"_L1)),
            int(integer(json, "withoutOrigin"_L1)), text(json, "firstId"_L1).toLatin1(),
            text(json, "lastId"_L1).toLatin1(),     text(json, "cursor"_L1),
            json.value("complete"_L1).toBool(true)};
}

Message readMessage(const QJsonObject &json)
{
    Message message;
    message.messageId = text(json, "messageId"_L1).toLatin1();
    const QString state = text(json, "state"_L1);
    for (std::size_t i = 0; i < kStateNames.size(); ++i) {
        if (state == kStateNames.at(i))
            message.state = static_cast<MessageState>(i);
    }
    message.priority = json.value("priority"_L1).toInt(message.priority);
    message.body = text(json, "body"_L1).toUtf8();
    message.bodyMd5 = text(json, "bodyMd5"_L1).toLatin1();
    message.bodyBytes = json.value("bodyBytes"_L1).toInteger(message.body.size());
    message.enqueueTimeMs = integer(json, "enqueueTimeMs"_L1);
    message.firstDequeueTimeMs = optionalInteger(json, "firstDequeueTimeMs"_L1);
    message.nextVisibleTimeMs = optionalInteger(json, "nextVisibleTimeMs"_L1);
    message.dequeueCount = smallInteger(json, "dequeueCount"_L1);
    message.holder = text(json, "holder"_L1);
    message.groupId = text(json, "messageGroupId"_L1);
    message.userProperties = list(json, "userProperties"_L1, readProperty);
    message.systemProperties = list(json, "systemProperties"_L1, readProperty);
    const QJsonObject attributes = json.value("messageAttributes"_L1).toObject();
    for (auto attribute = attributes.begin(); attribute != attributes.end(); ++attribute)
        message.attributes.append({attribute.key(), attribute.value().toString()});
    if (const QJsonObject origin = json.value("deadLetter"_L1).toObject(); !origin.isEmpty())
        message.deadLetter = readDeadLetter(origin);
    return message;
}

BrowsePage readBrowsePage(const QJsonObject &json)
{
    return {list(json, "messages"_L1, readMessage), text(json, "cursor"_L1),
            json.value("complete"_L1).toBool(true), integer(json, "scanned"_L1)};
}

ReceiverList readReceiverList(const QJsonObject &json)
{
    return {list(json, "receivers"_L1, readReceiver), json.value("complete"_L1).toBool(true)};
}

MovedMessages readMovedMessages(const QJsonObject &json)
{
    return {smallInteger(json, "moved"_L1), smallInteger(json, "inFlight"_L1)};
}

Restored readRestored(const QJsonObject &json)
{
    const QString topic = text(json, "topicName"_L1);
    if (json.contains("subscriptionName"_L1))
        return {TrashEntry::Kind::Subscription, text(json, "subscriptionName"_L1), topic};
    if (json.contains("topicName"_L1))
        return {TrashEntry::Kind::Topic, topic, {}};
    return {TrashEntry::Kind::Queue, text(json, "queueName"_L1), {}};
}

TrashEntry readTrashEntry(const QJsonObject &json)
{
    TrashEntry entry;
    entry.id = integer(json, "id"_L1);
    const QString kind = text(json, "kind"_L1);
    const Restored named = readRestored(json);
    entry.kind = kind == "purge"_L1 ? TrashEntry::Kind::Purge
        : kind == "messages"_L1     ? TrashEntry::Kind::Messages
                                    : named.kind;
    entry.name = named.name;
    entry.topicName = named.topicName;
    entry.messages = integer(json, "messages"_L1);
    entry.bodyBytes = integer(json, "bodyBytes"_L1);
    entry.deletedAtMs = integer(json, "deletedAtMs"_L1);
    entry.expiresAtMs = integer(json, "expiresAtMs"_L1);
    entry.restoring = json.value("restoring"_L1).toBool();
    return entry;
}

QList<TrashEntry> readTrash(const QJsonObject &json)
{
    return list(json, "entries"_L1, readTrashEntry);
}

ClockState readClock(const QJsonObject &json)
{
    return {integer(json, "nowMs"_L1), integer(json, "systemMs"_L1),
            json.value("frozen"_L1).toBool(), integer(json, "offsetMs"_L1)};
}

RequestLog readRequestLog(const QJsonObject &json)
{
    return {list(json, "requests"_L1, readRequest), integer(json, "lastId"_L1)};
}

QByteArray browseParameters(const BrowseQuery &query)
{
    QUrlQuery parameters;
    if (query.state)
        parameters.addQueryItem(u"state"_s, messageStateName(*query.state));
    switch (query.order) {
    case BrowseQuery::Order::Newest:
        parameters.addQueryItem(u"order"_s, u"newest"_s);
        break;
    case BrowseQuery::Order::Oldest:
        parameters.addQueryItem(u"order"_s, u"oldest"_s);
        break;
    case BrowseQuery::Order::NextVisible:
        parameters.addQueryItem(u"order"_s, u"nextVisible"_s);
        break;
    }
    parameters.addQueryItem(u"limit"_s, QString::number(query.limit));
    if (!query.cursor.isEmpty()) {
        parameters.addQueryItem(u"cursor"_s,
                                QString::fromLatin1(QUrl::toPercentEncoding(query.cursor)));
    }
    if (!query.search.isEmpty()) {
        parameters.addQueryItem(u"search"_s,
                                QString::fromLatin1(QUrl::toPercentEncoding(query.search)));
    }
    parameters.addQueryItem(u"bodies"_s, query.bodies ? u"true"_s : u"false"_s);
    return parameters.toString(QUrl::FullyEncoded).toLatin1();
}

QString messageStateName(MessageState state)
{
    return kStateNames.at(static_cast<std::size_t>(state));
}

} // namespace Signalbox::Admin
