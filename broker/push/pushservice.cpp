// SPDX-License-Identifier: GPL-3.0-only
#include "push/pushservice.h"

#include "core/ids.h"
#include "core/logging.h"
#include "metrics/brokermetrics.h"
#include "protocol/pushendpoint.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

// Longer than an attempt takes; a lease ends only where the broker was killed or time was moved.
constexpr std::chrono::seconds kLease{60};
constexpr std::chrono::seconds kDeadLetterPause{60}; ///< While the dead-letter queue is missing.
constexpr std::chrono::milliseconds kFinishPause{2}; ///< So that one commit takes several.
constexpr qint64 kMsPerSecond = 1000;

int workerCount()
{
    return std::max(1, int(std::thread::hardware_concurrency()));
}

MessageProperty text(const QString &name, const QString &value)
{
    return {name, value, PropertyType::String};
}

QString arnOf(const TopicRow &topic, const SubscriptionRow &subscription)
{
    return u"acs:mns:local:%1:/topics/%2/subscriptions/%3"_s.arg(topic.account, topic.name,
                                                                 subscription.name);
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
    , m_rateTimer(this)
    , m_finishTimer(this)
    , m_mailbox(this)
    , m_finished([this] { m_mailbox.post([this] { m_finishTimer.start(kFinishPause); }); })
    , m_caller(m_options.http)
    , m_unprovenCaller(m_options.http)
    , m_workers(workerCount())
{
    auto made = std::make_shared<std::promise<Result<PushKey>>>();
    m_key = made->get_future().share();
    m_workers.run([made, directory = m_options.directory, bits = m_options.keyBits] {
        made->set_value(PushKey::openOrCreate(directory, bits));
    });
    m_terms.md5Form = m_options.md5Form;
    m_rateTimer.setSingleShot(true);
    m_finishTimer.setSingleShot(true);
    connect(&m_finishTimer, &QTimer::timeout, this, &PushService::takeFinished);
    connect(&m_rateTimer, &QTimer::timeout, this, &PushService::pumpHungry);
    connect(&m_topics, &Topics::deliveryReady, this, &PushService::pump);
    connect(&m_topics, &Topics::subscriptionChanged, this, &PushService::pump);
    connect(&m_topics, &Topics::reloaded, this, &PushService::pumpAll);
}

PushService::~PushService() = default;

void PushService::start(const QByteArray &certificateUrl)
{
    m_terms.certificateUrl = certificateUrl;
    m_isRunning = true;
    pumpAll();
}

void PushService::stop()
{
    m_isRunning = false;
    m_rateTimer.stop();
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
    int room = std::min(m_slots.room(subscription.settings.endpoint), Limits::kMaxBatch);
    if (const int rate = subscription.settings.maxPushesPerSecond; rate > 0) {
        const qint64 nowMs = m_options.systemTime();
        if (feed.second != nowMs / kMsPerSecond) {
            feed.second = nowMs / kMsPerSecond;
            feed.takenInSecond = 0;
        }
        room = std::min(room, rate - feed.takenInSecond);
        if (feed.takenInSecond >= rate && !m_rateTimer.isActive())
            m_rateTimer.start(int(kMsPerSecond - nowMs % kMsPerSecond));
    }
    return room;
}

void PushService::pump(QueueId queue)
{
    const TopicRegistry::Subscription *subscription = m_topics.registry().findByQueue(queue);
    if (!subscription) {
        m_feeds.erase(queue);
        return;
    }
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
    feed.takenInSecond += room;
    m_lastFed = queue;
    m_slots.take(subscription->row.settings.endpoint, room);
    m_store.claim({queue, room, kLease, u"push"_s},
                  [this, queue, room, endpoint = subscription->row.settings.endpoint](
                      const Result<std::vector<MessageRow>> &rows) {
                      const auto messages = rows ? wanted(queue, *rows) : std::vector<MessageRow>();
                      m_slots.giveBack(endpoint, room - int(messages.size()));
                      take(queue, room, messages);
                  });
}

std::vector<MessageRow> PushService::wanted(QueueId queue, const std::vector<MessageRow> &rows)
{
    if (!m_topics.registry().findByQueue(queue))
        return {}; // Unsubscribed meanwhile: the queue is gone.
    if (m_isRunning)
        return rows;
    std::vector<MessageKey> keys;
    for (const MessageRow &row : rows)
        keys.push_back(row.key);
    m_store.giveBack(queue, std::move(keys));
    return {};
}

void PushService::take(QueueId queue, int asked, const std::vector<MessageRow> &messages)
{
    const TopicRegistry::Subscription *subscription = m_topics.registry().findByQueue(queue);
    if (!subscription)
        return;
    Feed &feed = m_feeds[queue];
    feed.isClaiming = false;
    feed.takenInSecond = std::max(feed.takenInSecond - (asked - int(messages.size())), 0);
    const bool goOn = feed.mayHaveMore || int(messages.size()) == asked;
    const SubscriptionRow row = subscription->row;
    for (const MessageRow &message : messages) {
        feed.underWay[message.key.sequence] = message.key;
        deliver(row, message);
    }
    if (goOn)
        pump(queue);
}

void PushService::deliver(const SubscriptionRow &subscription, const MessageRow &message)
{
    Delivery delivery;
    delivery.subscription = subscription;
    delivery.message = message;
    if (const TopicRegistry::Topic *topic = m_topics.registry().find(subscription.topic))
        delivery.topic = topic->row;
    const Result<PushEndpoint> endpoint = parsePushEndpoint(subscription.settings.endpoint);
    if (!endpoint) {
        PushAttempt attempt = attemptOf(delivery);
        attempt.reply.error = endpoint.error().message;
        return fail(delivery, std::move(attempt));
    }
    delivery.target = endpoint->target;
    switch (endpoint->channel) {
    case PushChannel::Http:
        return pushOverHttp(std::move(delivery));
    case PushChannel::Queue:
        return forwardToQueue(delivery);
    case PushChannel::Mail:
    case PushChannel::Sms:
    case PushChannel::Function:
    case PushChannel::EventBus:
    case PushChannel::MobilePush:
        return keepInOutbox(delivery);
    }
}

Notification PushService::notificationOf(const Delivery &delivery) const
{
    const MessageRow &message = delivery.message;
    Notification notification;
    notification.topicOwner = notification.subscriber = delivery.topic.account;
    notification.topic = delivery.topic.name;
    notification.subscription = delivery.subscription.name;
    notification.body = message.body;
    notification.bodyMd5 = message.bodyMd5.toHex().toUpper();
    if (message.origin) {
        notification.messageId = message.origin->messageId;
        notification.tag = message.origin->tag;
        notification.publishedAtMs = message.origin->publishedAtMs;
    }
    return notification;
}

PushAttempt PushService::attemptOf(const Delivery &delivery) const
{
    PushAttempt attempt;
    attempt.account = delivery.topic.account;
    attempt.topic = delivery.topic.name;
    attempt.subscription = delivery.subscription.name;
    attempt.messageId = delivery.message.origin ? delivery.message.origin->messageId : QByteArray();
    attempt.attempt = delivery.message.receiveCount;
    attempt.atMs = m_options.systemTime();
    attempt.endpoint = delivery.subscription.settings.endpoint;
    return attempt;
}

void PushService::pushOverHttp(Delivery delivery)
{
    const Notification notification = notificationOf(delivery);
    const qint64 nowMs = m_options.systemTime();
    HttpCaller &caller =
        m_slots.isProven(delivery.subscription.settings.endpoint) ? m_caller : m_unprovenCaller;
    m_workers.run([this, delivery = std::move(delivery), notification, terms = m_terms, nowMs,
                   &caller] {
        const SubscriptionSettings &settings = delivery.subscription.settings;
        const Result<PushKey> &key = m_key.get();
        if (!key) {
            HttpOutcome outcome;
            outcome.error = key.error().message;
            return m_finished.send({delivery, {}, outcome});
        }
        PushRequest request =
            makePushRequest(settings.endpoint, notification, settings.format, terms, *key, nowMs);
        caller.call(request.call, [this, delivery, request](const HttpOutcome &outcome) {
            m_finished.send({delivery, request, outcome});
        });
    });
}

void PushService::takeFinished()
{
    for (Finished &finished : m_finished.takeAll()) {
        PushAttempt attempt = attemptOf(finished.delivery);
        attempt.request = std::move(finished.request.call);
        attempt.stringToSign = std::move(finished.request.stringToSign);
        attempt.reply = std::move(finished.outcome);
        if (attempt.reply.isSuccess())
            finish(finished.delivery, std::move(attempt));
        else
            fail(finished.delivery, std::move(attempt));
    }
}

void PushService::forwardToQueue(const Delivery &delivery)
{
    const QByteArray body =
        writeNotification(notificationOf(delivery), delivery.subscription.settings.format);
    m_store.forward(delivery.subscription.queue, delivery.message.key, delivery.topic.account,
                    delivery.target, copyOf(delivery.message, body),
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

void PushService::keepInOutbox(const Delivery &delivery)
{
    NewMessage kept = copyOf(delivery.message, delivery.message.body);
    kept.origin = delivery.message.origin;
    kept.content.systemProperties += {
        text(u"Topic"_s, delivery.topic.name),
        text(u"Subscription"_s, delivery.subscription.name),
        text(u"Endpoint"_s, delivery.subscription.settings.endpoint),
    };
    m_store.forwardToOutbox(delivery.subscription.queue, delivery.message.key,
                            delivery.topic.account, kept,
                            [this, delivery](const Result<QueueId> &forwarded) {
                                if (forwarded)
                                    m_topics.setOutbox(delivery.topic.account, *forwarded);
                                forwardEnded(delivery, forwarded);
                            });
}

void PushService::record(const Delivery &delivery, PushAttempt attempt)
{
    const PushTry counted{.subscription = delivery.subscription.id,
                          .isRetry = attempt.attempt > 1,
                          .duration = attempt.reply.duration};
    if (attempt.outcome == PushAttempt::Outcome::Delivered)
        m_metrics.pushed(counted);
    else if (m_topics.registry().findByQueue(delivery.subscription.queue))
        m_metrics.pushFailed(counted, attempt.failure(), attempt.nextAtMs);
    m_attempts.add(std::move(attempt));
}

void PushService::finish(const Delivery &delivery, PushAttempt attempt)
{
    m_slots.succeeded(delivery.subscription.settings.endpoint);
    record(delivery, std::move(attempt));
    if (!m_isRunning)
        return release(delivery); // It was given back, and will be pushed again.
    m_store.deleteMessages(
        delivery.subscription.queue, {delivery.message.key},
        [this, delivery](const Result<std::vector<Result<DeletedMessage>>> &) {
            release(delivery); // Not deleted, its lease had ended: it is pushed once more.
        });
}

void PushService::fail(const Delivery &delivery, PushAttempt attempt)
{
    m_slots.failed(delivery.subscription.settings.endpoint);
    // As it stands now: a change of the strategy holds for what already failed.
    const TopicRegistry::Subscription *subscription =
        m_topics.registry().findByQueue(delivery.subscription.queue);
    if (!m_isRunning || !subscription)
        return release(delivery);
    if (attempt.attempt > retries(subscription->row.settings.strategy))
        return giveUp(delivery, std::move(attempt));
    const std::chrono::seconds pause =
        retryPause(subscription->row.settings.strategy, attempt.attempt,
                   QRandomGenerator::global()->generateDouble());
    tryLater(delivery, std::move(attempt), pause);
}

void PushService::tryLater(const Delivery &delivery, PushAttempt attempt,
                           std::chrono::seconds pause)
{
    attempt.outcome = PushAttempt::Outcome::Failed;
    m_store.changeVisibility(
        delivery.subscription.queue, delivery.message.key, pause,
        [this, delivery, attempt = std::move(attempt)](const Result<NewLease> &lease) mutable {
            attempt.nextAtMs = lease ? lease->visibleAtMs : m_clock.nowMs();
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
    dead.content.systemProperties += {
        text(u"DLQMessageType"_s, u"SUBSCRIPTION"_s),
        text(u"DLQSourceArn"_s, arnOf(delivery.topic, delivery.subscription)),
        text(u"DLQOriginMessageId"_s, QString::fromLatin1(attempt.messageId)),
    };
    m_store.forward(delivery.subscription.queue, delivery.message.key, delivery.topic.account,
                    deadLetters, dead,
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

void PushService::drop(const Delivery &delivery, PushAttempt attempt)
{
    qCInfo(logPush, "Gave up message %s for subscription %s of topic %s after %d attempts.",
           attempt.messageId.constData(), qUtf8Printable(attempt.subscription),
           qUtf8Printable(attempt.topic), attempt.attempt);
    attempt.outcome = PushAttempt::Outcome::Dropped;
    record(delivery, std::move(attempt));
    m_store.deleteMessages(delivery.subscription.queue, {delivery.message.key},
                           [this, delivery](const Result<std::vector<Result<DeletedMessage>>> &) {
                               release(delivery);
                           });
}

void PushService::release(const Delivery &delivery)
{
    const QueueId queue = delivery.subscription.queue;
    m_slots.giveBack(delivery.subscription.settings.endpoint, 1);
    if (const auto feed = m_feeds.find(queue); feed != m_feeds.end())
        feed->second.underWay.erase(delivery.message.key.sequence);
    if (!m_isRunning || m_willPump)
        return;
    m_willPump = true; // once for all that a commit released
    m_mailbox.post([this] {
        m_willPump = false;
        pumpHungry();
    });
}

} // namespace Signalbox
