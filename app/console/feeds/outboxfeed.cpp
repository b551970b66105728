// SPDX-License-Identifier: GPL-3.0-only
#include "console/feeds/outboxfeed.h"

#include "client/adminclient.h"

#include <algorithm>

namespace Signalbox {

using namespace std::chrono_literals;

OutboxFeed::OutboxFeed(AdminClient &client, QObject *parent)
    : Feed(2s, parent)
    , m_client(client)
{
}

void OutboxFeed::setSearch(const QString &text)
{
    if (m_search == text)
        return;
    m_search = text;
    startOver();
}

void OutboxFeed::startOver()
{
    m_newestId.clear();
    emit startedOver();
    refresh();
}

void OutboxFeed::ask()
{
    Admin::BrowseQuery query;
    query.limit = kPage;
    query.search = m_search;
    whenDone(m_client.outbox(query), [this, search = m_search](const Admin::BrowsePage &page) {
        if (search == m_search)
            take(page);
        answered();
    });
}

void OutboxFeed::take(const Admin::BrowsePage &page)
{
    const auto known = std::ranges::find(page.messages, m_newestId, &Admin::Message::messageId);
    const QList<Admin::Message> fresh(page.messages.begin(), known);
    if (fresh.isEmpty())
        return;
    m_newestId = fresh.constFirst().messageId;
    emit arrived(fresh);
}

} // namespace Signalbox
