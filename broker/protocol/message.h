// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/limits.h"
#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace Signalbox {

enum class PropertyType { Number, String, Boolean, Binary };

/// A user or system property. Values are kept and echoed exactly as sent; Binary is Base64 text.
struct MessageProperty
{
    QString name;
    QString value;
    PropertyType type = PropertyType::String;

    bool operator==(const MessageProperty &) const = default;
};

/// One message as a sender gives it.
struct OutgoingMessage
{
    QByteArray body; ///< UTF-8 text as it travelled, entities decoded; never Base64-decoded.
    std::optional<std::chrono::seconds>
        delay; ///< Absent: the queue's delay; an explicit 0 overrides it.
    int priority =
        Limits::kDefaultPriority; ///< 1 (served first) to 16; a 0 on the wire reads as 8.
    QString groupId; ///< MessageGroupId, empty when absent.
    QList<MessageProperty> userProperties;
    QList<MessageProperty> systemProperties;

    bool operator==(const OutgoingMessage &) const = default;
};

/// What a sender gets back.
struct SentMessage
{
    QByteArray messageId; ///< 32 upper-case hexadecimal digits
    QByteArray bodyMd5; ///< 32 upper-case hexadecimal digits
    QByteArray receiptHandle; ///< Only of a delayed message; else empty.
    QString groupId;

    bool operator==(const SentMessage &) const = default;
};

/// One message as a receiver or a peek gets it.
struct ReceivedMessage
{
    QByteArray messageId;
    QByteArray bodyMd5;
    QByteArray body;
    QByteArray receiptHandle; ///< Empty when peeked.
    qint64 enqueueTimeMs = 0; ///< Unix milliseconds
    qint64 firstDequeueTimeMs = 0; ///< Unix milliseconds; the enqueue time while never received.
    qint64 nextVisibleTimeMs = 0; ///< Unix milliseconds; 0 when peeked.
    int dequeueCount = 0;
    int priority = Limits::kDefaultPriority;
    QString groupId;
    QList<MessageProperty> userProperties;
    QList<MessageProperty> systemProperties;

    bool operator==(const ReceivedMessage &) const = default;
};

/// What ChangeMessageVisibility gives: the handle that replaces the old one.
struct ChangedVisibility
{
    QByteArray receiptHandle;
    qint64 nextVisibleTimeMs = 0; ///< Unix milliseconds

    bool operator==(const ChangedVisibility &) const = default;
};

/// A handle that a batch delete could not delete, and why.
struct FailedHandle
{
    QByteArray receiptHandle; ///< Exactly as sent.
    Error error;

    bool operator==(const FailedHandle &) const = default;
};

/// Body present and at most \a maximumMessageSizeBytes, delay, priority, group id and properties
/// within core/limits.h, only characters that XML 1.0 allows. Errors: InvalidArgument,
/// MalformedXml.
[[nodiscard]] Result<void> checkOutgoingMessage(const OutgoingMessage &message,
                                                int maximumMessageSizeBytes);

/// What a FIFO queue or topic asks beyond: a group, and no delay, which would break its order.
/// Errors: InvalidArgument.
[[nodiscard]] Result<void> checkOrderedMessage(const OutgoingMessage &message);

} // namespace Signalbox
