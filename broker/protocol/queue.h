// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/limits.h"
#include "core/result.h"

#include <QString>

#include <chrono>
#include <optional>

namespace Signalbox {

/// Whether a queue, or a topic, keeps an order. Chosen when it is made.
enum class QueueType {
    Normal,
    Fifo ///< Messages of one MessageGroupId are received one after the other, as they were sent.
};

/// Where messages go that were received too often.
struct DeadLetterPolicy
{
    QString targetQueue; ///< DeadLetterTargetQueue; empty: none.
    int maxReceiveCount = 0; ///< Receives of a message before the next one moves it.

    bool operator==(const DeadLetterPolicy &) const = default;
};

/// The attributes of a queue that its owner sets, with defaults filled in.
/// Source: MNS API reference, Queue (2015-06-06); type and dead letters from the control plane of
/// 2025.
struct QueueSettings
{
    std::chrono::seconds delay = Limits::kDelay.fallback; ///< DelaySeconds
    int maximumMessageSizeBytes = Limits::kMaxMaximumMessageSizeBytes;
    std::chrono::seconds retention = Limits::kRetention.fallback; ///< MessageRetentionPeriod
    std::chrono::seconds visibilityTimeout = Limits::kVisibilityTimeout.fallback;
    std::chrono::seconds pollingWait = Limits::kPollingWait.fallback; ///< PollingWaitSeconds
    bool loggingEnabled = false; ///< Stored and shown only.
    QueueType type = QueueType::Normal; ///< QueueType
    DeadLetterPolicy deadLetters; ///< DlqPolicy

    [[nodiscard]] bool isFifo() const { return type == QueueType::Fifo; }
    bool operator==(const QueueSettings &) const = default;
};

/// Queue attributes as a request carries them: what is absent takes the default (create) or stays
/// (set).
struct QueueSettingsPatch
{
    std::optional<std::chrono::seconds> delay;
    std::optional<int> maximumMessageSizeBytes;
    std::optional<std::chrono::seconds> retention;
    std::optional<std::chrono::seconds> visibilityTimeout;
    std::optional<std::chrono::seconds> pollingWait;
    std::optional<bool> loggingEnabled;
    std::optional<QueueType> type;
    std::optional<DeadLetterPolicy> deadLetters;

    bool operator==(const QueueSettingsPatch &) const = default;

    /// \a base with every present value replaced.
    [[nodiscard]] QueueSettings appliedTo(QueueSettings base) const;
};

/// Messages of a queue by state. Exact as of the last commit.
struct QueueCounts
{
    qint64 ready = 0; ///< ActiveMessages
    qint64 leased = 0; ///< InactiveMessages
    qint64 delayed = 0; ///< DelayMessages
    qint64 blocked = 0; ///< Held back behind the head of their group.

    [[nodiscard]] qint64 total() const { return ready + leased + delayed + blocked; }
    bool operator==(const QueueCounts &) const = default;
};

/// What GetQueueAttributes tells.
struct QueueAttributes
{
    QString name;
    QueueSettings settings;
    QueueCounts counts;
    qint64 createdAtS = 0; ///< Unix seconds
    qint64 modifiedAtS = 0; ///< Unix seconds

    bool operator==(const QueueAttributes &) const = default;
};

/// Letters, digits and hyphens, first a letter or digit, 1 to 120 characters.
/// Errors: QueueNameLengthError, InvalidQueueName.
[[nodiscard]] Result<void> checkQueueName(const QString &name);

/// Every value within core/limits.h, and no delay of a FIFO queue, whose order it would break.
/// Errors: InvalidArgument, naming the element and its bounds.
[[nodiscard]] Result<void> checkQueueSettings(const QueueSettings &settings);

/// Whether the dead-letter queue of \a queue, if \a settings give it one, is another queue and of
/// the same type; \a target: its settings, null while there is none. Errors: InvalidArgument.
[[nodiscard]] Result<void> checkDeadLetterTarget(const QString &queue,
                                                 const QueueSettings &settings,
                                                 const QueueSettings *target);

// The words of the protocol: "normal", "fifo".
[[nodiscard]] QByteArrayView toWire(QueueType type);
/// Nothing for words unknown here.
[[nodiscard]] std::optional<QueueType> queueTypeFromWire(QByteArrayView word);

/// One page of a list operation, from the x-mns-* headers.
struct ListPage
{
    QString prefix;
    QByteArray marker; ///< Opaque; from the NextMarker of the page before.
    int size = Limits::kMaxListPage; ///< x-mns-ret-number
    bool withMeta = false;
};

} // namespace Signalbox
