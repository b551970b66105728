// SPDX-License-Identifier: GPL-3.0-only
#include "storesuite.h"

#include <QTest>

#include <map>

using namespace Signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The order of FIFO queues: of a group only the first message is ready, the others are blocked.
class TestFifo : public StoreSuite
{
    Q_OBJECT

private:
    static QueueSettings fifo()
    {
        QueueSettings settings;
        settings.type = QueueType::Fifo;
        return settings;
    }
    static NewMessage grouped(const QByteArray &body, const QString &group)
    {
        NewMessage message = StoreFixture::newMessage(body);
        message.content.groupId = group;
        return message;
    }
    /// "a1" goes to the group "a".
    void send(std::initializer_list<const char *> bodies)
    {
        for (const char *body : bodies)
            QVERIFY(store().send(m_queue, {grouped(body, QString(QChar::fromLatin1(body[0])))}));
    }
    std::vector<MessageRow> claim(int count = 1, std::chrono::seconds visibility = 30s)
    {
        return *store().claim(m_queue, count, visibility);
    }
    QueueCounts counts() { return store().settledCounts(m_queue); }
    QByteArrayList ready() { return StoreFixture::bodiesOf(*peek()); }
    Result<std::vector<MessageRow>> peek()
    {
        return store().await<std::vector<MessageRow>>(
            [&](auto done) { store().store().peek(m_queue, 16, std::move(done)); });
    }

private slots:
    void init() { openStore(fifo()); }

    void onlyTheFirstOfAGroupIsReady()
    {
        send({"a1", "a2", "b1", "a3", "b2"});
        QCOMPARE(counts(), (QueueCounts{2, 0, 0, 3}));
        QCOMPARE(ready(), (QByteArrayList{"a1", "b1"}));
    }

    void aReceiverHoldsTheWholeGroup()
    {
        send({"a1", "a2", "b1"});
        QCOMPARE(StoreFixture::bodiesOf(claim()), QByteArrayList{"a1"});
        QCOMPARE(StoreFixture::bodiesOf(claim()), QByteArrayList{"b1"});
        QVERIFY(claim().empty());
        QCOMPARE(counts(), (QueueCounts{0, 2, 0, 1}));
    }

    void theNextIsReadyWhenTheFirstIsDeleted()
    {
        send({"a1", "a2", "a3"});
        const std::vector<MessageRow> first = claim();
        QVERIFY(store().remove(m_queue, first.front().key));
        QCOMPARE(ready(), QByteArrayList{"a2"});
        QCOMPARE(counts(), (QueueCounts{1, 0, 0, 1}));
    }

    void aBatchTakesOtherGroupsFirstAndThenWhatFollows()
    {
        send({"a1", "a2", "a3", "b1", "b2"});
        QCOMPARE(StoreFixture::bodiesOf(claim(4)), (QByteArrayList{"a1", "b1", "a2", "a3"}));
        QVERIFY(claim(16).empty()); // b2 stands behind b1, which is in flight
        QCOMPARE(counts(), (QueueCounts{0, 4, 0, 1}));
    }

    void aGroupGoesOnWhenAllOfABatchAreDone()
    {
        send({"a1", "a2", "a3"});
        const std::vector<MessageRow> batch = claim(2);
        QVERIFY(store().remove(m_queue, batch[0].key));
        QVERIFY(claim().empty());
        QVERIFY(store().remove(m_queue, batch[1].key));
        QCOMPARE(StoreFixture::bodiesOf(claim()), QByteArrayList{"a3"});
    }

    void whatCameBackComesBeforeWhatFollows()
    {
        send({"a1", "a2", "a3"});
        const std::vector<MessageRow> batch = claim(2);
        // The first is given back while the second is still held: nobody may overtake either.
        QVERIFY(store().changeVisibility(m_queue, batch[0].key, 0s));
        QVERIFY(claim().empty());
        store().advance(31s);
        QCOMPARE(ready(), QByteArrayList{"a1"});
        QCOMPARE(StoreFixture::bodiesOf(claim(3)), (QByteArrayList{"a1", "a2", "a3"}));
    }

    void aLeaseThatEndsMakesTheFirstReadyAgain()
    {
        send({"a1", "a2"});
        QCOMPARE(StoreFixture::bodiesOf(claim(2)), (QByteArrayList{"a1", "a2"}));
        store().advance(30s);
        QCOMPARE(counts(), (QueueCounts{1, 0, 0, 1}));
        QCOMPARE(ready(), QByteArrayList{"a1"});
    }

    void aLeaseGivenBackIsTheFirstAgain()
    {
        send({"a1", "a2"});
        const std::vector<MessageRow> batch = claim(2);
        store().store().giveBack(m_queue, {batch[0].key, batch[1].key});
        QCOMPARE(counts(), (QueueCounts{1, 0, 0, 1}));
        QCOMPARE(claim().front().receiveCount, 1);
    }

    void anExpiredFirstLetsTheNextGoOn()
    {
        send({"a1"});
        store().advance(2 * 24h);
        send({"a2", "a3"});
        store().advance(2 * 24h); // a1 has outlived its four days
        QCOMPARE(StoreFixture::bodiesOf(claim()), QByteArrayList{"a2"});
        QCOMPARE(counts().total(), 2);
    }

    void aRestartKeepsTheOrder()
    {
        send({"a1", "a2"});
        const std::vector<MessageRow> first = claim();
        QVERIFY(store().reopen());
        QVERIFY(claim().empty());
        QVERIFY(store().remove(m_queue, first.front().key));
        QCOMPARE(StoreFixture::bodiesOf(claim()), QByteArrayList{"a2"});
    }

    void messagesMoveInAndOutOfTheOrder()
    {
        const QueueId plain = store().createQueue(u"plain"_s).id;
        send({"a1", "a2", "a3"});
        const auto move = [&](QueueId from, QueueId to, MessageSequence message) {
            return store().await<MovedMessages>(
                [&](auto done) { store().store().moveMessages(from, to, {message}, done); });
        };
        BrowseQuery query;
        query.queue = m_queue;
        query.order = BrowseQuery::Order::OldestFirst;
        const BrowsePage page = store().browse(query);
        // A blocked one is ready where there is no order, and the group has its first still.
        QVERIFY(move(m_queue, plain, page.messages[1].key.sequence));
        QCOMPARE(store().settledCounts(plain), (QueueCounts{1, 0, 0, 0}));
        QCOMPARE(counts(), (QueueCounts{1, 0, 0, 1}));
        // The first itself: the next takes its place.
        QVERIFY(move(m_queue, plain, page.messages[0].key.sequence));
        QCOMPARE(ready(), QByteArrayList{"a3"});
        // And back: it came first, so it is first.
        QVERIFY(move(plain, m_queue, page.messages[0].key.sequence));
        QCOMPARE(ready(), QByteArrayList{"a1"});
        QCOMPARE(counts(), (QueueCounts{1, 0, 0, 1}));
    }

    void messagesWithoutAGroupFormOne()
    {
        const QueueId plain = store().createQueue(u"plain"_s).id;
        const StoredMessage one = store().send(plain, "one");
        const StoredMessage two = store().send(plain, "two");
        for (const StoredMessage &message : {two, one}) {
            QVERIFY(store().await<MovedMessages>([&](auto done) {
                store().store().moveMessages(plain, m_queue, {message.key.sequence}, done);
            }));
        }
        QCOMPARE(ready(), QByteArrayList{"one"});
        QVERIFY(store().remove(m_queue, claim().front().key));
        QCOMPARE(StoreFixture::bodiesOf(claim()), QByteArrayList{"two"});
    }

    void aThrownAwayFirstLetsTheNextGoOnAndComesBack()
    {
        send({"a1", "a2"});
        const MessageSequence first = peek()->front().key.sequence;
        const Result<TrashEntry> entry = store().await<TrashEntry>(
            [&](auto done) { store().store().trashMessages(m_queue, {first}, std::move(done)); });
        QVERIFY(entry);
        QCOMPARE(ready(), QByteArrayList{"a2"});
        QVERIFY(store().restore(entry->id));
        QTRY_COMPARE(ready(), QByteArrayList{"a1"});
        QCOMPARE(counts(), (QueueCounts{1, 0, 0, 1}));
    }

    void noReceiverEverSeesAGroupOutOfOrder()
    {
        constexpr int kGroups = 4;
        constexpr int kEach = 30;
        for (int i = 0; i < kEach; ++i) {
            std::vector<NewMessage> batch;
            for (int group = 0; group < kGroups; ++group)
                batch.push_back(grouped(QByteArray::number(i), QString::number(group)));
            QVERIFY(store().send(m_queue, batch));
        }
        std::map<QString, int> next;
        quint32 random = 1;
        int done = 0;
        for (int step = 0; done < kGroups * kEach; ++step) {
            QVERIFY2(step < 10'000, "the groups do not go on");
            random = random * 1664525 + 1013904223;
            const std::vector<MessageRow> got = claim(1 + int(random >> 16) % 5, 10s);
            std::map<QString, int> expected = next;
            for (const MessageRow &message : got)
                QCOMPARE(message.body.toInt(), expected[message.groupId]++);
            for (const MessageRow &message : got) {
                if ((random >> 8) % 4 == 0) // it fails: the lease runs out
                    continue;
                if (message.body.toInt() != next[message.groupId])
                    continue;
                QVERIFY(store().remove(m_queue, message.key));
                ++next[message.groupId];
                ++done;
            }
            store().advance(10s);
        }
        QCOMPARE(counts(), (QueueCounts{0, 0, 0, 0}));
    }
};

QTEST_GUILESS_MAIN(TestFifo)
#include "tst_fifo.moc"
