// SPDX-License-Identifier: GPL-3.0-only
#include "client/apitransport.h"

#include "client/callgate.h"
#include "core/logging.h"
#include "protocol/contentmd5.h"
#include "protocol/httpdate.h"
#include "protocol/signature.h"
#include "protocol/wireerrors.h"

#include <QCoreApplication>
#include <QNetworkReply>
#include <QNetworkRequest>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

QByteArray userAgent()
{
    const QString version = QCoreApplication::applicationVersion();
    return version.isEmpty() ? "signalbox" : "signalbox/" + version.toUtf8();
}

QByteArray httpDateNow()
{
    using namespace std::chrono;
    return formatHttpDate(floor<seconds>(system_clock::now()));
}

/// The headers of \a request that go into its signature, and the signature itself.
std::vector<SignedRequest::Header> signedHeaders(const ApiRequest &request,
                                                 const QByteArray &target, const Endpoint &endpoint)
{
    SignedRequest toSign{request.method, target, {}};
    toSign.headers.emplace_back("date", httpDateNow());
    toSign.headers.emplace_back("x-mns-version", "2015-06-06");
    if (!request.body.isEmpty()) {
        toSign.headers.emplace_back("content-type", request.contentType);
        toSign.headers.emplace_back("content-md5", ContentMd5::make(request.body));
    }
    toSign.headers.insert(toSign.headers.end(), request.headers.begin(), request.headers.end());

    const Credentials credentials{endpoint.accessKeyId.toUtf8(), endpoint.accessKeySecret.toUtf8(),
                                  endpoint.securityToken.toUtf8()};
    QByteArray authorization = endpoint.signature == Endpoint::Signature::V4
        ? authorizationV4(toSign, credentials, endpoint.region.toUtf8())
        : authorizationV2(toSign, credentials);
    toSign.headers.emplace_back("authorization", std::move(authorization));
    if (!credentials.securityToken.isEmpty())
        toSign.headers.emplace_back("security-token", credentials.securityToken);
    return std::move(toSign.headers);
}

} // namespace

ApiTransport::ApiTransport(Endpoint endpoint)
    : m_endpoint(std::move(endpoint))
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

qsizetype ApiTransport::callsUnderWay() const
{
    return findChildren<PendingCall *>(Qt::FindDirectChildrenOnly).size();
}

void ApiTransport::pass(const ApiRequest &request, std::function<void(bool)> decided)
{
    if (!m_gate)
        return decided(true);
    m_gate->pass(request, [self = QPointer<ApiTransport>(this), decided](bool allowed) {
        if (self)
            decided(allowed);
    });
}

Error ApiTransport::declined()
{
    return {ErrorCode::Cancelled, tr("The change was not confirmed.")};
}

PendingCall *ApiTransport::send(const ApiRequest &request)
{
    const QByteArray base = m_endpoint.url.toEncoded(QUrl::RemovePath | QUrl::RemoveUserInfo);
    const QUrl url = QUrl::fromEncoded(base + request.target, QUrl::StrictMode);
    // What goes over the wire is the URL's own spelling, so that is what has to be signed.
    const QByteArray target = url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);

    QNetworkRequest networkRequest(url);
    networkRequest.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    networkRequest.setRawHeader("User-Agent", userAgent());
    networkRequest.setRawHeader("Accept-Encoding", "identity");
    for (const auto &[name, value] : signedHeaders(request, target, m_endpoint))
        networkRequest.setRawHeader(name, value);

    QNetworkReply *reply =
        m_network.sendCustomRequest(networkRequest, request.method, request.body);
    return new PendingCall(reply, std::max(m_timeout, request.minimumTimeout),
                           m_endpoint.displayName(), this);
}

void ApiTransport::report(const QString &operation, const Result<ApiReply> &reply,
                          std::chrono::microseconds duration, const Error *error)
{
    CallRecord record{operation, 0, {}, duration, {}};
    if (reply) {
        record.status = reply->status;
        record.requestId = QString::fromLatin1(reply->requestId);
    }
    if (error) {
        record.error = *error;
        qCDebug(logClient).noquote()
            << operation << "at" << m_endpoint.displayName()
            << "failed:" << wireError(error->code).name.toByteArray() << record.requestId;
    }
    emit called(record);
}

} // namespace Signalbox
