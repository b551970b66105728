// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"

namespace Signalbox::Ctl {

/// "2026-05-03 14:05:09, frozen, 2h ahead of the system's clock"
[[nodiscard]] QString describeClock(const Admin::ClockState &clock);

} // namespace Signalbox::Ctl
