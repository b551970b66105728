// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Signalbox {

/// What a text is written in, for its colours.
enum class CodeLanguage { Plain, Json, Xml, Source };

/// Texts longer than this stay without colours.
inline constexpr qsizetype kLongestColoured = qsizetype(256) * 1024;

/// Where a text stops being JSON: line and column count from 1.
struct JsonProblem
{
    int line = 0;
    int column = 0;
    QString message;
};

/// Nothing when \a json is one JSON value.
[[nodiscard]] std::optional<JsonProblem> findJsonProblem(const QByteArray &json);

/// \a json with line breaks and two spaces of indent. Order of keys, spelling of numbers and
/// escapes stay as they were; short objects inside others stay on one line. Text that is not JSON
/// comes back as it is.
[[nodiscard]] QString formatJson(const QByteArray &json);

/// The bytes behind \a body when it is Base64 of readable UTF-8 text: senders encode bodies that
/// way. Plain words that happen to be in the alphabet are left alone.
[[nodiscard]] std::optional<QByteArray> decodeBase64Text(const QByteArray &body);

/// True when \a bytes are UTF-8 without control characters other than line breaks and tabs.
[[nodiscard]] bool isReadableText(const QByteArray &bytes);

/// JSON when it begins like an object or array and is one, XML when it begins with a tag, else
/// plain.
[[nodiscard]] CodeLanguage guessLanguage(const QByteArray &text);

/// Sixteen bytes a line: offset, values, readable characters. At most \a limit bytes; a line says
/// how many were left out.
[[nodiscard]] QString hexDump(const QByteArray &bytes, qsizetype limit = qsizetype(64) * 1024);

} // namespace Signalbox
