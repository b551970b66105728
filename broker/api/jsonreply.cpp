// SPDX-License-Identifier: GPL-3.0-only
#include "api/jsonreply.h"

#include "api/adminjson.h"
#include "core/hexdigit.h"
#include "protocol/wireerrors.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace Signalbox {

namespace {
constexpr qsizetype kMessageIdDigits = 32;
}

HttpReply jsonReply(const Exchange &exchange, const QJsonObject &document)
{
    HttpReply reply;
    reply.headers = {{QByteArrayLiteral("Content-Type"), QByteArrayLiteral("application/json")},
                     {QByteArrayLiteral("Cache-Control"), QByteArrayLiteral("no-store")},
                     {QByteArrayLiteral("x-mns-request-id"), exchange.requestId()}};
    reply.body = QJsonDocument(document).toJson(QJsonDocument::Compact);
    return reply;
}

HttpReply jsonRefusal(const Exchange &exchange, const Error &error)
{
    const WireError wire = wireError(error.code);
    const QJsonObject document{
        {QStringLiteral("error"),
         QJsonObject{{QStringLiteral("code"), QString::fromLatin1(wire.name)},
                     {QStringLiteral("message"), error.message},
                     {QStringLiteral("requestId"), exchange.caller().requestId}}}};
    HttpReply reply = jsonReply(exchange, document);
    reply.status = wire.httpStatus;
    return reply;
}

Result<QJsonObject> jsonBody(const Exchange &exchange, std::initializer_list<const char *> known)
{
    const QByteArray &body = exchange.request().body;
    if (body.isEmpty())
        return QJsonObject();
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(body, &parseError);
    if (parseError.error != QJsonParseError::NoError)
        return Error{ErrorCode::InvalidArgument,
                     QStringLiteral("The body is no JSON: %1.").arg(parseError.errorString())};
    if (!document.isObject())
        return Error{ErrorCode::InvalidArgument, QStringLiteral("The body must be a JSON object.")};
    const QJsonObject object = document.object();
    for (auto member = object.begin(); member != object.end(); ++member) {
        const bool isKnown = std::ranges::any_of(
            known, [&](const char *name) { return member.key() == QLatin1String(name); });
        if (!isKnown)
            return Error{ErrorCode::InvalidArgument,
                         QStringLiteral("\"%1\" means nothing here.").arg(member.key())};
    }
    return object;
}

Result<std::optional<QString>> optionalText(const QJsonObject &body, const QString &name)
{
    const QJsonValue value = body.value(name);
    if (value.isUndefined() || value.isNull())
        return std::optional<QString>();
    if (!value.isString() || value.toString().isEmpty())
        return Error{ErrorCode::InvalidArgument,
                     QStringLiteral("\"%1\" must be a text, or absent.").arg(name)};
    return std::optional(value.toString());
}

Result<QList<QByteArray>> messageIds(const QJsonObject &body, int most)
{
    const QJsonArray ids = body.value(QStringLiteral("messageIds")).toArray();
    if (ids.isEmpty() || ids.size() > most)
        return Error{
            ErrorCode::InvalidArgument,
            QStringLiteral("\"messageIds\" must be a list of 1 to %1 message ids.").arg(most)};
    QList<QByteArray> result;
    for (const QJsonValue value : ids) {
        const QByteArray id = value.toString().toUtf8();
        if (id.size() != kMessageIdDigits
            || !std::all_of(id.begin(), id.end(), [](char c) { return hexDigit(c) >= 0; }))
            return Error{ErrorCode::InvalidArgument,
                         QStringLiteral("\"messageIds\" holds what is no message id.")};
        result.append(id);
    }
    return result;
}

Done<std::optional<TrashEntry>> answeringDeleted(const ExchangePtr &exchange, const Error &absent)
{
    return [exchange, absent](const Result<std::optional<TrashEntry>> &deleted) {
        if (!deleted || !*deleted)
            return exchange->refuse(deleted ? absent : deleted.error());
        exchange->reply(jsonReply(*exchange, AdminJson::trashEntry(**deleted)));
    };
}

} // namespace Signalbox
