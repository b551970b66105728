// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/limits.h"
#include "core/result.h"
#include "protocol/message.h"
#include "protocol/queue.h"

#include <QList>
#include <QString>

#include <optional>

namespace Signalbox {

/// The attributes of a topic that its owner sets, with defaults filled in.
/// Source: MNS API reference, Topic (2015-06-06); the type from the control plane of 2025.
struct TopicSettings
{
    int maximumMessageSizeBytes = Limits::kMaxMaximumMessageSizeBytes;
    bool loggingEnabled = false; ///< Stored and shown only.
    QueueType type = QueueType::Normal; ///< TopicType: whether its deliveries keep their order.

    [[nodiscard]] bool isFifo() const { return type == QueueType::Fifo; }
    bool operator==(const TopicSettings &) const = default;
};

/// Topic attributes as a request carries them: what is absent takes the default (create) or stays
/// (set).
struct TopicSettingsPatch
{
    std::optional<int> maximumMessageSizeBytes;
    std::optional<bool> loggingEnabled;
    std::optional<QueueType> type;

    bool operator==(const TopicSettingsPatch &) const = default;

    /// \a base with every present value replaced.
    [[nodiscard]] TopicSettings appliedTo(TopicSettings base) const;
};

/// What GetTopicAttributes tells.
struct TopicAttributes
{
    QString name;
    TopicSettings settings;
    qint64 messageCount = 0; ///< Messages that wait for one subscription or more, about.
    qint64 createdAtS = 0; ///< Unix seconds
    qint64 modifiedAtS = 0; ///< Unix seconds

    bool operator==(const TopicAttributes &) const = default;
};

/// One child of MessageAttributes: what a mail or SMS needs beyond the body.
struct MessageAttribute
{
    QString name; ///< "DirectMail"
    QString json; ///< The text of a JSON object.

    bool operator==(const MessageAttribute &) const = default;
};

/// A message as a publisher gives it. Delay and priority of the content are not used.
struct PublishedMessage
{
    OutgoingMessage content;
    QString tag; ///< MessageTag; empty: none.
    QList<MessageAttribute> attributes;

    bool operator==(const PublishedMessage &) const = default;
};

/// Letters, digits and hyphens, first a letter or digit, 1 to 120 characters.
/// Errors: TopicNameLengthError, TopicNameInvalid.
[[nodiscard]] Result<void> checkTopicName(const QString &name);

/// Every value within core/limits.h. Errors: InvalidArgument, naming the element and its bounds.
[[nodiscard]] Result<void> checkTopicSettings(const TopicSettings &settings);

/// As checkOutgoingMessage(), with a tag of at most 16 characters and attributes that are JSON
/// objects. Errors: InvalidArgument, MalformedXml.
[[nodiscard]] Result<void> checkPublishedMessage(const PublishedMessage &message,
                                                 int maximumMessageSizeBytes);

} // namespace Signalbox
