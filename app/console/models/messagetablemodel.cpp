// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/messagetablemodel.h"

#include "console/models/deadletter.h"
#include "console/models/messagebody.h"
#include "console/models/messagestate.h"
#include "widgets/format.h"
#include "widgets/table/tableroles.h"
#include "widgets/textpainter.h"

#include <QDateTime>
#include <QSet>

#include <algorithm>
#include <chrono>
#include <utility>

namespace Signalbox {

void MessageTableModel::setBrokerNow(qint64 brokerNowMs)
{
    m_nowMs = brokerNowMs;
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, VisibleIn), index(int(m_rows.size()) - 1, VisibleIn));
}

void MessageTableModel::setMaxReceives(int maxReceives)
{
    if (std::exchange(m_maxReceives, maxReceives) != maxReceives && !m_rows.isEmpty())
        emit dataChanged(index(0, Received), index(int(m_rows.size()) - 1, Received));
}

void MessageTableModel::forget(const QList<QByteArray> &messageIds)
{
    const QSet<QByteArray> ids(messageIds.cbegin(), messageIds.cend());
    removeRowsWhere([this, &ids](int row) { return ids.contains(messageAt(row).messageId); });
}

void MessageTableModel::insertMessages(int row, const QList<Admin::Message> &messages)
{
    if (messages.isEmpty())
        return;
    beginInsertRows({}, row, row + int(messages.size()) - 1);
    QList<Row> behind = m_rows.mid(row);
    m_rows.resize(row);
    m_rows.reserve(row + messages.size() + behind.size());
    for (const Admin::Message &message : messages) {
        m_rows.append(rowOfMessage(message));
        m_ids.insert(message.messageId);
        m_bodyBytes += message.body.size();
    }
    m_rows.append(std::move(behind));
    endInsertRows();
}

void MessageTableModel::replaceMessage(int row, const Admin::Message &message)
{
    Row &known = m_rows[row];
    const bool sameBody = known.message.body == message.body;
    m_bodyBytes += message.body.size() - known.message.body.size();
    known.message = message;
    known.gone = false;
    if (!sameBody)
        known.preview = MessageBody::of(message.body).preview();
    rowChanged(row);
}

int MessageTableModel::presentCount() const
{
    return int(std::ranges::count(m_rows, false, &Row::gone));
}

void MessageTableModel::setGone(int row, bool gone)
{
    if (std::exchange(m_rows[row].gone, gone) != gone)
        rowChanged(row);
}

void MessageTableModel::rowChanged(int row)
{
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void MessageTableModel::removeRowsWhere(const std::function<bool(int row)> &condition)
{
    int last = int(m_rows.size()) - 1;
    while (last >= 0) {
        if (!condition(last)) {
            --last;
            continue;
        }
        int first = last;
        while (first > 0 && condition(first - 1))
            --first;
        beginRemoveRows({}, first, last);
        forgetIds(first, last);
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
        last = first - 1;
    }
}

void MessageTableModel::keepFirst(int count)
{
    if (m_rows.size() <= count)
        return;
    beginRemoveRows({}, count, int(m_rows.size()) - 1);
    forgetIds(count, int(m_rows.size()) - 1);
    m_rows.resize(count);
    endRemoveRows();
}

void MessageTableModel::forgetIds(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        m_ids.remove(messageAt(row).messageId);
        m_bodyBytes -= messageAt(row).body.size();
    }
}

MessageTableModel::Row MessageTableModel::rowOfMessage(const Admin::Message &message)
{
    return {message, MessageBody::of(message.body).preview(), false};
}

int MessageTableModel::rowOf(const QByteArray &messageId) const
{
    if (!m_ids.contains(messageId))
        return -1;
    const auto at = std::ranges::find(m_rows, messageId, [](const Row &row) -> const QByteArray & {
        return row.message.messageId;
    });
    return at == m_rows.cend() ? -1 : int(at - m_rows.cbegin());
}

int MessageTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int MessageTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MessageTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    const int column = index.column();
    const StateBadge badge = row.gone ? goneMessageBadge() : messageStateBadge(row.message.state);
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::AccessibleTextRole:
        return column == State ? sentence(row) : text(row, column);
    case Qt::ToolTipRole:
        if (column == Enqueued)
            return Format::exactTime(QDateTime::fromMSecsSinceEpoch(row.message.enqueueTimeMs));
        if (column == Size)
            return Format::exactBytes(row.message.bodyBytes);
        if (column == DeadLetterOf && isDeadLetter(row.message))
            return deadLetterReason(*row.message.deadLetter);
        return {};
    case TableRole::Sort:
        return sortValue(row, column);
    case TableRole::Copy:
        return column == MessageId ? QVariant(QString::fromLatin1(row.message.messageId))
                                   : QVariant();
    case TableRole::IconName:
        return column == State ? QVariant(badge.iconName) : QVariant();
    case TableRole::Tone:
        if (column == Received && isNearDeadLetter(row.message.dequeueCount, m_maxReceives))
            return int(Tone::Danger);
        return column == State ? QVariant(int(badge.tone)) : QVariant();
    default:
        return {};
    }
}

QVariant MessageTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case State:
        return tr("State");
    case MessageId:
        return tr("Message ID");
    case Enqueued:
        return tr("Enqueued");
    case Received:
        //: How often a message was received.
        return tr("Received");
    case VisibleIn:
        //: Time until a message can be received again.
        return tr("Visible in");
    case Size:
        return tr("Size");
    case Priority:
        return tr("Priority");
    case Group:
        //: The message group that a message belongs to.
        return tr("Group");
    case Receiver:
        //: Who received a message last.
        return tr("Receiver");
    case DeadLetterOf:
        //: Where a dead letter was before.
        return tr("From");
    case Body:
        return tr("Body");
    default:
        return {};
    }
}

void MessageTableModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    for (Row &row : m_rows)
        row.preview = MessageBody::of(row.message.body).preview();
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

QString MessageTableModel::text(const Row &row, int column) const
{
    const Admin::Message &message = row.message;
    switch (column) {
    case State:
        return row.gone ? goneMessageBadge().text : messageStateBadge(message.state).text;
    case MessageId:
        return shortId(QString::fromLatin1(message.messageId));
    case Enqueued:
        return Format::time(QDateTime::fromMSecsSinceEpoch(message.enqueueTimeMs),
                            QDateTime::fromMSecsSinceEpoch(m_nowMs));
    case Received:
        return Format::count(message.dequeueCount);
    case VisibleIn:
        if (row.gone || !message.nextVisibleTimeMs || *message.nextVisibleTimeMs <= m_nowMs)
            return Format::unknown();
        return Format::age(std::chrono::milliseconds(*message.nextVisibleTimeMs - m_nowMs));
    case Size:
        return Format::bytes(message.bodyBytes);
    case Priority:
        return QString::number(message.priority);
    case Group:
        return message.groupId;
    case Receiver:
        return message.holder.isEmpty() ? Format::unknown() : message.holder;
    case DeadLetterOf:
        return isDeadLetter(message) ? deadLetterOrigin(*message.deadLetter) : Format::unknown();
    case Body:
        return row.preview;
    default:
        return {};
    }
}

QVariant MessageTableModel::sortValue(const Row &row, int column) const
{
    switch (column) {
    case Enqueued:
        return row.message.enqueueTimeMs;
    case Received:
        return row.message.dequeueCount;
    case VisibleIn:
        return row.message.nextVisibleTimeMs ? QVariant(*row.message.nextVisibleTimeMs)
                                             : QVariant();
    case Size:
        return row.message.bodyBytes;
    case Priority:
        return row.message.priority;
    default:
        return text(row, column);
    }
}

QString MessageTableModel::sentence(const Row &row) const
{
    //: A message for screen readers: state, ID, time it was sent, beginning of its body.
    return tr("%1, message %2, enqueued %3, %4")
        .arg(text(row, State), QString::fromLatin1(row.message.messageId), text(row, Enqueued),
             row.preview);
}

} // namespace Signalbox
