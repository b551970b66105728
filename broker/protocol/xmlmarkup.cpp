// SPDX-License-Identifier: GPL-3.0-only
// The part of XmlReader that knows the characters of XML: declaration, names, attributes, comments,
// references.
#include "protocol/xmlreader.h"
#include "protocol/xmltext.h"

#include <charconv>
#include <cstring>

namespace Signalbox {

namespace {

constexpr int kMaxAttributes = 64; // Each is compared with all before it.

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Beyond ASCII every character passes: such names can only be ignored.
bool isNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':'
        || static_cast<unsigned char>(c) >= 0x80;
}

bool isNameCharacter(char c)
{
    return isNameStart(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

/// A name has one colon at most, between two names.
bool isQualified(QByteArrayView name)
{
    const qsizetype colon = name.indexOf(':');
    return colon < 0
        || (colon > 0 && colon + 1 < name.size() && isNameStart(name.at(colon + 1))
            && name.lastIndexOf(':') == colon);
}

void appendUtf8(char32_t c, QByteArray *text)
{
    const auto append = [text](char32_t byte) { text->append(static_cast<char>(byte)); };
    if (c < 0x80) {
        append(c);
    } else if (c < 0x800) {
        append(0xc0 | (c >> 6));
        append(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
        append(0xe0 | (c >> 12));
        append(0x80 | ((c >> 6) & 0x3f));
        append(0x80 | (c & 0x3f));
    } else {
        append(0xf0 | (c >> 18));
        append(0x80 | ((c >> 12) & 0x3f));
        append(0x80 | ((c >> 6) & 0x3f));
        append(0x80 | (c & 0x3f));
    }
}

/// The character that "amp", "#38" or "#x26" stand for; 0 when it is none.
char32_t referencedCharacter(QByteArrayView name)
{
    if (name == "amp")
        return '&';
    if (name == "lt")
        return '<';
    if (name == "gt")
        return '>';
    if (name == "quot")
        return '"';
    if (name == "apos")
        return '\'';
    if (!name.startsWith('#'))
        return 0;
    const int base = name.startsWith("#x") ? 16 : 10;
    name = name.sliced(base == 16 ? 2 : 1);
    quint32 value = 0;
    const auto [end, status] = std::from_chars(name.begin(), name.end(), value, base);
    if (status != std::errc() || end != name.end() || !isXmlCharacter(value))
        return 0;
    return value;
}

} // namespace

void XmlReader::readProlog()
{
    if (startsWith("<?xml") && m_document.size() > 5 && isSpace(m_document.at(5))
        && !readDeclaration()) {
        return;
    }
    skipMisc();
}

bool XmlReader::readDeclaration()
{
    const qsizetype end = m_document.indexOf("?>");
    if (end < 0)
        return malformed("the XML declaration does not end");
    // version, then optionally encoding, then optionally standalone.
    static constexpr QByteArrayView kKeys[] = {"version", "encoding", "standalone"};
    m_position = 5;
    std::size_t key = 0;
    while (true) {
        const bool space = skipSpace();
        if (m_position == end)
            break;
        const QByteArrayView found = readName();
        while (key < std::size(kKeys) && found != kKeys[key] && key > 0)
            ++key;
        if (!space || key == std::size(kKeys) || found != kKeys[key])
            return malformed("the XML declaration is not understood");
        skipSpace();
        if (!startsWith("="))
            return malformed("the XML declaration is not understood");
        ++m_position;
        skipSpace();
        if (m_position >= end
            || (m_document.at(m_position) != '"' && m_document.at(m_position) != '\''))
            return malformed("the XML declaration is not understood");
        const qsizetype close = m_document.indexOf(m_document.at(m_position), m_position + 1);
        if (close < 0 || close > end)
            return malformed("the XML declaration is not understood");
        const QByteArrayView value = m_document.sliced(m_position + 1, close - m_position - 1);
        if (key == 0 && value != "1.0")
            return malformed("only XML 1.0 is understood");
        if (key == 1 && value.compare("utf-8", Qt::CaseInsensitive) != 0
            && value.compare("us-ascii", Qt::CaseInsensitive) != 0) {
            return malformed("only UTF-8 is understood");
        }
        if (key == 2 && value != "yes" && value != "no")
            return malformed("the XML declaration is not understood");
        m_position = close + 1;
        ++key;
    }
    if (key == 0)
        return malformed("the XML declaration has no version");
    m_position = end + 2;
    return true;
}

/// White space, comments and processing instructions outside the root element.
bool XmlReader::skipMisc()
{
    while (true) {
        skipSpace();
        if (startsWith("<!--")) {
            if (!skipComment())
                return false;
        } else if (startsWith("<?")) {
            if (!skipInstruction())
                return false;
        } else {
            return true;
        }
    }
}

bool XmlReader::readAttributes()
{
    std::array<QByteArrayView, kMaxAttributes> names;
    std::size_t count = 0;
    while (true) {
        const bool space = skipSpace();
        if (m_position >= m_document.size())
            return malformed("a tag does not end");
        if (startsWith(">") || startsWith("/"))
            return true;
        const QByteArrayView attribute = readName();
        if (!space || attribute.isEmpty())
            return malformed("an attribute has no name");
        if (count == names.size())
            return malformed("a tag has too many attributes");
        for (std::size_t i = 0; i < count; ++i) {
            if (names[i] == attribute)
                return malformed("an attribute appears twice");
        }
        names[count++] = attribute;
        skipSpace();
        if (!startsWith("="))
            return malformed("an attribute has no value");
        ++m_position;
        skipSpace();
        if (!startsWith("\"") && !startsWith("'"))
            return malformed("an attribute value is not quoted");
        const qsizetype close = m_document.indexOf(m_document.at(m_position), m_position + 1);
        if (close < 0)
            return malformed("an attribute value does not end");
        QByteArrayView value = m_document.sliced(m_position + 1, close - m_position - 1);
        if (value.contains('<'))
            return malformed("an attribute value holds a <");
        for (qsizetype at = value.indexOf('&'); at >= 0; at = value.indexOf('&')) {
            value = value.sliced(at);
            if (!appendReference(value, nullptr))
                return false;
        }
        m_position = close + 1;
    }
}

QByteArrayView XmlReader::readName()
{
    const qsizetype begin = m_position;
    if (m_position < m_document.size() && isNameStart(m_document.at(m_position))) {
        do
            ++m_position;
        while (m_position < m_document.size() && isNameCharacter(m_document.at(m_position)));
    }
    const QByteArrayView name = m_document.sliced(begin, m_position - begin);
    return isQualified(name) ? name : QByteArrayView();
}

bool XmlReader::skipSpace()
{
    const qsizetype begin = m_position;
    while (m_position < m_document.size() && isSpace(m_document.at(m_position)))
        ++m_position;
    return m_position > begin;
}

bool XmlReader::skipComment()
{
    const qsizetype end = m_document.indexOf("--", m_position + 4);
    if (end < 0 || !m_document.sliced(end + 2).startsWith('>'))
        return malformed("a comment does not end, or holds --");
    m_position = end + 3;
    return true;
}

bool XmlReader::skipInstruction()
{
    const qsizetype begin = m_position;
    m_position += 2;
    const QByteArrayView target = readName();
    const qsizetype end = m_document.indexOf("?>", m_position);
    if (target.isEmpty() || target.contains(':') || target.compare("xml", Qt::CaseInsensitive) == 0
        || end < 0 || (end > m_position && !isSpace(m_document.at(m_position)))) {
        m_position = begin;
        return malformed("a processing instruction is not understood");
    }
    m_position = end + 2;
    return true;
}

/// Decodes the reference that \a rest starts with, and takes it off.
bool XmlReader::appendReference(QByteArrayView &rest, QByteArray *text)
{
    const qsizetype end = rest.indexOf(';');
    const char32_t character = end < 0 ? 0 : referencedCharacter(rest.sliced(1, end - 1));
    if (!character)
        return malformed("an entity or character reference is not understood");
    if (text)
        appendUtf8(character, text);
    rest = rest.sliced(end + 1);
    return true;
}

bool XmlReader::startsWith(QByteArrayView text) const
{
    return m_document.size() - m_position >= text.size()
        && std::memcmp(m_document.data() + m_position, text.data(),
                       static_cast<std::size_t>(text.size()))
        == 0;
}

} // namespace Signalbox
