// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/mail.h"

#include "protocol/httpdate.h"

#include <algorithm>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLineLength = 76; // RFC 2045
constexpr qsizetype kWordBytes = 45; ///< Of text in one encoded word: 60 characters of Base64.
constexpr qsizetype kPlainLength = 200; ///< Longer texts are folded as encoded words.
constexpr qsizetype kMaxAddressLength = 254;

bool isPlain(const QString &text)
{
    return text.size() <= kPlainLength && !text.contains("=?"_L1)
        && std::ranges::all_of(text,
                               [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f; });
}

/// One line, in encoded words of RFC 2047 where it is not short plain ASCII.
QByteArray fieldText(QString text)
{
    std::ranges::replace_if(
        text, [](QChar c) { return c.category() == QChar::Other_Control; }, u' ');
    if (isPlain(text))
        return text.toLatin1();
    QByteArrayList words;
    QByteArray word;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype length = text.at(at).isHighSurrogate() ? 2 : 1;
        const QByteArray character = text.mid(at, length).toUtf8();
        if (word.size() + character.size() > kWordBytes) {
            words.append("=?UTF-8?B?" + word.toBase64() + "?=");
            word.clear();
        }
        word += character;
        at += length;
    }
    words.append("=?UTF-8?B?" + word.toBase64() + "?=");
    return words.join("\r\n ");
}

QByteArray addresses(const QStringList &list)
{
    QByteArrayList fields;
    for (const QString &address : list)
        fields.append(fieldText(address));
    return fields.join(",\r\n ");
}

QByteArray dateText(qint64 dateMs)
{
    const auto time = std::chrono::floor<std::chrono::seconds>(
        std::chrono::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(dateMs)));
    return formatHttpDate(time).replace("GMT", "+0000"); // RFC 5322 knows no new names of zones
}

QByteArray inLines(const QByteArray &base64)
{
    QByteArray lines;
    for (qsizetype at = 0; at < base64.size(); at += kLineLength)
        lines += base64.mid(at, kLineLength) + "\r\n";
    return lines;
}

} // namespace

bool isMailAddress(const QString &text)
{
    const qsizetype at = text.indexOf(u'@');
    return at > 0 && at < text.size() - 1 && text.count(u'@') == 1
        && text.size() <= kMaxAddressLength && std::ranges::all_of(text, [](QChar c) {
               return c.unicode() > 0x20 && c.unicode() < 0x7f && !u"<>()[],;:\\\""_s.contains(c);
           });
}

QByteArray writeMail(const Mail &mail)
{
    QByteArray text = "From: " + fieldText(mail.from) + "\r\n";
    if (!mail.sender.isEmpty() && mail.sender != mail.from)
        text += "Sender: " + fieldText(mail.sender) + "\r\n";
    text += "To: " + addresses(mail.to) + "\r\n";
    text += "Subject: " + fieldText(mail.subject) + "\r\n";
    text += "Date: " + dateText(mail.dateMs) + "\r\n";
    text += "Message-ID: <" + mail.id + ">\r\n";
    text += "MIME-Version: 1.0\r\n";
    text += mail.isHtml ? "Content-Type: text/html; charset=utf-8\r\n"
                        : "Content-Type: text/plain; charset=utf-8\r\n";
    text += "Content-Transfer-Encoding: base64\r\n\r\n";
    return text + inLines(mail.body.toBase64());
}

} // namespace Signalbox
