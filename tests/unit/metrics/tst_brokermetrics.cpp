// SPDX-License-Identifier: GPL-3.0-only
#include "metrics/brokermetrics.h"

#include <QTest>

using namespace Signalbox;
using namespace std::chrono_literals;

class TestBrokerMetrics : public QObject
{
    Q_OBJECT

private:
    static constexpr qint64 kQueue = 7;
    static constexpr qint64 kStartMs = 1'700'000'000'000;

    qint64 m_nowMs = kStartMs;
    QueueCounts m_counts;

    std::vector<qint64> tick(BrokerMetrics &metrics, qint64 afterMs = 1000)
    {
        m_nowMs += afterMs;
        return metrics.tick(m_nowMs, m_counts, [this](qint64) { return m_counts; });
    }

private slots:
    void init()
    {
        m_nowMs = kStartMs;
        m_counts = {};
    }

    void countsASecondOfTheWholeBroker()
    {
        BrokerMetrics metrics;
        metrics.sent(kQueue, 3);
        metrics.received(kQueue, 2);
        metrics.deleted(kQueue, 1);
        metrics.request(RequestOutcome::Answered, 1ms);
        metrics.request(RequestOutcome::Refused, 1ms);
        metrics.committed(2ms, 5);
        m_counts.ready = 2;
        tick(metrics);

        const BrokerSample &sample = metrics.history().newest();
        QVERIFY(sample.present);
        QCOMPARE(sample.sent, 3u);
        QCOMPARE(sample.received, 2u);
        QCOMPARE(sample.deleted, 1u);
        QCOMPARE(sample.requests, 2u);
        QCOMPARE(sample.errors, 1u);
        QCOMPARE(sample.ready, 2);
        QVERIFY(sample.commitP50Ms >= 2.0F && sample.commitP50Ms < 3.0F);
        QCOMPARE(metrics.totals().requests(), 2u);
        QCOMPARE(metrics.totals().commands, 5u);

        tick(metrics);
        QCOMPARE(metrics.history().newest().sent, 0u);
        QCOMPARE(metrics.history().newest().commitP50Ms, BrokerSample::kNone);
        QCOMPARE(metrics.recentCommits().count(), 1u);
    }

    void missedSecondsHaveNoSample()
    {
        BrokerMetrics metrics;
        tick(metrics);
        tick(metrics, 4000);
        QVERIFY(metrics.history().newest(0).present);
        QVERIFY(!metrics.history().newest(1).present);
        QVERIFY(!metrics.history().newest(3).present);
        QVERIFY(metrics.history().newest(4).present);
        QCOMPARE(metrics.historyEndMs(), m_nowMs);
    }

    void aTickThatComesEarlyEndsNoSecond()
    {
        BrokerMetrics metrics;
        tick(metrics);
        tick(metrics, 100);
        QCOMPARE(metrics.history().pushed(), 1);
    }

    void aSystemClockSetBackDoesNotStopTheHistory()
    {
        BrokerMetrics metrics;
        tick(metrics);
        tick(metrics, -3'600'000);
        tick(metrics);
        QCOMPARE(metrics.history().pushed(), 3);
    }

    void ratesFadeAndAreReportedUntilTheyAreGone()
    {
        BrokerMetrics metrics;
        metrics.sent(kQueue, 50);
        QCOMPARE(tick(metrics), std::vector<qint64>{kQueue});
        QCOMPARE(metrics.rates(kQueue).sent, 10.0);
        int reports = 0;
        for (int second = 0; second < 10; ++second)
            reports += int(tick(metrics).size());
        QCOMPARE(metrics.rates(kQueue).sent, 0.0);
        QVERIFY(reports >= 1 && reports <= 2); // the fading, and perhaps a minute that ended
    }

    void minutesAddUpTheirSeconds()
    {
        BrokerMetrics metrics;
        for (int second = 0; second < 121; ++second) {
            metrics.sent(kQueue, 2);
            ++m_counts.ready;
            tick(metrics);
        }
        const QueueTraffic &traffic = *metrics.queue(kQueue);
        QCOMPARE(traffic.minute(0, 24h).sent, 120u);
        QVERIFY(traffic.minute(0, 24h).backlog > traffic.minute(1, 24h).backlog);
    }

    void timeInQueueIsToldForSecondsAndMinutes()
    {
        BrokerMetrics metrics;
        const auto ms = [](quint8 bucket) { return LatencyHistogram::bucketMs(bucket); };
        m_nowMs = kStartMs - kStartMs % 60'000; // a whole minute
        const std::chrono::milliseconds wait = 3s;
        metrics.received(kQueue, 2, {&wait, 1}); // the other was received before
        const Departure departure{5s, 4};
        metrics.deleted(kQueue, 1, {&departure, 1});
        tick(metrics);
        const QueueSample second = metrics.queue(kQueue)->second(0, 24h);
        QVERIFY(*ms(second.toReceive.p50) >= 3000 && *ms(second.toReceive.p99) <= 3750);
        QVERIFY(*ms(second.toDelete.p50) >= 5000 && *ms(second.toDelete.p99) <= 6250);
        QCOMPARE(second.departed, 1u);
        QCOMPARE(second.receives, 4u);
        tick(metrics);
        QVERIFY(!ms(metrics.queue(kQueue)->second(0, 24h).toReceive.p50));
        for (int more = 0; more < 58; ++more)
            tick(metrics);
        const QueueSample minute = metrics.queue(kQueue)->minute(0, 24h);
        QVERIFY(*ms(minute.toReceive.p50) >= 3000);
        QCOMPARE(minute.receives, 4u);
        for (int more = 0; more < 60; ++more)
            tick(metrics);
        QVERIFY(!ms(metrics.queue(kQueue)->minute(0, 24h).toDelete.p50));
        QCOMPARE(metrics.queue(kQueue)->minute(0, 24h).receives, 0u);
    }

    void sparkOfAQuietQueueIsFlat()
    {
        const BrokerMetrics metrics;
        const QueueTraffic::Spark spark = metrics.spark(kQueue, 12, 24h);
        QCOMPARE(spark.front(), 12);
        QCOMPARE(spark.back(), 12);
    }

    void sparkShowsTheBacklogBeforeTheFirstTraffic()
    {
        BrokerMetrics metrics;
        m_counts.ready = 15; // 10 were there, 5 came
        metrics.sent(kQueue, 5);
        tick(metrics);
        const QueueTraffic::Spark spark = metrics.spark(kQueue, 15, 24h);
        QCOMPARE(spark.front(), 10);
        QCOMPARE(spark.back(), 15);
    }

    void sparkShowsNothingBeforeTheQueueWasThere_data()
    {
        QTest::addColumn<bool>("hadTraffic");
        QTest::newRow("quiet") << false;
        QTest::newRow("with traffic") << true;
    }

    void sparkShowsNothingBeforeTheQueueWasThere()
    {
        QFETCH(bool, hadTraffic);
        BrokerMetrics metrics;
        m_counts.ready = 9; // moved here, which is no traffic
        if (hadTraffic) {
            metrics.received(kQueue, 1);
            tick(metrics);
        }
        const QueueTraffic::Spark fresh = metrics.spark(kQueue, 9, 5s);
        QCOMPARE(std::count(fresh.begin(), fresh.end(), 0), QueueTraffic::kSparkPoints - 1);
        QCOMPARE(fresh.back(), 9);

        const QueueTraffic::Spark halfAnHour = metrics.spark(kQueue, 9, 30min);
        QCOMPARE(halfAnHour.front(), 0);
        QCOMPARE(halfAnHour.at(19), 0);
        QCOMPARE(halfAnHour.at(21), 9);
        QCOMPARE(halfAnHour.back(), 9);
    }

    void historyShowsNothingBeforeTheQueueWasThere()
    {
        BrokerMetrics metrics;
        m_counts.ready = 9; // moved here, which is no traffic
        metrics.received(kQueue, 1);
        tick(metrics);
        const QueueTraffic &traffic = *metrics.queue(kQueue);
        QCOMPARE(traffic.minute(59, 24h).ready, 9u);
        QCOMPARE(traffic.minute(59, 30min).ready, 0u);
        QCOMPARE(traffic.minute(29, 30min).ready, 9u);
        QCOMPARE(traffic.second(59, 30s).ready, 0u);
        QCOMPARE(traffic.second(29, 30s).ready, 9u);
        QCOMPARE(traffic.second(0, 0s).ready, 9u); // a stopped clock hides nothing measured
        QCOMPARE(traffic.second(0, 0s).received, 1u);
    }

    void historyOfAQueueIsFreedAfterAnIdleHour()
    {
        BrokerMetrics metrics;
        metrics.sent(kQueue, 1);
        tick(metrics);
        for (int second = 0; second < 3599; ++second)
            tick(metrics);
        QVERIFY(metrics.queue(kQueue));
        tick(metrics);
        QVERIFY(!metrics.queue(kQueue));
    }

    void forgottenQueueHasNoHistory()
    {
        BrokerMetrics metrics;
        metrics.sent(kQueue, 1);
        metrics.forgetQueue(kQueue);
        QVERIFY(!metrics.queue(kQueue));
        QVERIFY(tick(metrics).empty());
    }
};

QTEST_GUILESS_MAIN(TestBrokerMetrics)
#include "tst_brokermetrics.moc"
