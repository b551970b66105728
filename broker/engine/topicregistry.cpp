// SPDX-License-Identifier: GPL-3.0-only
#include "engine/topicregistry.h"

namespace Signalbox {

void TopicRegistry::load(const StoreContents &contents)
{
    m_topics.clear();
    m_names.clear();
    m_queues.clear();
    add(contents);
}

void TopicRegistry::add(const StoreContents &contents)
{
    for (const TopicRow &row : contents.topics)
        put(row);
    for (const SubscriptionRow &row : contents.subscriptions)
        put(row);
    for (const QueueRow &row : contents.queues) {
        if (const auto found = m_queues.find(row.id); found != m_queues.end())
            found->second->waiting = row.counts;
    }
}

const TopicRegistry::Topic *TopicRegistry::find(const QString &account, const QString &name) const
{
    const auto names = m_names.find(account);
    if (names == m_names.end())
        return nullptr;
    const auto found = names->second.find(name);
    return found == names->second.end() ? nullptr : find(found->second);
}

const TopicRegistry::Topic *TopicRegistry::find(TopicId id) const
{
    const auto found = m_topics.find(id);
    return found == m_topics.end() ? nullptr : &found->second;
}

const TopicRegistry::Subscription *TopicRegistry::findByQueue(QueueId queue) const
{
    const auto found = m_queues.find(queue);
    return found == m_queues.end() ? nullptr : found->second;
}

void TopicRegistry::visit(const QString &account, const QString &from,
                          const std::function<bool(const Topic &)> &next) const
{
    const auto names = m_names.find(account);
    if (names == m_names.end())
        return;
    for (auto place = names->second.lower_bound(from); place != names->second.end(); ++place) {
        if (!next(m_topics.at(place->second)))
            return;
    }
}

void TopicRegistry::visitSubscriptions(const std::function<void(const Subscription &)> &next) const
{
    for (const auto &[id, topic] : m_topics) {
        for (const auto &[name, subscription] : topic.subscriptions)
            next(subscription);
    }
}

void TopicRegistry::put(const TopicRow &row)
{
    m_topics[row.id].row = row;
    m_names[row.account][row.name] = row.id;
}

void TopicRegistry::put(const SubscriptionRow &row)
{
    const auto topic = m_topics.find(row.topic);
    if (topic == m_topics.end())
        return; // It was deleted in the same group.
    Subscription &subscription = topic->second.subscriptions[row.name];
    subscription.row = row;
    m_queues[row.queue] = &subscription;
}

void TopicRegistry::remove(TopicId id)
{
    const auto topic = m_topics.find(id);
    if (topic == m_topics.end())
        return;
    for (const auto &[name, subscription] : topic->second.subscriptions)
        m_queues.erase(subscription.row.queue);
    m_names[topic->second.row.account].erase(topic->second.row.name);
    m_topics.erase(topic);
}

void TopicRegistry::removeSubscription(const SubscriptionRow &row)
{
    m_queues.erase(row.queue);
    if (const auto topic = m_topics.find(row.topic); topic != m_topics.end())
        topic->second.subscriptions.erase(row.name);
}

bool TopicRegistry::apply(const QueueChange &change)
{
    const auto found = m_queues.find(change.id);
    if (found == m_queues.end())
        return false;
    found->second->waiting = change.counts;
    return true;
}

} // namespace Signalbox
