// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/theme.h"

namespace Signalbox {

/// Contrast of two opaque colours as WCAG 2.1 defines it: 1 to 21.
[[nodiscard]] double contrastRatio(const QColor &a, const QColor &b);

/// What becomes of \a colors on a desktop with high contrast: backgrounds are those of its palette
/// \a desktop, tinted ones vanish, and what is written or drawn on them keeps its colour only where
/// that stands out (7:1 for text, 4.5:1 for the lines of charts); else it takes the text's.
[[nodiscard]] ThemeColors highContrastColors(const ThemeColors &colors, const QPalette &desktop);

/// Which mode \a palette is of, by the lightness of its backgrounds.
[[nodiscard]] ThemeMode modeOf(const QPalette &palette);

/// Black and white, for a mode that the desktop's palette is not of.
[[nodiscard]] QPalette blackAndWhite(ThemeMode mode);

} // namespace Signalbox
