// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/portalsettings.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace Signalbox {

namespace {
constexpr auto kService = "org.freedesktop.portal.Desktop"_L1;
constexpr auto kPath = "/org/freedesktop/portal/desktop"_L1;
constexpr auto kInterface = "org.freedesktop.portal.Settings"_L1;
constexpr auto kGroup = "org.freedesktop.appearance"_L1;
constexpr auto kKey = "color-scheme"_L1;
} // namespace

PortalSettings::~PortalSettings() = default;

void PortalSettings::start()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(kService, kPath, kInterface, u"SettingChanged"_s, this,
                SLOT(settingChanged(QString, QString, QDBusVariant)));
    QDBusMessage read = QDBusMessage::createMethodCall(kService, kPath, kInterface, u"Read"_s);
    read << QString(kGroup) << QString(kKey);
    // A portal may answer late or never; the window does not wait for it.
    auto *pending = new QDBusPendingCallWatcher(bus.asyncCall(read), this);
    connect(pending, &QDBusPendingCallWatcher::finished, this,
            [this](QDBusPendingCallWatcher *call) {
                const QDBusPendingReply<QDBusVariant> reply = *call;
                if (reply.isValid())
                    report(reply.value().variant());
                call->deleteLater();
            });
}

void PortalSettings::settingChanged(const QString &group, const QString &key,
                                    const QDBusVariant &value)
{
    if (group == kGroup && key == kKey)
        report(value.variant());
}

void PortalSettings::report(const QVariant &value)
{
    // Read() wraps the value in a second variant, the signal does not.
    const bool wrapped = value.canConvert<QDBusVariant>();
    emit colorSchemeRead((wrapped ? value.value<QDBusVariant>().variant() : value).toUInt());
}

} // namespace Signalbox
