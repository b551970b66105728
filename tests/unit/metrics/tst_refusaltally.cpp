// SPDX-License-Identifier: GPL-3.0-only
#include "metrics/refusaltally.h"

#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMinute = 60'000;
constexpr qint64 kNow = 30'000'000 * kMinute;

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
        const auto keys = tally.recent(kNow + kMinute, 10);
        QCOMPARE(keys.size(), 2U);
        QCOMPARE(keys[0].accessKeyId, u"app"_s);
        QCOMPARE(keys[0].refusals, 3U);
        QCOMPARE(keys[0].lastCode, ErrorCode::SignatureDoesNotMatch);
        QCOMPARE(keys[0].lastAtMs, kNow + 2);
        QCOMPARE(keys[1].accessKeyId, u"old"_s);
        QCOMPARE(tally.recent(kNow, 1).size(), 1U);
    }

    void whatSaysNothingOfTheKeyIsNotCounted()
    {
        RefusalTally tally;
        tally.add(u"app"_s, ErrorCode::QueueNotExist, kNow);
        tally.add(u"app"_s, ErrorCode::InternalError, kNow);
        tally.add({}, ErrorCode::AccessDenied, kNow);
        QVERIFY(tally.recent(kNow, 10).empty());
    }

    void tenMinutesAreRemembered()
    {
        RefusalTally tally;
        for (int minute = 0; minute < 25; ++minute) // round the ring, and again
            tally.add(u"app"_s, ErrorCode::AccessDenied, kNow + minute * kMinute);
        const auto count = [&tally](int minute) {
            const auto keys = tally.recent(kNow + minute * kMinute, 10);
            return keys.empty() ? 0 : int(keys[0].refusals);
        };
        QCOMPARE(count(24), 10);
        QCOMPARE(count(30), 4);
        QCOMPARE(count(33), 1);
        QCOMPARE(count(34), 0);
        tally.add(u"app"_s, ErrorCode::AccessDenied, kNow + 90 * kMinute);
        QCOMPARE(count(90), 1);
    }

    void aClockThatGoesBackLosesNothing()
    {
        RefusalTally tally;
        tally.add(u"app"_s, ErrorCode::AccessDenied, kNow);
        tally.add(u"app"_s, ErrorCode::AccessDenied, kNow - 5 * kMinute);
        QCOMPARE(tally.recent(kNow, 10)[0].refusals, 2U);
    }

    void madeUpKeysTakeBoundedRoom()
    {
        RefusalTally tally;
        tally.add(u"app"_s, ErrorCode::AccessDenied, kNow);
        for (size_t i = 0; i < 2 * RefusalTally::kMaxKeys; ++i)
            tally.add(QString::number(i), ErrorCode::InvalidAccessKeyId, kNow);
        QCOMPARE(tally.recent(kNow, 10'000).size(), RefusalTally::kMaxKeys);
        // They make room once they are old.
        tally.add(u"new"_s, ErrorCode::AccessDenied, kNow + 11 * kMinute);
        const auto keys = tally.recent(kNow + 11 * kMinute, 10);
        QCOMPARE(keys.size(), 1U);
        QCOMPARE(keys[0].accessKeyId, u"new"_s);
    }
};

QTEST_GUILESS_MAIN(TestRefusalTally)
#include "tst_refusaltally.moc"
