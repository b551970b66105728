// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/queue.h"

#include <algorithm>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

bool isAsciiLetterOrDigit(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

Result<void> checkBounds(QLatin1StringView element, qint64 value, qint64 min, qint64 max)
{
    if (value >= min && value <= max)
        return {};
    return Error{ErrorCode::InvalidArgument,
                 u"%1 must be from %2 to %3."_s.arg(element).arg(min).arg(max)};
}

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
    const bool allowed = isAsciiLetterOrDigit(name.front())
        && std::all_of(name.begin(), name.end(),
                       [](QChar c) { return isAsciiLetterOrDigit(c) || c == u'-'; });
    if (!allowed) {
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
