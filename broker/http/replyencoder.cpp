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

struct Reason
{
    int status;
    QByteArrayView phrase;
};

constexpr std::array kReasons = std::to_array<Reason>({
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {304, "Not Modified"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {411, "Length Required"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {422, "Unprocessable Content"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
    {505, "HTTP Version Not Supported"},
    {507, "Insufficient Storage"},
});

/// HTTP's own date format, in English whatever the locale: "Sun, 06 Nov 1994 08:49:37 GMT".
QByteArray httpDate(qint64 unixSeconds)
{
    const QDateTime time = QDateTime::fromSecsSinceEpoch(unixSeconds).toUTC();
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
    const auto found =
        std::lower_bound(kReasons.begin(), kReasons.end(), status,
                         [](const Reason &reason, int wanted) { return reason.status < wanted; });
    return found != kReasons.end() && found->status == status ? found->phrase : "Unknown";
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
