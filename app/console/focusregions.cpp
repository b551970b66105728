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

bool takesFocus(const QWidget &widget)
{
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus);
}

/// Where the focus goes that comes into \a region; null when nothing there takes it.
QWidget *firstStop(QWidget *region)
{
    if (takesFocus(*region))
        return region;
    for (QWidget *next = region->nextInFocusChain(); next && next != region;
         next = next->nextInFocusChain()) {
        if (region->isAncestorOf(next) && takesFocus(*next))
            return next;
    }
    return nullptr;
}

} // namespace

void moveFocusRegion(QList<QWidget *> regions, int step)
{
    regions.removeIf([](QWidget *region) { return !firstStop(region); });
    if (regions.isEmpty())
        return;
    qsizetype current = 0;
    for (qsizetype i = 0; i < regions.size(); ++i) {
        if (holdsFocus(*regions.at(i)))
            current = i;
    }
    firstStop(regions.at((current + step + regions.size()) % regions.size()))
        ->setFocus(Qt::TabFocusReason);
}

} // namespace Signalbox
