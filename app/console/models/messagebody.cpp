// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/messagebody.h"

#include "widgets/codetext.h"
#include "widgets/format.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <optional>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kShortestBinary = 32;
constexpr qsizetype kLargestJson = 16 * 1024; ///< Parsed for a preview; longer ones show as text.
constexpr qsizetype kPreviewLength = 240;

bool mixesLetters(const QByteArray &text)
{
    const auto has = [&text](char first, char last) {
        return std::ranges::any_of(text, [=](char c) { return c >= first && c <= last; });
    };
    return has('a', 'z') && has('A', 'Z') && has('0', '9');
}

/// What a string of JSON means, in one line.
QString unescaped(const QString &text)
{
    if (!text.contains(u'\\'))
        return text;
    const auto array = QJsonDocument::fromJson((u"[\""_s + text + u"\"]"_s).toUtf8()).array();
    return array.at(0).toString().simplified();
}

/// JSON too long to be parsed, or cut: with the letters that its escapes stand for.
QString withLetters(QString json)
{
    static const QRegularExpression escape(u"\\\\u([0-9a-fA-F]{4})"_s);
    qsizetype from = 0;
    for (auto match = escape.match(json); match.hasMatch(); match = escape.match(json, from)) {
        const QChar letter(char16_t(match.capturedView(1).toUInt(nullptr, 16)));
        from = match.capturedStart() + 1;
        if (letter.isPrint() || letter.isSurrogate())
            json.replace(match.capturedStart(), match.capturedLength(), letter);
    }
    return json;
}

/// Strings, numbers and words of JSON text known to be well formed, in their order, without the
/// names of members.
QStringList jsonValues(const QString &json)
{
    QStringList values;
    qsizetype at = 0;
    qsizetype length = 0;
    const auto skipSpace = [&] {
        while (at < json.size() && json[at].isSpace())
            ++at;
    };
    while (at < json.size() && length < kPreviewLength) {
        const QChar character = json[at];
        if (character == u'"') {
            const qsizetype begin = ++at;
            while (at < json.size() && json[at] != u'"')
                at += json[at] == u'\\' ? 2 : 1;
            const QString text = unescaped(json.sliced(begin, std::min(at, json.size()) - begin));
            ++at;
            skipSpace();
            if (at < json.size() && json[at] == u':')
                continue;
            values.append(text);
        } else if (character.isLetterOrNumber() || character == u'-') {
            const qsizetype begin = at;
            while (at < json.size() && !json[at].isSpace() && !u",]}"_s.contains(json[at]))
                ++at;
            values.append(json.mid(begin, at - begin));
        } else {
            ++at;
            continue;
        }
        length += values.constLast().size() + 2;
    }
    return values;
}

} // namespace

MessageBody MessageBody::of(const QByteArray &body)
{
    if (const std::optional<QByteArray> text = decodeBase64Text(body))
        return {Kind::DecodedText, *text};
    if (body.size() < kShortestBinary || body.size() % 4 != 0 || !mixesLetters(body))
        return {Kind::Text, body};
    const auto decoded =
        QByteArray::fromBase64Encoding(body, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || isReadableText(*decoded))
        return {Kind::Text, body};
    return {Kind::DecodedBinary, *decoded};
}

QString MessageBody::preview() const
{
    if (kind == Kind::DecodedBinary) {
        //: In a list of messages; %1 is a size such as "1.2 KB".
        return QCoreApplication::translate("MessageBody", "binary, %1")
            .arg(Format::bytes(content.size()));
    }
    if (content.size() <= kLargestJson && QJsonDocument::fromJson(content).isObject()) {
        const QStringList values = jsonValues(QString::fromUtf8(content));
        if (!values.isEmpty())
            return values.join(u", "_s).left(kPreviewLength);
    }
    const QString text = QString::fromUtf8(content.left(kPreviewLength * 6)).simplified();
    const bool mayBeJson = text.startsWith(u'{') || text.startsWith(u'[');
    return (mayBeJson ? withLetters(text) : text).left(kPreviewLength);
}

} // namespace Signalbox
