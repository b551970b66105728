// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"
#include "widgets/statuspill.h"

namespace Signalbox {

/// Icon, word and tone of a message's state, in the language in use.
[[nodiscard]] StateBadge messageStateBadge(Admin::MessageState state);

/// Of a message that is no longer where a list shows it.
[[nodiscard]] StateBadge goneMessageBadge();

} // namespace Signalbox
