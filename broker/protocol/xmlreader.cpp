// SPDX-License-Identifier: GPL-3.0-only
// Elements and values; what stands inside and between tags is in xmlmarkup.cpp.
#include "protocol/xmlreader.h"

#include "protocol/xmltext.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

QByteArrayView localName(QByteArrayView qualified)
{
    return qualified.sliced(qualified.lastIndexOf(':') + 1);
}

/// Whether character data needs more than to be copied.
bool needsDecoding(QByteArrayView run)
{
    unsigned special = 0; // Without branches: a vector loop.
    for (const char c : run)
        special |= unsigned(c == '&') | unsigned(c == '\r') | unsigned(c == ']');
    return special != 0;
}

} // namespace

XmlReader::XmlReader(QByteArrayView document, Origin origin)
    : m_document(document)
    , m_origin(origin)
{
    if (m_document.startsWith("\xef\xbb\xbf"))
        m_document = m_document.sliced(3);
}

bool XmlReader::isBlank(QByteArrayView document)
{
    if (document.startsWith("\xef\xbb\xbf"))
        document = document.sliced(3);
    return document.trimmed().isEmpty();
}

bool XmlReader::readRoot()
{
    if (!isXmlText(m_document))
        return malformed("it holds bytes that are not UTF-8 or characters that XML forbids");
    readProlog();
    if (failed())
        return false;
    if (!startsWith("<"))
        return malformed("there is no root element");
    return readStartTag();
}

bool XmlReader::readRoot(QByteArrayView expected)
{
    if (!readRoot())
        return false;
    if (m_name == expected)
        return true;
    refuse(u"The root element must be %1."_s.arg(QLatin1StringView(expected)));
    return false;
}

bool XmlReader::nextChild()
{
    if (failed() || m_depth == 0)
        return false;
    if (m_selfClosed) {
        m_selfClosed = false;
        --m_depth;
        return false;
    }
    if (!readContent(nullptr))
        return false;
    if (startsWith("</")) {
        readEndTag();
        return false;
    }
    return readStartTag();
}

void XmlReader::skip()
{
    const int outer = m_depth - 1;
    while (m_depth > outer && !failed())
        nextChild();
}

QByteArray XmlReader::readText()
{
    QByteArray text;
    if (failed() || m_depth == 0)
        return text;
    if (m_selfClosed) {
        nextChild();
        return text;
    }
    if (!readContent(&text))
        return {};
    if (startsWith("</")) {
        readEndTag();
        return text;
    }
    const QByteArrayView element = m_name;
    if (readStartTag())
        refuse(u"%1 must hold text only."_s.arg(QString::fromUtf8(element)));
    return {};
}

/// The text of the current element, which must be empty if it has been \a seen before.
QByteArray XmlReader::readOnce(bool seen)
{
    const QByteArrayView element = m_name;
    QByteArray text = readText();
    if (seen && !text.isEmpty()) {
        refuse(u"%1 must not appear twice."_s.arg(QString::fromUtf8(element)));
        text.clear();
    }
    return text;
}

void XmlReader::read(std::optional<QByteArray> &value)
{
    if (QByteArray text = readOnce(value.has_value()); !text.isEmpty())
        value = std::move(text);
}

void XmlReader::read(std::optional<QString> &value)
{
    if (const QByteArray text = readOnce(value.has_value()); !text.isEmpty())
        value = QString::fromUtf8(text);
}

void XmlReader::readOrEmpty(std::optional<QString> &value)
{
    value = QString::fromUtf8(readOnce(value.has_value()));
}

void XmlReader::read(std::optional<qint64> &value)
{
    const QByteArrayView element = m_name;
    const QByteArray text = readOnce(value.has_value());
    if (text.isEmpty())
        return;
    const QByteArrayView digits = QByteArrayView(text).trimmed();
    qint64 number = 0;
    const auto [end, status] = std::from_chars(digits.begin(), digits.end(), number);
    if (status != std::errc() || end != digits.end())
        return refuse(u"%1 must be a whole number."_s.arg(QString::fromUtf8(element)));
    value = number;
}

void XmlReader::read(std::optional<int> &value)
{
    std::optional<qint64> number = value;
    read(number);
    if (number) {
        value = static_cast<int>(std::clamp<qint64>(*number, std::numeric_limits<int>::min(),
                                                    std::numeric_limits<int>::max()));
    }
}

void XmlReader::read(std::optional<bool> &value)
{
    const QByteArrayView element = m_name;
    const QByteArray text = readOnce(value.has_value());
    if (text.isEmpty())
        return;
    const QByteArrayView word = QByteArrayView(text).trimmed();
    if (word == "1" || word.compare("true", Qt::CaseInsensitive) == 0)
        value = true;
    else if (word == "0" || word.compare("false", Qt::CaseInsensitive) == 0)
        value = false;
    else
        refuse(u"%1 must be True or False."_s.arg(QString::fromUtf8(element)));
}

void XmlReader::refuse(const QString &message)
{
    if (failed())
        return;
    m_error =
        Error{m_origin == Origin::Request ? ErrorCode::InvalidArgument : ErrorCode::UnexpectedReply,
              message};
}

Result<void> XmlReader::finish()
{
    while (!failed() && m_depth > 0)
        skip();
    if (!failed() && skipMisc() && m_position < m_document.size())
        malformed("something follows the root element");
    if (failed())
        return *m_error;
    return {};
}

bool XmlReader::malformed(const char *reason)
{
    if (!failed()) {
        m_error = Error{m_origin == Origin::Request ? ErrorCode::MalformedXml
                                                    : ErrorCode::UnexpectedReply,
                        u"The document is not well-formed XML at byte %1: %2."_s.arg(m_position)
                            .arg(QLatin1StringView(reason))};
    }
    return false;
}

bool XmlReader::readStartTag()
{
    ++m_position; // '<'
    if (startsWith("!"))
        return malformed("document type declarations are refused");
    const QByteArrayView qualified = readName();
    if (qualified.isEmpty())
        return malformed("a tag has no name");
    if (m_depth == Limits::kMaxXmlDepth)
        return malformed("elements are nested too deeply");
    if (!readAttributes())
        return false;
    m_selfClosed = startsWith("/");
    m_position += m_selfClosed ? 1 : 0;
    if (!startsWith(">"))
        return malformed("a tag does not end");
    ++m_position;
    m_open[static_cast<std::size_t>(m_depth++)] = qualified;
    m_name = localName(qualified);
    return true;
}

bool XmlReader::readEndTag()
{
    m_position += 2; // "</"
    const QByteArrayView qualified = readName();
    if (qualified != m_open[static_cast<std::size_t>(m_depth - 1)])
        return malformed("an end tag does not match its start tag");
    skipSpace();
    if (!startsWith(">"))
        return malformed("a tag does not end");
    ++m_position;
    --m_depth;
    return true;
}

/// Up to the next tag, which is not read. Character data goes to \a text, if there is one.
bool XmlReader::readContent(QByteArray *text)
{
    while (true) {
        const qsizetype markup = m_document.indexOf('<', m_position);
        if (markup < 0)
            return malformed("an element does not end");
        if (!appendRun(m_document.sliced(m_position, markup - m_position), text))
            return false;
        m_position = markup;
        if (startsWith("<!--")) {
            if (!skipComment())
                return false;
        } else if (startsWith("<?")) {
            if (!skipInstruction())
                return false;
        } else if (startsWith("<![CDATA[")) {
            const qsizetype begin = m_position + 9;
            const qsizetype end = m_document.indexOf("]]>", begin);
            if (end < 0)
                return malformed("a CDATA section does not end");
            if (text) {
                QByteArray section = m_document.sliced(begin, end - begin).toByteArray();
                section.replace("\r\n", "\n").replace('\r', '\n');
                text->append(section);
            }
            m_position = end + 3;
        } else {
            return true;
        }
    }
}

bool XmlReader::appendRun(QByteArrayView run, QByteArray *text)
{
    if (!needsDecoding(run)) {
        if (text)
            text->append(run);
        return true;
    }
    if (run.contains("]]>"))
        return malformed("character data holds ]]>");
    if (text)
        text->reserve(text->size() + run.size());
    while (!run.isEmpty()) {
        const auto special =
            std::find_if(run.begin(), run.end(), [](char c) { return c == '&' || c == '\r'; });
        const qsizetype plain = special - run.begin();
        if (text)
            text->append(run.first(plain));
        run = run.sliced(plain);
        if (run.startsWith('&')) {
            if (!appendReference(run, text))
                return false;
        } else if (run.startsWith('\r')) {
            run = run.sliced(run.startsWith("\r\n") ? 2 : 1);
            if (text)
                text->append('\n');
        }
    }
    return true;
}

} // namespace Signalbox
