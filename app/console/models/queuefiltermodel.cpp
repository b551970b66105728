// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/queuefiltermodel.h"

#include "console/models/queuelistmodel.h"

namespace Signalbox {

namespace {

bool takes(const QueueListModel &queues, int row, QueueFilterModel::Selection selection)
{
    switch (selection) {
    case QueueFilterModel::Selection::WithBacklog:
        return queues.queueAt(row).counts.ready > 0;
    case QueueFilterModel::Selection::NoReceiver:
        return queues.stateAt(row) == QueueState::NoReceiver;
    case QueueFilterModel::Selection::DeadLetters:
        return queues.takesDeadLetters(queues.queueAt(row).name);
    case QueueFilterModel::Selection::Fifo:
        return queues.queueAt(row).settings.isFifo();
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
    resort(); // Views hear of it once; of invalidateFilter(), once for each run of rows.
}

void QueueFilterModel::setSelection(Selection selection)
{
    m_selection = selection;
    resort();
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
    // By the rows themselves: through QVariant, sorting 10,000 of them could be felt.
    const auto by = [&](const auto &valueOf) {
        const auto first = valueOf(left.row());
        const auto second = valueOf(right.row());
        // What is equal goes by name. What is unknown comes before everything known.
        return first == second ? left.row() < right.row() : first < second;
    };
    const QueueListModel &queues = m_queues;
    const auto counts = [&queues](int row) -> const QueueCounts & {
        return queues.queueAt(row).counts;
    };
    switch (left.column()) {
    case QueueListModel::State:
        return by([&](int row) { return queues.stateAt(row); });
    case QueueListModel::Ready:
        return by([&](int row) { return counts(row).ready; });
    case QueueListModel::InFlight:
        return by([&](int row) { return counts(row).leased; });
    case QueueListModel::Delayed:
        return by([&](int row) { return counts(row).delayed; });
    case QueueListModel::Oldest:
        return by([&](int row) { return queues.oldestAgeMsAt(row); });
    case QueueListModel::InPerS:
        return by([&](int row) { return queues.queueAt(row).inPerS; });
    case QueueListModel::OutPerS:
        return by([&](int row) { return queues.queueAt(row).outPerS; });
    case QueueListModel::Visibility:
        return by([&](int row) { return queues.queueAt(row).settings.visibilityTimeout; });
    case QueueListModel::Retention:
        return by([&](int row) { return queues.queueAt(row).settings.retention; });
    case QueueListModel::Created:
        return by([&](int row) { return queues.queueAt(row).createdAtMs; });
    case QueueListModel::DeadLetters:
        return by([&](int row) { return queues.queueAt(row).settings.deadLetters.targetQueue; });
    case QueueListModel::Backlog:
        return by([&](int row) { return counts(row).total(); });
    default:
        return left.row() < right.row();
    }
}

} // namespace Signalbox
