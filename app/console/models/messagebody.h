// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QByteArray>
#include <QString>

namespace Signalbox {

/// What a message body is, for people. Many SDKs send Base64 without saying so; the protocol
/// carries text only.
struct MessageBody
{
    enum class Kind {
        Text, ///< As it travelled.
        DecodedText, ///< Base64 of text.
        DecodedBinary ///< Base64 of something else.
    };

    Kind kind = Kind::Text;
    QByteArray content; ///< UTF-8 text, or the decoded bytes.

    /// Takes a body for Base64 only where that is beyond reasonable doubt: it decodes to UTF-8 text
    /// without control characters, or is long and mixes all kinds of letters.
    [[nodiscard]] static MessageBody of(const QByteArray &body);

    /// One line for a table cell: the values of a JSON object in their order, the text with its
    /// white space folded, or "binary, 1.2 KB". At most a few hundred characters.
    [[nodiscard]] QString preview() const;
};

} // namespace Signalbox
