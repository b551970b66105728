// SPDX-License-Identifier: GPL-3.0-only
#include "pushsuite.h"

#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What becomes of a message whose push failed: when it is tried again, how often, and where it
/// ends.
class TestPushRetries : public PushSuite
{
    Q_OBJECT

private slots:
    void threeRetriesTenToTwentySecondsApart()
    {
        m_receiver->behave(PushReceiver::Manner::Answer, 500);
        subscribe("web", m_receiver->url());
        publish("hello");
        qint64 nowMs = RunningBroker::kStartMs;
        for (int number = 1; number <= 3; ++number) {
            const QJsonObject last = attempt(number);
            QCOMPARE(last.value("outcome"_L1).toString(), u"failed"_s);
            QCOMPARE(last.value("attempt"_L1).toInt(), number);
            QCOMPARE(last.value("status"_L1).toInt(), 500);
            const qint64 pause = last.value("nextAtMs"_L1).toInteger() - nowMs;
            QVERIFY2(pause >= 10'000 && pause <= 20'000, qPrintable(QString::number(pause)));
            advance(pause);
            nowMs += pause;
        }
        QCOMPARE(attempt(4).value("outcome"_L1).toString(), u"dropped"_s);
        QTRY_COMPARE(waiting(), 0);
        QCOMPARE(m_receiver->pushes().size(), 4U);
    }

    void retriesForADayWithDecay()
    {
        m_receiver->behave(PushReceiver::Manner::Answer, 503);
        subscribe("web", m_receiver->url(),
                  "<NotifyStrategy>EXPONENTIAL_DECAY_RETRY</NotifyStrategy>");
        publish("hello");
        qint64 nowMs = RunningBroker::kStartMs;
        for (int number = 1; number <= 176; ++number) {
            const QJsonObject last = attempt(number);
            QCOMPARE(last.value("attempt"_L1).toInt(), number);
            const qint64 pause = number <= 10 ? 1000LL << (number - 1) : 512'000;
            QCOMPARE(last.value("nextAtMs"_L1).toInteger(), nowMs + pause);
            advance(pause);
            nowMs += pause;
        }
        QCOMPARE(attempt(177).value("outcome"_L1).toString(), u"dropped"_s);
        QTRY_COMPARE(waiting(), 0);
        QCOMPARE(m_receiver->pushes().size(), 177U);
    }

    void aReceiverThatComesBackGetsItsMessage()
    {
        m_receiver->behave(PushReceiver::Manner::Answer, 500);
        subscribe("web", m_receiver->url());
        publish("hello");
        attempt(1);
        m_receiver->behave(PushReceiver::Manner::Answer, 200);
        advance(20'000);
        QCOMPARE(attempt(2).value("outcome"_L1).toString(), u"delivered"_s);
        QTRY_COMPARE(waiting(), 0);
    }

    void whatIsOnItsWayIsNotTriedOnceMore()
    {
        subscribe("web", m_receiver->url());
        constexpr std::size_t kMessages = 400;
        SignedClient publisher(m_broker->port());
        for (std::size_t i = 0; i < kMessages; ++i)
            publisher.send(
                ClientRequest::make("POST", "/topics/news/messages", message("hello")).signV2());
        int retried = 0;
        while (m_receiver->pushes().size() < kMessages)
            retried += json(m_client->admin("POST", "/topics/news/subscriptions/web/retry"))
                           .value("retried"_L1)
                           .toInt();
        QTRY_COMPARE(waiting(), 0);
        QCOMPARE(retried, 0); // nothing had failed
        QCOMPARE(m_receiver->pushes().size(), kMessages);
    }

    void aFailureBehindTheEndOfItsSubscriptionIsRecorded()
    {
        startBroker([](BrokerOptions &options) { options.push.timeout = 500ms; });
        m_receiver->behave(PushReceiver::Manner::Hang);
        subscribe("web", m_receiver->url());
        publish("hello");
        QVERIFY(m_receiver->waitFor(1));
        QCOMPARE(m_client->call("DELETE", "/topics/news/subscriptions/web").status, 204);
        QCOMPARE(attempt(1).value("outcome"_L1).toString(), u"failed"_s);
        QCOMPARE(attempt(1).value("nextAtMs"_L1).toInteger(), 0);
    }

    void whatWaitsIsTriedNowWhereThatIsAskedFor()
    {
        m_receiver->behave(PushReceiver::Manner::Answer, 500);
        subscribe("web", m_receiver->url(),
                  "<NotifyStrategy>EXPONENTIAL_DECAY_RETRY"
                  "</NotifyStrategy>");
        publish("1");
        publish("2");
        QVERIFY(!attempt(2).isEmpty());
        QTRY_VERIFY(attempts("?limit=1").first().value("nextAtMs"_L1).toInteger() > 0);
        m_receiver->behave(PushReceiver::Manner::Answer, 204);
        const QByteArray path = "/topics/news/subscriptions/web/retry";
        QCOMPARE(json(m_client->admin("POST", path)).value("retried"_L1).toInt(), 2);
        QVERIFY(m_receiver->waitFor(4)); // though the clock stands
        QTRY_COMPARE(waiting(), 0);
        QCOMPARE(attempt(4).value("attempt"_L1).toInt(), 2);
        QCOMPARE(json(m_client->admin("POST", path)).value("retried"_L1).toInt(), 0);
        QCOMPARE(m_client->admin("POST", "/topics/news/subscriptions/no/retry").status, 404);
    }

    void theLastFailureGoesToTheDeadLetterQueue()
    {
        QCOMPARE(m_client->call("PUT", "/queues/dead").status, 201);
        m_receiver->behave(PushReceiver::Manner::Answer, 500);
        subscribe("web", m_receiver->url(), kDeadLetters);
        const QByteArray id = publish("hello");
        for (int number = 1; number <= 3; ++number) {
            attempt(number);
            advance(20'000);
        }
        QCOMPARE(attempt(4).value("outcome"_L1).toString(), u"deadLettered"_s);
        const QByteArray document = received("dead");
        QCOMPARE(elementText(document, "MessageBody"), QByteArray("hello"));
        QCOMPARE(elementText(document, "DequeueCount"), QByteArray("1"));
        for (const QByteArray &part :
             {QByteArray("SUBSCRIPTION"), id,
              QByteArray("acs:mns:local:1000000000000000:/topics/news/subscriptions/web")})
            QVERIFY2(document.contains(part), document.constData());
    }

    void whileItsDeadLetterQueueIsMissingAMessageIsNotPushedAgain()
    {
        m_receiver->behave(PushReceiver::Manner::Answer, 500);
        subscribe("web", m_receiver->url(), kDeadLetters);
        publish("hello");
        for (int number = 1; number <= 3; ++number) {
            attempt(number);
            advance(20'000);
        }
        const QJsonObject last = attempt(4);
        QCOMPARE(last.value("outcome"_L1).toString(), u"failed"_s);
        QCOMPARE(last.value("nextAtMs"_L1).toInteger(),
                 RunningBroker::kStartMs + 3 * 20'000 + 60'000); // when it is moved
        advance(60'000);
        QCOMPARE(m_client->call("PUT", "/queues/dead").status, 201);
        advance(60'000);
        const QJsonObject moved = attempt(5);
        QCOMPARE(moved.value("outcome"_L1).toString(), u"deadLettered"_s);
        QCOMPARE(moved.value("attempt"_L1).toInt(), 4);
        QVERIFY(moved.value("error"_L1).toString().contains(u"HTTP 500"_s));
        QCOMPARE(deadLetterOrigin("dead").value("tries"_L1).toInt(), 4);
        QCOMPARE(m_receiver->pushes().size(), 4U);
        QTRY_COMPARE(waiting(), 0);
    }

    void whatNoRetryCanReachInTimeIsADeadLetter()
    {
        QCOMPARE(m_client->call("PUT", "/queues/dead").status, 201);
        m_receiver->behave(PushReceiver::Manner::Answer, 503);
        subscribe("web", m_receiver->url(),
                  "<NotifyStrategy>EXPONENTIAL_DECAY_RETRY</NotifyStrategy>" + kDeadLetters);
        publish("hello");
        for (int number = 1; number <= 10; ++number) {
            attempt(number);
            advance(512'000);
        }
        attempt(11);
        advance(86'400'000 - 10 * 512'000 - 1); // the last moment of the day
        const QJsonObject last = attempt(12);
        QCOMPARE(last.value("outcome"_L1).toString(), u"deadLettered"_s);
        QCOMPARE(last.value("status"_L1).toInt(), 503);
        QCOMPARE(deadLetterOrigin("dead").value("lastFailure"_L1).toString(), u"HTTP 503"_s);
        QTRY_COMPARE(waiting(), 0);
    }

    void whatWasPublishedIsPushedAfterARestart()
    {
        m_receiver->behave(PushReceiver::Manner::Hang);
        subscribe("web", m_receiver->url());
        publish("hello");
        QVERIFY(m_receiver->waitFor(1));
        m_receiver->behave(PushReceiver::Manner::Answer);
        m_client.reset();
        m_broker->restart();
        m_client = std::make_unique<SignedClient>(m_broker->port());
        QVERIFY(m_receiver->waitFor(2));
        QTRY_COMPARE(waiting(), 0);
        QCOMPARE(m_receiver->pushes().back().header("x-mns-message-id"),
                 m_receiver->pushes().front().header("x-mns-message-id"));
    }

    void aPausedSubscriptionWaits()
    {
        subscribe("web", m_receiver->url());
        QCOMPARE(m_client->admin("POST", "/topics/news/subscriptions/web/pause").status, 200);
        publish("1");
        publish("2");
        QCOMPARE(waiting(), 2);
        QCOMPARE(m_client->admin("POST", "/topics/news/subscriptions/web/resume").status, 200);
        QVERIFY(m_receiver->waitFor(2));
        QCOMPARE(m_client->admin("POST", "/topics/news/subscriptions/no/pause").status, 404);
    }

    void unsubscribingEndsRetries()
    {
        m_receiver->behave(PushReceiver::Manner::Answer, 500);
        subscribe("web", m_receiver->url());
        publish("hello");
        attempt(1);
        QCOMPARE(m_client->call("DELETE", "/topics/news/subscriptions/web").status, 204);
        advance(60'000);
        subscribe("web", m_receiver->url("/new"));
        m_receiver->behave(PushReceiver::Manner::Answer);
        publish("fresh");
        QVERIFY(m_receiver->waitFor(2));
        QVERIFY(m_receiver->pushes().back().requestLine.contains("/new"));
        QVERIFY(m_receiver->pushes().back().body.contains("fresh"));
    }
};

QTEST_GUILESS_MAIN(TestPushRetries)
#include "tst_pushretries.moc"
