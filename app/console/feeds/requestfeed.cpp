// SPDX-License-Identifier: GPL-3.0-only
#include "console/feeds/requestfeed.h"

#include "client/adminclient.h"

#include <utility>

namespace Signalbox {

using namespace std::chrono_literals;

RequestFeed::RequestFeed(AdminClient &client, QObject *parent)
    : Feed(1s, parent)
    , m_client(client)
{
}

void RequestFeed::ask()
{
    m_fresh.clear();
    whenDone(m_client.requests(m_lastId, kPage),
             [this](const Admin::RequestLog &log) { takeNewest(log); });
}

void RequestFeed::takeNewest(const Admin::RequestLog &log)
{
    if (log.lastId < m_lastId) {
        m_lastId = 0;
        m_oldestId = 0;
        m_given = 0;
        emit startedOver();
        return ask();
    }
    takeFresh(log, log.lastId);
}

void RequestFeed::takeFresh(const Admin::RequestLog &page, qint64 lastId)
{
    m_fresh += page.requests;
    // More than a page since the last time: what lies between is asked for as well.
    const bool isKnown = m_lastId != 0;
    if (isKnown && page.requests.size() == kPage && m_fresh.size() < kMost) {
        return whenDone(m_client.requests(m_lastId, kPage, false, m_fresh.last().id),
                        [this, lastId](const Admin::RequestLog &more) { takeFresh(more, lastId); });
    }
    m_lastId = lastId;
    if (!m_fresh.isEmpty()) {
        if (m_oldestId == 0) {
            m_oldestId = m_fresh.last().id;
            m_askOlder = m_fresh.size() == kPage;
        }
        m_given += int(m_fresh.size());
        emit arrived(std::exchange(m_fresh, {}));
    }
    if (!m_askOlder)
        return answered();
    whenDone(m_client.requests(0, kPage, false, m_oldestId),
             [this](const Admin::RequestLog &rest) { takeOlder(rest); });
}

void RequestFeed::takeOlder(const Admin::RequestLog &log)
{
    m_askOlder = log.requests.size() == kPage && m_given < kMost;
    if (!log.requests.isEmpty()) {
        m_oldestId = log.requests.last().id;
        m_given += int(log.requests.size());
        emit older(log.requests);
    }
    if (!m_askOlder)
        return answered();
    whenDone(m_client.requests(0, kPage, false, m_oldestId),
             [this](const Admin::RequestLog &page) { takeOlder(page); });
}

} // namespace Signalbox
