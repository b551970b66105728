// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/queue.h"

namespace Signalbox {

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

} // namespace Signalbox
