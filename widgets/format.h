// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QString>

#include <chrono>
#include <optional>

/// How numbers, sizes, durations and times read everywhere in the console: in the language of the
/// default QLocale, translated through the context "Format". Unknown values are "–" (unknown()),
/// never 0.
namespace Signalbox::Format {

/// "–".
[[nodiscard]] QString unknown();

/// "1,204": whole numbers with the locale's grouping.
[[nodiscard]] QString count(qint64 value);
[[nodiscard]] QString count(std::optional<qint64> value);

/// Short form for axes and pills: three significant digits above 10,000 ("12.5 k", "1.24 M"), else
/// as count().
[[nodiscard]] QString compact(double value);

/// Label of an axis whose ticks are \a step apart: compact, with the decimals the step needs
/// ("0.25", "5 k").
[[nodiscard]] QString axisLabel(double value, double step);

/// A rate or a measured value: one decimal below 10 unless whole, else whole ("0.2", "9.5", "182").
[[nodiscard]] QString rate(double value);

/// \a fraction of one as per cent: one decimal below 99.95 %, "100 %" only when exact ("85.3 %",
/// "99.9 %").
[[nodiscard]] QString percent(double fraction);

/// "412 B", "1.2 KB", "64 KB": 1,024 based, as the protocol counts.
[[nodiscard]] QString bytes(qint64 value);
/// "1,229 bytes", for the tooltip beside bytes().
[[nodiscard]] QString exactBytes(qint64 value);

/// At most two units: "< 1 ms", "6 ms", "48 s", "4 min 12 s", "3 d 02 h". Milliseconds show below
/// one second only.
[[nodiscard]] QString duration(std::chrono::milliseconds value);
/// For ages, where less than a second says nothing: "< 1 s", then as duration().
[[nodiscard]] QString age(std::chrono::milliseconds value);
/// Always in milliseconds, as attempts are compared: "5,000 ms".
[[nodiscard]] QString milliseconds(std::chrono::milliseconds value);
/// "in 27 s".
[[nodiscard]] QString countdown(std::chrono::milliseconds value);
/// "1 s ago"; relative times are used below one minute only.
[[nodiscard]] QString ago(std::chrono::milliseconds value);
/// "9:58": what a toast has left.
[[nodiscard]] QString clockLeft(std::chrono::milliseconds value);

/// Local, 24 h: "14:32:06.114" on the day of \a now, "03-11 14:32" in its year, "2026-03-11"
/// before.
[[nodiscard]] QString time(const QDateTime &value, const QDateTime &now);
/// As time(), by Unix times in milliseconds.
[[nodiscard]] QString time(qint64 unixMs, qint64 nowMs);
/// "14:31" on the day of \a now, before as time(): where the second does not matter.
[[nodiscard]] QString minute(const QDateTime &value, const QDateTime &now);
/// "14:31:07" on the day of \a now, before and after with its date: a clock that runs.
[[nodiscard]] QString clock(const QDateTime &value, const QDateTime &now);
/// ISO 8601 with offset and the Unix time in milliseconds, on two lines: the tooltip of time().
[[nodiscard]] QString exactTime(const QDateTime &value);

} // namespace Signalbox::Format
