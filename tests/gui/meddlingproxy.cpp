// SPDX-License-Identifier: GPL-3.0-only
#include "meddlingproxy.h"

#include "protocol/httpdate.h"
#include "protocol/signature.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

#include <chrono>
#include <memory>

namespace Signalbox {

bool sendThroughMeddlingProxy(const Endpoint &endpoint, const QString &queueName)
{
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    SignedRequest signedRequest{"POST",
                                "/queues/" + queueName.toLatin1() + "/messages",
                                {{"date", formatHttpDate(now)},
                                 {"content-type", "text/xml"},
                                 {"x-mns-version", "2015-06-06"}}};
    const Credentials key{endpoint.accessKeyId.toUtf8(), endpoint.accessKeySecret.toUtf8(), {}};
    const QByteArray authorization = authorizationV2(signedRequest, key);
    signedRequest.headers.at(1).second += ";charset=utf-8";

    QUrl url = endpoint.url;
    url.setPath(QString::fromLatin1(signedRequest.target));
    QNetworkRequest request(url);
    for (const auto &[name, value] : signedRequest.headers)
        request.setRawHeader(name, value);
    request.setRawHeader("authorization", authorization);
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(
        network.post(request, "<Message><MessageBody>refused</MessageBody></Message>"));
    return QTest::qWaitFor([&reply] { return reply->isFinished(); }, 20'000)
        && reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 403;
}

} // namespace Signalbox
