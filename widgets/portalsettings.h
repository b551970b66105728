// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QDBusVariant>
#include <QObject>

namespace Signalbox {

/// Settings of a Linux desktop as its portal tells them (org.freedesktop.portal.Settings): asked
/// once, then by signal. Silent on a desktop without a portal, and about settings that it lacks.
class PortalSettings : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PortalSettings)
public:
    using QObject::QObject;
    ~PortalSettings() override;

    /// Listens to changes; call it before read().
    void start();
    /// Asks for one setting.
    void read(const QString &group, const QString &key);

signals:
    /// Of settings that were asked for and of all that change.
    void settingRead(const QString &group, const QString &key, const QVariant &value);

private slots:
    // D-Bus connects by name, hence a slot.
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);
};

} // namespace Signalbox
