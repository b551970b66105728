// SPDX-License-Identifier: GPL-3.0-only
#include "http/chunkscanner.h"

#include <QTest>

using namespace Signalbox;

class tst_ChunkScanner : public QObject
{
    Q_OBJECT

private slots:
    void endIsFoundHoweverTheBytesArrive_data()
    {
        QTest::addColumn<QByteArray>("wire");
        QTest::addColumn<qint64>("bodyBytes");
        QTest::newRow("empty") << QByteArray("0\r\n\r\n") << qint64(0);
        QTest::newRow("one") << QByteArray("5\r\nhello\r\n0\r\n\r\n") << qint64(5);
        QTest::newRow("extension") << QByteArray("5;a=b\r\nhello\r\n0;c\r\n\r\n") << qint64(5);
        QTest::newRow("leading zeros") << QByteArray("00005\r\nhello\r\n000\r\n\r\n") << qint64(5);
        QTest::newRow("mixed case")
            << QByteArray("aB\r\n" + QByteArray(0xab, '\n') + "\r\n0\r\n\r\n") << qint64(0xab);
    }

    void endIsFoundHoweverTheBytesArrive()
    {
        QFETCH(QByteArray, wire);
        QFETCH(qint64, bodyBytes);
        const QByteArray following = "GET / HTTP/1.1";
        for (qsizetype piece = 1; piece <= wire.size(); ++piece) {
            ChunkScanner scanner;
            const QByteArray all = wire + following;
            qsizetype at = 0;
            while (scanner.state() == ChunkScanner::State::UnderWay && at < all.size())
                at += scanner.scan(
                    QByteArrayView(all).sliced(at).first(std::min(piece, all.size() - at)));
            QVERIFY(scanner.state() == ChunkScanner::State::Whole);
            QCOMPARE(at, wire.size());
            QCOMPARE(scanner.bodyBytes(), bodyBytes);
            QCOMPARE(scanner.wireBytes(), wire.size());
        }
    }

    void unfinishedBodyIsUnderWay()
    {
        const QByteArray wire = "5\r\nhello\r\n0\r\n\r\n";
        for (qsizetype length = 0; length < wire.size(); ++length) {
            ChunkScanner scanner;
            QCOMPARE(scanner.scan(QByteArrayView(wire).first(length)), length);
            QVERIFY(scanner.state() == ChunkScanner::State::UnderWay);
        }
    }

    void sizeCountsAsSoonAsItIsAnnounced()
    {
        ChunkScanner scanner;
        scanner.scan("FFFFFFFF\r\n");
        QCOMPARE(scanner.bodyBytes(), qint64(0xFFFFFFFF));
    }

    void brokenFramingIsMalformed_data()
    {
        QTest::addColumn<QByteArray>("wire");
        QTest::newRow("no digit") << QByteArray("\r\n");
        QTest::newRow("not hexadecimal") << QByteArray("g");
        QTest::newRow("sign") << QByteArray("-1");
        QTest::newRow("prefix") << QByteArray("0x5");
        QTest::newRow("space") << QByteArray("5 \r\n");
        QTest::newRow("nine digits") << QByteArray("000000005");
        QTest::newRow("bare line feed after the size") << QByteArray("5\nhello");
        QTest::newRow("bare line feed in an extension") << QByteArray("5;a\nhello");
        QTest::newRow("data too long") << QByteArray("5\r\nhello!\r\n");
        QTest::newRow("no line end after data") << QByteArray("5\r\nhello\n");
        QTest::newRow("trailer") << QByteArray("0\r\nA: b\r\n\r\n");
    }

    void brokenFramingIsMalformed()
    {
        QFETCH(QByteArray, wire);
        ChunkScanner scanner;
        scanner.scan(wire);
        QVERIFY(scanner.state() == ChunkScanner::State::Malformed);
    }
};

QTEST_GUILESS_MAIN(tst_ChunkScanner)
#include "tst_chunkscanner.moc"
