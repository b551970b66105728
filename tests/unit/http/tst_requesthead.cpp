// SPDX-License-Identifier: GPL-3.0-only
#include "http/requesthead.h"

#include <QTest>

using namespace Signalbox;

/// What a head means. What is refused is tested over the wire.
class tst_RequestHead : public QObject
{
    Q_OBJECT

private slots:
    void endOfHeadIsFound_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<qsizetype>("end");
        QTest::newRow("nothing") << QByteArray() << qsizetype(-1);
        QTest::newRow("one line") << QByteArray("a\r\n") << qsizetype(-1);
        QTest::newRow("almost") << QByteArray("a\r\n\r") << qsizetype(-1);
        QTest::newRow("empty line") << QByteArray("a\r\n\r\nb") << qsizetype(5);
        QTest::newRow("line feeds") << QByteArray("a\n\nb") << qsizetype(3);
        QTest::newRow("mixed") << QByteArray("a\r\n\nb") << qsizetype(4);
        QTest::newRow("second line") << QByteArray("a\r\nb\r\n\r\n") << qsizetype(8);
    }

    void endOfHeadIsFound()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(qsizetype, end);
        QCOMPARE(findHeadEnd(bytes), end);
        // What was searched before does not matter, as long as the end was not in it.
        for (qsizetype searched = 0; searched < (end < 0 ? bytes.size() : end); ++searched)
            QCOMPARE(findHeadEnd(bytes, searched), end);
    }

    void framingIsUnderstood_data()
    {
        QTest::addColumn<QByteArray>("block");
        QTest::addColumn<qint64>("contentLength");
        QTest::addColumn<bool>("chunked");
        QTest::addColumn<bool>("expectsContinue");
        QTest::addColumn<bool>("keepAlive");
        const QByteArray line = "POST / HTTP/1.1\r\nHost:\r\n";
        QTest::newRow("bare") << line + "\r\n" << qint64(0) << false << false << true;
        QTest::newRow("length") << line + "CONTENT-LENGTH: 0012\r\n\r\n"
                                << qint64(12) << false << false << true;
        QTest::newRow("chunked") << line + "transfer-encoding:Chunked\r\n\r\n"
                                 << qint64(0) << true << false << true;
        QTest::newRow("expect") << line + "Expect: 100-continue\r\nContent-Length: 1\r\n\r\n"
                                << qint64(1) << false << true << true;
        QTest::newRow("expect without body") << line + "Expect: 100-continue\r\n\r\n"
                                             << qint64(0) << false << false << true;
        QTest::newRow("close") << line + "Connection: close\r\n\r\n"
                               << qint64(0) << false << false << false;
        QTest::newRow("close in a later line")
            << line + "Connection: x\r\nConnection: close\r\n\r\n"
            << qint64(0) << false << false << false;
        QTest::newRow("not quite close") << line + "Connection: closer\r\n\r\n"
                                         << qint64(0) << false << false << true;
        QTest::newRow("upgrade to something else")
            << line + "Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n"
            << qint64(0) << false << false << true;
        QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
                             << qint64(0) << false << false << false;
        QTest::newRow("1.9") << QByteArray("GET / HTTP/1.9\r\nHost: a\r\n\r\n") << qint64(0)
                             << false << false << true;
    }

    void framingIsUnderstood()
    {
        QFETCH(QByteArray, block);
        RequestHead head;
        QCOMPARE(parseRequestHead(block, head), std::nullopt);
        QTEST(head.contentLength, "contentLength");
        QTEST(head.chunked, "chunked");
        QTEST(head.expectsContinue, "expectsContinue");
        QTEST(head.keepAlive, "keepAlive");
    }

    void headerValuesKeepTheirBytes()
    {
        RequestHead head;
        QCOMPARE(
            parseRequestHead(
                "GET * HTTP/1.1\r\nHost: a\r\nX-A:\t \"a:  b\" \xe4\xb8\xad\t\r\nX-Empty:\r\n\r\n",
                head),
            std::nullopt);
        const QList<HttpHeader> expected{
            {"host", "a"}, {"x-a", "\"a:  b\" \xe4\xb8\xad"}, {"x-empty", ""}};
        QCOMPARE(head.request.headers, expected);
        QCOMPARE(head.request.target, "*");
        QVERIFY(head.request.hasHeader("x-empty"));
        QVERIFY(head.request.header("x-none").isNull());
    }
};

QTEST_GUILESS_MAIN(tst_RequestHead)
#include "tst_requesthead.moc"
