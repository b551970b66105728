// SPDX-License-Identifier: GPL-3.0-only
#include "pushsuite.h"

#include <QJsonArray>
#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace Qt::StringLiterals;

/// What the broker remembers of its pushes.
class TestAttempts : public PushSuite
{
    Q_OBJECT

private:
    QJsonObject firstSubscription()
    {
        return json(m_client->admin("GET", "/topics/news"))
            .value("subscriptions"_L1)
            .toArray()
            .first()
            .toObject();
    }
    static double sum(const QJsonValue &series)
    {
        double sum = 0;
        for (const QJsonValue &sample : series.toArray())
            sum += sample.toDouble();
        return sum;
    }

private slots:
    void anAttemptIsSentAgainAndSignedAnew()
    {
        m_receiver->behave(PushReceiver::Manner::Answer, 500);
        subscribe("web", m_receiver->url());
        publish("hello", "<MessageTag>important</MessageTag>");
        const qint64 number = attempt(1).value("number"_L1).toInteger();
        m_receiver->behave(PushReceiver::Manner::Answer, 204);
        const QByteArray path = "/attempts/" + QByteArray::number(number) + "/send-again";
        const QJsonObject again = json(m_client->admin("POST", path));
        QCOMPARE(again.value("outcome"_L1).toString(), u"delivered"_s);
        QVERIFY(again.value("manual"_L1).toBool());
        QCOMPARE(again.value("number"_L1).toInteger(), number + 1);
        const QByteArray certificate =
            m_client->exchange(ClientRequest::make("GET", "/notify-cert.pem")).body;
        const ReceivedPush &first = m_receiver->pushes().front();
        const ReceivedPush &second = m_receiver->pushes().back();
        QCOMPARE(second.body, first.body);
        QCOMPARE(second.header("x-mns-message-tag"), QByteArray("important"));
        QVERIFY(second.header("x-mns-request-id") != first.header("x-mns-request-id"));
        QVERIFY(second.isSignedBy(certificate));
        QCOMPARE(waiting(), 1); // The message itself waits for its retry.
    }

    void anAttemptIsSentToAnotherUrl()
    {
        PushReceiver other;
        subscribe("web", m_receiver->url());
        publish("hello");
        const qint64 number = attempt(1).value("number"_L1).toInteger();
        const QByteArray path = "/attempts/" + QByteArray::number(number) + "/send-again";
        m_client->admin("POST", path, "{\"endpoint\":\"" + other.url("/here?a=b") + "\"}");
        QVERIFY(other.waitFor(1));
        QCOMPARE(other.pushes().front().requestLine, QByteArray("POST /here?a=b HTTP/1.1"));
        QCOMPARE(m_client->admin("POST", path, "{\"endpoint\":\"mail:directmail:a@b.c\"}").status,
                 400);
        for (const char *wrong : {"5", "[]", "\"\""})
            QCOMPARE(
                m_client->admin("POST", path, QByteArray("{\"endpoint\":") + wrong + "}").status,
                400);
        QCOMPARE(m_client->admin("POST", "/attempts/99/send-again").status, 404);
    }

    void whatWentToAQueueIsNotSentAgain()
    {
        subscribe("q", "acs:mns:x:1:queues/late");
        publish("hello");
        attempt(1);
        QCOMPARE(m_client->admin("POST", "/attempts/1/send-again").status, 400);
    }

    void aSubscriptionTellsHowItsPushesWent()
    {
        m_receiver->behave(PushReceiver::Manner::Answer, 503);
        subscribe("web", m_receiver->url());
        QCOMPARE(m_client->call("PUT", "/queues/copy").status, 201);
        subscribe("q", "acs:mns:x:1:queues/copy");
        publish("hello");
        attempt(2);
        const QJsonObject topic = json(m_client->admin("GET", "/topics/news"));
        QCOMPARE(topic.value("publishedLastHour"_L1).toInt(), 1);
        const QJsonArray subscriptions = topic.value("subscriptions"_L1).toArray();
        QCOMPARE(subscriptions.first().toObject().value("deliveredLastHour"_L1).toInt(), 1);
        const QJsonObject web = subscriptions.last().toObject();
        QCOMPARE(web.value("failedLastHour"_L1).toInt(), 1);
        QCOMPARE(web.value("lastError"_L1).toString(), u"HTTP 503"_s);
        QVERIFY(web.value("nextAttemptAtMs"_L1).toInteger() > RunningBroker::kStartMs);
    }

    void attemptsOutliveARestart()
    {
        m_receiver->behave(PushReceiver::Manner::Answer, 500);
        subscribe("web", m_receiver->url());
        const QByteArray id = publish("hello");
        const QJsonObject before = attempt(1);
        m_client.reset();
        m_broker->restart();
        m_client = std::make_unique<SignedClient>(m_broker->port());

        QCOMPARE(attempt(1), before);
        m_receiver->behave(PushReceiver::Manner::Answer, 204);
        const QByteArray path =
            "/attempts/" + QByteArray::number(before.value("number"_L1).toInteger());
        const QJsonObject again = json(m_client->admin("POST", path + "/send-again"));
        QCOMPARE(again.value("outcome"_L1).toString(), u"delivered"_s);
        QCOMPARE(again.value("messageId"_L1).toString().toLatin1(), id);
        QCOMPARE(again.value("number"_L1).toInteger(), before.value("number"_L1).toInteger() + 1);
    }

    void ofVeryManySuccessesAHundredASecondAreKept()
    {
        constexpr int kMessages = 130;
        startBroker([second = systemTimeMs()](BrokerOptions &options) {
            options.systemTime = [second] { return second; };
        });
        subscribe("web", m_receiver->url());
        for (int i = 0; i < kMessages; ++i)
            QVERIFY(!publish("hello").isNull());
        QVERIFY(m_receiver->waitFor(kMessages));
        QTRY_COMPARE(firstSubscription().value("deliveredLastHour"_L1).toInt(), kMessages);
        QCOMPARE(attempts("?limit=1000").size(), 100);
        QCOMPARE(firstSubscription().value("notKeptLastHour"_L1).toInt(), kMessages - 100);
    }

    void aCopyInAQueueIsAnAttemptToo()
    {
        QCOMPARE(m_client->call("PUT", "/queues/copy").status, 201);
        subscribe("q", "acs:mns:x:1:queues/copy");
        const QByteArray id = publish("hello");
        const QJsonObject delivered = attempt(1);
        QCOMPARE(delivered.value("outcome"_L1).toString(), u"delivered"_s);
        QCOMPARE(delivered.value("messageId"_L1).toString().toLatin1(), id);
        QCOMPARE(delivered.value("subscription"_L1).toString(), u"q"_s);
        QCOMPARE(delivered.value("endpoint"_L1).toString(), u"acs:mns:x:1:queues/copy"_s);
        QCOMPARE(firstSubscription().value("deliveredLastHour"_L1).toInt(), 1); // counted once
    }

    void ofVeryManyCopiesSomeAreKept()
    {
        constexpr int kSubscriptions = 6;
        constexpr int kMessages = 130;
        startBroker([second = systemTimeMs()](BrokerOptions &options) {
            options.systemTime = [second] { return second; };
        });
        QCOMPARE(m_client->call("PUT", "/queues/copy").status, 201);
        for (int i = 0; i < kSubscriptions; ++i)
            subscribe("q" + QByteArray::number(i), "acs:mns:x:1:queues/copy");
        for (int i = 0; i < kMessages; ++i)
            QVERIFY(!publish("hello").isNull());
        QTRY_COMPARE(attempts("?limit=1000").size(), 500); // of all of them together
        QCOMPARE(firstSubscription().value("deliveredLastHour"_L1).toInt(), kMessages);
        const int kept = int(attempts("?limit=1000&subscription=q0").size());
        QVERIFY2(kept <= 100, qPrintable(QString::number(kept)));
        QCOMPARE(firstSubscription().value("notKeptLastHour"_L1).toInt(), kMessages - kept);
    }

    void everyFailureIsKept()
    {
        constexpr int kMessages = 110; // tried within some seconds: fifty in each
        m_receiver->behave(PushReceiver::Manner::Answer, 500);
        subscribe("web", m_receiver->url());
        for (int i = 0; i < kMessages; ++i)
            QVERIFY(!publish("hello").isNull());
        QTRY_COMPARE_WITH_TIMEOUT(attempts("?failed=true&limit=1000").size(), kMessages, 20'000);
    }

    void aFailureIsKeptWhereNoMoreSuccessesAre()
    {
        constexpr int kDelivered = 130;
        startBroker([second = systemTimeMs()](BrokerOptions &options) {
            options.systemTime = [second] { return second; };
        });
        subscribe("web", m_receiver->url());
        for (int i = 0; i < kDelivered; ++i)
            QVERIFY(!publish("hello").isNull());
        QTRY_COMPARE(firstSubscription().value("deliveredLastHour"_L1).toInt(), kDelivered);
        QCOMPARE(attempts("?limit=1000").size(), 100);
        m_receiver->behave(PushReceiver::Manner::Answer, 500);
        for (int i = 0; i < 10; ++i)
            QVERIFY(!publish("hello").isNull());
        QTRY_COMPARE(attempts("?failed=true&limit=1000").size(), 10);
    }

    void topicsAreFollowedByWhatChanged()
    {
        QCOMPARE(m_client->call("PUT", "/topics/quiet").status, 201);
        const auto look = [this](const QString &cursor) {
            return json(m_client->admin("GET", "/topics?since=" + cursor.toLatin1()));
        };
        const QJsonObject all = look({});
        QVERIFY(all.value("reset"_L1).toBool());
        QCOMPARE(all.value("topics"_L1).toArray().size(), 2);
        const QJsonObject none = look(all.value("cursor"_L1).toString());
        QVERIFY(!none.value("reset"_L1).toBool());
        QVERIFY(none.value("topics"_L1).toArray().isEmpty());
        publish("hello");
        const QJsonArray changed =
            look(none.value("cursor"_L1).toString()).value("topics"_L1).toArray();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().toObject().value("name"_L1).toString(), u"news"_s);
        QCOMPARE(m_client->call("DELETE", "/topics/quiet").status, 204);
        QCOMPARE(look(none.value("cursor"_L1).toString()).value("removed"_L1).toArray(),
                 QJsonArray{u"quiet"_s});
        QCOMPARE(m_client->admin("GET", "/topics?since=never").status, 400);
    }

    void aTopicsCourseIsToldByTheSecond()
    {
        m_receiver->behave(PushReceiver::Manner::Answer, 500);
        subscribe("web", m_receiver->url());
        publish("hello");
        attempt(1);
        const auto seconds = [this] {
            return json(m_client->admin("GET", "/topics/news/metrics"))
                .value("seconds"_L1)
                .toObject();
        };
        const auto web = [&] {
            return seconds().value("subscriptions"_L1).toArray().first().toObject();
        };
        QTRY_COMPARE(sum(web().value("failed"_L1)), 1.0);
        QCOMPARE(web().value("name"_L1).toString(), u"web"_s);
        QCOMPARE(sum(web().value("delivered"_L1)), 0.0);
        QVERIFY(sum(web().value("tookP95Ms"_L1)) > 0);
        QCOMPARE(sum(seconds().value("published"_L1)), 1.0);
        QTRY_VERIFY(web().value("waiting"_L1).toArray().last().toInt() == 1);
        QCOMPARE(web().value("waiting"_L1).toArray().size(), 60);
        QCOMPARE(m_client->admin("GET", "/topics/absent/metrics").status, 404);
    }
};

QTEST_GUILESS_MAIN(TestAttempts)
#include "tst_attempts.moc"
