// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/themewatcher.h"

#include <QGuiApplication>
#include <QPalette>

namespace Signalbox {

ThemeWatcher::ThemeWatcher(QObject *parent)
    : QObject(parent)
    , m_mode(QGuiApplication::palette().color(QPalette::Window).lightness() < 128
                 ? ThemeMode::Dark
                 : ThemeMode::Light)
{
    watchDesktop();
}

ThemeWatcher::~ThemeWatcher() = default;

void ThemeWatcher::setSystemMode(ThemeMode mode)
{
    if (m_mode == mode)
        return;
    m_mode = mode;
    emit systemModeChanged(mode);
}

} // namespace Signalbox
