// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <chrono>
#include <optional>

namespace Signalbox {

/// The time that \a text names: RFC 1123 ("Tue, 03 Jun 2025 11:23:48 GMT"), RFC 850 or asctime. The
/// day of the week is not compared with the date. Independent of locale and time zone. Nothing for
/// anything else.
[[nodiscard]] std::optional<std::chrono::sys_seconds> parseHttpDate(QByteArrayView text);

/// RFC 1123, for Date headers. Years 0 to 9999.
[[nodiscard]] QByteArray formatHttpDate(std::chrono::sys_seconds time);

} // namespace Signalbox
