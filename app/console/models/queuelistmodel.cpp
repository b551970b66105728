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

QList<TableColumn> QueueListModel::columns()
{
    return {{.kind = CellKind::Name, .width = 200, .stretch = true},
            {.kind = CellKind::State, .width = 128},
            {.kind = CellKind::Number, .width = 86},
            {.kind = CellKind::Number, .width = 86},
            {.kind = CellKind::Number, .width = 86, .givesWay = 3},
            {.kind = CellKind::Number, .width = 92, .givesWay = 4},
            {.kind = CellKind::Number, .width = 72, .givesWay = 2},
            {.kind = CellKind::Number, .width = 76, .givesWay = 2},
            {.kind = CellKind::Number, .width = 86, .givesWay = 5, .optional = true},
            {.kind = CellKind::Number, .width = 92, .givesWay = 5, .optional = true},
            {.kind = CellKind::Number, .width = 116, .givesWay = 5, .optional = true},
            {.width = 140, .givesWay = 5, .quiet = true, .optional = true},
            {.kind = CellKind::Spark, .width = 130, .givesWay = 1}};
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
    m_deadLetterQueues = names;
    updateStates();
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

QVariant QueueListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Entry &entry = m_entries.at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, column);
    case Qt::AccessibleTextRole:
        return column == Name ? sentence(entry) : text(entry, column);
    case TableRole::Sort:
        return sortValue(entry, column);
    case TableRole::IconName:
        if (column == Name)
            return iconOf(entry.queue);
        return column == State ? queueStateBadge(entry.state).iconName : QVariant();
    case TableRole::Tone: {
        const Tone tone = queueStateBadge(entry.state).tone;
        if (column == State)
            return int(tone);
        // A number is coloured only beside the state that says why.
        const bool explains = column == Ready || column == Oldest || column == Backlog;
        return explains && needsAttention(entry.state) ? int(tone) : QVariant();
    }
    case TableRole::Spark:
        return column == Backlog ? QVariant::fromValue(entry.queue.spark) : QVariant();
    default:
        return {};
    }
}

QVariant QueueListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case State:
        return tr("State");
    case Ready:
        return tr("Ready");
    case InFlight:
        return tr("In flight");
    case Delayed:
        return tr("Delayed");
    case Oldest:
        //: Age of the oldest message that is ready.
        return tr("Oldest");
    case InPerS:
        //: Messages sent per second.
        return tr("In /s");
    case OutPerS:
        //: Messages received per second.
        return tr("Out /s");
    case Visibility:
        //: How long a received message is hidden from others; the title of a narrow column.
        return tr("Visibility");
    case Retention:
        //: How long messages are kept.
        return tr("Retention");
    case Created:
        //: When a queue was created.
        return tr("Created");
    case DeadLetters:
        //: The queue that a queue's dead letters go to.
        return tr("Dead letters to");
    case Backlog:
        //: The course of the backlog over the last hour.
        return tr("Backlog, 1 h");
    default:
        return {};
    }
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

QString QueueListModel::iconOf(const Admin::QueueRow &queue) const
{
    if (takesDeadLetters(queue.name))
        return u"archive"_s;
    return queue.settings.isFifo() ? u"list-ordered"_s : u"inbox"_s;
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

QString QueueListModel::text(const Entry &entry, int column) const
{
    const Admin::QueueRow &queue = entry.queue;
    switch (column) {
    case Name:
        return queue.name;
    case State:
        return queueStateBadge(entry.state).text;
    case Ready:
        return Format::count(queue.counts.ready);
    case InFlight:
        return Format::count(queue.counts.leased);
    case Delayed:
        return Format::count(queue.counts.delayed);
    case Oldest:
        return queue.oldestReadyMs ? Format::age(std::chrono::milliseconds(oldestAgeMs(entry)))
                                   : Format::unknown();
    case InPerS:
        return Format::rate(queue.inPerS);
    case OutPerS:
        return Format::rate(queue.outPerS);
    case Visibility:
        return Format::age(queue.settings.visibilityTimeout);
    case Retention:
        return Format::age(queue.settings.retention);
    case Created:
        return Format::time(QDateTime::fromMSecsSinceEpoch(queue.createdAtMs),
                            QDateTime::fromMSecsSinceEpoch(m_nowMs));
    case DeadLetters:
        return queue.settings.deadLetters.targetQueue;
    default:
        return {};
    }
}

QVariant QueueListModel::sortValue(const Entry &entry, int column) const
{
    const Admin::QueueRow &queue = entry.queue;
    switch (column) {
    case Name:
        return queue.name;
    case State:
        return int(entry.state);
    case Ready:
        return queue.counts.ready;
    case InFlight:
        return queue.counts.leased;
    case Delayed:
        return queue.counts.delayed;
    case Oldest:
        return queue.oldestReadyMs ? QVariant(oldestAgeMs(entry)) : QVariant();
    case InPerS:
        return queue.inPerS;
    case OutPerS:
        return queue.outPerS;
    case Visibility:
        return qint64(queue.settings.visibilityTimeout.count());
    case Retention:
        return qint64(queue.settings.retention.count());
    case Created:
        return queue.createdAtMs;
    case DeadLetters:
        return queue.settings.deadLetters.targetQueue;
    case Backlog:
        return queue.counts.total();
    default:
        return {};
    }
}

QString QueueListModel::sentence(const Entry &entry) const
{
    const QueueCounts &counts = entry.queue.counts;
    //: A queue for screen readers: name, state, then counts.
    return tr("%1, %2, %3 ready, %4 in flight, %5 delayed")
        .arg(entry.queue.name, queueStateBadge(entry.state).text, Format::count(counts.ready),
             Format::count(counts.leased), Format::count(counts.delayed));
}

} // namespace Signalbox
