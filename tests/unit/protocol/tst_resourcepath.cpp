// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/httpdate.h"
#include "protocol/resourcepath.h"

#include <QTest>

using namespace Signalbox;
using namespace std::chrono;

class TestResourcePath : public QObject
{
    Q_OBJECT

private slots:
    void takesThePathApart_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QList<QByteArray>>("segments");
        using Segments = QList<QByteArray>;
        QTest::newRow("root") << QByteArray("/") << Segments{};
        QTest::newRow("root with query") << QByteArray("/?accountmeta=true") << Segments{};
        QTest::newRow("queue") << QByteArray("/queues/demo") << Segments{"queues", "demo"};
        QTest::newRow("slash at the end")
            << QByteArray("/queues/demo/") << Segments{"queues", "demo"};
        QTest::newRow("decoded") << QByteArray("/queues/d%65mo%2Fx+y")
                                 << Segments{"queues", "demo/x+y"};
        QTest::newRow("with an origin")
            << QByteArray("http://h:1/queues/demo?a=1") << Segments{"queues", "demo"};
        QTest::newRow("an origin alone") << QByteArray("https://h:1") << Segments{};
        QTest::newRow("an origin and a query") << QByteArray("http://h:1?a=/b") << Segments{};
        QTest::newRow("an origin in capitals")
            << QByteArray("HTTP://H:1/queues/demo") << Segments{"queues", "demo"};
    }

    void takesThePathApart()
    {
        QFETCH(QByteArray, target);
        QFETCH(QList<QByteArray>, segments);
        const auto path = parseResourcePath(target);
        QVERIFY(path.ok());
        QCOMPARE(path->segments, segments);
    }

    void originIsTakenOffAndThePathIsNeverEmpty()
    {
        QCOMPARE(originForm("hTTps://h:1/a%2F?b=c"), "/a%2F?b=c");
        QCOMPARE(originForm("http://h"), "/");
        QCOMPARE(originForm("http://h?marker=/x"), "/?marker=/x");
        QCOMPARE(originForm("/http://h/a"), "/http://h/a");
        QCOMPARE(originForm("ftp://h/a"), "ftp://h/a");
        QCOMPARE(originForm("http:/"), "http:/");
        QCOMPARE(originForm("http://"), "/");

        QCOMPARE(hostOf("hTTps://h:1/a%2F?b=c"), "h:1");
        QCOMPARE(hostOf("http://h?marker=/x"), "h");
        QCOMPARE(hostOf("/http://h/a"), QByteArray());
        QCOMPARE(hostOf("http://"), QByteArray());
    }

    void refusesBadTargets_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<ErrorCode>("code");
        for (const char *target :
             {"", "queues", "*", "//", "//queues", "/queues//messages", "/%zz", "/%4", "/%", "/%00",
              "/a%0d%0ab", "/a#b", "?a=1", "http://h#b", "ftp://h/a"})
            QTest::newRow(target) << QByteArray(target) << ErrorCode::InvalidRequestUrl;
        for (const char *target :
             {"/?a=%zz", "/?a=%4", "/?%=1", "/?=1", "/?a=1&A=2", "/?a=%00", "/?a&a"})
            QTest::newRow(target) << QByteArray(target) << ErrorCode::InvalidQueryString;
    }

    void refusesBadTargets()
    {
        QFETCH(QByteArray, target);
        QFETCH(ErrorCode, code);
        const auto path = parseResourcePath(target);
        QVERIFY(!path);
        QCOMPARE(path.error().code, code);
    }

    void boundsTheNumberOfQueryItems()
    {
        QByteArray target = "/?";
        for (int i = 0; i < 100000; ++i)
            target += "a" + QByteArray::number(i) + "&";
        QCOMPARE(parseResourcePath(target).error().code, ErrorCode::InvalidQueryString);
    }

    void findsQueryItemsInAnyCase()
    {
        const auto path = parseResourcePath("/?ReceiptHandle=a%2Bb+c=&&VISIBILITYTIMEOUT=30&bare");
        QVERIFY(path.ok());
        const QueryItems &query = path->query;
        QCOMPARE(query.value("receiptHandle"), QByteArray("a+b+c="));
        QVERIFY(query.has("visibilityTimeout"));
        QVERIFY(query.has("Bare"));
        QCOMPARE(query.value("bare"), QByteArray());
        QVERIFY(!query.has("waitseconds"));
        QCOMPARE(query.items().size(), 3u);
        QVERIFY(parseResourcePath("/?")->query.isEmpty());
    }

    void readsIntegers_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<std::optional<qint64>>("number");
        QTest::addColumn<std::optional<ErrorCode>>("code");
        using Number = std::optional<qint64>;
        using Code = std::optional<ErrorCode>;
        QTest::newRow("absent") << QByteArray() << Number() << Code();
        QTest::newRow("least") << QByteArray("n=0") << Number(0) << Code();
        QTest::newRow("most") << QByteArray("N=30") << Number(30) << Code();
        QTest::newRow("over") << QByteArray("n=31") << Number() << Code(ErrorCode::InvalidArgument);
        QTest::newRow("under") << QByteArray("n=-1") << Number()
                               << Code(ErrorCode::InvalidArgument);
        QTest::newRow("past 64 bits")
            << QByteArray("n=99999999999999999999") << Number() << Code(ErrorCode::InvalidArgument);
        for (const char *text : {"n=", "n", "n=a", "n=1a", "n=1.0", "n=+1", "n=%201"})
            QTest::newRow(text) << QByteArray(text) << Number()
                                << Code(ErrorCode::InvalidQueryString);
    }

    void readsIntegers()
    {
        QFETCH(QByteArray, query);
        QFETCH(std::optional<qint64>, number);
        QFETCH(std::optional<ErrorCode>, code);
        const auto value = parseResourcePath("/?" + query)->query.integer("n", 0, 30);
        QCOMPARE(value.ok(), !code.has_value());
        if (code) {
            QCOMPARE(value.error().code, *code);
            QVERIFY(value.error().message.contains(u'n'));
        } else {
            QCOMPARE(*value, number);
        }
    }

    void readsBooleans_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<std::optional<bool>>("expected");
        for (const char *query : {"b=true", "b=True", "b=TRUE", "b=1", "b", "B="})
            QTest::newRow(query) << QByteArray(query) << std::optional(true);
        for (const char *query : {"", "b=false", "b=False", "b=0"})
            QTest::newRow(query) << QByteArray(query) << std::optional(false);
        for (const char *query : {"b=yes", "b=2", "b=%20true"})
            QTest::newRow(query) << QByteArray(query) << std::optional<bool>();
    }

    void readsBooleans()
    {
        QFETCH(QByteArray, query);
        QFETCH(std::optional<bool>, expected);
        const auto value = parseResourcePath("/?" + query)->query.boolean("b");
        QCOMPARE(value.ok(), expected.has_value());
        if (expected)
            QCOMPARE(*value, *expected);
        else
            QCOMPARE(value.error().code, ErrorCode::InvalidQueryString);
    }

    void readsDates_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("unixSeconds");
        QTest::newRow("RFC 1123") << QByteArray("Tue, 03 Jun 2025 11:23:48 GMT")
                                  << qint64(1748949828);
        QTest::newRow("one digit")
            << QByteArray("Tue, 3 Jun 2025 11:23:48 GMT") << qint64(1748949828);
        QTest::newRow("UTC") << QByteArray(" Tue, 03 Jun 2025 11:23:48 UTC ") << qint64(1748949828);
        QTest::newRow("offset") << QByteArray("Tue, 03 Jun 2025 11:23:48 +0000")
                                << qint64(1748949828);
        QTest::newRow("RFC 850") << QByteArray("Tuesday, 03-Jun-25 11:23:48 GMT")
                                 << qint64(1748949828);
        QTest::newRow("RFC 850 of the last century")
            << QByteArray("Sunday, 06-Nov-94 08:49:37 GMT") << qint64(784111777);
        QTest::newRow("asctime") << QByteArray("Sun Nov  6 08:49:37 1994") << qint64(784111777);
        QTest::newRow("epoch") << QByteArray("Thu, 01 Jan 1970 00:00:00 GMT") << qint64(0);
        QTest::newRow("leap day") << QByteArray("Thu, 29 Feb 2024 23:59:59 GMT")
                                  << qint64(1709251199);
        QTest::newRow("leap second")
            << QByteArray("Sat, 31 Dec 2016 23:59:60 GMT") << qint64(1483228800);
    }

    void readsDates()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, unixSeconds);
        const auto time = parseHttpDate(text);
        QVERIFY(time.has_value());
        QCOMPARE(qint64(time->time_since_epoch().count()), unixSeconds);
    }

    void refusesWhatIsNoDate_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"", "now", "2025-06-03T11:23:48Z", "Tue, 03 Jun 2025 11:23:48",
                                 "Tue, 03 Jun 2025 11:23:48 CST", "Tue, 03 Jun 2025 11:23:48 GMT+8",
                                 "Tue, 31 Jun 2025 11:23:48 GMT", "Tue, 29 Feb 2025 11:23:48 GMT",
                                 "Tue, 00 Jun 2025 11:23:48 GMT", "Tue, 03 Jux 2025 11:23:48 GMT",
                                 "Xyz, 03 Jun 2025 11:23:48 GMT", "Tue, 03 Jun 2025 24:00:00 GMT",
                                 "Tue, 03 Jun 2025 11:60:00 GMT", "Tue, 03 Jun 2025 11:23:61 GMT",
                                 "Tue, 03 Jun 25 11:23:48 GMT", "Tue, 03 Jun 2025 1:23:48 GMT",
                                 "Tue,03", "Tue, 03-Jun 2025 11:23:48 GMT"})
            QTest::newRow(text) << QByteArray(text);
    }

    void refusesWhatIsNoDate()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!parseHttpDate(text));
    }

    void writesDates()
    {
        QCOMPARE(formatHttpDate(sys_seconds(seconds(1748949828))),
                 QByteArray("Tue, 03 Jun 2025 11:23:48 GMT"));
        QCOMPARE(formatHttpDate(sys_seconds(seconds(0))),
                 QByteArray("Thu, 01 Jan 1970 00:00:00 GMT"));
        for (qint64 time = -86400; time < qint64(4102444800); time += 2764799) {
            const sys_seconds point{seconds(time)};
            QCOMPARE(parseHttpDate(formatHttpDate(point)), std::optional(point));
        }
    }
};

QTEST_GUILESS_MAIN(TestResourcePath)

#include "tst_resourcepath.moc"
