// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/thememanager.h"

#include "resources/resources.h"

#include <QApplication>

namespace Signalbox {

ThemeManager::ThemeManager(QApplication &application, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_systemFont(QApplication::font())
{
    initResources();
    installFonts();
    connect(&m_watcher, &ThemeWatcher::systemModeChanged, this, [this] {
        if (m_preference == ThemePreference::System)
            refresh();
    });
    refresh();
}

ThemeManager::~ThemeManager() = default;

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
    ThemeMode mode = m_watcher.systemMode();
    if (m_preference != ThemePreference::System)
        mode = m_preference == ThemePreference::Dark ? ThemeMode::Dark : ThemeMode::Light;
    const double scale = m_scale.value_or(Theme::scaleForFont(m_systemFont));
    Theme::apply(m_application, Theme(mode, scale));
    emit themeChanged();
}

} // namespace Signalbox
