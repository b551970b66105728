// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/result.h"
#include "protocol/subscription.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

/// The documents of subscriptions. Readers of requests give MalformedXml and InvalidArgument,
/// readers of replies UnexpectedReply. Source: MNS API reference, topic operations (2015-06-06).
namespace Signalbox {

/// Body of Subscribe and SetSubscriptionAttributes: what is present. A blank \a document is an
/// empty patch.
[[nodiscard]] Result<SubscriptionPatch> parseSubscription(QByteArrayView document);
[[nodiscard]] QByteArray writeSubscription(const SubscriptionPatch &settings);

/// Reply of GetSubscriptionAttributes. DlqPolicy and TenantRateLimitPolicy, which older SDKs do not
/// know, come last and only when they are set.
[[nodiscard]] QByteArray writeSubscriptionAttributes(const SubscriptionAttributes &attributes);
[[nodiscard]] Result<SubscriptionAttributes> parseSubscriptionAttributes(QByteArrayView document);

/// One page of ListSubscriptionByTopic.
struct SubscriptionList
{
    std::vector<SubscriptionAttributes> subscriptions; ///< Without meta data only the names.
    QByteArray nextMarker; ///< Empty on the last page.

    bool operator==(const SubscriptionList &) const = default;
};

[[nodiscard]] QByteArray writeSubscriptionList(QByteArrayView baseUrl, const QString &topic,
                                               const SubscriptionList &list, bool withMeta);
[[nodiscard]] Result<SubscriptionList> parseSubscriptionList(QByteArrayView document);

/// The URL of a subscription, for Location and SubscriptionURL. \a baseUrl as of queueUrl().
[[nodiscard]] QByteArray subscriptionUrl(QByteArrayView baseUrl, const QString &topic,
                                         const QString &name);

} // namespace Signalbox
