// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QJsonValue>
#include <QList>
#include <QString>

#include <variant>

namespace Signalbox {

struct MessageProperty;

/// Why a search text cannot be understood, and at which character, counted from 1.
struct SearchProblem
{
    enum class Kind {
        MissingKey, ///< A key must follow the dot.
        MissingIndex, ///< A number or a quoted key must follow the bracket.
        UnclosedBracket,
        UnclosedText, ///< A quotation mark is missing at the end.
        BadEscape, ///< A backslash with something that JSON does not know.
        MissingEquals, ///< Also: anything else than one equals sign.
        MissingName, ///< Of the property.
        MissingValue,
        TextBehindValue,
        NotAnId, ///< Not 1 to 32 hexadecimal digits.
    };

    Kind kind = Kind::MissingValue;
    qsizetype position = 1;

    bool operator==(const SearchProblem &) const = default;
};

/// The problem as a sentence for developers.
[[nodiscard]] QString searchProblemText(const SearchProblem &problem);

/// What a JSON value or a property has to be equal to.
struct SearchValue
{
    QString text; ///< Without its quotation marks.
    /// The number, the truth value or the null that unquoted text may also mean; else undefined.
    QJsonValue literal{QJsonValue::Undefined};

    /// Texts are compared as they are, numbers by their value. An object or a list is equal to
    /// nothing.
    [[nodiscard]] bool equals(const QJsonValue &found) const;
    [[nodiscard]] bool equals(const MessageProperty &property) const;

    bool operator==(const SearchValue &) const = default;
};

/// What to look for among messages, read from what someone typed:
///
///     pear                        a text, in either case of Latin letters
///     $.items[0]["unit price"] = 9.5  a value of a JSON body
///     id: 5F29                    the end of the message id, or all of it
///     tag: important              the tag that a topic's notification carries
///     group: customer-7           the message group
///     prop.kind = refund          a user or system property
///     text: id: 5F29              a text, whatever it begins with
///
/// A quoted value is text with the escapes of JSON; an unquoted one that is a number, true, false
/// or null means that or the same text. A value type, for any thread.
struct SearchQuery
{
    enum class Kind { Text, JsonValue, MessageId, Tag, Group, Property };
    using Step = std::variant<QString, qsizetype>; ///< A key of an object or an index of a list.
    using Path = QList<Step>;

    Kind kind = Kind::Text;
    QString text; ///< The text, the digits of the id, the tag, the group, or the property's name.
    Path path; ///< Of JsonValue.
    SearchValue value; ///< Of JsonValue and Property.

    [[nodiscard]] static std::variant<SearchQuery, SearchProblem> parse(const QString &text);

    bool operator==(const SearchQuery &) const = default;
};

/// What stands at \a path in \a json, which is one JSON object or list; undefined when it is not,
/// or has nothing there.
[[nodiscard]] QJsonValue jsonValueAt(const QByteArray &json, const SearchQuery::Path &path);

} // namespace Signalbox
