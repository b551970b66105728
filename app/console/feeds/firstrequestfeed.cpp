// SPDX-License-Identifier: GPL-3.0-only
#include "console/feeds/firstrequestfeed.h"

#include "client/adminclient.h"
#include "client/mnsclient.h"

#include <algorithm>
#include <utility>

namespace Signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const auto kAdminPrefix = u"/signalbox/"_s;

} // namespace

FirstRequestFeed::FirstRequestFeed(AdminClient &client, MnsClient &own, QObject *parent)
    : Feed(1s, parent)
    , m_client(client)
{
    connect(&own, &MnsClient::called, this,
            [this](const CallRecord &record) { m_ownRequestIds.insert(record.requestId); });
}

void FirstRequestFeed::ask()
{
    whenDone(m_client.requests(m_lastId), [this](const Admin::RequestLog &log) {
        take(log);
        answered();
    });
}

void FirstRequestFeed::take(const Admin::RequestLog &log)
{
    if (m_candidate && !m_ownRequestIds.contains(m_candidate->requestId)) {
        m_request = *std::exchange(m_candidate, std::nullopt);
        emit arrived();
    }
    m_candidate.reset();
    m_lastId = log.lastId;
    const auto newest =
        std::ranges::find_if(log.requests, [this](const Admin::RequestRecord &request) {
            return !request.resource.startsWith(kAdminPrefix)
                && !m_ownRequestIds.contains(request.requestId);
        });
    if (newest != log.requests.cend())
        m_candidate = *newest;
}

} // namespace Signalbox
