// SPDX-License-Identifier: GPL-3.0-only
#include "bench/benchhttp.h"

#include "protocol/httpdate.h"
#include "protocol/signature.h"

namespace Signalbox::Ctl {

namespace {

constexpr QByteArrayView kContentType = "text/xml;charset=UTF-8";
constexpr QByteArrayView kVersion = "2015-06-06";

/// Value of the header \a name (lower case) within \a head; nothing when there is none.
std::optional<QByteArrayView> headerOf(QByteArrayView head, QByteArrayView name)
{
    qsizetype line = head.indexOf("\r\n");
    while (line >= 0) {
        line += 2;
        const QByteArrayView rest = head.sliced(line);
        if (rest.size() > name.size() && rest.at(name.size()) == ':'
            && rest.first(name.size()).compare(name, Qt::CaseInsensitive) == 0) {
            const qsizetype end = rest.indexOf("\r\n");
            return rest.first(end < 0 ? rest.size() : end).sliced(name.size() + 1).trimmed();
        }
        line = head.indexOf("\r\n", line);
    }
    return {};
}

/// Value of the Content-Length header within \a head; 0 when there is none, -1 when it is no
/// number.
qsizetype contentLength(QByteArrayView head)
{
    const std::optional<QByteArrayView> value = headerOf(head, "content-length");
    if (!value)
        return 0;
    bool ok = false;
    const int length = value->toInt(&ok);
    return ok ? length : -1;
}

} // namespace

RequestWriter::RequestWriter(const Endpoint &endpoint)
    : m_endpoint(endpoint)
    , m_accessKeyId(endpoint.accessKeyId.toUtf8())
    , m_secret(endpoint.accessKeySecret.toUtf8())
{
    m_fixedHeaders = " HTTP/1.1\r\nHost: " + endpoint.displayName().toUtf8()
        + "\r\nUser-Agent: signalboxctl-bench\r\nx-mns-version: " + kVersion.toByteArray() + "\r\n";
    if (!endpoint.securityToken.isEmpty())
        m_fixedHeaders += "security-token: " + endpoint.securityToken.toUtf8() + "\r\n";
}

void RequestWriter::refreshDate()
{
    using namespace std::chrono;
    const auto now = steady_clock::now();
    if (now < m_dateUntil)
        return;
    m_date = formatHttpDate(floor<seconds>(system_clock::now()));
    m_dateUntil = now + seconds(1);
}

QByteArray RequestWriter::authorization(QByteArrayView method, const QByteArray &target,
                                        bool hasBody) const
{
    if (m_endpoint.signature == Endpoint::Signature::V4) {
        SignedRequest request{method.toByteArray(), target, {{"date", m_date}}};
        request.headers.emplace_back("x-mns-version", kVersion.toByteArray());
        if (hasBody)
            request.headers.emplace_back("content-type", kContentType.toByteArray());
        return authorizationV4(request, {m_accessKeyId, m_secret, {}}, m_endpoint.region.toUtf8());
    }
    QByteArray toSign;
    toSign.reserve(160 + target.size());
    toSign.append(method).append("\n\n");
    if (hasBody)
        toSign.append(kContentType);
    toSign.append('\n').append(m_date).append("\nx-mns-version:").append(kVersion);
    toSign.append('\n').append(target);
    return "MNS " + m_accessKeyId + ':' + signV2(m_secret, toSign);
}

QByteArray RequestWriter::write(QByteArrayView method, const QByteArray &target,
                                QByteArrayView body)
{
    refreshDate();
    QByteArray request;
    request.reserve(target.size() + m_fixedHeaders.size() + body.size() + 300);
    request.append(method).append(' ').append(target).append(m_fixedHeaders);
    request.append("Date: ").append(m_date);
    request.append("\r\nAuthorization: ").append(authorization(method, target, !body.isEmpty()));
    if (!body.isEmpty()) {
        request.append("\r\nContent-Type: ").append(kContentType);
        request.append("\r\nContent-Length: ").append(QByteArray::number(body.size()));
    }
    return request.append("\r\n\r\n").append(body);
}

QByteArrayView BenchRequest::target() const
{
    const qsizetype begin = head.indexOf(' ') + 1;
    const qsizetype end = head.indexOf(' ', begin);
    return end < 0 ? QByteArrayView() : head.sliced(begin, end - begin);
}

QByteArrayView BenchRequest::header(QByteArrayView name) const
{
    return headerOf(head, name).value_or(QByteArrayView());
}

char *HttpParser::room(qsizetype size)
{
    if (m_begin == m_end) {
        m_begin = m_end = 0;
    } else if (m_begin > 0) {
        m_buffer.remove(0, m_begin);
        m_end -= m_begin;
        m_begin = 0;
    }
    if (m_buffer.size() < m_end + size)
        m_buffer.resize(m_end + size);
    return m_buffer.data() + m_end;
}

std::optional<QByteArrayView> HttpParser::peekHead() const
{
    const QByteArrayView data = QByteArrayView(m_buffer).sliced(m_begin, m_end - m_begin);
    const qsizetype headEnd = data.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return {};
    return data.first(headEnd);
}

std::optional<HttpParser::Parts> HttpParser::take(QByteArrayView head, qsizetype bodyBytes)
{
    constexpr qsizetype kGapBytes = 4; // the empty line
    const qsizetype size = head.size() + kGapBytes + bodyBytes;
    const QByteArrayView data = QByteArrayView(m_buffer).sliced(m_begin, m_end - m_begin);
    if (data.size() < size)
        return {};
    m_begin += size;
    return Parts{head, data.sliced(head.size() + kGapBytes, bodyBytes)};
}

void HttpParser::reset()
{
    m_begin = m_end = 0;
    m_broken = false;
}

std::optional<BenchReply> ReplyParser::next()
{
    const std::optional<QByteArrayView> head = peekHead();
    if (!head)
        return {};
    const int status = head->size() >= 12 ? head->sliced(9, 3).toInt() : 0;
    const qsizetype length = status == 204 ? 0 : contentLength(*head);
    if (status < 100 || length < 0) {
        setBroken();
        return {};
    }
    const std::optional<Parts> parts = take(*head, length);
    if (!parts)
        return {};
    return BenchReply{status, parts->body};
}

std::optional<BenchRequest> RequestParser::next()
{
    const std::optional<QByteArrayView> head = peekHead();
    if (!head)
        return {};
    const qsizetype length = contentLength(*head);
    if (length < 0) {
        setBroken();
        return {};
    }
    const std::optional<Parts> parts = take(*head, length);
    if (!parts)
        return {};
    return BenchRequest{parts->head, parts->body};
}

} // namespace Signalbox::Ctl
