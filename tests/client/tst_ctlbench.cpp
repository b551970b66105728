// SPDX-License-Identifier: GPL-3.0-only
#include "ctlsuite.h"

#include <QTest>

using namespace Signalbox::Test;
using namespace Qt::StringLiterals;

/// What `signalboxctl bench` measures, and that it leaves nothing behind.
class TestCtlBench : public CtlSuite
{
    Q_OBJECT

private slots:
    void benchGivesARowForEachPhase()
    {
        const QJsonArray rows =
            json(u"bench --messages 64 --connections 4 --body-bytes 100"_s).array();
        QStringList operations;
        for (const QJsonValue &value : rows) {
            const QJsonObject row = value.toObject();
            operations.append(row.value("operation"_L1).toString());
            QCOMPARE(names(row),
                     sorted({u"operation"_s, u"connections"_s, u"body_bytes"_s, u"batch"_s,
                             u"durability"_s, u"rate_per_s"_s, u"p50_ms"_s, u"p95_ms"_s,
                             u"p99_ms"_s, u"errors"_s}));
            QCOMPARE(row.value("errors"_L1), QJsonValue(0));
            QCOMPARE(row.value("connections"_L1), QJsonValue(4));
            QCOMPARE(row.value("body_bytes"_L1), QJsonValue(100));
            QCOMPARE(row.value("durability"_L1), QJsonValue(u"full"_s));
            QCOMPARE(row.value("batch"_L1).toInt(),
                     operations.last().startsWith(u"Batch"_s) ? 16 : 1);
            QVERIFY(row.value("rate_per_s"_L1).toDouble() > 0);
            QVERIFY(row.value("p50_ms"_L1).toDouble() > 0);
            QVERIFY(row.value("p99_ms"_L1).toDouble() >= row.value("p50_ms"_L1).toDouble());
        }
        QCOMPARE(operations,
                 (QStringList{u"SendMessage"_s, u"ReceiveMessage"_s, u"DeleteMessage"_s,
                              u"BatchSendMessage"_s, u"BatchReceiveMessage"_s,
                              u"BatchDeleteMessage"_s, u"Mixed"_s}));
        QCOMPARE(json(u"queue list"_s).array(), QJsonArray()); // it cleans up behind itself
    }

    void benchFillsBacklogs_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("ready");
        QTest::addColumn<int>("leased");
        QTest::addColumn<int>("delayed");
        QTest::newRow("ready") << u"ready"_s << 320 << 0 << 0;
        QTest::newRow("half leased") << u"half-leased"_s << 160 << 160 << 0;
        QTest::newRow("half delayed") << u"half-delayed"_s << 160 << 0 << 160;
    }

    void benchFillsBacklogs()
    {
        QFETCH(const QString, kind);
        QFETCH(const int, ready);
        QFETCH(const int, leased);
        QFETCH(const int, delayed);
        QCOMPARE(ctl(u"queue create demo --visibility 1h"_s).exitCode, 0);
        const CtlResult result =
            ctl(u"bench --queue demo --phases send --messages 10 --connections 2 --body-bytes 10 "
                "--backlog 320 --backlog-kind "_s
                + kind);
        QCOMPARE(result.exitCode, 0);
        const QJsonObject queue = json(u"queue show demo"_s).object();
        QCOMPARE(queue.value("ready"_L1).toInt(), ready + 10);
        QCOMPARE(queue.value("leased"_L1).toInt(), leased);
        QCOMPARE(queue.value("delayed"_L1).toInt(), delayed);
    }

    void benchHoldsIdlePolls()
    {
        const QJsonArray rows = json(u"bench --idle-polls 20 --seconds 1"_s).array();
        QCOMPARE(rows.size(), 1);
        const QJsonObject row = rows.first().toObject();
        QCOMPARE(row.value("operation"_L1), QJsonValue(u"IdlePoll"_s));
        QCOMPARE(row.value("connections"_L1), QJsonValue(20));
        QCOMPARE(row.value("errors"_L1), QJsonValue(0));
        QVERIFY(row.value("p50_ms"_L1).toDouble() >= 900);
    }

    void benchTopicCountsWhatArrives()
    {
        const QJsonArray rows = json(u"bench topic --messages 5 --connections 2 --body-bytes 100 "
                                     "--subscriptions 1,3 --endpoints 2 --hanging 3 --seconds 1"_s)
                                    .array();
        QStringList operations;
        for (const QJsonValue &value : rows) {
            const QJsonObject row = value.toObject();
            operations.append(row.value("operation"_L1).toString());
            QCOMPARE(names(row),
                     sorted({u"operation"_s, u"subscriptions"_s, u"hanging"_s, u"connections"_s,
                             u"body_bytes"_s, u"key_bits"_s, u"durability"_s, u"publishes_per_s"_s,
                             u"rate_per_s"_s, u"p50_ms"_s, u"p95_ms"_s, u"p99_ms"_s, u"ratio"_s,
                             u"ratio_to"_s, u"errors"_s, u"lost"_s}));
            QCOMPARE(row.value("durability"_L1), QJsonValue(u"full"_s));
            QCOMPARE(row.value("errors"_L1), QJsonValue(0));
            QCOMPARE(row.value("lost"_L1), QJsonValue(0));
            QVERIFY(row.value("rate_per_s"_L1).toDouble() > 0);
            const bool isCompared = operations.last().startsWith(u"P"_s);
            QCOMPARE(row.value("ratio"_L1).toDouble() > 0, isCompared);
            QCOMPARE(row.value("ratio_to"_L1).isString(), isCompared);
        }
        QCOMPARE(operations,
                 (QStringList{u"SendMessage"_s, u"PublishToQueues"_s, u"PublishToQueues"_s,
                              u"Signature"_s, u"PushOverHttp"_s, u"PushBesideHanging"_s}));
        QCOMPARE(rows.at(2).toObject().value("subscriptions"_L1), QJsonValue(3));
        QCOMPARE(rows.at(3).toObject().value("key_bits"_L1), QJsonValue(2048));
        QCOMPARE(rows.at(5).toObject().value("subscriptions"_L1), QJsonValue(2));
        QCOMPARE(rows.at(5).toObject().value("hanging"_L1), QJsonValue(3));
        QCOMPARE(json(u"queue list"_s).array(), QJsonArray()); // it cleans up behind itself
        QCOMPARE(json(u"topic list"_s).array(), QJsonArray());
    }

    void benchTopicSaysWhatIsLost()
    {
        m_broker = std::make_unique<RunningBroker>([](Signalbox::BrokerOptions &options) {
            options.push.deniedSubnets = QStringList{u"127.0.0.0/8"_s};
        });
        const CtlResult result = ctl(u"bench topic --phases push --messages 5 --connections 2 "
                                     "--endpoints 2 --seconds 1 --delivery-limit 1s --json"_s);
        QCOMPARE(result.exitCode, 1);
        QCOMPARE(result.array().last().toObject().value("lost"_L1), QJsonValue(10));
        QVERIFY(result.err.contains("10 deliveries did not arrive."));
    }

    void benchTopicCleansUpBehindAFailure()
    {
        m_broker = std::make_unique<RunningBroker>(
            [](Signalbox::BrokerOptions &options) { options.quotas.maxQueuesPerAccount = 3; });
        QCOMPARE(ctl(u"bench topic --phases queues --messages 5 --subscriptions 1,10"_s).exitCode,
                 1);
        QCOMPARE(json(u"queue list"_s).array(), QJsonArray());
        QCOMPARE(json(u"topic list"_s).array(), QJsonArray());
    }
};

QTEST_GUILESS_MAIN(TestCtlBench)
#include "tst_ctlbench.moc"
