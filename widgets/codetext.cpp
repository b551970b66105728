// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/codetext.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Signalbox {

namespace {

constexpr qsizetype kLongestFlat = 60;
constexpr qsizetype kShortestBase64 = 8;
constexpr int kHexRow = 16;

/// Writes a JSON text anew with other white space. The text was parsed before, so its brackets
/// match.
class JsonFormatter
{
public:
    explicit JsonFormatter(const QString &text)
        : m_text(text)
    {
    }

    QString run()
    {
        value(0);
        return m_out;
    }

private:
    void skipSpace()
    {
        while (m_at < m_text.size() && m_text.at(m_at).isSpace())
            ++m_at;
    }

    QChar peek()
    {
        skipSpace();
        return m_at < m_text.size() ? m_text.at(m_at) : QChar();
    }

    /// Copies a string, a number or a word.
    void scalar()
    {
        skipSpace();
        const qsizetype start = m_at;
        if (peek() == u'"') {
            for (++m_at; m_at < m_text.size() && m_text.at(m_at) != u'"'; ++m_at) {
                if (m_text.at(m_at) == u'\\')
                    ++m_at;
            }
            ++m_at;
        } else {
            while (m_at < m_text.size() && !QStringView(u",:]}").contains(m_text.at(m_at))
                   && !m_text.at(m_at).isSpace())
                ++m_at;
        }
        m_out += QStringView(m_text).mid(start, m_at - start);
    }

    void value(int depth)
    {
        const QChar first = peek();
        if (first == u'{' || first == u'[')
            container(first == u'{', depth);
        else
            scalar();
    }

    /// The end of the container at m_at if it holds no other and fits a line, else -1.
    qsizetype flatEnd() const
    {
        bool inString = false;
        for (qsizetype i = m_at + 1; i < m_text.size() && i - m_at <= kLongestFlat * 2; ++i) {
            const QChar c = m_text.at(i);
            if (inString) {
                if (c == u'\\')
                    ++i;
                else if (c == u'"')
                    inString = false;
            } else if (c == u'"') {
                inString = true;
            } else if (c == u'{' || c == u'[') {
                return -1;
            } else if (c == u'}' || c == u']') {
                return i;
            }
        }
        return -1;
    }

    void container(bool object, int depth)
    {
        const bool flat = depth > 0 && flatEnd() >= 0;
        const qsizetype outStart = m_out.size();
        const qsizetype textStart = m_at;
        if (items(object, depth, flat) && flat && m_out.size() - outStart > kLongestFlat) {
            m_out.truncate(outStart);
            m_at = textStart;
            items(object, depth, false);
        }
    }

    bool items(bool object, int depth, bool flat)
    {
        const auto lineBreak = [&](int level) {
            if (flat)
                m_out += object ? u" "_s : QString();
            else
                m_out += u'\n' + QString(level * 2, u' ');
        };
        m_out += m_text.at(m_at++);
        const QChar end = object ? u'}' : u']';
        if (peek() == end) {
            m_out += end;
            ++m_at;
            return true;
        }
        for (bool first = true; m_at < m_text.size(); first = false) {
            if (first)
                lineBreak(depth + 1);
            if (object) {
                scalar();
                if (peek() == u':')
                    ++m_at;
                m_out += u": "_s;
            }
            value(depth + 1);
            if (peek() != u',')
                break;
            ++m_at;
            m_out += u',';
            if (flat)
                m_out += u' ';
            else
                lineBreak(depth + 1);
        }
        lineBreak(depth);
        m_out += end;
        ++m_at;
        return true;
    }

    const QString &m_text;
    QString m_out;
    qsizetype m_at = 0;
};

} // namespace

std::optional<JsonProblem> findJsonProblem(const QByteArray &json)
{
    QJsonParseError error;
    QJsonDocument::fromJson(json, &error);
    if (error.error == QJsonParseError::NoError)
        return std::nullopt;
    // A bare value is JSON too, which QJsonDocument refuses.
    QJsonParseError wrapped;
    QJsonDocument::fromJson('[' + json + ']', &wrapped);
    if (wrapped.error == QJsonParseError::NoError && !json.trimmed().isEmpty())
        return std::nullopt;
    const QByteArray before = json.first(std::clamp<qsizetype>(error.offset, 0, json.size()));
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    JsonProblem problem;
    problem.line = int(before.count('\n')) + 1;
    problem.column = int(QString::fromUtf8(before.mid(lineStart)).size()) + 1;
    problem.message = error.errorString();
    return problem;
}

QString formatJson(const QByteArray &json)
{
    const QString text = QString::fromUtf8(json);
    if (findJsonProblem(json))
        return text;
    return JsonFormatter(text).run();
}

bool isReadableText(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString text = decoder(bytes);
    if (decoder.hasError())
        return false;
    return std::none_of(text.cbegin(), text.cend(), [](QChar c) {
        return c.category() == QChar::Other_Control && c != u'\n' && c != u'\r' && c != u'\t';
    });
}

std::optional<QByteArray> decodeBase64Text(const QByteArray &body)
{
    QByteArray packed = body;
    packed.replace("\r", "").replace("\n", "");
    if (packed.size() < kShortestBase64 || packed.size() % 4 != 0)
        return std::nullopt;
    auto decoded = QByteArray::fromBase64Encoding(packed, QByteArray::AbortOnBase64DecodingErrors);
    // Only the canonical form counts: what encodes back to the same text.
    if (!decoded || decoded.decoded.isEmpty() || decoded.decoded.toBase64() != packed
        || !isReadableText(decoded.decoded))
        return std::nullopt;
    return decoded.decoded;
}

CodeLanguage guessLanguage(const QByteArray &text)
{
    const QByteArray start = text.trimmed().left(64);
    if ((start.startsWith('{') || start.startsWith('[')) && !findJsonProblem(text))
        return CodeLanguage::Json;
    if (start.startsWith("<?xml") || (start.startsWith('<') && start.contains('>')))
        return CodeLanguage::Xml;
    return CodeLanguage::Plain;
}

QString hexDump(const QByteArray &bytes, qsizetype limit)
{
    static constexpr char16_t kDigits[] = u"0123456789abcdef";
    QString dump;
    const qsizetype shown = std::min(bytes.size(), limit);
    for (qsizetype row = 0; row < shown; row += kHexRow) {
        QString values;
        QString characters;
        for (qsizetype i = row; i < std::min(row + kHexRow, shown); ++i) {
            const auto byte = static_cast<unsigned char>(bytes.at(i));
            values += QChar(kDigits[byte >> 4]);
            values += QChar(kDigits[byte & 15]);
            values += i % kHexRow == 7 ? u"  "_s : u" "_s;
            characters += byte >= 32 && byte < 127 ? QChar(char16_t(byte)) : QChar(u'.');
        }
        if (!dump.isEmpty())
            dump += u'\n';
        dump += QString::number(row, 16).rightJustified(6, u'0') + u"  "_s
            + values.leftJustified(kHexRow * 3 + 1) + u' ' + characters;
    }
    if (shown < bytes.size()) {
        //: Last line of a hex view that was cut.
        dump += u'\n'
            + QCoreApplication::translate("CodeView", "%n more bytes", nullptr,
                                          int(bytes.size() - shown));
    }
    return dump;
}

} // namespace Signalbox
