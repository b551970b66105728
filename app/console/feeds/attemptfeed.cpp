// SPDX-License-Identifier: GPL-3.0-only
#include "console/feeds/attemptfeed.h"

#include "client/adminclient.h"

namespace Signalbox {

using namespace std::chrono_literals;

AttemptFeed::AttemptFeed(AdminClient &client, const QString &topicName, QObject *parent)
    : Feed(1s, parent)
    , m_client(client)
    , m_topicName(topicName)
{
}

void AttemptFeed::ask()
{
    const Admin::AttemptQuery query{.topic = m_topicName, .after = m_lastNumber, .limit = kPage};
    whenDone(m_client.attempts(query), [this](const Admin::AttemptPage &page) {
        if (page.lastNumber < m_lastNumber) {
            m_lastNumber = 0;
            emit startedOver();
            return ask();
        }
        m_lastNumber = page.lastNumber;
        if (!page.attempts.isEmpty())
            emit arrived(page.attempts);
        answered();
    });
}

} // namespace Signalbox
