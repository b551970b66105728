// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/receiverlistmodel.h"

#include "widgets/format.h"
#include "widgets/table/tableroles.h"

#include <algorithm>
#include <chrono>
#include <tuple>
#include <utility>

namespace Signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

auto keyOf(const Admin::Receiver &receiver)
{
    return std::tie(receiver.address, receiver.agent);
}

bool byKey(const Admin::Receiver &left, const Admin::Receiver &right)
{
    return keyOf(left) < keyOf(right);
}

} // namespace

ReceiverListModel::ReceiverListModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ReceiverListModel::merge(QList<Admin::Receiver> receivers, qint64 systemNowMs)
{
    m_nowMs = systemNowMs;
    std::ranges::sort(receivers, byKey);
    const auto remove = [this](int row) {
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    };
    int row = 0;
    for (const Admin::Receiver &receiver : std::as_const(receivers)) {
        while (row < m_rows.size() && byKey(m_rows.at(row), receiver))
            remove(row);
        if (row == m_rows.size() || byKey(receiver, m_rows.at(row))) {
            beginInsertRows({}, row, row);
            m_rows.insert(row, receiver);
            endInsertRows();
        } else {
            m_rows[row] = receiver;
            emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
        ++row;
    }
    while (row < m_rows.size())
        remove(row);
}

int ReceiverListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ReceiverListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ReceiverListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Admin::Receiver &receiver = m_rows.at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(receiver, column);
    case Qt::AccessibleTextRole:
        if (column != Client)
            return text(receiver, column);
        //: A receiver for screen readers: address, agent, messages held.
        return tr("%1, %2, holds %3")
            .arg(receiver.address, receiver.agent, Format::count(receiver.holds));
    case Qt::ToolTipRole:
        if (column == Client)
            return receiver.agent.toHtmlEscaped();
        if (column == Expired && receiver.expired > 0)
            return tr("Leases that ran out: %Ln message(s) neither deleted nor extended in time.",
                      nullptr, int(receiver.expired));
        if (column == LastSeen && receiver.lastSeenMs)
            return Format::exactTime(QDateTime::fromMSecsSinceEpoch(*receiver.lastSeenMs));
        return {};
    case TableRole::Sort:
        return value(receiver, column);
    case TableRole::SecondLine:
        if (column != Client)
            return {};
        return receiver.agent.isEmpty() ? tr("does not name itself") : receiver.agent;
    case TableRole::IconName:
        return column == Client ? QVariant(u"server"_s) : QVariant();
    default:
        return {};
    }
}

QVariant ReceiverListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Client:
        //: Who receives messages, by its address and what it calls itself.
        return tr("Receiver");
    case Holds:
        //: How many messages in flight a receiver has.
        return tr("Holds");
    case Waiting:
        //: How many long polls of a receiver wait.
        return tr("Long polls");
    case ReceivedPerS:
        return tr("Receives /s");
    case DeletedPerS:
        return tr("Deletes /s");
    case Extended:
        //: How often a receiver changed the time a message stays hidden.
        return tr("Extends");
    case Expired:
        //: How many messages a receiver neither deleted nor extended in time.
        return tr("Expired");
    case LastSeen:
        return tr("Last seen");
    default:
        return {};
    }
}

void ReceiverListModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

QString ReceiverListModel::lastSeen(const Admin::Receiver &receiver) const
{
    if (!receiver.lastSeenMs)
        return Format::unknown();
    const std::chrono::milliseconds age(std::max<qint64>(0, m_nowMs - *receiver.lastSeenMs));
    if (age < 1min)
        return Format::ago(age);
    return Format::time(QDateTime::fromMSecsSinceEpoch(*receiver.lastSeenMs),
                        QDateTime::fromMSecsSinceEpoch(m_nowMs));
}

QString ReceiverListModel::text(const Admin::Receiver &receiver, int column) const
{
    switch (column) {
    case Client:
        return receiver.address;
    case Holds:
        return Format::count(receiver.holds);
    case Waiting:
        return Format::count(receiver.waiters);
    case ReceivedPerS:
        return Format::rate(receiver.receivedPerS);
    case DeletedPerS:
        return Format::rate(receiver.deletedPerS);
    case Extended:
        return Format::count(receiver.extended);
    case Expired:
        return Format::count(receiver.expired);
    case LastSeen:
        return lastSeen(receiver);
    default:
        return {};
    }
}

QVariant ReceiverListModel::value(const Admin::Receiver &receiver, int column) const
{
    switch (column) {
    case Holds:
        return receiver.holds;
    case Waiting:
        return receiver.waiters;
    case ReceivedPerS:
        return receiver.receivedPerS;
    case DeletedPerS:
        return receiver.deletedPerS;
    case Extended:
        return receiver.extended;
    case Expired:
        return receiver.expired;
    case LastSeen:
        return receiver.lastSeenMs ? QVariant(*receiver.lastSeenMs) : QVariant();
    default:
        return text(receiver, column);
    }
}

} // namespace Signalbox
