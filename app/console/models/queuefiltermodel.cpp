// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/queuefiltermodel.h"

#include "console/models/queuelistmodel.h"
#include "widgets/table/tableroles.h"

namespace Signalbox {

namespace {

bool takes(const QueueListModel &queues, int row, QueueFilterModel::Selection selection)
{
    switch (selection) {
    case QueueFilterModel::Selection::WithBacklog:
        return queues.queueAt(row).counts.ready > 0;
    case QueueFilterModel::Selection::NoReceiver:
        return queues.stateAt(row) == QueueState::NoReceiver;
    case QueueFilterModel::Selection::All:
        break;
    }
    return true;
}

} // namespace

QueueFilterModel::QueueFilterModel(QueueListModel &queues, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_queues(queues)
{
    setSortRole(TableRole::Sort);
    setDynamicSortFilter(false);
    setSourceModel(&queues);
    sort(QueueListModel::Name);
    // A new queue takes its place at once; one whose numbers change keeps the place it has.
    m_resortSoon.setSingleShot(true);
    connect(&m_resortSoon, &QTimer::timeout, this, &QueueFilterModel::resort);
    connect(&queues, &QAbstractItemModel::rowsInserted, &m_resortSoon, qOverload<>(&QTimer::start));
}

void QueueFilterModel::setNameFilter(const QString &text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

void QueueFilterModel::setSelection(Selection selection)
{
    m_selection = selection;
    invalidateFilter();
}

int QueueFilterModel::count(const QueueListModel &queues, Selection selection)
{
    int count = 0;
    for (int row = 0; row < queues.rowCount(); ++row)
        count += takes(queues, row, selection);
    return count;
}

void QueueFilterModel::resort()
{
    invalidate();
}

bool QueueFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    return takes(m_queues, sourceRow, m_selection)
        && m_queues.queueAt(sourceRow).name.contains(m_text, Qt::CaseInsensitive);
}

bool QueueFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant first = left.data(TableRole::Sort);
    const QVariant second = right.data(TableRole::Sort);
    // What is unknown or equal goes by name.
    if (first == second || !first.isValid() || !second.isValid()) {
        if (first.isValid() != second.isValid())
            return !first.isValid();
        return left.row() < right.row();
    }
    return QSortFilterProxyModel::lessThan(left, right);
}

} // namespace Signalbox
