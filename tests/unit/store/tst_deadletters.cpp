// SPDX-License-Identifier: GPL-3.0-only
#include "support/storefixture.h"

#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Messages that were received too often: out of their queue, and back again.
class TestDeadLetters : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<StoreFixture> m_fixture;
    QueueId m_dead = 0;
    QueueId m_queue = 0;

    StoreFixture &store() { return *m_fixture; }

    static QueueSettings withDeadLetters(const QString &target, int maxReceiveCount)
    {
        QueueSettings settings;
        settings.deadLetters = {target, maxReceiveCount};
        return settings;
    }
    /// Receives \a times, each lease running out.
    void receiveInVain(QueueId queue, int times, int count = 16)
    {
        for (int i = 0; i < times; ++i) {
            QVERIFY(!store().claim(queue, count)->empty());
            store().advance(30s);
        }
    }
    BrowsePage pageOf(QueueId queue)
    {
        BrowseQuery query;
        query.queue = queue;
        query.order = BrowseQuery::Order::OldestFirst;
        return store().browse(query);
    }
    Result<Redriven> redrive(const RedriveRequest &request)
    {
        return store().await<Redriven>(
            [&](auto done) { store().store().redrive(request, std::move(done)); });
    }
    Result<MovedMessages> undo(const Redriven &redriven)
    {
        return store().await<MovedMessages>([&](auto done) {
            store().store().undoRedrive(m_dead, redriven.first, redriven.last, std::move(done));
        });
    }
    static QStringList namesOf(const QList<MessageProperty> &properties)
    {
        QStringList names;
        for (const MessageProperty &property : properties)
            names.append(property.name);
        return names;
    }

private slots:
    void init()
    {
        m_fixture = std::make_unique<StoreFixture>();
        QVERIFY(store().open());
        m_dead = store().createQueue(u"dead"_s).id;
        m_queue = store().createQueue(u"orders"_s, withDeadLetters(u"dead"_s, 2)).id;
    }

    void aMessageIsReceivedAsOftenAsThePolicySays()
    {
        store().send(m_queue, "poison");
        receiveInVain(m_queue, 2);
        QCOMPARE(store().settledCounts(m_dead).total(), 0);
        QVERIFY(store().claim(m_queue)->empty());
        QCOMPARE(store().settledCounts(m_queue), (QueueCounts{0, 0, 0, 0}));
        QCOMPARE(store().settledCounts(m_dead), (QueueCounts{1, 0, 0, 0}));
    }

    void aDeadLetterTellsWhereItWas()
    {
        NewMessage message = StoreFixture::newMessage("poison");
        message.content.userProperties = {{u"kind"_s, u"order"_s, PropertyType::String}};
        const StoredMessage sent = store().send(m_queue, {message})->front();
        receiveInVain(m_queue, 2);
        QVERIFY(store().claim(m_queue)->empty());

        const MessageRow dead = pageOf(m_dead).messages.front();
        QCOMPARE(dead.key.sequence, sent.key.sequence);
        QCOMPARE(dead.enqueuedAtMs, sent.enqueuedAtMs); // its retention goes on
        QCOMPARE(dead.receiveCount, 0);
        QCOMPARE(dead.firstReceivedAtMs, 0);
        QVERIFY(dead.deadLetter);
        QCOMPARE(dead.deadLetter->queue, u"orders"_s);
        QCOMPARE(dead.deadLetter->tries, 2);
        QCOMPARE(dead.deadLetter->atMs, store().nowMs());
        QCOMPARE(dead.deadLetter->messageId.size(), 32);
        QCOMPARE(dead.userProperties, message.content.userProperties);
        QCOMPARE(namesOf(dead.systemProperties),
                 (QStringList{u"DLQMessageType"_s, u"DLQSourceArn"_s, u"DLQOriginMessageId"_s}));
        QCOMPARE(dead.systemProperties[1].value, u"acs:mns:local:1:/queues/orders"_s);
    }

    void aClaimGoesOnBehindDeadLetters()
    {
        for (int i = 0; i < 40; ++i)
            store().send(m_queue, "poison");
        receiveInVain(m_queue, 6); // 16 at a time, the first ones again and again
        for (int i = 0; i < 3; ++i) {
            QVERIFY(store().claim(m_queue, 16));
            store().advance(30s);
        }
        store().send(m_queue, "good");
        while (true) {
            const std::vector<MessageRow> got = *store().claim(m_queue, 16);
            if (StoreFixture::bodiesOf(got).contains("good"))
                break;
            QVERIFY(!got.empty());
            store().advance(30s);
        }
        QCOMPARE(store().settledCounts(m_queue).total() + store().settledCounts(m_dead).total(),
                 41);
    }

    void withoutItsTargetAMessageStays()
    {
        QVERIFY(store().await<TrashEntry>(
            [&](auto done) { store().store().deleteQueue(m_dead, std::move(done)); }));
        store().send(m_queue, "poison");
        receiveInVain(m_queue, 5);
        QCOMPARE(store().claim(m_queue)->front().receiveCount, 6);
    }

    void whoWaitsForDeadLettersIsWoken()
    {
        store().send(m_queue, "poison");
        receiveInVain(m_queue, 2);
        bool woken = false;
        const auto connection =
            QObject::connect(&store().store(), &Store::queuesChanged, &store().store(),
                             [&](const std::vector<QueueChange> &changes) {
                                 for (const QueueChange &change : changes)
                                     woken |= change.id == m_dead && change.madeVisible > 0;
                             });
        QVERIFY(store().claim(m_queue)->empty());
        QVERIFY(woken);
        QObject::disconnect(connection);
    }

    void aFifoQueueGoesOnBehindADeadLetter()
    {
        QueueSettings fifo;
        fifo.type = QueueType::Fifo;
        const QueueId dead = store().createQueue(u"dead-fifo"_s, fifo).id;
        fifo.deadLetters = {u"dead-fifo"_s, 1};
        const QueueId queue = store().createQueue(u"fifo"_s, fifo).id;
        for (const char *body : {"a1", "a2"}) {
            NewMessage message = StoreFixture::newMessage(body);
            message.content.groupId = u"a"_s;
            QVERIFY(store().send(queue, {message}));
        }
        receiveInVain(queue, 1, 1);
        QCOMPARE(StoreFixture::bodiesOf(*store().claim(queue)), QByteArrayList{"a2"});
        QCOMPARE(StoreFixture::bodiesOf(*store().claim(dead)), QByteArrayList{"a1"});
    }

    // --- And back -------------------------------------------------------------------------------

    void aRedriveBringsEachBackToItsQueue()
    {
        const QueueId other = store().createQueue(u"other"_s, withDeadLetters(u"dead"_s, 1)).id;
        store().send(m_queue, "order");
        store().send(other, "other");
        receiveInVain(m_queue, 2);
        receiveInVain(other, 1);
        QVERIFY(store().claim(m_queue)->empty() && store().claim(other)->empty());
        store().send(m_dead, "by hand");

        const Result<Redriven> redriven = redrive({m_dead, {}, {}, {}});
        QVERIFY(redriven);
        QCOMPARE(redriven->moved, 2);
        QCOMPARE(redriven->homeless, 1);
        QVERIFY(!redriven->next);
        QCOMPARE(store().settledCounts(m_dead).total(), 1);
        const MessageRow back = store().claim(m_queue)->front();
        QCOMPARE(back.body, QByteArray("order"));
        QCOMPARE(back.receiveCount, 1);
        QCOMPARE(back.enqueuedAtMs, store().nowMs()); // its retention begins anew
        QVERIFY(back.systemProperties.isEmpty());
        QCOMPARE(store().claim(other)->front().body, QByteArray("other"));
    }

    void aRedriveElsewhereTakesEveryMessage()
    {
        const QueueId other = store().createQueue(u"other"_s).id;
        store().send(m_dead, "by hand");
        store().send(m_dead, "held");
        QVERIFY(!store().claim(m_dead)->empty());
        const Result<Redriven> redriven = redrive({m_dead, {}, u"other"_s, {}});
        QCOMPARE(redriven->moved, 1);
        QCOMPARE(redriven->held, 1);
        QCOMPARE(store().settledCounts(other).ready, 1);
        QCOMPARE(redrive({m_dead, {}, u"nowhere"_s, {}}).error().code, ErrorCode::QueueNotExist);
    }

    void aRedriveOfSomeLeavesTheOthers()
    {
        store().send(m_queue, "one");
        store().send(m_queue, "two");
        receiveInVain(m_queue, 2);
        QVERIFY(store().claim(m_queue)->empty());
        const MessageSequence second = pageOf(m_dead).messages.back().key.sequence;
        QCOMPARE(redrive({m_dead, {second, 12345}, {}, {}})->moved, 1);
        QCOMPARE(StoreFixture::bodiesOf(*store().claim(m_queue, 16)), QByteArrayList{"two"});
        QCOMPARE(StoreFixture::bodiesOf(pageOf(m_dead).messages), QByteArrayList{"one"});
    }

    void aRedriveCanBeUndone()
    {
        store().send(m_queue, "one");
        store().send(m_queue, "two");
        receiveInVain(m_queue, 2);
        QVERIFY(store().claim(m_queue)->empty());
        const Result<Redriven> redriven = redrive({m_dead, {}, {}, {}});
        QCOMPARE(redriven->moved, 2);
        // One is under way at a receiver by now.
        QCOMPARE(StoreFixture::bodiesOf(*store().claim(m_queue)), QByteArrayList{"one"});
        const Result<MovedMessages> undone = undo(*redriven);
        QCOMPARE(undone->moved, 1);
        QCOMPARE(undone->held, 1);
        const MessageRow back = pageOf(m_dead).messages.front();
        QCOMPARE(back.body, QByteArray("two"));
        QCOMPARE(back.deadLetter->queue, u"orders"_s);
        QCOMPARE(back.systemProperties.size(), 3);
        QCOMPARE(undo(*redriven)->moved, 0); // once is enough
    }

    void aLargeRedriveGoesInStepsAndStaysOrdered()
    {
        const QueueId other = store().createQueue(u"other"_s).id;
        constexpr int kMessages = Limits::kMaxRedriven + 100;
        std::vector<NewMessage> batch(100, StoreFixture::newMessage("x"));
        for (int i = 0; i < kMessages / 100; ++i)
            QVERIFY(store().send(m_dead, batch));
        RedriveRequest request{m_dead, {}, u"other"_s, {}};
        Result<Redriven> step = redrive(request);
        QCOMPARE(step->moved, Limits::kMaxRedriven);
        QCOMPARE(step->last - step->first + 1, Limits::kMaxRedriven);
        QVERIFY(step->next);
        request.after = step->next;
        const MessageSequence last = step->last;
        step = redrive(request);
        QCOMPARE(step->moved, 100);
        QVERIFY(step->first > last);
        QVERIFY(!step->next);
        QCOMPARE(store().settledCounts(other), (QueueCounts{kMessages, 0, 0, 0}));
        QVERIFY(store().reopen());
        QCOMPARE(store().settledCounts(other), (QueueCounts{kMessages, 0, 0, 0}));
    }
};

QTEST_GUILESS_MAIN(TestDeadLetters)
#include "tst_deadletters.moc"
