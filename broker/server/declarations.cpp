// SPDX-License-Identifier: GPL-3.0-only
#include "server/declarations.h"

#include "core/logging.h"
#include "engine/topics.h"

namespace Signalbox {

namespace {

/// A patch that sets everything, defaults included.
QueueSettingsPatch completePatch(const QueueSettings &settings)
{
    QueueSettingsPatch patch;
    patch.delay = settings.delay;
    patch.maximumMessageSizeBytes = settings.maximumMessageSizeBytes;
    patch.retention = settings.retention;
    patch.visibilityTimeout = settings.visibilityTimeout;
    patch.pollingWait = settings.pollingWait;
    patch.loggingEnabled = settings.loggingEnabled;
    patch.type = settings.type;
    patch.deadLetters = settings.deadLetters;
    return patch;
}

TopicSettingsPatch completePatch(const TopicSettings &settings)
{
    return {settings.maximumMessageSizeBytes, settings.loggingEnabled, settings.type};
}

SubscriptionPatch completePatch(const SubscriptionSettings &settings)
{
    return {settings.endpoint,  settings.strategy,        settings.format,
            settings.filterTag, settings.deadLetterQueue, settings.maxPushesPerSecond};
}

/// What to do about a create that ended in \a created: set the attributes of what is there with
/// others, or tell \a made.
template <typename Set>
void settle(const Result<Engine::Created> &created, ErrorCode exists, const QString &name, Set set,
            const std::function<void(const Result<void> &)> &made)
{
    if (created)
        return made({});
    if (created.error().code != exists)
        return made(created.error());
    qCInfo(logServer, "%s has other attributes than declared; setting them.", qUtf8Printable(name));
    set(made);
}

/// Why \a name cannot be made: the fault of who declared it, unless the store does not take it.
Error refusal(const QString &what, const QString &name, const QString &where, const Error &error)
{
    const QString place = where.isEmpty() ? QString() : where + QStringLiteral(": ");
    return {error.code == ErrorCode::InternalError ? error.code : ErrorCode::InvalidArgument,
            QStringLiteral("%1%2 \"%3\" cannot be made: %4").arg(place, what, name, error.message)};
}

} // namespace

Declarations::Declarations(Engine &engine, Topics &topics, const BrokerOptions &options, Done done)
    : m_engine(engine)
    , m_topics(topics)
    , m_options(options)
    , m_done(std::move(done))
{
    m_self.account = options.account;
}

void Declarations::run()
{
    runPhase();
}

void Declarations::runPhase()
{
    switch (m_phase) {
    case Phase::Queues:
        m_left = m_options.queues.size() + 1;
        for (const DeclaredQueue &queue : m_options.queues)
            declare(queue);
        break;
    case Phase::Topics:
        m_left = m_options.topics.size() + 1;
        for (const DeclaredTopic &topic : m_options.topics)
            declare(topic);
        break;
    case Phase::Subscriptions:
        m_left = 1;
        for (const DeclaredTopic &topic : m_options.topics)
            m_left += topic.subscriptions.size();
        for (const DeclaredTopic &topic : m_options.topics) {
            for (const DeclaredSubscription &subscription : topic.subscriptions)
                declare(topic, subscription);
        }
        break;
    case Phase::End:
        return m_done({});
    }
    made({}, {}, {})({}); // the one more: a phase with nothing in it ends as well
}

std::function<void(const Result<void> &)>
Declarations::made(const QString &what, const QString &name, const QString &where)
{
    return [this, what, name, where](const Result<void> &result) {
        if (!result && !m_error)
            m_error = refusal(what, name, where, result.error());
        if (--m_left > 0)
            return;
        if (m_error)
            return m_done(*m_error);
        m_phase = static_cast<Phase>(static_cast<int>(m_phase) + 1);
        runPhase();
    };
}

void Declarations::declare(const DeclaredQueue &queue)
{
    const QString name = queue.name;
    const QueueSettingsPatch settings = completePatch(queue.settings.appliedTo({}));
    m_engine.createQueue(
        m_self, name, settings,
        [this, name, settings, made = made(QStringLiteral("Queue"), name, queue.where)](
            const Result<Engine::Created> &created) {
            settle(
                created, ErrorCode::QueueAlreadyExist, name,
                [&](const auto &done) {
                    m_engine.setQueueAttributes(m_self, name, settings, done);
                },
                made);
        });
}

void Declarations::declare(const DeclaredTopic &topic)
{
    const QString name = topic.name;
    const TopicSettingsPatch settings = completePatch(topic.settings.appliedTo({}));
    m_topics.createTopic(
        m_self, name, settings,
        [this, name, settings, made = made(QStringLiteral("Topic"), name, topic.where)](
            const Result<Engine::Created> &created) {
            settle(
                created, ErrorCode::TopicAlreadyExist, name,
                [&](const auto &done) {
                    m_topics.setTopicAttributes(m_self, name, settings, done);
                },
                made);
        });
}

void Declarations::declare(const DeclaredTopic &topic, const DeclaredSubscription &subscription)
{
    const QString name = subscription.name;
    const SubscriptionPatch settings = completePatch(subscription.settings.appliedTo({}));
    m_topics.subscribe(m_self, topic.name, name, settings,
                       [this, topic = topic.name, name, settings,
                        made = made(QStringLiteral("Subscription"), name, subscription.where)](
                           const Result<Engine::Created> &created) {
                           settle(
                               created, ErrorCode::SubscriptionAlreadyExist, name,
                               [&](const auto &done) {
                                   m_topics.setSubscriptionAttributes(m_self, topic, name, settings,
                                                                      done);
                               },
                               made);
                       });
}

} // namespace Signalbox
