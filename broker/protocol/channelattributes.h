// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "protocol/pushendpoint.h"
#include "protocol/topic.h"

#include <QJsonObject>
#include <QStringList>

namespace Signalbox {

/// What a publisher said for \a endpoint: the JSON object of DirectMail for mail:directmail, of DM
/// for smq-ep:dm, of DirectSMS for sms:… and of DYSMS for smq-ep:dysms; where a message has only
/// the other one of its channel, that. Empty when nothing was said, or the channel has no
/// attributes. Source: MNS API reference, PublishMessage, MessageAttributes.
[[nodiscard]] QJsonObject channelAttributes(const PushEndpoint &endpoint,
                                            const QList<MessageAttribute> &attributes);

/// To whom a message goes: the target of the endpoint, or, where messages name it, the addresses or
/// numbers of \a attributes (MailAddress, PhoneNumber, Receiver: a comma list; a multiContent SMS
/// names them in SmsParams). As written, not checked. Empty when nobody is named.
[[nodiscard]] QStringList recipientsOf(const PushEndpoint &endpoint, const QJsonObject &attributes);

/// The Subject that \a attributes give a mail, else the beginning of its \a text.
[[nodiscard]] QString mailSubject(const QJsonObject &attributes, const QString &text);

/// IsHtml: 1, true or "true".
[[nodiscard]] bool isHtmlMail(const QJsonObject &attributes);

} // namespace Signalbox
