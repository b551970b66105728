// SPDX-License-Identifier: GPL-3.0-only
#include "http/chunkdecoder.h"

#include <QTest>

using namespace Signalbox;
using State = ChunkDecoder::State;

class tst_ChunkDecoder : public QObject
{
    Q_OBJECT

private slots:
    void bodyAndItsEndAreFoundHoweverTheBytesArrive_data()
    {
        QTest::addColumn<QByteArray>("wire");
        QTest::addColumn<QByteArray>("body");
        const QByteArray hello = "hello";
        QTest::newRow("empty") << QByteArray("0\r\n\r\n") << QByteArray();
        QTest::newRow("one") << QByteArray("5\r\nhello\r\n0\r\n\r\n") << hello;
        QTest::newRow("two") << QByteArray("2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n") << hello;
        QTest::newRow("extension") << QByteArray("5;a=b\r\nhello\r\n0;c\r\n\r\n") << hello;
        QTest::newRow("extension with blanks")
            << QByteArray("5 ;\ta = \"\\\"; \xe4\"\r\nhello\r\n0 ;c\r\n\r\n") << hello;
        QTest::newRow("blanks") << QByteArray("5 \t\r\nhello\r\n0 \r\n\r\n") << hello;
        QTest::newRow("leading zeros") << QByteArray("00005\r\nhello\r\n000\r\n\r\n") << hello;
        QTest::newRow("mixed case")
            << QByteArray("aB\r\n" + QByteArray(0xab, '\n') + "\r\n0\r\n\r\n")
            << QByteArray(0xab, '\n');
        QTest::newRow("trailers") << QByteArray("5\r\nhello\r\n0\r\nA:b: c\td\r\nB:\r\n\r\n")
                                  << hello;
    }

    void bodyAndItsEndAreFoundHoweverTheBytesArrive()
    {
        QFETCH(QByteArray, wire);
        QFETCH(QByteArray, body);
        const QByteArray all = wire + "GET / HTTP/1.1";
        for (qsizetype piece = 1; piece <= wire.size(); ++piece) {
            ChunkDecoder decoder;
            QByteArray decoded;
            qsizetype at = 0;
            while (decoder.state() == State::UnderWay && at < all.size())
                at += decoder.decode(
                    QByteArrayView(all).sliced(at).first(std::min(piece, all.size() - at)),
                    decoded);
            QVERIFY(decoder.state() == State::Whole);
            QCOMPARE(at, wire.size());
            QCOMPARE(decoded, body);
            QCOMPARE(decoder.bodyBytes(), body.size());
            QCOMPARE(decoder.wireBytes(), wire.size());
        }
    }

    void unfinishedBodyIsUnderWay()
    {
        const QByteArray wire = "5 ;a\r\nhello\r\n0\r\nA: b\r\n\r\n";
        for (qsizetype length = 0; length < wire.size(); ++length) {
            ChunkDecoder decoder;
            QByteArray body;
            QCOMPARE(decoder.decode(QByteArrayView(wire).first(length), body), length);
            QVERIFY(decoder.state() == State::UnderWay);
        }
    }

    void sizesCountAsSoonAsTheyAreKnown()
    {
        ChunkDecoder decoder;
        QByteArray body;
        decoder.decode("FFFFFFFF\r\n", body);
        QCOMPARE(decoder.bodyBytes(), qint64(0xFFFFFFFF));
        ChunkDecoder withTrailer;
        withTrailer.decode("1\r\na\r\n0\r\nA: b", body);
        QCOMPARE(withTrailer.trailerBytes(), 4);
    }

    void brokenFramingIsMalformed_data()
    {
        QTest::addColumn<QByteArray>("wire");
        QTest::newRow("no digit") << QByteArray("\r\n");
        QTest::newRow("not hexadecimal") << QByteArray("g");
        QTest::newRow("sign") << QByteArray("-1");
        QTest::newRow("prefix") << QByteArray("0x5");
        QTest::newRow("blank before the size") << QByteArray(" 5\r\n");
        QTest::newRow("blank within the size") << QByteArray("5 5\r\n");
        QTest::newRow("extension without a size") << QByteArray(";a\r\n");
        QTest::newRow("nine digits") << QByteArray("000000005");
        QTest::newRow("bare line feed after the size") << QByteArray("5\nhello");
        QTest::newRow("bare line feed after a blank") << QByteArray("5 \nhello");
        QTest::newRow("bare line feed in an extension") << QByteArray("5;a\nhello");
        QTest::newRow("bare carriage return in an extension") << QByteArray("5;a\rb");
        QTest::newRow("NUL in an extension") << QByteArray("5;a\0", 4);
        QTest::newRow("data too long") << QByteArray("5\r\nhello!\r\n");
        QTest::newRow("no line end after data") << QByteArray("5\r\nhello\n");
        QTest::newRow("bare line feed at the end") << QByteArray("0\r\n\n");
        QTest::newRow("trailer without a name") << QByteArray("0\r\n: b\r\n\r\n");
        QTest::newRow("trailer without a colon") << QByteArray("0\r\nA\r\n\r\n");
        QTest::newRow("blank before a trailer's colon") << QByteArray("0\r\nA : b\r\n\r\n");
        QTest::newRow("folded trailer") << QByteArray("0\r\nA: b\r\n c\r\n\r\n");
        QTest::newRow("bare line feed in a trailer") << QByteArray("0\r\nA: b\n\r\n");
    }

    void brokenFramingIsMalformed()
    {
        QFETCH(QByteArray, wire);
        ChunkDecoder decoder;
        QByteArray body;
        decoder.decode(wire, body);
        QVERIFY(decoder.state() == State::Malformed);
    }
};

QTEST_GUILESS_MAIN(tst_ChunkDecoder)
#include "tst_chunkdecoder.moc"
