// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/historychart.h"
#include "console/models/queuechart.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace Signalbox;
using namespace std::chrono_literals;

namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
constexpr qint64 kEndMs = 1'700'000'000'000;

/// A history that ends at \a endMs with these samples of messages sent.
Admin::BrokerHistory history(const Admin::Series &sent, qint64 endMs = kEndMs)
{
    Admin::BrokerHistory made;
    made.endMs = endMs;
    made.sent = sent;
    return made;
}

} // namespace

class TestHistoryChart : public QObject
{
    Q_OBJECT

private slots:
    void aMinuteIsDrawnSecondBySecond()
    {
        Admin::Series sent;
        for (int i = 0; i < 120; ++i)
            sent.append(i);
        const ChartData data = chartData(history(sent), {&Admin::BrokerHistory::sent}, 1min);
        QCOMPARE(data.step, 1.0);
        QCOMPARE(data.size(), 60);
        QCOMPARE(data.times.constLast(), kEndMs / 1000.0);
        QCOMPARE(data.values.at(0).constFirst(), 60.0);
        QCOMPARE(data.values.at(0).constLast(), 119.0);
    }

    void longerSpansAreMeansOverRoundStretches()
    {
        const Admin::Series sent(3600, 4.0);
        const ChartData data =
            chartData(history(sent, kEndMs + 7000), {&Admin::BrokerHistory::sent}, 1h);
        QCOMPARE(data.step, 15.0);
        QVERIFY(data.size() <= 241);
        for (const double time : data.times)
            QCOMPARE(std::fmod(time, 15.0), 0.0);
        for (const double value : data.values.at(0))
            QCOMPARE(value, 4.0);
    }

    void aCurveMovesWithoutChangingItsShape()
    {
        Admin::Series sent;
        for (int i = 0; i < 900; ++i)
            sent.append(std::sin(i / 20.0) * 100);
        const ChartData before = chartData(history(sent.first(899), kEndMs - 1000),
                                           {&Admin::BrokerHistory::sent}, 15min);
        const ChartData after = chartData(history(sent), {&Admin::BrokerHistory::sent}, 15min);
        int compared = 0;
        for (qsizetype i = 0; i + 1 < before.size(); ++i) {
            const qsizetype at = after.times.indexOf(before.times.at(i));
            if (at <= 0)
                continue;
            QCOMPARE(after.values.at(0).at(at), before.values.at(0).at(i));
            ++compared;
        }
        QVERIFY(compared > 100);
    }

    void whatNobodySawIsAGap()
    {
        const ChartData data =
            chartData(history({1, kUnknown, 3}), {&Admin::BrokerHistory::sent}, 1min);
        QCOMPARE(data.size(), 3);
        QVERIFY(std::isnan(data.values.at(0).at(1)));
        QCOMPARE(data.values.at(0).at(2), 3.0);
    }

    void anEmptyHistoryDrawsNothing()
    {
        QVERIFY(chartData(history({}), {&Admin::BrokerHistory::sent}, 1h).isEmpty());
    }

    void aCourseHasFortyPoints()
    {
        QCOMPARE(course({}).size(), 0);
        QCOMPARE(course({kUnknown, kUnknown}).size(), 0);
        QCOMPARE(course({kUnknown, 5, kUnknown, 7}).size(), 3);
        QCOMPARE(course(Admin::Series(7, 1.0)).size(), 7);
        const QList<double> points = course(Admin::Series(3600, 2.0));
        QCOMPARE(points.size(), 40);
        QCOMPARE(points.constLast(), 2.0);
    }

    void queuesAreDrawnBySecondsThenByMinutes()
    {
        Admin::QueueHistory history;
        history.endMs = kEndMs + 400; // within a second, and within a minute
        history.seconds.sent = Admin::Series(60, 3.0);
        history.minutes.intervalMs = 60'000;
        history.minutes.sent = Admin::Series(60, 120.0);
        history.seconds.toReceiveP50Ms = Admin::Series(60, 2500.0);
        const auto sent = &Admin::QueueSamples::sent;
        const ChartData minute = queueChartData(history, {sent}, 1min, QueueValue::PerSecond);
        QCOMPARE(minute.step, 1.0);
        QCOMPARE(minute.size(), 60);
        QCOMPARE(minute.times.constLast(), kEndMs / 1000.0);
        QCOMPARE(minute.values.at(0).constLast(), 3.0);
        const ChartData quarter = queueChartData(history, {sent}, 15min, QueueValue::PerSecond);
        QCOMPARE(quarter.size(), 15);
        QCOMPARE(std::fmod(quarter.times.constLast(), 60), 0.0);
        QCOMPARE(quarter.values.at(0).constFirst(), 2.0);
        const ChartData wait = queueChartData(history, {&Admin::QueueSamples::toReceiveP50Ms}, 1min,
                                              QueueValue::Seconds);
        QCOMPARE(wait.values.at(0).constFirst(), 2.5);
    }

    void whatAnOlderBrokerDoesNotTellIsUnknown()
    {
        Admin::QueueHistory history;
        history.endMs = kEndMs;
        history.seconds.sent = Admin::Series(60, 1.0);
        const ChartData data = queueChartData(
            history, {&Admin::QueueSamples::sent, &Admin::QueueSamples::receivesPerDeleted}, 1min);
        QCOMPARE(data.size(), 60);
        QVERIFY(std::isnan(data.values.at(1).constLast()));
    }

    void theTimeBeforeIsDrawnAtTheTimesOfNow()
    {
        Admin::QueueHistory hour;
        hour.endMs = kEndMs;
        hour.minutes.intervalMs = 60'000;
        for (int i = 0; i < 60; ++i)
            hour.minutes.sent.append(i);
        const QList<QueueSeries> sent{&Admin::QueueSamples::sent};
        const ChartData now = queueChartData(hour, sent, 15min);
        const ChartData before = queueChartData(hour, sent, 15min, QueueValue::AsIs, 15min);
        QCOMPARE(before.times, now.times);
        QCOMPARE(now.values.at(0).constFirst(), 45.0);
        QCOMPARE(before.values.at(0).constFirst(), 30.0);
        QCOMPARE(before.values.at(0).constLast(), 44.0);
        QVERIFY(queueChartData(hour, sent, 1h, QueueValue::AsIs, 1h).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestHistoryChart)
#include "tst_historychart.moc"
