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

/// Read() wraps the value in a second variant, the signal does not.
QVariant unwrapped(const QVariant &value)
{
    return value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
}

} // namespace

PortalSettings::~PortalSettings() = default;

void PortalSettings::start()
{
    QDBusConnection::sessionBus().connect(kService, kPath, kInterface, u"SettingChanged"_s, this,
                                          SLOT(settingChanged(QString, QString, QDBusVariant)));
}

void PortalSettings::read(const QString &group, const QString &key)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    QDBusMessage read = QDBusMessage::createMethodCall(kService, kPath, kInterface, u"Read"_s);
    read << group << key;
    // A portal may answer late or never; the window does not wait for it.
    auto *pending = new QDBusPendingCallWatcher(bus.asyncCall(read), this);
    connect(pending, &QDBusPendingCallWatcher::finished, this,
            [this, group, key](QDBusPendingCallWatcher *call) {
                const QDBusPendingReply<QDBusVariant> reply = *call;
                if (reply.isValid())
                    emit settingRead(group, key, unwrapped(reply.value().variant()));
                call->deleteLater();
            });
}

void PortalSettings::settingChanged(const QString &group, const QString &key,
                                    const QDBusVariant &value)
{
    emit settingRead(group, key, unwrapped(value.variant()));
}

} // namespace Signalbox
