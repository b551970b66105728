// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "store/topicrows.h"

#include <functional>
#include <map>
#include <unordered_map>

namespace Signalbox {

/// What the engine knows of topics and subscriptions without asking the store, with what waits in
/// their delivery queues as of the last commit.
class TopicRegistry
{
public:
    struct Subscription
    {
        SubscriptionRow row;
        QueueCounts waiting; ///< In its delivery queue.
    };
    struct Topic
    {
        TopicRow row;
        std::map<QString, Subscription> subscriptions; ///< By name.
    };

    void load(const StoreContents &contents);
    /// Adds what came back from the trash.
    void add(const StoreContents &contents);

    [[nodiscard]] const Topic *find(const QString &account, const QString &name) const;
    [[nodiscard]] const Topic *find(TopicId id) const;
    /// The subscription whose delivery queue \a queue is; null when there is none.
    [[nodiscard]] const Subscription *findByQueue(QueueId queue) const;
    /// Of \a account, by name, from the first name not below \a from.
    void visit(const QString &account, const QString &from,
               const std::function<bool(const Topic &)> &next) const;
    void visitSubscriptions(const std::function<void(const Subscription &)> &next) const;

    void put(const TopicRow &row);
    void put(const SubscriptionRow &row);
    void remove(TopicId id);
    void removeSubscription(const SubscriptionRow &row);
    /// Of a delivery queue; whether it is one.
    bool apply(const QueueChange &change);

private:
    std::unordered_map<TopicId, Topic> m_topics;
    std::map<QString, std::map<QString, TopicId>> m_names; ///< Account, then name.
    /// By delivery queue; neither map above moves what it holds.
    std::unordered_map<QueueId, Subscription *> m_queues;
};

} // namespace Signalbox
