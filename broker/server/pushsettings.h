// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "server/configuration.h"

#include <span>

namespace Signalbox {

/// Those whose keys lie in the table "push".
[[nodiscard]] std::span<const Setting> pushSettings();

} // namespace Signalbox
