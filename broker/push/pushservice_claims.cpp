// SPDX-License-Identifier: GPL-3.0-only
#include "push/pushservice.h"

#include <algorithm>
#include <utility>

// How messages come out of the delivery queues: no more than can be sent at once.

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

// Beyond what an attempt may take: a lease ends only where the broker was killed or time was moved.
constexpr std::chrono::seconds kLeaseBeyondAttempt{55};

} // namespace

void PushService::pumpAll()
{
    m_topics.registry().visitSubscriptions([this](const TopicRegistry::Subscription &subscription) {
        if (subscription.waiting.ready > 0)
            m_hungry.insert(subscription.row.queue);
    });
    pumpHungry();
}

void PushService::pumpHungry()
{
    // Round and round: where slots are short, everybody's turn comes.
    const std::set<QueueId> hungry = std::exchange(m_hungry, {});
    const auto next = hungry.upper_bound(m_lastFed);
    std::for_each(next, hungry.end(), [this](QueueId queue) { pump(queue); });
    std::for_each(hungry.begin(), next, [this](QueueId queue) { pump(queue); });
}

int PushService::roomFor(const SubscriptionRow &subscription, Feed &feed)
{
    const QString &endpoint = subscription.settings.endpoint;
    const qint64 nowMs = m_options.systemTime();
    int room = std::min(m_slots.room(endpoint), Limits::kMaxBatch);
    if (m_slots.rests(endpoint, nowMs)) {
        pumpIn(CountInSecond::kMsPerSecond - nowMs % CountInSecond::kMsPerSecond);
        return 0;
    }
    if (const int rate = subscription.settings.maxPushesPerSecond; rate > 0) {
        room = std::min(room, rate - feed.taken.at(nowMs));
        if (room <= 0)
            pumpIn(feed.taken.msUntilFewer(nowMs));
    }
    return std::max(room, 0);
}

void PushService::pumpIn(qint64 ms)
{
    if (ms > 0 && (!m_secondTimer.isActive() || ms < m_secondTimer.remainingTime()))
        m_secondTimer.start(int(ms));
}

void PushService::pump(QueueId queue)
{
    const TopicRegistry::Subscription *subscription = m_topics.registry().findByQueue(queue);
    if (!subscription)
        return endFeed(queue);
    if (!m_isRunning || subscription->row.isPaused)
        return;
    Feed &feed = m_feeds[queue];
    if (feed.isClaiming) {
        feed.mayHaveMore = true;
        return;
    }
    const int room = roomFor(subscription->row, feed);
    if (room <= 0) {
        m_hungry.insert(queue);
        return;
    }
    feed.isClaiming = true;
    feed.mayHaveMore = false;
    m_lastFed = queue;
    m_slots.take(subscription->row.settings.endpoint, room);
    const auto lease =
        std::chrono::ceil<std::chrono::seconds>(m_options.caller.timeout) + kLeaseBeyondAttempt;
    m_store.claim({queue, room, lease, u"push"_s, false},
                  [this, queue, room, endpoint = subscription->row.settings.endpoint](
                      const Result<std::vector<MessageRow>> &rows) {
                      const auto messages = rows ? wanted(queue, *rows) : std::vector<MessageRow>();
                      m_slots.giveBack(endpoint, room - int(messages.size()));
                      take(queue, room, messages);
                  });
}

void PushService::endFeed(QueueId queue)
{
    const auto feed = m_feeds.find(queue);
    if (feed == m_feeds.end())
        return;
    startRetries(queue, feed->second); // they are told that it is gone
    m_feeds.erase(feed);
}

std::vector<MessageRow> PushService::wanted(QueueId queue, const std::vector<MessageRow> &rows)
{
    if (m_isRunning && m_topics.registry().findByQueue(queue))
        return rows; // else stopped or unsubscribed meanwhile, which may be undone
    std::vector<MessageKey> keys;
    keys.reserve(rows.size());
    for (const MessageRow &row : rows)
        keys.push_back(row.key);
    m_store.giveBack(queue, std::move(keys));
    return {};
}

void PushService::take(QueueId queue, int asked, const std::vector<MessageRow> &messages)
{
    const TopicRegistry::Subscription *subscription = m_topics.registry().findByQueue(queue);
    if (!subscription)
        return endFeed(queue);
    Feed &feed = m_feeds[queue];
    feed.isClaiming = false;
    feed.taken.add(m_options.systemTime(), int(messages.size()));
    const bool goOn = feed.mayHaveMore || int(messages.size()) == asked;
    const SubscriptionRow row = subscription->row;
    for (const MessageRow &message : messages) {
        feed.underWay[message.key.sequence] = message.key;
        deliver(row, message);
    }
    startRetries(queue, feed); // before the next claim
    if (goOn)
        pump(queue);
}

} // namespace Signalbox
