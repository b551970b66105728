// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/topictypes.h"
#include "widgets/charts/chartdata.h"

#include <chrono>

namespace Signalbox {

/// One series of a subscription's history.
using SubscriptionSeries = Admin::Series Admin::SubscriptionSamples::*;

/// The most lines that can be told apart.
inline constexpr qsizetype kMostSubscriptionLines = 5;

/// The subscriptions with most tries in the last hour, at most kMostSubscriptionLines, by name.
[[nodiscard]] QStringList busiestSubscriptions(const Admin::TopicHistory &history);

/// Per second: what was published, and the tries that reached a subscriber and that did not, of all
/// subscriptions together.
[[nodiscard]] ChartData topicRates(const Admin::TopicHistory &history, std::chrono::seconds span);

/// One line of \a series for each of \a subscriptions, times \a factor; where it is counted per
/// interval (\a perSecond), as a rate.
[[nodiscard]] ChartData subscriptionLines(const Admin::TopicHistory &history,
                                          const QStringList &subscriptions,
                                          SubscriptionSeries series, std::chrono::seconds span,
                                          bool perSecond = false, double factor = 1);

} // namespace Signalbox
