// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QByteArray>
#include <QByteArrayView>

/// The Content-MD5 header.
namespace Signalbox::ContentMd5 {

/// Whether \a headerValue belongs to \a body, in either form in use: Base64 of the 16 bytes (RFC
/// 1864), or Base64 of the lower-case hexadecimal digits, which most SDKs send.
[[nodiscard]] bool matches(QByteArrayView headerValue, QByteArrayView body);

/// Base64 of the 16 bytes (RFC 1864).
[[nodiscard]] QByteArray make(QByteArrayView body);

} // namespace Signalbox::ContentMd5
