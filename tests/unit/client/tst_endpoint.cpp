// SPDX-License-Identifier: GPL-3.0-only
#include "client/endpoint.h"

#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;

class TestEndpoint : public QObject
{
    Q_OBJECT

private slots:
    void typedAddressesAreRead_data();
    void typedAddressesAreRead();
    void whatIsNoAddressIsRefused_data();
    void whatIsNoAddressIsRefused();
    void displayNameHoldsNoSecret();
};

void TestEndpoint::typedAddressesAreRead_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("http://127.0.0.1:9324") << u"http://127.0.0.1:9324"_s;
    QTest::newRow("127.0.0.1:9324") << u"http://127.0.0.1:9324"_s;
    QTest::newRow(" localhost:80/ ") << u"http://localhost:80"_s;
    QTest::newRow("[::1]:9324") << u"http://[::1]:9324"_s;
    QTest::newRow("https://1.mns.cn-hangzhou.aliyuncs.com")
        << u"https://1.mns.cn-hangzhou.aliyuncs.com"_s;
}

void TestEndpoint::typedAddressesAreRead()
{
    QFETCH(const QString, url);
    const Result<QUrl> parsed = Endpoint::parseUrl(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(parsed);
    QCOMPARE(parsed->toString(), url);
}

void TestEndpoint::whatIsNoAddressIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("scheme") << u"ftp://127.0.0.1"_s;
    QTest::newRow("no host") << u"http://:9324"_s;
    QTest::newRow("port") << u"127.0.0.1:99999"_s;
    QTest::newRow("path") << u"http://127.0.0.1:9324/mns"_s;
    QTest::newRow("query") << u"http://127.0.0.1:9324?a=b"_s;
    QTest::newRow("user") << u"http://id:secret@127.0.0.1:9324"_s;
}

void TestEndpoint::whatIsNoAddressIsRefused()
{
    QFETCH(const QString, text);
    const Result<QUrl> parsed = Endpoint::parseUrl(text);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, ErrorCode::InvalidArgument);
}

void TestEndpoint::displayNameHoldsNoSecret()
{
    QCOMPARE(Endpoint::local().displayName(), u"127.0.0.1:9324"_s);
    Endpoint endpoint;
    endpoint.url = QUrl(u"https://id:secret@example.com"_s);
    QCOMPARE(endpoint.displayName(), u"example.com"_s);
}

QTEST_APPLESS_MAIN(TestEndpoint)
#include "tst_endpoint.moc"
