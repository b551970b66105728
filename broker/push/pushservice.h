// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/channel.h"
#include "core/mailbox.h"
#include "engine/topics.h"
#include "protocol/pushendpoint.h"
#include "push/attemptjournal.h"
#include "push/attemptlog.h"
#include "push/channelcall.h"
#include "push/countinsecond.h"
#include "push/deliveryslots.h"
#include "push/pushcaller.h"
#include "push/pushchannels.h"
#include "push/pushkey.h"
#include "push/pushrequest.h"
#include "push/slidingsecond.h"
#include "push/workerpool.h"

#include <QObject>
#include <QTimer>

#include <future>
#include <map>
#include <set>
#include <unordered_map>

namespace Signalbox {

/// Empties the delivery queues of subscriptions. An attempt is a claim, a retry a visibility change
/// by the broker's clock, success a delete; giving up is the dead-letter queue's, or the end. So
/// nothing of it is state of its own, and a broker that was killed goes on where it was.
///
/// Claims no more than it can send at once, so that the backlog of a slow endpoint waits on disk.
/// Lives in the HTTP thread; signing and sending have threads of their own.
class PushService : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PushService)

public:
    struct Options
    {
        QString directory; ///< Of the key and the attempts.
        std::optional<PushKey> key; ///< Absent: made in the directory.
        int keyBits = PushKey::kDefaultBits; ///< When it is made.
        PushCaller::Options caller;
        PushChannels channels;
        DeliveryLimits deliveries;
        PushMd5Form md5Form = PushMd5Form::Base64Hex;
        std::function<qint64()> systemTime = systemTimeMs;
    };

    PushService(Options options, Store &store, Topics &topics, const BrokerClock &clock,
                BrokerMetrics &metrics, QObject *parent = nullptr);
    ~PushService() override;

    /// Begins to push, once the attempts of earlier runs are read; receivers find the certificate
    /// at \a certificateUrl.
    void start(const QByteArray &certificateUrl);
    /// Gives back what is under way. Nothing is claimed any more.
    void stop();

    /// PEM; waits for the key while it is made. Empty when there is none.
    [[nodiscard]] QByteArray certificate() const;
    [[nodiscard]] const AttemptLog &attempts() const { return m_attempts; }

    using AttemptDone = std::function<void(const Result<PushAttempt> &attempt)>;
    /// Pushes the message of attempt \a number once more, to \a endpoint or, where that is empty,
    /// to where it went. Whatever comes of it is told and kept among the attempts; the message
    /// itself stays as it is. Errors: NotFound (not kept any more), InvalidArgument (it was no
    /// HTTP push), EndpointInvalid.
    void sendAgain(const QString &account, quint64 number, const QString &endpoint,
                   AttemptDone done);
    /// Sends the mail or SMS \a messageId of the outbox once, over the relay or the gateway, and
    /// notes there how it went. Failing is an attempt too. Errors: MessageNotExist,
    /// InvalidArgument (neither mail nor SMS; nobody to send it to), Conflict (no relay or
    /// gateway).
    void sendFromOutbox(const Caller &caller, const QByteArray &messageId, AttemptDone done);
    /// Tries at once what waits for its next try at a subscription; gives how many messages.
    /// Errors: TopicNotExist, SubscriptionNotExist.
    void retryNow(const Caller &caller, const QString &topic, const QString &subscription,
                  Done<int> done);
    /// Pushes a message that says it is a test to the HTTP \a endpoint. Errors: EndpointInvalid.
    void test(const QString &account, const QString &endpoint, NotifyContentFormat format,
              AttemptDone done);

private:
    struct Feed
    {
        bool isClaiming = false;
        bool mayHaveMore = false; ///< Something became ready while it claimed.
        SlidingSecond taken; ///< For the rate limit.
        CountInSecond kept; ///< Deliveries among the attempts.
        std::map<MessageSequence, MessageKey> underWay;
        /// Of retryNow(): wait until it is known what the claim under way took.
        std::vector<Done<int>> retries;
    };
    /// The subscription of \a queue is gone.
    void endFeed(QueueId queue);
    /// Retries what waits at \a queue, except what is under way.
    void startRetries(QueueId queue, Feed &feed);
    /// A claimed message with all that its delivery needs.
    struct Delivery
    {
        SubscriptionRow subscription;
        TopicRow topic;
        MessageRow message;
        PushEndpoint endpoint;
        bool endsInOutbox = false; ///< A copy is kept whatever comes of it.
        bool isOver = false; ///< It was tried for the last time: only its dead-letter queue lacks.
    };
    /// Filled on its way: by who signs it, then by who sends it.
    struct Finished
    {
        Delivery delivery;
        PushRequest request;
        PushOutcome outcome;
    };
    using MakeRequest = std::function<PushRequest(const PushKey &key)>;

    void pump(QueueId queue);
    void pumpAll();
    void pumpHungry();
    [[nodiscard]] int roomFor(const SubscriptionRow &subscription, Feed &feed);
    /// Feeds who is hungry in \a ms, or before.
    void pumpIn(qint64 ms);
    /// \a rows; none of them when they are not to be pushed any more, given back where that counts.
    [[nodiscard]] std::vector<MessageRow> wanted(QueueId queue,
                                                 const std::vector<MessageRow> &rows);
    void take(QueueId queue, int asked, const std::vector<MessageRow> &messages);
    void deliver(const SubscriptionRow &subscription, const MessageRow &message);
    [[nodiscard]] PushCaller &callerFor(const Delivery &delivery);
    /// A signed POST to \a url; \a isTrusted as in PushCall.
    void pushOverHttp(Delivery delivery, const QString &url, bool isTrusted);
    void forwardToQueue(const Delivery &delivery);
    /// Whether there is a mail relay or an SMS gateway for it.
    [[nodiscard]] bool isRelayed(PushChannel channel) const;
    /// To the mail relay or the SMS gateway; where there is none, what could go there is kept.
    void relay(Delivery delivery);
    /// Of \a row, as often as it is tried; \a distinction tells its subscribers apart.
    [[nodiscard]] static ChannelMessage channelMessage(const PushEndpoint &endpoint,
                                                       const MessageRow &row, qint64 distinction);
    /// What they get for \a message. Errors: InvalidArgument, when nobody is to get it.
    [[nodiscard]] Result<PushCall> relayCall(const ChannelMessage &message) const;
    /// What nothing sends on.
    void keepInOutbox(const Delivery &delivery);
    /// With how the delivery ended: \a state as in OutboxLabel.
    [[nodiscard]] NewMessage outboxCopy(const Delivery &delivery, const QString &state,
                                        const QString &error) const;
    void sendKept(const Caller &caller, const MessageRow &kept, AttemptDone done);
    void noteInOutbox(const MessageRow &kept, const PushAttempt &attempt, AttemptDone done);
    void moveToOutbox(const Delivery &delivery, const NewMessage &kept,
                      std::function<void(const Result<QueueId> &)> done);
    /// Out of the delivery queue, when it ended: well without an \a error.
    void takeAway(const Delivery &delivery, const QString &error);
    /// Deletes what leaves its delivery queue, all of a queue at once.
    void removeLeaving();
    /// Into the dead-letter queue \a queue, and the outbox where it ends there.
    void forwardDead(const Delivery &delivery, const QString &queue, const NewMessage &dead,
                     const QString &error, std::function<void(const Result<QueueId> &)> done);
    void forwardEnded(const Delivery &delivery, const Result<QueueId> &forwarded);
    void takeFinishedSoon();
    void takeFinished();
    /// Signs what \a make gives and sends it.
    void sendOnce(PushAttempt attempt, MakeRequest make, AttemptDone done);
    /// \a attempt with how it went: it is not repeated.
    [[nodiscard]] PushAttempt endedOnce(PushAttempt attempt, const PushOutcome &outcome) const;
    /// Counts \a attempt and keeps it, unless it is one of very many that succeed.
    void record(const Delivery &delivery, PushAttempt attempt);
    /// Keeps that \a copies of a message were delivered by the publish itself, which counted them.
    void recordDirect(TopicId topic, const QByteArray &messageId,
                      const std::vector<DirectCopy> &copies);
    /// Whether the second has room for one more delivery among the attempts.
    [[nodiscard]] bool mayKeepDelivery(QueueId queue);
    /// The same of deliveries by a publish, which are bounded together too: they come a hundred at
    /// a time, and would leave no room to what failed.
    [[nodiscard]] bool mayKeepDirect(QueueId queue);
    /// An attempt of \a subscription as it begins.
    [[nodiscard]] PushAttempt attemptFor(const TopicRow &topic, const SubscriptionRow &subscription,
                                         const QByteArray &messageId) const;
    /// Gives it as it is kept.
    const PushAttempt &keep(PushAttempt attempt);
    void finish(const Delivery &delivery, PushAttempt attempt);
    void fail(const Delivery &delivery, PushAttempt attempt);
    /// Once more, for what was not tried now: its dead-letter queue was missing before.
    void giveUpAgain(Delivery delivery);
    void giveUp(const Delivery &delivery, PushAttempt attempt);
    /// Whether \a message is still kept after \a pause.
    [[nodiscard]] bool outlives(const MessageRow &message, std::chrono::milliseconds pause) const;
    void drop(const Delivery &delivery, PushAttempt attempt);
    /// Keeps that \a copies waited too long: each told one as the end of its attempts.
    void recordExpired(QueueId queue, const ExpiredCopies &copies);
    void tryLater(const Delivery &delivery, PushAttempt attempt, std::chrono::seconds pause);
    /// \a delivery is over, and its message where it belongs.
    void release(const Delivery &delivery);
    /// Another may go out instead.
    void freeSlot(const Delivery &delivery);
    /// Messages that left \a queue, or wait there again.
    void forget(QueueId queue, const std::vector<MessageKey> &keys);
    [[nodiscard]] Notification notificationOf(const Delivery &delivery) const;
    [[nodiscard]] PushAttempt attemptOf(const Delivery &delivery) const;

    const Options m_options;
    Store &m_store;
    Topics &m_topics;
    const BrokerClock &m_clock;
    BrokerMetrics &m_metrics;
    PushTerms m_terms;
    AttemptLog m_attempts;
    std::unordered_map<QueueId, Feed> m_feeds;
    DeliverySlots m_slots;
    std::set<QueueId> m_hungry; ///< Delivery queues that found no room.
    QueueId m_lastFed = 0; ///< Delivery queue that was claimed from last.
    bool m_isRunning = false;
    bool m_isStopped = false;
    bool m_willPump = false;
    std::map<QueueId, std::vector<MessageKey>> m_leaving; ///< Ended, and still to be deleted.
    CountInSecond m_keptDirectly; ///< Deliveries by publishes, among the attempts.
    QTimer m_secondTimer; ///< For who has had enough of a second.
    QTimer m_finishTimer;
    Mailbox m_mailbox;
    Channel<std::shared_ptr<Finished>> m_finished;
    std::shared_future<Result<PushKey>> m_key;
    AttemptJournal m_journal; // these four last: their threads use what is above
    PushCaller m_caller;
    PushCaller m_unprovenCaller; ///< Its calls may hang by the hundred: they are apart.
    /// libcurl stands still until a relay has taken a mail: only other mails may wait for that.
    PushCaller m_mailCaller;
    WorkerPool m_workers;
};

} // namespace Signalbox
