// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/keyclaim.h"

#include <QKeyEvent>

namespace Signalbox {

void claimKey(QEvent *event, const QKeySequence &key)
{
    if (event->type() != QEvent::ShortcutOverride)
        return;
    if (QKeySequence(static_cast<QKeyEvent *>(event)->keyCombination()) == key)
        event->accept();
}

} // namespace Signalbox
