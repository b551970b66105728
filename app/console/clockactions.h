// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/workspace.h"

#include <chrono>

namespace Signalbox {

/// Lets the clock of the broker run, or stops it; says so when that fails. The state of the broker
/// is asked anew afterwards.
void runClock(const Workspace &workspace);
void freezeClock(const Workspace &workspace);
/// Sets the clock of the broker forward.
void advanceClock(const Workspace &workspace, std::chrono::milliseconds by);

} // namespace Signalbox
