// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "protocol/subscription.h"
#include "protocol/topic.h"
#include "store/rows.h"

/// Topics and subscriptions as the store keeps them. All times are Unix milliseconds by the
/// broker's clock. Ids come from the same sequence as those of queues.
namespace Signalbox {

using TopicId = qint64;
using SubscriptionId = qint64;

struct TopicRow
{
    TopicId id = 0;
    QString account;
    QString name;
    TopicSettings settings;
    qint64 createdAtMs = 0;
    qint64 modifiedAtMs = 0;

    bool operator==(const TopicRow &) const = default;
};

struct SubscriptionRow
{
    SubscriptionId id = 0;
    TopicId topic = 0;
    QString name;
    SubscriptionSettings settings;
    QueueId queue = 0; ///< Its hidden delivery queue.
    bool isPaused = false; ///< What is published waits in the delivery queue.
    qint64 createdAtMs = 0;
    qint64 modifiedAtMs = 0;

    bool operator==(const SubscriptionRow &) const = default;
};

/// A subscription with the queue that was made for it.
struct NewSubscription
{
    SubscriptionRow subscription;
    QueueRow queue;
};

/// A copy of a published message that its subscriber has already.
struct DirectCopy
{
    QueueId queue = 0; ///< That got it, as the subscriber.
    SubscriptionId subscription = 0;
    QueueId deliveryQueue = 0; ///< Of the subscription; the copy was never there.
};

/// What a publish gave.
struct Publication
{
    MessageSequence sequence = 0; ///< Of the published message itself; no row has it.
    std::vector<DirectCopy> direct; ///< To queues, at once.
    int waiting = 0; ///< Subscriptions in whose delivery queue a copy waits.
};

/// Everything named that the database holds.
struct StoreContents
{
    std::vector<QueueRow> queues;
    std::vector<TopicRow> topics;
    std::vector<SubscriptionRow> subscriptions;
};

/// What came back from the trash.
struct Restored
{
    TrashKind kind = TrashKind::Queue;
    QString name; ///< That the queue, topic or subscription has now.
    QString topic; ///< Of a subscription: the name of its topic.
    StoreContents contents; ///< The queue; or topic, subscriptions and their delivery queues.
};

/// What left with a topic, or one subscription.
struct Unsubscribed
{
    TrashEntry trash;
    std::vector<SubscriptionRow> subscriptions;
};

} // namespace Signalbox
