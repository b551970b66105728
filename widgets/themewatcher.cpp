// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/themewatcher.h"

#include "widgets/highcontrast.h"

#include <QGuiApplication>
#include <QPalette>

namespace Signalbox {

ThemeWatcher::ThemeWatcher(QObject *parent)
    : QObject(parent)
{
    m_look.mode = modeOf(QGuiApplication::palette());
    watchMode();
    watchAccessibility();
}

ThemeWatcher::~ThemeWatcher() = default;

void ThemeWatcher::setLook(const DesktopLook &look)
{
    if (m_look == look)
        return;
    m_look = look;
    emit lookChanged();
}

void ThemeWatcher::setMode(ThemeMode mode)
{
    DesktopLook look = m_look;
    look.mode = mode;
    setLook(look);
}

} // namespace Signalbox
