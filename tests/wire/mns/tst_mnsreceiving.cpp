// SPDX-License-Identifier: GPL-3.0-only
#include "wiresuite.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace std::chrono_literals;

namespace {

const QByteArray kMessages = "/queues/demo/messages";
const QByteArray kSend = "<Message><MessageBody>x</MessageBody></Message>";

} // namespace

/// Long polls: who waits, who is woken, and what becomes of clients that leave.
class TestMnsReceiving : public WireSuite
{
    Q_OBJECT

public:
    TestMnsReceiving()
        : WireSuite({"demo"})
    {
    }

private:
    static ClientRequest poll(const QByteArray &query)
    {
        return ClientRequest::make("GET", kMessages + query).signV2();
    }

    /// Waits until \a count long polls wait.
    bool haveWaiters(int count)
    {
        return QTest::qWaitFor([&] {
            return json(m_client->admin("GET", "/status")).value(QLatin1String("waiters")).toInt(-1)
                == count;
        });
    }

private slots:
    void longPollIsAnsweredWhenAMessageArrives()
    {
        SignedClient waiting(m_broker->port());
        waiting.send(poll("?waitseconds=30"));
        QVERIFY(haveWaiters(1));
        QElapsedTimer timer;
        timer.start();
        m_client->call("POST", kMessages, kSend);
        const RawReply reply = waiting.next();
        QCOMPARE(reply.status, 200);
        QCOMPARE(elementText(reply.body, "MessageBody"), QByteArray("x"));
        QVERIFY(timer.elapsed() < 20'000);
        QVERIFY(haveWaiters(0));
    }

    void longPollOfABatchReturnsWithTheFirst()
    {
        SignedClient waiting(m_broker->port());
        waiting.send(poll("?numOfMessages=16&waitseconds=30"));
        QVERIFY(haveWaiters(1));
        m_client->call("POST", kMessages, kSend);
        const RawReply reply = waiting.next();
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.body.count("<Message>"), 1);
    }

    void longPollEndsEmptyInTime()
    {
        QElapsedTimer timer;
        timer.start();
        const RawReply reply = m_client->exchange(poll("?waitseconds=1"));
        QCOMPARE(reply.status, 404);
        QCOMPARE(errorCode(reply), QByteArray("MessageNotExist"));
        QVERIFY(timer.elapsed() >= 990);
    }

    void queueDecidesHowLongToWaitUnlessTheRequestDoes()
    {
        m_client->call("PUT", "/queues/demo?metaoverride=true",
                       "<Queue><PollingWaitSeconds>30</PollingWaitSeconds></Queue>");
        QCOMPARE(m_client->exchange(poll("?waitseconds=0")).status, 404);
        SignedClient waiting(m_broker->port());
        waiting.send(poll({}));
        QVERIFY(haveWaiters(1));
    }

    void oneMessageWakesOneWaiter()
    {
        SignedClient first(m_broker->port());
        SignedClient second(m_broker->port());
        first.send(poll("?waitseconds=30"));
        QVERIFY(haveWaiters(1));
        second.send(poll("?waitseconds=30"));
        QVERIFY(haveWaiters(2));
        m_client->call("POST", kMessages, kSend);
        QCOMPARE(first.next().status, 200); // who waited longest
        QVERIFY(haveWaiters(1));
        m_client->call("POST", kMessages, kSend);
        QCOMPARE(second.next().status, 200);
    }

    void deletingTheQueueEndsItsPolls()
    {
        SignedClient waiting(m_broker->port());
        waiting.send(poll("?waitseconds=30"));
        QVERIFY(haveWaiters(1));
        m_client->call("DELETE", "/queues/demo");
        const RawReply reply = waiting.next();
        QCOMPARE(reply.status, 404);
        QCOMPARE(errorCode(reply), QByteArray("QueueNotExist"));
    }

    void aClientThatLeftTakesNoMessage()
    {
        SignedClient waiting(m_broker->port());
        waiting.send(poll("?waitseconds=30"));
        QVERIFY(haveWaiters(1));
        waiting.raw().close();
        QVERIFY(haveWaiters(0));
        m_client->call("POST", kMessages, kSend);
        const RawReply reply = m_client->call("GET", kMessages);
        QCOMPARE(reply.status, 200);
        QCOMPARE(elementText(reply.body, "DequeueCount"), QByteArray("1"));
    }

    void pipelinedRequestBehindAPollIsAnsweredBehindIt()
    {
        SignedClient waiting(m_broker->port());
        waiting.send(poll("?waitseconds=1"));
        waiting.send(ClientRequest::make("GET", "/queues/demo").signV2());
        QCOMPARE(waiting.next().status, 404);
        QCOMPARE(waiting.next().status, 200);
    }

    void advancingTheClockWakesWhoWaitsForAMessageThatFallsDue()
    {
        m_client->call(
            "POST", kMessages,
            "<Message><MessageBody>later</MessageBody><DelaySeconds>3600</DelaySeconds></Message>");
        SignedClient waiting(m_broker->port());
        waiting.send(poll("?waitseconds=30"));
        QVERIFY(haveWaiters(1));
        QCOMPARE(m_client->admin("POST", "/clock/advance", R"({"ms": 3600000})").status, 200);
        const RawReply reply = waiting.next();
        QCOMPARE(reply.status, 200);
        QCOMPARE(elementText(reply.body, "MessageBody"), QByteArray("later"));
    }

    void stoppingAnswersWaitingPollsEmpty()
    {
        SignedClient waiting(m_broker->port());
        waiting.send(poll("?waitseconds=30"));
        QVERIFY(haveWaiters(1));
        m_broker->stop();
        const RawReply reply = waiting.next();
        QCOMPARE(reply.status, 404);
        QCOMPARE(errorCode(reply), QByteArray("MessageNotExist"));
        QCOMPARE(reply.header("Connection"), QByteArray("close"));
    }

    void pollsBeyondTheQuotaAreRefused()
    {
        RunningBroker limited(
            [](BrokerOptions &options) { options.quotas.maxConcurrentPolls = 1; });
        SignedClient client(limited.port());
        client.call("PUT", "/queues/demo");
        SignedClient waiting(limited.port());
        waiting.send(poll("?waitseconds=30"));
        QVERIFY(QTest::qWaitFor([&] {
            return json(client.admin("GET", "/status")).value(QLatin1String("waiters")).toInt()
                == 1;
        }));
        const RawReply reply = client.exchange(poll("?waitseconds=30"));
        QCOMPARE(reply.status, 400);
        QCOMPARE(errorCode(reply), QByteArray("QpsLimitExceeded"));
    }
};

QTEST_GUILESS_MAIN(TestMnsReceiving)
#include "tst_mnsreceiving.moc"
