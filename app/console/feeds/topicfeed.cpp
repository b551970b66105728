// SPDX-License-Identifier: GPL-3.0-only
#include "console/feeds/topicfeed.h"

#include "client/adminclient.h"

namespace Signalbox {

using namespace std::chrono_literals;

TopicFeed::TopicFeed(AdminClient &client, QObject *parent)
    : Feed(2s, parent)
    , m_client(client)
{
}

void TopicFeed::ask()
{
    whenDone(m_client.topics(), [this](const QList<Admin::Topic> &topics) {
        m_complete = true;
        emit arrived(topics);
        answered();
    });
}

} // namespace Signalbox
