// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/tabbedpanel.h"

#include "console/panels/paneltab.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/emptystate.h"
#include "widgets/metrics.h"
#include "widgets/tabstrip.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Signalbox {

TabbedPanel::TabbedPanel(int tabs, QWidget *parent)
    : Panel(parent)
    , m_tabs(new TabStrip(this))
    , m_pages(new QStackedWidget(this))
    , m_views(tabs, nullptr)
    , m_gone(new EmptyState(m_pages))
    , m_back(new Button({}, ButtonKind::Primary, {}, m_gone))
{
    for (int tab = 0; tab < tabs; ++tab)
        m_tabs->addTab({});
    m_tabs->setDrawBase(false); // The line below them goes from edge to edge.
    m_pages->addWidget(m_gone);
    m_gone->setIconName(QStringLiteral("trash-2"));
    m_gone->addAction(m_back);
    connect(&header(), &PanelHeader::crumbClicked, this, &TabbedPanel::closed);
    connect(m_back, &QPushButton::clicked, this, &TabbedPanel::closed);
    connect(m_tabs, &QTabBar::currentChanged, this, &TabbedPanel::showWhatFits);
    m_tabs->addShortcuts(*this);
    connect(m_tabs, &TabStrip::walked, this, [this] { currentTab()->takeFocus(); });

    auto *strip = new QHBoxLayout;
    strip->setContentsMargins(Metrics::kPageMargin - TabStrip::kInset, 0, Metrics::kPageMargin, 0);
    strip->addWidget(m_tabs);
    column()->addLayout(strip);
    column()->addWidget(new Hairline(Qt::Horizontal, this));
    column()->addWidget(m_pages, 1);
}

PanelTab *TabbedPanel::currentTab()
{
    const int tab = m_tabs->currentIndex();
    PanelTab *&view = m_views[tab];
    if (!view) {
        view = makeTab(tab, m_pages);
        m_pages->addWidget(view);
        connect(view, &PanelTab::countChanged, this,
                [this, tab](qint64 count) { m_tabs->setCount(tab, count); });
    }
    return view;
}

void TabbedPanel::showWhatFits()
{
    const bool there = isThere();
    m_tabs->setEnabled(there);
    m_pages->setCurrentWidget(there ? static_cast<QWidget *>(currentTab()) : m_gone);
}

void TabbedPanel::setGoneTexts(const QString &title, const QString &text, const QString &back)
{
    m_gone->setTitle(title);
    m_gone->setText(text);
    m_back->setText(back);
}

void TabbedPanel::takeFocus()
{
    currentTab()->takeFocus();
}

Feed *TabbedPanel::liveFeed()
{
    Feed *own = currentTab()->liveFeed();
    return own ? own : &feed();
}

void TabbedPanel::refresh()
{
    currentTab()->refresh();
}

void TabbedPanel::focusFilter()
{
    currentTab()->focusFilter();
}

void TabbedPanel::deleteSelected()
{
    currentTab()->deleteSelected();
}

QString TabbedPanel::idToCopy() const
{
    const PanelTab *tab = m_views.at(m_tabs->currentIndex());
    return tab ? tab->idToCopy() : QString();
}

bool TabbedPanel::stepBack()
{
    if (!currentTab()->stepBack())
        emit closed();
    return true;
}

QList<QWidget *> TabbedPanel::regions()
{
    return QList<QWidget *>{m_tabs} + currentTab()->regions();
}

void TabbedPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    takeFocus();
}

} // namespace Signalbox
