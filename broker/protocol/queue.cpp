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

} // namespace

QueueSettings QueueSettingsPatch::appliedTo(QueueSettings base) const
{
    base.delay = delay.value_or(base.delay);
    base.maximumMessageSizeBytes = maximumMessageSizeBytes.value_or(base.maximumMessageSizeBytes);
    base.retention = retention.value_or(base.retention);
    base.visibilityTimeout = visibilityTimeout.value_or(base.visibilityTimeout);
    base.pollingWait = pollingWait.value_or(base.pollingWait);
    base.loggingEnabled = loggingEnabled.value_or(base.loggingEnabled);
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
    };
    for (const Result<void> &check : checks) {
        if (!check)
            return check;
    }
    return {};
}

} // namespace Signalbox
