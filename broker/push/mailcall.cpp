// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/channelattributes.h"
#include "protocol/mail.h"
#include "push/channelcall.h"

namespace Signalbox {

using namespace Qt::StringLiterals;

Result<PushCall> makeMailCall(const MailRelay &relay, const ChannelMessage &message,
                              qint64 systemMs)
{
    const QJsonObject attributes = channelAttributes(message.endpoint, message.attributes);
    const QStringList named = recipientsOf(message.endpoint, attributes);
    const QString account = attributes.value("AccountName"_L1).toString();
    Mail mail;
    mail.from = isMailAddress(account) ? account : relay.from;
    mail.sender = relay.from;
    mail.subject = mailSubject(attributes, QString::fromUtf8(message.body));
    mail.body = message.body;
    mail.isHtml = isHtmlMail(attributes);
    mail.dateMs = systemMs;
    mail.id = message.id + '@' + relay.from.section(u'@', 1).toLatin1();
    PushCall call;
    call.url = relay.url.toUtf8();
    call.isTrusted = true;
    call.headers = {{kMailFrom, relay.from.toLatin1()}};
    if (named.isEmpty())
        return Error{ErrorCode::InvalidArgument,
                     u"The message names no mail address: neither the endpoint nor MailAddress in "
                     u"its attributes does."_s};
    for (const QString &recipient : named) {
        if (!isMailAddress(recipient))
            return Error{ErrorCode::InvalidArgument,
                         u"\"%1\" is not a mail address."_s.arg(recipient.simplified())};
        mail.to.append(recipient);
        call.headers.append({kMailTo, recipient.toLatin1()});
    }
    call.body = writeMail(mail);
    return call;
}

} // namespace Signalbox
