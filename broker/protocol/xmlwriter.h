// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QStringView>

#include <array>

namespace Signalbox {

/// Writes one protocol document in the only shape that every SDK reads: one element a line, two
/// spaces a level, the default namespace on the root, never an empty element, no CDATA, no
/// comments. Several SDKs depend on each of these. What it gives is well-formed whatever it is fed:
/// characters that XML forbids become U+FFFD. Source: MNS API reference (2015-06-06) and the SDKs'
/// parsers.
class XmlWriter
{
public:
    /// The declaration and the namespace differ between what the service answers and what it
    /// pushes.
    enum class Kind { Document, Notification };

    /// Opens the element \a root. \a expectedBytes: about how long the values will be together.
    explicit XmlWriter(QByteArrayView root, qsizetype expectedBytes = 0,
                       Kind kind = Kind::Document);

    /// \a name must outlive the writer: a literal.
    void open(QByteArrayView name);
    void close();

    /// One child with \a value, in UTF-8; nothing when it is empty.
    void text(QByteArrayView name, QByteArrayView value);
    void text(QByteArrayView name, QStringView value);
    /// One child with \a value even if that is empty. Only LoggingBucket is allowed to be.
    void textOrEmpty(QByteArrayView name, QByteArrayView value);
    void number(QByteArrayView name, qint64 value);
    /// True or False: the spelling PHP compares with.
    void boolean(QByteArrayView name, bool value);

    /// Closes all that is open and gives the document.
    [[nodiscard]] QByteArray finish();

private:
    void indent();
    void startTag(QByteArrayView name);
    void endTag(QByteArrayView name);
    void appendEscaped(QByteArrayView value);

    QByteArray m_document;
    std::array<QByteArrayView, 8> m_open;
    std::size_t m_depth = 0;
};

} // namespace Signalbox
