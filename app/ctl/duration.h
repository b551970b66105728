// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/result.h"

#include <QString>

#include <chrono>

namespace Signalbox::Ctl {

/// A duration as people write it: "250ms", "30s", "5m", "2h", "4d", or several together as "1h30m".
/// A number alone is seconds. Errors: InvalidArgument.
[[nodiscard]] Result<std::chrono::milliseconds> parseDuration(const QString &text);

/// The same in whole seconds. Errors: InvalidArgument, also when a fraction of a second is left.
[[nodiscard]] Result<std::chrono::seconds> parseSeconds(const QString &text);

/// As short as it can be read back: "4d", "1h30m", "250ms", "0s".
[[nodiscard]] QString formatDuration(std::chrono::milliseconds duration);

} // namespace Signalbox::Ctl
