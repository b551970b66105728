// SPDX-License-Identifier: GPL-3.0-only
#include "store/topicbook.h"

namespace Signalbox {

namespace {

QString hiddenName(qint64 id)
{
    return u'/' + QString::number(id);
}

bool isHidden(const QString &name)
{
    return name.startsWith(u'/');
}

} // namespace

void TopicBook::load(SqlDialect &sql)
{
    m_entries.clear();
    m_hiddenTopics.clear();
    m_hiddenSubscriptions.clear();
    m_names.clear();
    for (const TopicRow &row : sql.topics()) {
        if (isHidden(row.name)) {
            m_hiddenTopics.emplace(row.id, Entry{row, {}});
        } else {
            m_entries.emplace(row.id, Entry{row, {}});
            m_names.emplace(std::pair(row.account, row.name), row.id);
        }
    }
    for (const SubscriptionRow &row : sql.subscriptions()) {
        if (isHidden(row.name))
            m_hiddenSubscriptions.emplace(row.id, row);
        else if (Entry *entry = find(row.topic) ? find(row.topic) : hiddenTopic(row.topic))
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

TopicBook::Subscribed TopicBook::subscribed(QueueId queue) const
{
    for (const auto &[id, entry] : m_entries) {
        for (const auto &[name, subscription] : entry.subscriptions) {
            if (subscription.queue == queue)
                return {&entry.row, &subscription};
        }
    }
    return {};
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

void TopicBook::hide(SqlDialect &sql, Entry &entry)
{
    m_names.erase({entry.row.account, entry.row.name});
    entry.row.name = hiddenName(entry.row.id);
    sql.updateTopic(entry.row);
    m_hiddenTopics.insert(m_entries.extract(entry.row.id));
}

void TopicBook::hide(SqlDialect &sql, Entry &entry, const QString &subscription)
{
    SubscriptionRow row = entry.subscriptions.extract(subscription).mapped();
    row.name = hiddenName(row.id);
    sql.updateSubscription(row);
    m_hiddenSubscriptions.emplace(row.id, row);
}

TopicBook::Entry *TopicBook::hiddenTopic(TopicId id)
{
    const auto found = m_hiddenTopics.find(id);
    return found == m_hiddenTopics.end() ? nullptr : &found->second;
}

const SubscriptionRow *TopicBook::hiddenSubscription(SubscriptionId id) const
{
    const auto found = m_hiddenSubscriptions.find(id);
    return found == m_hiddenSubscriptions.end() ? nullptr : &found->second;
}

const TopicBook::Entry &TopicBook::unhide(SqlDialect &sql, TopicId topic, const QString &name)
{
    Entry &entry = m_entries.insert(m_hiddenTopics.extract(topic)).position->second;
    entry.row.name = name;
    sql.updateTopic(entry.row);
    m_names.emplace(std::pair(entry.row.account, name), topic);
    return entry;
}

const SubscriptionRow &TopicBook::unhide(SqlDialect &sql, Entry &entry, SubscriptionId subscription,
                                         const QString &name)
{
    SubscriptionRow row = m_hiddenSubscriptions.extract(subscription).mapped();
    row.name = name;
    sql.updateSubscription(row);
    return entry.subscriptions.emplace(name, row).first->second;
}

void TopicBook::removeHidden(SqlDialect &sql, qint64 topicOrSubscription)
{
    if (const Entry *entry = hiddenTopic(topicOrSubscription)) {
        for (const auto &[name, subscription] : entry->subscriptions)
            sql.removeSubscription(subscription.id);
        sql.removeTopic(topicOrSubscription);
        m_hiddenTopics.erase(topicOrSubscription);
    } else if (m_hiddenSubscriptions.erase(topicOrSubscription) > 0) {
        sql.removeSubscription(topicOrSubscription);
    }
}

} // namespace Signalbox
