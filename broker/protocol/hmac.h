// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace Signalbox {

/// 20 bytes; empty should the cryptographic library refuse. Any thread.
[[nodiscard]] QByteArray hmacSha1(QByteArrayView key, QByteArrayView data);
/// 32 bytes; empty should the cryptographic library refuse. Any thread.
[[nodiscard]] QByteArray hmacSha256(QByteArrayView key, QByteArrayView data);

/// Whether both are the same bytes, taking the same time wherever they differ.
[[nodiscard]] bool equalInConstantTime(QByteArrayView a, QByteArrayView b);

} // namespace Signalbox
