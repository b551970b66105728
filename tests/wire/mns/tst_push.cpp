// SPDX-License-Identifier: GPL-3.0-only
#include "push/deliveryslots.h"
#include "pushsuite.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <atomic>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What subscribers get, when, and how often: a broker, and a receiver that behaves or does not.
class TestPush : public PushSuite
{
    Q_OBJECT

private slots:
    void aPushIsSignedAndSpelledAsTheServiceDoes()
    {
        subscribe("web", m_receiver->url("/notifications?src=mns"));
        const QByteArray id = publish("hello", "<MessageTag>important</MessageTag>");
        QVERIFY(m_receiver->waitFor(1));
        const ReceivedPush &push = m_receiver->pushes().front();
        QCOMPARE(push.requestLine, QByteArray("POST /notifications?src=mns HTTP/1.1"));
        QCOMPARE(push.header("Content-Type"), QByteArray("text/xml;charset=utf-8"));
        QCOMPARE(push.header("Content-md5"),
                 QCryptographicHash::hash(push.body, QCryptographicHash::Md5).toHex().toBase64());
        QCOMPARE(push.header("User-Agent"), QByteArray("Aliyun Notification Service Agent"));
        QCOMPARE(push.header("x-mns-version"), QByteArray("2015-06-06"));
        QCOMPARE(push.header("x-mns-topic-owner"), QByteArray("1000000000000000"));
        QCOMPARE(push.header("x-mns-topic-name"), QByteArray("news"));
        QCOMPARE(push.header("x-mns-subscriber"), QByteArray("1000000000000000"));
        QCOMPARE(push.header("x-mns-subscription-name"), QByteArray("web"));
        QCOMPARE(push.header("x-mns-message-id"), id);
        QCOMPARE(push.header("x-mns-message-tag"), QByteArray("important"));
        QCOMPARE(push.header("x-mns-publish-time"), QByteArray::number(RunningBroker::kStartMs));
        QCOMPARE(push.header("x-mns-request-id").size(), 24);

        const QByteArray certificateUrl =
            QByteArray::fromBase64(push.header("x-mns-signing-cert-url"));
        QCOMPARE(certificateUrl, m_broker->endpoint().toLatin1() + "/notify-cert.pem");
        const RawReply certificate = m_client->exchange( // unsigned: anybody may have it
            ClientRequest::make("GET", "/notify-cert.pem"));
        QCOMPARE(certificate.status, 200);
        QCOMPARE(certificate.header("Content-Type"), QByteArray("application/x-pem-file"));
        QVERIFY(push.isSignedBy(certificate.body));
        ReceivedPush forged = push;
        forged.head.replace("important", "unimporta");
        QVERIFY(!forged.isSignedBy(certificate.body));
        QTRY_COMPARE(waiting(), 0);
    }

    void theCertificateIsWhereSettingsSay()
    {
        startBroker([](BrokerOptions &options) {
            options.push.certificateUrl = u"https://box.lan/cert.pem"_s;
        });
        subscribe("web", m_receiver->url());
        publish("hello");
        QVERIFY(m_receiver->waitFor(1));
        const QByteArray url = m_receiver->pushes().front().header("x-mns-signing-cert-url");
        QCOMPARE(QByteArray::fromBase64(url), QByteArray("https://box.lan/cert.pem"));
    }

    void theCertificateStaysTheSame()
    {
        const QByteArray before =
            m_client->exchange(ClientRequest::make("GET", "/notify-cert.pem")).body;
        m_client.reset();
        m_broker->restart();
        m_client = std::make_unique<SignedClient>(m_broker->port());
        QCOMPARE(m_client->exchange(ClientRequest::make("GET", "/notify-cert.pem")).body, before);
    }

    void eachFormatHasItsBodyAndType_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("part");
        QTest::newRow("XML") << QByteArray("XML") << QByteArray("text/xml;charset=utf-8")
                             << QByteArray("<Message>hello &amp; bye</Message>");
        QTest::newRow("JSON") << QByteArray("JSON") << QByteArray("application/json;charset=utf-8")
                              << QByteArray("\"Message\":\"hello & bye\"");
        QTest::newRow("SIMPLIFIED")
            << QByteArray("SIMPLIFIED") << QByteArray("text/plain;charset=utf-8")
            << QByteArray("hello & bye");
    }
    void eachFormatHasItsBodyAndType()
    {
        QFETCH(QByteArray, format);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, part);
        subscribe("web", m_receiver->url(),
                  "<NotifyContentFormat>" + format + "</NotifyContentFormat>");
        publish("hello &amp; bye");
        QVERIFY(m_receiver->waitFor(1));
        const ReceivedPush &push = m_receiver->pushes().front();
        QCOMPARE(push.header("Content-Type"), type);
        QVERIFY2(push.body.contains(part), push.body.constData());
    }

    void aQueueGetsTheTextWithProperties()
    {
        QCOMPARE(m_client->call("PUT", "/queues/copy").status, 201);
        subscribe("q", "acs:mns:x:1000000000000000:queues/copy",
                  "<NotifyContentFormat>SIMPLIFIED</NotifyContentFormat>");
        const QByteArray id =
            publish("hello",
                    "<UserProperties><PropertyValue><Name>kind</Name><Value>greeting</Value>"
                    "<Type>STRING</Type></PropertyValue></UserProperties>");
        const QByteArray document = received("copy");
        QCOMPARE(elementText(document, "MessageBody"), QByteArray("hello"));
        QVERIFY(document.contains("greeting"));
        QVERIFY(elementText(document, "MessageId") != id); // a message of its own
    }

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

    void failuresSayWhatHappened_data()
    {
        QTest::addColumn<int>("manner");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("words");
        QTest::newRow("redirection") << int(PushReceiver::Manner::Answer) << 302 << QString();
        QTest::newRow("hangs") << int(PushReceiver::Manner::Hang) << 0
                               << u"did not answer in time"_s;
        QTest::newRow("drips") << int(PushReceiver::Manner::Drip) << 0
                               << u"did not answer in time"_s;
        QTest::newRow("talks") << int(PushReceiver::Manner::Talk) << 0 << u"not in HTTP"_s;
        QTest::newRow("boasts") << int(PushReceiver::Manner::LongHead) << 0 << u"is too long"_s;
        QTest::newRow("closes within the head")
            << int(PushReceiver::Manner::CutHead) << 0 << u"within the head"_s;
        QTest::newRow("closes") << int(PushReceiver::Manner::Close) << 0
                                << u"closed the connection"_s;
    }
    void failuresSayWhatHappened()
    {
        QFETCH(int, manner);
        QFETCH(int, status);
        QFETCH(QString, words);
        startBroker([](BrokerOptions &options) { options.push.timeout = 200ms; });
        m_receiver->behave(PushReceiver::Manner(manner), status);
        subscribe("web", m_receiver->url());
        publish("hello");
        const QJsonObject first = attempt(1);
        QCOMPARE(first.value("outcome"_L1).toString(), u"failed"_s);
        QCOMPARE(first.value("status"_L1).toInt(), status);
        QVERIFY2(first.value("error"_L1).toString().contains(words),
                 qPrintable(first.value("error"_L1).toString()));
    }

    void aPortWithoutTlsIsSaid()
    {
        QTcpServer plain;
        QVERIFY(plain.listen(QHostAddress::LocalHost));
        connect(&plain, &QTcpServer::newConnection, this,
                [&plain] { plain.nextPendingConnection()->write("HTTP/1.1 400 Bad\r\n\r\n"); });
        subscribe("web", "https://127.0.0.1:" + QByteArray::number(plain.serverPort()));
        publish("hello");
        const QString error = attempt(1).value("error"_L1).toString();
        QVERIFY2(error.contains(u"Does its port expect TLS?"_s), qPrintable(error));
    }

    void anAnswerCountsWhateverBecomesOfItsBody_data()
    {
        QTest::addColumn<int>("manner");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("outcome");
        using Manner = PushReceiver::Manner;
        QTest::newRow("200, cut") << int(Manner::CutBody) << 200 << u"delivered"_s;
        QTest::newRow("200, drips") << int(Manner::DripBody) << 200 << u"delivered"_s;
        QTest::newRow("500, cut") << int(Manner::CutBody) << 500 << u"failed"_s;
        QTest::newRow("500, drips") << int(Manner::DripBody) << 500 << u"failed"_s;
    }
    void anAnswerCountsWhateverBecomesOfItsBody()
    {
        QFETCH(int, manner);
        QFETCH(int, status);
        QFETCH(QString, outcome);
        startBroker([](BrokerOptions &options) { options.push.timeout = 200ms; });
        m_receiver->behave(PushReceiver::Manner(manner), status);
        subscribe("web", m_receiver->url());
        publish("hello");
        const QJsonObject first = attempt(1);
        QCOMPARE(first.value("outcome"_L1).toString(), outcome);
        QCOMPARE(first.value("status"_L1).toInt(), status);
    }

    void aBodyThatDripsHoldsNothingUp()
    {
        startBroker([](BrokerOptions &options) { options.push.timeout = 10min; });
        m_receiver->behave(PushReceiver::Manner::DripBody, 200);
        subscribe("web", m_receiver->url());
        publish("hello");
        QCOMPARE(attempt(1).value("outcome"_L1).toString(), u"delivered"_s);
        QTRY_COMPARE(waiting(), 0);
    }

    void aQuickAnswerKeepsItsConnection()
    {
        m_receiver->behave(PushReceiver::Manner::LongBody, 200);
        subscribe("web", m_receiver->url());
        for (std::size_t i = 1; i <= 4; ++i) {
            publish("hello");
            QVERIFY(m_receiver->waitFor(i));
            QTRY_COMPARE(waiting(), 0);
        }
        QCOMPARE(m_receiver->connections(), 2); // the first one before it had proven itself
    }

    void theHeaderOfATagIsALegalOne_data()
    {
        QTest::addColumn<QByteArray>("tag");
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("blanks") << QByteArray(" a b ") << QByteArray("a b");
        QTest::newRow("control") << QByteArray("a\x7f"
                                               "b")
                                 << QByteArray("a b");
        QTest::newRow("nothing visible") << QByteArray("\x7f") << QByteArray();
    }
    void theHeaderOfATagIsALegalOne()
    {
        QFETCH(QByteArray, tag);
        QFETCH(QByteArray, header);
        subscribe("web", m_receiver->url());
        publish("hello", "<MessageTag>" + tag + "</MessageTag>");
        QVERIFY(m_receiver->waitFor(1));
        const ReceivedPush &push = m_receiver->pushes().front();
        QCOMPARE(push.header("x-mns-message-tag"), header);
        QCOMPARE(elementText(push.body, "MessageTag"), tag);
    }

    void anAttemptShowsWhatWasSent()
    {
        subscribe("web", m_receiver->url());
        publish("hello");
        QVERIFY(m_receiver->waitFor(1));
        QByteArray shown;
        for (const QJsonValue header : attempt(1).value("requestHeaders"_L1).toArray())
            shown += header["name"_L1].toString().toLatin1() + ": "
                + header["value"_L1].toString().toLatin1() + "\r\n";
        QCOMPARE(shown, m_receiver->pushes().front().head);
    }

    void nobodyThereIsSaid()
    {
        const QByteArray url = m_receiver->url();
        m_receiver.reset();
        subscribe("web", url);
        publish("hello");
        const QString error = attempt(1).value("error"_L1).toString();
        QVERIFY2(error.contains(u"refused the connection"_s), qPrintable(error));
    }

    void aHangingEndpointDelaysNobodyElse()
    {
        PushReceiver hanging;
        hanging.behave(PushReceiver::Manner::Hang);
        subscribe("slow", hanging.url());
        subscribe("web", m_receiver->url());
        for (int i = 0; i < 50; ++i)
            publish("hello");
        QVERIFY(m_receiver->waitFor(50));
        QVERIFY(hanging.pushes().size() <= 1); // its window
    }

    void aPushIsNotRepeatedWhileItsAnswerMayStillCome()
    {
        startBroker([](BrokerOptions &options) { options.push.timeout = 10min; });
        subscribe("web", m_receiver->url());
        publish("hello");
        QVERIFY(m_receiver->waitFor(1));
        QTRY_COMPARE(waiting(), 0);
        m_receiver->behave(PushReceiver::Manner::Hang);
        publish("slow");
        QVERIFY(m_receiver->waitFor(2));
        advance(9 * 60'000);
        publish("other");
        QVERIFY(m_receiver->waitFor(3));
        QVERIFY(m_receiver->pushes().back().body.contains("other"));
    }

    void twoHundredHangingEndpointsLeaveRoomForOthers()
    {
        startBroker([](BrokerOptions &options) {
            options.push.timeout = 10min; // none of them is given up meanwhile
        });
        const int most = DeliveryLimits().unproven();
        PushReceiver hanging;
        hanging.behave(PushReceiver::Manner::Hang);
        subscribe("web", m_receiver->url());
        publish("hello");
        QVERIFY(m_receiver->waitFor(1)); // it has answered before
        for (const QByteArray topic : {"hang-a", "hang-b"}) {
            QCOMPARE(m_client->call("PUT", "/topics/" + topic).status, 201);
            for (int i = 0; i < 100; ++i) {
                const QByteArray endpoint = hanging.url('/' + topic + QByteArray::number(i));
                const RawReply reply = m_client->call(
                    "PUT", "/topics/" + topic + "/subscriptions/s" + QByteArray::number(i),
                    "<Subscription><Endpoint>" + endpoint + "</Endpoint></Subscription>");
                QCOMPARE(reply.status, 201);
            }
            for (int i = 0; i < 3; ++i)
                QCOMPARE(m_client->call("POST", "/topics/" + topic + "/messages", message("hello"))
                             .status,
                         201);
        }
        QVERIFY(hanging.waitFor(std::size_t(most)));
        for (int i = 0; i < 50; ++i)
            publish("hello");
        QVERIFY(m_receiver->waitFor(51));
        QCOMPARE(hanging.pushes().size(), std::size_t(most));
    }

    void soManyAreUnderWayAsSettingsSay()
    {
        const DeliveryLimits limits{.inAll = 8, .perEndpoint = 2};
        startBroker([&](BrokerOptions &options) {
            options.push.timeout = 10min;
            options.push.deliveries = limits;
        });
        subscribe("web", m_receiver->url());
        for (std::size_t i = 1; i <= 3; ++i) {
            publish("hello");
            QVERIFY(m_receiver->waitFor(i));
            QTRY_COMPARE(waiting(), 0); // its window grows
        }
        m_receiver->behave(PushReceiver::Manner::Hang);
        for (int i = 0; i < 5; ++i)
            publish("slow");
        QVERIFY(m_receiver->waitFor(5));
        PushReceiver hanging;
        hanging.behave(PushReceiver::Manner::Hang);
        for (int i = 0; i < 10; ++i)
            subscribe("new" + QByteArray::number(i), hanging.url('/' + QByteArray::number(i)));
        publish("slow");
        QVERIFY(hanging.waitFor(std::size_t(limits.unproven())));
        QCOMPARE(hanging.pushes().size(), std::size_t(limits.unproven()));
        QCOMPARE(m_receiver->pushes().size(), 5U);
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

    void aRateLimitHolds()
    {
        const auto systemMs = std::make_shared<std::atomic<qint64>>(systemTimeMs());
        startBroker([systemMs](BrokerOptions &options) {
            options.systemTime = [systemMs] { return systemMs->load(); };
        });
        PushReceiver other;
        subscribe("slow", m_receiver->url(),
                  "<TenantRateLimitPolicy><Enabled>true</Enabled><MaxReceivesPerSecond>2"
                  "</MaxReceivesPerSecond></TenantRateLimitPolicy>");
        subscribe("web", other.url());
        for (int i = 0; i < 5; ++i)
            publish("hello");
        QVERIFY(other.waitFor(5));
        QVERIFY(m_receiver->waitFor(2));
        QCOMPARE(m_receiver->pushes().size(), 2U);
        *systemMs += 1000;
        QVERIFY(m_receiver->waitFor(4));
        QCOMPARE(m_receiver->pushes().size(), 4U);
    }

    void aRateLimitHoldsOfAnySecond()
    {
        const auto systemMs =
            std::make_shared<std::atomic<qint64>>(systemTimeMs() / 1000 * 1000 + 900);
        startBroker([systemMs](BrokerOptions &options) {
            options.systemTime = [systemMs] { return systemMs->load(); };
        });
        PushReceiver other;
        subscribe("slow", m_receiver->url(),
                  "<TenantRateLimitPolicy><Enabled>true</Enabled><MaxReceivesPerSecond>2"
                  "</MaxReceivesPerSecond></TenantRateLimitPolicy>");
        subscribe("web", other.url());
        for (int i = 0; i < 4; ++i)
            publish("hello");
        QVERIFY(m_receiver->waitFor(2));
        *systemMs += 200; // a new second of the clock, but not yet one since those two
        publish("hello");
        QVERIFY(other.waitFor(5));
        QCOMPARE(m_receiver->pushes().size(), 2U);
        *systemMs += 800;
        QVERIFY(m_receiver->waitFor(4));
        QCOMPARE(m_receiver->pushes().size(), 4U);
    }

    void anEndpointThatRefusesIsNotTriedAsFastAsItAnswers()
    {
        const auto systemMs = std::make_shared<std::atomic<qint64>>(systemTimeMs());
        startBroker([systemMs](BrokerOptions &options) {
            options.systemTime = [systemMs] { return systemMs->load(); };
        });
        m_receiver->behave(PushReceiver::Manner::Answer, 500);
        subscribe("web", m_receiver->url());
        for (int i = 0; i < 60; ++i)
            publish("hello");
        QVERIFY(m_receiver->waitFor(50));
        PushReceiver other;
        subscribe("other", other.url());
        publish("last");
        QVERIFY(other.waitFor(1));
        QCOMPARE(m_receiver->pushes().size(), 50U);
        *systemMs += 1000;
        QVERIFY(m_receiver->waitFor(61));
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

    void aTargetQueueThatComesLaterGetsEverythingInOrder()
    {
        subscribe("q", "acs:mns:x:1:queues/late",
                  "<NotifyContentFormat>SIMPLIFIED</NotifyContentFormat>"
                  "<NotifyStrategy>EXPONENTIAL_DECAY_RETRY</NotifyStrategy>");
        publish("1");
        attempt(1);
        publish("2");
        attempt(2);
        QCOMPARE(m_client->call("PUT", "/queues/late").status, 201);
        advance(1000);
        QCOMPARE(elementText(received("late"), "MessageBody"), QByteArray("1"));
        QCOMPARE(elementText(received("late"), "MessageBody"), QByteArray("2"));
    }

    void aFifoQueueThatComesLaterGetsNothingWithoutAGroup()
    {
        subscribe("q", "acs:mns:x:1:queues/late",
                  "<NotifyContentFormat>SIMPLIFIED</NotifyContentFormat>");
        QCOMPARE(m_client->call("PUT", "/queues/late", "<Queue><QueueType>fifo</QueueType></Queue>")
                     .status,
                 201);
        publish("1");
        const QString error = attempt(1).value("error"_L1).toString();
        QVERIFY2(error.contains(u"MessageGroupId"_s), qPrintable(error));
        publish("2", "<MessageGroupId>g</MessageGroupId>");
        QCOMPARE(elementText(received("late"), "MessageBody"), QByteArray("2"));
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

    void mailIsKeptInTheOutbox()
    {
        subscribe("mail", "mail:directmail:ops@example.com");
        publish("hello",
                "<MessageAttributes><DirectMail>{\"Subject\":\"Hi\"}</DirectMail>"
                "</MessageAttributes>");
        QCOMPARE(attempt(1).value("outcome"_L1).toString(), u"delivered"_s);
        const QList<QJsonObject> kept = outbox(1);
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept.first().value("body"_L1).toString(), u"hello"_s);
        QCOMPARE(systemProperty(kept.first(), u"DeliveryState"_s), u"kept"_s);
        QCOMPARE(
            kept.first().value("messageAttributes"_L1).toObject().value("DirectMail"_L1).toString(),
            uR"({"Subject":"Hi"})"_s);
        QVERIFY(!m_client->call("GET", "/queues").body.contains("outbox")); // hidden
    }

    void aTestPushIsSignedAndNotKept()
    {
        const QByteArray body = "{\"endpoint\":\"" + m_receiver->url("/try")
            + "\",\"notifyContentFormat\":\"SIMPLIFIED\"}";
        const QJsonObject tried = json(m_client->admin("POST", "/push-test", body));
        QCOMPARE(tried.value("status"_L1).toInt(), 204);
        const QByteArray certificate =
            m_client->exchange(ClientRequest::make("GET", "/notify-cert.pem")).body;
        QVERIFY(m_receiver->pushes().front().isSignedBy(certificate));
        QCOMPARE(m_receiver->pushes().front().body, QByteArray("A test push from Signalbox."));
        QVERIFY(attempts().isEmpty());
        QCOMPARE(m_client->admin("POST", "/push-test", "{\"endpoint\":\"nowhere\"}").status, 400);
    }

    void deniedAddressesAreNotPushedTo()
    {
        startBroker([](BrokerOptions &options) {
            options.push.deniedSubnets = QStringList{u"127.0.0.0/8"_s};
        });
        QTcpServer target;
        QVERIFY(target.listen(QHostAddress::LocalHost));
        subscribe("web", "http://127.0.0.1:" + QByteArray::number(target.serverPort()) + "/");
        publish("hello");
        const QString error = attempt(1).value("error"_L1).toString();
        QVERIFY2(error.contains(u"127.0.0.1 are not allowed"_s), qPrintable(error));
        QVERIFY(!target.waitForNewConnection(0)); // nor is it told who listens there
    }
};

QTEST_GUILESS_MAIN(TestPush)
#include "tst_push.moc"
