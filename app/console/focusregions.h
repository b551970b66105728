// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QList>

class QWidget;

namespace Signalbox {

/// Moves the keyboard focus \a step parts of a window on (F6, Shift+F6), around the ends. Parts
/// that cannot be seen are left out; in a part that takes no keys itself, its first control gets
/// them.
void moveFocusRegion(QList<QWidget *> regions, int step);

} // namespace Signalbox
