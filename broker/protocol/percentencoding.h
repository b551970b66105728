// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace Signalbox {

/// Every %XX as its byte; a + stays a +. Nothing when a % is not followed by two hexadecimal
/// digits.
[[nodiscard]] std::optional<QByteArray> percentDecoded(QByteArrayView text);

/// Everything but letters, digits, "-", ".", "_", "~" and the characters of \a keep as %XX, in
/// upper case.
[[nodiscard]] QByteArray percentEncoded(QByteArrayView text, QByteArrayView keep = {});

} // namespace Signalbox
