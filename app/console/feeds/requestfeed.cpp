// SPDX-License-Identifier: GPL-3.0-only
#include "console/feeds/requestfeed.h"

#include "client/adminclient.h"

namespace Signalbox {

using namespace std::chrono_literals;

RequestFeed::RequestFeed(AdminClient &client, QObject *parent)
    : Feed(1s, parent)
    , m_client(client)
{
}

void RequestFeed::ask()
{
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
    m_lastId = log.lastId;
    if (!log.requests.isEmpty()) {
        if (m_oldestId == 0) {
            m_oldestId = log.requests.last().id;
            m_askOlder = log.requests.size() == kPage;
        }
        m_given += int(log.requests.size());
        emit arrived(log.requests);
    }
    if (!m_askOlder)
        return answered();
    whenDone(m_client.requests(0, kPage, false, m_oldestId),
             [this](const Admin::RequestLog &page) { takeOlder(page); });
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
