// SPDX-License-Identifier: GPL-3.0-only
#include "metrics/latencyhistogram.h"

#include <QTest>

using namespace Signalbox;
using namespace std::chrono_literals;

class TestLatencyHistogram : public QObject
{
    Q_OBJECT

private slots:
    void hasNoPercentileBeforeTheFirstValue() { QVERIFY(!LatencyHistogram().percentileMs(0.5)); }

    void percentileIsWithinAQuarterAboveTheValue_data()
    {
        QTest::addColumn<qint64>("microseconds");
        for (const qint64 us :
             {1, 2, 3, 4, 5, 7, 8, 100, 999, 1000, 1024, 65'000, 1'000'000, 100'000'000})
            QTest::addRow("%lld us", static_cast<long long>(us)) << us;
    }
    void percentileIsWithinAQuarterAboveTheValue()
    {
        QFETCH(qint64, microseconds);
        LatencyHistogram histogram;
        histogram.record(std::chrono::microseconds(microseconds));
        const double estimate = histogram.percentileMs(0.5).value() * 1000;
        QVERIFY2(estimate >= double(microseconds) && estimate <= 1.25 * double(microseconds) + 1,
                 qPrintable(QString::number(estimate)));
    }

    void percentilesSplitTheValuesByRank()
    {
        LatencyHistogram histogram;
        for (int i = 0; i < 95; ++i)
            histogram.record(1ms);
        for (int i = 0; i < 5; ++i)
            histogram.record(100ms);
        QVERIFY(histogram.percentileMs(0.50).value() < 2);
        QVERIFY(histogram.percentileMs(0.95).value() < 2);
        QVERIFY(histogram.percentileMs(0.99).value() > 99);
    }

    void countWithinIsExactAtPowersOfTwo()
    {
        LatencyHistogram histogram;
        histogram.record(1024us);
        histogram.record(1025us);
        QCOMPARE(histogram.countWithin(1024us), 1u);
        QCOMPARE(histogram.countWithin(2048us), 2u);
    }

    void additionKeepsCountAndSum()
    {
        LatencyHistogram one;
        one.record(3ms);
        LatencyHistogram two;
        two.record(5ms);
        one.add(two);
        QCOMPARE(one.count(), 2u);
        QCOMPARE(one.sum().count(), 8000);
    }
};

QTEST_GUILESS_MAIN(TestLatencyHistogram)
#include "tst_latencyhistogram.moc"
