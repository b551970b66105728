// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/settingspanel.h"

#include "console/panels/appearancepage.h"
#include "console/panels/brokerpage.h"
#include "widgets/card.h"
#include "widgets/metrics.h"
#include "widgets/sectionlist.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPageListWidth = 212;
constexpr int kGreatestWidth = 720;

} // namespace

SettingsPanel::SettingsPanel(ConsoleSettings &settings, OwnBroker &broker, ThemeManager &theme,
                             LanguageSwitch &language, QWidget *parent)
    : Panel(parent)
    , m_pageList(new SectionList(this))
    , m_pages(new QStackedWidget(this))
{
    m_pageList->setPlain(true);
    m_pageList->setFixedWidth(Theme::current().px(kPageListWidth));
    addPage(u"server"_s, new BrokerPage(settings, broker));
    addPage(u"moon"_s, new AppearancePage(settings, theme, language));
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
    column()->addWidget(new Hairline(Qt::Horizontal, this));
    column()->addLayout(row, 1);
    retranslate();
}

void SettingsPanel::addPage(const QString &iconName, QWidget *page)
{
    page->setMaximumWidth(kGreatestWidth);
    auto *inside = new QWidget;
    inside->setProperty("plain", true);
    auto *row = new QHBoxLayout(inside);
    row->setContentsMargins(Metrics::kSpaceXl, Metrics::kSpaceLg, Metrics::kSpaceXl,
                            Metrics::kSpaceLg);
    row->addWidget(page, 1);
    row->addStretch();
    auto *scroll = new QScrollArea(m_pages);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inside);
    m_pages->addWidget(scroll);
    m_pageList->addSection(iconName, {});
}

void SettingsPanel::showPage(Page page)
{
    m_pageList->setCurrentSection(page);
}

QList<QWidget *> SettingsPanel::regions()
{
    return {m_pageList};
}

void SettingsPanel::retranslate()
{
    header().setTitle(tr("Settings"));
    m_pageList->setAccessibleName(tr("Settings pages"));
    m_pageList->setSectionText(Broker, tr("Broker"));
    m_pageList->setSectionText(Appearance, tr("Appearance"));
}

} // namespace Signalbox
