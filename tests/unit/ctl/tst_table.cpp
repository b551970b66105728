// SPDX-License-Identifier: GPL-3.0-only
#include "table.h"

#include <QTest>

using namespace Signalbox::Ctl;
using namespace Qt::StringLiterals;

class TestTable : public QObject
{
    Q_OBJECT

private slots:
    void columnsAreAligned();
    void wideCharactersTakeTwoColumns();
    void controlCharactersCannotBreakARow();
    void countsAgreeWithTheirNoun();
};

void TestTable::columnsAreAligned()
{
    Table table({{u"NAME"_s}, {u"COUNT"_s, Table::Align::Right}, {u"NOTE"_s}});
    table.addRow({u"a"_s, u"1"_s, u"x"_s});
    table.addRow({u"longer"_s, u"1000000"_s, QString()});
    QCOMPARE(table.toText(),
             u"NAME      COUNT  NOTE\n"
             "a             1  x\n"
             "longer  1000000\n"_s);
}

void TestTable::wideCharactersTakeTwoColumns()
{
    Table table({{u"A"_s}, {u"B"_s}});
    table.addRow({u"订单"_s, u"x"_s});
    table.addRow({u"abcd"_s, u"y"_s});
    QCOMPARE(table.toText(), u"A     B\n订单  x\nabcd  y\n"_s);
}

void TestTable::controlCharactersCannotBreakARow()
{
    Table table({{u"A"_s}});
    table.addRow({u"one\ntwo\x1b[31m"_s});
    QCOMPARE(table.toText(), u"A\none two [31m\n"_s);
}

void TestTable::countsAgreeWithTheirNoun()
{
    QCOMPARE(formatCount(0, u"message"_s), u"0 messages"_s);
    QCOMPARE(formatCount(1, u"message"_s), u"1 message"_s);
    QCOMPARE(formatCount(2, u"message"_s), u"2 messages"_s);
}

QTEST_APPLESS_MAIN(TestTable)
#include "tst_table.moc"
