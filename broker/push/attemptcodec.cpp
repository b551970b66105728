// SPDX-License-Identifier: GPL-3.0-only
#include "push/attemptcodec.h"

#include <QCborArray>

namespace Signalbox {

namespace {

constexpr QLatin1StringView kNumber("number");
constexpr QLatin1StringView kAccount("account");
constexpr QLatin1StringView kTopic("topic");
constexpr QLatin1StringView kSubscription("subscription");
constexpr QLatin1StringView kMessageId("messageId");
constexpr QLatin1StringView kAttempt("attempt");
constexpr QLatin1StringView kAtMs("atMs");
constexpr QLatin1StringView kEndpoint("endpoint");
constexpr QLatin1StringView kOutcome("outcome");
constexpr QLatin1StringView kNextAtMs("nextAtMs");
constexpr QLatin1StringView kIsManual("manual");
constexpr QLatin1StringView kUrl("url");
constexpr QLatin1StringView kMethod("method");
constexpr QLatin1StringView kRequestHeaders("requestHeaders");
constexpr QLatin1StringView kRequestBody("requestBody");
constexpr QLatin1StringView kIsTrusted("trusted");
constexpr QLatin1StringView kStringToSign("stringToSign");
constexpr QLatin1StringView kStatus("status");
constexpr QLatin1StringView kError("error");
constexpr QLatin1StringView kReplyHeaders("replyHeaders");
constexpr QLatin1StringView kReplyBody("replyBody");
constexpr QLatin1StringView kDurationUs("durationUs");

/// Name, value, name, value.
QCborArray flat(const HeaderList &headers)
{
    QCborArray array;
    for (const auto &[name, value] : headers) {
        array.append(name);
        array.append(value);
    }
    return array;
}

HeaderList headersOf(const QCborArray &array)
{
    HeaderList headers;
    for (qsizetype i = 0; i + 1 < array.size(); i += 2)
        headers.append({array.at(i).toByteArray(), array.at(i + 1).toByteArray()});
    return headers;
}

} // namespace

QCborMap toCbor(const PushAttempt &attempt)
{
    return {{kNumber, qint64(attempt.number)},
            {kAccount, attempt.account},
            {kTopic, attempt.topic},
            {kSubscription, attempt.subscription},
            {kMessageId, attempt.messageId},
            {kAttempt, attempt.attempt},
            {kAtMs, attempt.atMs},
            {kEndpoint, attempt.endpoint},
            {kOutcome, int(attempt.outcome)},
            {kNextAtMs, attempt.nextAtMs},
            {kIsManual, attempt.isManual},
            {kUrl, attempt.request.url},
            {kMethod, attempt.request.method},
            {kRequestHeaders, flat(attempt.request.headers)},
            {kRequestBody, attempt.request.body},
            {kIsTrusted, attempt.request.isTrusted},
            {kStringToSign, attempt.stringToSign},
            {kStatus, attempt.reply.status},
            {kError, attempt.reply.error},
            {kReplyHeaders, flat(attempt.reply.headers)},
            {kReplyBody, attempt.reply.body},
            {kDurationUs, qint64(attempt.reply.duration.count())}};
}

PushAttempt attemptFromCbor(const QCborMap &map)
{
    PushAttempt attempt;
    attempt.number = quint64(map[kNumber].toInteger());
    attempt.account = map[kAccount].toString();
    attempt.topic = map[kTopic].toString();
    attempt.subscription = map[kSubscription].toString();
    attempt.messageId = map[kMessageId].toByteArray();
    attempt.attempt = int(map[kAttempt].toInteger(1));
    attempt.atMs = map[kAtMs].toInteger();
    attempt.endpoint = map[kEndpoint].toString();
    attempt.outcome = PushAttempt::Outcome(map[kOutcome].toInteger());
    attempt.nextAtMs = map[kNextAtMs].toInteger();
    attempt.isManual = map[kIsManual].toBool();
    attempt.request.url = map[kUrl].toByteArray();
    attempt.request.method = map[kMethod].toByteArray();
    attempt.request.headers = headersOf(map[kRequestHeaders].toArray());
    attempt.request.body = map[kRequestBody].toByteArray();
    attempt.request.isTrusted = map[kIsTrusted].toBool();
    attempt.stringToSign = map[kStringToSign].toByteArray();
    attempt.reply.status = int(map[kStatus].toInteger());
    attempt.reply.error = map[kError].toString();
    attempt.reply.headers = headersOf(map[kReplyHeaders].toArray());
    attempt.reply.body = map[kReplyBody].toByteArray();
    attempt.reply.duration = std::chrono::microseconds(map[kDurationUs].toInteger());
    return attempt;
}

} // namespace Signalbox
