// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/hmac.h"
#include "protocol/httpdate.h"
#include "protocol/percentencoding.h"
#include "protocol/resourcepath.h"
#include "protocol/signature.h"
#include "protocol/signatureparts.h"

#include <QList>

#include <algorithm>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

/// The words of one flavour.
struct Words
{
    QByteArrayView scheme;
    QByteArrayView keyPrefix;
    QByteArrayView terminator;
};

Words wordsOf(V4Flavour flavour)
{
    if (flavour == V4Flavour::Apsara)
        return {"APSARA-MNS4-HMAC-SHA256", "apsara_v4", "apsara_v4_request"};
    return {"MNS4-HMAC-SHA256", "aliyun_v4", "aliyun_v4_request"};
}

QByteArray scopeOf(QByteArrayView date, QByteArrayView region, const Words &words)
{
    QByteArray scope;
    scope.append(date).append('/').append(region).append("/mns/").append(words.terminator);
    return scope;
}

/// Parameters by name, names in lower case, both sides percent-encoded.
QByteArray canonicalQuery(QByteArrayView query)
{
    std::vector<std::pair<QByteArray, QByteArray>> items;
    for (const QByteArray &item : query.toByteArray().split('&')) {
        const qsizetype equals = item.indexOf('=');
        const QByteArray name = (equals < 0 ? item : item.first(equals)).trimmed().toLower();
        if (!name.isEmpty()) {
            items.emplace_back(percentEncoded(name),
                               equals < 0 ? QByteArray() : percentEncoded(item.sliced(equals + 1)));
        }
    }
    std::stable_sort(items.begin(), items.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    QByteArray text;
    for (const auto &[name, value] : items) {
        text.append(text.isEmpty() ? "" : "&").append(name);
        if (!value.isEmpty())
            text.append('=').append(value);
    }
    return text;
}

/// "20250603T112348Z" of a request's date header; nothing when that is no date.
std::optional<QByteArray> dateTimeOf(const SignedRequest &request)
{
    using namespace std::chrono;
    const std::optional<sys_seconds> time = parseHttpDate(request.date());
    if (!time)
        return std::nullopt;
    const sys_days days = floor<std::chrono::days>(*time);
    const year_month_day date(days);
    const hh_mm_ss clock(*time - days);
    const auto digits = [](qint64 number, int width) {
        return QByteArray::number(number).rightJustified(width, '0');
    };
    return digits(int(date.year()), 4) + digits(unsigned(date.month()), 2)
        + digits(unsigned(date.day()), 2) + 'T' + digits(clock.hours().count(), 2)
        + digits(clock.minutes().count(), 2) + digits(clock.seconds().count(), 2) + 'Z';
}

QByteArray signatureOf(const SignedRequest &request, QByteArrayView target, QByteArrayView dateTime,
                       QByteArrayView region, V4Flavour flavour, QByteArrayView secret)
{
    const QByteArray key = signingKeyV4(secret, dateTime.first(8), region, flavour);
    return signV4(key,
                  stringToSignV4(dateTime, region, flavour, canonicalRequestV4(request, target)));
}

} // namespace

QByteArray canonicalRequestV4(const SignedRequest &request, QByteArrayView target)
{
    const qsizetype question = target.indexOf('?');
    const QByteArrayView path = question < 0 ? target : target.first(question);
    const QByteArrayView query = question < 0 ? QByteArrayView() : target.sliced(question + 1);
    QByteArray text;
    text.reserve(320 + target.size());
    text.append(request.method).append('\n');
    text.append(percentEncoded(path, "/")).append('\n');
    text.append(canonicalQuery(query)).append('\n');
    appendSignedHeaders(text, request, [](QByteArrayView name) {
        return name == "content-type" || name == "content-md5" || name.startsWith("x-mns-");
    });
    text.append('\n');
    return text;
}

QByteArray stringToSignV4(QByteArrayView dateTime, QByteArrayView region, V4Flavour flavour,
                          QByteArrayView canonicalRequest)
{
    const Words words = wordsOf(flavour);
    QByteArray text;
    text.reserve(canonicalRequest.size() + 128);
    text.append(words.scheme).append('\n');
    text.append(dateTime).append('\n');
    text.append(scopeOf(dateTime.first(8), region, words)).append('\n');
    text.append(canonicalRequest);
    return text;
}

QByteArray stringToSignV4(const SignedRequest &request, const V4Authorization &authorization)
{
    const std::optional<QByteArray> dateTime = dateTimeOf(request);
    if (!dateTime)
        return {};
    return stringToSignV4(*dateTime, authorization.region, authorization.flavour,
                          canonicalRequestV4(request, request.target));
}

QByteArray signingKeyV4(QByteArrayView secret, QByteArrayView date, QByteArrayView region,
                        V4Flavour flavour)
{
    const Words words = wordsOf(flavour);
    const QByteArray start = words.keyPrefix.toByteArray() + secret.toByteArray();
    return hmacSha256(hmacSha256(hmacSha256(hmacSha256(start, date), region), "mns"),
                      words.terminator);
}

QByteArray signV4(QByteArrayView signingKey, QByteArrayView stringToSign)
{
    return hmacSha256(signingKey, stringToSign).toHex();
}

Result<void> verifyV4(const SignedRequest &request, const V4Authorization &authorization,
                      const QByteArray &secret)
{
    if (request.date().isEmpty())
        return Error{ErrorCode::MissingDateHeader, u"The Date header is missing."_s};
    const std::optional<QByteArray> dateTime = dateTimeOf(request);
    if (!dateTime)
        return Error{ErrorCode::InvalidDateHeader, u"The Date header is not an RFC 1123 date."_s};
    if (!dateTime->startsWith(authorization.date))
        return signatureMismatch();
    for (const QByteArray &target : canonicalResources(originForm(request.target))) {
        const QByteArray expected = signatureOf(request, target, *dateTime, authorization.region,
                                                authorization.flavour, secret);
        if (!expected.isEmpty() && equalInConstantTime(expected, authorization.signature))
            return {};
    }
    return signatureMismatch();
}

QByteArray authorizationV4(const SignedRequest &request, const Credentials &credentials,
                           QByteArrayView region, V4Flavour flavour)
{
    const std::optional<QByteArray> dateTime = dateTimeOf(request);
    if (!dateTime)
        return {};
    const Words words = wordsOf(flavour);
    QByteArray value;
    value.append(words.scheme).append(" Credential=").append(credentials.accessKeyId).append('/');
    value.append(scopeOf(QByteArrayView(*dateTime).first(8), region, words)).append(",Signature=");
    value.append(signatureOf(request, request.target, *dateTime, region, flavour,
                             credentials.accessKeySecret));
    return value;
}

} // namespace Signalbox
