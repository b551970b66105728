// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/endpoint.h"

#include <QByteArray>
#include <QByteArrayView>

#include <chrono>
#include <optional>

namespace Signalbox::Ctl {

/// Writes signed requests of one endpoint, cheaply. The signature is made for each one, as SDKs do;
/// the date is kept for a second.
class RequestWriter
{
public:
    explicit RequestWriter(const Endpoint &endpoint);

    /// The bytes of a request. \a body, if any, is XML.
    [[nodiscard]] QByteArray write(QByteArrayView method, const QByteArray &target,
                                   QByteArrayView body = {});

private:
    void refreshDate();
    [[nodiscard]] QByteArray authorization(QByteArrayView method, const QByteArray &target,
                                           bool hasBody) const;

    Endpoint m_endpoint;
    QByteArray m_accessKeyId;
    QByteArray m_secret;
    QByteArray m_fixedHeaders;
    QByteArray m_date;
    std::chrono::steady_clock::time_point m_dateUntil;
};

/// One whole reply.
struct BenchReply
{
    int status = 0;
    QByteArrayView body;

    [[nodiscard]] bool isSuccess() const { return status >= 200 && status < 300; }
};

/// One whole request.
struct BenchRequest
{
    QByteArrayView head; ///< Request line and headers.
    QByteArrayView body;

    /// Path and query as they were sent.
    [[nodiscard]] QByteArrayView target() const;
    /// Of the first header of this \a name (lower case); empty when there is none.
    [[nodiscard]] QByteArrayView header(QByteArrayView name) const;
};

/// Finds replies and requests in what a connection received. Understands what MNS endpoints send:
/// Content-Length, no chunks.
class HttpParser
{
public:
    /// Room for at least \a size bytes more; report what was put there with added().
    [[nodiscard]] char *room(qsizetype size);
    void added(qsizetype bytes) { m_end += bytes; }

    [[nodiscard]] bool isBroken() const { return m_broken; }
    void reset();

protected:
    struct Parts
    {
        QByteArrayView head;
        QByteArrayView body;
    };
    /// The head that comes next, once it is whole.
    [[nodiscard]] std::optional<QByteArrayView> peekHead() const;
    /// Takes \a head with the body behind it once that is whole.
    [[nodiscard]] std::optional<Parts> take(QByteArrayView head, qsizetype bodyBytes);
    void setBroken() { m_broken = true; }

private:
    QByteArray m_buffer;
    qsizetype m_begin = 0;
    qsizetype m_end = 0;
    bool m_broken = false;
};

class ReplyParser : public HttpParser
{
public:
    /// The next whole reply, valid until the next call of room(). Nothing while it is incomplete.
    [[nodiscard]] std::optional<BenchReply> next();
};

class RequestParser : public HttpParser
{
public:
    /// As ReplyParser::next().
    [[nodiscard]] std::optional<BenchRequest> next();
};

} // namespace Signalbox::Ctl
