// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/attention.h"

#include "console/models/queuelistmodel.h"
#include "console/models/subscriptionstate.h"
#include "console/models/topiclistmodel.h"
#include "widgets/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <tuple>
#include <utility>
#include <vector>

namespace Signalbox {

namespace {

class AttentionTexts
{
    Q_DECLARE_TR_FUNCTIONS(Attention)
};

QString age(qint64 milliseconds)
{
    return Format::age(std::chrono::milliseconds(std::max<qint64>(0, milliseconds)));
}

/// What is wrong with a queue, worst first.
enum class Trouble { Expiring, DeadLetters, NoReceiver, Growing, None };

bool expiresSoon(const Admin::QueueRow &queue, qint64 nowMs)
{
    const qint64 retentionMs = std::chrono::milliseconds(queue.settings.retention).count();
    return nowMs - queue.oldestReadyMs.value_or(nowMs) > retentionMs / 2;
}

Trouble troubleOf(const Admin::QueueRow &queue, QueueState state, qint64 nowMs)
{
    if (expiresSoon(queue, nowMs))
        return Trouble::Expiring;
    if (state == QueueState::DeadLetters)
        return Trouble::DeadLetters;
    if (state == QueueState::NoReceiver)
        return Trouble::NoReceiver;
    return state == QueueState::Growing ? Trouble::Growing : Trouble::None;
}

Attention attentionFor(const Admin::QueueRow &queue, Trouble trouble, qint64 nowMs)
{
    const qint64 oldestMs = queue.oldestReadyMs.value_or(nowMs);
    const auto attention = [&queue](const QString &title, const QString &cause) {
        return Attention{Tone::Warn, title, cause, Attention::Remedy::OpenQueue, queue.name};
    };
    if (trouble == Trouble::Expiring) {
        const qint64 retentionMs = std::chrono::milliseconds(queue.settings.retention).count();
        return attention(AttentionTexts::tr("Messages of %1 will expire").arg(queue.name),
                         AttentionTexts::tr("The oldest has waited %1; after %2 it is deleted.")
                             .arg(age(nowMs - oldestMs), age(retentionMs)));
    }
    if (trouble == Trouble::DeadLetters) {
        return attention(
            AttentionTexts::tr("%Ln dead letter(s) in %1", nullptr, int(queue.counts.total()))
                .arg(queue.name),
            AttentionTexts::tr("The oldest was sent %1 ago.").arg(age(nowMs - oldestMs)));
    }
    if (trouble == Trouble::NoReceiver) {
        const qint64 sinceMs = std::max(oldestMs, queue.lastReceiveMs.value_or(0));
        return attention(AttentionTexts::tr("%1 has no receiver").arg(queue.name),
                         AttentionTexts::tr("%1 ready, nothing received for %2.")
                             .arg(Format::count(queue.counts.ready), age(nowMs - sinceMs)));
    }
    return attention(AttentionTexts::tr("%1 is growing").arg(queue.name),
                     AttentionTexts::tr("In %1 /s, out %2 /s.")
                         .arg(Format::rate(queue.inPerS), Format::rate(queue.outPerS)));
}

/// The queues in trouble, at most \a limit: by the kind of trouble, then by what waits in them.
std::vector<std::pair<Trouble, int>> worstRows(const QueueListModel &queues, qint64 nowMs,
                                               int limit)
{
    std::vector<std::pair<Trouble, int>> rows;
    for (int row = 0; row < queues.rowCount(); ++row) {
        const Trouble trouble = troubleOf(queues.queueAt(row), queues.stateAt(row), nowMs);
        if (trouble != Trouble::None)
            rows.emplace_back(trouble, row);
    }
    const auto end = rows.begin() + std::min<std::ptrdiff_t>(limit, std::ssize(rows));
    std::partial_sort(rows.begin(), end, rows.end(), [&queues](const auto &a, const auto &b) {
        const auto key = [&queues](const std::pair<Trouble, int> &entry) {
            return std::tuple(entry.first, -queues.queueAt(entry.second).counts.ready,
                              entry.second);
        };
        return key(a) < key(b);
    });
    rows.erase(end, rows.end());
    return rows;
}

Attention attentionFor(const Admin::Topic &topic, const Admin::Subscription &subscription)
{
    const qint64 waiting = subscription.waiting.total();
    const QString share = Format::percent(successOf(subscription).value_or(0));
    //: %1 is a topic, %2 one of its subscriptions.
    const QString title =
        AttentionTexts::tr("%1: %2 is failing").arg(topic.name, subscription.name);
    //: %1 is the share of pushes that arrived, %2 how many messages wait, %3 why.
    const QString cause = AttentionTexts::tr("%1 arrived in the last hour, %2 waiting. %3")
                              .arg(share, Format::count(waiting), subscription.lastError);
    return {Tone::Warn, title, cause, Attention::Remedy::OpenTopic, topic.name};
}

/// Queues and subscriptions whose dead-letter queue does not exist.
QList<Attention> missingTargets(const QueueListModel &queues, const TopicListModel &topics)
{
    //: %1 is a queue or a subscription, %2 the queue that does not exist.
    const QString title = AttentionTexts::tr("%1: dead-letter queue %2 is missing");
    QList<Attention> found;
    for (int row = 0; row < queues.rowCount(); ++row) {
        const Admin::QueueRow &queue = queues.queueAt(row);
        const QString &target = queue.settings.deadLetters.targetQueue;
        if (target.isEmpty() || queues.rowOf(target) >= 0)
            continue;
        found.append(
            {Tone::Warn, title.arg(queue.name, target),
             AttentionTexts::tr("Messages that were received too often stay until there is one."),
             Attention::Remedy::OpenQueue, queue.name});
    }
    for (const Admin::Topic &topic : topics.rows()) {
        for (const Admin::Subscription &subscription : topic.subscriptions) {
            const QString &target = subscription.settings.deadLetterQueue;
            if (target.isEmpty() || queues.rowOf(target) >= 0)
                continue;
            found.append(
                {Tone::Warn, title.arg(subscription.name, target),
                 AttentionTexts::tr(
                     "What fails for good is tried on, once a minute, until there is one."),
                 Attention::Remedy::OpenTopic, topic.name});
        }
    }
    return found;
}

QList<Attention> nearlyFullDisk(const Admin::Status &status)
{
    constexpr double kLeastFree = 0.10;
    if (status.diskTotalBytes <= 0)
        return {};
    const double free = double(status.diskFreeBytes) / double(status.diskTotalBytes);
    if (free >= kLeastFree)
        return {};
    //: %1 is a size, %2 a share such as "4 %".
    const QString cause = AttentionTexts::tr("%1 are free where the broker keeps its data, %2.");
    return {{Tone::Warn,
             AttentionTexts::tr("The disk is nearly full"),
             cause.arg(Format::bytes(status.diskFreeBytes), Format::percent(free)),
             Attention::Remedy::None,
             {}}};
}

QList<Attention> refusedKeys(const Admin::Status &status)
{
    constexpr qint64 kManyRefusals = 5;
    QList<Attention> found;
    for (const Admin::RefusedKey &key : status.refusedKeys) {
        if (key.refusals < kManyRefusals)
            continue;
        //: %1 is an error code such as "SignatureDoesNotMatch".
        const QString cause = AttentionTexts::tr("%Ln request(s) in ten minutes, the last: %1.",
                                                 nullptr, int(key.refusals));
        found.append({Tone::Warn, AttentionTexts::tr("The key %1 is refused").arg(key.accessKeyId),
                      cause.arg(key.lastCode), Attention::Remedy::OpenRefusals, key.accessKeyId});
    }
    return found;
}

/// Subscriptions that fail, those with the most messages waiting first.
QList<Attention> failingSubscriptions(const TopicListModel &topics)
{
    std::vector<std::pair<qint64, Attention>> failing;
    for (const Admin::Topic &topic : topics.rows()) {
        for (const Admin::Subscription &subscription : topic.subscriptions) {
            if (subscriptionState(subscription) == SubscriptionState::Failing)
                failing.emplace_back(-subscription.waiting.total(),
                                     attentionFor(topic, subscription));
        }
    }
    std::ranges::stable_sort(failing, {}, &std::pair<qint64, Attention>::first);
    QList<Attention> found;
    for (const auto &[waiting, attention] : failing)
        found.append(attention);
    return found;
}

} // namespace

QList<Attention> attentions(const BrokerView &broker, int limit)
{
    QList<Attention> found;
    if (broker.status && broker.status->writesStopped) {
        found.append({Tone::Danger,
                      AttentionTexts::tr("Writes are stopped"),
                      AttentionTexts::tr("Send, receive and delete are refused."),
                      Attention::Remedy::None,
                      {}});
    }
    if (broker.status)
        found += nearlyFullDisk(*broker.status) + refusedKeys(*broker.status);
    if (broker.knowsAllQueues)
        found += missingTargets(broker.queues, broker.topics);
    found += failingSubscriptions(broker.topics);
    found.resize(std::min<qsizetype>(found.size(), limit));
    const auto worst = worstRows(broker.queues, broker.brokerNowMs, limit - int(found.size()));
    for (const auto &[trouble, row] : worst)
        found.append(attentionFor(broker.queues.queueAt(row), trouble, broker.brokerNowMs));
    if (broker.status && broker.status->clock.frozen && found.size() < limit) {
        found.append({Tone::Info,
                      AttentionTexts::tr("The clock is frozen"),
                      AttentionTexts::tr("Delays and leases wait until it runs again."),
                      Attention::Remedy::RunClock,
                      {}});
    }
    return found;
}

} // namespace Signalbox
