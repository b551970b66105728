// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/messagebody.h"

#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;

class TestMessageBody : public QObject
{
    Q_OBJECT

private slots:
    void base64IsDecodedWhereItIsBeyondDoubt_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<MessageBody::Kind>("kind");
        QTest::addColumn<QByteArray>("content");

        const QByteArray binary =
            QByteArray::fromHex("00ff10203040506070809000aabbccddeeff00112233445566778899");
        QTest::newRow("text") << QByteArray("hello world") << MessageBody::Kind::Text
                              << QByteArray("hello world");
        QTest::newRow("empty") << QByteArray() << MessageBody::Kind::Text << QByteArray();
        QTest::newRow("a word of the alphabet")
            << QByteArray("password") << MessageBody::Kind::Text << QByteArray("password");
        QTest::newRow("Base64 of text")
            << QByteArray("hello world").toBase64() << MessageBody::Kind::DecodedText
            << QByteArray("hello world");
        QTest::newRow("Base64 of Chinese")
            << QByteArray("订单已支付").toBase64() << MessageBody::Kind::DecodedText
            << QByteArray("订单已支付");
        QTest::newRow("Base64 of bytes")
            << binary.toBase64() << MessageBody::Kind::DecodedBinary << binary;
        QTest::newRow("a hash in hexadecimal")
            << QByteArray("5f290a7c61d84b3e9f02c31dd00aa1c0") << MessageBody::Kind::Text
            << QByteArray("5f290a7c61d84b3e9f02c31dd00aa1c0");
    }

    void base64IsDecodedWhereItIsBeyondDoubt()
    {
        QFETCH(QByteArray, body);
        const MessageBody read = MessageBody::of(body);
        QTEST(read.kind, "kind");
        QTEST(read.content, "content");
    }

    void previewIsOneLine_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("preview");

        QTest::newRow("text") << QByteArray("first\n  second\tthird ") << u"first second third"_s;
        QTest::newRow("values of an object in their order") << QByteArray(
            "{\"z\": \"ORD-1\", \"a\": {\"n\": -1.5, \"ok\": true}, \"list\": [null, \"x\"]}")
                                                            << u"ORD-1, -1.5, true, null, x"_s;
        QTest::newRow("quotes inside a value")
            << QByteArray("{\"a\": \"say \\\"hi\\\": now\"}") << u"say \"hi\": now"_s;
        QTest::newRow("escaped letters")
            << QByteArray("{\"a\": \"\\u8ba2\\u5355 \\ud83d\\ude80\", \"b\": \"two\\nlines\"}")
            << u"订单 🚀, two lines"_s;
        QTest::newRow("escaped letters in a list")
            << QByteArray("[\"\\u8ba2\\u5355\", \"\\u0007\"]") << u"[\"订单\", \"\\u0007\"]"_s;
        QTest::newRow("no JSON") << QByteArray("\\u8ba2") << u"\\u8ba2"_s;
        QTest::newRow("almost an object") << QByteArray("{\"a\": 1") << u"{\"a\": 1"_s;
        QTest::newRow("an empty object") << QByteArray("{}") << u"{}"_s;
        QTest::newRow("an object as Base64") << QByteArray("{\"id\": 7}").toBase64() << u"7"_s;
        QTest::newRow("bytes") << QByteArray(1229, '\1').append("\xff\x80Zz9").toBase64()
                               << u"binary, 1.2 KB"_s;
    }

    void previewIsOneLine()
    {
        QFETCH(QByteArray, body);
        QTEST(MessageBody::of(body).preview(), "preview");
    }

    void aLargeObjectShowsItsLettersToo()
    {
        const QByteArray body =
            "{\"a\": \"\\u8ba2\\u5355\", \"b\": \"" + QByteArray(20'000, 'x') + "\"}";
        QVERIFY(MessageBody::of(body).preview().startsWith(u"{\"a\": \"订单\", "_s));
    }

    void previewOfALargeBodyIsShort()
    {
        QVERIFY(MessageBody::of(QByteArray(65536, 'x')).preview().size() <= 240);
        QVERIFY(MessageBody::of("{\"a\": \"" + QByteArray(10'000, 'x') + "\"}").preview().size()
                <= 240);
    }
};

QTEST_GUILESS_MAIN(TestMessageBody)
#include "tst_messagebody.moc"
