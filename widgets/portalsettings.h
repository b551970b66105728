// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QDBusVariant>
#include <QObject>

namespace Signalbox {

/// The colour scheme as the settings portal of a Linux desktop tells it
/// (org.freedesktop.portal.Settings, group org.freedesktop.appearance): asked once, then by signal.
/// Silent on a desktop without a portal.
class PortalSettings : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PortalSettings)
public:
    using QObject::QObject;
    ~PortalSettings() override;

    void start();

signals:
    /// 0: no preference, 1: dark, 2: light.
    void colorSchemeRead(uint scheme);

private slots:
    // D-Bus connects by name, hence a slot.
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void report(const QVariant &value);
};

} // namespace Signalbox
