// SPDX-License-Identifier: GPL-3.0-only
#include "http/requestguard.h"

#include <QIODevice>
#include <QTest>

using namespace Signalbox;
using Progress = RequestGuard::Progress;

namespace {

/// A connection without a network: bytes come in by arrive() and leave by read().
class Wire : public QIODevice
{
public:
    Wire() { open(QIODevice::ReadOnly | QIODevice::Unbuffered); }

    void arrive(const QByteArray &bytes) { m_bytes += bytes; }
    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override { return m_bytes.size() + QIODevice::bytesAvailable(); }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 count = std::min<qint64>(maxSize, m_bytes.size());
        std::copy_n(m_bytes.constData(), count, data);
        m_bytes.remove(0, count);
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
};

} // namespace

class tst_RequestGuard : public QObject
{
    Q_OBJECT

private:
    const RequestLimits m_limits{1024, 4096};

private slots:
    void whatIsLeftOfAHeadFramesTheBodyAlone_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("left");
        const QByteArray fields = " HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n";
        QTest::newRow("without a body") << "DELETE /x" + fields + "\r\n"
                                        << QByteArray("GET / HTTP/1.1\r\n\r\n");
        QTest::newRow("with its length")
            << "PUT /x" + fields + "Content-Length: 2\r\n\r\nab"
            << QByteArray("POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\nab");
        QTest::newRow("in chunks")
            << "POST /x" + fields + "Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n"
            << QByteArray("GET / HTTP/1.1\r\n\r\n");
    }
    void whatIsLeftOfAHeadFramesTheBodyAlone()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, left);
        Wire wire;
        RequestGuard guard(m_limits);
        wire.arrive("\r\n" + request);
        QCOMPARE(guard.look(wire), Progress::Whole);
        QCOMPARE(wire.readAll(), left);
        QCOMPARE(guard.takeHead().request.target, "/x");
    }

    void aHeadInPiecesIsLeftOnceItIsWhole()
    {
        Wire wire;
        RequestGuard guard(m_limits);
        for (const char *piece : {"GET /x HT", "TP/1.1\r\nHost: a\r\n"}) {
            wire.arrive(piece);
            QCOMPARE(guard.look(wire), Progress::NeedsMore);
            QCOMPARE(wire.bytesAvailable(), 0);
            wire.startTransaction(); // as QHttpServer does when it looks
        }
        wire.arrive("\r\nGET /next");
        QCOMPARE(guard.look(wire), Progress::Whole);
        QCOMPARE(wire.readAll(), "GET / HTTP/1.1\r\n\r\nGET /next");
        QCOMPARE(guard.takeHead().request.target, "/x");
    }

    void aBodyThatIsLateIsTaken_data()
    {
        QTest::addColumn<QByteArray>("framing");
        QTest::addColumn<QList<QByteArray>>("pieces");
        QTest::newRow("length") << QByteArray("Content-Length: 5")
                                << QList<QByteArray>{"", "hel", "lo"};
        QTest::newRow("chunked") << QByteArray("Transfer-Encoding: chunked")
                                 << QList<QByteArray>{"3;a=b\r\nhe", "l\r\n2 \r\nlo\r",
                                                      "\n0\r\nA:", " b\r\n\r\n"};
    }
    void aBodyThatIsLateIsTaken()
    {
        QFETCH(QByteArray, framing);
        QFETCH(QList<QByteArray>, pieces);
        Wire wire;
        RequestGuard guard(m_limits);
        QByteArray fresh = "PUT /x HTTP/1.1\r\nHost: a\r\n" + framing + "\r\n\r\n";
        const qint64 headBytes = fresh.size();
        const QByteArray last = pieces.takeLast();
        for (const QByteArray &piece : std::as_const(pieces)) {
            wire.arrive(fresh + piece);
            fresh.clear();
            QCOMPARE(guard.look(wire), Progress::NeedsMore);
            QCOMPARE(wire.bytesAvailable(), 0);
            QVERIFY(guard.heldBytes() >= headBytes);
            QVERIFY(guard.heldBytes() <= headBytes + 5);
            wire.startTransaction(); // as QHttpServer does when it looks
        }
        wire.arrive(last + "GET /next");
        QCOMPARE(guard.look(wire), Progress::Whole);
        QCOMPARE(guard.heldBytes(), 0);
        QCOMPARE(wire.readAll(), "GET / HTTP/1.1\r\n\r\nGET /next");
        QVERIFY(guard.bodyIsTaken());
        QCOMPARE(guard.takeHead().request.body, "hello");
    }

    void nothingIsHeldOfWhatIsDropped()
    {
        Wire wire;
        RequestGuard guard(m_limits);
        wire.arrive("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nhello");
        QCOMPARE(guard.look(wire), Progress::NeedsMore);
        QVERIFY(guard.heldBytes() > 5);
        guard.drop();
        QCOMPARE(guard.heldBytes(), 0);
        QVERIFY(!guard.isUnderWay());
    }

    void followingRequestIsNotLookedAtBeforeItsTurn()
    {
        Wire wire;
        RequestGuard guard(m_limits);
        wire.arrive("GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\n");
        QCOMPARE(guard.look(wire), Progress::Whole);
        QCOMPARE(guard.look(wire), Progress::Whole);
        QCOMPARE(guard.takeHead().request.target, "/1");
        QCOMPARE(wire.read(18), "GET / HTTP/1.1\r\n\r\n");
        QCOMPARE(guard.look(wire), Progress::Whole);
        QCOMPARE(guard.takeHead().request.target, "/2");
        wire.readAll();
        QCOMPARE(guard.look(wire), Progress::NeedsMore);
    }

    void isUnderWayFromTheFirstByteToTheLast()
    {
        Wire wire;
        RequestGuard guard(m_limits);
        const auto arrive = [&](const QByteArray &bytes) {
            wire.readAll(); // what a reader behind the guard does between two looks
            wire.arrive(bytes);
            return guard.look(wire);
        };
        QVERIFY(!guard.isUnderWay());
        QCOMPARE(arrive("\r\n"), Progress::NeedsMore);
        QVERIFY(!guard.isUnderWay());
        QCOMPARE(arrive("G"), Progress::NeedsMore);
        QVERIFY(guard.isUnderWay());
        QCOMPARE(arrive("ET / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\n"),
                 Progress::NeedsMore);
        QVERIFY(guard.isUnderWay());
        QCOMPARE(arrive("abc"), Progress::NeedsMore);
        QVERIFY(guard.isUnderWay());
        QCOMPARE(arrive("d"), Progress::Whole);
        QVERIFY(!guard.isUnderWay());
    }

    void continueIsDueOnce()
    {
        Wire wire;
        RequestGuard guard(m_limits);
        wire.arrive(
            "PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-Continue\r\n\r\n");
        QCOMPARE(guard.look(wire), Progress::NeedsMore);
        QVERIFY(guard.takeContinueDue());
        QVERIFY(!guard.takeContinueDue());
    }

    void headLimitHoldsHoweverItArrives_data()
    {
        QTest::addColumn<int>("pieceBytes");
        for (const int bytes : {1, 7, 500, 1023, 1024, 1025, 5000})
            QTest::addRow("%d", bytes) << bytes;
    }

    void headLimitHoldsHoweverItArrives()
    {
        QFETCH(int, pieceBytes);
        const auto arriveInPieces = [&](const QByteArray &head) {
            Wire wire;
            RequestGuard guard(m_limits);
            Progress progress = Progress::NeedsMore;
            for (qsizetype at = 0; at < head.size() && progress == Progress::NeedsMore;
                 at += pieceBytes) {
                wire.readAll();
                wire.arrive(head.mid(at, pieceBytes));
                progress = guard.look(wire);
            }
            return progress == Progress::Refused ? guard.refusalStatus()
                : progress == Progress::Whole    ? 200
                                                 : 0;
        };
        const QByteArray line = "GET / HTTP/1.1\r\nHost: a\r\nA: ";
        const QByteArray atLimit = line + QByteArray(1024 - line.size() - 4, 'a') + "\r\n\r\n";
        QCOMPARE(arriveInPieces(atLimit), 200);
        QCOMPARE(arriveInPieces(line + "a" + atLimit.mid(line.size())), 431);
        QCOMPARE(arriveInPieces(line + QByteArray(5000, 'a')), 431);
    }

    void refusalIsFinal()
    {
        Wire wire;
        RequestGuard guard(m_limits);
        wire.arrive("nonsense\r\n\r\n");
        QCOMPARE(guard.look(wire), Progress::Refused);
        QCOMPARE(guard.refusalStatus(), 400);
        wire.readAll();
        wire.arrive("GET / HTTP/1.1\r\n\r\n");
        QCOMPARE(guard.look(wire), Progress::Refused);
    }
};

QTEST_GUILESS_MAIN(tst_RequestGuard)
#include "tst_requestguard.moc"
