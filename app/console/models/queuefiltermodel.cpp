// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/queuefiltermodel.h"

#include "console/models/queuelistmodel.h"

#include <algorithm>
#include <chrono>
#include <iterator>

namespace Signalbox {

using namespace std::chrono_literals;

namespace {

/// How long a list stands still for somebody who moved the pointer over it.
constexpr auto kStill = 3s;
/// Beyond so many rows that come or go, views are told that the whole list is another.
constexpr qsizetype kMostSteps = 64;

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
    : QAbstractProxyModel(parent)
    , m_queues(queues)
{
    setSourceModel(&queues);
    connect(&queues, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { takeInserted(first, last); });
    connect(&queues, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { takeOut(first, last); });
    connect(&queues, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { takeRemoved(first, last); });
    connect(&queues, &QAbstractItemModel::dataChanged, this, &QueueFilterModel::takeChanged);
    connect(&queues, &QAbstractItemModel::headerDataChanged, this,
            &QAbstractItemModel::headerDataChanged);
    m_still.setSingleShot(true);
    m_still.setInterval(kStill);
    connect(&m_still, &QTimer::timeout, this, &QueueFilterModel::letGo);
    resort();
}

QueueFilterModel::~QueueFilterModel() = default;

void QueueFilterModel::setNameFilter(const QString &text)
{
    m_text = text.trimmed();
    resort();
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

void QueueFilterModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    resort();
}

void QueueFilterModel::resort()
{
    m_still.stop();
    QList<int> rows;
    for (int queue = 0; queue < m_queues.rowCount(); ++queue) {
        if (accepts(queue))
            rows.append(queue);
    }
    std::ranges::stable_sort(rows, [this](int left, int right) { return isAbove(left, right); });
    setRows(rows); // Views hear of it once, not once for each run of rows.
}

void QueueFilterModel::holdStill()
{
    m_still.start();
}

void QueueFilterModel::letGo()
{
    m_still.stop();
    follow(0, m_queues.rowCount() - 1);
}

bool QueueFilterModel::accepts(int queueRow) const
{
    return takes(m_queues, queueRow, m_selection)
        && m_queues.queueAt(queueRow).name.contains(m_text, Qt::CaseInsensitive);
}

bool QueueFilterModel::isAbove(int left, int right) const
{
    return m_sortOrder == Qt::AscendingOrder ? isLess(left, right) : isLess(right, left);
}

void QueueFilterModel::takeInserted(int first, int last)
{
    const int count = last - first + 1;
    for (int &queue : m_rows)
        queue += queue >= first ? count : 0;
    m_places.insert(first, count, -1);
    follow(first, last);
}

void QueueFilterModel::takeOut(int first, int last)
{
    drop([first, last](int queue) { return queue >= first && queue <= last; });
}

void QueueFilterModel::takeRemoved(int first, int last)
{
    const int count = last - first + 1;
    m_places.remove(first, count);
    for (int &queue : m_rows)
        queue -= queue > last ? count : 0;
}

void QueueFilterModel::takeChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight)
{
    // Ages grow every second; no row comes or goes for that.
    if (topLeft.column() <= QueueListModel::State)
        follow(topLeft.row(), bottomRight.row());
    int first = int(m_rows.size());
    int last = -1;
    for (int queue = topLeft.row(); queue <= bottomRight.row(); ++queue) {
        if (const int place = m_places.at(queue); place >= 0) {
            first = std::min(first, place);
            last = std::max(last, place);
        }
    }
    if (last >= 0)
        emit dataChanged(index(first, topLeft.column()), index(last, bottomRight.column()));
}

void QueueFilterModel::follow(int first, int last)
{
    if (m_still.isActive())
        return;
    QList<int> joining;
    qsizetype leaving = 0;
    for (int queue = first; queue <= last; ++queue) {
        const bool isShown = m_places.at(queue) >= 0;
        if (accepts(queue) == isShown)
            continue;
        if (isShown)
            ++leaving;
        else
            joining.append(queue);
    }
    const auto leaves = [=, this](int queue) {
        return queue >= first && queue <= last && !accepts(queue);
    };
    const auto above = [this](int left, int right) { return isAbove(left, right); };
    std::ranges::stable_sort(joining, above);
    if (joining.size() + leaving <= kMostSteps) {
        if (leaving > 0)
            drop(leaves);
        return add(joining);
    }
    QList<int> staying = m_rows;
    staying.removeIf(leaves);
    QList<int> rows;
    std::ranges::merge(staying, joining, std::back_inserter(rows), above);
    setRows(rows);
}

void QueueFilterModel::add(const QList<int> &joining)
{
    const auto above = [this](int left, int right) { return isAbove(left, right); };
    int from = 0;
    for (qsizetype i = 0; i < joining.size();) {
        const int at =
            int(std::lower_bound(m_rows.cbegin() + from, m_rows.cend(), joining.at(i), above)
                - m_rows.cbegin());
        qsizetype count = 1;
        while (i + count < joining.size()
               && (at == m_rows.size() || above(joining.at(i + count), m_rows.at(at))))
            ++count;
        beginInsertRows({}, at, at + int(count) - 1);
        m_rows = m_rows.first(at) + joining.sliced(i, count) + m_rows.sliced(at);
        findPlaces();
        endInsertRows();
        from = at + int(count);
        i += count;
    }
}

template <typename Goes>
void QueueFilterModel::drop(Goes goes)
{
    int last = int(m_rows.size()) - 1;
    while (last >= 0) {
        if (!goes(m_rows.at(last))) {
            --last;
            continue;
        }
        int first = last;
        while (first > 0 && goes(m_rows.at(first - 1)))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.remove(first, last - first + 1);
        findPlaces();
        endRemoveRows();
        last = first - 1;
    }
}

void QueueFilterModel::setRows(const QList<int> &queueRows)
{
    emit layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    const QList<int> shownBefore = m_rows;
    m_rows = queueRows;
    findPlaces();
    QModelIndexList after;
    for (const QModelIndex &known : before) {
        const int place = m_places.at(shownBefore.at(known.row()));
        after.append(place < 0 ? QModelIndex() : index(place, known.column()));
    }
    changePersistentIndexList(before, after);
    emit layoutChanged();
}

void QueueFilterModel::findPlaces()
{
    m_places.fill(-1, m_queues.rowCount());
    for (int row = 0; row < m_rows.size(); ++row)
        m_places[m_rows.at(row)] = row;
}

QModelIndex QueueFilterModel::mapToSource(const QModelIndex &index) const
{
    return index.isValid() ? m_queues.index(m_rows.at(index.row()), index.column()) : QModelIndex();
}

QModelIndex QueueFilterModel::mapFromSource(const QModelIndex &index) const
{
    const int place = index.isValid() ? m_places.at(index.row()) : -1;
    return place < 0 ? QModelIndex() : createIndex(place, index.column());
}

QModelIndex QueueFilterModel::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex QueueFilterModel::parent(const QModelIndex &) const
{
    return {};
}

int QueueFilterModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int QueueFilterModel::columnCount(const QModelIndex &parent) const
{
    return m_queues.columnCount(parent);
}

QVariant QueueFilterModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_queues.headerData(section, orientation, role); // Also without rows.
}

bool QueueFilterModel::isLess(int left, int right) const
{
    // By the rows themselves: through QVariant, sorting 10,000 of them could be felt.
    const auto by = [&](const auto &valueOf) {
        const auto first = valueOf(left);
        const auto second = valueOf(right);
        // What is equal goes by name. What is unknown comes before everything known.
        return first == second ? left < right : first < second;
    };
    const QueueListModel &queues = m_queues;
    const auto counts = [&queues](int row) -> const QueueCounts & {
        return queues.queueAt(row).counts;
    };
    switch (m_sortColumn) {
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
        return left < right;
    }
}

} // namespace Signalbox
