// SPDX-License-Identifier: GPL-3.0-only
#include "metrics/refusaltally.h"

#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kNow = 1'700'000'000'000;

void pass(RefusalTally &tally, int minutes)
{
    for (int i = 0; i < minutes; ++i)
        tally.close(60, 1);
}

} // namespace

class TestRefusalTally : public QObject
{
    Q_OBJECT

private slots:
    void keysAreCountedApartTheMostRefusedFirst()
    {
        RefusalTally tally;
        tally.add(u"old"_s, ErrorCode::InvalidAccessKeyId, kNow);
        for (int i = 0; i < 3; ++i)
            tally.add(u"app"_s, ErrorCode::SignatureDoesNotMatch, kNow + i);
        pass(tally, 1);
        const auto keys = tally.recent(10);
        QCOMPARE(keys.size(), 2U);
        QCOMPARE(keys[0].accessKeyId, u"app"_s);
        QCOMPARE(keys[0].refusals, 3);
        QCOMPARE(keys[0].lastCode, ErrorCode::SignatureDoesNotMatch);
        QCOMPARE(keys[0].lastAtMs, kNow + 2);
        QCOMPARE(keys[1].accessKeyId, u"old"_s);
        QCOMPARE(tally.recent(1).size(), 1U);
    }

    void whatSaysNothingOfTheKeyIsNotCounted()
    {
        RefusalTally tally;
        tally.add(u"app"_s, ErrorCode::QueueNotExist, kNow);
        tally.add(u"app"_s, ErrorCode::InternalError, kNow);
        tally.add({}, ErrorCode::AccessDenied, kNow);
        QVERIFY(tally.recent(10).empty());
    }

    void tenMinutesAreRemembered()
    {
        RefusalTally tally;
        const auto count = [&tally] {
            const auto keys = tally.recent(10);
            return keys.empty() ? 0 : int(keys[0].refusals);
        };
        for (int minute = 0; minute < 25; ++minute) {
            if (minute > 0)
                pass(tally, 1);
            tally.add(u"app"_s, ErrorCode::AccessDenied, kNow);
        }
        QCOMPARE(count(), 10);
        pass(tally, 6);
        QCOMPARE(count(), 4);
        pass(tally, 3);
        QCOMPARE(count(), 1);
        pass(tally, 1);
        QCOMPARE(count(), 0);
        pass(tally, 56);
        tally.add(u"app"_s, ErrorCode::AccessDenied, kNow);
        QCOMPARE(count(), 1);
    }

    void aClockThatGoesBackLosesNothing()
    {
        RefusalTally tally;
        tally.add(u"app"_s, ErrorCode::AccessDenied, kNow);
        tally.add(u"app"_s, ErrorCode::AccessDenied, kNow - 300'000);
        QCOMPARE(tally.recent(10)[0].refusals, 2);
    }

    void madeUpKeysTakeBoundedRoom()
    {
        RefusalTally tally;
        tally.add(u"app"_s, ErrorCode::AccessDenied, kNow);
        for (size_t i = 0; i < 2 * RefusalTally::kMaxKeys; ++i)
            tally.add(QString::number(i), ErrorCode::InvalidAccessKeyId, kNow);
        QCOMPARE(tally.recent(10'000).size(), RefusalTally::kMaxKeys);
        // They make room once they are old.
        pass(tally, 11);
        tally.add(u"new"_s, ErrorCode::AccessDenied, kNow);
        const auto keys = tally.recent(10);
        QCOMPARE(keys.size(), 1U);
        QCOMPARE(keys[0].accessKeyId, u"new"_s);
    }
};

QTEST_GUILESS_MAIN(TestRefusalTally)
#include "tst_refusaltally.moc"
