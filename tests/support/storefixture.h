// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "store/store.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <optional>

namespace Signalbox {

/// A store in a temporary directory on a clock that only the test moves.
class StoreFixture
{
public:
    static constexpr qint64 kStartMs = 1'700'000'000'000;

    explicit StoreFixture(StoreOptions options = {})
        : m_options(std::move(options))
    {
        m_options.directory = m_directory.path();
        m_options.systemTime = [this] { return m_systemMs.load(); };
    }

    [[nodiscard]] Result<void> open()
    {
        m_clock = std::make_unique<BrokerClock>([this] { return m_systemMs.load(); });
        m_store = std::make_unique<Store>(m_options, *m_clock);
        return m_store->open();
    }
    void close() { m_store.reset(); }
    /// Closes and opens again, as a restart of the broker does.
    [[nodiscard]] bool reopen()
    {
        close();
        return open().ok();
    }

    void advance(std::chrono::milliseconds by) { m_systemMs += by.count(); }
    [[nodiscard]] qint64 nowMs() const { return m_systemMs; }
    [[nodiscard]] QString directory() const { return m_directory.path(); }
    Store &store() { return *m_store; }
    BrokerClock &clock() { return *m_clock; }

    /// Hands a Done to \a call and waits for what it completes with.
    template <typename T, typename Call>
    [[nodiscard]] Result<T> await(Call call)
    {
        std::optional<Result<T>> result;
        call([&result](Result<T> value) { result.emplace(std::move(value)); });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 10'000))
            return Error{ErrorCode::Timeout,
                         QStringLiteral("The store did not complete the command.")};
        return std::move(*result);
    }

    // --- Commands, awaited ---
    QueueRow createQueue(const QString &name, QueueSettings settings = {})
    {
        QueueRow row;
        row.account = QStringLiteral("1");
        row.name = name;
        row.settings = settings;
        return *await<QueueRow>(
            [&](Done<QueueRow> done) { m_store->createQueue(row, std::move(done)); });
    }
    static NewMessage newMessage(const QByteArray &body, std::chrono::seconds delay = {},
                                 int priority = 8)
    {
        NewMessage message;
        message.content.body = body;
        message.content.priority = priority;
        message.bodyMd5 = QByteArray(16, 'm');
        message.delay = delay;
        return message;
    }
    Result<std::vector<StoredMessage>> send(QueueId queue, std::vector<NewMessage> messages)
    {
        return await<std::vector<StoredMessage>>(
            [&](auto done) { m_store->send(queue, std::move(messages), std::move(done)); });
    }
    StoredMessage send(QueueId queue, const QByteArray &body, std::chrono::seconds delay = {},
                       int priority = 8)
    {
        return send(queue, {newMessage(body, delay, priority)})->front();
    }
    Result<std::vector<MessageRow>>
    claim(QueueId queue, int count = 1, std::chrono::seconds visibility = std::chrono::seconds(30))
    {
        const ClaimRequest request{queue, count, visibility, QStringLiteral("127.0.0.1 test")};
        return await<std::vector<MessageRow>>(
            [&](auto done) { m_store->claim(request, std::move(done)); });
    }
    Result<std::vector<Result<DeletedMessage>>> remove(QueueId queue, std::vector<MessageKey> keys)
    {
        return await<std::vector<Result<DeletedMessage>>>(
            [&](auto done) { m_store->deleteMessages(queue, std::move(keys), std::move(done)); });
    }
    Result<void> remove(QueueId queue, MessageKey key)
    {
        const auto results = remove(queue, std::vector{key});
        if (!results)
            return results.error();
        if (const Result<DeletedMessage> &deleted = results->front(); !deleted)
            return deleted.error();
        return {};
    }
    Result<NewLease> changeVisibility(QueueId queue, MessageKey key, std::chrono::seconds timeout)
    {
        return await<NewLease>(
            [&](auto done) { m_store->changeVisibility(queue, key, timeout, std::move(done)); });
    }
    QueueCounts settledCounts(QueueId queue)
    {
        const auto change =
            await<QueueChange>([&](auto done) { m_store->settle(queue, std::move(done)); });
        return change ? change->counts : QueueCounts{-1, -1, -1, -1};
    }
    std::vector<TrashEntry> trash()
    {
        return *await<std::vector<TrashEntry>>(
            [&](auto done) { m_store->trash(QStringLiteral("1"), std::move(done)); });
    }
    Result<Restored> restore(qint64 entry, const QString &name = {})
    {
        return await<Restored>([&](auto done) {
            m_store->restoreTrash(QStringLiteral("1"), entry, name, std::move(done));
        });
    }
    static QByteArrayList bodiesOf(const std::vector<MessageRow> &messages)
    {
        QByteArrayList bodies;
        for (const MessageRow &message : messages)
            bodies.append(message.body);
        return bodies;
    }
    BrowsePage browse(const BrowseQuery &query)
    {
        return *await<BrowsePage>([&](auto done) { m_store->browse(query, std::move(done)); });
    }

private:
    QTemporaryDir m_directory;
    StoreOptions m_options;
    std::atomic<qint64> m_systemMs = kStartMs; // the writer reads it too
    std::unique_ptr<BrokerClock> m_clock;
    std::unique_ptr<Store> m_store;
};

} // namespace Signalbox
