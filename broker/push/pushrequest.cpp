// SPDX-License-Identifier: GPL-3.0-only
#include "push/pushrequest.h"

#include "core/ids.h"
#include "protocol/httpdate.h"

#include <QRegularExpression>
#include <QUrl>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

const QByteArray kPushAgent = "Aliyun Notification Service Agent";

/// The URL of \a endpoint in ASCII. Path and query stay as they are written wherever they are legal
/// already: receivers may compare them.
QByteArray urlOf(const QString &endpoint)
{
    static const QRegularExpression parts(u"^([^:/]+://[^/?#]*)([!$-;=?-Z_a-z~]*)(#.*)?$"_s);
    const QRegularExpressionMatch match = parts.match(endpoint);
    if (!match.hasMatch())
        return QUrl(endpoint).toEncoded();
    return QUrl(match.captured(1)).toEncoded() + match.captured(2).toLatin1();
}

/// Path and query as curl puts them on the request line.
QByteArray requestUriOf(const QByteArray &url)
{
    const qsizetype host = url.indexOf("://") + 3;
    const qsizetype end = url.indexOf('/', host);
    const qsizetype query = url.indexOf('?', host);
    if (end >= 0 && (query < 0 || end < query))
        return url.sliced(end);
    return query < 0 ? QByteArray("/") : '/' + url.sliced(query);
}

/// Header values are one line of visible characters, without blanks at their ends; a tag may hold
/// any text, which the body of a push has as it is.
QByteArray headerValue(const QString &text)
{
    QByteArray value = text.toUtf8();
    for (char &c : value) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            c = ' ';
    }
    return value.trimmed();
}

QByteArray dateHeader(qint64 systemMs)
{
    return formatHttpDate(std::chrono::floor<std::chrono::seconds>(
        std::chrono::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(systemMs))));
}

const QByteArray kRequestId = "x-mns-request-id";

PushRequest sign(const PushToSign &push, const QByteArray &url, const QByteArray &body,
                 const PushKey &key)
{
    PushRequest request;
    request.stringToSign = pushStringToSign(push);
    PushCall &call = request.call;
    call.url = url;
    call.body = body;
    call.headers = {{"Content-Type", push.contentType}};
    if (!push.contentMd5.isEmpty())
        call.headers.append({"Content-md5", push.contentMd5});
    call.headers += {{"Date", push.date},
                     {"User-Agent", kPushAgent},
                     {"Authorization", key.sign(request.stringToSign)}};
    call.headers += push.mnsHeaders;
    return request;
}

} // namespace

PushRequest makePushRequest(const QString &endpoint, const Notification &notification,
                            NotifyContentFormat format, const PushTerms &terms, const PushKey &key,
                            qint64 systemMs)
{
    const QByteArray url = urlOf(endpoint);
    const QByteArray body = writeNotification(notification, format);
    PushToSign push;
    push.contentMd5 = pushContentMd5(body, terms.md5Form);
    push.contentType = notificationContentType(format).toByteArray();
    push.date = dateHeader(systemMs);
    push.requestUri = requestUriOf(url);
    push.mnsHeaders = {
        {"x-mns-version", "2015-06-06"},
        {kRequestId, newRequestId().toLatin1()},
        {"x-mns-signing-cert-url", terms.certificateUrl.toBase64()},
        {"x-mns-topic-owner", notification.topicOwner.toLatin1()},
        {"x-mns-topic-name", notification.topic.toLatin1()},
        {"x-mns-subscriber", notification.subscriber.toLatin1()},
        {"x-mns-subscription-name", notification.subscription.toLatin1()},
        {"x-mns-message-id", notification.messageId},
        {"x-mns-publish-time", QByteArray::number(notification.publishedAtMs)},
    };
    if (const QByteArray tag = headerValue(notification.tag); !tag.isEmpty())
        push.mnsHeaders.append({"x-mns-message-tag", tag});
    return sign(push, url, body, key);
}

PushRequest repeatPushRequest(const PushCall &sent, const QString &endpoint, const PushKey &key,
                              qint64 systemMs)
{
    const QByteArray url = urlOf(endpoint);
    PushToSign push;
    push.date = dateHeader(systemMs);
    push.requestUri = requestUriOf(url);
    for (const auto &[name, value] : sent.headers) {
        if (name == "Content-Type")
            push.contentType = value;
        else if (name == "Content-md5")
            push.contentMd5 = value;
        else if (name == kRequestId)
            push.mnsHeaders.append({name, newRequestId().toLatin1()});
        else if (name.startsWith("x-mns-"))
            push.mnsHeaders.append({name, value});
    }
    PushRequest request = sign(push, url, sent.body, key);
    request.call.isTrusted = sent.isTrusted && url == sent.url;
    return request;
}

} // namespace Signalbox
