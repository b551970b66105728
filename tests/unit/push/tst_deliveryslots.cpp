// SPDX-License-Identifier: GPL-3.0-only
#include "push/deliveryslots.h"

#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;

/// Who may push how much at once.
class TestDeliverySlots : public QObject
{
    Q_OBJECT

private:
    static QString endpoint(int number) { return u"http://a/%1"_s.arg(number); }

    /// Takes all that the slots give to \a endpoint, which has answered before.
    static int takeProven(DeliverySlots &all, const QString &endpoint)
    {
        for (int i = 0; i < EndpointWindow::kDefaultMost; ++i)
            all.succeeded(endpoint);
        int taken = 0;
        for (int room = all.room(endpoint); room > 0; room = all.room(endpoint)) {
            all.take(endpoint, room);
            taken += room;
        }
        return taken;
    }
    /// How many of \a count endpoints get a slot each.
    static int takeOneEach(DeliverySlots &all, int count, bool haveFailed)
    {
        int taken = 0;
        for (int i = 0; i < count; ++i) {
            if (haveFailed)
                all.failed(endpoint(i), 1);
            const int room = all.room(endpoint(i));
            all.take(endpoint(i), room);
            taken += room;
        }
        return taken;
    }

private slots:
    void windowsGrowWithSuccessAndFallWithFailure()
    {
        DeliverySlots all;
        QCOMPARE(all.room(endpoint(1)), 1);
        QCOMPARE(all.underWay(), 0);
        all.take(endpoint(1), 1);
        QCOMPARE(all.room(endpoint(1)), 0);
        QCOMPARE(all.underWay(), 1);
        all.succeeded(endpoint(1));
        all.giveBack(endpoint(1), 1);
        QVERIFY(all.isProven(endpoint(1)));
        QCOMPARE(all.room(endpoint(1)), 2);
        for (int i = 0; i < 100; ++i)
            all.succeeded(endpoint(1));
        QCOMPARE(all.room(endpoint(1)), EndpointWindow::kDefaultMost);
        all.failed(endpoint(1), 1);
        QVERIFY(!all.isProven(endpoint(1)));
        QCOMPARE(all.room(endpoint(1)), 1);
    }

    void fewAreLeftUntilTheyAreWorthAClaim()
    {
        DeliverySlots all;
        QCOMPARE(takeProven(all, endpoint(1)), EndpointWindow::kDefaultMost);
        all.giveBack(endpoint(1), 3);
        QCOMPARE(all.room(endpoint(1)), 0);
        all.giveBack(endpoint(1), 1);
        QCOMPARE(all.room(endpoint(1)), 4);
    }

    void failedEndpointsHaveHalfOfAll()
    {
        DeliverySlots all;
        QCOMPARE(takeOneEach(all, 500, true), DeliveryLimits().failed());
        QCOMPARE(all.room(u"http://new"_s), 1);
        QCOMPARE(takeProven(all, u"http://good"_s), EndpointWindow::kDefaultMost);
    }

    void newEndpointsLeaveAQuarterToProvenOnes()
    {
        DeliverySlots all;
        QCOMPARE(takeOneEach(all, 500, false), DeliveryLimits().unproven());
        QCOMPARE(takeProven(all, u"http://good"_s), EndpointWindow::kDefaultMost);
    }

    void anEndpointThatBeginsToHangIsCountedAmongTheFailed()
    {
        DeliverySlots all;
        for (int i = 0; i < 9; ++i)
            takeProven(all, endpoint(1000 + i));
        for (int i = 0; i < 9; ++i)
            all.failed(endpoint(1000 + i), 1); // with all that they hold: more than half
        QCOMPARE(takeOneEach(all, 500, true), 0);
        for (int i = 0; i < 9; ++i)
            all.giveBack(endpoint(1000 + i), EndpointWindow::kDefaultMost);
        QCOMPARE(takeOneEach(all, 500, true), DeliveryLimits().failed());
    }

    void whoeverRefusesAllTheTimeIsLeftAloneForTheRestOfTheSecond()
    {
        DeliverySlots all;
        for (int i = 1; i < EndpointWindow::kMaxFailuresPerSecond; ++i)
            all.failed(endpoint(1), 7000);
        QVERIFY(!all.rests(endpoint(1), 7000));
        all.failed(endpoint(1), 7000);
        QVERIFY(all.rests(endpoint(1), 7000));
        QVERIFY(!all.rests(endpoint(2), 7000));
        QVERIFY(!all.rests(endpoint(1), 8999));
        all.failed(endpoint(1), 8999);
        QVERIFY(!all.rests(endpoint(1), 8999)); // it is counted anew
    }

    void oneSuccessEndsTheRest()
    {
        DeliverySlots all;
        for (int i = 0; i < EndpointWindow::kMaxFailuresPerSecond; ++i)
            all.failed(endpoint(1), 7000);
        all.succeeded(endpoint(1));
        QVERIFY(!all.rests(endpoint(1), 7000));
    }

    void limitsAreThoseThatWereSet()
    {
        DeliverySlots few({.inAll = 8, .perEndpoint = 2});
        QCOMPARE(takeProven(few, u"http://good"_s), 2);
        QCOMPARE(takeOneEach(few, 500, true), 4);
        DeliverySlots many({.inAll = 1024, .perEndpoint = 64});
        for (int i = 0; i < 100; ++i)
            many.succeeded(endpoint(1));
        QCOMPARE(many.room(endpoint(1)), 64);
    }

    void whoeverComesNextFindsASlot()
    {
        DeliverySlots all;
        for (int i = 0; i < 20; ++i)
            QVERIFY2(takeProven(all, endpoint(i)) > 0, qPrintable(QString::number(i)));
    }
};

QTEST_APPLESS_MAIN(TestDeliverySlots)
#include "tst_deliveryslots.moc"
