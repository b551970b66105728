// SPDX-License-Identifier: GPL-3.0-only
#include "http/replyencoder.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <array>
#include <charconv>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView kHeaderSeparator = ": ";
constexpr QByteArrayView kLineEnd = "\r\n";
constexpr qsizetype kFixedBytes =
    128; // status line, Content-Length and Connection at their longest

/// HTTP's own date format, in English whatever the locale: "Sun, 06 Nov 1994 08:49:37 GMT".
QByteArray httpDate(qint64 unixSeconds)
{
    const QDateTime time = QDateTime::fromSecsSinceEpoch(unixSeconds, Qt::UTC);
    return QLocale::c().toString(time, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
}

bool mayHaveBody(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

void appendNumber(QByteArray &buffer, qint64 number)
{
    std::array<char, 20> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    buffer.append(digits.data(), end - digits.data());
}

} // namespace

QByteArrayView reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 406:
        return "Not Acceptable";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 410:
        return "Gone";
    case 411:
        return "Length Required";
    case 412:
        return "Precondition Failed";
    case 413:
        return "Content Too Large";
    case 415:
        return "Unsupported Media Type";
    case 417:
        return "Expectation Failed";
    case 422:
        return "Unprocessable Content";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    case 505:
        return "HTTP Version Not Supported";
    case 507:
        return "Insufficient Storage";
    default:
        return "Unknown";
    }
}

void ReplyEncoder::setServerName(const QByteArray &serverName)
{
    m_serverLine = serverName.isEmpty() ? QByteArray() : "Server: " + serverName + "\r\n";
    m_commonLinesSecond = -1;
}

const QByteArray &ReplyEncoder::commonLines()
{
    const qint64 second = QDateTime::currentSecsSinceEpoch();
    if (second != m_commonLinesSecond) {
        m_commonLinesSecond = second;
        m_commonLines = "Date: " + httpDate(second) + "\r\n" + m_serverLine;
    }
    return m_commonLines;
}

QByteArray ReplyEncoder::encode(const HttpReply &reply, Framing framing)
{
    const QByteArray &common = commonLines();
    const bool bodyAllowed = mayHaveBody(reply.status);
    const bool sendBody = bodyAllowed && !framing.withoutBody;

    qsizetype size = kFixedBytes + common.size() + (sendBody ? reply.body.size() : 0);
    for (const HttpHeader &header : reply.headers)
        size +=
            header.name.size() + header.value.size() + kHeaderSeparator.size() + kLineEnd.size();

    QByteArray buffer;
    buffer.reserve(size);
    buffer.append("HTTP/1.1 ");
    appendNumber(buffer, reply.status);
    buffer.append(' ').append(reasonPhrase(reply.status)).append(kLineEnd);
    for (const HttpHeader &header : reply.headers)
        buffer.append(header.name).append(kHeaderSeparator).append(header.value).append(kLineEnd);
    buffer.append(common);
    if (bodyAllowed) {
        buffer.append("Content-Length: ");
        appendNumber(buffer, reply.body.size());
        buffer.append(kLineEnd);
    }
    buffer.append(framing.keepAlive ? QByteArrayView("Connection: keep-alive\r\n\r\n")
                                    : QByteArrayView("Connection: close\r\n\r\n"));
    if (sendBody)
        buffer.append(reply.body);
    return buffer;
}

} // namespace Signalbox
