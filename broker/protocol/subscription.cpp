// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/subscription.h"

#include "core/limits.h"
#include "protocol/bounds.h"
#include "protocol/pushendpoint.h"
#include "protocol/queue.h"
#include "protocol/xmltext.h"

#include <algorithm>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kBackoffRetries = 3;
constexpr int kBackoffMinS = 10;
constexpr int kBackoffMaxS = 20;
constexpr int kDecayRetries = 176;
constexpr int kDecayDoublings = 9; ///< From 1 to 512 seconds.
constexpr int kMaxPushesPerSecond = 100000;

Error invalid(const QString &message)
{
    return {ErrorCode::InvalidArgument, message};
}

} // namespace

SubscriptionSettings SubscriptionPatch::appliedTo(SubscriptionSettings base) const
{
    base.endpoint = endpoint.value_or(base.endpoint);
    base.strategy = strategy.value_or(base.strategy);
    base.format = format.value_or(base.format);
    base.filterTag = filterTag.value_or(base.filterTag);
    base.deadLetterQueue = deadLetterQueue.value_or(base.deadLetterQueue);
    base.maxPushesPerSecond = maxPushesPerSecond.value_or(base.maxPushesPerSecond);
    return base;
}

Result<void> checkSubscriptionName(const QString &name)
{
    if (name.isEmpty() || name.size() > Limits::kMaxSubscriptionNameLength) {
        return Error{ErrorCode::SubscriptionNameLengthError,
                     u"A subscription name must be 1 to %1 characters long."_s.arg(
                         Limits::kMaxSubscriptionNameLength)};
    }
    if (!hasNameAlphabet(name)) {
        return Error{ErrorCode::SubscriptionNameInvalid,
                     u"A subscription name must start with a letter or digit and hold only "
                     u"letters, digits and hyphens."_s};
    }
    return {};
}

Result<void> checkSubscriptionSettings(const SubscriptionSettings &settings)
{
    const Result<PushEndpoint> endpoint = parsePushEndpoint(settings.endpoint);
    if (!endpoint)
        return endpoint.error();
    if (characterCount(settings.filterTag) > Limits::kMaxTagLength
        || !isXmlText(settings.filterTag)) {
        return invalid(
            u"FilterTag must be at most %1 characters long."_s.arg(Limits::kMaxTagLength));
    }
    if (!settings.deadLetterQueue.isEmpty()) {
        if (!checkQueueName(settings.deadLetterQueue))
            return invalid(u"DeadLetterTargetQueue must be the name of a queue."_s);
        if (endpoint->channel == PushChannel::Queue && endpoint->target == settings.deadLetterQueue)
            return invalid(u"DeadLetterTargetQueue must be another queue than the endpoint."_s);
    }
    return checkBounds("MaxReceivesPerSecond"_L1, settings.maxPushesPerSecond, 0,
                       kMaxPushesPerSecond);
}

QByteArrayView toWire(NotifyStrategy strategy)
{
    return strategy == NotifyStrategy::BackoffRetry ? "BACKOFF_RETRY" : "EXPONENTIAL_DECAY_RETRY";
}

QByteArrayView toWire(NotifyContentFormat format)
{
    switch (format) {
    case NotifyContentFormat::Json:
        return "JSON";
    case NotifyContentFormat::Simplified:
        return "SIMPLIFIED";
    case NotifyContentFormat::Xml:
        break;
    }
    return "XML";
}

std::optional<NotifyStrategy> notifyStrategyFromWire(QByteArrayView word)
{
    for (const NotifyStrategy strategy :
         {NotifyStrategy::BackoffRetry, NotifyStrategy::ExponentialDecayRetry}) {
        if (word == toWire(strategy))
            return strategy;
    }
    return std::nullopt;
}

std::optional<NotifyContentFormat> notifyContentFormatFromWire(QByteArrayView word)
{
    for (const NotifyContentFormat format :
         {NotifyContentFormat::Xml, NotifyContentFormat::Json, NotifyContentFormat::Simplified}) {
        if (word == toWire(format))
            return format;
    }
    return std::nullopt;
}

int retries(NotifyStrategy strategy)
{
    return strategy == NotifyStrategy::BackoffRetry ? kBackoffRetries : kDecayRetries;
}

std::chrono::seconds retryPause(NotifyStrategy strategy, int number, double random)
{
    if (strategy == NotifyStrategy::ExponentialDecayRetry)
        return std::chrono::seconds(1 << std::clamp(number - 1, 0, kDecayDoublings));
    return std::chrono::seconds(kBackoffMinS
                                + static_cast<int>(random * (kBackoffMaxS - kBackoffMinS + 1)));
}

} // namespace Signalbox
