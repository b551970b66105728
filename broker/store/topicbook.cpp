// SPDX-License-Identifier: GPL-3.0-only
#include "store/topicbook.h"

namespace Signalbox {

void TopicBook::load(SqlDialect &sql)
{
    m_entries.clear();
    m_names.clear();
    for (const TopicRow &row : sql.topics()) {
        m_entries.emplace(row.id, Entry{row, {}});
        m_names.emplace(std::pair(row.account, row.name), row.id);
    }
    for (const SubscriptionRow &row : sql.subscriptions()) {
        if (Entry *entry = find(row.topic))
            entry->subscriptions.emplace(row.name, row);
    }
}

TopicBook::Entry *TopicBook::find(TopicId id)
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? nullptr : &found->second;
}

TopicBook::Entry *TopicBook::named(const QString &account, const QString &name)
{
    const auto found = m_names.find({account, name});
    return found == m_names.end() ? nullptr : find(found->second);
}

std::vector<TopicRow> TopicBook::topics() const
{
    std::vector<TopicRow> rows;
    for (const auto &[id, entry] : m_entries)
        rows.push_back(entry.row);
    return rows;
}

std::vector<SubscriptionRow> TopicBook::subscriptions() const
{
    std::vector<SubscriptionRow> rows;
    for (const auto &[id, entry] : m_entries) {
        for (const auto &[name, subscription] : entry.subscriptions)
            rows.push_back(subscription);
    }
    return rows;
}

void TopicBook::insert(SqlDialect &sql, const TopicRow &topic)
{
    sql.insertTopic(topic);
    m_entries.emplace(topic.id, Entry{topic, {}});
    m_names.emplace(std::pair(topic.account, topic.name), topic.id);
}

void TopicBook::update(SqlDialect &sql, Entry &entry, const TopicRow &topic)
{
    sql.updateTopic(topic);
    entry.row = topic;
}

void TopicBook::remove(SqlDialect &sql, Entry &entry)
{
    for (const auto &[name, subscription] : entry.subscriptions)
        sql.removeSubscription(subscription.id);
    sql.removeTopic(entry.row.id);
    m_names.erase({entry.row.account, entry.row.name});
    m_entries.erase(entry.row.id);
}

void TopicBook::insert(SqlDialect &sql, Entry &entry, const SubscriptionRow &subscription)
{
    sql.insertSubscription(subscription);
    entry.subscriptions.emplace(subscription.name, subscription);
}

void TopicBook::update(SqlDialect &sql, SubscriptionRow &kept, const SubscriptionRow &subscription)
{
    sql.updateSubscription(subscription);
    kept = subscription;
}

void TopicBook::remove(SqlDialect &sql, Entry &entry, const QString &subscription)
{
    const auto found = entry.subscriptions.find(subscription);
    if (found == entry.subscriptions.end())
        return;
    sql.removeSubscription(found->second.id);
    entry.subscriptions.erase(found);
}

} // namespace Signalbox
