// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QWidget>

class QComboBox;

namespace Signalbox {

class ConsoleSettings;
class LanguageSwitch;
class SegmentedControl;
class SettingRow;
class ThemeManager;

/// Settings › Appearance: theme, size of text and language, applied at once.
class AppearancePage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AppearancePage)

public:
    AppearancePage(ConsoleSettings &settings, ThemeManager &theme, LanguageSwitch &language,
                   QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    class SettingGroup *m_group;
    SettingRow *m_themeRow;
    SettingRow *m_textRow;
    SettingRow *m_languageRow;
    SegmentedControl *m_theme;
    QComboBox *m_text;
    QComboBox *m_language;
};

} // namespace Signalbox
