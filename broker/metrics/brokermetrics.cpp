// SPDX-License-Identifier: GPL-3.0-only
#include "metrics/brokermetrics.h"

namespace Signalbox {

namespace {

constexpr qint64 kSecondMs = 1000;
constexpr qint64 kMinuteMs = 60'000;

float percentileOrNone(const LatencyHistogram &histogram, double share)
{
    const std::optional<double> value = histogram.percentileMs(share);
    return value ? float(*value) : BrokerSample::kNone;
}

} // namespace

BrokerMetrics::BrokerMetrics()
    : m_history(std::make_unique<SampleRing<BrokerSample, kHistorySeconds>>())
{
}

QueueTraffic &BrokerMetrics::trafficOf(qint64 queue)
{
    std::unique_ptr<QueueTraffic> &traffic = m_queues[queue];
    if (!traffic)
        traffic = std::make_unique<QueueTraffic>();
    return *traffic;
}

void BrokerMetrics::sent(qint64 queue, int messages)
{
    m_totals.sent += quint64(messages);
    m_current.sent += quint32(messages);
    trafficOf(queue).countSent(messages);
}

void BrokerMetrics::received(qint64 queue, int messages,
                             std::span<const std::chrono::milliseconds> firstWaits)
{
    m_totals.received += quint64(messages);
    m_current.received += quint32(messages);
    trafficOf(queue).countReceived(messages, firstWaits);
}

void BrokerMetrics::deleted(qint64 queue, int messages, std::span<const Departure> departures)
{
    m_totals.deleted += quint64(messages);
    m_current.deleted += quint32(messages);
    trafficOf(queue).countDeleted(messages, departures);
}

void BrokerMetrics::committed(std::chrono::microseconds duration, int commands)
{
    ++m_totals.commits;
    m_totals.commands += quint64(commands);
    m_secondCommits.record(duration);
}

void BrokerMetrics::forgetQueue(qint64 queue)
{
    m_queues.erase(queue);
    m_receivers.forgetQueue(queue);
}

void BrokerMetrics::published(qint64 topic)
{
    ++m_totals.published;
    ++m_current.published;
    m_pushes.published(topic);
}

void BrokerMetrics::pushed(const PushTry &attempt)
{
    ++m_totals.pushed;
    ++m_current.pushed;
    countRetry(attempt);
    m_pushes.delivered(attempt.subscription, attempt.duration);
}

void BrokerMetrics::pushFailed(const PushTry &attempt, const QString &error, qint64 nextAtMs)
{
    ++m_totals.pushFailed;
    ++m_current.pushFailed;
    countRetry(attempt);
    m_pushes.failed(attempt.subscription, error, nextAtMs, attempt.duration);
}

void BrokerMetrics::countRetry(const PushTry &attempt)
{
    if (!attempt.isRetry)
        return;
    ++m_totals.pushRetried;
    ++m_current.pushRetried;
}

void BrokerMetrics::request(RequestOutcome outcome, std::chrono::microseconds duration)
{
    ++m_current.requests;
    if (outcome != RequestOutcome::Answered)
        ++m_current.errors;
    switch (outcome) {
    case RequestOutcome::Answered:
        ++m_totals.answered;
        break;
    case RequestOutcome::Refused:
        ++m_totals.refused;
        break;
    case RequestOutcome::Failed:
        ++m_totals.failed;
        break;
    }
    m_allRequests.record(duration);
}

void BrokerMetrics::closeSecond(const QueueCounts &totals)
{
    m_current.ready = totals.ready;
    m_current.leased = totals.leased;
    m_current.delayed = totals.delayed;
    m_current.commitP50Ms = percentileOrNone(m_secondCommits, 0.50);
    m_current.commitP95Ms = percentileOrNone(m_secondCommits, 0.95);
    m_current.commitP99Ms = percentileOrNone(m_secondCommits, 0.99);
    m_current.present = true;
    m_history->push(m_current);
    m_current = {};

    m_minuteCommits.add(m_secondCommits);
    m_allCommits.add(m_secondCommits);
    m_secondCommits.clear();
}

std::vector<qint64> BrokerMetrics::tick(qint64 systemMs, const QueueCounts &totals,
                                        const CountsOfQueue &countsOf)
{
    if (m_lastTickMs == 0
        || systemMs < m_lastTickMs) // first tick, or the system clock was set back
        m_lastTickMs = systemMs - kSecondMs;
    const qint64 seconds = (systemMs - m_lastTickMs + kSecondMs / 2) / kSecondMs;
    if (seconds == 0)
        return {};

    for (qint64 missed = std::min<qint64>(seconds - 1, kHistorySeconds); missed > 0; --missed)
        m_history->push({});
    const qint64 previousMinute = m_lastTickMs / kMinuteMs;
    m_lastTickMs += seconds * kSecondMs;
    const qint64 minutes =
        std::min<qint64>(m_lastTickMs / kMinuteMs - previousMinute, QueueTraffic::kMinutes);
    closeSecond(totals);
    m_receivers.closeSeconds(seconds, m_lastTickMs);
    m_pushes.close(seconds, minutes);
    m_refusals.close(seconds, minutes);
    if (minutes > 0)
        m_previousMinuteCommits = std::exchange(m_minuteCommits, {});

    std::vector<qint64> changed;
    for (auto entry = m_queues.begin(); entry != m_queues.end();) {
        QueueTraffic &traffic = *entry->second;
        bool isOther = false;
        for (qint64 i = std::min<qint64>(seconds, QueueTraffic::kSeconds); i > 0; --i)
            isOther |= traffic.closeSecond(countsOf(entry->first));
        for (qint64 i = 0; i < minutes; ++i) {
            traffic.closeMinute();
            isOther = true;
        }
        if (isOther)
            changed.push_back(entry->first);
        if (traffic.idleSeconds() >= kForgetAfterIdleSeconds)
            entry = m_queues.erase(entry);
        else
            ++entry;
    }
    return changed;
}

LatencyHistogram BrokerMetrics::recentCommits() const
{
    LatencyHistogram all = m_previousMinuteCommits;
    all.add(m_minuteCommits);
    all.add(m_secondCommits);
    return all;
}

const QueueTraffic *BrokerMetrics::queue(qint64 queue) const
{
    const auto found = m_queues.find(queue);
    return found == m_queues.end() ? nullptr : found->second.get();
}

QueueRates BrokerMetrics::rates(qint64 queue) const
{
    const QueueTraffic *traffic = this->queue(queue);
    return traffic ? traffic->rates() : QueueRates{};
}

QueueTraffic::Spark BrokerMetrics::spark(qint64 queue, qint64 backlogNow,
                                         std::chrono::milliseconds age) const
{
    const QueueTraffic *traffic = this->queue(queue);
    return (traffic ? *traffic : QueueTraffic{}).spark(backlogNow, age);
}

} // namespace Signalbox
