// SPDX-License-Identifier: GPL-3.0-only
#include "engine/engine.h"

#include "core/logging.h"
#include "engine/listpaging.h"
#include "metrics/brokermetrics.h"

namespace Signalbox {

namespace {

// Cursors of this run lie above those of every earlier one.
quint64 firstChangeNumber()
{
    return static_cast<quint64>(systemTimeMs()) << 12;
}

std::vector<QueueRow> queuesOfUsers(const Store &store)
{
    std::vector<QueueRow> queues;
    std::copy_if(store.queues().begin(), store.queues().end(), std::back_inserter(queues),
                 [](const QueueRow &queue) { return queue.kind == QueueKind::User; });
    return queues;
}

} // namespace

Engine::Engine(Store &store, BrokerClock &clock, BrokerMetrics &metrics, EngineQuotas quotas,
               QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_metrics(metrics)
    , m_quotas(quotas)
    , m_registry(firstChangeNumber())
{
    m_registry.load(queuesOfUsers(m_store));
    m_handles.setKey(m_store.handleKey());
    connect(&m_store, &Store::queuesChanged, this, &Engine::applyChanges);
    connect(&m_store, &Store::groupCompleted, this, [this](const CommitStats &stats) {
        m_metrics.committed(stats.duration, stats.commands);
        wakeWaiters();
    });
    connect(&m_store, &Store::reloaded, this, [this] { m_registry.load(queuesOfUsers(m_store)); });
    connect(&m_waiters, &Waiters::expired, this, [](const std::shared_ptr<Waiter> &waiter) {
        waiter->done(Error{ErrorCode::MessageNotExist, QStringLiteral("Message not exist.")});
    });
    connect(&m_waiters, &Waiters::countChanged, this, [this](QueueId id) {
        if (QueueRegistry::Queue *queue = m_registry.find(id))
            m_registry.markChanged(*queue);
    });
}

Engine::~Engine() = default;

Result<QueueRegistry::Queue *> Engine::find(const Caller &caller, const QString &name)
{
    if (QueueRegistry::Queue *queue = m_registry.find(caller.account, name))
        return queue;
    if (const Result<void> valid = checkQueueName(name); !valid)
        return valid.error();
    return Error{ErrorCode::QueueNotExist, QStringLiteral("The queue does not exist.")};
}

Result<void> Engine::admit(const Caller &caller, int messages)
{
    if (m_quotas.maxCallsPerSecond == 0
        || m_budget.take(caller.account, messages, m_quotas.maxCallsPerSecond,
                         Waiters::monotonicMs()))
        return {};
    return Error{
        ErrorCode::QpsLimitExceeded,
        QStringLiteral("More than %1 calls in one second.").arg(m_quotas.maxCallsPerSecond)};
}

void Engine::applyChanges(const std::vector<QueueChange> &changes)
{
    for (const QueueChange &change : changes) {
        m_registry.apply(change);
        if (change.madeVisible > 0)
            m_toWake.emplace_back(change.id, change.madeVisible);
        for (const Holding &ended : change.endedLeases) {
            const auto [address, agent] = holderParts(ended.holder);
            m_metrics.receivers().leasesExpired({change.id, address, agent}, ended.messages);
        }
    }
}

void Engine::createQueue(const Caller &caller, const QString &name,
                         const QueueSettingsPatch &attributes, Done<Created> done)
{
    if (const Result<void> valid = checkQueueName(name); !valid)
        return done(valid.error());
    const QueueSettings settings = attributes.appliedTo({});
    if (const Result<void> valid = checkQueueSettings(settings); !valid)
        return done(valid.error());
    if (const Result<void> valid = checkDeadLetters(caller, name, settings); !valid)
        return done(valid.error());

    const auto answerExisting = [settings,
                                 name](const QueueRegistry::Queue &queue) -> Result<Created> {
        if (queue.row.settings == settings)
            return Created::AlreadyThere;
        return Error{
            ErrorCode::QueueAlreadyExist,
            QStringLiteral("The queue %1 exists already, with other attributes.").arg(name)};
    };
    if (const QueueRegistry::Queue *queue = m_registry.find(caller.account, name))
        return done(answerExisting(*queue));
    if (const Result<void> fits = checkTakesDeadLetters(caller, name, settings.type); !fits)
        return done(fits.error());
    if (m_quotas.maxQueuesPerAccount > 0
        && m_registry.count(caller.account) >= m_quotas.maxQueuesPerAccount)
        return done(Error{ErrorCode::QueueNumExceededLimit,
                          QStringLiteral("The account has %1 queues, the most it may have.")
                              .arg(m_quotas.maxQueuesPerAccount)});

    QueueRow row;
    row.account = caller.account;
    row.name = name;
    row.settings = settings;
    m_store.createQueue(row,
                        [this, caller, name, answerExisting,
                         done = std::move(done)](const Result<QueueRow> &created) {
                            if (created) {
                                m_registry.put(*created);
                                return done(Created::New);
                            }
                            // Somebody else's creation of the same name was in the same group.
                            const QueueRegistry::Queue *queue =
                                m_registry.find(caller.account, name);
                            if (created.error().code == ErrorCode::QueueAlreadyExist && queue)
                                return done(answerExisting(*queue));
                            done(created.error());
                        });
}

void Engine::setQueueAttributes(const Caller &caller, const QString &name,
                                const QueueSettingsPatch &attributes, Done<void> done)
{
    const Result<QueueRegistry::Queue *> queue = find(caller, name);
    if (!queue)
        return done(queue.error());
    const QueueSettings settings = attributes.appliedTo((*queue)->row.settings);
    if (settings.type != (*queue)->row.settings.type)
        return done(Error{ErrorCode::InvalidArgument,
                          QStringLiteral("The QueueType of a queue cannot be changed.")});
    if (const Result<void> valid = checkQueueSettings(settings); !valid)
        return done(valid.error());
    if (const Result<void> valid = checkDeadLetters(caller, name, settings); !valid)
        return done(valid.error());
    m_store.setQueueSettings((*queue)->row.id, attributes,
                             [this, done = std::move(done)](const Result<QueueRow> &row) {
                                 if (!row)
                                     return done(row.error());
                                 m_registry.put(*row);
                                 done({});
                             });
}

void Engine::settled(QueueId id, std::function<void(const Result<void> &)> then)
{
    const QueueRegistry::Queue *queue = m_registry.find(id);
    const qint64 now = m_clock.nowMs();
    if (!queue || (queue->row.nextDueMs > now && queue->row.nextExpiryMs > now)
        || !m_store.health().writable)
        return then({});
    m_store.settle(id, [then = std::move(then)](const Result<QueueChange> &settled) {
        // Writes refused: the counts of the last commit are the best there is.
        if (!settled && settled.error().code != ErrorCode::InternalError)
            return then(settled.error());
        then({});
    });
}

void Engine::queueAttributes(const Caller &caller, const QString &name, Done<QueueAttributes> done)
{
    queueView(caller, name, [done = std::move(done)](const Result<QueueView> &view) {
        if (!view)
            return done(view.error());
        done(view->attributes);
    });
}

void Engine::deleteQueue(const Caller &caller, const QString &name,
                         Done<std::optional<TrashEntry>> done)
{
    const Result<QueueRegistry::Queue *> queue = find(caller, name);
    if (!queue) {
        if (queue.error().code == ErrorCode::QueueNotExist)
            return done(std::optional<TrashEntry>());
        return done(queue.error());
    }
    const QueueId id = (*queue)->row.id;
    m_store.deleteQueue(id, [this, id, done = std::move(done)](const Result<TrashEntry> &entry) {
        if (!entry) {
            if (entry.error().code == ErrorCode::QueueNotExist)
                return done(std::optional<TrashEntry>());
            return done(entry.error());
        }
        m_registry.remove(id);
        m_metrics.forgetQueue(id);
        for (const Waiters::Pointer &waiter : m_waiters.takeAll(id))
            waiter->done(Error{ErrorCode::QueueNotExist, QStringLiteral("The queue was deleted.")});
        done(std::optional<TrashEntry>(*entry));
    });
}

Result<Engine::QueueList> Engine::listQueues(const Caller &caller, const ListPage &page)
{
    const Result<QString> from = firstNameOf(page);
    if (!from)
        return from.error();
    QueueList list;
    m_registry.visit(caller.account, *from, [&](const QueueRegistry::Queue &queue) {
        return takeIntoPage(page, queue.row.name, list, list.queues,
                            [&] { return view(queue).attributes; });
    });
    return list;
}

QString Engine::loggingBucket(const Caller &caller) const
{
    return m_store.value(QStringLiteral("logging_bucket/") + caller.account);
}

void Engine::setLoggingBucket(const Caller &caller, const QString &bucket, Done<void> done)
{
    if (bucket.size() > Limits::kMaxLoggingBucketLength)
        return done(Error{ErrorCode::InvalidArgument,
                          QStringLiteral("The length of LoggingBucket should be at most %1.")
                              .arg(Limits::kMaxLoggingBucketLength)});
    m_store.saveValue(QStringLiteral("logging_bucket/") + caller.account, bucket, std::move(done));
}

} // namespace Signalbox
