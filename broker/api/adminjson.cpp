// SPDX-License-Identifier: GPL-3.0-only
#include "api/adminjson.h"

#include "api/rounding.h"
#include "protocol/propertyxml.h"
#include "protocol/wireerrors.h"

#include <QJsonArray>

#include <array>
#include <utility>

namespace Signalbox::AdminJson {

namespace {

constexpr std::array<std::pair<MessageState, const char *>, 4> kStates{{
    {MessageState::Ready, "ready"},
    {MessageState::Delayed, "delayed"},
    {MessageState::Leased, "leased"},
    {MessageState::Blocked, "blocked"},
}};

char cursorMark(BrowseQuery::Order order)
{
    switch (order) {
    case BrowseQuery::Order::NewestFirst:
        return 'n';
    case BrowseQuery::Order::OldestFirst:
        return 'o';
    case BrowseQuery::Order::NextVisible:
        break;
    }
    return 'v';
}

QString stateName(MessageState state)
{
    for (const auto &[value, name] : kStates) {
        if (value == state)
            return QString::fromLatin1(name);
    }
    return {};
}

QString kindName(TrashKind kind)
{
    switch (kind) {
    case TrashKind::Queue:
        return QStringLiteral("queue");
    case TrashKind::Purge:
        return QStringLiteral("purge");
    case TrashKind::Messages:
        return QStringLiteral("messages");
    case TrashKind::Topic:
        return QStringLiteral("topic");
    case TrashKind::Subscription:
        break;
    }
    return QStringLiteral("subscription");
}

/// The name of what an entry stands for, under what it is a name of.
QJsonObject nameOf(TrashKind kind, const QString &name, const QString &topic)
{
    switch (kind) {
    case TrashKind::Topic:
        return {{QStringLiteral("topicName"), name}};
    case TrashKind::Subscription:
        return {{QStringLiteral("topicName"), topic}, {QStringLiteral("subscriptionName"), name}};
    default:
        return {{QStringLiteral("queueName"), name}};
    }
}

QJsonValue timeOrNull(qint64 timeMs, qint64 none)
{
    return timeMs == none ? QJsonValue() : QJsonValue(timeMs);
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonArray properties(const QList<MessageProperty> &list)
{
    QJsonArray array;
    for (const MessageProperty &property : list) {
        array.append(QJsonObject{{QStringLiteral("name"), property.name},
                                 {QStringLiteral("value"), property.value},
                                 {QStringLiteral("type"), propertyTypeName(property.type)}});
    }
    return array;
}

} // namespace

QJsonObject counts(const QueueCounts &counts)
{
    return {{QStringLiteral("ready"), counts.ready},
            {QStringLiteral("leased"), counts.leased},
            {QStringLiteral("delayed"), counts.delayed},
            {QStringLiteral("blocked"), counts.blocked},
            {QStringLiteral("total"), counts.total()}};
}

QJsonObject queueRow(const Engine::QueueView &view, const BrokerMetrics &metrics, qint64 nowMs)
{
    const QueueSettings &settings = view.attributes.settings;
    const QueueCounts &held = view.attributes.counts;
    const QueueRates rates = metrics.rates(view.id);
    QJsonArray spark;
    const std::chrono::milliseconds age(nowMs - view.createdAtMs);
    for (const qint64 backlog : metrics.spark(view.id, held.total(), age))
        spark.append(backlog);
    return {{QStringLiteral("name"), view.attributes.name},
            {QStringLiteral("delaySeconds"), qint64(settings.delay.count())},
            {QStringLiteral("maximumMessageSize"), settings.maximumMessageSizeBytes},
            {QStringLiteral("messageRetentionPeriod"), qint64(settings.retention.count())},
            {QStringLiteral("visibilityTimeout"), qint64(settings.visibilityTimeout.count())},
            {QStringLiteral("pollingWaitSeconds"), qint64(settings.pollingWait.count())},
            {QStringLiteral("loggingEnabled"), settings.loggingEnabled},
            {QStringLiteral("queueType"), QString::fromLatin1(toWire(settings.type))},
            {QStringLiteral("deadLetterQueue"), settings.deadLetters.targetQueue},
            {QStringLiteral("maxReceiveCount"), settings.deadLetters.maxReceiveCount},
            {QStringLiteral("createdAtMs"), view.createdAtMs},
            {QStringLiteral("modifiedAtMs"), view.modifiedAtMs},
            {QStringLiteral("ready"), held.ready},
            {QStringLiteral("leased"), held.leased},
            {QStringLiteral("delayed"), held.delayed},
            {QStringLiteral("blocked"), held.blocked},
            {QStringLiteral("bodyBytes"), view.bodyBytes},
            {QStringLiteral("oldestReadyMs"), timeOrNull(view.oldestReadyMs, 0)},
            {QStringLiteral("nextDueMs"), timeOrNull(view.nextDueMs, kNever)},
            {QStringLiteral("inPerS"), rounded(rates.sent)},
            {QStringLiteral("outPerS"), rounded(rates.received)},
            {QStringLiteral("deletedPerS"), rounded(rates.deleted)},
            {QStringLiteral("lastReceiveMs"), timeOrNull(view.lastReceiveMs, 0)},
            {QStringLiteral("waiters"), view.waiters},
            {QStringLiteral("spark"), spark}};
}

QJsonObject receiver(const Engine::ReceiverView &view, qint64 nowMs)
{
    QJsonValue lastSeen;
    if (view.lastSeenMs)
        lastSeen = *view.lastSeenMs == 0 ? nowMs : *view.lastSeenMs;
    return {{QStringLiteral("address"), view.address},
            {QStringLiteral("agent"), view.agent},
            {QStringLiteral("holds"), view.holds},
            {QStringLiteral("waiters"), view.waiters},
            {QStringLiteral("received"), qint64(view.received)},
            {QStringLiteral("deleted"), qint64(view.deleted)},
            {QStringLiteral("extended"), qint64(view.extended)},
            {QStringLiteral("expired"), qint64(view.expired)},
            {QStringLiteral("receivedPerS"), rounded(view.receivedPerS)},
            {QStringLiteral("deletedPerS"), rounded(view.deletedPerS)},
            {QStringLiteral("lastSeenMs"), lastSeen}};
}

/// What a publisher said for mail and SMS, each as the text of a JSON object.
static QJsonObject attributes(const QList<MessageAttribute> &attributes)
{
    QJsonObject object;
    for (const MessageAttribute &attribute : attributes)
        object.insert(attribute.name, attribute.json);
    return object;
}

static QJsonObject deadLetter(const DeadLetterOrigin &origin)
{
    return {{QStringLiteral("queue"), textOrNull(origin.queue)},
            {QStringLiteral("topic"), textOrNull(origin.topic)},
            {QStringLiteral("subscription"), textOrNull(origin.subscription)},
            {QStringLiteral("messageId"), textOrNull(QString::fromLatin1(origin.messageId))},
            {QStringLiteral("atMs"), timeOrNull(origin.atMs, 0)},
            {QStringLiteral("tries"), origin.tries},
            {QStringLiteral("lastFailure"), textOrNull(origin.lastFailure)},
            {QStringLiteral("redrivenFrom"), textOrNull(origin.deadLetterQueue)}};
}

QJsonObject message(const MessageRow &row, const QByteArray &messageId, bool withBody)
{
    const bool isScheduled =
        row.state == MessageState::Delayed || row.state == MessageState::Leased;
    QJsonObject object{
        {QStringLiteral("messageId"), QString::fromLatin1(messageId)},
        {QStringLiteral("state"), stateName(row.state)},
        {QStringLiteral("priority"), row.priority},
        {QStringLiteral("bodyMd5"), QString::fromLatin1(row.bodyMd5.toHex().toUpper())},
        {QStringLiteral("bodyBytes"), row.bodyBytes},
        {QStringLiteral("enqueueTimeMs"), row.enqueuedAtMs},
        {QStringLiteral("firstDequeueTimeMs"), timeOrNull(row.firstReceivedAtMs, 0)},
        {QStringLiteral("nextVisibleTimeMs"),
         isScheduled ? QJsonValue(row.visibleAtMs) : QJsonValue()},
        {QStringLiteral("dequeueCount"), row.receiveCount},
        {QStringLiteral("holder"), textOrNull(row.holder)},
        {QStringLiteral("messageGroupId"), textOrNull(row.groupId)},
        {QStringLiteral("userProperties"), properties(row.userProperties)},
        {QStringLiteral("systemProperties"), properties(row.systemProperties)}};
    if (withBody)
        object.insert(QStringLiteral("body"), QString::fromUtf8(row.body));
    if (row.origin)
        object.insert(QStringLiteral("messageAttributes"), attributes(row.origin->attributes));
    if (row.deadLetter)
        object.insert(QStringLiteral("deadLetter"), deadLetter(*row.deadLetter));
    return object;
}

QJsonObject movedMessages(const MovedMessages &result)
{
    return {{QStringLiteral("moved"), result.moved}, {QStringLiteral("inFlight"), result.held}};
}

QJsonObject trashEntry(const TrashEntry &entry)
{
    QJsonObject json = nameOf(entry.kind, entry.name, entry.topic);
    json.insert(QStringLiteral("id"), entry.id);
    json.insert(QStringLiteral("kind"), kindName(entry.kind));
    json.insert(QStringLiteral("messages"), entry.messages);
    json.insert(QStringLiteral("bodyBytes"), entry.bodyBytes);
    json.insert(QStringLiteral("deletedAtMs"), entry.deletedAtMs);
    json.insert(QStringLiteral("expiresAtMs"), entry.expiresAtMs);
    json.insert(QStringLiteral("restoring"), entry.restoring);
    return json;
}

QJsonObject restored(const Restored &restored)
{
    return nameOf(restored.kind, restored.name, restored.topic);
}

QJsonObject request(const LoggedRequest &request)
{
    const QJsonValue code = request.error
        ? QJsonValue(QString::fromLatin1(wireError(request.error->code).name))
        : QJsonValue();
    return {{QStringLiteral("id"), qint64(request.id)},
            {QStringLiteral("timeMs"), request.timeMs},
            {QStringLiteral("operation"), QString::fromLatin1(request.operation)},
            {QStringLiteral("method"), QString::fromLatin1(request.method)},
            {QStringLiteral("resource"), QString::fromUtf8(request.resource)},
            {QStringLiteral("accessKeyId"), request.accessKeyId},
            {QStringLiteral("address"), request.address},
            {QStringLiteral("agent"), request.agent},
            {QStringLiteral("status"), request.status},
            {QStringLiteral("code"), code},
            {QStringLiteral("message"),
             request.error ? QJsonValue(request.error->message) : QJsonValue()},
            {QStringLiteral("stringToSign"),
             textOrNull(QString::fromUtf8(request.mismatch.stringToSign))},
            {QStringLiteral("signingMistake"),
             textOrNull(QString::fromLatin1(nameOf(request.mismatch.mistake)))},
            {QStringLiteral("clientStringToSign"),
             textOrNull(QString::fromUtf8(request.mismatch.clientStringToSign))},
            {QStringLiteral("variantsTried"), request.mismatch.variantsTried},
            {QStringLiteral("durationUs"), qint64(request.duration.count())},
            {QStringLiteral("requestId"), QString::fromLatin1(request.requestId)}};
}

std::optional<MessageState> messageState(QByteArrayView name)
{
    for (const auto &[value, text] : kStates) {
        if (name == text)
            return value;
    }
    return std::nullopt;
}

QString browseCursor(const std::optional<BrowseCursor> &cursor, BrowseQuery::Order order)
{
    if (!cursor)
        return {};
    return QStringLiteral("%1-%2-%3")
        .arg(QLatin1Char(cursorMark(order)))
        .arg(cursor->timeMs)
        .arg(cursor->sequence);
}

std::optional<BrowseCursor> browseCursor(const QByteArray &text, BrowseQuery::Order order)
{
    const QList<QByteArray> parts = text.split('-');
    if (parts.size() != 3 || parts.at(0) != QByteArray(1, cursorMark(order)))
        return std::nullopt;
    bool isTime = false;
    bool isSequence = false;
    const BrowseCursor cursor{parts.at(1).toLongLong(&isTime), parts.at(2).toLongLong(&isSequence)};
    return isTime && isSequence ? std::optional(cursor) : std::nullopt;
}

} // namespace Signalbox::AdminJson
