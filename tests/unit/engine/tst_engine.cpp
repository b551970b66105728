// SPDX-License-Identifier: GPL-3.0-only
#include "engine/engine.h"
#include "metrics/brokermetrics.h"
#include "support/storefixture.h"

#include <QTest>

using namespace Signalbox;
using namespace std::chrono_literals;

class TestEngine : public QObject
{
    Q_OBJECT

private:
    using Messages = std::vector<ReceivedMessage>;

    const QString m_queue = QStringLiteral("orders");
    const Caller m_caller{
        QStringLiteral("1"), {}, QStringLiteral("127.0.0.1"), QStringLiteral("test"), {}};
    std::unique_ptr<StoreFixture> m_fixture;
    std::unique_ptr<BrokerMetrics> m_metrics;
    std::unique_ptr<Engine> m_engine;

    Engine &engine() { return *m_engine; }
    StoreFixture &fixture() { return *m_fixture; }

    void start(EngineQuotas quotas = {})
    {
        m_engine.reset();
        QVERIFY(fixture().reopen());
        m_metrics = std::make_unique<BrokerMetrics>();
        m_engine =
            std::make_unique<Engine>(fixture().store(), fixture().clock(), *m_metrics, quotas);
    }

    Result<Engine::Created> create(const QString &name, const QueueSettingsPatch &patch = {})
    {
        return fixture().await<Engine::Created>(
            [&](auto done) { engine().createQueue(m_caller, name, patch, std::move(done)); });
    }
    Result<QueueAttributes> attributes(const QString &name)
    {
        return fixture().await<QueueAttributes>(
            [&](auto done) { engine().queueAttributes(m_caller, name, std::move(done)); });
    }
    Result<std::vector<SentMessage>> send(std::vector<OutgoingMessage> messages)
    {
        return fixture().await<std::vector<SentMessage>>([&](auto done) {
            engine().send(m_caller, m_queue, std::move(messages), std::move(done));
        });
    }
    SentMessage send(const QByteArray &body, std::optional<std::chrono::seconds> delay = {})
    {
        OutgoingMessage message;
        message.body = body;
        message.delay = delay;
        return send(std::vector{message})->front();
    }
    Result<Messages> receive(int count = 1, std::optional<std::chrono::seconds> wait = 0s,
                             const Recipient &recipient = {})
    {
        return fixture().await<Messages>([&](auto done) {
            engine().receive(m_caller, m_queue, count, wait, recipient, std::move(done));
        });
    }
    Result<void> remove(const QByteArray &handle)
    {
        return fixture().await<void>(
            [&](auto done) { engine().deleteMessage(m_caller, m_queue, handle, std::move(done)); });
    }

private slots:
    void init()
    {
        m_fixture = std::make_unique<StoreFixture>();
        start();
        QVERIFY(create(m_queue));
    }
    void cleanup()
    {
        fixture().store().close();
        m_engine.reset();
        m_metrics.reset();
        m_fixture.reset();
    }

    // --- Queues ---------------------------------------------------------------------------------

    void creatingAgainWithTheSameAttributesIsNoError()
    {
        QCOMPARE(*create(QStringLiteral("new")), Engine::Created::New);
        QCOMPARE(*create(QStringLiteral("new")), Engine::Created::AlreadyThere);
        QueueSettingsPatch defaultsSpelledOut;
        defaultsSpelledOut.visibilityTimeout = 30s;
        QCOMPARE(*create(QStringLiteral("new"), defaultsSpelledOut), Engine::Created::AlreadyThere);
        QueueSettingsPatch other;
        other.visibilityTimeout = 31s;
        QCOMPARE(create(QStringLiteral("new"), other).error().code, ErrorCode::QueueAlreadyExist);
    }

    void setAttributesChangesOnlyWhatIsPresent()
    {
        QueueSettingsPatch patch;
        patch.loggingEnabled = true;
        patch.delay = 5s;
        QVERIFY(create(QStringLiteral("new"), patch));
        QueueSettingsPatch change;
        change.delay = 7s;
        fixture().advance(60s);
        QVERIFY(fixture().await<void>([&](auto done) {
            engine().setQueueAttributes(m_caller, QStringLiteral("new"), change, done);
        }));
        const Result<QueueAttributes> now = attributes(QStringLiteral("new"));
        QCOMPARE(now->settings.delay, 7s);
        QVERIFY(now->settings.loggingEnabled);
        QCOMPARE(now->modifiedAtS - now->createdAtS, 60);
    }

    void listsArePagedByName()
    {
        for (const char *name : {"b-2", "b-1", "a-1", "b-3"})
            QVERIFY(create(QString::fromLatin1(name)));
        ListPage page;
        page.prefix = QStringLiteral("b-");
        page.size = 2;
        const auto first = engine().listQueues(m_caller, page);
        QCOMPARE(first->queues.size(), 2U);
        QCOMPARE(first->queues.front().name, QStringLiteral("b-1"));
        QVERIFY(!first->nextMarker.isEmpty());
        page.marker = first->nextMarker;
        const auto second = engine().listQueues(m_caller, page);
        QCOMPARE(second->queues.size(), 1U);
        QCOMPARE(second->queues.front().name, QStringLiteral("b-3"));
        QVERIFY(second->nextMarker.isEmpty());
        page.marker = "no marker";
        QCOMPARE(engine().listQueues(m_caller, page).error().code, ErrorCode::InvalidArgument);
    }

    void deletingAnAbsentQueueIsNoError()
    {
        const auto deleted = fixture().await<std::optional<TrashEntry>>(
            [&](auto done) { engine().deleteQueue(m_caller, QStringLiteral("absent"), done); });
        QVERIFY(deleted);
        QVERIFY(!*deleted);
        QCOMPARE(attributes(QStringLiteral("absent")).error().code, ErrorCode::QueueNotExist);
        QCOMPARE(attributes(QStringLiteral("-bad")).error().code, ErrorCode::InvalidQueueName);
    }

    void quotasHoldWhenSet()
    {
        start({1, 0, 0});
        QCOMPARE(create(QStringLiteral("second")).error().code, ErrorCode::QueueNumExceededLimit);
        start({0, 1, 0});
        OutgoingMessage message;
        message.body = "x";
        QCOMPARE(send({message, message}).error().code, ErrorCode::QpsLimitExceeded);
    }

    // --- Messages
    // ---------------------------------------------------------------------------------

    void aMessageGoesRound()
    {
        const SentMessage sent = send("SGVsbG8=");
        QCOMPARE(sent.bodyMd5, QByteArray("F76691D4C1532DDC644B6FCEF012DD94"));
        QCOMPARE(sent.messageId.size(), 32);
        QVERIFY(sent.receiptHandle.isEmpty());
        const Result<Messages> received = receive();
        QVERIFY(received);
        const ReceivedMessage &message = received->front();
        QCOMPARE(message.messageId, sent.messageId);
        QCOMPARE(message.body, QByteArray("SGVsbG8="));
        QCOMPARE(message.dequeueCount, 1);
        QCOMPARE(message.nextVisibleTimeMs, fixture().nowMs() + 30'000);
        QCOMPARE(receive().error().code, ErrorCode::MessageNotExist);
        QVERIFY(remove(message.receiptHandle));
        QCOMPARE(remove(message.receiptHandle).error().code, ErrorCode::MessageNotExist);
        QCOMPARE(remove("nonsense").error().code, ErrorCode::InvalidArgument);
    }

    void aBatchIsAllOrNothing()
    {
        OutgoingMessage good;
        good.body = "good";
        OutgoingMessage bad = good;
        bad.priority = 17;
        QCOMPARE(send({good, bad}).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(attributes(m_queue)->counts.ready, 0);
        good.body = QByteArray(40'000, 'x');
        QCOMPARE(send({good, good}).error().code, ErrorCode::InvalidArgument); // 64 KiB in all
    }

    void aDelayedMessageHasAHandle()
    {
        const SentMessage sent = send("later", 60s);
        QVERIFY(!sent.receiptHandle.isEmpty());
        const auto changed = fixture().await<ChangedVisibility>([&](auto done) {
            engine().changeVisibility(m_caller, m_queue, sent.receiptHandle, 1s, done);
        });
        QVERIFY(changed);
        QVERIFY(changed->receiptHandle != sent.receiptHandle);
        QCOMPARE(remove(sent.receiptHandle).error().code, ErrorCode::ReceiptHandleError);
        fixture().advance(1s);
        QVERIFY(receive());
    }

    void aBatchDeleteTellsOnlyWhatFailed()
    {
        send("one");
        const QByteArray handle = receive()->front().receiptHandle;
        const auto failed = fixture().await<QList<FailedHandle>>([&](auto done) {
            engine().deleteMessages(m_caller, m_queue, {handle, "bad<handle"}, done);
        });
        QCOMPARE(failed->size(), 1);
        QCOMPARE(failed->front().receiptHandle, QByteArray("bad<handle"));
        QCOMPARE(failed->front().error.code, ErrorCode::ReceiptHandleError);
        QCOMPARE(attributes(m_queue)->counts, QueueCounts());
    }

    void countsAreRightWhenOnlyTimeHasPassed()
    {
        send("delayed", 60s);
        send("leased");
        QVERIFY(receive());
        QCOMPARE(attributes(m_queue)->counts, (QueueCounts{0, 1, 1, 0}));
        fixture().advance(60s);
        QCOMPARE(attributes(m_queue)->counts, (QueueCounts{2, 0, 0, 0}));
        fixture().advance(345600s);
        QCOMPARE(attributes(m_queue)->counts, QueueCounts());
    }

    // --- Long polls
    // -------------------------------------------------------------------------------

    void aLongPollIsAnsweredWhenAMessageArrives()
    {
        std::optional<Result<Messages>> answer;
        engine().receive(m_caller, m_queue, 16, 30s, {},
                         [&](Result<Messages> messages) { answer = std::move(messages); });
        QTRY_COMPARE(engine().totals().waiters, 1);
        send("at last");
        QTRY_VERIFY(answer);
        QVERIFY(answer->ok());
        QCOMPARE((**answer).front().body, QByteArray("at last"));
    }

    void eachMessageWakesOneWaiterInTheirOrder()
    {
        QList<int> answered;
        for (int i = 0; i < 3; ++i) {
            engine().receive(m_caller, m_queue, 1, 30s, {},
                             [&answered, i](const Result<Messages> &messages) {
                                 if (messages)
                                     answered.append(i);
                             });
            QTRY_COMPARE(engine().totals().waiters, i + 1);
        }
        OutgoingMessage message;
        message.body = "x";
        QVERIFY(send({message, message}));
        const QList<int> expected{0, 1};
        QTRY_COMPARE(answered, expected);
        QCOMPARE(engine().totals().waiters, 1);
    }

    void aLongPollEndsWithNothing()
    {
        const Result<Messages> answer = receive(1, 1s);
        QCOMPARE(answer.error().code, ErrorCode::MessageNotExist);
        QCOMPARE(engine().totals().waiters, 0);
    }

    void aDueMessageWakesItsWaiterWhenTheClockMoves()
    {
        send("delayed", 600s);
        std::optional<Result<Messages>> answer;
        engine().receive(m_caller, m_queue, 1, 30s, {},
                         [&](Result<Messages> messages) { answer = std::move(messages); });
        QTRY_COMPARE(engine().totals().waiters, 1);
        QVERIFY(fixture().await<void>([&](auto done) { engine().advanceClock(600s, done); }));
        QTRY_VERIFY(answer);
        QVERIFY(answer->ok());
    }

    void aClientThatLeftGetsNoLease()
    {
        bool there = true;
        std::function<void()> leave;
        Recipient recipient;
        recipient.isThere = [&] { return there; };
        recipient.whenGone = [&](std::function<void()> gone) { leave = std::move(gone); };
        engine().receive(m_caller, m_queue, 1, 30s, recipient, [](const Result<Messages> &) {});
        QTRY_COMPARE(engine().totals().waiters, 1);
        there = false;
        leave();
        QCOMPARE(engine().totals().waiters, 0);
        send("for somebody else");
        QCOMPARE(receive()->front().dequeueCount, 1);
    }

    void aLeaseWhoseClientLeftIsGivenBack()
    {
        send("one");
        Recipient gone;
        gone.isThere = [] { return false; };
        engine().receive(m_caller, m_queue, 1, 0s, gone,
                         [](const Result<Messages> &) { QFAIL("nobody is there"); });
        Result<Messages> messages = receive();
        if (!messages) // the claim of the client that left is given back right behind it
            messages = receive();
        QCOMPARE(messages->front().dequeueCount, 1);
    }

    void deletingTheQueueEndsItsLongPolls()
    {
        std::optional<Result<Messages>> answer;
        engine().receive(m_caller, m_queue, 1, 30s, {},
                         [&](Result<Messages> messages) { answer = std::move(messages); });
        QTRY_COMPARE(engine().totals().waiters, 1);
        QVERIFY(fixture().await<std::optional<TrashEntry>>(
            [&](auto done) { engine().deleteQueue(m_caller, m_queue, done); }));
        QVERIFY(answer);
        QCOMPARE(answer->error().code, ErrorCode::QueueNotExist);
    }

    void aPurgeKeepsItsLongPolls()
    {
        std::optional<Result<Messages>> answer;
        engine().receive(m_caller, m_queue, 1, 30s, {},
                         [&](Result<Messages> messages) { answer = std::move(messages); });
        QTRY_COMPARE(engine().totals().waiters, 1);
        QVERIFY(fixture().await<TrashEntry>(
            [&](auto done) { engine().purgeQueue(m_caller, m_queue, done); }));
        QVERIFY(!answer);
        send("new");
        QTRY_VERIFY(answer);
        QCOMPARE(answer->ok() ? (**answer).front().body : QByteArray(), QByteArray("new"));
    }

    // --- What the admin API adds
    // --------------------------------------------------------------------

    void aMessageIsFoundByItsId()
    {
        const SentMessage sent = send("one");
        const auto found = fixture().await<MessageRow>(
            [&](auto done) { engine().message(m_caller, m_queue, sent.messageId, done); });
        QCOMPARE(found->body, QByteArray("one"));
        const auto other = fixture().await<MessageRow>(
            [&](auto done) { engine().message(m_caller, m_queue, QByteArray(32, 'A'), done); });
        QCOMPARE(other.error().code, ErrorCode::MessageNotExist);
        const auto malformed = fixture().await<MessageRow>(
            [&](auto done) { engine().message(m_caller, m_queue, "x", done); });
        QCOMPARE(malformed.error().code, ErrorCode::InvalidArgument);
    }

    void changedQueuesTellTheOldestReadyMessage()
    {
        send("one");
        const auto changed = fixture().await<Engine::ChangedQueues>(
            [&](auto done) { engine().changedQueues(m_caller, 0, 100, done); });
        QCOMPARE(changed->queues.size(), 1U);
        QCOMPARE(changed->queues.front().oldestReadyMs, fixture().nowMs());
        QCOMPARE(changed->queues.front().attributes.counts.ready, 1);
    }
};

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
