// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/queuelistmodel.h"

#include "widgets/format.h"
#include "widgets/table/tableroles.h"

#include <QDateTime>

#include <algorithm>
#include <chrono>
#include <utility>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

bool byName(const Admin::QueueRow &left, const Admin::QueueRow &right)
{
    return left.name < right.name;
}

} // namespace

/// Neighbouring rows that changed, of which views are told together.
class QueueListModel::RowRun
{
public:
    explicit RowRun(QueueListModel &model)
        : m_model(model)
    {
    }

    void add(int row)
    {
        if (m_first >= 0 && row != m_last + 1)
            tell();
        if (m_first < 0)
            m_first = row;
        m_last = row;
    }
    void tell()
    {
        if (m_first >= 0) {
            emit m_model.dataChanged(m_model.index(m_first, 0),
                                     m_model.index(m_last, ColumnCount - 1));
        }
        m_first = -1;
    }

private:
    QueueListModel &m_model;
    int m_first = -1;
    int m_last = -1;
};

QueueListModel::QueueListModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void QueueListModel::replaceAll(const QList<Admin::QueueRow> &rows)
{
    if (m_entries.isEmpty() && !rows.isEmpty()) {
        beginInsertRows({}, 0, int(rows.size()) - 1);
        for (const Admin::QueueRow &queue : rows)
            m_entries.append(entryOf(queue, nullptr));
        endInsertRows();
        findDeadLetterQueues();
        return;
    }
    QStringList gone;
    auto fresh = rows.cbegin();
    for (const Entry &entry : std::as_const(m_entries)) {
        fresh = std::lower_bound(fresh, rows.cend(), entry.queue, byName);
        if (fresh == rows.cend() || fresh->name != entry.queue.name)
            gone.append(entry.queue.name);
    }
    merge(rows, gone);
}

void QueueListModel::merge(const QList<Admin::QueueRow> &rows, const QStringList &removed)
{
    remove(removed);
    // Views are told of neighbours together: one by one, thousands of rows take seconds.
    RowRun changed(*this);
    int row = 0;
    for (auto fresh = rows.cbegin(); fresh != rows.cend();) {
        const auto at =
            std::lower_bound(m_entries.cbegin() + row, m_entries.cend(), fresh->name, isBefore);
        row = int(at - m_entries.cbegin());
        if (at != m_entries.cend() && at->queue.name == fresh->name) {
            if (at->queue != *fresh) {
                m_entries[row] = entryOf(*fresh, &m_entries.at(row));
                changed.add(row);
            }
            ++fresh;
            ++row;
            continue;
        }
        auto last = fresh + 1;
        while (last != rows.cend() && (at == m_entries.cend() || last->name < at->queue.name))
            ++last;
        changed.tell();
        insert(row, fresh, last);
        row += int(last - fresh);
        fresh = last;
    }
    changed.tell();
    findDeadLetterQueues();
}

void QueueListModel::setPushDeadLetterQueues(const QSet<QString> &names)
{
    m_pushDeadLetterQueues = names;
    findDeadLetterQueues();
}

void QueueListModel::findDeadLetterQueues()
{
    QSet<QString> names = m_pushDeadLetterQueues;
    for (const Entry &entry : std::as_const(m_entries)) {
        const QString &target = entry.queue.settings.deadLetters.targetQueue;
        if (!target.isEmpty())
            names.insert(target);
    }
    if (names == m_deadLetterQueues)
        return;
    const QSet<QString> before = std::exchange(m_deadLetterQueues, names);
    RowRun changed(*this);
    for (int row = 0; row < m_entries.size(); ++row) {
        const QString &name = m_entries.at(row).queue.name;
        if (before.contains(name) != names.contains(name)) {
            m_entries[row].state = stateOf(m_entries.at(row));
            changed.add(row);
        }
    }
    changed.tell();
}

void QueueListModel::updateStates()
{
    RowRun changed(*this);
    for (int row = 0; row < m_entries.size(); ++row) {
        if (const QueueState state = stateOf(m_entries.at(row)); state != m_entries.at(row).state) {
            m_entries[row].state = state;
            changed.add(row);
        }
    }
    changed.tell();
}

void QueueListModel::insert(int row, QList<Admin::QueueRow>::const_iterator first,
                            QList<Admin::QueueRow>::const_iterator last)
{
    const auto count = last - first;
    beginInsertRows({}, row, row + int(count) - 1);
    m_entries.insert(row, count, {});
    for (auto fresh = first; fresh != last; ++fresh)
        m_entries[row++] = entryOf(*fresh, nullptr);
    endInsertRows();
}

void QueueListModel::remove(const QStringList &names)
{
    QList<int> rows;
    for (const QString &name : names) {
        if (const int row = rowOf(name); row >= 0)
            rows.append(row);
    }
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    while (!rows.isEmpty()) {
        const int last = rows.takeLast();
        int first = last;
        while (!rows.isEmpty() && rows.constLast() == first - 1)
            first = rows.takeLast();
        beginRemoveRows({}, first, last);
        m_entries.remove(first, last - first + 1);
        endRemoveRows();
    }
}

QueueListModel::Entry QueueListModel::entryOf(const Admin::QueueRow &queue,
                                              const Entry *before) const
{
    Entry entry;
    entry.queue = queue;
    if (queue.inPerS > queue.outPerS)
        entry.inAboveOutSinceMs =
            before && before->inAboveOutSinceMs != 0 ? before->inAboveOutSinceMs : m_nowMs;
    entry.state = stateOf(entry);
    return entry;
}

void QueueListModel::setSurroundings(qint64 brokerNowMs, bool writesStopped)
{
    m_nowMs = brokerNowMs;
    m_writesStopped = writesStopped;
    updateStates();
    const bool hasAges = std::ranges::any_of(
        m_entries, [](const Entry &entry) { return entry.queue.oldestReadyMs.has_value(); });
    if (hasAges)
        emit dataChanged(index(0, Oldest), index(int(m_entries.size()) - 1, Oldest));
}

QueueCounts QueueListModel::totals() const
{
    QueueCounts sum;
    for (const Entry &entry : m_entries) {
        sum.ready += entry.queue.counts.ready;
        sum.leased += entry.queue.counts.leased;
        sum.delayed += entry.queue.counts.delayed;
        sum.blocked += entry.queue.counts.blocked;
    }
    return sum;
}

int QueueListModel::countNeedingAttention() const
{
    return int(std::ranges::count_if(
        m_entries, [](const Entry &entry) { return needsAttention(entry.state); }));
}

int QueueListModel::rowOf(const QString &name) const
{
    const auto at = std::lower_bound(m_entries.cbegin(), m_entries.cend(), name, isBefore);
    return at != m_entries.cend() && at->queue.name == name ? int(at - m_entries.cbegin()) : -1;
}

int QueueListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int QueueListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

void QueueListModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_entries.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_entries.size()) - 1, ColumnCount - 1));
}

QueueState QueueListModel::stateOf(const Entry &entry) const
{
    return queueState(
        entry.queue,
        {m_nowMs, m_writesStopped, takesDeadLetters(entry.queue.name), entry.inAboveOutSinceMs});
}

std::optional<qint64> QueueListModel::oldestAgeMsAt(int row) const
{
    const Entry &entry = m_entries.at(row);
    return entry.queue.oldestReadyMs ? std::optional(oldestAgeMs(entry)) : std::nullopt;
}

qint64 QueueListModel::oldestAgeMs(const Entry &entry) const
{
    return std::max<qint64>(0, m_nowMs - entry.queue.oldestReadyMs.value_or(m_nowMs));
}

} // namespace Signalbox
