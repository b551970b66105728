// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QtGlobal>

namespace Signalbox {

inline constexpr double kTenths = 10;
inline constexpr double kHundredths = 100;
inline constexpr double kThousandths = 1000;

/// \a value to a whole number of \a parts of one.
[[nodiscard]] inline double rounded(double value, double parts = kTenths)
{
    return double(qRound64(value * parts)) / parts;
}

} // namespace Signalbox
