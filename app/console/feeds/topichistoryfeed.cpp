// SPDX-License-Identifier: GPL-3.0-only
#include "console/feeds/topichistoryfeed.h"

#include "client/adminclient.h"

namespace Signalbox {

using namespace std::chrono_literals;

TopicHistoryFeed::TopicHistoryFeed(AdminClient &client, const QString &topicName, QObject *parent)
    : Feed(1s, parent)
    , m_client(client)
    , m_topicName(topicName)
{
}

void TopicHistoryFeed::ask()
{
    whenDone(m_client.topicMetrics(m_topicName), [this](const Admin::TopicHistory &history) {
        m_history = history;
        answered();
    });
}

} // namespace Signalbox
