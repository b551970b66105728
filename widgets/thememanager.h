// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/theme.h"
#include "widgets/themewatcher.h"

#include <QObject>

#include <optional>

class QApplication;

namespace Signalbox {

/// What the user chose in Settings › Appearance. High contrast and reduced motion follow the
/// desktop in all of them.
enum class ThemePreference { System, Light, Dark };

/// Owns the choice of theme for one application: installs the fonts, applies the theme and applies
/// another one when the preference or the desktop changes. The program's main object owns one of
/// these, made before the first widget. GUI thread.
class ThemeManager : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ThemeManager)
public:
    explicit ThemeManager(QApplication &application, QObject *parent = nullptr);
    ~ThemeManager() override;

    [[nodiscard]] ThemePreference preference() const { return m_preference; }
    void setPreference(ThemePreference preference);

    /// Scale of text and rows, 0.9 to 1.5; none follows the system's font size.
    [[nodiscard]] std::optional<double> scale() const { return m_scale; }
    void setScale(std::optional<double> scale);

    /// Applies the theme again, for example after the default QLocale changed: sizes of Chinese
    /// text differ.
    void refresh();

signals:
    /// After the new theme is in use.
    void themeChanged();

private:
    QApplication &m_application;
    ThemeWatcher m_watcher;
    QFont m_systemFont;
    ThemePreference m_preference = ThemePreference::System;
    std::optional<double> m_scale;
};

} // namespace Signalbox
