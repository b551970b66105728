// SPDX-License-Identifier: GPL-3.0-only
#include "http/requesthead.h"

#include "http/httpcharacters.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace Signalbox {

namespace {

constexpr int kBadRequest = 400;
constexpr int kExpectationFailed = 417;
constexpr int kHeaderFieldsTooLarge = 431;
constexpr int kVersionNotSupported = 505;
constexpr int kMaxContentLengthDigits = 18; // fits a qint64 with room to spare

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

bool equalsIgnoringCase(QByteArrayView text, QByteArrayView other)
{
    return text.compare(other, Qt::CaseInsensitive) == 0;
}

/// Whether the comma-separated list \a value holds \a token.
bool listHolds(QByteArrayView value, QByteArrayView token)
{
    while (!value.isEmpty()) {
        const qsizetype comma = value.indexOf(',');
        const QByteArrayView item = comma < 0 ? value : value.first(comma);
        if (equalsIgnoringCase(item.trimmed(), token))
            return true;
        value = comma < 0 ? QByteArrayView() : value.sliced(comma + 1);
    }
    return false;
}

QByteArray lowerCased(QByteArrayView name)
{
    QByteArray lower(name.size(), Qt::Uninitialized);
    std::transform(name.begin(), name.end(), lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    });
    return lower;
}

/// Takes the next line off the front of \a rest, without its line end.
QByteArrayView takeLine(QByteArrayView &rest)
{
    const qsizetype end = rest.indexOf('\n');
    QByteArrayView line = end < 0 ? rest : rest.first(end);
    rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

std::optional<int> parseRequestLine(QByteArrayView line, RequestHead &head)
{
    const qsizetype firstSpace = line.indexOf(' ');
    const qsizetype lastSpace = line.lastIndexOf(' ');
    if (firstSpace <= 0 || lastSpace <= firstSpace + 1)
        return kBadRequest;
    const QByteArrayView method = line.first(firstSpace);
    const QByteArrayView target = line.sliced(firstSpace + 1, lastSpace - firstSpace - 1);
    const QByteArrayView version = line.sliced(lastSpace + 1);
    if (!isToken(method))
        return kBadRequest;
    if (std::any_of(target.begin(), target.end(),
                    [](char c) { return isForbiddenInValue(c) || isBlank(c); }))
        return kBadRequest;
    if (version.size() != 8 || !version.startsWith("HTTP/") || version[6] != '.' || version[5] < '0'
        || version[5] > '9' || version[7] < '0' || version[7] > '9')
        return kBadRequest;
    if (version[5] != '1')
        return kVersionNotSupported;
    head.request.method = method.toByteArray();
    head.request.target = target.toByteArray();
    head.keepAlive = version[7] != '0';
    return {};
}

/// Collects what the framing headers say; what they mean together is decided at the end.
class Framing
{
public:
    [[nodiscard]] bool take(QByteArrayView name, QByteArrayView value)
    {
        switch (name.size()) {
        case 4:
            return name != "host" || !std::exchange(m_hasHost, true);
        case 6:
            if (name == "expect")
                m_expect = value;
            return true;
        case 7:
            if (name == "upgrade")
                m_websocket = m_websocket || listHolds(value, "websocket");
            return true;
        case 10:
            if (name == "connection") {
                m_close = m_close || listHolds(value, "close");
                m_upgrade = m_upgrade || listHolds(value, "upgrade");
            }
            return true;
        case 14:
            return name != "content-length" || takeContentLength(value);
        case 17:
            return name != "transfer-encoding" || takeTransferEncoding(value);
        default:
            return true;
        }
    }

    [[nodiscard]] std::optional<int> decide(RequestHead &head) const
    {
        const bool isHttp10 = !head.keepAlive;
        if (!m_hasHost && !isHttp10) // RFC 9112 §3.2
            return kBadRequest;
        if (m_chunked && (m_contentLength >= 0 || isHttp10))
            return kBadRequest;
        if (m_upgrade && m_websocket) // QHttpServer would take the connection away for a WebSocket
            return kBadRequest;
        head.chunked = m_chunked;
        head.contentLength = std::max<qint64>(m_contentLength, 0);
        head.keepAlive = head.keepAlive && !m_close;
        if (m_expect.isNull() || isHttp10)
            return {};
        if (!equalsIgnoringCase(m_expect, "100-continue"))
            return kExpectationFailed;
        head.expectsContinue = head.hasBody();
        return {};
    }

private:
    bool takeContentLength(QByteArrayView value)
    {
        if (value.isEmpty() || value.size() > kMaxContentLengthDigits)
            return false;
        qint64 length = 0;
        for (const char c : value) {
            if (c < '0' || c > '9')
                return false;
            length = length * 10 + (c - '0');
        }
        if (m_contentLength >= 0 && m_contentLength != length)
            return false;
        m_contentLength = length;
        return true;
    }

    bool takeTransferEncoding(QByteArrayView value)
    {
        if (m_chunked || !equalsIgnoringCase(value, "chunked"))
            return false;
        m_chunked = true;
        return true;
    }

    qint64 m_contentLength = -1;
    QByteArrayView m_expect;
    bool m_hasHost = false;
    bool m_chunked = false;
    bool m_close = false;
    bool m_upgrade = false;
    bool m_websocket = false;
};

} // namespace

qsizetype findHeadEnd(QByteArrayView bytes, qsizetype alreadySearched)
{
    // The empty line may straddle what was searched before and what is new.
    qsizetype from = std::max<qsizetype>(alreadySearched - 2, 0);
    while (from < bytes.size()) {
        const void *found =
            std::memchr(bytes.data() + from, '\n', static_cast<size_t>(bytes.size() - from));
        if (!found)
            return -1;
        const qsizetype next = static_cast<const char *>(found) - bytes.data() + 1;
        if (next < bytes.size() && bytes[next] == '\n')
            return next + 1;
        if (next + 1 < bytes.size() && bytes[next] == '\r' && bytes[next + 1] == '\n')
            return next + 2;
        from = next;
    }
    return -1;
}

std::optional<int> parseRequestHead(QByteArrayView block, RequestHead &head)
{
    head = {};
    QByteArrayView rest = block;
    if (const auto refusal = parseRequestLine(takeLine(rest), head))
        return refusal;

    Framing framing;
    head.request.headers.reserve(16);
    for (QByteArrayView line = takeLine(rest); !line.isEmpty(); line = takeLine(rest)) {
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0)
            return kBadRequest;
        const QByteArrayView name = line.first(colon);
        const QByteArrayView value = line.sliced(colon + 1).trimmed();
        if (!isToken(name)) // also a folded line, which starts with a space
            return kBadRequest;
        if (std::any_of(value.begin(), value.end(), isForbiddenInValue))
            return kBadRequest;
        if (head.request.headers.size() == kMaxHeaderFields)
            return kHeaderFieldsTooLarge;
        const HttpHeader &header =
            head.request.headers.emplaceBack(HttpHeader{lowerCased(name), value.toByteArray()});
        if (!framing.take(header.name, value))
            return kBadRequest;
    }
    return framing.decide(head);
}

} // namespace Signalbox
