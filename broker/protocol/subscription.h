// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/result.h"

#include <QByteArrayView>
#include <QString>

#include <chrono>
#include <optional>

namespace Signalbox {

/// How a failed delivery is tried again.
enum class NotifyStrategy {
    BackoffRetry, ///< 3 times, 10 to 20 seconds apart.
    ExponentialDecayRetry ///< 176 times, after 1, 2, 4 … 512 seconds, then every 512: about a day.
};

/// What a subscriber gets.
enum class NotifyContentFormat {
    Xml, ///< A Notification document.
    Json, ///< The same as a JSON object.
    Simplified ///< The body as it was published.
};

/// The attributes of a subscription, with defaults filled in.
/// Source: MNS API reference, Subscription (2015-06-06); the last two from the control plane of
/// 2025.
struct SubscriptionSettings
{
    QString endpoint;
    NotifyStrategy strategy = NotifyStrategy::BackoffRetry;
    NotifyContentFormat format = NotifyContentFormat::Xml;
    QString filterTag; ///< Empty: every message.
    QString deadLetterQueue; ///< Name of a queue; empty: what cannot be delivered is dropped.
    int maxPushesPerSecond = 0; ///< 0: as many as the endpoint takes.

    bool operator==(const SubscriptionSettings &) const = default;
};

/// Subscription attributes as a request carries them: what is absent takes the default (subscribe)
/// or stays (set).
struct SubscriptionPatch
{
    std::optional<QString> endpoint;
    std::optional<NotifyStrategy> strategy;
    std::optional<NotifyContentFormat> format;
    std::optional<QString> filterTag;
    std::optional<QString> deadLetterQueue;
    std::optional<int> maxPushesPerSecond;

    bool operator==(const SubscriptionPatch &) const = default;

    /// \a base with every present value replaced.
    [[nodiscard]] SubscriptionSettings appliedTo(SubscriptionSettings base) const;
};

/// What GetSubscriptionAttributes tells.
struct SubscriptionAttributes
{
    QString name;
    QString topic;
    QString topicOwner; ///< Account
    QString subscriber; ///< Account
    SubscriptionSettings settings;
    qint64 createdAtS = 0; ///< Unix seconds
    qint64 modifiedAtS = 0; ///< Unix seconds

    bool operator==(const SubscriptionAttributes &) const = default;
};

/// Letters, digits and hyphens, first a letter or digit, 1 to 255 characters.
/// Errors: SubscriptionNameLengthError, SubscriptionNameInvalid.
[[nodiscard]] Result<void> checkSubscriptionName(const QString &name);

/// Errors: EndpointInvalid; InvalidArgument for the tag, the rate and a dead-letter queue whose
/// name is no name or the endpoint's own queue.
[[nodiscard]] Result<void> checkSubscriptionSettings(const SubscriptionSettings &settings);

// The words of the protocol: "BACKOFF_RETRY", "XML".
[[nodiscard]] QByteArrayView toWire(NotifyStrategy strategy);
[[nodiscard]] QByteArrayView toWire(NotifyContentFormat format);
/// Nothing for words unknown here.
[[nodiscard]] std::optional<NotifyStrategy> notifyStrategyFromWire(QByteArrayView word);
[[nodiscard]] std::optional<NotifyContentFormat> notifyContentFormatFromWire(QByteArrayView word);

/// How often a delivery is tried again before it is given up.
[[nodiscard]] int retries(NotifyStrategy strategy);
/// How long to wait before retry \a number, from 1. \a random, from 0 up to 1, picks a time where
/// the strategy leaves a choice.
[[nodiscard]] std::chrono::seconds retryPause(NotifyStrategy strategy, int number, double random);

} // namespace Signalbox
