// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/result.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <limits>
#include <optional>
#include <string_view>

#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

namespace Signalbox {

inline QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// Takes values out of the nodes of a TOML file. Errors of all of it: InvalidArgument, with the
/// file, the line and, where there is one, the key.
class TomlValues
{
public:
    explicit TomlValues(QString path)
        : m_path(std::move(path))
    {
    }

    [[nodiscard]] const QString &path() const { return m_path; }

    static Error error(const QString &message)
    {
        return Error{ErrorCode::InvalidArgument, message};
    }

    [[nodiscard]] Error errorAt(const toml::source_region &where, const QString &reason) const
    {
        return error(QStringLiteral("%1: %2").arg(placeOf(where), reason));
    }

    [[nodiscard]] QString placeOf(const toml::source_region &where) const
    {
        return QStringLiteral("%1:%2").arg(m_path).arg(where.begin.line);
    }

    static std::optional<QString> scalarText(const toml::node &node)
    {
        if (const auto *text = node.as_string())
            return toQString(text->get());
        if (const auto *number = node.as_integer())
            return QString::number(number->get());
        if (const auto *boolean = node.as_boolean())
            return boolean->get() ? QStringLiteral("true") : QStringLiteral("false");
        return std::nullopt;
    }

    static std::optional<QString> listText(const toml::node &node)
    {
        const toml::array *array = node.as_array();
        if (!array)
            return std::nullopt;
        QStringList texts;
        for (const toml::node &element : *array) {
            const auto *text = element.as_string();
            if (!text)
                return std::nullopt;
            texts.append(toQString(text->get()));
        }
        return texts.join(QLatin1Char(','));
    }

    /// Calls \a readTable with each table of an array of tables.
    template <typename ReadTable>
    Result<void> readTables(const toml::node &node, const QString &howDeclared, ReadTable readTable)
    {
        const toml::array *array = node.as_array();
        if (!array)
            return errorAt(node.source(), howDeclared);
        for (const toml::node &element : *array) {
            const toml::table *table = element.as_table();
            if (!table)
                return errorAt(element.source(), howDeclared);
            if (Result<void> read = readTable(*table); !read)
                return read;
        }
        return {};
    }

    template <typename Target>
    Result<void> takeText(const QString &name, const toml::node &node, Target &target)
    {
        const auto *text = node.as_string();
        if (!text)
            return errorAt(node.source(), QStringLiteral("%1: expected a text.").arg(name));
        target = toQString(text->get());
        return {};
    }

    Result<void> takeBoolean(const QString &name, const toml::node &node,
                             std::optional<bool> &target)
    {
        const auto *boolean = node.as_boolean();
        if (!boolean)
            return errorAt(node.source(), QStringLiteral("%1: expected true or false.").arg(name));
        target = boolean->get();
        return {};
    }

    template <typename Target>
    Result<void> takeNumber(const QString &name, const toml::node &node, Target &target)
    {
        const auto *number = node.as_integer();
        if (!number || number->get() < 0 || number->get() > std::numeric_limits<int>::max())
            return errorAt(node.source(),
                           QStringLiteral("%1: expected a whole number of at least 0.").arg(name));
        target = int(number->get());
        return {};
    }

    Result<void> takeSeconds(const QString &name, const toml::node &node,
                             std::optional<std::chrono::seconds> &target)
    {
        std::optional<int> number;
        if (Result<void> taken = takeNumber(name, node, number); !taken)
            return taken;
        target = std::chrono::seconds(*number);
        return {};
    }

    /// A word of the protocol.
    template <typename Value>
    Result<void> takeWord(const QString &name, const toml::node &node, std::optional<Value> &target,
                          std::optional<Value> (*parse)(QByteArrayView))
    {
        const auto *text = node.as_string();
        target = text ? parse(QByteArrayView(text->get().data(), qsizetype(text->get().size())))
                      : std::nullopt;
        if (!target)
            return errorAt(node.source(), QStringLiteral("%1: no such word.").arg(name));
        return {};
    }

private:
    const QString m_path;
};

} // namespace Signalbox
