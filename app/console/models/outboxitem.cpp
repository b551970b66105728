// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/outboxitem.h"

#include "protocol/channelattributes.h"
#include "protocol/mail.h"

namespace Signalbox {

using namespace Qt::StringLiterals;

bool OutboxItem::isHtml() const
{
    return isMail() && isHtmlMail(attributes);
}

QString OutboxItem::sender() const
{
    return attributes.value("AccountName"_L1).toString();
}

QString OutboxItem::subject() const
{
    return mailSubject(attributes, text());
}

OutboxItem outboxItem(const Admin::Message &message)
{
    OutboxItem item;
    item.message = message;
    item.label = outboxLabelOf(message.systemProperties);
    if (const Result<PushEndpoint> endpoint = parsePushEndpoint(item.label.endpoint)) {
        item.channel = endpoint->channel;
        item.attributes = channelAttributes(*endpoint, message.attributes);
        item.recipient = recipientsOf(*endpoint, item.attributes).join(u", "_s);
    }
    return item;
}

QByteArray mailFile(const OutboxItem &item)
{
    const QString sender = item.sender();
    Mail mail;
    mail.from = sender.isEmpty() ? u"signalbox@localhost"_s : sender;
    mail.to = QStringList{item.recipient};
    mail.subject = item.subject();
    mail.body = item.message.body;
    mail.isHtml = item.isHtml();
    mail.dateMs = item.message.enqueueTimeMs;
    mail.id = item.message.messageId + "@signalbox.localhost";
    return writeMail(mail);
}

} // namespace Signalbox
