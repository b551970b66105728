// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QtGlobal>

namespace Signalbox {

/// A page ends with the message whose body brings it to so many bytes: whoever reads pages holds
/// no more than that at once, whatever is in them.
inline constexpr qint64 kMostPageBodyBytes = qint64(1) << 20;

} // namespace Signalbox
