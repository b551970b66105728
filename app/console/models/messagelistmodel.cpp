// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/messagelistmodel.h"

#include "client/adminclient.h"
#include "console/models/messagebody.h"
#include "console/models/messagestate.h"
#include "console/onreply.h"
#include "widgets/format.h"
#include "widgets/table/tableroles.h"
#include "widgets/textpainter.h"

#include <QDateTime>
#include <QSet>

#include <algorithm>
#include <chrono>

namespace Signalbox {

namespace {

QSet<QByteArray> idsOf(const QList<Admin::Message> &messages)
{
    QSet<QByteArray> ids;
    ids.reserve(messages.size());
    for (const Admin::Message &message : messages)
        ids.insert(message.messageId);
    return ids;
}

} // namespace

MessageListModel::MessageListModel(AdminClient &client, const QString &queueName, QObject *parent)
    : QAbstractTableModel(parent)
    , m_client(client)
    , m_queueName(queueName)
{
}

void MessageListModel::setState(std::optional<Admin::MessageState> state)
{
    if (m_state == state)
        return;
    m_state = state;
    reload();
}

void MessageListModel::reload()
{
    ask({});
}

void MessageListModel::ask(const QString &cursor)
{
    Admin::BrowseQuery query;
    query.state = m_state;
    query.limit = kPage;
    query.cursor = cursor;
    m_loading = true;
    const int question = ++m_question;
    onReply(m_client.browse(m_queueName, query), this,
            [this, question, cursor](const Result<Admin::BrowsePage> &reply) {
                if (question != m_question)
                    return;
                m_loading = false;
                if (!reply) {
                    emit failed(reply.error());
                    return;
                }
                cursor.isEmpty() ? takeFirst(*reply) : takeNext(*reply);
                emit loaded();
            });
}

void MessageListModel::takeFirst(const Admin::BrowsePage &page)
{
    const QSet<QByteArray> fresh = idsOf(page.messages);
    removeRowsWhere([&fresh](const Row &row) { return !fresh.contains(row.message.messageId); });
    // What is left is a part of the page in the same order, newest first.
    for (int row = 0; row < page.messages.size(); ++row) {
        const Admin::Message &message = page.messages.at(row);
        if (row < m_rows.size() && messageAt(row).messageId == message.messageId) {
            m_rows[row] = rowOfMessage(message);
            emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
        } else {
            beginInsertRows({}, row, row);
            m_rows.insert(row, rowOfMessage(message));
            endInsertRows();
        }
    }
    m_cursor = page.cursor;
    m_complete = page.complete;
    m_loaded = true;
    setNewerCount(0);
}

void MessageListModel::takeNext(const Admin::BrowsePage &page)
{
    m_cursor = page.cursor;
    m_complete = page.complete;
    if (page.messages.isEmpty())
        return;
    const int first = int(m_rows.size());
    beginInsertRows({}, first, first + int(page.messages.size()) - 1);
    for (const Admin::Message &message : page.messages)
        m_rows.append(rowOfMessage(message));
    endInsertRows();
}

void MessageListModel::check()
{
    if (m_checking || m_loading || !m_loaded)
        return;
    m_checking = true;
    Admin::BrowseQuery query;
    query.state = m_state;
    query.limit = kPage;
    query.bodies = false;
    onReply(m_client.browse(m_queueName, query), this,
            [this, question = m_question](const Result<Admin::BrowsePage> &reply) {
                m_checking = false;
                if (reply && question == m_question && !m_loading)
                    takeCheck(*reply);
            });
}

void MessageListModel::takeCheck(const Admin::BrowsePage &page)
{
    int newer = 0;
    int row = 0; // Rows before it have been compared; both lists are newest first.
    for (const Admin::Message &message : page.messages) {
        const int at = rowOf(message.messageId);
        if (at < row) {
            newer += row == 0;
            continue;
        }
        for (; row < at; ++row) {
            if (!std::exchange(m_rows[row].gone, true))
                emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
        Admin::Message merged = message;
        merged.body = messageAt(at).body;
        if (std::exchange(m_rows[at].gone, false) || merged != messageAt(at)) {
            m_rows[at].message = merged;
            emit dataChanged(index(at, 0), index(at, ColumnCount - 1));
        }
        ++row;
    }
    if (page.complete) { // Nothing is behind the page: the other rows' messages left.
        for (; row < m_rows.size(); ++row) {
            if (!std::exchange(m_rows[row].gone, true))
                emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
    }
    setNewerCount(newer);
}

void MessageListModel::setNewerCount(int newer)
{
    if (std::exchange(m_newer, newer) != newer)
        emit newerCountChanged(newer);
}

void MessageListModel::setBrokerNow(qint64 brokerNowMs)
{
    m_nowMs = brokerNowMs;
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, VisibleIn), index(int(m_rows.size()) - 1, VisibleIn));
}

void MessageListModel::forget(const QList<QByteArray> &messageIds)
{
    const QSet<QByteArray> ids(messageIds.cbegin(), messageIds.cend());
    removeRowsWhere([&ids](const Row &row) { return ids.contains(row.message.messageId); });
}

void MessageListModel::removeRowsWhere(const std::function<bool(const Row &)> &condition)
{
    int last = int(m_rows.size()) - 1;
    while (last >= 0) {
        if (!condition(m_rows.at(last))) {
            --last;
            continue;
        }
        int first = last;
        while (first > 0 && condition(m_rows.at(first - 1)))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
        last = first - 1;
    }
}

MessageListModel::Row MessageListModel::rowOfMessage(const Admin::Message &message)
{
    return {message, MessageBody::of(message.body).preview(), false};
}

int MessageListModel::rowOf(const QByteArray &messageId) const
{
    const auto at = std::ranges::find(m_rows, messageId, [](const Row &row) -> const QByteArray & {
        return row.message.messageId;
    });
    return at == m_rows.cend() ? -1 : int(at - m_rows.cbegin());
}

int MessageListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int MessageListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool MessageListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_complete && !m_loading;
}

void MessageListModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        ask(m_cursor);
}

QVariant MessageListModel::data(const QModelIndex &index, int role) const
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
        return {};
    case TableRole::Sort:
        return sortValue(row, column);
    case TableRole::Copy:
        return column == MessageId ? QVariant(QString::fromLatin1(row.message.messageId))
                                   : QVariant();
    case TableRole::IconName:
        return column == State ? QVariant(badge.iconName) : QVariant();
    case TableRole::Tone:
        return column == State ? QVariant(int(badge.tone)) : QVariant();
    default:
        return {};
    }
}

QVariant MessageListModel::headerData(int section, Qt::Orientation orientation, int role) const
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
    case Body:
        return tr("Body");
    default:
        return {};
    }
}

void MessageListModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    for (Row &row : m_rows)
        row.preview = MessageBody::of(row.message.body).preview();
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

QString MessageListModel::text(const Row &row, int column) const
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
    case Body:
        return row.preview;
    default:
        return {};
    }
}

QVariant MessageListModel::sortValue(const Row &row, int column) const
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
    default:
        return text(row, column);
    }
}

QString MessageListModel::sentence(const Row &row) const
{
    //: A message for screen readers: state, ID, time it was sent, beginning of its body.
    return tr("%1, message %2, enqueued %3, %4")
        .arg(text(row, State), QString::fromLatin1(row.message.messageId), text(row, Enqueued),
             row.preview);
}

} // namespace Signalbox
