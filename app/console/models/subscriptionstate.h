// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/topictypes.h"
#include "widgets/statuspill.h"

#include <optional>

namespace Signalbox {

/// How the deliveries of a subscription go.
enum class SubscriptionState {
    Paused,
    Failing, ///< Of the last ten minutes' tries fewer than nine of ten arrived, the last not.
    Retrying, ///< The last try failed; most arrive.
    Delivering, ///< Tries of the last hour arrived.
    Quiet, ///< Nothing was tried for an hour.
};

[[nodiscard]] SubscriptionState subscriptionState(const Admin::Subscription &subscription);
/// As a word that fits the channel: accepted by a server, stored by a queue, caught in the outbox.
[[nodiscard]] StateBadge subscriptionBadge(const Admin::Subscription &subscription);
/// Share of the last hour's tries that arrived; nothing without a try.
[[nodiscard]] std::optional<double> successOf(const Admin::Subscription &subscription);

enum class TopicState { Failing, NoSubscriptions, Delivering, Quiet };

[[nodiscard]] TopicState topicState(const Admin::Topic &topic);
[[nodiscard]] StateBadge topicBadge(const Admin::Topic &topic);
/// Of all its subscriptions together; nothing without a try.
[[nodiscard]] std::optional<double> successOf(const Admin::Topic &topic);
[[nodiscard]] int failingCount(const Admin::Topic &topic);

/// Icon of a channel as Admin::Subscription::channel names it.
[[nodiscard]] QString channelIcon(const QString &channel);
/// "HTTP", "queue", "mail".
[[nodiscard]] QString channelName(const QString &channel);
/// An endpoint as people name it: a URL without its scheme, a queue's name, a mail address.
[[nodiscard]] QString endpointText(const QString &endpoint);
/// How long an attempt took, in whole milliseconds; "–" where nothing was sent.
[[nodiscard]] QString tookText(double durationMs);
/// "HTTP ×2, queue, SMS"
[[nodiscard]] QString targetsText(const Admin::Topic &topic);

} // namespace Signalbox
