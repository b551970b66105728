// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QWidget>

namespace Signalbox {

/// Gives \a widget by \a set, such as &QWidget::setFixedWidth, a size that is \a atScaleOne at
/// scale 1, and follows when text grows or shrinks.
void keepScaled(QWidget &widget, void (QWidget::*set)(int), int atScaleOne);

} // namespace Signalbox
