// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/queue.h"

#include "protocol/bounds.h"

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

Result<void> checkSeconds(QLatin1StringView element, std::chrono::seconds value,
                          const Limits::SecondsRange &range)
{
    return checkBounds(element, value.count(), range.min.count(), range.max.count());
}

Result<void> checkOrder(const QueueSettings &settings)
{
    if (!settings.isFifo() || settings.delay.count() == 0)
        return {};
    return Error{ErrorCode::InvalidArgument,
                 u"A FIFO queue keeps the order of its messages and takes no DelaySeconds."_s};
}

Result<void> checkDeadLetters(const DeadLetterPolicy &policy)
{
    if (policy.targetQueue.isEmpty())
        return {};
    if (const Result<void> valid = checkQueueName(policy.targetQueue); !valid)
        return Error{ErrorCode::InvalidArgument,
                     u"DeadLetterTargetQueue: "_s + valid.error().message};
    return checkBounds("MaxReceiveCount"_L1, policy.maxReceiveCount, Limits::kMinMaxReceiveCount,
                       Limits::kMaxMaxReceiveCount);
}

} // namespace

QueueSettings QueueSettingsPatch::appliedTo(QueueSettings base) const
{
    base.delay = delay.value_or(base.delay);
    base.maximumMessageSizeBytes = maximumMessageSizeBytes.value_or(base.maximumMessageSizeBytes);
    base.retention = retention.value_or(base.retention);
    base.visibilityTimeout = visibilityTimeout.value_or(base.visibilityTimeout);
    base.pollingWait = pollingWait.value_or(base.pollingWait);
    base.loggingEnabled = loggingEnabled.value_or(base.loggingEnabled);
    base.type = type.value_or(base.type);
    base.deadLetters = deadLetters.value_or(base.deadLetters);
    return base;
}

Result<void> checkQueueName(const QString &name)
{
    if (name.isEmpty() || name.size() > Limits::kMaxQueueNameLength) {
        return Error{
            ErrorCode::QueueNameLengthError,
            u"A queue name must be 1 to %1 characters long."_s.arg(Limits::kMaxQueueNameLength)};
    }
    if (!hasNameAlphabet(name)) {
        return Error{ErrorCode::InvalidQueueName,
                     u"A queue name must start with a letter or digit and hold only letters, "
                     u"digits and hyphens."_s};
    }
    return {};
}

Result<void> checkQueueSettings(const QueueSettings &settings)
{
    const Result<void> checks[] = {
        checkSeconds("DelaySeconds"_L1, settings.delay, Limits::kDelay),
        checkBounds("MaximumMessageSize"_L1, settings.maximumMessageSizeBytes,
                    Limits::kMinMaximumMessageSizeBytes, Limits::kMaxMaximumMessageSizeBytes),
        checkSeconds("MessageRetentionPeriod"_L1, settings.retention, Limits::kRetention),
        checkSeconds("VisibilityTimeout"_L1, settings.visibilityTimeout,
                     Limits::kVisibilityTimeout),
        checkSeconds("PollingWaitSeconds"_L1, settings.pollingWait, Limits::kPollingWait),
        checkOrder(settings),
        checkDeadLetters(settings.deadLetters),
    };
    for (const Result<void> &check : checks) {
        if (!check)
            return check;
    }
    return {};
}

Result<void> checkDeadLetterTarget(const QString &queue, const QueueSettings &settings,
                                   const QueueSettings *target)
{
    const QString &name = settings.deadLetters.targetQueue;
    if (name.isEmpty())
        return {};
    if (name == queue)
        return Error{ErrorCode::InvalidArgument, u"A queue cannot be its own dead-letter queue."_s};
    if (target && target->type != settings.type)
        return Error{ErrorCode::InvalidArgument,
                     u"The dead-letter queue of a FIFO queue is a FIFO queue, of a normal one a "
                     u"normal one; %1 is of the other type."_s.arg(name)};
    return {};
}

QByteArrayView toWire(QueueType type)
{
    return type == QueueType::Fifo ? "fifo" : "normal";
}

std::optional<QueueType> queueTypeFromWire(QByteArrayView word)
{
    for (const QueueType type : {QueueType::Normal, QueueType::Fifo}) {
        if (word.compare(toWire(type), Qt::CaseInsensitive) == 0)
            return type;
    }
    return std::nullopt;
}

} // namespace Signalbox
