// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QKeySequence>

class QEvent;

namespace Signalbox {

/// For the event() of a widget: \a key comes to it as a key press while the focus is within, though
/// a shortcut of the window has that key too.
void claimKey(QEvent *event, const QKeySequence &key);

} // namespace Signalbox
