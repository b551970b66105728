// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "protocol/subscription.h"

#include <QByteArray>
#include <QString>

namespace Signalbox {

/// One published message on its way to one subscriber.
struct Notification
{
    QString topicOwner; ///< Account
    QString topic;
    QString subscriber; ///< Account
    QString subscription;
    QByteArray messageId; ///< Of the published message: 32 upper-case hexadecimal digits.
    QByteArray body;
    QByteArray bodyMd5; ///< 32 upper-case hexadecimal digits
    QString tag; ///< Empty: none.
    qint64 publishedAtMs = 0; ///< Unix milliseconds

    bool operator==(const Notification &) const = default;
};

/// What the subscriber gets, byte for byte. Source: MNS documentation, topic notifications, and
/// recorded pushes of the service (the namespace ends in a slash here, unlike in API replies).
[[nodiscard]] QByteArray writeNotification(const Notification &notification,
                                           NotifyContentFormat format);

/// The Content-Type that goes with it over HTTP.
[[nodiscard]] QByteArrayView notificationContentType(NotifyContentFormat format);

} // namespace Signalbox
