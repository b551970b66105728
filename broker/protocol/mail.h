// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace Signalbox {

/// A mail of one text.
struct Mail
{
    QString from; ///< An address.
    QString sender; ///< Who really sends it; empty when that is \a from.
    QStringList to; ///< Addresses.
    QString subject;
    QByteArray body; ///< UTF-8.
    bool isHtml = false;
    qint64 dateMs = 0; ///< Unix milliseconds
    QByteArray id; ///< Of its Message-ID, without brackets: "5F29…@signalbox.localhost".
};

/// A plain "name@host" of at most 254 visible ASCII characters, without quotes and comments: what
/// can stand in an envelope and begins nothing else there. Source: RFC 5321, Mailbox.
[[nodiscard]] bool isMailAddress(const QString &text);

/// \a mail as it travels: header fields and the body in Base64, in lines that end in CR LF. No
/// field can begin another, whatever it holds; a subject beyond short ASCII becomes encoded words.
/// Source: RFC 5322, RFC 2045, RFC 2047.
[[nodiscard]] QByteArray writeMail(const Mail &mail);

} // namespace Signalbox
