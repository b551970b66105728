// SPDX-License-Identifier: GPL-3.0-only
#include "core/ids.h"
#include "engine/engine.h"
#include "metrics/brokermetrics.h"

#include <QtEndian>

namespace Signalbox {

namespace {

constexpr std::chrono::hours kMaxAdvance{24 * 3653}; // ten years
constexpr int kMaxBrowsePage = 1000;
constexpr int kMaxMessagesAtOnce = 1000;
constexpr int kMaxHoldsCounted = 10'000;

} // namespace

QByteArray Engine::messageId(MessageSequence sequence) const
{
    return messageIdText(m_store.databaseId(), sequence);
}

Result<MessageSequence> Engine::sequenceOf(const QByteArray &messageId) const
{
    const QByteArray bytes = QByteArray::fromHex(messageId);
    if (messageId.size() != 32 || bytes.size() != 16)
        return Error{ErrorCode::InvalidArgument,
                     QStringLiteral("A message id has 32 hexadecimal digits.")};
    if (!bytes.startsWith(m_store.databaseId()))
        return Error{ErrorCode::MessageNotExist, QStringLiteral("Message not exist.")};
    return static_cast<MessageSequence>(qFromBigEndian<quint64>(bytes.constData() + 8));
}

Result<std::vector<MessageSequence>> Engine::sequencesOf(const QList<QByteArray> &messageIds,
                                                         int most) const
{
    if (messageIds.isEmpty() || messageIds.size() > most)
        return Error{ErrorCode::InvalidArgument,
                     QStringLiteral("Between 1 and %1 messages at once, not %2.")
                         .arg(most)
                         .arg(messageIds.size())};
    std::vector<MessageSequence> sequences;
    for (const QByteArray &id : messageIds) {
        const Result<MessageSequence> sequence = sequenceOf(id);
        if (!sequence)
            return sequence.error();
        sequences.push_back(*sequence);
    }
    return sequences;
}

Engine::QueueView Engine::view(const QueueRegistry::Queue &queue) const
{
    QueueView view;
    const QueueRow &row = queue.row;
    view.id = row.id;
    view.attributes = {row.name, row.settings, row.counts, row.createdAtMs / 1000,
                       row.modifiedAtMs / 1000};
    view.createdAtMs = row.createdAtMs;
    view.modifiedAtMs = row.modifiedAtMs;
    view.bodyBytes = row.bodyBytes;
    view.nextDueMs = row.nextDueMs;
    view.lastReceiveMs = queue.lastReceiveMs;
    view.waiters = m_waiters.count(row.id);
    return view;
}

void Engine::queueView(const Caller &caller, const QString &name, Done<QueueView> done)
{
    const Result<QueueRegistry::Queue *> queue = find(caller, name);
    if (!queue)
        return done(queue.error());
    const QueueId id = (*queue)->row.id;
    settled(id, [this, id, done = std::move(done)](const Result<void> &ready) {
        const QueueRegistry::Queue *now = m_registry.find(id);
        if (!ready || !now)
            return done(
                Error{ErrorCode::QueueNotExist, QStringLiteral("The queue does not exist.")});
        if (now->row.counts.ready == 0)
            return done(view(*now));
        m_store.oldestReady(
            {id}, [done, result = view(*now)](const Result<std::vector<qint64>> &oldest) mutable {
                result.oldestReadyMs = oldest ? oldest->front() : 0;
                done(std::move(result));
            });
    });
}

Engine::Receivers Engine::receiversOf(QueueId queue, const std::vector<Holding> &holders) const
{
    Receivers result;
    QHash<QString, size_t> places;
    const auto placeOf = [&](const QString &address, const QString &agent) -> ReceiverView & {
        const QString holder = holderText(address, agent);
        if (const auto place = places.constFind(holder); place != places.cend())
            return result.receivers[*place];
        places.insert(holder, result.receivers.size());
        ReceiverView &view = result.receivers.emplace_back();
        view.address = address;
        view.agent = agent;
        return view;
    };
    for (const ReceiverActivity &activity : m_metrics.receivers().of(queue)) {
        ReceiverView &view = placeOf(activity.address, activity.agent);
        view.received = activity.received;
        view.deleted = activity.deleted;
        view.extended = activity.extended;
        view.expired = activity.expired;
        view.receivedPerS = activity.receivedPerS;
        view.deletedPerS = activity.deletedPerS;
        view.lastSeenMs = activity.lastSeenMs;
    }
    m_waiters.visit(queue, [&](const Waiter &waiter) {
        ++placeOf(waiter.caller.address, waiter.caller.agent).waiters;
    });
    int counted = 0;
    for (const Holding &holding : holders) {
        counted += holding.messages;
        const auto [address, agent] = holderParts(holding.holder);
        placeOf(address, agent).holds = holding.messages;
    }
    result.complete = counted < kMaxHoldsCounted;
    return result;
}

void Engine::receivers(const Caller &caller, const QString &name, Done<Receivers> done)
{
    const Result<QueueRegistry::Queue *> queue = find(caller, name);
    if (!queue)
        return done(queue.error());
    const QueueId id = (*queue)->row.id;
    settled(id, [this, id, done = std::move(done)](const Result<void> &ready) {
        if (!ready)
            return done(ready.error());
        m_store.holders(id, kMaxHoldsCounted,
                        [this, id, done](const Result<std::vector<Holding>> &holders) {
                            if (!holders)
                                return done(holders.error());
                            done(receiversOf(id, *holders));
                        });
    });
}

void Engine::changedQueues(const Caller &caller, quint64 since, int limit, Done<ChangedQueues> done)
{
    if (limit < 1 || limit > Limits::kMaxListPage)
        return done(Error{ErrorCode::InvalidArgument,
                          QStringLiteral("The value of limit should be between 1 and %1.")
                              .arg(Limits::kMaxListPage)});
    const QueueRegistry::Changes changes = m_registry.changedSince(caller.account, since, limit);
    ChangedQueues result;
    result.removed = changes.removed;
    result.cursor = changes.cursor;
    result.reset = changes.reset;
    result.complete = changes.complete;
    std::vector<QueueId> withReady;
    for (const QueueRegistry::Queue *queue : changes.queues) {
        result.queues.push_back(view(*queue));
        if (queue->row.counts.ready > 0)
            withReady.push_back(queue->row.id);
    }
    std::sort(result.queues.begin(), result.queues.end(),
              [](const QueueView &a, const QueueView &b) {
                  return a.attributes.name < b.attributes.name;
              });
    if (withReady.empty())
        return done(std::move(result));
    m_store.oldestReady(withReady,
                        [withReady, result = std::move(result), done = std::move(done)](
                            const Result<std::vector<qint64>> &oldest) mutable {
                            QHash<QueueId, qint64> times;
                            for (size_t i = 0; oldest && i < withReady.size(); ++i)
                                times.insert(withReady[i], oldest->at(i));
                            for (QueueView &queue : result.queues)
                                queue.oldestReadyMs = times.value(queue.id);
                            done(std::move(result));
                        });
}

void Engine::markChanged(const std::vector<QueueId> &queues)
{
    for (const QueueId id : queues) {
        if (QueueRegistry::Queue *queue = m_registry.find(id))
            m_registry.markChanged(*queue);
    }
}

std::optional<QueueCounts> Engine::counts(QueueId id)
{
    const QueueRegistry::Queue *queue = m_registry.find(id);
    if (!queue)
        return std::nullopt;
    return queue->row.counts;
}

void Engine::browse(const Caller &caller, const QString &name, BrowseQuery query,
                    Done<BrowsePage> done)
{
    const Result<QueueRegistry::Queue *> queue = find(caller, name);
    if (!queue)
        return done(queue.error());
    if (query.limit < 1 || query.limit > kMaxBrowsePage)
        return done(Error{
            ErrorCode::InvalidArgument,
            QStringLiteral("The value of limit should be between 1 and %1.").arg(kMaxBrowsePage)});
    const bool timed = query.state == MessageState::Delayed || query.state == MessageState::Leased;
    if (query.order == BrowseQuery::Order::NextVisible && !timed)
        return done(
            Error{ErrorCode::InvalidArgument,
                  QStringLiteral("The order nextVisible needs the state delayed or leased.")});
    query.queue = (*queue)->row.id;
    settled(query.queue, [this, query, done = std::move(done)](const Result<void> &ready) {
        if (!ready)
            return done(ready.error());
        m_store.browse(query, done);
    });
}

void Engine::message(const Caller &caller, const QString &name, const QByteArray &messageId,
                     Done<MessageRow> done)
{
    const Result<QueueRegistry::Queue *> queue = find(caller, name);
    if (!queue)
        return done(queue.error());
    const Result<MessageSequence> sequence = sequenceOf(messageId);
    if (!sequence)
        return done(sequence.error());
    m_store.message((*queue)->row.id, *sequence, std::move(done));
}

void Engine::messages(const Caller &caller, const QString &name,
                      const QList<QByteArray> &messageIds, Done<BrowsePage> done)
{
    const Result<QueueRegistry::Queue *> queue = find(caller, name);
    if (!queue)
        return done(queue.error());
    const QueueId id = (*queue)->row.id;
    std::vector<MessageSequence> sequences;
    for (const QByteArray &messageId : messageIds) {
        if (const Result<MessageSequence> sequence = sequenceOf(messageId))
            sequences.push_back(*sequence);
    }
    settled(id,
            [this, id, sequences = std::move(sequences),
             done = std::move(done)](const Result<void> &ready) {
                if (!ready)
                    return done(ready.error());
                m_store.messages(id, sequences, done);
            });
}

void Engine::purgeQueue(const Caller &caller, const QString &name, Done<TrashEntry> done)
{
    const Result<QueueRegistry::Queue *> queue = find(caller, name);
    if (!queue)
        return done(queue.error());
    const QueueId old = (*queue)->row.id;
    m_store.purgeQueue(
        old, [this, old, done = std::move(done)](const Result<Store::Purged> &purged) {
            if (!purged)
                return done(purged.error());
            const QueueId fresh = m_registry.put(purged->fresh).row.id;
            m_registry.remove(old);
            m_metrics.forgetQueue(old);
            for (const Waiters::Pointer &waiter : m_waiters.takeAll(old)) {
                waiter->queue = fresh;
                m_waiters.add(waiter);
            }
            // What its group did to the fresh queue was told before it was known.
            m_store.settle(fresh,
                           [this, done, trash = purged->trash](const Result<QueueChange> &now) {
                               if (now)
                                   m_registry.apply(*now);
                               done(trash);
                           });
        });
}

void Engine::trashMessages(const Caller &caller, const QString &name,
                           const QList<QByteArray> &messageIds, Done<TrashEntry> done)
{
    const Result<QueueRegistry::Queue *> queue = find(caller, name);
    if (!queue)
        return done(queue.error());
    const Result<std::vector<MessageSequence>> sequences =
        sequencesOf(messageIds, kMaxMessagesAtOnce);
    if (!sequences)
        return done(sequences.error());
    m_store.trashMessages((*queue)->row.id, *sequences, std::move(done));
}

void Engine::moveMessages(const Caller &caller, const QString &name,
                          const QList<QByteArray> &messageIds, const QString &to,
                          Done<MovedMessages> done)
{
    const Result<QueueRegistry::Queue *> queue = find(caller, name);
    if (!queue)
        return done(queue.error());
    const Result<QueueRegistry::Queue *> target = find(caller, to);
    if (!target)
        return done(target.error());
    if (*queue == *target)
        return done(
            Error{ErrorCode::InvalidArgument, QStringLiteral("The messages are in %1.").arg(to)});
    const Result<std::vector<MessageSequence>> sequences =
        sequencesOf(messageIds, kMaxMessagesAtOnce);
    if (!sequences)
        return done(sequences.error());
    m_store.moveMessages((*queue)->row.id, (*target)->row.id, *sequences, std::move(done));
}

void Engine::takeBack(const QueueRow &queue)
{
    if (queue.kind == QueueKind::User)
        m_registry.put(queue);
}

void Engine::freezeClock(Done<void> done)
{
    m_clock.freeze();
    m_store.saveClock(std::move(done));
}

void Engine::runClock(Done<void> done)
{
    m_clock.run();
    m_store.saveClock(std::move(done));
}

void Engine::advanceClock(std::chrono::milliseconds by, Done<void> done)
{
    if (by.count() < 0 || by > kMaxAdvance)
        return done(Error{
            ErrorCode::InvalidArgument,
            QStringLiteral("The clock can be advanced by 0 to %1 ms; it never runs backwards.")
                .arg(std::chrono::milliseconds(kMaxAdvance).count())});
    m_clock.advance(by.count());
    m_store.saveClock(std::move(done));
}

std::optional<QueueSettings> Engine::settingsOf(const QString &account, const QString &queue)
{
    const QueueRegistry::Queue *found = m_registry.find(account, queue);
    return found ? std::optional(found->row.settings) : std::nullopt;
}

Engine::Totals Engine::totals() const
{
    Totals totals;
    m_registry.visitAll([&](const QueueRegistry::Queue &queue) {
        ++totals.queues;
        totals.counts.ready += queue.row.counts.ready;
        totals.counts.leased += queue.row.counts.leased;
        totals.counts.delayed += queue.row.counts.delayed;
        totals.counts.blocked += queue.row.counts.blocked;
        totals.bodyBytes += queue.row.bodyBytes;
    });
    totals.waiters = m_waiters.count();
    return totals;
}

} // namespace Signalbox
