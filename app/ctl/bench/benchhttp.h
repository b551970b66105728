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

/// Finds replies in what a connection received. Understands what MNS endpoints send:
/// Content-Length, no chunks.
class ReplyParser
{
public:
    /// Room for at least \a size bytes more; report what was put there with added().
    [[nodiscard]] char *room(qsizetype size);
    void added(qsizetype bytes) { m_end += bytes; }

    /// The next whole reply, valid until the next call of room(). Nothing while it is incomplete.
    [[nodiscard]] std::optional<BenchReply> next();
    [[nodiscard]] bool isBroken() const { return m_broken; }
    void reset();

private:
    QByteArray m_buffer;
    qsizetype m_begin = 0;
    qsizetype m_end = 0;
    bool m_broken = false;
};

} // namespace Signalbox::Ctl
