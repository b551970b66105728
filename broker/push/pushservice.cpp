// SPDX-License-Identifier: GPL-3.0-only
#include "push/pushservice.h"

#include "core/ids.h"
#include "core/logging.h"
#include "metrics/brokermetrics.h"
#include "protocol/outboxlabel.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds kDeadLetterPause{60}; ///< While the dead-letter queue is missing.

int workerCount()
{
    return std::max(1, int(std::thread::hardware_concurrency()));
}

NewMessage copyOf(const MessageRow &message, const QByteArray &body)
{
    NewMessage copy;
    copy.content.body = body;
    copy.content.groupId = message.groupId;
    copy.content.userProperties = message.userProperties;
    copy.content.systemProperties = message.systemProperties;
    copy.bodyMd5 = QCryptographicHash::hash(body, QCryptographicHash::Md5);
    return copy;
}

} // namespace

PushService::PushService(Options options, Store &store, Topics &topics, const BrokerClock &clock,
                         BrokerMetrics &metrics, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_store(store)
    , m_topics(topics)
    , m_clock(clock)
    , m_metrics(metrics)
    , m_slots(m_options.deliveries)
    , m_secondTimer(this)
    , m_finishTimer(this)
    , m_mailbox(this)
    , m_finished([this] { m_mailbox.post([this] { takeFinishedSoon(); }); })
    , m_journal({.directory = m_options.directory}, m_options.systemTime)
    , m_caller(m_options.caller)
    , m_unprovenCaller(m_options.caller)
    , m_mailCaller(m_options.caller)
    , m_workers(workerCount())
{
    auto made = std::make_shared<std::promise<Result<PushKey>>>();
    m_key = made->get_future().share();
    if (m_options.key) {
        made->set_value(*m_options.key);
    } else {
        m_workers.run([made, directory = m_options.directory, bits = m_options.keyBits] {
            made->set_value(PushKey::create(directory, bits));
        });
    }
    m_terms.md5Form = m_options.md5Form;
    m_secondTimer.setSingleShot(true);
    m_finishTimer.setSingleShot(true);
    connect(&m_finishTimer, &QTimer::timeout, this, &PushService::takeFinished);
    connect(&m_secondTimer, &QTimer::timeout, this, &PushService::pumpHungry);
    connect(&m_topics, &Topics::deliveryReady, this, &PushService::pump);
    connect(&m_topics, &Topics::subscriptionChanged, this, &PushService::pump);
    connect(&m_topics, &Topics::deliveredDirectly, this, &PushService::recordDirect);
    connect(&m_topics, &Topics::copiesExpired, this, &PushService::recordExpired);
    connect(&m_topics, &Topics::reloaded, this, &PushService::pumpAll);
}

PushService::~PushService() = default;

void PushService::start(const QByteArray &certificateUrl)
{
    m_terms.certificateUrl = certificateUrl;
    m_journal.load([this](const std::vector<PushAttempt> &attempts) {
        m_mailbox.post([this, attempts] {
            m_attempts.restore(attempts);
            m_isRunning = !m_isStopped;
            pumpAll();
        });
    });
}

void PushService::stop()
{
    m_isStopped = true;
    m_isRunning = false;
    m_secondTimer.stop();
    for (auto &[queue, feed] : m_feeds) {
        std::vector<MessageKey> keys;
        for (const auto &[sequence, key] : feed.underWay)
            keys.push_back(key);
        if (!keys.empty())
            m_store.giveBack(queue, std::move(keys));
        feed.underWay.clear();
    }
}

QByteArray PushService::certificate() const
{
    const Result<PushKey> &key = m_key.get();
    return key ? key->certificate() : QByteArray();
}

void PushService::forwardToQueue(const Delivery &delivery)
{
    const QByteArray body =
        writeNotification(notificationOf(delivery), delivery.subscription.settings.format);
    m_store.forward(delivery.subscription.queue, delivery.message.key, delivery.topic.account,
                    delivery.endpoint.target, copyOf(delivery.message, body),
                    [this, delivery](const Result<QueueId> &forwarded) {
                        if (forwarded)
                            m_metrics.sent(*forwarded, 1);
                        forwardEnded(delivery, forwarded);
                    });
}

void PushService::forwardEnded(const Delivery &delivery, const Result<QueueId> &forwarded)
{
    PushAttempt attempt = attemptOf(delivery);
    if (!forwarded) {
        attempt.reply.error = forwarded.error().message;
        return fail(delivery, std::move(attempt));
    }
    m_slots.succeeded(delivery.subscription.settings.endpoint);
    record(delivery, std::move(attempt));
    release(delivery);
}

NewMessage PushService::outboxCopy(const Delivery &delivery, const QString &state,
                                   const QString &error) const
{
    NewMessage kept = copyOf(delivery.message, delivery.message.body);
    kept.origin = delivery.message.origin;
    kept.content.systemProperties =
        withOutboxLabel(kept.content.systemProperties,
                        {delivery.topic.name, delivery.subscription.name,
                         delivery.subscription.settings.endpoint, state, error});
    return kept;
}

void PushService::moveToOutbox(const Delivery &delivery, const NewMessage &kept,
                               std::function<void(const Result<QueueId> &)> done)
{
    m_store.forwardToOutbox(delivery.subscription.queue, delivery.message.key,
                            delivery.topic.account, kept,
                            [this, account = delivery.topic.account,
                             done = std::move(done)](const Result<QueueId> &outbox) {
                                if (outbox)
                                    m_topics.setOutbox(account, *outbox);
                                done(outbox);
                            });
}

void PushService::keepInOutbox(const Delivery &delivery)
{
    moveToOutbox(
        delivery, outboxCopy(delivery, OutboxLabel::kKept, {}),
        [this, delivery](const Result<QueueId> &outbox) { forwardEnded(delivery, outbox); });
}

void PushService::takeAway(const Delivery &delivery, const QString &error)
{
    freeSlot(delivery); // Its endpoint is through with it, and may get another before the commit.
    const QueueId queue = delivery.subscription.queue;
    const MessageKey key = delivery.message.key;
    // Where it fails the lease had ended: it is pushed once more.
    if (delivery.endsInOutbox) {
        const auto state = error.isEmpty() ? OutboxLabel::kSent : OutboxLabel::kFailed;
        return moveToOutbox(delivery, outboxCopy(delivery, state, error),
                            [this, queue, key](const Result<QueueId> &) { forget(queue, {key}); });
    }
    if (m_leaving.empty())
        m_mailbox.post([this] { removeLeaving(); });
    m_leaving[queue].push_back(key);
}

void PushService::removeLeaving()
{
    for (const auto &[queue, keys] : std::exchange(m_leaving, {})) {
        m_store.deleteMessages(queue, keys,
                               [this, queue = queue,
                                keys = keys](const Result<std::vector<Result<DeletedMessage>>> &) {
                                   forget(queue, keys);
                               });
    }
}

void PushService::forwardDead(const Delivery &delivery, const QString &queue,
                              const NewMessage &dead, const QString &error,
                              std::function<void(const Result<QueueId> &)> done)
{
    const MessageKey key = delivery.message.key;
    const QString &account = delivery.topic.account;
    if (!delivery.endsInOutbox)
        return m_store.forward(delivery.subscription.queue, key, account, queue, dead,
                               std::move(done));
    m_store.forwardAndKeep(
        delivery.subscription.queue, key, account, queue, dead,
        outboxCopy(delivery, OutboxLabel::kFailed, error),
        [this, account, done = std::move(done)](const Result<ForwardedAndKept> &forwarded) {
            if (!forwarded)
                return done(forwarded.error());
            m_topics.setOutbox(account, forwarded->outbox);
            done(forwarded->target);
        });
}

void PushService::finish(const Delivery &delivery, PushAttempt attempt)
{
    m_slots.succeeded(delivery.subscription.settings.endpoint);
    record(delivery, std::move(attempt));
    if (!m_isRunning)
        return release(delivery); // It was given back, and will be pushed again.
    takeAway(delivery, {});
}

void PushService::fail(const Delivery &delivery, PushAttempt attempt)
{
    m_slots.failed(delivery.subscription.settings.endpoint, m_options.systemTime());
    // As it stands now: a change of the strategy holds for what already failed.
    const TopicRegistry::Subscription *subscription =
        m_topics.registry().findByQueue(delivery.subscription.queue);
    if (m_isRunning && !subscription) { // unsubscribed meanwhile, which may be undone
        attempt.outcome = PushAttempt::Outcome::Failed;
        record(delivery, std::move(attempt));
        m_store.giveBack(delivery.subscription.queue, {delivery.message.key});
    }
    if (!m_isRunning || !subscription)
        return release(delivery);
    if (attempt.attempt > retries(subscription->row.settings.strategy))
        return giveUp(delivery, std::move(attempt));
    const std::chrono::seconds pause =
        retryPause(subscription->row.settings.strategy, attempt.attempt,
                   QRandomGenerator::global()->generateDouble());
    if (!outlives(delivery.message, pause))
        return giveUp(delivery, std::move(attempt));
    tryLater(delivery, std::move(attempt), pause);
}

bool PushService::outlives(const MessageRow &message, std::chrono::milliseconds pause) const
{
    const std::chrono::milliseconds kept = Limits::kTopicRetention;
    return m_clock.nowMs() + pause.count() < message.enqueuedAtMs + kept.count();
}

void PushService::tryLater(const Delivery &delivery, PushAttempt attempt,
                           std::chrono::seconds pause)
{
    attempt.outcome = PushAttempt::Outcome::Failed;
    m_store.changeVisibility(
        delivery.subscription.queue, delivery.message.key, pause,
        [this, delivery, attempt = std::move(attempt)](const Result<NewLease> &lease) mutable {
            attempt.nextAtMs = lease ? lease->visibleAtMs : m_clock.nowMs();
            if (!delivery.isOver) // else nothing was tried
                record(delivery, std::move(attempt));
            release(delivery);
        });
}

void PushService::giveUp(const Delivery &delivery, PushAttempt attempt)
{
    const TopicRegistry::Subscription *subscription =
        m_topics.registry().findByQueue(delivery.subscription.queue);
    const QString deadLetters =
        subscription ? subscription->row.settings.deadLetterQueue : QString();
    if (deadLetters.isEmpty())
        return drop(delivery, std::move(attempt));
    NewMessage dead = copyOf(delivery.message, delivery.message.body);
    DeadLetterOrigin origin;
    origin.topic = delivery.topic.name;
    origin.subscription = delivery.subscription.name;
    origin.messageId = attempt.messageId;
    origin.atMs = m_clock.nowMs();
    origin.tries = attempt.attempt;
    origin.lastFailure = attempt.failure();
    dead.origin = delivery.message.origin;
    dead.content.systemProperties =
        withDeadLetterProperties(dead.content.systemProperties, delivery.topic.account, origin);
    dead.deadLetter = origin;
    forwardDead(delivery, deadLetters, dead, origin.lastFailure,
                [this, delivery, deadLetters,
                 attempt = std::move(attempt)](const Result<QueueId> &forwarded) mutable {
                    if (!forwarded) {
                        qCWarning(logPush, "The dead-letter queue %s cannot take a message: %s",
                                  qUtf8Printable(deadLetters),
                                  qUtf8Printable(forwarded.error().message));
                        return tryLater(delivery, std::move(attempt), kDeadLetterPause);
                    }
                    m_metrics.sent(*forwarded, 1);
                    attempt.outcome = PushAttempt::Outcome::DeadLettered;
                    record(delivery, std::move(attempt));
                    release(delivery);
                });
}

void PushService::giveUpAgain(Delivery delivery)
{
    delivery.isOver = true;
    PushAttempt attempt = attemptOf(delivery);
    attempt.attempt = retries(delivery.subscription.settings.strategy) + 1;
    const PushAttempt *last =
        m_attempts.last(attempt.account, attempt.topic, attempt.subscription, attempt.messageId);
    attempt.reply.error = last ? last->failure() : u"It was tried %1 times."_s.arg(attempt.attempt);
    giveUp(delivery, std::move(attempt));
}

void PushService::drop(const Delivery &delivery, PushAttempt attempt)
{
    qCInfo(logPush, "Gave up message %s for subscription %s of topic %s after %d attempts.",
           attempt.messageId.constData(), qUtf8Printable(attempt.subscription),
           qUtf8Printable(attempt.topic), attempt.attempt);
    attempt.outcome = PushAttempt::Outcome::Dropped;
    const QString failure = attempt.failure();
    record(delivery, std::move(attempt));
    takeAway(delivery, failure);
}

void PushService::release(const Delivery &delivery)
{
    freeSlot(delivery);
    forget(delivery.subscription.queue, {delivery.message.key});
}

void PushService::forget(QueueId queue, const std::vector<MessageKey> &keys)
{
    const auto feed = m_feeds.find(queue);
    if (feed == m_feeds.end())
        return;
    for (const MessageKey &key : keys)
        feed->second.underWay.erase(key.sequence);
}

void PushService::freeSlot(const Delivery &delivery)
{
    m_slots.giveBack(delivery.subscription.settings.endpoint, 1);
    if (!m_isRunning || m_willPump)
        return;
    m_willPump = true; // once for all that end together
    m_mailbox.post([this] {
        m_willPump = false;
        pumpHungry();
    });
}

} // namespace Signalbox
