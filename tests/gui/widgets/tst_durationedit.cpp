// SPDX-License-Identifier: GPL-3.0-only
#include "resources/resources.h"
#include "widgets/durationedit.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Signalbox;
using namespace std::chrono_literals;

class TestDurationEdit : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        initResources();
        QLocale::setDefault(QLocale(u"en_US"_s));
    }

    void readsWhatPeopleType_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("seconds");
        QTest::newRow("bare number") << u"90"_s << 90;
        QTest::newRow("blanks around it") << u"  90 "_s << 90;
        QTest::newRow("minute and bare rest") << u"1m30"_s << 90;
        QTest::newRow("unit apart") << u"2 h"_s << 7200;
        QTest::newRow("Chinese") << u"1分30秒"_s << 90;
        QTest::newRow("Chinese hours") << u"2 小时"_s << 7200;
        QTest::newRow("as it is shown") << u"3 d 02 h"_s << 266400;
        QTest::newRow("upper case words") << u"5 Minutes"_s << 300;
        QTest::newRow("half an hour") << u"1.5 h"_s << 5400;
        QTest::newRow("comma between parts") << u"1 h, 5 min"_s << 3900;
        QTest::newRow("a week in seconds") << u"604800"_s << 604800;
        QTest::newRow("nothing") << u""_s << -1;
        QTest::newRow("negative") << u"-5"_s << -1;
        QTest::newRow("unknown unit") << u"5 weeks"_s << -1;
        QTest::newRow("word") << u"soon"_s << -1;
        QTest::newRow("part of a second") << u"1.5"_s << -1;
        QTest::newRow("units upwards") << u"30 s 1 m"_s << -1;
        QTest::newRow("two bare numbers") << u"1 2"_s << -1;
        QTest::newRow("rest after seconds") << u"1s30"_s << -1;
        QTest::newRow("longer than ten years") << u"99999999999"_s << -1;
        QTest::newRow("two points") << u"1.2.3"_s << -1;
    }
    void readsWhatPeopleType()
    {
        QFETCH(QString, text);
        QFETCH(int, seconds);
        const auto parsed = parseDuration(text, DurationUnit::Seconds);
        QCOMPARE(parsed ? int(parsed->value.count()) : -1, seconds);
    }

    void aBareNumberCountsInTheChosenUnit()
    {
        QCOMPARE(parseDuration(u"2"_s, DurationUnit::Hours)->value, std::chrono::seconds(2h));
    }

    void showsTheLargestWholeUnit()
    {
        DurationEdit edit;
        edit.setDuration(7200s);
        QCOMPARE(edit.findChild<QLineEdit *>()->text(), u"2"_s);
        QCOMPARE(edit.findChild<QComboBox *>()->currentText(), u"hours"_s);
        edit.setDuration(90s);
        QCOMPARE(edit.findChild<QLineEdit *>()->text(), u"90"_s);
    }

    void keepsTheUnitThatWasTyped()
    {
        DurationEdit edit;
        edit.setRange(1s, 12h);
        auto *number = edit.findChild<QLineEdit *>();
        QTest::keyClicks(number, u"1m30"_s);
        number->setText(u"1m30"_s);
        QTest::keyClick(number, Qt::Key_Return);
        QCOMPARE(number->text(), u"90"_s);
        QCOMPARE(edit.findChild<QComboBox *>()->currentText(), u"seconds"_s);
        number->setText(u"120 min"_s);
        QTest::keyClick(number, Qt::Key_Return);
        QCOMPARE(number->text(), u"120"_s);
        QCOMPARE(edit.findChild<QComboBox *>()->currentText(), u"minutes"_s);
        QCOMPARE(*edit.duration(), 7200s);
    }

    void saysWhatIsWrongWithAValueOutOfRange()
    {
        DurationEdit edit;
        edit.setRange(1s, 12h);
        edit.setDuration(0s);
        QVERIFY(!edit.duration());
        QCOMPARE(edit.problem(), u"1 s is the least."_s);
        edit.setDuration(13h);
        QCOMPARE(edit.problem(), u"12 h is the most."_s);
        edit.setDuration(30s);
        QCOMPARE(edit.problem(), QString());
        QCOMPARE(edit.rangeText(), u"1 s to 12 h."_s);
    }

    void arrowKeysStepInTheUnitAndStopAtTheEnds()
    {
        DurationEdit edit;
        edit.setRange(0s, 3min);
        edit.setDuration(2min);
        QSignalSpy changed(&edit, &DurationEdit::amountChanged);
        auto *number = edit.findChild<QLineEdit *>();
        QTest::keyClick(number, Qt::Key_Up);
        QCOMPARE(*edit.duration(), 180s);
        QTest::keyClick(number, Qt::Key_Up);
        QCOMPARE(*edit.duration(), 180s);
        QTest::keyClick(number, Qt::Key_Down);
        QCOMPARE(*edit.duration(), 120s);
        QCOMPARE(changed.size(), 3);
    }

    void bytesReadTheirOwnUnits()
    {
        DurationEdit edit(DurationEdit::Kind::Bytes);
        edit.setRange(1024, 65536);
        edit.setAmount(65536);
        auto *number = edit.findChild<QLineEdit *>();
        QCOMPARE(number->text(), u"64"_s);
        QCOMPARE(edit.findChild<QComboBox *>()->currentText(), u"KB"_s);
        number->setText(u"2048 B"_s);
        QCOMPARE(*edit.amount(), 2048);
        number->setText(u"2 MB"_s);
        QVERIFY(!edit.amount());
        QCOMPARE(edit.problem(), u"64 KB is the most."_s);
    }
};

QTEST_MAIN(TestDurationEdit)
#include "tst_durationedit.moc"
