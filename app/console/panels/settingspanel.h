// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/panels/panel.h"

class QStackedWidget;

namespace Signalbox {

class ConnectionBook;
class ConsoleSettings;
class EmptyState;
class Jobs;
class LanguageSwitch;
class Notices;
class OwnBroker;
class SearchField;
class SectionList;
class ThemeManager;

/// The program's settings in pages: of the broker inside it, of the clock of the current one, and
/// of its looks. A search shows the rows that match, on every page.
class SettingsPanel : public Panel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsPanel)

public:
    enum Page { Broker, Clock, Appearance, PageCount };

    /// What the settings are about, or need to be applied.
    struct Services
    {
        ConsoleSettings &settings;
        OwnBroker &broker;
        ConnectionBook &connections;
        Notices &notices;
        Jobs &jobs;
        ThemeManager &theme;
        LanguageSwitch &language;
    };

    explicit SettingsPanel(const Services &services, QWidget *parent = nullptr);

    void showPage(Page page);
    void focusFilter() override;
    bool stepBack() override;
    [[nodiscard]] QList<QWidget *> regions() override;

protected:
    void retranslate() override;

private:
    void addPage(const QString &iconName, QWidget *page);
    void search(const QString &text);

    SearchField *m_search;
    SectionList *m_pageList;
    QStackedWidget *m_pages;
    EmptyState *m_noMatch;
};

} // namespace Signalbox
