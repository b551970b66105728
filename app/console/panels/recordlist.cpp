// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/recordlist.h"

#include "console/brokerconnection.h"
#include "console/feeds/retrywhenlate.h"
#include "console/feeds/runwhileshown.h"
#include "console/inspectorwalk.h"
#include "console/models/newestfirstmodel.h"
#include "console/panels/newerbar.h"
#include "console/settings.h"
#include "widgets/emptystate.h"
#include "widgets/inspector.h"
#include "widgets/inspectorsplit.h"
#include "widgets/metrics.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/table/datatable.h"

#include <QHBoxLayout>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

namespace Signalbox {

RecordList::RecordList(const Workspace &workspace, const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_layoutKey(parts.layoutKey)
    , m_feed(parts.feed)
    , m_records(parts.records)
    , m_shown(parts.shown)
    , m_inspector(parts.inspector)
    , m_segments(new SegmentedControl(this))
    , m_tools(new QHBoxLayout)
    , m_newer(new NewerBar(this))
    , m_pages(new ListPages(parts.iconName, this))
{
    for (int i = 0; i < parts.segments; ++i)
        m_segments->addSegment({});
    table().setModel(&m_shown);
    table().setRowKind(DataTable::RowKind::TwoLine);
    table().setSelectionMode(QAbstractItemView::SingleSelection);
    table().setColumns(parts.columns);
    table().restoreLayout(m_workspace.settings.viewState(m_layoutKey));
    setFocusProxy(&table());

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new InspectorSplit(buildList(), &m_inspector, this));
    followFeed();
}

RecordList::~RecordList()
{
    m_workspace.settings.setViewState(m_layoutKey, table().saveLayout());
}

QWidget *RecordList::buildList()
{
    m_tools->setContentsMargins(Metrics::kPageMargin, Metrics::kSpaceMd, Metrics::kPageMargin,
                                Metrics::kSpaceMd);
    m_tools->setSpacing(Metrics::kSpaceSm);
    m_tools->addWidget(m_segments);
    auto *list = new QWidget(this);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_tools);
    column->addWidget(m_newer);
    column->addWidget(m_pages, 1);

    connect(m_newer, &NewerBar::requested, this, &RecordList::refresh);
    connect(&table(), &DataTable::selectedCountChanged, this, &RecordList::inspect);
    connect(table().verticalScrollBar(), &QAbstractSlider::valueChanged, this,
            [this](int value) { m_records.setHeld(value > 0); });
    connect(&m_inspector, &Inspector::closeRequested, &table(), &QAbstractItemView::clearSelection);
    letWalk(m_inspector, table());
    return list;
}

void RecordList::followFeed()
{
    connect(&m_feed, &Feed::updated, this, [this] {
        m_isKnown = true;
        emit updated();
    });
    connect(&m_records, &NewestFirstModelBase::waitingCountChanged, this,
            [this] { m_newer->setNewer(m_records.waitingCount(), false); });
    runWhileShown(m_feed, *this, m_workspace.connection);
    retryWhenLate(table(), m_workspace.connection, [this] { m_feed.retry(); });
    table().setLoading(true);
}

ListPages::Page RecordList::showWhatFits(int all, const QList<int> &counts)
{
    for (int i = 0; i < counts.size(); ++i)
        m_segments->setCount(i, m_isKnown ? std::optional<qint64>(counts.at(i)) : std::nullopt);
    return m_pages->showWhatFits(m_isKnown, all, m_shown.rowCount());
}

int RecordList::selectedRow() const
{
    const QModelIndexList rows = table().selectedRowsInOrder();
    return rows.isEmpty() ? -1 : rowOf(rows.constFirst());
}

int RecordList::rowOf(const QModelIndex &index) const
{
    return m_shown.mapToSource(index).row();
}

void RecordList::inspect()
{
    const int row = selectedRow();
    if (row >= 0)
        emit inspected(row);
    m_inspector.setVisible(row >= 0);
}

void RecordList::refresh()
{
    m_records.takeWaiting();
    table().scrollToTop();
    m_feed.refresh();
}

bool RecordList::clearSelection()
{
    if (selectedRow() < 0)
        return false;
    table().clearSelection();
    return true;
}

QList<QWidget *> RecordList::regions() const
{
    return {m_segments, &table(), &none(), &m_inspector};
}

} // namespace Signalbox
