// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/theme.h"

#include <QObject>

namespace Signalbox {

/// What the desktop wants programs to look like.
struct DesktopLook
{
    ThemeMode mode = ThemeMode::Light;
    bool highContrast = false;
    bool reducedMotion = false;

    bool operator==(const DesktopLook &) const = default;
};

/// Tells what the desktop wants, now and whenever that changes. Where it says nothing of light and
/// dark, the lightness of its default palette decides. GUI thread.
class ThemeWatcher : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ThemeWatcher)
public:
    /// Build it before a theme is applied: the desktop's own palette is read once, here.
    explicit ThemeWatcher(QObject *parent = nullptr);
    ~ThemeWatcher() override;

    [[nodiscard]] const DesktopLook &look() const { return m_look; }

signals:
    void lookChanged();

private:
    void setLook(const DesktopLook &look);
    void setMode(ThemeMode mode);
    /// Platform parts, in themewatcher_platform.cpp: ask the desktop and subscribe to changes.
    void watchMode();
    void watchAccessibility();

    DesktopLook m_look;
};

} // namespace Signalbox
