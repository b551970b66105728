// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/themewatcher.h"

#include <QGuiApplication>
#include <QPalette>

namespace Signalbox {

ThemeWatcher::ThemeWatcher(QObject *parent)
    : QObject(parent)
{
    const QColor window = QGuiApplication::palette().color(QPalette::Window);
    m_look.mode = window.lightness() < 128 ? ThemeMode::Dark : ThemeMode::Light;
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
