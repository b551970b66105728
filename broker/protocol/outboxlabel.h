// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "protocol/message.h"

namespace Signalbox {

/// What the system properties of a message in the outbox tell of its delivery.
struct OutboxLabel
{
    static constexpr QLatin1StringView kKept{"kept"}; ///< Nothing sends it on.
    static constexpr QLatin1StringView kSent{"sent"};
    static constexpr QLatin1StringView kFailed{"failed"};

    QString topic;
    QString subscription;
    QString endpoint;
    QString state;
    QString error; ///< Empty unless it failed.
};

[[nodiscard]] OutboxLabel outboxLabelOf(const QList<MessageProperty> &systemProperties);
/// \a systemProperties with \a label in place of any other.
[[nodiscard]] QList<MessageProperty> withOutboxLabel(const QList<MessageProperty> &systemProperties,
                                                     const OutboxLabel &label);

} // namespace Signalbox
