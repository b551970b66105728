// SPDX-License-Identifier: GPL-3.0-only
#include "resources/resources.h"
#include "widgets/format.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace Signalbox;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

class TestFormat : public QObject
{
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale(u"en_US"_s)); }

    void countsGroupAndUnknownIsADash()
    {
        QCOMPARE(Format::count(qint64(1204)), u"1,204"_s);
        QCOMPARE(Format::count(std::optional<qint64>()), u"–"_s);
        QLocale::setDefault(QLocale(u"de_DE"_s));
        QCOMPARE(Format::count(qint64(1204)), u"1.204"_s);
    }

    void compactKeepsThreeDigitsAboveTenThousand_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << 0.0 << u"0"_s;
        QTest::newRow("one decimal below ten") << 9.53 << u"9.5"_s;
        QTest::newRow("whole") << 8.0 << u"8"_s;
        QTest::newRow("hundreds") << 412.4 << u"412"_s;
        QTest::newRow("not yet short") << 9999.0 << u"9,999"_s;
        QTest::newRow("thousands") << 12480.0 << u"12.5 k"_s;
        QTest::newRow("round thousands") << 64000.0 << u"64 k"_s;
        QTest::newRow("rounds up to a million") << 999999.0 << u"1 M"_s;
        QTest::newRow("millions") << 1240000.0 << u"1.24 M"_s;
        QTest::newRow("missing") << std::numeric_limits<double>::quiet_NaN() << u"–"_s;
    }
    void compactKeepsThreeDigitsAboveTenThousand()
    {
        QFETCH(double, value);
        QTEST(Format::compact(value), "text");
    }

    void axisLabelsCarryTheDecimalsOfTheirStep_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("step");
        QTest::addColumn<QString>("text");
        QTest::newRow("quarter") << 0.25 << 0.25 << u"0.25"_s;
        QTest::newRow("half of quarters") << 0.5 << 0.25 << u"0.5"_s;
        QTest::newRow("one") << 1.0 << 0.25 << u"1"_s;
        QTest::newRow("hundreds") << 400.0 << 100.0 << u"400"_s;
        QTest::newRow("five thousand of fives") << 5000.0 << 5000.0 << u"5 k"_s;
        QTest::newRow("fifteen thousand") << 15000.0 << 5000.0 << u"15 k"_s;
        QTest::newRow("half thousands") << 12500.0 << 2500.0 << u"12.5 k"_s;
    }
    void axisLabelsCarryTheDecimalsOfTheirStep()
    {
        QFETCH(double, value);
        QFETCH(double, step);
        QTEST(Format::axisLabel(value, step), "text");
    }

    void ratesHaveOneDecimalBelowTen()
    {
        QCOMPARE(Format::rate(0.24), u"0.2"_s);
        QCOMPARE(Format::rate(9.96), u"10"_s);
        QCOMPARE(Format::rate(182.4), u"182"_s);
        QCOMPARE(Format::rate(38.0), u"38"_s);
    }

    void aHundredPerCentIsOnlyShownWhenExact()
    {
        QCOMPARE(Format::percent(1.0), u"100 %"_s);
        QCOMPARE(Format::percent(0.99999), u"99.9 %"_s);
        QCOMPARE(Format::percent(0.8527), u"85.3 %"_s);
        QCOMPARE(Format::percent(0.12), u"12 %"_s);
    }

    void bytesCountInKibibytes_data()
    {
        QTest::addColumn<qint64>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("bytes") << qint64(412) << u"412 B"_s;
        QTest::newRow("tenths") << qint64(1229) << u"1.2 KB"_s;
        QTest::newRow("the largest message") << qint64(65536) << u"64 KB"_s;
        QTest::newRow("megabytes") << qint64(1992294) << u"1.9 MB"_s;
        QTest::newRow("gigabytes") << (qint64(2) << 30) << u"2 GB"_s;
    }
    void bytesCountInKibibytes()
    {
        QFETCH(qint64, value);
        QTEST(Format::bytes(value), "text");
    }

    void durationsHaveAtMostTwoUnits_data()
    {
        QTest::addColumn<milliseconds>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << milliseconds(0) << u"< 1 ms"_s;
        QTest::newRow("milliseconds") << milliseconds(6) << u"6 ms"_s;
        QTest::newRow("seconds") << milliseconds(48s) << u"48 s"_s;
        QTest::newRow("minutes and seconds") << milliseconds(4min + 12s) << u"4 min 12 s"_s;
        QTest::newRow("whole minutes") << milliseconds(10min) << u"10 min"_s;
        QTest::newRow("hours") << milliseconds(2h + 5min + 9s) << u"2 h 05 min"_s;
        QTest::newRow("days and hours") << milliseconds(74h) << u"3 d 02 h"_s;
        QTest::newRow("whole days") << milliseconds(96h) << u"4 d"_s;
    }
    void durationsHaveAtMostTwoUnits()
    {
        QFETCH(milliseconds, value);
        QTEST(Format::duration(value), "text");
    }

    void theSameDurationsReadInChinese()
    {
        QLocale::setDefault(QLocale(u"zh_CN"_s));
        const auto translator = loadTranslation(QLocale());
        QVERIFY(translator);
        QCoreApplication::installTranslator(translator.get());
        QCOMPARE(Format::duration(4min + 12s), u"4 分 12 秒"_s);
        QCOMPARE(Format::duration(74h), u"3 天 02 小时"_s);
        QCOMPARE(Format::countdown(27s), u"27 秒后"_s);
        QCoreApplication::removeTranslator(translator.get());
    }

    void agesBelowASecondAndCountdownsReadAsText()
    {
        QCOMPARE(Format::age(400ms), u"< 1 s"_s);
        QCOMPARE(Format::countdown(26100ms), u"in 27 s"_s);
        QCOMPARE(Format::ago(1s), u"1 s ago"_s);
        QCOMPARE(Format::milliseconds(5000ms), u"5,000 ms"_s);
        QCOMPARE(Format::clockLeft(9min + 58s), u"9:58"_s);
    }

    void timesShortenWithTheirDistance()
    {
        const QDateTime now(QDate(2026, 3, 11), QTime(14, 32, 8));
        const QDateTime today(QDate(2026, 3, 11), QTime(14, 32, 6, 114));
        QCOMPARE(Format::time(today, now), u"14:32:06.114"_s);
        QCOMPARE(Format::time(today.addDays(-3), now), u"03-08 14:32"_s);
        QCOMPARE(Format::time(today.addYears(-1), now), u"2025-03-11"_s);
        QCOMPARE(Format::time(QDateTime(), now), u"–"_s);
        QCOMPARE(Format::time(today.toMSecsSinceEpoch(), now.toMSecsSinceEpoch()),
                 u"14:32:06.114"_s);
        QCOMPARE(Format::minute(today, now), u"14:32"_s);
        QCOMPARE(Format::minute(today.addDays(-3), now), u"03-08 14:32"_s);
        QCOMPARE(Format::minute(QDateTime(), now), u"–"_s);
        QCOMPARE(Format::clock(today, now), u"14:32:06"_s);
        QCOMPARE(Format::clock(today.addDays(3), now), u"03-14 14:32:06"_s);
        QCOMPARE(Format::clock(today.addYears(1), now), u"2027-03-11 14:32:06"_s);
        QVERIFY(Format::exactTime(today).contains(QString::number(today.toMSecsSinceEpoch())));
    }

private:
    // Runs before the first test: the translation is a resource.
    const bool m_resources = (initResources(), true);
};

QTEST_MAIN(TestFormat)
#include "tst_format.moc"
