// SPDX-License-Identifier: GPL-3.0-only
#pragma once

namespace Signalbox {

/// The value of \a c as a hexadecimal digit; -1 when it is none.
constexpr int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

} // namespace Signalbox
