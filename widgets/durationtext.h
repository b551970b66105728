// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace Signalbox {

/// Units of a duration field, in order.
enum class DurationUnit { Seconds, Minutes, Hours, Days };
inline constexpr int kDurationUnitCount = 4;

[[nodiscard]] std::chrono::seconds unitLength(DurationUnit unit);

struct ParsedDuration
{
    std::chrono::seconds value;
    /// The unit that was typed last; none for a bare number.
    std::optional<DurationUnit> unit;
    bool operator==(const ParsedDuration &) const = default;
};

/// Reads what people type for a time span: "90" (in \a bareUnit), "1m30", "2 h", "1.5 h",
/// "1分30秒", "3 d 02 h". A number after a unit without one of its own counts in the next smaller
/// unit. Nothing for empty, negative, fractional-second or otherwise unreadable text and for more
/// than ten years.
[[nodiscard]] std::optional<ParsedDuration> parseDuration(const QString &text,
                                                          DurationUnit bareUnit);

/// The largest unit in which \a value is a whole number.
[[nodiscard]] DurationUnit naturalUnit(std::chrono::seconds value);

} // namespace Signalbox
