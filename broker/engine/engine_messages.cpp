// SPDX-License-Identifier: GPL-3.0-only
#include "engine/engine.h"
#include "metrics/brokermetrics.h"

#include <QCryptographicHash>
#include <QPointer>

namespace Signalbox {

namespace {

Error noMessage()
{
    return {ErrorCode::MessageNotExist, QStringLiteral("Message not exist.")};
}

Error outOfBatchRange(QStringView element)
{
    return {ErrorCode::InvalidArgument,
            QStringLiteral("The value of %1 should be between 1 and %2.")
                .arg(element)
                .arg(Limits::kMaxBatch)};
}

ReceiverId receiverId(QueueId queue, const Caller &caller)
{
    return {queue, caller.address, caller.agent};
}

} // namespace

Result<void> Engine::checkCount(int count) const
{
    if (count >= 1 && count <= Limits::kMaxBatch)
        return {};
    return outOfBatchRange(u"numOfMessages");
}

void Engine::send(const Caller &caller, const QString &queueName,
                  std::vector<OutgoingMessage> messages, Done<std::vector<SentMessage>> done)
{
    if (const Result<void> admitted = admit(caller, static_cast<int>(messages.size())); !admitted)
        return done(admitted.error());
    const Result<QueueRegistry::Queue *> queue = find(caller, queueName);
    if (!queue)
        return done(queue.error());
    if (messages.empty() || messages.size() > Limits::kMaxBatch)
        return done(outOfBatchRange(u"the number of messages"));
    const QueueSettings &settings = (*queue)->row.settings;
    qint64 bodyBytes = 0;
    for (const OutgoingMessage &message : messages) {
        if (const Result<void> valid =
                checkOutgoingMessage(message, settings.maximumMessageSizeBytes);
            !valid)
            return done(valid.error());
        if (settings.isFifo()) {
            if (const Result<void> valid = checkOrderedMessage(message); !valid)
                return done(valid.error());
        }
        bodyBytes += message.body.size();
    }
    if (bodyBytes > Limits::kMaxBatchBodyBytes)
        return done(Error{ErrorCode::InvalidArgument,
                          QStringLiteral("All bodies of a batch together may have %1 bytes.")
                              .arg(Limits::kMaxBatchBodyBytes)});

    std::vector<NewMessage> toStore;
    std::vector<SentMessage> sent; // the ids follow from the store
    toStore.reserve(messages.size());
    sent.reserve(messages.size());
    for (OutgoingMessage &message : messages) {
        NewMessage stored;
        stored.bodyMd5 = QCryptographicHash::hash(message.body, QCryptographicHash::Md5);
        stored.delay = message.delay.value_or(settings.delay);
        stored.content = std::move(message);
        if (settings.isFifo())
            stored.content.priority = Limits::kDefaultPriority; // the order goes by arrival
        sent.push_back({{}, stored.bodyMd5.toHex().toUpper(), {}, stored.content.groupId});
        toStore.push_back(std::move(stored));
    }
    const QueueId id = (*queue)->row.id;
    m_store.send(id, std::move(toStore),
                 [this, id, sent = std::move(sent), done = std::move(done)](
                     const Result<std::vector<StoredMessage>> &stored) mutable {
                     if (!stored)
                         return done(stored.error());
                     for (size_t i = 0; i < sent.size(); ++i) {
                         const StoredMessage &message = stored->at(i);
                         sent[i].messageId = messageId(message.key.sequence);
                         if (message.delayed)
                             sent[i].receiptHandle = m_handles.encode(message.key);
                     }
                     m_metrics.sent(id, static_cast<int>(sent.size()));
                     done(std::move(sent));
                 });
}

void Engine::receive(const Caller &caller, const QString &queueName, int count,
                     std::optional<std::chrono::seconds> wait, Recipient recipient,
                     Done<std::vector<ReceivedMessage>> done)
{
    if (const Result<void> admitted = admit(caller, 1); !admitted)
        return done(admitted.error());
    const Result<QueueRegistry::Queue *> queue = find(caller, queueName);
    if (!queue)
        return done(queue.error());
    if (const Result<void> valid = checkCount(count); !valid)
        return done(valid.error());
    if (wait && (*wait < Limits::kPollingWait.min || *wait > Limits::kPollingWait.max))
        return done(
            Error{ErrorCode::InvalidArgument,
                  QStringLiteral("The value of waitseconds should be between %1 and %2 seconds.")
                      .arg(Limits::kPollingWait.min.count())
                      .arg(Limits::kPollingWait.max.count())});

    m_metrics.receivers().asked(receiverId((*queue)->row.id, caller));
    auto waiter = std::make_shared<Waiter>();
    waiter->ticket = ++m_lastTicket;
    waiter->caller = caller;
    waiter->queue = (*queue)->row.id;
    waiter->count = count;
    waiter->deadlineMs = Waiters::monotonicMs()
        + std::chrono::milliseconds(wait.value_or((*queue)->row.settings.pollingWait)).count();
    waiter->recipient = std::move(recipient);
    waiter->done = std::move(done);
    claimFor(std::move(waiter));
}

void Engine::claimFor(std::shared_ptr<Waiter> waiter)
{
    const QueueRegistry::Queue *queue = m_registry.find(waiter->queue);
    if (!queue)
        return waiter->done(
            Error{ErrorCode::QueueNotExist, QStringLiteral("The queue was deleted.")});
    ClaimRequest request;
    request.queue = waiter->queue;
    request.count = waiter->count;
    request.visibilityTimeout = queue->row.settings.visibilityTimeout;
    request.holder = holderText(waiter->caller.address, waiter->caller.agent);
    m_store.claim(request,
                  [this, waiter = std::move(waiter)](const Result<std::vector<MessageRow>> &rows) {
                      if (!rows)
                          return waiter->done(rows.error());
                      handOver(waiter, *rows);
                  });
}

void Engine::handOver(const std::shared_ptr<Waiter> &waiter, const std::vector<MessageRow> &rows)
{
    if (rows.empty()) {
        if (m_stopping || waiter->deadlineMs <= Waiters::monotonicMs())
            return waiter->done(noMessage());
        if (!waiter->recipient.isThere())
            return;
        if (m_quotas.maxConcurrentPolls > 0
            && m_waiters.countOf(waiter->caller.account) >= m_quotas.maxConcurrentPolls)
            return waiter->done(Error{ErrorCode::QpsLimitExceeded,
                                      QStringLiteral("More than %1 long polls at once.")
                                          .arg(m_quotas.maxConcurrentPolls)});
        m_waiters.add(waiter);
        waiter->recipient.whenGone([self = QPointer(this), waiting = std::weak_ptr(waiter)] {
            if (const std::shared_ptr<Waiter> gone = waiting.lock(); gone && self)
                self->m_waiters.remove(*gone);
        });
        return;
    }
    if (!waiter->recipient.isThere()) {
        std::vector<MessageKey> keys;
        for (const MessageRow &row : rows)
            keys.push_back(row.key);
        return m_store.giveBack(waiter->queue, std::move(keys));
    }
    std::vector<ReceivedMessage> messages;
    std::vector<std::chrono::milliseconds> firstWaits;
    messages.reserve(rows.size());
    firstWaits.reserve(rows.size());
    for (const MessageRow &row : rows) {
        messages.push_back(received(row, true));
        if (row.receiveCount == 1)
            firstWaits.emplace_back(row.firstReceivedAtMs - row.enqueuedAtMs);
    }
    const int count = static_cast<int>(rows.size());
    m_metrics.received(waiter->queue, count, firstWaits);
    m_metrics.receivers().received(receiverId(waiter->queue, waiter->caller), count);
    if (QueueRegistry::Queue *queue = m_registry.find(waiter->queue))
        queue->lastReceiveMs = m_clock.nowMs();
    waiter->done(std::move(messages));
}

void Engine::wakeWaiters()
{
    for (const auto &[queue, messages] : std::exchange(m_toWake, {})) {
        for (Waiters::Pointer &waiter : m_waiters.takeFirst(queue, messages))
            claimFor(std::move(waiter));
    }
}

void Engine::releaseWaiters()
{
    m_stopping = true;
    for (const Waiters::Pointer &waiter : m_waiters.takeAll())
        waiter->done(noMessage());
}

ReceivedMessage Engine::received(const MessageRow &row, bool leased) const
{
    ReceivedMessage message;
    message.messageId = messageId(row.key.sequence);
    message.bodyMd5 = row.bodyMd5.toHex().toUpper();
    message.body = row.body;
    message.enqueueTimeMs = row.enqueuedAtMs;
    message.firstDequeueTimeMs =
        row.firstReceivedAtMs != 0 ? row.firstReceivedAtMs : row.enqueuedAtMs;
    message.dequeueCount = row.receiveCount;
    message.priority = row.priority;
    message.groupId = row.groupId;
    message.userProperties = row.userProperties;
    message.systemProperties = row.systemProperties;
    if (leased) {
        message.receiptHandle = m_handles.encode(row.key);
        message.nextVisibleTimeMs = row.visibleAtMs;
    }
    return message;
}

void Engine::peek(const Caller &caller, const QString &queueName, int count,
                  Done<std::vector<ReceivedMessage>> done)
{
    if (const Result<void> admitted = admit(caller, 1); !admitted)
        return done(admitted.error());
    const Result<QueueRegistry::Queue *> queue = find(caller, queueName);
    if (!queue)
        return done(queue.error());
    if (const Result<void> valid = checkCount(count); !valid)
        return done(valid.error());
    m_store.peek((*queue)->row.id, count,
                 [this, done = std::move(done)](const Result<std::vector<MessageRow>> &rows) {
                     if (!rows)
                         return done(rows.error());
                     if (rows->empty())
                         return done(noMessage());
                     std::vector<ReceivedMessage> messages;
                     for (const MessageRow &row : *rows)
                         messages.push_back(received(row, false));
                     done(std::move(messages));
                 });
}

void Engine::deleteMessage(const Caller &caller, const QString &queueName, const QByteArray &handle,
                           Done<void> done)
{
    if (const Result<void> admitted = admit(caller, 1); !admitted)
        return done(admitted.error());
    const Result<QueueRegistry::Queue *> queue = find(caller, queueName);
    if (!queue)
        return done(queue.error());
    const Result<MessageKey> key = m_handles.decode(handle);
    if (!key)
        return done(key.error());
    const QueueId id = (*queue)->row.id;
    m_store.deleteMessages(id, {*key},
                           [this, id, receiver = receiverId(id, caller), done = std::move(done)](
                               const Result<std::vector<Result<DeletedMessage>>> &deleted) {
                               if (!deleted)
                                   return done(deleted.error());
                               countDeleted(receiver, *deleted);
                               const Result<DeletedMessage> &one = deleted->front();
                               done(one ? Result<void>() : Result<void>(one.error()));
                           });
}

void Engine::deleteMessages(const Caller &caller, const QString &queueName,
                            const QList<QByteArray> &handles, Done<QList<FailedHandle>> done)
{
    if (const Result<void> admitted = admit(caller, static_cast<int>(handles.size())); !admitted)
        return done(admitted.error());
    const Result<QueueRegistry::Queue *> queue = find(caller, queueName);
    if (!queue)
        return done(queue.error());
    if (handles.isEmpty() || handles.size() > Limits::kMaxBatch)
        return done(outOfBatchRange(u"the number of receipt handles"));

    QList<FailedHandle> failed;
    QList<QByteArray> sound;
    std::vector<MessageKey> keys;
    for (const QByteArray &handle : handles) {
        if (const Result<MessageKey> key = m_handles.decode(handle)) {
            keys.push_back(*key);
            sound.append(handle);
        } else {
            failed.append({handle, {ErrorCode::ReceiptHandleError, key.error().message}});
        }
    }
    if (keys.empty())
        return done(failed);
    const QueueId id = (*queue)->row.id;
    m_store.deleteMessages(
        id, std::move(keys),
        [this, receiver = receiverId(id, caller), failed, sound, done = std::move(done)](
            const Result<std::vector<Result<DeletedMessage>>> &deleted) mutable {
            if (!deleted)
                return done(deleted.error());
            for (qsizetype i = 0; i < sound.size(); ++i) {
                if (const auto &one = deleted->at(size_t(i)); !one)
                    failed.append({sound.at(i), one.error()});
            }
            countDeleted(receiver, *deleted);
            done(std::move(failed));
        });
}

void Engine::countDeleted(const ReceiverId &receiver,
                          const std::vector<Result<DeletedMessage>> &deleted)
{
    const qint64 nowMs = m_clock.nowMs();
    std::vector<Departure> departures;
    departures.reserve(deleted.size());
    for (const Result<DeletedMessage> &one : deleted) {
        if (one)
            departures.push_back(
                {std::chrono::milliseconds(nowMs - one->enqueuedAtMs), one->receiveCount});
    }
    const int count = static_cast<int>(departures.size());
    m_metrics.deleted(receiver.queue, count, departures);
    m_metrics.receivers().deleted(receiver, count);
}

void Engine::changeVisibility(const Caller &caller, const QString &queueName,
                              const QByteArray &handle, std::chrono::seconds timeout,
                              Done<ChangedVisibility> done)
{
    if (const Result<void> admitted = admit(caller, 1); !admitted)
        return done(admitted.error());
    const Result<QueueRegistry::Queue *> queue = find(caller, queueName);
    if (!queue)
        return done(queue.error());
    if (timeout.count() < 0 || timeout > Limits::kVisibilityTimeout.max)
        return done(Error{
            ErrorCode::InvalidArgument,
            QStringLiteral("The value of VisibilityTimeout should be between 0 and %1 seconds.")
                .arg(Limits::kVisibilityTimeout.max.count())});
    const Result<MessageKey> key = m_handles.decode(handle);
    if (!key)
        return done(key.error());
    const QueueId id = (*queue)->row.id;
    m_store.changeVisibility(
        id, *key, timeout,
        [this, receiver = receiverId(id, caller),
         done = std::move(done)](const Result<NewLease> &lease) {
            if (!lease)
                return done(lease.error());
            m_metrics.receivers().extended(receiver);
            done(ChangedVisibility{m_handles.encode(lease->key), lease->visibleAtMs});
        });
}

} // namespace Signalbox
