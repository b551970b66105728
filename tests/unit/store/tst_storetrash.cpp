// SPDX-License-Identifier: GPL-3.0-only
#include "storesuite.h"

#include <QTest>

using namespace Signalbox;
using namespace std::chrono_literals;

namespace {

const std::vector<NewMessage> kOldOnes(600, StoreFixture::newMessage("old"));

} // namespace

/// What was deleted or purged waits in the trash, and comes back whole.
class TestStoreTrash : public StoreSuite
{
    Q_OBJECT

private slots:
    void init() { openStore(); }
    void cleanup() { closeStore(); }

    void aDeletedQueueComesBackWhole()
    {
        store().send(m_queue, "one");
        const auto entry = store().await<TrashEntry>(
            [&](auto done) { store().store().deleteQueue(m_queue, done); });
        QCOMPARE(entry->messages, 1);
        QCOMPARE(store().send(m_queue, {StoreFixture::newMessage("x")}).error().code,
                 ErrorCode::QueueNotExist);
        QVERIFY(store().reopen());
        QVERIFY(store().store().queues().empty());
        QCOMPARE(store().trash().size(), 1U);
        const auto restored = store().restore(entry->id);
        QVERIFY(restored);
        QCOMPARE(restored->name, QStringLiteral("orders"));
        const QueueId back = restored->contents.queues.front().id;
        QCOMPARE(StoreFixture::bodiesOf(*store().claim(back)), QList<QByteArray>{"one"});
        QVERIFY(store().trash().empty());
    }

    void aDeletedQueueAsksForANameWhenItsOwnIsTaken()
    {
        const auto entry = store().await<TrashEntry>(
            [&](auto done) { store().store().deleteQueue(m_queue, done); });
        store().createQueue(QStringLiteral("orders"));
        QCOMPARE(store().restore(entry->id).error().code, ErrorCode::Conflict);
        QCOMPARE(store().restore(entry->id, QStringLiteral("orders-2"))->name,
                 QStringLiteral("orders-2"));
    }

    void aPurgeIsUndoneAndLosesNothingSentMeanwhile()
    {
        QVERIFY(store().send(m_queue, kOldOnes));
        const auto purged = store().await<Store::Purged>(
            [&](auto done) { store().store().purgeQueue(m_queue, done); });
        const QueueId fresh = purged->fresh.id;
        QCOMPARE(purged->trash.messages, 600);
        QVERIFY(store().claim(fresh)->empty());
        store().send(fresh, "new");
        QCOMPARE(store().restore(purged->trash.id)->contents.queues.front().id, fresh);
        QTRY_COMPARE(store().settledCounts(fresh), (QueueCounts{601, 0, 0, 0}));
        QTRY_VERIFY(store().trash().empty());
        QCOMPARE(store().claim(fresh)->front().body, QByteArray("old"));
    }

    void whatIsOnItsWayBackGoesNowhereElse()
    {
        QVERIFY(store().send(m_queue, kOldOnes));
        const auto purged = store().await<Store::Purged>(
            [&](auto done) { store().store().purgeQueue(m_queue, done); });
        const qint64 entry = purged->trash.id;
        store().createQueue(QStringLiteral("other"));
        store().store().restoreTrash(QStringLiteral("1"), entry, {}, [](const auto &) {});
        for (const QString &name : {QStringLiteral("other"), QStringLiteral("new")})
            QCOMPARE(store().restore(entry, name).error().code, ErrorCode::Conflict);
        QTRY_COMPARE(store().settledCounts(purged->fresh.id), (QueueCounts{600, 0, 0, 0}));
    }

    void aStoppedRestoreLeavesTheRestInTheTrashForItsFullTime()
    {
        QVERIFY(store().send(m_queue, kOldOnes));
        const auto purged = store().await<Store::Purged>(
            [&](auto done) { store().store().purgeQueue(m_queue, done); });
        const qint64 entry = purged->trash.id;
        QCOMPARE(stopRestore(entry).error().code, ErrorCode::NotFound);
        store().advance(300s);
        store().store().restoreTrash(QStringLiteral("1"), entry, {}, [](const auto &) {});
        const auto left = stopRestore(entry);
        QVERIFY(left);
        QVERIFY(!left->restoring);
        QCOMPARE(left->expiresAtMs, purged->trash.expiresAtMs + 300'000);
        QCOMPARE(store().settledCounts(purged->fresh.id).ready + left->messages, 600);
        QVERIFY(store().reopen());
        QCOMPARE(store().trash().front().messages, left->messages);
        QCOMPARE(store().trash().front().expiresAtMs, left->expiresAtMs);
        QVERIFY(store().restore(entry));
        QTRY_COMPARE(store().settledCounts(purged->fresh.id), (QueueCounts{600, 0, 0, 0}));
    }

    void anEntryThatWaitsLongerKeepsNoLaterOne()
    {
        QVERIFY(store().send(m_queue, kOldOnes));
        const auto purged = store().await<Store::Purged>(
            [&](auto done) { store().store().purgeQueue(m_queue, done); });
        const QueueRow other = store().createQueue(QStringLiteral("other"));
        QVERIFY(store().await<TrashEntry>(
            [&](auto done) { store().store().deleteQueue(other.id, done); }));
        store().advance(300s);
        store().store().restoreTrash(QStringLiteral("1"), purged->trash.id, {},
                                     [](const auto &) {});
        QVERIFY(stopRestore(purged->trash.id));
        QCOMPARE(store().trash().size(), 2U);
        store().advance(350s);
        QVERIFY(store().await<void>([&](auto done) { store().store().saveClock(done); }));
        QTRY_COMPARE(store().trash().size(), 1U);
        QCOMPARE(store().trash().front().id, purged->trash.id);
    }

    void commandsOnTheirWayDuringAPurgeReachTheFreshQueue()
    {
        store().send(m_queue, "old");
        std::optional<Result<std::vector<StoredMessage>>> sent;
        std::optional<Result<std::vector<MessageRow>>> claimed;
        std::optional<Result<Store::Purged>> purged;
        store().store().purgeQueue(m_queue, [&](auto reply) { purged.emplace(reply); });
        store().store().purgeQueue(m_queue, [](const auto &) {});
        store().store().send(m_queue, {StoreFixture::newMessage("new")},
                             [&](auto reply) { sent.emplace(reply); });
        store().store().claim({m_queue, 16, 30s, QString()},
                              [&](auto reply) { claimed.emplace(reply); });
        QTRY_VERIFY(claimed);
        QVERIFY(*purged);
        QVERIFY(*sent);
        QVERIFY(*claimed);
        QCOMPARE(StoreFixture::bodiesOf(**claimed), QList<QByteArray>{"new"});
        QCOMPARE(store().trash().size(), 2U);
        QVERIFY(store().reopen());
        QCOMPARE(store().store().queues().size(), 1U);
        QCOMPARE(store().store().queues().front().counts, (QueueCounts{0, 1, 0, 0}));
    }

    void aDeleteThatWasUnderWayDuringThePurgeCountsInTheTrash()
    {
        for (const QByteArray &body : QList<QByteArray>{"a", "b", "c"})
            store().send(m_queue, body);
        const std::vector<MessageRow> rows = *store().claim(m_queue, 2);
        std::optional<Result<Store::Purged>> purged;
        store().store().purgeQueue(m_queue, [&](const auto &reply) { purged.emplace(reply); });
        // Before anybody can know the fresh queue.
        const auto results = store().remove(m_queue, {rows[0].key, rows[1].key});
        QVERIFY(results->at(0));
        QVERIFY(results->at(1));
        QCOMPARE(store().settledCounts((*purged)->fresh.id), QueueCounts());
        QCOMPARE(store().trash().front().messages, 1);
    }

    void aConsumerMayDeleteWhatItHeldBeforeThePurge()
    {
        store().send(m_queue, "one");
        store().send(m_queue, "two");
        const MessageRow held = store().claim(m_queue)->front();
        const auto purged = store().await<Store::Purged>(
            [&](auto done) { store().store().purgeQueue(m_queue, done); });
        QVERIFY(store().remove(purged->fresh.id, held.key));
        QCOMPARE(store().trash().front().messages, 1);
        QCOMPARE(store().remove(purged->fresh.id, held.key).error().code,
                 ErrorCode::MessageNotExist);
    }

    void singleMessagesGoToTheTrashInAnyState()
    {
        const MessageSequence delayed = store().send(m_queue, "delayed", 60s).key.sequence;
        const MessageSequence ready = store().send(m_queue, "ready").key.sequence;
        store().send(m_queue, "stays");
        const auto entry = store().await<TrashEntry>([&](auto done) {
            store().store().trashMessages(m_queue, {delayed, ready}, done);
        });
        QCOMPARE(entry->messages, 2);
        QCOMPARE(store().settledCounts(m_queue), (QueueCounts{1, 0, 0, 0}));
        const auto nothing = store().await<TrashEntry>(
            [&](auto done) { store().store().trashMessages(m_queue, {delayed}, done); });
        QCOMPARE(nothing.error().code, ErrorCode::MessageNotExist);
        QVERIFY(store().restore(entry->id));
        QTRY_COMPARE(store().settledCounts(m_queue), (QueueCounts{2, 0, 1, 0}));
    }

    void theTrashIsBoundedInTime()
    {
        QVERIFY(store().await<TrashEntry>(
            [&](auto done) { store().store().deleteQueue(m_queue, done); }));
        QCOMPARE(store().trash().size(), 1U);
        store().advance(600s);
        store().createQueue(QStringLiteral("other")); // any work makes the writer look
        QVERIFY(store().await<void>([&](auto done) { store().store().saveClock(done); }));
        QTRY_VERIFY(store().trash().empty());
    }

private:
    Result<TrashEntry> stopRestore(qint64 entry)
    {
        return store().await<TrashEntry>(
            [&](auto done) { store().store().stopRestore(QStringLiteral("1"), entry, done); });
    }
};

QTEST_GUILESS_MAIN(TestStoreTrash)
#include "tst_storetrash.moc"
