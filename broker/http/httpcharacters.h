// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <array>

namespace Signalbox {

namespace Detail {

constexpr std::array<bool, 256> makeTokenTable()
{
    std::array<bool, 256> table{};
    for (int c = 'a'; c <= 'z'; ++c)
        table[static_cast<unsigned char>(c)] = true;
    for (int c = 'A'; c <= 'Z'; ++c)
        table[static_cast<unsigned char>(c)] = true;
    for (int c = '0'; c <= '9'; ++c)
        table[static_cast<unsigned char>(c)] = true;
    for (const char c :
         {'!', '#', '$', '%', '&', '\'', '*', '+', '-', '.', '^', '_', '`', '|', '~'})
        table[static_cast<unsigned char>(c)] = true;
    return table;
}

inline constexpr std::array<bool, 256> kTokenCharacters = makeTokenTable();

} // namespace Detail

/// Whether names of methods and fields may hold \a c (RFC 9110 §5.6.2).
constexpr bool isTokenCharacter(char c)
{
    return Detail::kTokenCharacters[static_cast<unsigned char>(c)];
}

/// Whether \a c is a blank: a space or a tab.
constexpr bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

/// Whether \a c may stand in no value of a field.
constexpr bool isForbiddenInValue(char c)
{
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
}

} // namespace Signalbox
