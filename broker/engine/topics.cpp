// SPDX-License-Identifier: GPL-3.0-only
#include "engine/topics.h"

#include "engine/listpaging.h"
#include "metrics/brokermetrics.h"
#include "protocol/pushendpoint.h"
#include "store/refusals.h"

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

TopicAttributes attributesOf(const TopicRegistry::Topic &topic)
{
    TopicAttributes attributes;
    attributes.name = topic.row.name;
    attributes.settings = topic.row.settings;
    for (const auto &[name, subscription] : topic.subscriptions)
        attributes.messageCount = std::max(attributes.messageCount, subscription.waiting.total());
    attributes.createdAtS = topic.row.createdAtMs / 1000;
    attributes.modifiedAtS = topic.row.modifiedAtMs / 1000;
    return attributes;
}

SubscriptionAttributes attributesOf(const TopicRow &topic, const SubscriptionRow &subscription)
{
    SubscriptionAttributes attributes;
    attributes.name = subscription.name;
    attributes.topic = topic.name;
    attributes.topicOwner = attributes.subscriber = topic.account;
    attributes.settings = subscription.settings;
    attributes.createdAtS = subscription.createdAtMs / 1000;
    attributes.modifiedAtS = subscription.modifiedAtMs / 1000;
    return attributes;
}

} // namespace

Topics::Topics(Store &store, Engine &engine, BrokerMetrics &metrics, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_engine(engine)
    , m_metrics(metrics)
{
    load();
    connect(&m_store, &Store::queuesChanged, this, &Topics::applyChanges);
    connect(&m_store, &Store::reloaded, this, [this] {
        load();
        emit reloaded();
    });
}

Topics::~Topics() = default;

void Topics::load()
{
    m_registry.load(m_store.contents());
    for (const QueueRow &queue : m_store.queues()) {
        if (queue.kind == QueueKind::Outbox)
            setOutbox(queue.account, queue.id);
    }
}

void Topics::applyChanges(const std::vector<QueueChange> &changes)
{
    for (const QueueChange &change : changes) {
        if (!m_registry.apply(change))
            continue;
        if (change.expired.outbox > 0) {
            const TopicId topic = m_registry.findByQueue(change.id)->row.topic;
            setOutbox(m_registry.find(topic)->row.account, change.expired.outbox);
        }
        if (change.expired.messages > 0)
            emit copiesExpired(change.id, change.expired);
        if (change.madeVisible > 0)
            emit deliveryReady(change.id);
    }
}

Result<const TopicRegistry::Topic *> Topics::find(const Caller &caller, const QString &name) const
{
    if (const TopicRegistry::Topic *topic = m_registry.find(caller.account, name))
        return topic;
    if (const Result<void> valid = checkTopicName(name); !valid)
        return valid.error();
    return topicGone();
}

Result<const TopicRegistry::Subscription *>
Topics::find(const Caller &caller, const QString &topicName, const QString &name) const
{
    const Result<const TopicRegistry::Topic *> topic = find(caller, topicName);
    if (!topic)
        return topic.error();
    const auto found = (*topic)->subscriptions.find(name);
    if (found != (*topic)->subscriptions.end())
        return &found->second;
    if (const Result<void> valid = checkSubscriptionName(name); !valid)
        return valid.error();
    return subscriptionGone();
}

void Topics::createTopic(const Caller &caller, const QString &name,
                         const TopicSettingsPatch &attributes, Done<Created> done)
{
    if (const Result<void> valid = checkTopicName(name); !valid)
        return done(valid.error());
    const TopicSettings settings = attributes.appliedTo({});
    if (const Result<void> valid = checkTopicSettings(settings); !valid)
        return done(valid.error());

    const auto answerExisting = [settings, name](const TopicRow &topic) -> Result<Created> {
        if (topic.settings == settings)
            return Created::AlreadyThere;
        return topicExists(name);
    };
    if (const TopicRegistry::Topic *topic = m_registry.find(caller.account, name))
        return done(answerExisting(topic->row));
    TopicRow row;
    row.account = caller.account;
    row.name = name;
    row.settings = settings;
    m_store.createTopic(
        row,
        [this, caller, name, answerExisting, done = std::move(done)](const Result<TopicRow> &made) {
            if (made) {
                m_registry.put(*made);
                return done(Created::New);
            }
            // Somebody else's creation of the same name was in the same group.
            const TopicRegistry::Topic *topic = m_registry.find(caller.account, name);
            if (made.error().code == ErrorCode::TopicAlreadyExist && topic)
                return done(answerExisting(topic->row));
            done(made.error());
        });
}

void Topics::setTopicAttributes(const Caller &caller, const QString &name,
                                const TopicSettingsPatch &attributes, Done<void> done)
{
    const Result<const TopicRegistry::Topic *> topic = find(caller, name);
    if (!topic)
        return done(topic.error());
    const TopicSettings settings = attributes.appliedTo((*topic)->row.settings);
    if (settings.type != (*topic)->row.settings.type)
        return done(
            Error{ErrorCode::InvalidArgument, u"The TopicType of a topic cannot be changed."_s});
    if (const Result<void> valid = checkTopicSettings(settings); !valid)
        return done(valid.error());
    m_store.setTopicSettings((*topic)->row.id, attributes,
                             [this, done = std::move(done)](const Result<TopicRow> &row) {
                                 if (!row)
                                     return done(row.error());
                                 m_registry.put(*row);
                                 done({});
                             });
}

Result<TopicAttributes> Topics::topicAttributes(const Caller &caller, const QString &name) const
{
    const Result<const TopicRegistry::Topic *> topic = find(caller, name);
    if (!topic)
        return topic.error();
    return attributesOf(**topic);
}

void Topics::deleteTopic(const Caller &caller, const QString &name,
                         Done<std::optional<TrashEntry>> done)
{
    constexpr ErrorCode absent = ErrorCode::TopicNotExist;
    const Result<const TopicRegistry::Topic *> topic = find(caller, name);
    if (!topic)
        return forget(topic.error(), absent, done);
    const TopicId id = (*topic)->row.id;
    m_store.deleteTopic(id, [this, id, done = std::move(done)](const Result<Unsubscribed> &gone) {
        if (gone) {
            m_registry.remove(id);
            m_metrics.pushes().forgetTopic(id);
        }
        forget(gone, absent, done);
    });
}

void Topics::forget(const Result<Unsubscribed> &gone, ErrorCode absent,
                    const Done<std::optional<TrashEntry>> &done)
{
    if (!gone) {
        return done(gone.error().code == absent ? Result<std::optional<TrashEntry>>(std::nullopt)
                                                : Result<std::optional<TrashEntry>>(gone.error()));
    }
    for (const SubscriptionRow &subscription : gone->subscriptions) {
        m_registry.removeSubscription(subscription);
        m_metrics.pushes().forgetSubscription(subscription.id);
        emit subscriptionChanged(subscription.queue);
    }
    done(std::optional<TrashEntry>(gone->trash));
}

void Topics::takeBack(const StoreContents &contents)
{
    m_registry.add(contents);
    for (const SubscriptionRow &subscription : contents.subscriptions)
        emit subscriptionChanged(subscription.queue);
}

Result<Topics::TopicPage> Topics::listTopics(const Caller &caller, const ListPage &page) const
{
    const Result<QString> from = firstNameOf(page);
    if (!from)
        return from.error();
    TopicPage list;
    m_registry.visit(caller.account, *from, [&](const TopicRegistry::Topic &topic) {
        return takeIntoPage(page, topic.row.name, list, list.topics,
                            [&] { return attributesOf(topic); });
    });
    return list;
}

Result<void> Topics::checkTarget(const TopicRow &topic, const QString &endpointText)
{
    const Result<PushEndpoint> endpoint = parsePushEndpoint(endpointText);
    if (!endpoint || endpoint->channel != PushChannel::Queue)
        return {};
    const std::optional<QueueSettings> target =
        m_engine.settingsOf(topic.account, endpoint->target);
    if (target && target->isFifo() && !topic.settings.isFifo()) {
        return Error{ErrorCode::InvalidArgument,
                     u"The queue %1 is a FIFO queue, whose messages need a MessageGroupId; only a "
                     u"FIFO topic gives each of them one."_s.arg(endpoint->target)};
    }
    if (target && target->maximumMessageSizeBytes < topic.settings.maximumMessageSizeBytes) {
        return Error{ErrorCode::InvalidArgument,
                     u"The queue %1 takes messages of %2 bytes at most, the topic gives up to %3."_s
                         .arg(endpoint->target)
                         .arg(target->maximumMessageSizeBytes)
                         .arg(topic.settings.maximumMessageSizeBytes)};
    }
    return {};
}

Result<void> Topics::checkDeadLetterQueue(const TopicRow &topic, const QString &queueName)
{
    const std::optional<QueueSettings> queue = m_engine.settingsOf(topic.account, queueName);
    if (!queue || !queue->isFifo() || topic.settings.isFifo())
        return {};
    return Error{ErrorCode::InvalidArgument,
                 u"The dead-letter queue %1 is a FIFO queue, whose messages need a MessageGroupId; "
                 u"only a FIFO topic gives each of them one."_s.arg(queueName)};
}

void Topics::subscribe(const Caller &caller, const QString &topicName, const QString &name,
                       const SubscriptionPatch &attributes, Done<Created> done)
{
    const Result<const TopicRegistry::Topic *> topic = find(caller, topicName);
    if (!topic)
        return done(topic.error());
    if (const Result<void> valid = checkSubscriptionName(name); !valid)
        return done(valid.error());
    const SubscriptionSettings settings = attributes.appliedTo({});
    if (const Result<void> valid = checkSubscriptionSettings(settings); !valid)
        return done(valid.error());

    const auto answerExisting = [settings, name](const SubscriptionRow &row) -> Result<Created> {
        if (row.settings == settings)
            return Created::AlreadyThere;
        return subscriptionExists(name);
    };
    if (const Result<const Subscription *> there = find(caller, topicName, name))
        return done(answerExisting((*there)->row));
    if (const Result<void> fits = checkTarget((*topic)->row, settings.endpoint); !fits)
        return done(fits.error());
    if (const Result<void> fits = checkDeadLetterQueue((*topic)->row, settings.deadLetterQueue);
        !fits)
        return done(fits.error());
    SubscriptionRow row;
    row.topic = (*topic)->row.id;
    row.name = name;
    row.settings = settings;
    m_store.subscribe(row,
                      [this, caller, topicName, name, answerExisting,
                       done = std::move(done)](const Result<NewSubscription> &made) {
                          if (made) {
                              m_registry.put(made->subscription);
                              emit subscriptionChanged(made->subscription.queue);
                              return done(Created::New);
                          }
                          const Result<const Subscription *> there = find(caller, topicName, name);
                          if (made.error().code == ErrorCode::SubscriptionAlreadyExist && there)
                              return done(answerExisting((*there)->row));
                          done(made.error());
                      });
}

void Topics::setSubscriptionAttributes(const Caller &caller, const QString &topic,
                                       const QString &name, const SubscriptionPatch &attributes,
                                       Done<void> done)
{
    const Result<const Subscription *> subscription = find(caller, topic, name);
    if (!subscription)
        return done(subscription.error());
    const SubscriptionSettings &before = (*subscription)->row.settings;
    const SubscriptionSettings after = attributes.appliedTo(before);
    if (const Result<void> valid = checkSubscriptionSettings(after); !valid)
        return done(valid.error());
    // What stays was checked when it was new.
    const TopicRow &owner = (*find(caller, topic))->row;
    if (after.endpoint != before.endpoint) {
        if (const Result<void> fits = checkTarget(owner, after.endpoint); !fits)
            return done(fits.error());
    }
    if (after.deadLetterQueue != before.deadLetterQueue) {
        if (const Result<void> fits = checkDeadLetterQueue(owner, after.deadLetterQueue); !fits)
            return done(fits.error());
    }
    m_store.setSubscriptionSettings(owner.id, name, attributes, changed(std::move(done)));
}

void Topics::setPaused(const Caller &caller, const QString &topic, const QString &name, bool paused,
                       Done<void> done)
{
    const Result<const Subscription *> subscription = find(caller, topic, name);
    if (!subscription)
        return done(subscription.error());
    m_store.setPaused((*subscription)->row.topic, name, paused, changed(std::move(done)));
}

Done<SubscriptionRow> Topics::changed(Done<void> done)
{
    return [this, done = std::move(done)](const Result<SubscriptionRow> &row) {
        if (!row)
            return done(row.error());
        m_registry.put(*row);
        emit subscriptionChanged(row->queue);
        done({});
    };
}

Result<SubscriptionAttributes> Topics::subscriptionAttributes(const Caller &caller,
                                                              const QString &topic,
                                                              const QString &name) const
{
    const Result<const Subscription *> subscription = find(caller, topic, name);
    if (!subscription)
        return subscription.error();
    return attributesOf((*find(caller, topic))->row, (*subscription)->row);
}

void Topics::unsubscribe(const Caller &caller, const QString &topicName, const QString &name,
                         Done<std::optional<TrashEntry>> done)
{
    constexpr ErrorCode absent = ErrorCode::SubscriptionNotExist;
    const Result<const Subscription *> subscription = find(caller, topicName, name);
    if (!subscription)
        return forget(subscription.error(), absent, done);
    m_store.unsubscribe((*subscription)->row.topic, name,
                        [this, done = std::move(done)](const Result<Unsubscribed> &gone) {
                            forget(gone, absent, done);
                        });
}

Result<Topics::SubscriptionPage> Topics::listSubscriptions(const Caller &caller,
                                                           const QString &topicName,
                                                           const ListPage &page) const
{
    const Result<const TopicRegistry::Topic *> topic = find(caller, topicName);
    if (!topic)
        return topic.error();
    const Result<QString> from = firstNameOf(page);
    if (!from)
        return from.error();
    SubscriptionPage list;
    const auto &subscriptions = (*topic)->subscriptions;
    for (auto place = subscriptions.lower_bound(*from); place != subscriptions.end(); ++place) {
        const bool goOn = takeIntoPage(page, place->first, list, list.subscriptions, [&] {
            return attributesOf((*topic)->row, place->second.row);
        });
        if (!goOn)
            break;
    }
    return list;
}

} // namespace Signalbox
