// SPDX-License-Identifier: GPL-3.0-only
#include "client/adminclient.h"
#include "console/models/messagelistmodel.h"
#include "console/onreply.h"

#include <algorithm>
#include <utility>

// How the list keeps up with its queue: states of rows, what came since.

namespace Signalbox {

namespace {

/// Read at once for messages that came since: beyond it the list starts over from the newest.
constexpr int kMostFresh = 10 * MessageListModel::kPage;
/// Looked up in one call; more rows than can be in view.
constexpr qsizetype kMostLookedUp = 200;

} // namespace

void MessageListModel::check(const QList<QByteArray> &shown)
{
    if (m_unanswered && !m_loading)
        return reload();
    if (m_checking || m_loading || m_following || !m_loaded)
        return;
    if (!m_search.isEmpty())
        return lookUp(shown);
    m_checking = true;
    Admin::BrowseQuery newest = query({});
    newest.bodies = false;
    const auto call = m_client.browse(m_queueName, newest);
    m_checked = QFuture<void>(call);
    onReply(call, this,
            [this, shown, question = m_question](const Result<Admin::BrowsePage> &reply) {
                m_checking = false;
                if (!reply || question != m_question || m_loading)
                    return;
                const int compared = takeCheck(*reply, 0);
                QList<QByteArray> further = shown;
                further.removeIf([&](const QByteArray &id) { return rowOf(id) < compared; });
                lookUp(further);
            });
}

int MessageListModel::takeCheck(const Admin::BrowsePage &page, int first)
{
    int newer = 0;
    int row = first; // Rows before it have been compared; both lists are newest first.
    for (const Admin::Message &message : page.messages) {
        const int at = rowOf(message.messageId);
        if (at < row) {
            newer += row == 0;
            continue;
        }
        for (; row < at; ++row)
            setGone(row, true);
        merge(at, message);
        ++row;
    }
    if (page.complete) { // Nothing is behind the page: the other rows' messages left.
        for (; row < rowCount(); ++row)
            setGone(row, true);
    }
    setNewerCount(newer);
    return row;
}

void MessageListModel::lookUp(const QList<QByteArray> &messageIds)
{
    if (messageIds.isEmpty())
        return;
    m_checking = true;
    const QList<QByteArray> asked = messageIds.first(std::min(messageIds.size(), kMostLookedUp));
    const auto call = m_client.messages(m_queueName, asked);
    m_checked = QFuture<void>(call);
    onReply(call, this,
            [this, asked, question = m_question](const Result<Admin::BrowsePage> &reply) {
                m_checking = false;
                if (reply && question == m_question)
                    takeLookUp(asked, reply->messages);
            });
}

void MessageListModel::takeLookUp(const QList<QByteArray> &asked,
                                  const QList<Admin::Message> &found)
{
    auto next = found.cbegin(); // In the order asked for, without those that left.
    for (const QByteArray &id : asked) {
        const bool isThere = next != found.cend() && next->messageId == id;
        const int row = rowOf(id);
        if (row >= 0) {
            if (isThere && (!m_state || next->state == *m_state))
                merge(row, *next);
            else
                setGone(row, true);
        }
        next += isThere;
    }
}

void MessageListModel::merge(int row, const Admin::Message &message)
{
    Admin::Message merged = message;
    merged.body = messageAt(row).body; // It was not asked for, and never changes.
    if (isGone(row) || merged != messageAt(row))
        replaceMessage(row, merged);
}

void MessageListModel::refresh()
{
    if (!m_loaded || !m_search.isEmpty() || rowCount() == 0)
        return reload();
    m_refreshing = true;
    loadNewer();
}

void MessageListModel::loadNewer()
{
    if (m_following || m_loading || !m_loaded || !m_search.isEmpty())
        return;
    m_following = true;
    m_fresh.clear();
    askNewer({});
}

void MessageListModel::askNewer(const QString &cursor)
{
    const auto call = m_client.browse(m_queueName, query(cursor));
    m_followed = QFuture<void>(call);
    onReply(call, this, [this, question = m_question](const Result<Admin::BrowsePage> &reply) {
        m_following = false;
        if (question != m_question)
            return;
        if (reply)
            takeNewer(*reply);
        else if (std::exchange(m_refreshing, false)) // Otherwise the next batch tries again.
            emit failed(reply.error());
    });
}

void MessageListModel::takeNewer(const Admin::BrowsePage &page)
{
    bool met = page.complete || rowCount() == 0;
    const int freshBefore = int(m_fresh.size());
    for (const Admin::Message &message : page.messages) {
        if (rowOf(message.messageId) >= 0) {
            met = true;
            break;
        }
        m_fresh.append(message);
    }
    if (!met && m_fresh.size() < kMostFresh) {
        m_following = true;
        return askNewer(page.cursor);
    }
    if (!met) {
        // Too much came to close the gap: the list goes on from the newest.
        keepFirst(0);
        m_cursor = page.cursor;
        m_complete = page.complete;
    }
    insertMessages(0, std::exchange(m_fresh, {}));
    ++m_question; // A check that was asked before does not know them.
    const bool isRefresh = std::exchange(m_refreshing, false);
    if (isRefresh) {
        takeCheck(page, freshBefore);
        removeRowsWhere([this](int row) { return isGone(row); });
    }
    if (const int most = isRefresh ? kMostRows : kMostFollowed; rowCount() > most) {
        keepFirst(most);
        m_cursor.clear(); // What is behind the last row is read again by reload().
    }
    setNewerCount(0);
    emit loaded();
}

void MessageListModel::setNewerCount(int newer)
{
    if (std::exchange(m_newer, newer) != newer)
        emit newerCountChanged(newer);
}

} // namespace Signalbox
