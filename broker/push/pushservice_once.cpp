// SPDX-License-Identifier: GPL-3.0-only
#include "core/ids.h"
#include "protocol/outboxlabel.h"
#include "protocol/pushendpoint.h"
#include "push/pushservice.h"

#include <QCryptographicHash>

// Pushes that somebody asked for: no message waits for how they end.

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

Result<void> checkHttpEndpoint(const QString &endpoint)
{
    const Result<PushEndpoint> parsed = parsePushEndpoint(endpoint);
    if (!parsed)
        return parsed.error();
    if (parsed->channel != PushChannel::Http)
        return Error{ErrorCode::EndpointInvalid, u"Only an HTTP endpoint can be tried."_s};
    return {};
}

/// Whether \a channels can send what is of \a channel.
Result<void> checkRelayed(const PushChannels &channels, PushChannel channel)
{
    if (channel == PushChannel::Mail && channels.mail.url.isEmpty())
        return Error{ErrorCode::Conflict, u"The broker has no mail relay (push.smtp.url)."_s};
    if (channel == PushChannel::Sms && channels.sms.url.isEmpty())
        return Error{ErrorCode::Conflict, u"The broker has no SMS gateway (push.sms.url)."_s};
    if (channel != PushChannel::Mail && channel != PushChannel::Sms)
        return Error{ErrorCode::InvalidArgument,
                     u"Only mail and SMS can be sent from the outbox."_s};
    return {};
}

} // namespace

void PushService::sendAgain(const QString &account, quint64 number, const QString &endpoint,
                            AttemptDone done)
{
    const PushAttempt *sent = m_attempts.find(account, number);
    if (!sent)
        return done(Error{ErrorCode::NotFound, u"This attempt is not kept any more."_s});
    if (sent->stringToSign.isEmpty())
        return done(Error{ErrorCode::InvalidArgument,
                          u"Only an attempt that was pushed over HTTP can be sent again."_s});
    PushAttempt attempt = *sent;
    attempt.isManual = true;
    if (!endpoint.isEmpty())
        attempt.endpoint = endpoint;
    const QString target = endpoint.isEmpty() ? QString::fromUtf8(sent->request.url) : endpoint;
    if (const Result<void> valid = checkHttpEndpoint(target); !valid)
        return done(valid.error());
    const auto make = [call = sent->request, target,
                       nowMs = m_options.systemTime()](const PushKey &key) {
        return repeatPushRequest(call, target, key, nowMs);
    };
    sendOnce(
        std::move(attempt), make,
        [this, done = std::move(done)](const Result<PushAttempt> &ended) { done(keep(*ended)); });
}

void PushService::test(const QString &account, const QString &endpoint, NotifyContentFormat format,
                       AttemptDone done)
{
    if (const Result<void> valid = checkHttpEndpoint(endpoint); !valid)
        return done(valid.error());
    const qint64 nowMs = m_options.systemTime();
    Notification notification;
    notification.topicOwner = notification.subscriber = account;
    notification.topic = u"signalbox-test"_s;
    notification.subscription = u"signalbox-test"_s;
    notification.messageId = newRequestId().toLatin1();
    notification.body = "A test push from Signalbox.";
    notification.bodyMd5 =
        QCryptographicHash::hash(notification.body, QCryptographicHash::Md5).toHex().toUpper();
    notification.publishedAtMs = nowMs;
    PushAttempt attempt;
    attempt.account = account;
    attempt.topic = notification.topic;
    attempt.subscription = notification.subscription;
    attempt.messageId = notification.messageId;
    attempt.endpoint = endpoint;
    attempt.isManual = true;
    const auto make = [notification, endpoint, format, terms = m_terms, nowMs](const PushKey &key) {
        return makePushRequest(endpoint, notification, format, terms, key, nowMs);
    };
    sendOnce(std::move(attempt), make, std::move(done));
}

void PushService::sendFromOutbox(const Caller &caller, const QByteArray &messageId,
                                 AttemptDone done)
{
    m_topics.outboxMessage(caller, messageId,
                           [this, caller, done = std::move(done)](const Result<MessageRow> &kept) {
                               if (kept)
                                   sendKept(caller, *kept, done);
                               else
                                   done(kept.error());
                           });
}

void PushService::sendKept(const Caller &caller, const MessageRow &kept, AttemptDone done)
{
    const OutboxLabel label = outboxLabelOf(kept.systemProperties);
    const Result<PushEndpoint> endpoint = parsePushEndpoint(label.endpoint);
    if (!endpoint)
        return done(endpoint.error());
    if (const Result<void> way = checkRelayed(m_options.channels, endpoint->channel); !way)
        return done(way.error());
    const Result<PushCall> call = relayCall(channelMessage(*endpoint, kept, kept.key.sequence));
    if (!call)
        return done(call.error());
    PushAttempt attempt;
    attempt.account = caller.account;
    attempt.messageId = kept.origin ? kept.origin->messageId : QByteArray();
    attempt.topic = label.topic;
    attempt.subscription = label.subscription;
    attempt.endpoint = label.endpoint;
    attempt.isManual = true;
    attempt.request = call->withoutSecrets();
    PushCaller &pusher = call->isMail() ? m_mailCaller : m_unprovenCaller;
    pusher.call(*call, [this, attempt, kept, done](const PushOutcome &outcome) {
        m_mailbox.post([this, attempt, kept, done, outcome]() mutable {
            noteInOutbox(kept, keep(endedOnce(std::move(attempt), outcome)), done);
        });
    });
}

void PushService::noteInOutbox(const MessageRow &kept, const PushAttempt &attempt, AttemptDone done)
{
    OutboxLabel label = outboxLabelOf(kept.systemProperties);
    const bool wasSent = attempt.outcome == PushAttempt::Outcome::Delivered;
    label.state = wasSent ? OutboxLabel::kSent : OutboxLabel::kFailed;
    label.error = wasSent ? QString() : attempt.failure();
    // Where it left the outbox meanwhile there is nothing to note.
    m_store.relabel(
        kept.queue, kept.key.sequence, withOutboxLabel(kept.systemProperties, label),
        [attempt, done = std::move(done)](const Result<std::monostate> &) { done(attempt); });
}

void PushService::retryNow(const Caller &caller, const QString &topic, const QString &subscription,
                           Done<int> done)
{
    const Result<const TopicRegistry::Subscription *> found =
        m_topics.find(caller, topic, subscription);
    if (!found)
        return done(found.error());
    const QueueId queue = (*found)->row.queue;
    Feed &feed = m_feeds[queue];
    feed.retries.push_back(std::move(done));
    if (!feed.isClaiming)
        startRetries(queue, feed);
}

void PushService::startRetries(QueueId queue, Feed &feed)
{
    for (Done<int> &done : std::exchange(feed.retries, {})) {
        std::set<MessageSequence> underWay;
        for (const auto &[sequence, key] : feed.underWay)
            underWay.insert(sequence);
        m_store.retryNow(queue, std::move(underWay), std::move(done));
    }
}

PushAttempt PushService::endedOnce(PushAttempt attempt, const PushOutcome &outcome) const
{
    attempt.reply = outcome;
    attempt.outcome =
        outcome.isSuccess() ? PushAttempt::Outcome::Delivered : PushAttempt::Outcome::Failed;
    attempt.atMs = m_options.systemTime();
    attempt.nextAtMs = 0; // no message waits for it
    return attempt;
}

void PushService::sendOnce(PushAttempt attempt, MakeRequest make, AttemptDone done)
{
    using End = std::function<void(const PushRequest &, const PushOutcome &)>;
    const End end = [this, attempt = std::move(attempt), done = std::move(done)](
                        const PushRequest &request, const PushOutcome &outcome) {
        PushAttempt ended = attempt;
        ended.request = request.call;
        ended.stringToSign = request.stringToSign;
        m_mailbox.post([this, ended, outcome, done] { done(endedOnce(ended, outcome)); });
    };
    m_workers.run([this, make = std::move(make), end] {
        const Result<PushKey> &key = m_key.get();
        if (!key) {
            PushOutcome outcome;
            outcome.error = key.error().message;
            return end({}, outcome);
        }
        const PushRequest request = make(*key);
        m_unprovenCaller.call(
            request.call, [request, end](const PushOutcome &outcome) { end(request, outcome); });
    });
}

} // namespace Signalbox
