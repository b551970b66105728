// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/queuelistmodel.h"
#include "widgets/format.h"
#include "widgets/table/tableroles.h"

#include <QDateTime>

#include <chrono>

// What a table shows of each queue.

namespace Signalbox {

using namespace Qt::StringLiterals;

QList<TableColumn> QueueListModel::columns()
{
    return {{.kind = CellKind::Name, .width = 200, .stretch = true},
            {.kind = CellKind::State, .width = 128},
            {.kind = CellKind::Number, .width = 86},
            {.kind = CellKind::Number, .width = 86},
            {.kind = CellKind::Number, .width = 86, .givesWay = 3},
            {.kind = CellKind::Number, .width = 112, .givesWay = 4}, // "23 h 59 min"
            {.kind = CellKind::Number, .width = 72, .givesWay = 2},
            {.kind = CellKind::Number, .width = 76, .givesWay = 2},
            {.kind = CellKind::Number, .width = 86, .givesWay = 5, .optional = true},
            {.kind = CellKind::Number, .width = 92, .givesWay = 5, .optional = true},
            {.kind = CellKind::Number, .width = 116, .givesWay = 5, .optional = true},
            {.width = 140, .givesWay = 5, .quiet = true, .optional = true},
            {.kind = CellKind::Spark, .width = 130, .givesWay = 1}};
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
    case TableRole::Chip:
        return column == Name ? chipOf(entry.queue) : QVariant();
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

QString QueueListModel::iconOf(const Admin::QueueRow &queue) const
{
    if (takesDeadLetters(queue.name))
        return u"archive"_s;
    return queue.settings.isFifo() ? u"list-ordered"_s : u"inbox"_s;
}

QString QueueListModel::chipOf(const Admin::QueueRow &queue) const
{
    if (takesDeadLetters(queue.name))
        //: A dead-letter queue, in a small chip after its name.
        return tr("DLQ");
    return queue.settings.isFifo() ? tr("FIFO") : QString();
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
    const QString chip = chipOf(entry.queue);
    const QString name = entry.queue.name + (chip.isEmpty() ? QString() : u' ' + chip);
    //: A queue for screen readers: name, state, then counts.
    return tr("%1, %2, %3 ready, %4 in flight, %5 delayed")
        .arg(name, queueStateBadge(entry.state).text, Format::count(counts.ready),
             Format::count(counts.leased), Format::count(counts.delayed));
}

} // namespace Signalbox
