// SPDX-License-Identifier: GPL-3.0-only
#include "console/focusregions.h"

#include <QApplication>
#include <QWidget>

namespace Signalbox {

namespace {

bool holdsFocus(const QWidget &region)
{
    const QWidget *focused = QApplication::focusWidget();
    return focused && (focused == &region || region.isAncestorOf(focused));
}

void focusInto(QWidget &region)
{
    if (region.focusPolicy() & Qt::TabFocus) {
        region.setFocus(Qt::TabFocusReason);
        return;
    }
    for (QWidget *next = region.nextInFocusChain(); next && next != &region;
         next = next->nextInFocusChain()) {
        if (region.isAncestorOf(next) && next->isVisible() && next->isEnabled()
            && (next->focusPolicy() & Qt::TabFocus)) {
            next->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

} // namespace

void moveFocusRegion(QList<QWidget *> regions, int step)
{
    regions.removeIf([](const QWidget *region) { return !region->isVisible(); });
    if (regions.isEmpty())
        return;
    qsizetype current = 0;
    for (qsizetype i = 0; i < regions.size(); ++i) {
        if (holdsFocus(*regions.at(i)))
            current = i;
    }
    focusInto(*regions.at((current + step + regions.size()) % regions.size()));
}

} // namespace Signalbox
