// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/busiestcard.h"

#include "console/models/busiestqueuesmodel.h"
#include "console/models/queuelistmodel.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/table/datatable.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace Signalbox {

using namespace std::chrono_literals;

namespace {

constexpr auto kRankEvery = 10s;

} // namespace

BusiestCard::BusiestCard(QueueListModel &queues, QWidget *parent)
    : Card(parent)
    , m_model(new BusiestQueuesModel(queues, this))
    , m_title(new TextLabel(TextRole::CardTitle, {}, this))
    , m_pages(new QStackedWidget(this))
    , m_table(new DataTable(m_pages))
    , m_none(new TextLabel(TextRole::Body, Token::Text2, {}, m_pages))
{
    m_table->setModel(m_model);
    m_table->setRowKind(DataTable::RowKind::Tight);
    m_table->setEdgePadding(0);
    m_table->setColumns(QueueListModel::columns());
    m_table->setSortingEnabled(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_none);
    body()->addWidget(m_title);
    body()->addWidget(m_pages);
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        emit queueOpened(index.siblingAtColumn(QueueListModel::Name).data().toString());
    });
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, change, this, &BusiestCard::showRows);
    m_rankAgain.setInterval(kRankEvery);
    connect(&m_rankAgain, &QTimer::timeout, this, [this] {
        if (isVisible() && !m_table->underMouse())
            rank();
    });
    m_rankAgain.start();
    themeChanged();
    languageChanged();
    showRows();
}

void BusiestCard::rank()
{
    m_model->rank();
    showRows();
}

void BusiestCard::showRows()
{
    m_pages->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget *>(m_table) : m_none);
}

void BusiestCard::showEvent(QShowEvent *event)
{
    Card::showEvent(event);
    rank();
}

void BusiestCard::themeChanged()
{
    Card::themeChanged();
    // As high as it ever gets, so that the charts above keep their height.
    m_pages->setFixedHeight(Theme::current().px(
        Metrics::kTableHeader + BusiestQueuesModel::kMostQueues * Metrics::kRowTight));
}

void BusiestCard::languageChanged()
{
    m_title->setText(tr("Busiest queues"));
    m_table->setAccessibleName(tr("Busiest queues"));
    m_none->setText(tr("No messages come or go."));
}

} // namespace Signalbox
