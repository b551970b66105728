// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/messagelistmodel.h"

#include "client/adminclient.h"
#include "console/onreply.h"

#include <QRegularExpression>
#include <QSet>

#include <functional>
#include <utility>

namespace Signalbox {

using namespace Qt::StringLiterals;

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

bool MessageListModel::isMessageId(const QString &text)
{
    static const QRegularExpression pattern(u"^[0-9A-Fa-f]{32}$"_s);
    return pattern.match(text).hasMatch();
}

MessageListModel::MessageListModel(AdminClient &client, const QString &queueName, QObject *parent)
    : MessageTableModel(parent)
    , m_client(client)
    , m_queueName(queueName)
{
    // A refresh waits for a page that is under way.
    connect(this, &MessageListModel::loaded, this, [this] {
        if (m_refreshing)
            loadNewer();
    });
}

MessageListModel::~MessageListModel()
{
    // Nobody waits for them; a silent endpoint would keep them for long.
    for (QFuture<void> &call : {std::ref(m_asked), std::ref(m_checked), std::ref(m_followed)})
        call.cancel();
}

void MessageListModel::setState(std::optional<Admin::MessageState> state)
{
    if (m_state == state)
        return;
    m_state = state;
    startOver();
}

void MessageListModel::setSearch(const QString &text)
{
    if (m_search == text)
        return;
    m_search = text;
    // What was found for another text is no answer to this one.
    m_loaded = false;
    keepFirst(0);
    startOver();
}

void MessageListModel::startOver()
{
    m_scanned = 0;
    m_wanted = kPage;
    reload();
}

void MessageListModel::reload()
{
    m_scanned = 0;
    m_searching = !m_search.isEmpty();
    isMessageId(m_search) ? askById() : ask({});
    if (m_searching)
        emit searched();
}

Admin::BrowseQuery MessageListModel::query(const QString &cursor) const
{
    Admin::BrowseQuery query;
    query.state = m_state;
    query.limit = kPage;
    query.cursor = cursor;
    query.search = m_search;
    return query;
}

int MessageListModel::begin(const QFuture<void> &call)
{
    m_asked.cancel(); // Nobody waits for what it would bring.
    m_asked = call;
    m_loading = true;
    return ++m_question;
}

void MessageListModel::ask(const QString &cursor)
{
    const auto call = m_client.browse(m_queueName, query(cursor));
    const int question = begin(QFuture<void>(call));
    onReply(call, this, [this, question, cursor](const Result<Admin::BrowsePage> &reply) {
        if (question != m_question)
            return;
        m_loading = false;
        if (!reply)
            return fail(reply.error(), cursor.isEmpty());
        take(*reply, cursor);
        emit loaded();
    });
}

void MessageListModel::askById()
{
    const auto call = m_client.message(m_queueName, m_search.toUpper().toLatin1());
    const int question = begin(QFuture<void>(call));
    onReply(call, this, [this, question](const Result<Admin::Message> &reply) {
        if (question != m_question)
            return;
        m_loading = false;
        if (!reply && reply.error().code != ErrorCode::MessageNotExist)
            return fail(reply.error(), true);
        Admin::BrowsePage page;
        if (reply)
            page.messages = {*reply};
        page.scanned = 1;
        take(page, {});
        emit loaded();
    });
}

void MessageListModel::fail(const Error &error, bool isFirst)
{
    m_searching = false;
    m_refreshing = false;
    m_unanswered =
        isFirst && (error.code == ErrorCode::NetworkFailure || error.code == ErrorCode::Timeout);
    emit failed(error);
}

void MessageListModel::take(const Admin::BrowsePage &page, const QString &cursor)
{
    cursor.isEmpty() ? takeFirst(page) : takeNext(page);
    if (!m_search.isEmpty())
        takeFound(page);
}

void MessageListModel::takeFirst(const Admin::BrowsePage &page)
{
    const QSet<QByteArray> fresh = idsOf(page.messages);
    removeRowsWhere([this, &fresh](int row) { return !fresh.contains(messageAt(row).messageId); });
    // What is left is a part of the page in the same order, newest first.
    for (int row = 0; row < page.messages.size(); ++row) {
        const Admin::Message &message = page.messages.at(row);
        if (row < rowCount() && messageAt(row).messageId == message.messageId) {
            replaceMessage(row, message);
            continue;
        }
        int last = row;
        while (last + 1 < page.messages.size()
               && (row == rowCount()
                   || page.messages.at(last + 1).messageId != messageAt(row).messageId))
            ++last;
        insertMessages(row, page.messages.mid(row, last - row + 1));
        row = last;
    }
    m_cursor = page.cursor;
    m_complete = page.complete;
    m_loaded = true;
    m_unanswered = false;
    m_refreshing = false; // It is done with this.
    setNewerCount(0);
}

void MessageListModel::takeNext(const Admin::BrowsePage &page)
{
    m_cursor = page.cursor;
    m_complete = page.complete;
    insertMessages(rowCount(), page.messages);
}

void MessageListModel::takeFound(const Admin::BrowsePage &page)
{
    m_scanned += page.scanned;
    m_searching = m_searching && !m_complete && rowCount() < m_wanted;
    if (m_searching)
        ask(m_cursor);
    emit searched();
}

void MessageListModel::stopSearch()
{
    if (!std::exchange(m_searching, false))
        return;
    ++m_question; // the answer under way comes too late
    m_asked.cancel();
    m_cursor.clear(); // scrolling does not go on with it
    m_loading = false;
    m_loaded = true;
    emit searched();
    emit loaded();
}

bool MessageListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_loaded && !m_complete && !m_loading && !m_cursor.isEmpty()
        && !isFull();
}

bool MessageListModel::isFull() const
{
    return rowCount() >= kMostRows || bodyBytes() >= kMostBodyBytes;
}

void MessageListModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_wanted = rowCount() + kPage;
    m_searching = !m_search.isEmpty();
    ask(m_cursor);
}

} // namespace Signalbox
