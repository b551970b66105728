// SPDX-License-Identifier: GPL-3.0-only
#include "duration.h"

#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Ctl;
using namespace Qt::StringLiterals;

class TestDuration : public QObject
{
    Q_OBJECT

private slots:
    void durationsAreRead_data();
    void durationsAreRead();
    void whatIsNoDurationIsRefused_data();
    void whatIsNoDurationIsRefused();
    void fractionsOfASecondAreRefusedWhereSecondsCount();
    void durationsAreWrittenShort_data();
    void durationsAreWrittenShort();
};

void TestDuration::durationsAreRead_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::newRow("0") << qint64(0);
    QTest::newRow("15") << qint64(15'000);
    QTest::newRow("250ms") << qint64(250);
    QTest::newRow("30s") << qint64(30'000);
    QTest::newRow("5m") << qint64(300'000);
    QTest::newRow("2h") << qint64(7'200'000);
    QTest::newRow("7d") << qint64(604'800'000);
    QTest::newRow("1h30m") << qint64(5'400'000);
    QTest::newRow("1m500ms") << qint64(60'500);
    QTest::newRow(" 4s ") << qint64(4'000);
}

void TestDuration::durationsAreRead()
{
    QFETCH(const qint64, milliseconds);
    const auto duration = parseDuration(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(duration);
    QCOMPARE(qint64(duration->count()), milliseconds);
}

void TestDuration::whatIsNoDurationIsRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "s", "-5s", "1.5s", "5 m", "5x", "1h30", "h1", "99999999999999s",
                             "999999999999d", "5s!"}) {
        QTest::newRow(text) << QString::fromLatin1(text);
    }
}

void TestDuration::whatIsNoDurationIsRefused()
{
    QFETCH(const QString, text);
    const auto duration = parseDuration(text);
    QVERIFY(!duration);
    QCOMPARE(duration.error().code, ErrorCode::InvalidArgument);
}

void TestDuration::fractionsOfASecondAreRefusedWhereSecondsCount()
{
    QCOMPARE(*parseSeconds(u"3000ms"_s), std::chrono::seconds(3));
    QVERIFY(!parseSeconds(u"3500ms"_s));
}

void TestDuration::durationsAreWrittenShort_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::newRow("0s") << qint64(0);
    QTest::newRow("250ms") << qint64(250);
    QTest::newRow("30s") << qint64(30'000);
    QTest::newRow("4d") << qint64(345'600'000);
    QTest::newRow("1h30m") << qint64(5'400'000);
    QTest::newRow("1d2h3m4s5ms") << qint64(93'784'005);
    QTest::newRow("-2s") << qint64(-2'000);
}

void TestDuration::durationsAreWrittenShort()
{
    QFETCH(const qint64, milliseconds);
    QCOMPARE(formatDuration(std::chrono::milliseconds(milliseconds)),
             QString::fromLatin1(QTest::currentDataTag()));
}

QTEST_APPLESS_MAIN(TestDuration)
#include "tst_duration.moc"
