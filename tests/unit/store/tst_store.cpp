// SPDX-License-Identifier: GPL-3.0-only
#include "storesuite.h"

#include <QTest>

using namespace Signalbox;
using namespace std::chrono_literals;

class TestStore : public StoreSuite
{
    Q_OBJECT

private slots:
    void init() { openStore(); }
    void cleanup() { closeStore(); }

    // --- Leases -------------------------------------------------------------------------------

    void claimsByPriorityThenArrival()
    {
        store().send(m_queue, "late", {}, 9);
        store().send(m_queue, "first", {}, 8);
        store().send(m_queue, "urgent", {}, 1);
        store().send(m_queue, "second", {}, 8);
        const QList<QByteArray> expected{"urgent", "first", "second", "late"};
        QCOMPARE(StoreFixture::bodiesOf(*store().claim(m_queue, 16)), expected);
    }

    void aLeasedMessageIsNotGivenTwice()
    {
        store().send(m_queue, "one");
        QCOMPARE(store().claim(m_queue)->size(), 1U);
        QVERIFY(store().claim(m_queue)->empty());
        QCOMPARE(store().settledCounts(m_queue), (QueueCounts{0, 1, 0, 0}));
    }

    void aLapsedLeaseMakesTheMessageReadyAndItsHandleWorthless()
    {
        store().send(m_queue, "one");
        const MessageRow first = store().claim(m_queue, 1, 30s)->front();
        store().advance(30s);
        QCOMPARE(store().settledCounts(m_queue), (QueueCounts{1, 0, 0, 0}));
        QCOMPARE(store().remove(m_queue, first.key).error().code, ErrorCode::ReceiptHandleError);

        const MessageRow second = store().claim(m_queue)->front();
        QCOMPARE(second.key.sequence, first.key.sequence);
        QCOMPARE(second.receiveCount, 2);
        QCOMPARE(second.firstReceivedAtMs, first.firstReceivedAtMs);
        QCOMPARE(store().remove(m_queue, first.key).error().code, ErrorCode::ReceiptHandleError);
        QVERIFY(store().remove(m_queue, second.key));
        QCOMPARE(store().remove(m_queue, second.key).error().code, ErrorCode::MessageNotExist);
        QCOMPARE(store().settledCounts(m_queue), QueueCounts());
    }

    void aChangedLeaseReplacesItsHandle()
    {
        store().send(m_queue, "one");
        const MessageRow row = store().claim(m_queue, 1, 30s)->front();
        const Result<NewLease> lease = store().changeVisibility(m_queue, row.key, 100s);
        QVERIFY(lease);
        QCOMPARE(lease->visibleAtMs, store().nowMs() + 100'000);
        QCOMPARE(store().remove(m_queue, row.key).error().code, ErrorCode::ReceiptHandleError);
        store().advance(99s);
        QVERIFY(store().claim(m_queue)->empty());
        QVERIFY(store().remove(m_queue, lease->key));
    }

    void visibilityOfZeroGivesTheMessageBackAtOnce()
    {
        store().send(m_queue, "one");
        const MessageRow row = store().claim(m_queue)->front();
        QVERIFY(store().changeVisibility(m_queue, row.key, 0s));
        QCOMPARE(store().settledCounts(m_queue), (QueueCounts{1, 0, 0, 0}));
        QCOMPARE(store().claim(m_queue)->front().receiveCount, 2);
    }

    void aDelayedMessageWaitsAndItsHandleWorksMeanwhile()
    {
        const StoredMessage late = store().send(m_queue, "late", 60s);
        const StoredMessage sooner = store().send(m_queue, "sooner", 60s);
        const StoredMessage dropped = store().send(m_queue, "dropped", 60s);
        QVERIFY(late.delayed);
        QVERIFY(store().claim(m_queue)->empty());
        QCOMPARE(store().settledCounts(m_queue), (QueueCounts{0, 0, 3, 0}));
        QVERIFY(store().remove(m_queue, dropped.key));
        QVERIFY(store().changeVisibility(m_queue, sooner.key, 1s));
        store().advance(1s);
        QCOMPARE(StoreFixture::bodiesOf(*store().claim(m_queue, 16)), QList<QByteArray>{"sooner"});
        store().advance(59s);
        QCOMPARE(store().remove(m_queue, late.key).error().code, ErrorCode::ReceiptHandleError);
        const MessageRow row = store().claim(m_queue, 1)->front();
        QCOMPARE(row.receiveCount, row.body == "late" ? 1 : 2);
    }

    void aLeaseGivenBackIsNoReceive()
    {
        store().send(m_queue, "one");
        const MessageRow row = store().claim(m_queue)->front();
        store().store().giveBack(m_queue, {row.key});
        const MessageRow again = store().claim(m_queue)->front();
        QCOMPARE(again.receiveCount, 1);
        QCOMPARE(again.firstReceivedAtMs, store().nowMs());
        store().store().giveBack(m_queue, {row.key}); // somebody else holds it now
        QCOMPARE(store().settledCounts(m_queue), (QueueCounts{0, 1, 0, 0}));
    }

    void aBatchOfDeletesTakesWhatIsHeldAndSaysWhatIsNot()
    {
        for (const QByteArray &body : QList<QByteArray>{"held", QByteArray(10'000, 'l'), "renewed"})
            store().send(m_queue, body);
        const std::vector<MessageRow> rows = *store().claim(m_queue, 3);
        const MessageKey unseen = store().send(m_queue, "not received").key;
        QVERIFY(store().changeVisibility(m_queue, rows[2].key, 100s));
        const MessageKey unknown{unseen.sequence + 1, 1};

        const auto results = store().remove(
            m_queue, {rows[1].key, rows[0].key, rows[0].key, rows[2].key, unseen, unknown});
        QList<ErrorCode> refused;
        for (size_t i = 2; i < results->size(); ++i)
            refused.append(results->at(i).error().code);
        QVERIFY(results->at(0));
        QVERIFY(results->at(1));
        QCOMPARE(refused,
                 (QList<ErrorCode>{ErrorCode::MessageNotExist, ErrorCode::ReceiptHandleError,
                                   ErrorCode::ReceiptHandleError, ErrorCode::MessageNotExist}));
        QCOMPARE(store().settledCounts(m_queue), (QueueCounts{1, 1, 0, 0}));
    }

    void aBatchOfDeletesIsAnsweredInItsOrder()
    {
        store().send(m_queue, "one");
        const MessageKey old = store().claim(m_queue)->front().key;
        const MessageKey renewed = store().changeVisibility(m_queue, old, 100s)->key;
        const auto results = store().remove(m_queue, {old, renewed, old});
        QCOMPARE(results->at(0).error().code, ErrorCode::ReceiptHandleError);
        QVERIFY(results->at(1));
        QCOMPARE(results->at(2).error().code, ErrorCode::MessageNotExist);
    }

    void aBatchIsLeasedAsItIsTold()
    {
        for (int i = 0; i < 16; ++i)
            store().send(m_queue, QByteArray::number(i));
        QCOMPARE(store().claim(m_queue, 4, 10s)->size(), 4U);
        store().advance(10s);
        const std::vector<MessageRow> told = *store().claim(m_queue, 16, 60s);
        QCOMPARE(told.size(), 16U);
        QVERIFY(store().reopen());
        BrowseQuery all;
        all.queue = m_queue;
        all.order = BrowseQuery::Order::OldestFirst;
        const std::vector<MessageRow> rows = store().browse(all).messages;
        QCOMPARE(rows.size(), told.size());
        for (size_t i = 0; i < rows.size(); ++i) {
            QCOMPARE(rows[i].key, told[i].key);
            QCOMPARE(rows[i].state, MessageState::Leased);
            QCOMPARE(rows[i].visibleAtMs, told[i].visibleAtMs);
            QCOMPARE(rows[i].firstReceivedAtMs, told[i].firstReceivedAtMs);
            QCOMPARE(rows[i].receiveCount, told[i].receiveCount);
            QCOMPARE(rows[i].receiveCount, i < 4 ? 2 : 1);
            QCOMPARE(rows[i].holder, told[i].holder);
        }
    }

    void aPeekTouchesNothing()
    {
        store().send(m_queue, "one");
        const auto peeked = store().await<std::vector<MessageRow>>(
            [&](auto done) { store().store().peek(m_queue, 16, done); });
        QCOMPARE(StoreFixture::bodiesOf(*peeked), QList<QByteArray>{"one"});
        QCOMPARE(peeked->front().receiveCount, 0);
        QCOMPARE(store().claim(m_queue)->front().receiveCount, 1);
    }

    // --- Retention ------------------------------------------------------------------------------

    void expiredMessagesAreNeverGiven_data()
    {
        QTest::addColumn<int>("expired");
        QTest::newRow("one") << 1;
        QTest::newRow("a pile") << 700;
    }
    void expiredMessagesAreNeverGiven()
    {
        QFETCH(int, expired);
        for (int sent = 0; sent < expired; sent += 100) {
            std::vector<NewMessage> batch;
            for (int i = 0; i < std::min(100, expired - sent); ++i)
                batch.push_back(StoreFixture::newMessage("old", {}, 1 + i % 16));
            QVERIFY(store().send(m_queue, std::move(batch)));
        }
        store().advance(345600s);
        store().send(m_queue, "new", {}, 5);
        store().send(m_queue, "newer", {}, 5);
        store().send(m_queue, "urgent", {}, 2);
        const QList<QByteArray> expected{"urgent", "new", "newer"};
        QCOMPARE(StoreFixture::bodiesOf(*store().claim(m_queue, 16)), expected);
        QTRY_COMPARE(store().settledCounts(m_queue), (QueueCounts{0, 3, 0, 0}));
    }

    void retentionAppliesToLeasedAndDelayedMessages()
    {
        QueueSettings settings;
        settings.retention = 60s;
        const QueueId queue = store().createQueue(QStringLiteral("short-lived"), settings).id;
        store().send(queue, "leased");
        store().send(queue, "delayed", 300s);
        const MessageRow leased = store().claim(queue, 1, 300s)->front();
        store().advance(60s);
        QCOMPARE(store().remove(queue, leased.key).error().code, ErrorCode::MessageNotExist);
        QTRY_COMPARE(store().settledCounts(queue), QueueCounts());
    }

    void shorteningTheRetentionIsOneRow()
    {
        store().send(m_queue, "one");
        store().advance(100s);
        QueueSettingsPatch settings;
        settings.retention = 60s;
        QVERIFY(store().await<QueueRow>(
            [&](auto done) { store().store().setQueueSettings(m_queue, settings, done); }));
        QVERIFY(store().claim(m_queue)->empty());
    }

    void changesOfOneGroupKeepEachOther()
    {
        QueueSettingsPatch timeout;
        timeout.visibilityTimeout = 7s;
        QueueSettingsPatch delay;
        delay.delay = 9s;
        store().store().setQueueSettings(m_queue, timeout, [](const auto &) {});
        const auto row = store().await<QueueRow>(
            [&](auto done) { store().store().setQueueSettings(m_queue, delay, done); });
        QCOMPARE(row->settings.visibilityTimeout, 7s);
        QCOMPARE(row->settings.delay, 9s);
    }

    void whatAShorterRetentionEndsIsDroppedByItself()
    {
        store().send(m_queue, "ready");
        store().send(m_queue, "delayed", 300s);
        store().advance(100s);
        QueueSettingsPatch settings;
        settings.retention = 60s;
        QVERIFY(store().await<QueueRow>(
            [&](auto done) { store().store().setQueueSettings(m_queue, settings, done); }));
        QTRY_COMPARE(store().settledCounts(m_queue), QueueCounts());
    }

    // --- What survives --------------------------------------------------------------------------

    void everythingIsThereAfterARestart()
    {
        NewMessage rich = StoreFixture::newMessage(QByteArray(9000, 'x'), {}, 3);
        rich.content.groupId = QStringLiteral("group-1");
        rich.content.userProperties = {
            {QStringLiteral("retry"), QStringLiteral("3"), PropertyType::Number}};
        rich.content.systemProperties = {
            {QStringLiteral("traceparent"), QStringLiteral("00-ab"), PropertyType::String}};
        QVERIFY(store().send(m_queue, {rich}));
        store().send(m_queue, "delayed", 60s);
        const MessageRow before = store().claim(m_queue)->front();
        const QByteArray databaseId = store().store().databaseId();

        QVERIFY(store().reopen());
        QCOMPARE(store().store().databaseId(), databaseId);
        QCOMPARE(store().store().queues().size(), 1U);
        QCOMPARE(store().store().queues().front().counts, (QueueCounts{0, 1, 1, 0}));
        store().advance(30s);
        const MessageRow after = store().claim(m_queue)->front();
        QCOMPARE(after.key.sequence, before.key.sequence);
        QCOMPARE(after.body, rich.content.body);
        QCOMPARE(after.groupId, rich.content.groupId);
        QCOMPARE(after.userProperties, rich.content.userProperties);
        QCOMPARE(after.systemProperties, rich.content.systemProperties);
        QCOMPARE(after.receiveCount, 2);
    }

    void deletedMessageStaysDeletedAfterRestart()
    {
        store().send(m_queue, "one");
        QVERIFY(store().remove(m_queue, store().claim(m_queue)->front().key));
        QVERIFY(store().reopen());
        store().advance(3600s);
        QVERIFY(store().claim(m_queue)->empty());
    }

    void sequencesRiseAcrossRestartsAndEmptyQueues()
    {
        const MessageSequence first = store().send(m_queue, "one").key.sequence;
        QVERIFY(store().remove(m_queue, store().claim(m_queue)->front().key));
        QVERIFY(store().reopen());
        QVERIFY(store().send(m_queue, "two").key.sequence > first);
    }

    void theClockIsKept()
    {
        store().clock().freeze();
        store().clock().advance(5000);
        QVERIFY(store().await<void>([&](auto done) { store().store().saveClock(done); }));
        const qint64 frozenAt = store().clock().nowMs();
        store().advance(3600s);
        QVERIFY(store().reopen());
        QCOMPARE(store().clock().nowMs(), frozenAt);
    }

    void onlyOneProcessHasTheDirectory()
    {
        StoreOptions options;
        options.directory = store().directory();
        BrokerClock clock;
        Store second(options, clock);
        const Result<void> opened = second.open();
        QVERIFY(!opened);
        QVERIFY(
            opened.error().message.contains(QString::number(QCoreApplication::applicationPid())));
    }

    // --- Pages ----------------------------------------------------------------------------------

    void pagesShowEveryStateAndMeet()
    {
        for (int i = 0; i < 25; ++i)
            store().send(m_queue, QByteArray::number(i), i % 5 == 0 ? 60s : 0s);
        QVERIFY(store().claim(m_queue, 3));
        BrowseQuery query;
        query.queue = m_queue;
        query.limit = 10;
        QList<QByteArray> seen;
        int pages = 0;
        do {
            const BrowsePage page = store().browse(query);
            seen += StoreFixture::bodiesOf(page.messages);
            query.after = page.next;
            ++pages;
        } while (query.after && pages < 10);
        QCOMPARE(pages, 3);
        QCOMPARE(seen.size(), 25);
        QCOMPARE(seen.first(), QByteArray("24"));
        QCOMPARE(seen.last(), QByteArray("0"));
    }

    void pagesOfLargeBodiesAreShortAndMeet_data()
    {
        QTest::addColumn<QString>("search");
        QTest::newRow("browsing") << QString();
        QTest::newRow("searching") << QStringLiteral("xxx");
    }
    void pagesOfLargeBodiesAreShortAndMeet()
    {
        QFETCH(QString, search);
        for (int i = 0; i < 40; ++i)
            store().send(m_queue, QByteArray(60'000, 'x') + QByteArray::number(i));
        BrowseQuery query;
        query.queue = m_queue;
        query.limit = 100;
        if (!search.isEmpty())
            query.search = std::get<SearchQuery>(SearchQuery::parse(search));
        QList<QByteArray> seen;
        int pages = 0;
        do {
            const BrowsePage page = store().browse(query);
            QVERIFY(page.messages.size() <= 18); // of 60 KB each, a little more than 1 MiB
            seen += StoreFixture::bodiesOf(page.messages);
            query.after = page.next;
            ++pages;
        } while (query.after && pages < 10);
        QCOMPARE(seen.size(), 40);
        QVERIFY(seen.first().endsWith("39"));
        QCOMPARE(seen.last(), QByteArray(60'000, 'x') + "0");
        // Without bodies there is nothing to bound.
        query.after.reset();
        query.search.reset();
        query.withBodies = false;
        QCOMPARE(store().browse(query).messages.size(), size_t(40));
    }

    void pagesOfOneStateComeByNextVisible()
    {
        store().send(m_queue, "c", 300s);
        store().send(m_queue, "a", 100s);
        store().send(m_queue, "b", 200s);
        store().send(m_queue, "ready");
        BrowseQuery query;
        query.queue = m_queue;
        query.state = MessageState::Delayed;
        query.order = BrowseQuery::Order::NextVisible;
        const QList<QByteArray> expected{"a", "b", "c"};
        QCOMPARE(StoreFixture::bodiesOf(store().browse(query).messages), expected);
    }

    void theOldestReadyMessageIsFoundAcrossPriorities()
    {
        store().send(m_queue, "old", {}, 16);
        const qint64 oldest = store().nowMs();
        store().advance(10s);
        store().send(m_queue, "new", {}, 1);
        const auto times = store().await<std::vector<qint64>>(
            [&](auto done) { store().store().oldestReady({m_queue}, done); });
        QCOMPARE(times->front(), oldest);
    }
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
