// SPDX-License-Identifier: GPL-3.0-only
#include "push/deliveryslots.h"
#include "pushsuite.h"

#include <QTest>

#include <atomic>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// How much is under way at once: slow, dead and limited endpoints beside others.
class TestPushPacing : public PushSuite
{
    Q_OBJECT

private:
    using SystemTime = std::shared_ptr<std::atomic<qint64>>; // the broker's threads read it

    static constexpr char kTwoASecond[] =
        "<TenantRateLimitPolicy><Enabled>true</Enabled><MaxReceivesPerSecond>2"
        "</MaxReceivesPerSecond></TenantRateLimitPolicy>";

    /// Another broker on a system clock that only the test moves.
    SystemTime startAt(qint64 ms)
    {
        const auto systemMs = std::make_shared<std::atomic<qint64>>(ms);
        startBroker([systemMs](BrokerOptions &options) {
            options.systemTime = [systemMs] { return systemMs->load(); };
        });
        return systemMs;
    }

private slots:
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

    void aRateLimitHolds()
    {
        const SystemTime systemMs = startAt(systemTimeMs());
        PushReceiver other;
        subscribe("slow", m_receiver->url(), kTwoASecond);
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
        const SystemTime systemMs = startAt(systemTimeMs() / 1000 * 1000 + 900);
        PushReceiver other;
        subscribe("slow", m_receiver->url(), kTwoASecond);
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
        const SystemTime systemMs = startAt(systemTimeMs());
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
};

QTEST_GUILESS_MAIN(TestPushPacing)
#include "tst_pushpacing.moc"
