// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/error.h"
#include "core/limits.h"

namespace Signalbox {

/// The refusals that more than one command gives, in one wording.
inline Error queueGone()
{
    return {ErrorCode::QueueNotExist, QStringLiteral("The queue does not exist.")};
}

inline Error queueExists(const QString &name)
{
    return {ErrorCode::QueueAlreadyExist,
            QStringLiteral("A queue named %1 exists already.").arg(name)};
}

inline Error topicGone()
{
    return {ErrorCode::TopicNotExist, QStringLiteral("The topic does not exist.")};
}

inline Error topicExists(const QString &name)
{
    return {ErrorCode::TopicAlreadyExist,
            QStringLiteral("A topic named %1 exists already, with other attributes.").arg(name)};
}

inline Error subscriptionGone()
{
    return {ErrorCode::SubscriptionNotExist, QStringLiteral("The subscription does not exist.")};
}

inline Error subscriptionExists(const QString &name)
{
    return {
        ErrorCode::SubscriptionAlreadyExist,
        QStringLiteral("A subscription named %1 exists already, with other attributes.").arg(name)};
}

inline Error tooManySubscriptions()
{
    return {ErrorCode::InvalidArgument,
            QStringLiteral("A topic may have %1 subscriptions at most.")
                .arg(Limits::kMaxSubscriptionsPerTopic)};
}

inline Error messageGone()
{
    return {ErrorCode::MessageNotExist, QStringLiteral("Message not exist.")};
}

inline Error handleLapsed()
{
    return {ErrorCode::ReceiptHandleError,
            QStringLiteral(
                "The receipt handle is no longer valid: its lease has ended or was replaced.")};
}

} // namespace Signalbox
