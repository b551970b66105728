// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/activitypanel.h"

#include "console/panels/requestspage.h"
#include "console/panels/trashpage.h"
#include "widgets/card.h"
#include "widgets/metrics.h"
#include "widgets/scaledsize.h"
#include "widgets/searchfield.h"
#include "widgets/tabstrip.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Signalbox {

namespace {

constexpr int kSearchWidth = 300;

} // namespace

ActivityPanel::ActivityPanel(const Workspace &workspace, QWidget *parent)
    : Panel(parent)
    , m_workspace(workspace)
    , m_search(new SearchField({}, this))
    , m_tabs(new TabStrip(this))
    , m_pages(new QStackedWidget(this))
    , m_requests(new RequestsPage(workspace, m_pages))
    , m_trash(new TrashPage(workspace, m_pages))
{
    keepScaled(*m_search, &QWidget::setFixedWidth, kSearchWidth);
    header().addAction(m_search);
    m_tabs->addTab({});
    m_tabs->addTab({});
    m_tabs->setDrawBase(false); // The line below them goes from edge to edge.
    m_pages->addWidget(m_requests);
    m_pages->addWidget(m_trash);
    auto *tabs = new QHBoxLayout;
    tabs->setContentsMargins(Metrics::kPageMargin - TabStrip::kInset, 0, Metrics::kPageMargin, 0);
    tabs->addWidget(m_tabs);
    tabs->addStretch();
    column()->addLayout(tabs);
    column()->addWidget(new Hairline(Qt::Horizontal, this));
    column()->addWidget(m_pages, 1);

    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_pages->setCurrentIndex(tab);
        m_search->setVisible(tab == Requests);
    });
    connect(m_search, &SearchField::searchChanged, m_requests, &RequestsPage::setFilter);
    connect(m_requests, &RequestsPage::filterCleared, m_search, &QLineEdit::clear);
    connect(m_trash, &TrashPage::countChanged, this, [this](int entries) {
        m_tabs->setCount(Trash, entries > 0 ? std::optional<qint64>(entries) : std::nullopt);
    });
    m_tabs->addShortcuts(*this);
    retranslate();
    m_trash->refresh(); // for the count on its tab
}

ActivityPanel::~ActivityPanel() = default;

bool ActivityPanel::isTrashShown() const
{
    return m_tabs->currentIndex() == Trash;
}

void ActivityPanel::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

void ActivityPanel::showRefusals(const QString &accessKeyId)
{
    showTab(Requests);
    m_search->setText(accessKeyId);
    m_requests->showRefused();
}

Feed *ActivityPanel::liveFeed()
{
    return isTrashShown() ? &m_trash->feed() : &m_requests->feed();
}

void ActivityPanel::refresh()
{
    m_requests->refresh();
    m_trash->refresh();
}

void ActivityPanel::focusFilter()
{
    if (m_search->isVisible())
        m_search->setFocus(Qt::ShortcutFocusReason);
}

void ActivityPanel::deleteSelected()
{
    if (isTrashShown())
        m_trash->deleteSelected();
}

QString ActivityPanel::idToCopy() const
{
    return isTrashShown() ? QString() : m_requests->idToCopy();
}

bool ActivityPanel::stepBack()
{
    if (isTrashShown())
        return false;
    if (m_requests->stepBack())
        return true;
    if (m_search->text().isEmpty())
        return false;
    m_search->clear();
    return true;
}

QList<QWidget *> ActivityPanel::regions()
{
    QList<QWidget *> all{m_tabs};
    all += isTrashShown() ? m_trash->regions() : m_requests->regions();
    return all;
}

void ActivityPanel::retranslate()
{
    header().setTitle(tr("Activity"));
    m_search->setPlaceholderText(tr("Request ID, queue, key, address"));
    m_search->setAccessibleName(tr("Search in requests"));
    m_tabs->setAccessibleName(tr("Parts of the activity"));
    m_tabs->setTabText(Requests, tr("Requests"));
    m_tabs->setTabText(Trash, tr("Trash"));
}

} // namespace Signalbox
