// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/pendingcall.h"
#include "core/error.h"

namespace Signalbox {

/// What a reply that is no success says: the code and text of its Error document, or
/// UnexpectedReply when it has none or its code is unknown here. \a host is what the text calls the
/// other side.
[[nodiscard]] Error replyError(const ApiReply &reply, const QString &host);

} // namespace Signalbox
