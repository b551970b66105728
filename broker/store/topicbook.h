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
    [[nodiscard]] std::vector<TopicRow> topics() const;
    [[nodiscard]] std::vector<SubscriptionRow> subscriptions() const;

    void insert(SqlDialect &sql, const TopicRow &topic);
    void update(SqlDialect &sql, Entry &entry, const TopicRow &topic);
    /// With its subscriptions.
    void remove(SqlDialect &sql, Entry &entry);
    void insert(SqlDialect &sql, Entry &entry, const SubscriptionRow &subscription);
    void update(SqlDialect &sql, SubscriptionRow &kept, const SubscriptionRow &subscription);
    void remove(SqlDialect &sql, Entry &entry, const QString &subscription);

private:
    std::unordered_map<TopicId, Entry> m_entries;
    std::map<std::pair<QString, QString>, TopicId> m_names; ///< Account and name.
};

} // namespace Signalbox
