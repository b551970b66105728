// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/hmac.h"
#include "protocol/percentencoding.h"
#include "protocol/resourcepath.h"
#include "protocol/signature.h"
#include "protocol/signatureparts.h"

#include <QList>

#include <algorithm>

namespace Signalbox {

namespace {

void appendOnce(std::vector<QByteArray> &list, const QByteArray &value)
{
    if (std::find(list.begin(), list.end(), value) == list.end())
        list.push_back(value);
}

/// Items by name, in the order of bytes.
QByteArray sortedQuery(const QByteArray &query)
{
    QList<QByteArray> items = query.split('&');
    const auto nameOf = [](const QByteArray &item) {
        const qsizetype equals = item.indexOf('=');
        return equals < 0 ? QByteArrayView(item) : QByteArrayView(item).first(equals);
    };
    std::stable_sort(items.begin(), items.end(), [&](const QByteArray &a, const QByteArray &b) {
        return nameOf(a) < nameOf(b);
    });
    return items.join('&');
}

bool matchesV2(const SignedRequest &request, const V2Authorization &authorization,
               const QByteArray &secret, QByteArrayView resource)
{
    const QByteArray expected = signV2(secret, stringToSignV2(request, resource));
    return !expected.isEmpty() && equalInConstantTime(expected, authorization.signature);
}

} // namespace

std::vector<QByteArray> canonicalResources(const QByteArray &target)
{
    std::vector<QByteArray> resources{target};
    const QByteArray origin = originForm(target);
    appendOnce(resources, origin);
    const qsizetype question = origin.indexOf('?');
    if (question < 0)
        return resources;
    const std::optional<QByteArray> query =
        percentDecoded(QByteArrayView(origin).sliced(question + 1));
    if (!query)
        return resources;
    const QByteArray path = origin.first(question + 1);
    appendOnce(resources, path + *query);
    appendOnce(resources, path + sortedQuery(*query));
    return resources;
}

QByteArray stringToSignV2(const SignedRequest &request, QByteArrayView resource)
{
    QByteArray text;
    text.reserve(320 + resource.size());
    text.append(request.method).append('\n');
    text.append(request.header("content-md5")).append('\n');
    text.append(request.header("content-type")).append('\n');
    text.append(request.date()).append('\n');
    appendSignedHeaders(text, request,
                        [](QByteArrayView name) { return name.startsWith("x-mns-"); });
    text.append(resource);
    return text;
}

QByteArray signV2(QByteArrayView secret, QByteArrayView stringToSign)
{
    return hmacSha1(secret, stringToSign).toBase64();
}

bool verifyV2(const SignedRequest &request, const V2Authorization &authorization,
              const QByteArray &secret)
{
    // Nearly every client signs the target as it sends it.
    if (matchesV2(request, authorization, secret, request.target))
        return true;
    const std::vector<QByteArray> resources = canonicalResources(request.target);
    return std::any_of(resources.begin() + 1, resources.end(), [&](const QByteArray &resource) {
        return matchesV2(request, authorization, secret, resource);
    });
}

QByteArray authorizationV2(const SignedRequest &request, const Credentials &credentials)
{
    return "MNS " + credentials.accessKeyId + ':'
        + signV2(credentials.accessKeySecret, stringToSignV2(request, request.target));
}

} // namespace Signalbox
