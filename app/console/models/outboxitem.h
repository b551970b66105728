// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"
#include "protocol/outboxlabel.h"
#include "protocol/pushendpoint.h"

#include <QJsonObject>

namespace Signalbox {

/// One mail, SMS or the like that a broker kept, sent or not.
struct OutboxItem
{
    Admin::Message message;
    PushChannel channel = PushChannel::Mail;
    QString recipient; ///< Address or number; may be empty.
    OutboxLabel label; ///< Where it was published, and what became of it.
    QJsonObject attributes; ///< What the publisher said for this channel.

    [[nodiscard]] bool isMail() const { return channel == PushChannel::Mail; }
    [[nodiscard]] bool isHtml() const;
    [[nodiscard]] QString sender() const; ///< Empty when the publisher named none.
    /// Of a mail its subject line, else the beginning of the text.
    [[nodiscard]] QString subject() const;
    [[nodiscard]] QString text() const { return QString::fromUtf8(message.body); }
};

[[nodiscard]] OutboxItem outboxItem(const Admin::Message &message);

/// \a item as a mail file (RFC 5322), with its body as UTF-8 in Base64.
[[nodiscard]] QByteArray mailFile(const OutboxItem &item);

} // namespace Signalbox
