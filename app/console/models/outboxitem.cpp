// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/outboxitem.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QLocale>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLineLength = 76; // RFC 2045
constexpr qsizetype kWordBytes = 45; ///< Of text in one encoded word: 60 characters of Base64.
constexpr qsizetype kSubjectLength = 120;

/// What the service calls the attributes of each channel; the newer endpoints have names of their
/// own.
bool isFor(const QString &name, PushChannel channel)
{
    switch (channel) {
    case PushChannel::Mail:
        return name == "DirectMail"_L1 || name == "DM"_L1;
    case PushChannel::Sms:
        return name == "DirectSMS"_L1 || name == "DYSMS"_L1;
    default:
        return false;
    }
}

bool isAscii(const QString &text)
{
    return std::ranges::all_of(text,
                               [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f; });
}

/// A header's text, in encoded words of RFC 2047 where it is not plain ASCII.
QByteArray headerText(QString text)
{
    text.replace(u'\r', u' ').replace(u'\n', u' ');
    if (isAscii(text))
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

/// An address as it stands in a header: nothing in it may begin another one.
QByteArray address(const QString &text)
{
    return isAscii(text) ? text.toLatin1() : headerText(text);
}

QByteArray inLines(const QByteArray &base64)
{
    QByteArray lines;
    for (qsizetype at = 0; at < base64.size(); at += kLineLength)
        lines += base64.mid(at, kLineLength) + "\r\n";
    return lines;
}

} // namespace

bool OutboxItem::isHtml() const
{
    const QJsonValue value = attributes.value("IsHtml"_L1);
    return isMail() && (value.toInt() == 1 || value.toBool() || value.toString() == "true"_L1);
}

QString OutboxItem::sender() const
{
    return attributes.value("AccountName"_L1).toString();
}

QString OutboxItem::subject() const
{
    const QString given = attributes.value("Subject"_L1).toString();
    return given.isEmpty() ? text().simplified().left(kSubjectLength) : given;
}

OutboxItem outboxItem(const Admin::Message &message)
{
    OutboxItem item;
    item.message = message;
    for (const MessageProperty &property : message.systemProperties) {
        if (property.name == "Topic"_L1)
            item.topic = property.value;
        else if (property.name == "Subscription"_L1)
            item.subscription = property.value;
        else if (property.name == "Endpoint"_L1)
            item.endpoint = property.value;
    }
    if (const Result<PushEndpoint> endpoint = parsePushEndpoint(item.endpoint)) {
        item.channel = endpoint->channel;
        item.recipient = endpoint->target;
    }
    for (const MessageAttribute &attribute : message.attributes) {
        if (isFor(attribute.name, item.channel))
            item.attributes = QJsonDocument::fromJson(attribute.json.toUtf8()).object();
    }
    if (item.recipient.isEmpty()) {
        for (const auto &name : {"Receiver"_L1, "PhoneNumber"_L1, "MailAddress"_L1}) {
            if (item.recipient.isEmpty())
                item.recipient = item.attributes.value(name).toString();
        }
    }
    return item;
}

QByteArray mailFile(const OutboxItem &item)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(item.message.enqueueTimeMs).toUTC();
    const QString date = QLocale::c().toString(time, u"ddd, dd MMM yyyy HH:mm:ss '+0000'"_s);
    QByteArray file;
    const QString sender = item.sender();
    file += "From: " + (sender.isEmpty() ? QByteArray("signalbox@localhost") : address(sender))
        + "\r\n";
    file += "To: " + address(item.recipient) + "\r\n";
    file += "Subject: " + headerText(item.subject()) + "\r\n";
    file += "Date: " + date.toLatin1() + "\r\n";
    file += "Message-ID: <" + item.message.messageId + "@signalbox.localhost>\r\n";
    file += "MIME-Version: 1.0\r\n";
    file += item.isHtml() ? "Content-Type: text/html; charset=utf-8\r\n"
                          : "Content-Type: text/plain; charset=utf-8\r\n";
    file += "Content-Transfer-Encoding: base64\r\n\r\n";
    return file + inLines(item.message.body.toBase64());
}

} // namespace Signalbox
