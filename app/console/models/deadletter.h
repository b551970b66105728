// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"

namespace Signalbox {

/// Where a dead letter was: "orders", or "news › web" of a subscription.
[[nodiscard]] QString deadLetterOrigin(const Admin::DeadLetter &letter);
/// Why it is a dead letter: "Received 5 times" or "4 tries to push".
[[nodiscard]] QString deadLetterReason(const Admin::DeadLetter &letter);
/// The message was moved to the queue it is in as a dead letter, and not back since.
[[nodiscard]] bool isDeadLetter(const Admin::Message &message);
/// After \a receives of at most \a maxReceives few or none are left until it becomes a dead letter.
/// 0: it never does.
[[nodiscard]] bool isNearDeadLetter(int receives, int maxReceives);

} // namespace Signalbox
