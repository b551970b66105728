// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/queuefiltermodel.h"

#include "console/models/queuelistmodel.h"
#include "widgets/table/tableroles.h"

namespace Signalbox {

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

void QueueFilterModel::setBacklogOnly(bool backlogOnly)
{
    m_backlogOnly = backlogOnly;
    invalidateFilter();
}

void QueueFilterModel::resort()
{
    invalidate();
}

bool QueueFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    const Admin::QueueRow &queue = m_queues.queueAt(sourceRow);
    return (!m_backlogOnly || queue.counts.ready > 0)
        && queue.name.contains(m_text, Qt::CaseInsensitive);
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
