// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/savedconnection.h"
#include "widgets/theme.h"

#include <QIcon>

#include <array>
#include <optional>

/// The colours of connections: in the settings, in lists, on the screen.
namespace Signalbox {

inline constexpr std::array kStripeColors{StripeColor::None, StripeColor::Red, StripeColor::Amber,
                                          StripeColor::Green, StripeColor::Blue};

/// Absent for None.
[[nodiscard]] std::optional<Tone> stripeTone(StripeColor color);
/// As the settings keep it.
[[nodiscard]] QString stripeWord(StripeColor color);
[[nodiscard]] StripeColor stripeColor(const QString &word);
/// In the language in use.
[[nodiscard]] QString stripeName(StripeColor color);
[[nodiscard]] QIcon stripeIcon(StripeColor color);

} // namespace Signalbox
