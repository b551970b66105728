// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/theme.h"

#include <QSharedData>
#include <QStringList>

namespace Signalbox {

/// What a Theme is made of.
class ThemeData : public QSharedData
{
public:
    ThemeMode mode = ThemeMode::Light;
    double scale = 1.0;
    bool hasMotion = true;
    ThemeColors light;
    ThemeColors dark;
    QStringList uiFamilies;
    QStringList monoFamilies;
};

/// What the files of the resources say, read once: constant data, not state.
[[nodiscard]] const ThemeData &loadedTheme();

} // namespace Signalbox
