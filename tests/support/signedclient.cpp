// SPDX-License-Identifier: GPL-3.0-only
#include "signedclient.h"

#include "protocol/httpdate.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <chrono>

namespace Signalbox::Test {

namespace {

constexpr int kPatience = 6; ///< Times that RawClient waits, for the slowest of machines.

} // namespace

ClientRequest ClientRequest::make(const QByteArray &method, const QByteArray &target,
                                  const QByteArray &body)
{
    ClientRequest request{method, target, body, {}};
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    request.headers = {
        {"host", "127.0.0.1:9324"}, {"date", formatHttpDate(now)}, {"x-mns-version", "2015-06-06"}};
    if (!body.isEmpty()) {
        request.set("content-type", "text/xml;charset=UTF-8");
        request.set("content-length", QByteArray::number(body.size()));
    }
    return request;
}

ClientRequest &ClientRequest::set(const QByteArray &name, const QByteArray &value)
{
    remove(name);
    headers.emplace_back(name, value);
    return *this;
}

ClientRequest &ClientRequest::remove(const QByteArray &name)
{
    std::erase_if(headers,
                  [&](const SignedRequest::Header &header) { return header.first == name; });
    return *this;
}

ClientRequest &ClientRequest::addContentMd5()
{
    return set("content-md5",
               QCryptographicHash::hash(body, QCryptographicHash::Md5).toHex().toBase64());
}

SignedRequest ClientRequest::signedParts() const
{
    return {method, target, headers};
}

ClientRequest &ClientRequest::signV2(const Credentials &credentials)
{
    return set("authorization", authorizationV2(signedParts(), credentials));
}

ClientRequest &ClientRequest::signV4(const QByteArray &region, const Credentials &credentials)
{
    return set("authorization", authorizationV4(signedParts(), credentials, region));
}

QByteArray ClientRequest::bytes() const
{
    QByteArray text = method + ' ' + target + " HTTP/1.1\r\n";
    for (const auto &[name, value] : headers)
        text += name + ": " + value + "\r\n";
    return text + "\r\n" + body;
}

RawReply SignedClient::exchange(const ClientRequest &request)
{
    send(request);
    return next();
}

RawReply SignedClient::call(const QByteArray &method, const QByteArray &target,
                            const QByteArray &body)
{
    return exchange(ClientRequest::make(method, target, body).signV2());
}

RawReply SignedClient::admin(const QByteArray &method, const QByteArray &path,
                             const QByteArray &body)
{
    ClientRequest request = ClientRequest::make(method, "/signalbox/v1" + path, body);
    if (!body.isEmpty())
        request.set("content-type", "application/json").addContentMd5();
    return exchange(request.signV2());
}

void SignedClient::send(const ClientRequest &request)
{
    m_raw.write(request.bytes());
}

RawReply SignedClient::next()
{
    for (int i = 0; i < kPatience; ++i) {
        const QList<RawReply> replies = m_raw.replies(m_repliesTaken + 1);
        if (replies.size() > m_repliesTaken)
            return replies.at(m_repliesTaken++);
        if (!m_raw.isConnected())
            break;
    }
    return {};
}

QByteArray elementText(const QByteArray &document, const QByteArray &name)
{
    const qsizetype start = document.indexOf('<' + name + '>');
    if (start < 0)
        return {};
    const qsizetype from = start + name.size() + 2;
    return document.mid(from, document.indexOf("</" + name + '>', from) - from);
}

QByteArray errorCode(const RawReply &reply)
{
    if (reply.body.startsWith('{')) {
        return json(reply)
            .value(QLatin1String("error"))
            .toObject()
            .value(QLatin1String("code"))
            .toString()
            .toUtf8();
    }
    return elementText(reply.body, "Code");
}

QJsonObject json(const RawReply &reply)
{
    return QJsonDocument::fromJson(reply.body).object();
}

QByteArray generalised(const QByteArray &document)
{
    QString text = QString::fromUtf8(document);
    const auto replace = [&](const char *pattern, const char *by) {
        text.replace(QRegularExpression(QLatin1String(pattern)), QLatin1String(by));
    };
    replace("<MessageId>[0-9A-F]{32}</MessageId>", "<MessageId>ID</MessageId>");
    replace("<ReceiptHandle>[A-Za-z0-9-]+</ReceiptHandle>",
            "<ReceiptHandle>HANDLE</ReceiptHandle>");
    replace("<RequestId>[0-9A-F]{24}</RequestId>", "<RequestId>REQUEST</RequestId>");
    replace("<Message>[^<>\\n]+\\.</Message>", "<Message>TEXT</Message>");
    text.replace(QLatin1String("http://127.0.0.1:9324"), QLatin1String("HOST"));
    return text.toUtf8();
}

} // namespace Signalbox::Test
