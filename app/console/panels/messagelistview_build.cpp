// SPDX-License-Identifier: GPL-3.0-only
#include "console/brokerconnection.h"
#include "console/feeds/retrywhenlate.h"
#include "console/models/messagelistmodel.h"
#include "console/notices.h"
#include "console/panels/messagelistview.h"
#include "console/panels/messagetools.h"
#include "console/panels/newerbar.h"
#include "console/panels/searchprogress.h"
#include "console/searchjob.h"
#include "console/settings.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/emptystate.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/table/datatable.h"
#include "widgets/table/selectionbar.h"

#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

// How the view is put together, and what it listens to.

namespace Signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kTailBatch = 250ms;
constexpr auto kScrollPause = 200ms;

} // namespace

void MessageListView::buildTools()
{
    connect(m_tools, &MessageTools::stateChosen, this, [this] {
        m_table->setLoading(true);
        m_model->setState(m_tools->state());
        showWhatFits();
    });
    connect(m_tools, &MessageTools::searchChanged, this, [this](const QString &text) {
        m_table->setLoading(true);
        m_model->setSearch(text.trimmed());
        showWhatFits();
    });
    connect(m_tools, &MessageTools::tailToggled, this, &MessageListView::setTailing);
    m_tailTimer.setInterval(kTailBatch);
    connect(&m_tailTimer, &QTimer::timeout, this, &MessageListView::tail);

    m_selectionBar->addButton(m_redriveMany);
    m_redriveMany->setVisible(m_look == Look::DeadLetters);
    m_selectionBar->addButton(m_moveMany);
    m_selectionBar->addButton(m_deleteMany);
    m_selectionBar->hide();
    connect(m_selectionBar, &SelectionBar::clearRequested, m_table,
            &QAbstractItemView::clearSelection);
    connect(m_redriveMany, &QPushButton::clicked, this,
            [this] { emit redriveRequested(selectedIds()); });
    connect(m_moveMany, &QPushButton::clicked, this, [this] { emit moveRequested(selectedIds()); });
    connect(m_deleteMany, &QPushButton::clicked, this,
            [this] { emit deleteRequested(selectedIds()); });
    connect(m_newer, &NewerBar::requested, this, &MessageListView::showNewer);
    connect(m_progress, &SearchProgress::stopRequested, m_model, &MessageListModel::stopSearch);
}

void MessageListView::buildTable()
{
    const bool isOfDeadLetters = m_look == Look::DeadLetters;
    m_table->setModel(m_model);
    m_table->setColumns({
        {.kind = CellKind::State, .width = 112, .sortable = false},
        {.kind = CellKind::Mono, .width = 98, .sortable = false},
        {.kind = CellKind::Number, .width = 116, .sortable = false},
        {.kind = CellKind::Number,
         .width = 84,
         .givesWay = isOfDeadLetters ? 2 : 4, // Elsewhere it warns of the next dead letter.
         .sortable = false},
        {.kind = CellKind::Number,
         .width = 108,
         .givesWay = isOfDeadLetters ? 1 : 0,
         .sortable = false},
        {.kind = CellKind::Number, .width = 74, .givesWay = 1, .sortable = false},
        {.kind = CellKind::Number, .width = 74, .givesWay = 3, .sortable = false, .optional = true},
        {.width = 120,
         .givesWay = 3,
         .quiet = true,
         .sortable = false,
         .optional = m_look != Look::Fifo},
        {.width = 160, .givesWay = 3, .quiet = true, .sortable = false, .optional = true},
        {.width = 150,
         .givesWay = isOfDeadLetters ? 0 : 3,
         .quiet = true,
         .sortable = false,
         .optional = !isOfDeadLetters},
        {.kind = CellKind::Mono, .width = 100, .stretch = true, .quiet = true, .sortable = false},
    });
    m_table->restoreLayout(m_workspace.settings.viewState(viewName()));
    connect(m_table, &DataTable::selectedCountChanged, this, &MessageListView::showSelection);
    m_checkSoon.setSingleShot(true);
    m_checkSoon.setInterval(kScrollPause);
    connect(&m_checkSoon, &QTimer::timeout, this, [this] {
        if (!m_workspace.connection.isPaused())
            check();
    });
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, &m_checkSoon,
            qOverload<>(&QTimer::start));
    connect(m_table, &DataTable::rowMenuRequested, this,
            [this](const QModelIndex &index, const QPoint &position) {
                emit menuRequested(index.row(), position);
            });
    retryWhenLate(*m_table, m_workspace.connection, [this] { m_model->reload(); });
    connect(m_sendFirst, &QPushButton::clicked, this, [this] { emit sendRequested(); });
    connect(m_clearSearch, &QPushButton::clicked, m_tools, &MessageTools::clearSearch);
}

void MessageListView::layOut()
{
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_empty);
    m_empty->addAction(m_sendFirst);
    m_empty->addAction(m_clearSearch);
    m_footer->setContentsMargins(Metrics::kPageMargin, Metrics::kSpaceSm, Metrics::kPageMargin,
                                 Metrics::kSpaceSm);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tools);
    column->addWidget(m_selectionBar);
    column->addWidget(m_progress);
    column->addWidget(m_newer);
    column->addWidget(m_pages, 1);
    column->addWidget(new Hairline(Qt::Horizontal, this));
    column->addWidget(m_footer);
}

void MessageListView::followModel()
{
    connect(m_model, &MessageListModel::loaded, this, [this] {
        showWhatFits();
        if (!m_toSelect.isEmpty())
            select(std::exchange(m_toSelect, {}));
    });
    connect(m_model, &MessageListModel::failed, this, &MessageListView::showError);
    connect(m_model, &MessageListModel::searched, this, [this] {
        followSearch();
        showSearch();
    });
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &MessageListView::showWhatFits);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &MessageListView::showSelection);
    connect(m_model, &MessageListModel::newerCountChanged, this, [this](int newer) {
        // Where nothing is shown nothing can jump.
        if (newer > 0 && m_model->rowCount() == 0)
            m_model->reload();
        else
            m_newer->setNewer(newer, newer >= MessageListModel::kPage);
    });
}

void MessageListView::followQueue()
{
    BrokerConnection &connection = m_workspace.connection;
    connect(&connection.queueFeed(), &Feed::updated, this, [this] {
        showCounts();
        if (isVisible())
            check();
    });
    connect(&connection.status(), &Feed::updated, this,
            [this] { m_model->setBrokerNow(m_workspace.connection.status().brokerNowMs()); });
    connect(&m_workspace.notices, &Notices::restored, m_model, [this](const QString &name) {
        if (name == m_queueName)
            m_model->reload();
    });
}

void MessageListView::languageChanged()
{
    m_redriveMany->setText(tr("Redrive…"));
    m_moveMany->setText(tr("Move…"));
    m_deleteMany->setText(tr("Delete"));
    m_sendFirst->setText(tr("Send message…"));
    m_clearSearch->setText(tr("Clear search"));
    m_table->setAccessibleName(tr("Messages"));
    m_model->retranslate();
    showCounts();
    showWhatFits();
}

} // namespace Signalbox
