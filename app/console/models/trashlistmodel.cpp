// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/trashlistmodel.h"

#include "widgets/format.h"
#include "widgets/table/tableroles.h"
#include "widgets/theme.h"

#include <QDateTime>

#include <algorithm>
#include <chrono>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kSoonMs = 60'000; // little time is left

} // namespace

TrashListModel::TrashListModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void TrashListModel::merge(const QList<Admin::TrashEntry> &entries, qint64 nowMs)
{
    m_nowMs = nowMs;
    int row = 0;
    for (const Admin::TrashEntry &entry : entries) {
        while (row < m_rows.size() && m_rows.at(row).id > entry.id) {
            beginRemoveRows({}, row, row);
            m_rows.removeAt(row);
            endRemoveRows();
        }
        if (row == m_rows.size() || m_rows.at(row).id != entry.id) {
            beginInsertRows({}, row, row);
            m_rows.insert(row, entry);
            endInsertRows();
        } else {
            m_rows[row] = entry;
        }
        ++row;
    }
    if (row < m_rows.size()) {
        beginRemoveRows({}, row, int(m_rows.size()) - 1);
        m_rows.resize(row);
        endRemoveRows();
    }
    // The time that is left runs in every row.
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

qint64 TrashListModel::messages() const
{
    qint64 sum = 0;
    for (const Admin::TrashEntry &entry : m_rows)
        sum += entry.messages;
    return sum;
}

qint64 TrashListModel::bodyBytes() const
{
    qint64 sum = 0;
    for (const Admin::TrashEntry &entry : m_rows)
        sum += entry.bodyBytes;
    return sum;
}

int TrashListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TrashListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TrashListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Admin::TrashEntry &entry = m_rows.at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, column);
    case Qt::AccessibleTextRole:
        if (column == What) {
            //: Something deleted for screen readers: queue, what it was, messages, time left.
            return tr("%1, %2, %Ln message(s), %3", nullptr, int(entry.messages))
                .arg(text(entry, What), kindText(entry), text(entry, TimeLeft));
        }
        return text(entry, column);
    case TableRole::SecondLine:
        return column == What ? QVariant(kindText(entry)) : QVariant();
    case TableRole::IconName:
        if (column != What)
            return {};
        return kindIcon(entry.kind);
    case TableRole::Sort:
        return column == Messages ? QVariant(entry.messages)
            : column == Size      ? QVariant(entry.bodyBytes)
                                  : QVariant(text(entry, column));
    case TableRole::Tone:
        return column == TimeLeft && !entry.restoring && leftMs(entry) < kSoonMs
            ? QVariant(int(Tone::Warn))
            : QVariant();
    default:
        return {};
    }
}

QVariant TrashListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return tr("What");
    case Messages:
        return tr("Messages");
    case Size:
        return tr("Size");
    case Deleted:
        //: When something was deleted.
        return tr("Deleted");
    case TimeLeft:
        return tr("Time left");
    default:
        return {};
    }
}

void TrashListModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

QString TrashListModel::kindIcon(Admin::TrashEntry::Kind kind)
{
    switch (kind) {
    case Admin::TrashEntry::Kind::Queue:
        return u"inbox"_s;
    case Admin::TrashEntry::Kind::Topic:
        return u"radio-tower"_s;
    case Admin::TrashEntry::Kind::Subscription:
        return u"git-fork"_s;
    default:
        return u"message-square"_s;
    }
}

QString TrashListModel::kindText(const Admin::TrashEntry &entry)
{
    switch (entry.kind) {
    case Admin::TrashEntry::Kind::Queue:
        return tr("Queue with its messages");
    case Admin::TrashEntry::Kind::Purge:
        return tr("Purged messages");
    case Admin::TrashEntry::Kind::Messages:
        return tr("Deleted messages");
    case Admin::TrashEntry::Kind::Topic:
        return tr("Topic with its subscriptions");
    case Admin::TrashEntry::Kind::Subscription:
        return tr("Subscription with what waited");
    }
    return {};
}

qint64 TrashListModel::leftMs(const Admin::TrashEntry &entry) const
{
    return std::max<qint64>(0, entry.expiresAtMs - m_nowMs);
}

QString TrashListModel::text(const Admin::TrashEntry &entry, int column) const
{
    switch (column) {
    case What:
        //: %1 is a subscription, %2 its topic.
        return entry.topicName.isEmpty() ? entry.name
                                         : tr("%1 of %2").arg(entry.name, entry.topicName);
    case Messages:
        return Format::count(entry.messages);
    case Size:
        return Format::bytes(entry.bodyBytes);
    case Deleted:
        return Format::time(QDateTime::fromMSecsSinceEpoch(entry.deletedAtMs),
                            QDateTime::fromMSecsSinceEpoch(m_nowMs));
    case TimeLeft:
        return entry.restoring ? tr("Being restored")
                               : Format::clockLeft(std::chrono::milliseconds(leftMs(entry)));
    default:
        return {};
    }
}

} // namespace Signalbox
