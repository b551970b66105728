// SPDX-License-Identifier: GPL-3.0-only
// What both versions share: headers, and the Authorization header taken apart.
#include "protocol/signature.h"

#include "protocol/signatureparts.h"

#include <QList>

#include <algorithm>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

Error badHeader(const QString &message)
{
    return {ErrorCode::InvalidAuthorizationHeader, message};
}

Result<Authorization> parseV2(QByteArrayView parameters)
{
    const qsizetype colon = parameters.indexOf(':');
    if (colon < 1 || colon + 1 == parameters.size() || parameters.contains(' '))
        return badHeader(u"The Authorization header must be \"MNS id:signature\"."_s);
    return Authorization(V2Authorization{parameters.first(colon).toByteArray(),
                                         parameters.sliced(colon + 1).toByteArray()});
}

bool isDate(QByteArrayView text)
{
    return text.size() == 8
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Result<Authorization> parseV4(QByteArrayView parameters, V4Flavour flavour)
{
    const Error error =
        badHeader(u"The Authorization header must be \"MNS4-HMAC-SHA256 "
                  u"Credential=id/date/region/mns/aliyun_v4_request,Signature=hex\"."_s);
    QByteArray credential;
    QByteArray signature;
    for (const QByteArray &part : parameters.toByteArray().split(',')) {
        const QByteArray trimmed = part.trimmed();
        if (trimmed.startsWith("Credential="))
            credential = trimmed.sliced(11);
        else if (trimmed.startsWith("Signature="))
            signature = trimmed.sliced(10);
    }
    const QList<QByteArray> scope = credential.split('/');
    const QByteArrayView terminator =
        flavour == V4Flavour::Aliyun ? "aliyun_v4_request" : "apsara_v4_request";
    if (scope.size() != 5 || scope.at(0).isEmpty() || !isDate(scope.at(1)) || scope.at(2).isEmpty()
        || scope.at(3) != "mns" || scope.at(4) != terminator || signature.isEmpty()) {
        return error;
    }
    return Authorization(
        V4Authorization{scope.at(0), scope.at(1), scope.at(2), flavour, signature});
}

} // namespace

QByteArrayView SignedRequest::header(QByteArrayView lowerCaseName) const
{
    for (const Header &header : headers) {
        if (header.first == lowerCaseName)
            return QByteArrayView(header.second).trimmed();
    }
    return {};
}

QByteArrayView SignedRequest::date() const
{
    const QByteArrayView date = header("date");
    return date.isEmpty() ? header("x-mns-date") : date;
}

Result<Authorization> parseAuthorization(QByteArrayView headerValue)
{
    const QByteArrayView value = headerValue.trimmed();
    if (value.isEmpty()) {
        return Error{ErrorCode::MissingAuthorizationHeader,
                     u"The Authorization header is missing."_s};
    }
    const qsizetype space = value.indexOf(' ');
    const QByteArrayView scheme = space < 0 ? value : value.first(space);
    const QByteArrayView parameters =
        space < 0 ? QByteArrayView() : value.sliced(space + 1).trimmed();
    if (scheme == "MNS")
        return parseV2(parameters);
    if (scheme == "MNS4-HMAC-SHA256")
        return parseV4(parameters, V4Flavour::Aliyun);
    if (scheme == "APSARA-MNS4-HMAC-SHA256")
        return parseV4(parameters, V4Flavour::Apsara);
    return badHeader(u"The Authorization header names an unknown scheme."_s);
}

QByteArray accessKeyId(const Authorization &authorization)
{
    return std::visit([](const auto &version) { return version.accessKeyId; }, authorization);
}

Result<void> verifySignature(const SignedRequest &request, const Authorization &authorization,
                             const QByteArray &secret)
{
    if (const auto *v4 = std::get_if<V4Authorization>(&authorization))
        return verifyV4(request, *v4, secret);
    if (verifyV2(request, std::get<V2Authorization>(authorization), secret))
        return {};
    return signatureMismatch();
}

QByteArray stringToSign(const SignedRequest &request, const Authorization &authorization)
{
    if (const auto *v4 = std::get_if<V4Authorization>(&authorization))
        return stringToSignV4(request, *v4);
    return stringToSignV2(request, request.target);
}

} // namespace Signalbox
