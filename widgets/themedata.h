// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/theme.h"

#include <QSharedData>
#include <QStringList>

#include <optional>

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

/// The token of that name in tokens.json and the style sheet; nothing without one.
[[nodiscard]] std::optional<Token> tokenNamed(const QString &name);

/// What a file of the resources holds; empty where it is missing, with a warning.
[[nodiscard]] QByteArray readResource(const QString &path);

} // namespace Signalbox
