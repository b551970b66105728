// SPDX-License-Identifier: GPL-3.0-only
#include "http/replyencoder.h"

#include <QDateTime>
#include <QLocale>
#include <QTest>
#include <QTimeZone>

using namespace Signalbox;

class tst_ReplyEncoder : public QObject
{
    Q_OBJECT

private:
    /// \a encoded with the value of Date replaced by "D".
    static QByteArray withoutDate(QByteArray encoded)
    {
        const qsizetype from = encoded.indexOf("Date: ") + 6;
        return encoded.replace(from, encoded.indexOf('\r', from) - from, "D");
    }

private slots:
    void wholeReplyIsOneBuffer()
    {
        ReplyEncoder encoder;
        encoder.setServerName("Test");
        const HttpReply reply{
            200, {{"Location", "http://h/q"}, {"x-mns-version", "2015-06-06"}}, "<a/>"};
        QCOMPARE(withoutDate(encoder.encode(reply, {})),
                 "HTTP/1.1 200 OK\r\nLocation: http://h/q\r\nx-mns-version: 2015-06-06\r\nDate: "
                 "D\r\nServer: Test\r\n"
                 "Content-Length: 4\r\nConnection: keep-alive\r\n\r\n<a/>");
    }

    void framingFollowsTheRequest_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("keepAlive");
        QTest::addColumn<bool>("withoutBody");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("close") << 404 << false << false
                               << QByteArray("HTTP/1.1 404 Not Found\r\nDate: D\r\nContent-Length: "
                                             "4\r\nConnection: close\r\n\r\nbody");
        QTest::newRow("HEAD") << 405 << true << true
                              << QByteArray(
                                     "HTTP/1.1 405 Method Not Allowed\r\nDate: "
                                     "D\r\nContent-Length: 4\r\nConnection: keep-alive\r\n\r\n");
        QTest::newRow("204")
            << 204 << true << false
            << QByteArray("HTTP/1.1 204 No Content\r\nDate: D\r\nConnection: keep-alive\r\n\r\n");
        QTest::newRow("304")
            << 304 << true << false
            << QByteArray("HTTP/1.1 304 Not Modified\r\nDate: D\r\nConnection: keep-alive\r\n\r\n");
        QTest::newRow("odd status")
            << 299 << true << false
            << QByteArray("HTTP/1.1 299 Unknown\r\nDate: D\r\nContent-Length: 4\r\nConnection: "
                          "keep-alive\r\n\r\nbody");
    }

    void framingFollowsTheRequest()
    {
        QFETCH(int, status);
        QFETCH(bool, keepAlive);
        QFETCH(bool, withoutBody);
        QFETCH(QByteArray, expected);
        ReplyEncoder encoder;
        QCOMPARE(withoutDate(encoder.encode({status, {}, "body"}, {keepAlive, withoutBody})),
                 expected);
    }

    void dateIsNowInEnglishAndUtc()
    {
        QLocale::setDefault(QLocale(QLocale::Chinese));
        ReplyEncoder encoder;
        const qint64 before = QDateTime::currentSecsSinceEpoch();
        const QByteArray encoded = encoder.encode({}, {});
        const qint64 after = QDateTime::currentSecsSinceEpoch();
        const QByteArray date = encoded.mid(encoded.indexOf("Date: ") + 6, 29);
        QDateTime parsed = QLocale::c().toDateTime(
            QString::fromLatin1(date), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
        parsed.setTimeZone(QTimeZone::utc());
        QVERIFY2(parsed.isValid(), date.constData());
        QVERIFY(parsed.toSecsSinceEpoch() >= before && parsed.toSecsSinceEpoch() <= after);
        QLocale::setDefault(QLocale::c());
    }

    void bufferIsReservedOnce()
    {
        ReplyEncoder encoder;
        const QByteArray encoded =
            encoder.encode({200, {{"A", QByteArray(1000, 'a')}}, QByteArray(100'000, 'b')}, {});
        QVERIFY(encoded.capacity() < encoded.size() + 256);
    }
};

QTEST_GUILESS_MAIN(tst_ReplyEncoder)
#include "tst_replyencoder.moc"
