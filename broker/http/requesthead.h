// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "http/httpmessage.h"

#include <optional>

namespace Signalbox {

/// What the lines before the body say: the request without its body, and how the body is framed.
struct RequestHead
{
    HttpRequest request; ///< Everything but body and peer.
    qint64 contentLength = 0; ///< Bytes of the body; 0 when it is chunked or absent.
    bool chunked = false;
    bool expectsContinue = false; ///< The client waits for 100 Continue before it sends the body.
    bool keepAlive = true; ///< The connection may carry another request after this one.

    [[nodiscard]] bool hasBody() const { return chunked || contentLength > 0; }
};

/// More header fields than this are refused with 431.
inline constexpr int kMaxHeaderFields = 100;

/// Where the head at the start of \a bytes ends: the offset behind the empty line, or -1 while it
/// has not arrived. The search may skip \a alreadySearched bytes that were looked at before.
[[nodiscard]] qsizetype findHeadEnd(QByteArrayView bytes, qsizetype alreadySearched = 0);

/// Reads \a block, a head with its empty line, into \a head. Returns the HTTP status to refuse it
/// with, or nothing when it is sound. As strict as RFC 9112 wants recipients to be about framing:
/// whatever two parsers could read in two ways is refused.
[[nodiscard]] std::optional<int> parseRequestHead(QByteArrayView block, RequestHead &head);

} // namespace Signalbox
