// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/message.h"
#include "protocol/searchquery.h"

#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;

using Kind = SearchQuery::Kind;
using Problem = SearchProblem::Kind;

Q_DECLARE_METATYPE(Signalbox::SearchQuery::Kind)
Q_DECLARE_METATYPE(Signalbox::SearchProblem::Kind)

namespace {

SearchQuery parsed(const QString &text)
{
    const auto result = SearchQuery::parse(text);
    const auto *query = std::get_if<SearchQuery>(&result);
    return query ? *query : SearchQuery();
}

/// The value that \a text asks for.
SearchValue value(const QString &text)
{
    return parsed(u"$.a = "_s + text).value;
}

QStringList names(const SearchQuery::Path &path)
{
    QStringList names;
    for (const SearchQuery::Step &step : path) {
        const auto *key = std::get_if<QString>(&step);
        names.append(key ? *key : u"#%1"_s.arg(std::get<qsizetype>(step)));
    }
    return names;
}

} // namespace

class TestSearchQuery : public QObject
{
    Q_OBJECT

private slots:
    void eachBeginningHasItsMeaning_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("meant");
        QTest::newRow("text") << u"pear"_s << Kind::Text << u"pear"_s;
        QTest::newRow("text keeps its spaces") << u" a b "_s << Kind::Text << u" a b "_s;
        QTest::newRow("money") << u"$100"_s << Kind::Text << u"$100"_s;
        QTest::newRow("id") << u"id: 5F29aB"_s << Kind::MessageId << u"5f29ab"_s;
        QTest::newRow("tag") << u"tag:important"_s << Kind::Tag << u"important"_s;
        QTest::newRow("group") << u"  group: customer 7 "_s << Kind::Group << u"customer 7"_s;
        QTest::newRow("property") << u"prop.unit price = 9"_s << Kind::Property << u"unit price"_s;
        QTest::newRow("property with dots") << u"prop.a.b=c=d"_s << Kind::Property << u"a.b"_s;
        QTest::newRow("as it stands") << u"text: id: 5F29"_s << Kind::Text << u"id: 5F29"_s;
        QTest::newRow("other words") << u"identity: 5"_s << Kind::Text << u"identity: 5"_s;
    }

    void eachBeginningHasItsMeaning()
    {
        QFETCH(QString, text);
        const SearchQuery query = parsed(text);
        QTEST(query.kind, "kind");
        QTEST(query.text, "meant");
    }

    void pathsHaveKeysAndIndexes()
    {
        QCOMPARE(names(parsed(u"$.a.b = 1"_s).path), QStringList({u"a"_s, u"b"_s}));
        QCOMPARE(names(parsed(u"$[0].items[12]=1"_s).path),
                 QStringList({u"#0"_s, u"items"_s, u"#12"_s}));
        QCOMPARE(names(parsed(u"$[\"unit \\\"price\\\"\"].支付 = 1"_s).path),
                 QStringList({u"unit \"price\""_s, u"支付"_s}));
    }

    void whatCannotBeUnderstoodIsPointedAt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Problem>("kind");
        QTest::addColumn<qsizetype>("position");
        const auto add = [](const QString &text, Problem kind, qsizetype position) {
            QTest::newRow(qPrintable(text)) << text << kind << position;
        };
        add(u"$."_s, Problem::MissingKey, 3);
        add(u"$.a..b = 1"_s, Problem::MissingKey, 5);
        add(u"$[x] = 1"_s, Problem::MissingIndex, 3);
        add(u"$[-1] = 1"_s, Problem::MissingIndex, 3);
        add(u"$[9999999999] = 1"_s, Problem::MissingIndex, 3);
        add(u"$.a[0 = 1"_s, Problem::UnclosedBracket, 4);
        add(u"$[\"a = 1"_s, Problem::UnclosedText, 3);
        add(u"$.a"_s, Problem::MissingEquals, 4);
        add(u"  $.a "_s, Problem::MissingEquals, 6);
        add(u"$.a == 1"_s, Problem::MissingEquals, 6);
        add(u"$.a b = 1"_s, Problem::MissingEquals, 5);
        add(u"$.a ="_s, Problem::MissingValue, 6);
        add(u"$.a = \"b"_s, Problem::UnclosedText, 7);
        add(u"$.a = \"b\\"_s, Problem::UnclosedText, 7);
        add(u"$.a = \"\\u12\""_s, Problem::BadEscape, 7);
        add(u"$.a = \"b\" c"_s, Problem::TextBehindValue, 11);
        add(u"prop. = 1"_s, Problem::MissingName, 6);
        add(u"prop.kind"_s, Problem::MissingEquals, 10);
        add(u"prop.kind = "_s, Problem::MissingValue, 12);
        add(u"id:"_s, Problem::MissingValue, 4);
        add(u"id: 5F2G"_s, Problem::NotAnId, 8);
        add(u"id: "_s + QString(33, u'a'), Problem::NotAnId, 37);
        add(u"tag:"_s, Problem::MissingValue, 5);
        add(u"group:  "_s, Problem::MissingValue, 7);
    }

    void whatCannotBeUnderstoodIsPointedAt()
    {
        QFETCH(QString, text);
        QFETCH(Problem, kind);
        QFETCH(qsizetype, position);
        const auto result = SearchQuery::parse(text);
        const auto *problem = std::get_if<SearchProblem>(&result);
        QVERIFY(problem);
        QCOMPARE(problem->kind, kind);
        QCOMPARE(problem->position, position);
        QVERIFY(searchProblemText(*problem).contains(u"character %1:"_s.arg(position)));
    }

    void unquotedValuesMeanWhatTheySpellOrTheSameText()
    {
        QVERIFY(value(u"42"_s).equals(QJsonValue(42)));
        QVERIFY(value(u"42"_s).equals(QJsonValue(u"42"_s)));
        QVERIFY(value(u"1288.50"_s).equals(QJsonValue(1288.5)));
        QVERIFY(value(u"1e3"_s).equals(QJsonValue(1000)));
        QVERIFY(!value(u"42"_s).equals(QJsonValue(43)));
        QVERIFY(!value(u"1"_s).equals(QJsonValue(true)));
        QVERIFY(value(u"true"_s).equals(QJsonValue(true)));
        QVERIFY(!value(u"true"_s).equals(QJsonValue(false)));
        QVERIFY(value(u"null"_s).equals(QJsonValue(QJsonValue::Null)));
        QVERIFY(!value(u"0"_s).equals(QJsonValue(QJsonValue::Null)));
        QVERIFY(value(u"red pear"_s).equals(QJsonValue(u"red pear"_s)));
        QVERIFY(!value(u"PEAR"_s).equals(QJsonValue(u"pear"_s)));
        QVERIFY(!value(u"pear"_s).equals(QJsonValue(QJsonValue::Array)));
    }

    void largeNumbersAreComparedExactly()
    {
        QVERIFY(value(u"9007199254740993"_s).equals(QJsonValue(Q_INT64_C(9007199254740993))));
        QVERIFY(!value(u"9007199254740993"_s).equals(QJsonValue(Q_INT64_C(9007199254740992))));
    }

    void quotedValuesMeanTextOnly()
    {
        QVERIFY(value(u"\"42\""_s).equals(QJsonValue(u"42"_s)));
        QVERIFY(!value(u"\"42\""_s).equals(QJsonValue(42)));
        QVERIFY(!value(u"\"null\""_s).equals(QJsonValue(QJsonValue::Null)));
        QVERIFY(value(u"\"\""_s).equals(QJsonValue(QString())));
        QVERIFY(value(u"\"a\\u0062\\n\""_s).equals(QJsonValue(u"ab\n"_s)));
    }

    void propertiesAreComparedByTheirType()
    {
        const auto property = [](const QString &text, PropertyType type) {
            return MessageProperty{u"n"_s, text, type};
        };
        QVERIFY(value(u"9.50"_s).equals(property(u"9.5"_s, PropertyType::Number)));
        QVERIFY(!value(u"9.50"_s).equals(property(u"9.5"_s, PropertyType::String)));
        QVERIFY(!value(u"\"9.50\""_s).equals(property(u"9.5"_s, PropertyType::Number)));
        QVERIFY(value(u"true"_s).equals(property(u"True"_s, PropertyType::Boolean)));
        QVERIFY(!value(u"true"_s).equals(property(u"True"_s, PropertyType::String)));
        QVERIFY(value(u"aGk="_s).equals(property(u"aGk="_s, PropertyType::Binary)));
    }

    void valuesAreFoundAtTheirPath()
    {
        const QByteArray json = R"({"a": {"b": [1, {"c": null}]}, "": "empty"})";
        const auto at = [&json](const QString &path) {
            return jsonValueAt(json, parsed(path + u" = 1"_s).path);
        };
        QCOMPARE(at(u"$.a.b[0]"_s), QJsonValue(1));
        QCOMPARE(at(u"$.a.b[1].c"_s), QJsonValue(QJsonValue::Null));
        QCOMPARE(at(u"$[\"\"]"_s), QJsonValue(u"empty"_s));
        for (const QString &nothing :
             {u"$.a.b[2]"_s, u"$.a[0]"_s, u"$.b"_s, u"$.a.b.c"_s, u"$[0]"_s, u"$.a.b[0].c"_s})
            QVERIFY2(at(nothing).isUndefined(), qPrintable(nothing));
        QVERIFY(jsonValueAt("{\"a\": 1", {SearchQuery::Step(u"a"_s)}).isUndefined());
        QVERIFY(
            jsonValueAt(QByteArray(100'000, '['), {SearchQuery::Step(qsizetype(0))}).isUndefined());
    }
};

QTEST_GUILESS_MAIN(TestSearchQuery)
#include "tst_searchquery.moc"
