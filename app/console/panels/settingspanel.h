// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/panels/panel.h"

class QStackedWidget;

namespace Signalbox {

class ConsoleSettings;
class LanguageSwitch;
class OwnBroker;
class SectionList;
class ThemeManager;

/// The program's settings in pages: of the broker inside it, and of its looks.
class SettingsPanel : public Panel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsPanel)

public:
    enum Page { Broker, Appearance };

    SettingsPanel(ConsoleSettings &settings, OwnBroker &broker, ThemeManager &theme,
                  LanguageSwitch &language, QWidget *parent = nullptr);

    void showPage(Page page);
    [[nodiscard]] QList<QWidget *> regions() override;

protected:
    void retranslate() override;

private:
    void addPage(const QString &iconName, QWidget *page);

    SectionList *m_pageList;
    QStackedWidget *m_pages;
};

} // namespace Signalbox
