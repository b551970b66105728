// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/apitransport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <type_traits>

/// What the calls of AdminClient share.
namespace Signalbox {

inline constexpr auto kAdminPrefix = "/signalbox/v1";

/// The document of a successful reply, or what was refused, by the broker at \a host.
[[nodiscard]] Result<QJsonObject> readAdminReply(const ApiReply &reply, const QString &host);

/// Asks for \a path below the prefix; \a read makes the result from the document.
template <typename Read>
auto adminCall(ApiTransport &transport, const QByteArray &method, const QByteArray &path, Read read,
               const QJsonObject &body = {})
{
    using T = std::invoke_result_t<Read, const QJsonObject &>;
    ApiRequest request;
    request.operation = QString::fromLatin1(method + ' ' + kAdminPrefix + path);
    request.method = method;
    request.target = kAdminPrefix + path;
    if (!body.isEmpty()) {
        request.contentType = "application/json";
        request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    }
    const QString host = transport.endpoint().displayName();
    return transport.call<T>(request, [read, host](const ApiReply &reply) -> Result<T> {
        const Result<QJsonObject> json = readAdminReply(reply, host);
        if (!json)
            return json.error();
        if constexpr (std::is_void_v<T>)
            return {};
        else
            return read(*json);
    });
}

/// As a body names messages.
[[nodiscard]] QJsonArray texts(const QList<QByteArray> &ids);

} // namespace Signalbox
