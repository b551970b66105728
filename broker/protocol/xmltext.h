// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QByteArrayView>
#include <QStringView>

namespace Signalbox {

/// Whether XML 1.0 allows the character \a codePoint in a document: no controls but tab, line feed
/// and carriage return, no surrogates, not U+FFFE or U+FFFF.
[[nodiscard]] constexpr bool isXmlCharacter(char32_t codePoint)
{
    if (codePoint < 0x20)
        return codePoint == '\t' || codePoint == '\n' || codePoint == '\r';
    return codePoint <= 0xd7ff || (codePoint >= 0xe000 && codePoint <= 0xfffd)
        || (codePoint >= 0x10000 && codePoint <= 0x10ffff);
}

/// Valid UTF-8 of XML characters only. Fast: bodies go through it on every send.
[[nodiscard]] bool isXmlText(QByteArrayView utf8);

/// The same of UTF-16: paired surrogates, XML characters only.
[[nodiscard]] bool isXmlText(QStringView text);

} // namespace Signalbox
