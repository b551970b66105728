// SPDX-License-Identifier: GPL-3.0-only
// The one place that knows how each desktop tells light from dark, high contrast and reduced
// motion.
#include "widgets/themewatcher.h"

#include <QtGlobal>

#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
#include <QGuiApplication>
#include <QStyleHints>
#endif
#if defined(Q_OS_LINUX)
#include "widgets/portalsettings.h"
#elif defined(Q_OS_WIN)
#include <QSettings>
#include <QTimer>
#endif

using namespace Qt::StringLiterals;

namespace Signalbox {

#if defined(Q_OS_WIN)
namespace {

// The registry sends no signal through Qt; two seconds is soon enough for a switch made by hand.
constexpr std::chrono::seconds kRegistryInterval{2};

template <typename Read>
void readNowAndAgain(QObject *owner, Read read)
{
    read();
    auto *timer = new QTimer(owner);
    timer->setInterval(kRegistryInterval);
    QObject::connect(timer, &QTimer::timeout, owner, read);
    timer->start();
}

} // namespace
#endif

#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)

void ThemeWatcher::watchMode()
{
    const auto apply = [this](Qt::ColorScheme scheme) {
        if (scheme != Qt::ColorScheme::Unknown)
            setMode(scheme == Qt::ColorScheme::Dark ? ThemeMode::Dark : ThemeMode::Light);
    };
    QStyleHints *hints = QGuiApplication::styleHints();
    apply(hints->colorScheme());
    connect(hints, &QStyleHints::colorSchemeChanged, this, apply);
}

#elif defined(Q_OS_WIN)

void ThemeWatcher::watchMode()
{
    readNowAndAgain(this, [this] {
        const QSettings key(
            u"HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize"_s,
            QSettings::NativeFormat);
        const QVariant light = key.value("AppsUseLightTheme"_L1);
        if (light.isValid())
            setMode(light.toInt() == 0 ? ThemeMode::Dark : ThemeMode::Light);
    });
}

#else

// On Linux the portal tells it, with the rest; on macOS before Qt 6.5 the default palette, read in
// the constructor, is all there is.
void ThemeWatcher::watchMode() { }

#endif

#if defined(Q_OS_LINUX)

void ThemeWatcher::watchAccessibility()
{
    struct Setting
    {
        QString group;
        QString key;
        void (*note)(DesktopLook &look, const QVariant &value);
    };
    // Of the first group: 0 is "no preference". Desktops before version 2 of that group, such as
    // GNOME 43, have their own.
    static const Setting settings[] = {
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
        {u"org.freedesktop.appearance"_s, u"color-scheme"_s,
         [](DesktopLook &look, const QVariant &value) {
             if (value.toUInt() == 1 || value.toUInt() == 2)
                 look.mode = value.toUInt() == 1 ? ThemeMode::Dark : ThemeMode::Light;
         }},
#endif
        {u"org.freedesktop.appearance"_s, u"contrast"_s,
         [](DesktopLook &look, const QVariant &value) { look.highContrast = value.toUInt() == 1; }},
        {u"org.freedesktop.appearance"_s, u"reduced-motion"_s,
         [](DesktopLook &look, const QVariant &value) {
             look.reducedMotion = value.toUInt() == 1;
         }},
        {u"org.gnome.desktop.a11y.interface"_s, u"high-contrast"_s,
         [](DesktopLook &look, const QVariant &value) { look.highContrast = value.toBool(); }},
        {u"org.gnome.desktop.interface"_s, u"enable-animations"_s,
         [](DesktopLook &look, const QVariant &value) { look.reducedMotion = !value.toBool(); }},
    };
    auto *portal = new PortalSettings(this);
    connect(portal, &PortalSettings::settingRead, this,
            [this](const QString &group, const QString &key, const QVariant &value) {
                DesktopLook look = m_look;
                for (const Setting &setting : settings) {
                    if (setting.group == group && setting.key == key)
                        setting.note(look, value);
                }
                setLook(look);
            });
    portal->start();
    for (const Setting &setting : settings)
        portal->read(setting.group, setting.key);
}

#elif defined(Q_OS_WIN)

void ThemeWatcher::watchAccessibility()
{
    readNowAndAgain(this, [this] {
        constexpr int kHighContrastOn = 1; // HCF_HIGHCONTRASTON
        const QSettings key(u"HKEY_CURRENT_USER\\Control Panel\\Accessibility\\HighContrast"_s,
                            QSettings::NativeFormat);
        DesktopLook look = m_look;
        look.highContrast = (key.value("Flags"_L1).toInt() & kHighContrastOn) != 0;
        setLook(look);
    });
}

#else

// Qt tells it from 6.10 on only.
void ThemeWatcher::watchAccessibility() { }

#endif

} // namespace Signalbox
