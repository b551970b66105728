// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/settingspanel.h"

#include "console/panels/appearancepage.h"
#include "console/panels/brokerpage.h"
#include "console/panels/clockpage.h"
#include "console/panels/settinggroup.h"
#include "widgets/card.h"
#include "widgets/emptystate.h"
#include "widgets/format.h"
#include "widgets/metrics.h"
#include "widgets/scaledsize.h"
#include "widgets/scrollpage.h"
#include "widgets/searchfield.h"
#include "widgets/sectionlist.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPageListWidth = 212;
constexpr int kGreatestWidth = 720;
constexpr int kSearchWidth = 240;

} // namespace

SettingsPanel::SettingsPanel(const Services &services, QWidget *parent)
    : Panel(parent)
    , m_search(new SearchField({}, this))
    , m_pageList(new SectionList(this))
    , m_pages(new QStackedWidget(this))
    , m_noMatch(new EmptyState(this))
{
    keepScaled(*m_search, &QWidget::setFixedWidth, kSearchWidth);
    header().addAction(m_search);
    connect(m_search, &SearchField::searchChanged, this, &SettingsPanel::search);
    m_noMatch->setIconName(u"search"_s);
    m_noMatch->hide();
    m_pageList->setPlain(true);
    keepScaled(*m_pageList, &QWidget::setFixedWidth, kPageListWidth);
    addPage(u"server"_s, new BrokerPage(services.settings, services.broker));
    addPage(
        u"clock"_s,
        new ClockPage(services.connections, services.settings, services.notices, services.jobs));
    addPage(u"moon"_s, new AppearancePage(services.settings, services.theme, services.language));
    connect(m_pageList, &SectionList::currentSectionChanged, m_pages,
            &QStackedWidget::setCurrentIndex);

    auto *list = new QVBoxLayout;
    list->setContentsMargins(0, Metrics::kSpaceMd, 0, 0);
    list->addWidget(m_pageList);
    list->addStretch();
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addLayout(list);
    row->addWidget(new Hairline(Qt::Vertical, this));
    row->addWidget(m_pages, 1);
    row->addWidget(m_noMatch, 1);
    column()->addWidget(new Hairline(Qt::Horizontal, this));
    column()->addLayout(row, 1);
    retranslate();
}

void SettingsPanel::addPage(const QString &iconName, QWidget *page)
{
    keepScaled(*page, &QWidget::setMaximumWidth, kGreatestWidth);
    auto *inside = new QWidget;
    inside->setProperty("plain", true);
    auto *row = new QHBoxLayout(inside);
    row->setContentsMargins(Metrics::kSpaceXl, Metrics::kSpaceLg, Metrics::kSpaceXl,
                            Metrics::kSpaceLg);
    row->addWidget(page, 1);
    row->addStretch();
    m_pages->addWidget(new ScrollPage(inside, m_pages));
    m_pageList->addSection(iconName, {});
}

void SettingsPanel::showPage(Page page)
{
    m_pageList->setCurrentSection(page);
}

void SettingsPanel::search(const QString &text)
{
    int first = -1;
    for (int page = 0; page < PageCount; ++page) {
        int shown = 0;
        const QList<SettingGroup *> groups = m_pages->widget(page)->findChildren<SettingGroup *>();
        for (SettingGroup *group : groups)
            shown += group->showMatching(text.trimmed());
        m_pageList->setBadge(page, text.trimmed().isEmpty() ? QString() : Format::count(shown));
        if (shown > 0 && (first < 0 || page == m_pageList->currentSection()))
            first = page;
    }
    m_noMatch->setTitle(tr("No setting matches “%1”").arg(text.trimmed()));
    m_noMatch->setVisible(first < 0);
    m_pages->setVisible(first >= 0);
    if (first >= 0)
        showPage(Page(first));
}

void SettingsPanel::focusFilter()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
}

bool SettingsPanel::stepBack()
{
    if (m_search->text().isEmpty())
        return false;
    m_search->clear();
    return true;
}

QList<QWidget *> SettingsPanel::regions()
{
    return {m_search, m_pageList, m_pages};
}

void SettingsPanel::retranslate()
{
    header().setTitle(tr("Settings"));
    m_search->setPlaceholderText(tr("Search settings"));
    m_search->setAccessibleName(tr("Search settings"));
    m_noMatch->setText(tr("The search looks at names, explanations and keys of the settings."));
    m_pageList->setAccessibleName(tr("Settings pages"));
    m_pageList->setSectionText(Broker, tr("Broker"));
    m_pageList->setSectionText(Clock, tr("Time"));
    m_pageList->setSectionText(Appearance, tr("Appearance"));
}

} // namespace Signalbox
