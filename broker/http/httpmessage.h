// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>

namespace Signalbox {

/// One header field. In a request the name is lower-cased; in a reply it goes out as written here.
struct HttpHeader
{
    QByteArray name;
    QByteArray value; ///< Without surrounding white space.

    bool operator==(const HttpHeader &) const = default;
};

/// One whole request as it came over the wire. A plain value: it may be kept, copied and sent to
/// other threads.
struct HttpRequest
{
    QByteArray method; ///< As received, for example "GET".
    /// The raw request target, for example "/queues/a/messages?ReceiptHandle=1-x". Never decoded.
    QByteArray target;
    QList<HttpHeader> headers; ///< In the order received, duplicates kept.
    QByteArray body; ///< Without transfer coding.
    QHostAddress peerAddress;
    quint16 peerPort = 0;
    bool secure = false; ///< Whether the connection is encrypted.

    /// The first value of the header \a lowerCaseName; null when there is none.
    [[nodiscard]] QByteArray header(QByteArrayView lowerCaseName) const;
    [[nodiscard]] bool hasHeader(QByteArrayView lowerCaseName) const;
};

/// An answer. Content-Length, Date, Server and Connection are added when it leaves; do not list
/// them in \a headers.
struct HttpReply
{
    int status = 200;
    QList<HttpHeader> headers;
    QByteArray body; ///< Not sent to a HEAD request, nor with the statuses 204 and 304.
};

} // namespace Signalbox
