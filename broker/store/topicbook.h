// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "store/sqldialect.h"
#include "store/topicrows.h"

#include <map>
#include <unordered_map>
#include <utility>

namespace Signalbox {

/// The writer's view of topics and their subscriptions: the rows as they are in the running
/// transaction. A change goes to the database and into the book by one call.
class TopicBook
{
public:
    struct Entry
    {
        TopicRow row;
        std::map<QString, SubscriptionRow> subscriptions; ///< By name.
    };

    /// Forgets everything and reads it anew.
    void load(SqlDialect &sql);

    [[nodiscard]] Entry *find(TopicId id);
    [[nodiscard]] Entry *named(const QString &account, const QString &name);
    struct Subscribed
    {
        const TopicRow *topic = nullptr;
        const SubscriptionRow *subscription = nullptr;
    };
    /// Whose delivery queue \a queue is; nulls for nobody's. Looks at every subscription.
    [[nodiscard]] Subscribed subscribed(QueueId queue) const;
    [[nodiscard]] std::vector<TopicRow> topics() const;
    [[nodiscard]] std::vector<SubscriptionRow> subscriptions() const;

    void insert(SqlDialect &sql, const TopicRow &topic);
    void update(SqlDialect &sql, Entry &entry, const TopicRow &topic);
    void insert(SqlDialect &sql, Entry &entry, const SubscriptionRow &subscription);
    void update(SqlDialect &sql, SubscriptionRow &kept, const SubscriptionRow &subscription);

    // --- In the trash: the row stays, under a name that nobody can ask for. The topics and
    // subscriptions above are those that are not.
    void hide(SqlDialect &sql, Entry &entry);
    void hide(SqlDialect &sql, Entry &entry, const QString &subscription);
    /// Null once it is back, or gone for good.
    [[nodiscard]] Entry *hiddenTopic(TopicId id);
    [[nodiscard]] const SubscriptionRow *hiddenSubscription(SubscriptionId id) const;
    /// Under \a name, which is free.
    const Entry &unhide(SqlDialect &sql, TopicId topic, const QString &name);
    const SubscriptionRow &unhide(SqlDialect &sql, Entry &entry, SubscriptionId subscription,
                                  const QString &name);
    /// For good; a topic with the subscriptions that went with it.
    void removeHidden(SqlDialect &sql, qint64 topicOrSubscription);

private:
    std::unordered_map<TopicId, Entry> m_entries;
    std::unordered_map<TopicId, Entry> m_hiddenTopics;
    std::unordered_map<SubscriptionId, SubscriptionRow> m_hiddenSubscriptions;
    std::map<std::pair<QString, QString>, TopicId> m_names; ///< Account and name.
};

} // namespace Signalbox
