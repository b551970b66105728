// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/result.h"

#include <QString>

namespace Signalbox {

/// Where the messages of a subscription go, by the form of its Endpoint.
enum class PushChannel { Http, Queue, Mail, Sms, Function, EventBus, MobilePush };

/// An Endpoint taken apart.
struct PushEndpoint
{
    PushChannel channel = PushChannel::Http;
    /// What the channel delivers to: the whole URL, a queue's name, a mail address, a phone number
    /// (empty: named by each message), "service/function", an event bus, an app key.
    QString target;
    bool isRecent = false; ///< Mail or SMS of the newer kind: smq-ep.

    bool operator==(const PushEndpoint &) const = default;
};

/// Reads one of the forms
///   http://host[:port][/path][?query], https://…
///   acs:mns:{REGION}:{ACCOUNT}:queues/{QUEUE}
///   mail:directmail:{ADDRESS}, smq-ep:dm:{ACCOUNT}:{ADDRESS or __dynamic}
///   sms:directsms:{PHONE or anonymous}, sms:dayu:{PHONE}
///   smq-ep:dysms:{ACCOUNT}:{PHONE or __dynamic}
///   push:{APP KEY}
///   acs:fc:{REGION}:{ACCOUNT}:services/{SERVICE}/functions/{FUNCTION}
///   acs:eventbridge:{REGION}:{ACCOUNT}:eventbus/{BUS}
/// Regions and accounts are not looked at, and may be empty. The scheme of a URL may be in
/// capitals; user and password have no place in it. Errors: EndpointInvalid. Source: MNS API
/// reference, Subscribe, and the endpoint generators of the SDKs.
[[nodiscard]] Result<PushEndpoint> parsePushEndpoint(const QString &text);

/// "http", "queue", "mail", "sms", "function", "eventBus" or "mobilePush": as the admin API names
/// channels.
[[nodiscard]] QString nameOf(PushChannel channel);

/// The Endpoint of a queue: "acs:mns:local:1000000000000000:queues/orders".
[[nodiscard]] QString queueEndpoint(const QString &account, const QString &queue);

} // namespace Signalbox
