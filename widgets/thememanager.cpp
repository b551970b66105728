// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/thememanager.h"

#include "resources/resources.h"
#include "widgets/highcontrast.h"

#include <QApplication>

namespace Signalbox {

namespace {

/// The desktop's own colours, as they are now.
QPalette desktopPalette()
{
    QApplication::setPalette(QPalette());
    return QApplication::palette();
}

/// The desktop's colours where they are of \a mode.
QPalette desktopPalette(ThemeMode mode)
{
    const QPalette palette = desktopPalette();
    return modeOf(palette) == mode ? palette : blackAndWhite(mode);
}

} // namespace

ThemeManager::ThemeManager(QApplication &application, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_systemFont(QApplication::font())
{
    initResources();
    installFonts();
    connect(&m_watcher, &ThemeWatcher::lookChanged, this, &ThemeManager::refresh);
    refresh();
}

ThemeManager::~ThemeManager()
{
    // Who comes next takes its measure from it.
    QApplication::setFont(m_systemFont);
}

void ThemeManager::setPreference(ThemePreference preference)
{
    if (m_preference == preference)
        return;
    m_preference = preference;
    refresh();
}

void ThemeManager::setScale(std::optional<double> scale)
{
    if (m_scale == scale)
        return;
    m_scale = scale;
    refresh();
}

void ThemeManager::refresh()
{
    const DesktopLook &desktop = m_watcher.look();
    const bool follows = m_preference == ThemePreference::System;
    const ThemeMode chosen =
        m_preference == ThemePreference::Dark ? ThemeMode::Dark : ThemeMode::Light;
    Theme theme(follows ? desktop.mode : chosen,
                m_scale.value_or(Theme::scaleForFont(m_systemFont)));
    if (desktop.highContrast)
        theme = theme.inHighContrast(follows ? desktopPalette() : desktopPalette(chosen));
    if (desktop.reducedMotion)
        theme = theme.withoutMotion();
    Theme::apply(m_application, theme);
    emit themeChanged();
}

} // namespace Signalbox
