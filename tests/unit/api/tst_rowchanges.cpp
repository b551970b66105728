// SPDX-License-Identifier: GPL-3.0-only
#include "api/rowchanges.h"

#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;

/// Following a list by what changed in it.
class TestRowChanges : public QObject
{
    Q_OBJECT

private:
    static QJsonObject row(const QString &name, int value = 0)
    {
        return {{u"name"_s, name}, {u"value"_s, value}};
    }
    static QStringList namesOf(const RowChanges::Changed &changed)
    {
        QStringList names;
        for (const QJsonValue one : changed.rows)
            names.append(one.toObject().value("name"_L1).toString());
        return names;
    }

private slots:
    void onlyWhatChangedIsGiven()
    {
        RowChanges changes(1000);
        const auto all = changes.since(0, u"1"_s, {row(u"a"_s), row(u"b"_s)});
        QVERIFY(all.reset);
        QCOMPARE(namesOf(all), (QStringList{u"a"_s, u"b"_s}));
        const auto none = changes.since(all.cursor, u"1"_s, {row(u"a"_s), row(u"b"_s)});
        QVERIFY(!none.reset);
        QVERIFY(none.rows.isEmpty());
        const auto other = changes.since(none.cursor, u"1"_s, {row(u"a"_s), row(u"b"_s, 1)});
        QCOMPARE(namesOf(other), QStringList{u"b"_s});
        QCOMPARE(other.rows.first().toObject().value("value"_L1).toInt(), 1);
        QVERIFY(other.removed.isEmpty());
    }

    void whatIsGoneIsNamedAndMayComeBack()
    {
        RowChanges changes(1000);
        const auto all = changes.since(0, u"1"_s, {row(u"a"_s), row(u"b"_s)});
        const auto gone = changes.since(all.cursor, u"1"_s, {row(u"b"_s)});
        QCOMPARE(gone.removed, QStringList{u"a"_s});
        QVERIFY(changes.since(gone.cursor, u"1"_s, {row(u"b"_s)}).removed.isEmpty());
        const auto back = changes.since(gone.cursor, u"1"_s, {row(u"a"_s), row(u"b"_s)});
        QCOMPARE(namesOf(back), QStringList{u"a"_s});
        QVERIFY(back.removed.isEmpty());
    }

    void twoWhoLookEachHearOfEverything()
    {
        RowChanges changes(1000);
        const auto first = changes.since(0, u"1"_s, {row(u"a"_s)});
        const auto second = changes.since(0, u"1"_s, {row(u"a"_s)});
        QVERIFY(second.reset);
        const std::vector<QJsonObject> now = {row(u"a"_s, 1)};
        QCOMPARE(namesOf(changes.since(second.cursor, u"1"_s, now)), QStringList{u"a"_s});
        QCOMPARE(namesOf(changes.since(first.cursor, u"1"_s, now)), QStringList{u"a"_s});
    }

    void accountsDoNotMix()
    {
        RowChanges changes(1000);
        const auto first = changes.since(0, u"1"_s, {row(u"a"_s)});
        const auto other = changes.since(0, u"2"_s, {row(u"b"_s)});
        QCOMPARE(namesOf(other), QStringList{u"b"_s});
        QVERIFY(changes.since(first.cursor, u"1"_s, {row(u"a"_s)}).rows.isEmpty());
    }

    void aCursorOfAnotherRunStartsAnew()
    {
        RowChanges earlier(1000);
        const quint64 cursor = earlier.since(0, u"1"_s, {row(u"a"_s)}).cursor;
        RowChanges later(2000);
        for (const quint64 strange : {cursor, quint64(9999)}) {
            const auto all = later.since(strange, u"1"_s, {row(u"a"_s)});
            QVERIFY(all.reset);
            QCOMPARE(namesOf(all), QStringList{u"a"_s});
        }
    }

    void whereRemovalsAreForgottenAnOldCursorStartsAnew()
    {
        RowChanges changes(1000);
        std::vector<QJsonObject> many;
        for (std::size_t i = 0; i <= RowChanges::kRememberedRemovals; ++i)
            many.push_back(row(u"q%1"_s.arg(i, 6, 10, QChar(u'0'))));
        const auto all = changes.since(0, u"1"_s, many);
        const auto none = changes.since(all.cursor, u"1"_s, {});
        QVERIFY(none.reset);
        QVERIFY(none.rows.isEmpty());
        QVERIFY(!changes.since(none.cursor, u"1"_s, {row(u"a"_s)}).reset);
    }
};

QTEST_APPLESS_MAIN(TestRowChanges)
#include "tst_rowchanges.moc"
