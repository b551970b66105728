// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "protocol/message.h"

#include <QByteArray>
#include <QString>

namespace Signalbox {

/// Where a dead letter was before, and why it is there no more.
struct DeadLetterOrigin
{
    QString queue; ///< The queue it was received from too often; empty of a subscription's.
    QString topic; ///< With subscription: whose endpoint did not take it.
    QString subscription;
    QByteArray messageId; ///< Of the message there: 32 upper-case hexadecimal digits.
    qint64 atMs = 0; ///< When it became a dead letter, by the broker's clock.
    int tries = 0; ///< Receives, or attempts to push.
    QString lastFailure; ///< Of the last attempt to push; empty of a queue's.
    QString deadLetterQueue; ///< Where it went; told while the message is back at its origin.

    bool operator==(const DeadLetterOrigin &) const = default;
};

/// \a properties with those that MNS gives a dead letter: DLQMessageType, DLQSourceArn and
/// DLQOriginMessageId. Source: the SDK for Java names them; their values are not published.
[[nodiscard]] QList<MessageProperty> withDeadLetterProperties(QList<MessageProperty> properties,
                                                              const QString &account,
                                                              const DeadLetterOrigin &origin);
[[nodiscard]] QList<MessageProperty> withoutDeadLetterProperties(QList<MessageProperty> properties);

/// Why a delivery ended that was not over when the topic's retention was.
[[nodiscard]] QString retentionOver();

} // namespace Signalbox
