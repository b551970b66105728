// SPDX-License-Identifier: GPL-3.0-only
#include "metrics/brokermetrics.h"

#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;

/// What is counted about topics and subscriptions, second by second.
class TestPushTraffic : public QObject
{
    Q_OBJECT

private:
    static constexpr qint64 kTopic = 3;
    static constexpr qint64 kSubscription = 4;

    BrokerMetrics m_metrics;
    qint64 m_nowMs = 1'700'000'000'000;

    void tick(int seconds = 1)
    {
        for (int i = 0; i < seconds; ++i) {
            m_nowMs += 1000;
            m_metrics.tick(m_nowMs, {}, [](qint64) { return QueueCounts(); });
        }
    }

private slots:
    void init() { m_metrics = BrokerMetrics(); }

    void ratesAreOfTheLastSeconds()
    {
        for (int i = 0; i < 10; ++i)
            m_metrics.published(kTopic);
        QCOMPARE(m_metrics.pushes().topic(kTopic).perSecond(), 0.0);
        tick();
        QCOMPARE(m_metrics.pushes().topic(kTopic).perSecond(), 2.0);
        QCOMPARE(m_metrics.history().newest().published, 10U);
        tick(HourlyCount::kRateSeconds);
        QCOMPARE(m_metrics.pushes().topic(kTopic).perSecond(), 0.0);
        QCOMPARE(m_metrics.pushes().topic(kTopic).lastHour(), 10);
    }

    void anHourLaterNothingIsLeft()
    {
        m_metrics.pushed({.subscription = kSubscription});
        const auto delivered = [this] {
            return m_metrics.pushes().subscription(kSubscription).delivered;
        };
        QCOMPARE(delivered().lastHour(), 1);
        tick(11 * 60);
        QCOMPARE(delivered().lastMinutes(10), 0);
        QCOMPARE(delivered().lastHour(), 1);
        tick(50 * 60 + 1);
        QCOMPARE(delivered().lastHour(), 0);
    }

    void theLastTrySaysHowItStands()
    {
        m_metrics.pushFailed({.subscription = kSubscription}, u"refused"_s, 5000);
        const SubscriptionTraffic &traffic = m_metrics.pushes().subscription(kSubscription);
        QCOMPARE(traffic.lastError, u"refused"_s);
        QCOMPARE(traffic.nextAtMs, 5000);
        m_metrics.pushed({.subscription = kSubscription, .isRetry = true});
        QVERIFY(traffic.lastError.isEmpty());
        QCOMPARE(traffic.nextAtMs, 0);
        QCOMPARE(m_metrics.totals().pushed, 1U);
        QCOMPARE(m_metrics.totals().pushFailed, 1U);
        QCOMPARE(m_metrics.totals().pushRetried, 1U);
    }

    void theCourseEndsWithTheMinuteUnderWay()
    {
        m_metrics.published(kTopic);
        tick(61);
        m_metrics.published(kTopic);
        m_metrics.published(kTopic);
        const HourlyCount::Spark course = m_metrics.pushes().topic(kTopic).spark();
        QCOMPARE(course.back(), 2);
        QCOMPARE(course.front(), 0);
    }

    void whatIsForgottenIsZero()
    {
        m_metrics.pushed({.subscription = kSubscription});
        m_metrics.published(kTopic);
        m_metrics.pushes().forgetSubscription(kSubscription);
        m_metrics.pushes().forgetTopic(kTopic);
        QCOMPARE(m_metrics.pushes().subscription(kSubscription).delivered.lastHour(), 0);
        QCOMPARE(m_metrics.pushes().topic(kTopic).lastHour(), 0);
    }
};

QTEST_GUILESS_MAIN(TestPushTraffic)
#include "tst_pushtraffic.moc"
