// SPDX-License-Identifier: GPL-3.0-only
#include "push/pushservice.h"

// Which way a message goes, by the channel of its subscription, and how it is sent there.

namespace Signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// With so many under way answers wait a little for each other, so that one commit takes several.
constexpr int kManyUnderWay = 32;
constexpr auto kFinishPause = 8ms;

} // namespace

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
    delivery.endpoint = *endpoint;
    delivery.endsInOutbox =
        endpoint->channel == PushChannel::Mail || endpoint->channel == PushChannel::Sms;
    const SubscriptionSettings &settings = subscription.settings;
    if (message.receiveCount > retries(settings.strategy) + 1
        && !settings.deadLetterQueue.isEmpty())
        return giveUpAgain(std::move(delivery));
    switch (endpoint->channel) {
    case PushChannel::Http:
        return pushOverHttp(std::move(delivery), endpoint->target, false);
    case PushChannel::Queue:
        return forwardToQueue(delivery);
    case PushChannel::Mail:
    case PushChannel::Sms:
        return relay(std::move(delivery));
    case PushChannel::Function: {
        const QString url =
            m_options.channels.functionUrl(subscription.settings.endpoint, endpoint->target);
        return url.isEmpty() ? keepInOutbox(delivery)
                             : pushOverHttp(std::move(delivery), url, true);
    }
    case PushChannel::EventBus:
    case PushChannel::MobilePush:
        return keepInOutbox(delivery);
    }
}

bool PushService::isRelayed(PushChannel channel) const
{
    const PushChannels &channels = m_options.channels;
    return (channel == PushChannel::Mail && !channels.mail.url.isEmpty())
        || (channel == PushChannel::Sms && !channels.sms.url.isEmpty());
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
    const MessageRow &message = delivery.message;
    PushAttempt attempt = attemptFor(delivery.topic, delivery.subscription,
                                     message.origin ? message.origin->messageId : QByteArray());
    attempt.attempt = message.receiveCount;
    return attempt;
}

PushAttempt PushService::attemptFor(const TopicRow &topic, const SubscriptionRow &subscription,
                                    const QByteArray &messageId) const
{
    PushAttempt attempt;
    attempt.account = topic.account;
    attempt.topic = topic.name;
    attempt.subscription = subscription.name;
    attempt.messageId = messageId;
    attempt.atMs = m_options.systemTime();
    attempt.endpoint = subscription.settings.endpoint;
    return attempt;
}

PushCaller &PushService::callerFor(const Delivery &delivery)
{
    return m_slots.isProven(delivery.subscription.settings.endpoint) ? m_caller : m_unprovenCaller;
}

void PushService::pushOverHttp(Delivery delivery, const QString &url, bool isTrusted)
{
    const Notification notification = notificationOf(delivery);
    const qint64 nowMs = m_options.systemTime();
    PushCaller &caller = callerFor(delivery);
    const auto push = std::make_shared<Finished>(Finished{std::move(delivery), {}, {}});
    m_workers.run([this, push, notification, terms = m_terms, nowMs, url, isTrusted, &caller] {
        const Result<PushKey> &key = m_key.get();
        if (!key) {
            push->outcome.error = key.error().message;
            return m_finished.send(push);
        }
        push->request = makePushRequest(
            url, notification, push->delivery.subscription.settings.format, terms, *key, nowMs);
        push->request.call.isTrusted = isTrusted;
        caller.call(push->request.call, [this, push](const PushOutcome &outcome) {
            push->outcome = outcome;
            m_finished.send(push);
        });
    });
}

void PushService::relay(Delivery delivery)
{
    const ChannelMessage message =
        channelMessage(delivery.endpoint, delivery.message, delivery.subscription.id);
    const Result<PushCall> call = relayCall(message);
    if (!call) { // no later try finds more in the message
        PushAttempt attempt = attemptOf(delivery);
        attempt.reply.error = call.error().message;
        return giveUp(delivery, std::move(attempt));
    }
    if (!isRelayed(delivery.endpoint.channel))
        return keepInOutbox(delivery);
    PushCaller &caller = call->isMail() ? m_mailCaller : callerFor(delivery);
    const auto push = std::make_shared<Finished>(Finished{std::move(delivery), {*call, {}}, {}});
    caller.call(*call, [this, push](const PushOutcome &outcome) {
        push->outcome = outcome;
        m_finished.send(push);
    });
}

ChannelMessage PushService::channelMessage(const PushEndpoint &endpoint, const MessageRow &row,
                                           qint64 distinction)
{
    ChannelMessage message;
    message.endpoint = endpoint;
    message.body = row.body;
    message.id = QByteArray::number(distinction);
    if (row.origin) {
        message.attributes = row.origin->attributes;
        message.id.prepend(row.origin->messageId + '.');
    }
    return message;
}

Result<PushCall> PushService::relayCall(const ChannelMessage &message) const
{
    return message.endpoint.channel == PushChannel::Mail
        ? makeMailCall(m_options.channels.mail, message, m_options.systemTime())
        : makeSmsCall(m_options.channels.sms, message);
}

void PushService::takeFinishedSoon()
{
    m_finishTimer.start(m_slots.underWay() < kManyUnderWay ? 0ms : kFinishPause);
}

void PushService::takeFinished()
{
    for (const std::shared_ptr<Finished> &finished : m_finished.takeAll()) {
        PushAttempt attempt = attemptOf(finished->delivery);
        attempt.request = finished->request.call.withoutSecrets();
        attempt.stringToSign = std::move(finished->request.stringToSign);
        attempt.reply = std::move(finished->outcome);
        if (attempt.reply.isSuccess())
            finish(finished->delivery, std::move(attempt));
        else
            fail(finished->delivery, std::move(attempt));
    }
}

} // namespace Signalbox
