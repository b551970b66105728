// SPDX-License-Identifier: GPL-3.0-only
// The one place that knows how each desktop tells light from dark.
#include "widgets/themewatcher.h"

#include <QtGlobal>

#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
#include <QGuiApplication>
#include <QStyleHints>
#elif defined(Q_OS_LINUX)
#include "widgets/portalsettings.h"
#elif defined(Q_OS_WIN)
#include <QSettings>
#include <QTimer>
#endif

using namespace Qt::StringLiterals;

namespace Signalbox {

#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)

void ThemeWatcher::watchDesktop()
{
    const auto apply = [this](Qt::ColorScheme scheme) {
        if (scheme != Qt::ColorScheme::Unknown)
            setSystemMode(scheme == Qt::ColorScheme::Dark ? ThemeMode::Dark : ThemeMode::Light);
    };
    QStyleHints *hints = QGuiApplication::styleHints();
    apply(hints->colorScheme());
    connect(hints, &QStyleHints::colorSchemeChanged, this, apply);
}

#elif defined(Q_OS_LINUX)

void ThemeWatcher::watchDesktop()
{
    auto *portal = new PortalSettings(this);
    connect(portal, &PortalSettings::colorSchemeRead, this, [this](uint scheme) {
        // 0: no preference, 1: dark, 2: light.
        if (scheme == 1 || scheme == 2)
            setSystemMode(scheme == 1 ? ThemeMode::Dark : ThemeMode::Light);
    });
    portal->start();
}

#elif defined(Q_OS_WIN)

void ThemeWatcher::watchDesktop()
{
    const auto read = [this] {
        const QSettings key(
            u"HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize"_s,
            QSettings::NativeFormat);
        const QVariant light = key.value("AppsUseLightTheme"_L1);
        if (light.isValid())
            setSystemMode(light.toInt() == 0 ? ThemeMode::Dark : ThemeMode::Light);
    };
    read();
    // The registry sends no signal through Qt; two seconds is soon enough for a switch made by
    // hand.
    auto *timer = new QTimer(this);
    timer->setInterval(2000);
    connect(timer, &QTimer::timeout, this, read);
    timer->start();
}

#else

// macOS before Qt 6.5: the default palette, read in the constructor, is all there is.
void ThemeWatcher::watchDesktop() { }

#endif

} // namespace Signalbox
