// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/xmlwriter.h"

#include "protocol/xmltext.h"

#include <QString>

#include <algorithm>
#include <charconv>

namespace Signalbox {

namespace {

struct Opening
{
    QByteArrayView declaration;
    QByteArrayView xmlns;
};

constexpr Opening kDocument{"<?xml version=\"1.0\" ?>\n",
                            " xmlns=\"http://mns.aliyuncs.com/doc/v1\""};
constexpr Opening kNotification{"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n",
                                " xmlns=\"http://mns.aliyuncs.com/doc/v1/\""};
constexpr qsizetype kMarkupBytes = 768; ///< More than the markup of a received message.

/// What stands for \a c in a document; nothing when it stands for itself.
QByteArrayView escapeOf(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '\r':
        return "&#13;"; // A bare one would be read as a line feed.
    default:
        return {};
    }
}

bool needsEscaping(QByteArrayView value)
{
    // Four searches of the C library are faster than one loop that asks four times.
    return value.contains('&') || value.contains('<') || value.contains('>')
        || value.contains('\r');
}

QByteArray withoutForbiddenCharacters(QByteArrayView value)
{
    QString text = QString::fromUtf8(value);
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i).isHighSurrogate() && i + 1 < text.size())
            ++i; // fromUtf8() gives whole pairs only.
        else if (!isXmlCharacter(text.at(i).unicode()))
            text[i] = QChar::ReplacementCharacter;
    }
    return text.toUtf8();
}

} // namespace

XmlWriter::XmlWriter(QByteArrayView root, qsizetype expectedBytes, Kind kind)
{
    const Opening &opening = kind == Kind::Document ? kDocument : kNotification;
    m_document.reserve(expectedBytes + expectedBytes / 16 + kMarkupBytes);
    m_document.append(opening.declaration).append('<').append(root).append(opening.xmlns);
    m_document.append('>');
    m_open[m_depth++] = root;
}

void XmlWriter::open(QByteArrayView name)
{
    Q_ASSERT(m_depth < m_open.size());
    indent();
    startTag(name);
    m_open[m_depth++] = name;
}

void XmlWriter::close()
{
    Q_ASSERT(m_depth > 0);
    --m_depth;
    indent();
    endTag(m_open[m_depth]);
}

void XmlWriter::text(QByteArrayView name, QByteArrayView value)
{
    if (!value.isEmpty())
        textOrEmpty(name, value);
}

void XmlWriter::text(QByteArrayView name, QStringView value)
{
    text(name, QByteArrayView(value.toUtf8()));
}

void XmlWriter::textOrEmpty(QByteArrayView name, QByteArrayView value)
{
    indent();
    startTag(name);
    if (isXmlText(value))
        appendEscaped(value);
    else
        appendEscaped(withoutForbiddenCharacters(value));
    endTag(name);
}

void XmlWriter::number(QByteArrayView name, qint64 value)
{
    char digits[24];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), value).ptr;
    indent();
    startTag(name);
    m_document.append(digits, end - digits);
    endTag(name);
}

void XmlWriter::boolean(QByteArrayView name, bool value)
{
    text(name, value ? QByteArrayView("True") : QByteArrayView("False"));
}

QByteArray XmlWriter::finish()
{
    while (m_depth > 0)
        close();
    return std::move(m_document);
}

void XmlWriter::indent()
{
    static constexpr QByteArrayView kIndent = "\n                ";
    m_document.append(kIndent.first(1 + 2 * static_cast<qsizetype>(m_depth)));
}

void XmlWriter::startTag(QByteArrayView name)
{
    m_document.append('<').append(name).append('>');
}

void XmlWriter::endTag(QByteArrayView name)
{
    m_document.append("</").append(name).append('>');
}

void XmlWriter::appendEscaped(QByteArrayView value)
{
    if (!needsEscaping(value)) {
        m_document.append(value);
        return;
    }
    while (!value.isEmpty()) {
        const auto special =
            std::find_if(value.begin(), value.end(), [](char c) { return !escapeOf(c).isEmpty(); });
        const qsizetype plain = special - value.begin();
        m_document.append(value.first(plain));
        value = value.sliced(plain);
        if (!value.isEmpty()) {
            m_document.append(escapeOf(value.front()));
            value = value.sliced(1);
        }
    }
}

} // namespace Signalbox
