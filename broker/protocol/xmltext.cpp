// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/xmltext.h"

namespace Signalbox {

namespace {

/// Looks for U+FFFE and U+FFFF, the only valid UTF-8 sequences above the controls that XML forbids.
bool hasNonCharacters(QByteArrayView utf8)
{
    return utf8.contains("\xef\xbf\xbe") || utf8.contains("\xef\xbf\xbf");
}

} // namespace

bool isXmlText(QByteArrayView utf8)
{
    // Without branches and in bytes throughout, so that the compiler makes it a vector loop.
    quint8 control = 0;
    quint8 high = 0;
    for (const char character : utf8) {
        const auto byte = static_cast<quint8>(character);
        control |= quint8(quint8(byte < 0x20) & quint8(byte != '\t') & quint8(byte != '\n')
                          & quint8(byte != '\r'));
        high |= byte;
    }
    if (control)
        return false;
    return high < 0x80 || (utf8.isValidUtf8() && !hasNonCharacters(utf8));
}

bool isXmlText(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar character = text.at(i);
        if (character.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
            ++i;
        else if (!isXmlCharacter(character.unicode()))
            return false;
    }
    return true;
}

} // namespace Signalbox
