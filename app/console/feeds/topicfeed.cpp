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
    whenDone(m_client.changedTopics(m_cursor), [this](const Admin::TopicChanges &changes) {
        take(changes);
        answered();
    });
}

void TopicFeed::take(const Admin::TopicChanges &changes)
{
    m_cursor = changes.cursor;
    if (changes.reset)
        m_topics.clear();
    for (const QString &name : changes.removed)
        m_topics.remove(name);
    for (const Admin::Topic &topic : changes.topics)
        m_topics.insert(topic.name, topic);
    const bool isNews = changes.reset || !changes.topics.isEmpty() || !changes.removed.isEmpty();
    m_complete = true;
    if (isNews)
        emit arrived(m_topics.values());
}

} // namespace Signalbox
