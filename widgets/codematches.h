// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QList>
#include <QString>

#include <optional>
#include <variant>

namespace Signalbox {

/// A piece of a text, in UTF-16 units.
struct TextSpan
{
    qsizetype start = 0;
    qsizetype length = 0;

    bool operator==(const TextSpan &) const = default;
};

/// Keys of objects and indexes of lists that lead to a value of a JSON text.
using JsonPath = QList<std::variant<QString, qsizetype>>;

/// Where \a text stands in \a code, in either case; no more than \a limit places, and none for an
/// empty text.
[[nodiscard]] QList<TextSpan> findText(const QString &code, const QString &text, qsizetype limit);

/// Where the value at \a path stands in \a json, whatever its white space; of several with one key
/// the last. Nothing when there is none.
[[nodiscard]] std::optional<TextSpan> findJsonValue(const QString &json, const JsonPath &path);

} // namespace Signalbox
