// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/caller.h"
#include "core/result.h"
#include "engine/engine.h"
#include "engine/topicregistry.h"
#include "protocol/subscription.h"
#include "protocol/topic.h"
#include "store/store.h"

#include <QHash>
#include <QObject>

namespace Signalbox {

/// The operations of topics and subscriptions, as Engine has those of queues: validate, hand a
/// command to the store, complete. Lives in the HTTP thread. What is published it leaves with the
/// subscribers' queues; pushing from there is the push service's work. Errors of every call:
/// InternalError while the store refuses writes.
class Topics : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Topics)

public:
    /// \a engine knows the queues of the same \a store.
    Topics(Store &store, Engine &engine, BrokerMetrics &metrics, QObject *parent = nullptr);
    ~Topics() override;

    using Created = Engine::Created;

    // --- Topics
    /// Errors: TopicNameLengthError, TopicNameInvalid, InvalidArgument, TopicAlreadyExist (other
    /// attributes).
    void createTopic(const Caller &caller, const QString &name,
                     const TopicSettingsPatch &attributes, Done<Created> done);
    /// Errors: InvalidArgument, TopicNotExist.
    void setTopicAttributes(const Caller &caller, const QString &name,
                            const TopicSettingsPatch &attributes, Done<void> done);
    /// Errors: TopicNotExist.
    [[nodiscard]] Result<TopicAttributes> topicAttributes(const Caller &caller,
                                                          const QString &name) const;
    /// To the trash, with its subscriptions; an absent topic is no error and gives no entry.
    void deleteTopic(const Caller &caller, const QString &name,
                     Done<std::optional<TrashEntry>> done);

    struct TopicPage
    {
        std::vector<TopicAttributes> topics; ///< By name, ascending.
        QByteArray nextMarker; ///< Empty on the last page.
    };
    /// Errors: InvalidArgument (page size, marker).
    [[nodiscard]] Result<TopicPage> listTopics(const Caller &caller, const ListPage &page) const;

    // --- Subscriptions
    /// Errors: TopicNotExist, SubscriptionNameLengthError, SubscriptionNameInvalid,
    /// EndpointInvalid, InvalidArgument, SubscriptionAlreadyExist (other attributes).
    void subscribe(const Caller &caller, const QString &topic, const QString &name,
                   const SubscriptionPatch &attributes, Done<Created> done);
    /// Present attributes change, the others stay. Errors: TopicNotExist, SubscriptionNotExist,
    /// EndpointInvalid, InvalidArgument.
    void setSubscriptionAttributes(const Caller &caller, const QString &topic, const QString &name,
                                   const SubscriptionPatch &attributes, Done<void> done);
    /// While paused, what is published waits. Errors: TopicNotExist, SubscriptionNotExist.
    void setPaused(const Caller &caller, const QString &topic, const QString &name, bool paused,
                   Done<void> done);
    /// Errors: TopicNotExist, SubscriptionNotExist.
    [[nodiscard]] Result<SubscriptionAttributes>
    subscriptionAttributes(const Caller &caller, const QString &topic, const QString &name) const;
    /// To the trash, with what waits for it; an absent subscription is no error and gives no
    /// entry. Errors: TopicNotExist.
    void unsubscribe(const Caller &caller, const QString &topic, const QString &name,
                     Done<std::optional<TrashEntry>> done);
    /// Topics and subscriptions came back from the trash.
    void takeBack(const StoreContents &contents);

    struct SubscriptionPage
    {
        std::vector<SubscriptionAttributes> subscriptions; ///< By name, ascending.
        QByteArray nextMarker; ///< Empty on the last page.
    };
    /// Errors: TopicNotExist, InvalidArgument (page size, marker).
    [[nodiscard]] Result<SubscriptionPage>
    listSubscriptions(const Caller &caller, const QString &topic, const ListPage &page) const;

    // --- Messages
    /// Gives the id once every subscriber's copy is durable. Errors: TopicNotExist,
    /// InvalidArgument, MalformedXml.
    void publish(const Caller &caller, const QString &topic, const PublishedMessage &message,
                 Done<SentMessage> done);

    /// What left for a mail address, a phone number or the like. \a query.queue is filled in here.
    void browseOutbox(const Caller &caller, BrowseQuery query, Done<BrowsePage> done);
    /// Errors: MessageNotExist.
    void outboxMessage(const Caller &caller, const QByteArray &messageId, Done<MessageRow> done);
    /// Into the trash. Errors: MessageNotExist (none of them is there), InvalidArgument.
    void deleteFromOutbox(const Caller &caller, const QList<QByteArray> &messageIds,
                          Done<TrashEntry> done);
    /// The account's outbox, once there is one.
    void setOutbox(const QString &account, QueueId queue) { m_outboxes[account] = queue; }

    [[nodiscard]] const TopicRegistry &registry() const { return m_registry; }
    using Subscription = TopicRegistry::Subscription;
    /// Errors: TopicNotExist, SubscriptionNotExist.
    [[nodiscard]] Result<const Subscription *> find(const Caller &caller, const QString &topic,
                                                    const QString &name) const;

signals:
    /// A subscription came, went or changed its settings; \a queue is its delivery queue.
    void subscriptionChanged(Signalbox::QueueId queue);
    /// All of them were read anew.
    void reloaded();
    /// A delivery queue dropped what waited too long.
    void copiesExpired(Signalbox::QueueId queue, const Signalbox::ExpiredCopies &copies);
    /// Copies of the published message \a messageId are in the queues of their subscribers, with
    /// the commit of the publish.
    void deliveredDirectly(Signalbox::TopicId topic, const QByteArray &messageId,
                           const std::vector<Signalbox::DirectCopy> &copies);
    /// Something became ready in a delivery queue.
    void deliveryReady(Signalbox::QueueId queue);

private:
    [[nodiscard]] Result<const TopicRegistry::Topic *> find(const Caller &caller,
                                                            const QString &name) const;
    /// Of a new \a endpoint. Errors: InvalidArgument, for a queue that takes less than the topic
    /// gives, and for a FIFO queue of a topic that is none: "mandatory for FIFO" holds for the
    /// MessageGroupId of what arrives, however it comes. (A FIFO topic's normal queue is no error:
    /// it keeps the group and ignores it.)
    [[nodiscard]] Result<void> checkTarget(const TopicRow &topic, const QString &endpoint);
    /// Of a new one, which a subscription names. Errors: InvalidArgument, for a FIFO queue as
    /// above.
    [[nodiscard]] Result<void> checkDeadLetterQueue(const TopicRow &topic,
                                                    const QString &queueName);
    /// Takes over a subscription that the store changed, then completes \a done.
    [[nodiscard]] Done<SubscriptionRow> changed(Done<void> done);
    /// What was asked for is gone; \a gone is no error, or one of \a absent.
    void forget(const Result<Unsubscribed> &gone, ErrorCode absent,
                const Done<std::optional<TrashEntry>> &done);
    void load();
    void countPublished(TopicId topic, const Publication &publication);
    void applyChanges(const std::vector<QueueChange> &changes);

    Store &m_store;
    Engine &m_engine;
    BrokerMetrics &m_metrics;
    TopicRegistry m_registry;
    QHash<QString, QueueId> m_outboxes; ///< By account.
};

} // namespace Signalbox
