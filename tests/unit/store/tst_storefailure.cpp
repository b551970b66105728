// SPDX-License-Identifier: GPL-3.0-only
#include "store/writer.h"
#include "support/faultydialect.h"
#include "support/storefixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Signalbox;
using namespace std::chrono_literals;

/// What becomes of commands, counters and trash when the database fails.
class TestStoreFailure : public QObject
{
    Q_OBJECT

private:
    // Shared with the dialect in the writer's thread.
    std::shared_ptr<DialectScript> m_script;
    std::unique_ptr<StoreFixture> m_fixture;
    QueueId m_queue = 0;

    StoreFixture &store() { return *m_fixture; }
    bool isWritable() { return store().store().health().writable; }
    qint64 browsed(QueueId queue)
    {
        BrowseQuery query;
        query.queue = queue;
        query.limit = 1000;
        return qint64(store().browse(query).messages.size());
    }

private slots:
    void init()
    {
        m_script = std::make_shared<DialectScript>();
        StoreOptions options;
        options.reopenPause = 1ms;
        options.longestReopenPause = 4ms;
        options.makeDialect = [script = m_script] {
            return std::make_unique<FaultyDialect>(script);
        };
        m_fixture = std::make_unique<StoreFixture>(options);
        QVERIFY(store().open());
        m_queue = store().createQueue(QStringLiteral("orders")).id;
    }
    void cleanup()
    {
        m_script->resume();
        m_fixture.reset();
    }

    void aFailureFailsItsWholeGroupAndNothingElse_data()
    {
        QTest::addColumn<QByteArray>("call");
        QTest::addColumn<int>("nth");
        QTest::newRow("commit") << QByteArray("commit") << 2;
        QTest::newRow("begin") << QByteArray("begin") << 2;
        QTest::newRow("a message in the middle") << QByteArray("insertMessage") << 4;
        QTest::newRow("counters") << QByteArray("setQueueCounts") << 2;
    }
    void aFailureFailsItsWholeGroupAndNothingElse()
    {
        QFETCH(QByteArray, call);
        QFETCH(int, nth);
        store().send(m_queue, "before");

        std::vector<std::optional<Result<std::vector<StoredMessage>>>> replies(6);
        const auto send = [&](size_t i) {
            store().store().send(m_queue, {StoreFixture::newMessage(QByteArray::number(int(i)))},
                                 [&replies, i](auto reply) { replies[i].emplace(reply); });
        };
        // The first has a group of its own, in which the others pile up.
        m_script->fail(call, nth);
        m_script->pauseAt("commit");
        send(0);
        QTRY_VERIFY(m_script->isPaused());
        for (size_t i = 1; i < replies.size(); ++i)
            send(i);
        m_script->resume();
        QTRY_VERIFY(std::all_of(replies.cbegin(), replies.cend(),
                                [](const auto &reply) { return reply.has_value(); }));

        QVERIFY(*replies[0]);
        for (size_t i = 1; i < replies.size(); ++i)
            QCOMPARE(replies[i]->error().code, ErrorCode::InternalError);
        QTRY_VERIFY(isWritable());
        QCOMPARE(store().settledCounts(m_queue), (QueueCounts{2, 0, 0, 0}));
        QCOMPARE(browsed(m_queue), 2);
    }

    void writesAreRefusedUntilTheDatabaseTakesThemAgain()
    {
        store().send(m_queue, "before");
        QSignalSpy health(&store().store(), &Store::healthChanged);
        QSignalSpy reloaded(&store().store(), &Store::reloaded);
        m_script->failAlways("commit");
        QCOMPARE(store().send(m_queue, {StoreFixture::newMessage("a")}).error().code,
                 ErrorCode::InternalError);
        QVERIFY(!isWritable());
        QVERIFY(store().store().health().reason.contains(QStringLiteral("commit failed")));
        QTRY_VERIFY(store().store().health().attempts >= 3);
        const auto refused = store().send(m_queue, {StoreFixture::newMessage("b")});
        QCOMPARE(refused.error().code, ErrorCode::InternalError);
        QCOMPARE(refused.error().message, store().store().health().reason);
        QCOMPARE(browsed(m_queue), 1); // pages are still read
        QCOMPARE(reloaded.count(), 0);

        m_script->failNoMore();
        QTRY_VERIFY(isWritable());
        QCOMPARE(reloaded.count(), 1);
        QVERIFY(store().store().health().reason.isEmpty());
        QVERIFY(store().send(m_queue, {StoreFixture::newMessage("after")}));
        QCOMPARE(store().settledCounts(m_queue), (QueueCounts{2, 0, 0, 0}));
        QCOMPARE(browsed(m_queue), 2);
    }

    void aDatabaseThatCannotBeOpenedIsTriedAgain()
    {
        m_script->fail("commit");
        QVERIFY(!store().send(m_queue, {StoreFixture::newMessage("a")}));
        m_script->fail("open", 1, 3);
        QTRY_VERIFY(isWritable());
        QVERIFY(store().send(m_queue, {StoreFixture::newMessage("b")}));
        QCOMPARE(store().settledCounts(m_queue), (QueueCounts{1, 0, 0, 0}));
    }

    void aCommitThatReachedTheDiskThoughReportedAsFailedIsKept()
    {
        const MessageSequence before = store().send(m_queue, "before").key.sequence;
        m_script->fail("commit", 1, 1, false, DialectScript::Fault::DoAndReport);
        QCOMPARE(store().send(m_queue, {StoreFixture::newMessage("doubtful")}).error().code,
                 ErrorCode::InternalError);
        QTRY_VERIFY(isWritable());
        QCOMPARE(store().settledCounts(m_queue), (QueueCounts{2, 0, 0, 0}));
        QCOMPARE(browsed(m_queue), 2);
        QVERIFY(store().send(m_queue, "after").key.sequence > before + 1);
    }

    void nothingOfAFailedGroupIsRemembered()
    {
        store().send(m_queue, "one");
        const MessageRow held = store().claim(m_queue)->front();
        m_script->fail("commit");
        QVERIFY(!store().remove(m_queue, held.key));
        QTRY_VERIFY(isWritable());
        QCOMPARE(store().settledCounts(m_queue), (QueueCounts{0, 1, 0, 0}));
        QVERIFY(store().remove(m_queue, held.key)); // its handle still holds

        QueueRow row;
        row.account = QStringLiteral("1");
        row.name = QStringLiteral("invoices");
        m_script->fail("commit");
        const auto create = [&] {
            return store().await<QueueRow>(
                [&](auto done) { store().store().createQueue(row, done); });
        };
        QVERIFY(!create());
        QTRY_VERIFY(isWritable());
        QCOMPARE(store().store().queues().size(), 1U);
        QVERIFY(create());
    }

    void aFailureOfTheUpkeepStopsWritesToo()
    {
        QSignalSpy health(&store().store(), &Store::healthChanged);
        m_script->fail("promoteDue");
        store().send(m_queue, "late", 1s);
        store().advance(1s);
        QVERIFY(store().await<void>([&](auto done) { store().store().saveClock(done); }));
        QTRY_COMPARE(health.count(), 2);
        QVERIFY(!health.first().first().value<StoreHealth>().writable);
        QVERIFY(isWritable());
        QTRY_COMPARE(store().settledCounts(m_queue), (QueueCounts{1, 0, 0, 0}));
    }

    void aFullDiskTakesTheTrashFirst_data()
    {
        QTest::addColumn<bool>("outOfSpace");
        QTest::newRow("full disk") << true;
        QTest::newRow("any other failure") << false;
    }
    void aFullDiskTakesTheTrashFirst()
    {
        QFETCH(bool, outOfSpace);
        store().send(m_queue, "thrown away");
        const auto purged = store().await<Store::Purged>(
            [&](auto done) { store().store().purgeQueue(m_queue, done); });
        QVERIFY(purged);
        store().send(purged->fresh.id, "stays");
        QSignalSpy health(&store().store(), &Store::healthChanged);
        m_script->fail("commit", 1, 2, outOfSpace);
        QVERIFY(!store().send(purged->fresh.id, {StoreFixture::newMessage("a")}));
        QTRY_VERIFY(!health.isEmpty());
        const auto refused = health.first().first().value<StoreHealth>();
        QVERIFY(!refused.writable);
        QCOMPARE(refused.reason.contains(QStringLiteral("disk is full")), outOfSpace);
        QTRY_VERIFY(isWritable());
        if (outOfSpace)
            QTRY_VERIFY(store().trash().empty());
        else
            QCOMPARE(store().trash().size(), 1U);
        QCOMPARE(store().settledCounts(purged->fresh.id), (QueueCounts{1, 0, 0, 0}));
    }

    void theStoreClosesWhileWritesAreRefused()
    {
        store().send(m_queue, "one");
        m_script->failAlways("commit");
        QVERIFY(!store().send(m_queue, {StoreFixture::newMessage("two")}));
        std::optional<Result<std::vector<StoredMessage>>> reply;
        store().store().send(m_queue, {StoreFixture::newMessage("three")},
                             [&](auto sent) { reply.emplace(sent); });
        store().close();
        QVERIFY(reply);
        QCOMPARE(reply->error().code, ErrorCode::InternalError);
        m_script->failNoMore();
        QVERIFY(store().open());
        QCOMPARE(store().settledCounts(m_queue), (QueueCounts{1, 0, 0, 0}));
    }

    void pausesDoubleUpToTheLongest()
    {
        const StoreOptions options;
        QList<qint64> seconds;
        for (int attempts = 0; attempts < 8; ++attempts)
            seconds.append(std::chrono::duration_cast<std::chrono::seconds>(
                               Writer::reopenPause(options, attempts))
                               .count());
        QCOMPARE(seconds, (QList<qint64>{1, 2, 4, 8, 16, 30, 30, 30}));
    }
};

QTEST_GUILESS_MAIN(TestStoreFailure)
#include "tst_storefailure.moc"
