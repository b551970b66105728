// SPDX-License-Identifier: GPL-3.0-only
#include "core/brokerclock.h"

#include <QTest>

using namespace Signalbox;

class TestBrokerClock : public QObject
{
    Q_OBJECT

private slots:
    void followsTheSystemClock()
    {
        qint64 system = 1000;
        const BrokerClock clock([&] { return system; });
        QCOMPARE(clock.nowMs(), 1000);
        system = 1500;
        QCOMPARE(clock.nowMs(), 1500);
    }

    void neverRunsBackwards()
    {
        qint64 system = 1000;
        const BrokerClock clock([&] { return system; });
        QCOMPARE(clock.nowMs(), 1000);
        system = 400;
        QCOMPARE(clock.nowMs(), 1000);
    }

    void standsStillWhileFrozenAndRunsOnFromThere()
    {
        qint64 system = 1000;
        BrokerClock clock([&] { return system; });
        clock.freeze();
        system = 9000;
        QCOMPARE(clock.nowMs(), 1000);
        clock.advance(500);
        QCOMPARE(clock.nowMs(), 1500);
        clock.run();
        QCOMPARE(clock.nowMs(), 1500);
        system = 9100;
        QCOMPARE(clock.nowMs(), 1600);
    }

    void continuesFromAStoredState()
    {
        qint64 system = 1000;
        BrokerClock first([&] { return system; });
        first.advance(5000);
        BrokerClock second([&] { return system; });
        second.restore(first.state(), 7000);
        QCOMPARE(second.nowMs(), 7000); // the database has seen 7000 already
        system = 4000;
        QCOMPARE(second.nowMs(), 9000);
    }
};

QTEST_GUILESS_MAIN(TestBrokerClock)
#include "tst_brokerclock.moc"
