// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/error.h"

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
