// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/theme.h"

#include <QObject>

namespace Signalbox {

/// Tells which of light and dark the desktop wants, now and whenever that changes. Where the
/// desktop says nothing, the lightness of its default palette decides. GUI thread.
class ThemeWatcher : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ThemeWatcher)
public:
    /// Build it before a theme is applied: the desktop's own palette is read once, here.
    explicit ThemeWatcher(QObject *parent = nullptr);
    ~ThemeWatcher() override;

    [[nodiscard]] ThemeMode systemMode() const { return m_mode; }

signals:
    void systemModeChanged(Signalbox::ThemeMode mode);

private:
    void setSystemMode(ThemeMode mode);
    /// Platform part, in themewatcher_platform.cpp: asks the desktop and subscribes to changes.
    void watchDesktop();

    ThemeMode m_mode = ThemeMode::Light;
};

} // namespace Signalbox
