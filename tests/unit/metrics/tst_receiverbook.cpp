// SPDX-License-Identifier: GPL-3.0-only
#include "metrics/receiverbook.h"

#include <QTest>

using namespace Signalbox;

class TestReceiverBook : public QObject
{
    Q_OBJECT

private:
    static constexpr qint64 kQueue = 7;
    static constexpr qint64 kStartMs = 1'700'000'000'000;

    qint64 m_nowMs = kStartMs;

    static ReceiverId worker(const QString &agent, qint64 queue = kQueue)
    {
        return {queue, QStringLiteral("10.0.0.1"), agent};
    }
    void pass(ReceiverBook &book, qint64 seconds = 1)
    {
        m_nowMs += seconds * 1000;
        book.closeSeconds(seconds, m_nowMs);
    }

private slots:
    void init() { m_nowMs = kStartMs; }

    void theReceiverSeenLastComesFirst()
    {
        ReceiverBook book;
        book.asked(worker(QStringLiteral("one")));
        book.asked(worker(QStringLiteral("two")));
        book.received(worker(QStringLiteral("one")), 3);
        const std::vector<ReceiverActivity> found = book.of(kQueue);
        QCOMPARE(found.size(), 2U);
        QCOMPARE(found.front().agent, QStringLiteral("one"));
        QCOMPARE(found.front().received, 3U);
        QCOMPARE(found.front().lastSeenMs, 0); // just now
        QVERIFY(book.of(kQueue + 1).empty());
    }

    void ratesAreAveragesThatFade()
    {
        ReceiverBook book;
        book.received(worker(QStringLiteral("one")), 10);
        book.deleted(worker(QStringLiteral("one")), 5);
        pass(book);
        book.asked(worker(QStringLiteral("idle"))); // seen later, without messages
        QCOMPARE(book.of(kQueue).back().receivedPerS, 2.0);
        QCOMPARE(book.of(kQueue).back().deletedPerS, 1.0);
        for (int second = 0; second < 5; ++second)
            pass(book);
        QCOMPARE(book.of(kQueue).back().agent, QStringLiteral("one"));
        QCOMPARE(book.of(kQueue).back().receivedPerS, 0.0);
        QCOMPARE(book.of(kQueue).back().received, 10U);
        QCOMPARE(book.of(kQueue).back().lastSeenMs, kStartMs + 1000);
    }

    void missedSecondsLetRatesFadeToo()
    {
        ReceiverBook book;
        book.received(worker(QStringLiteral("one")), 10);
        pass(book);
        pass(book, 60);
        QCOMPARE(book.of(kQueue).front().receivedPerS, 0.0);
    }

    void whoWasNotSeenForAnHourIsForgotten()
    {
        ReceiverBook book;
        book.asked(worker(QStringLiteral("one")));
        pass(book);
        pass(book, 3600);
        QCOMPARE(book.count(), 1);
        pass(book);
        QCOMPARE(book.count(), 0);
        QVERIFY(book.of(kQueue).empty());
    }

    void theNumberIsBounded()
    {
        ReceiverBook book;
        for (int i = 0; i < ReceiverBook::kMaxReceivers + 10; ++i)
            book.asked(worker(QString::number(i)));
        QCOMPARE(book.count(), ReceiverBook::kMaxReceivers);
        QCOMPARE(book.of(kQueue).back().agent, QStringLiteral("10"));
    }

    void expiredLeasesDoNotMakeAReceiverSeen()
    {
        ReceiverBook book;
        book.received(worker(QStringLiteral("one")), 2);
        book.asked(worker(QStringLiteral("two")));
        book.leasesExpired(worker(QStringLiteral("one")), 2);
        book.leasesExpired(worker(QStringLiteral("unknown")), 1);
        QCOMPARE(book.count(), 2);
        QCOMPARE(book.of(kQueue).front().agent, QStringLiteral("two"));
        QCOMPARE(book.of(kQueue).back().expired, 2U);
    }

    void aForgottenQueueHasNoReceivers()
    {
        ReceiverBook book;
        book.extended(worker(QStringLiteral("one")));
        book.extended(worker(QStringLiteral("one"), kQueue + 1));
        book.forgetQueue(kQueue);
        QVERIFY(book.of(kQueue).empty());
        QCOMPARE(book.of(kQueue + 1).front().extended, 1U);
    }
};

QTEST_GUILESS_MAIN(TestReceiverBook)
#include "tst_receiverbook.moc"
