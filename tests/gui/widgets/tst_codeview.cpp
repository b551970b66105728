// SPDX-License-Identifier: GPL-3.0-only
#include "resources/resources.h"
#include "widgets/codeedit.h"
#include "widgets/codematches.h"
#include "widgets/codetext.h"
#include "widgets/codeview.h"

#include <QApplication>
#include <QClipboard>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

using namespace Qt::StringLiterals;
using namespace Signalbox;

Q_DECLARE_METATYPE(Signalbox::JsonPath)

class TestCodeView : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { initResources(); }

    void base64OfTextIsRecognisedAndPlainWordsAreNot_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("decoded");
        QTest::newRow("text") << QByteArray("SGVsbG8gd29ybGQ=") << QByteArray("Hello world");
        QTest::newRow("JSON") << QByteArray("{\"a\":1}").toBase64() << QByteArray("{\"a\":1}");
        QTest::newRow("Chinese") << QString(u"你好，世界"_s).toUtf8().toBase64()
                                 << QString(u"你好，世界"_s).toUtf8();
        QTest::newRow("wrapped lines")
            << QByteArray("SGVsbG8g\r\nd29ybGQ=") << QByteArray("Hello world");
        QTest::newRow("a word of eight letters") << QByteArray("signalbx") << QByteArray();
        QTest::newRow("a number") << QByteArray("12345678") << QByteArray();
        QTest::newRow("too short") << QByteArray("YQ==") << QByteArray();
        QTest::newRow("binary behind it")
            << QByteArray::fromHex("00ff10fe03").toBase64() << QByteArray();
        QTest::newRow("wrong alphabet") << QByteArray("SGVsbG8!d29ybGQ=") << QByteArray();
    }
    void base64OfTextIsRecognisedAndPlainWordsAreNot()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, decoded);
        QCOMPARE(decodeBase64Text(body).value_or(QByteArray()), decoded);
    }

    void formattingKeepsOrderNumbersAndEscapes()
    {
        const QByteArray json = "{\"z\":1288.50,\"a\":\"\\u4e2d "
                                "\\\"q\\\"\",\"items\":[{\"sku\":\"CAM\",\"qty\":1},{\"sku\":"
                                "\"SD\"}],\"e\":[],\"big\":12345678901234567890}";
        QCOMPARE(formatJson(json),
                 u"{\n  \"z\": 1288.50,\n  \"a\": \"\\u4e2d \\\"q\\\"\",\n  \"items\": [\n    { "
                 u"\"sku\": \"CAM\", "
                 "\"qty\": 1 },\n    { \"sku\": \"SD\" }\n  ],\n  \"e\": [],\n  \"big\": "
                 "12345678901234567890\n}"_s);
    }

    void formattingTwiceChangesNothing()
    {
        const QString once = formatJson(
            "{\"a\":{\"b\":[1,2,{\"c\":null}]},\"long\":{\"k\":"
            "\"0123456789012345678901234567890123456789012345678901234567890123456789\"}}");
        QCOMPARE(formatJson(once.toUtf8()), once);
    }

    void aJsonErrorHasALineAndAColumn()
    {
        const auto problem = findJsonProblem("{\n  \"a\": 1,\n  \"b\" 2\n}");
        QVERIFY(problem);
        QCOMPARE(problem->line, 3);
        QVERIFY(problem->column >= 6 && problem->column <= 8);
        QVERIFY(!findJsonProblem("[1, 2]"));
        QVERIFY(!findJsonProblem("42"));
    }

    void theViewPicksTheRichestForm_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<CodeView::Form>("form");
        QTest::addColumn<bool>("decoded");
        QTest::newRow("JSON") << QByteArray("{\"a\":1}") << CodeView::Form::Structured << false;
        QTest::newRow("XML") << QByteArray("<a>1</a>") << CodeView::Form::Structured << false;
        QTest::newRow("text") << QByteArray("hello there") << CodeView::Form::Text << false;
        QTest::newRow("encoded JSON")
            << QByteArray("{\"a\":1}").toBase64() << CodeView::Form::Structured << true;
        QTest::newRow("binary") << QByteArray::fromHex("00ff10fe") << CodeView::Form::Hex << false;
        QTest::newRow("empty") << QByteArray() << CodeView::Form::Text << false;
    }
    void theViewPicksTheRichestForm()
    {
        QFETCH(QByteArray, body);
        CodeView view;
        view.setBody(body);
        QTEST(view.form(), "form");
        QTEST(view.isDecoded(), "decoded");
    }

    void nearlyJsonShowsAsTextWithThePlaceOfTheError()
    {
        CodeView view;
        view.setBody("{\n  \"a\": }");
        QCOMPARE(view.form(), CodeView::Form::Text);
        QVERIFY2(view.problem().contains(u"line 2"), qPrintable(view.problem()));
    }

    void hexShowsOffsetsBytesAndCharacters()
    {
        QCOMPARE(hexDump("ABC"),
                 u"000000  41 42 43                                          ABC"_s);
        const QString cut = hexDump(QByteArray(100, 'x'), 32);
        QCOMPARE(cut.count(u'\n'), 2);
        QVERIFY(cut.endsWith(u"68 more bytes"));
    }

    void longTextsStayWithoutColours()
    {
        CodeEdit edit;
        QString text = u"[\""_s + QString(kLongestColoured, u'x') + u"\"]"_s;
        edit.setCode(text, CodeLanguage::Json);
        QVERIFY(edit.document()->firstBlock().layout()->formats().isEmpty());
        edit.setCode(u"[\"x\"]"_s, CodeLanguage::Json);
        QTRY_VERIFY(!edit.document()->firstBlock().layout()->formats().isEmpty());
    }

    void formattingInTheEditorCanBeUndone()
    {
        CodeEdit edit;
        edit.setCode(u"{\"a\":1}"_s, CodeLanguage::Json);
        QTest::keyClick(&edit, Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(edit.toPlainText(), u"{\n  \"a\": 1\n}"_s);
        edit.undo();
        QCOMPARE(edit.toPlainText(), u"{\"a\":1}"_s);
    }

    void aDecodedBodyCanBeShownAsItWasSent()
    {
        CodeView view;
        const QByteArray sent = QByteArray("Hello world, how are you?").toBase64();
        view.setBody(sent);
        QVERIFY(view.isDecoded());
        view.setDecoded(false);
        QCOMPARE(view.editor()->toPlainText(), QString::fromLatin1(sent));
        view.setDecoded(true);
        QCOMPARE(view.editor()->toPlainText(), u"Hello world, how are you?"_s);
    }

    void binaryBehindBase64IsDecodedOnDemand()
    {
        CodeView view;
        view.setBody(QByteArray::fromHex("00ff10fe03").toBase64());
        QVERIFY(!view.isDecoded());
        QVERIFY(view.isDecodable());
        view.setDecoded(true);
        QCOMPARE(view.form(), CodeView::Form::Hex);
        QVERIFY(view.editor()->toPlainText().contains(u"00 ff 10 fe 03"_s));
        view.setBody("plain text, that is");
        QVERIFY(!view.isDecodable());
        QVERIFY(!view.isDecoded());
    }

    void valuesOfJsonAreFoundByTheirPath_data()
    {
        QTest::addColumn<JsonPath>("path");
        QTest::addColumn<QString>("found");
        using Step = JsonPath::value_type;
        const auto key = [](const QString &name) { return Step(name); };
        const auto index = [](qsizetype at) { return Step(at); };
        QTest::newRow("text") << JsonPath{key(u"a"_s)} << u"\"x, \\\"y\\\"}\""_s;
        QTest::newRow("number") << JsonPath{key(u"b"_s), index(1)} << u"-1.5e3"_s;
        QTest::newRow("nested") << JsonPath{key(u"b"_s), index(2), key(u"c d"_s), key(u"e"_s)}
                                << u"true"_s;
        QTest::newRow("list") << JsonPath{key(u"b"_s), index(3)} << u"[ ]"_s;
        QTest::newRow("all") << JsonPath{} << u""_s;
        QTest::newRow("no such key") << JsonPath{key(u"z"_s)} << QString();
        QTest::newRow("no such index") << JsonPath{key(u"b"_s), index(4)} << QString();
        QTest::newRow("no list") << JsonPath{key(u"a"_s), index(0)} << QString();
    }
    void valuesOfJsonAreFoundByTheirPath()
    {
        QFETCH(JsonPath, path);
        QFETCH(QString, found);
        const QString json = u"{ \"a\": \"x, \\\"y\\\"}\", \"b\": [1,-1.5e3 ,\n"
                             "{\"c\\u0020d\":{\"e\":true}}, [ ]], \"a2\": null}"_s;
        const std::optional<TextSpan> span = findJsonValue(json, path);
        if (path.isEmpty())
            found = json;
        QCOMPARE(span.has_value(), !found.isNull());
        if (span)
            QCOMPARE(json.mid(span->start, span->length), found);
    }

    void whatIsNoJsonEndsTheSearchForAValue()
    {
        const JsonPath path{JsonPath::value_type(u"a"_s), JsonPath::value_type(qsizetype(1))};
        const QString json = u"{\"a\": [\"\\\\\", 2]}"_s;
        for (qsizetype length = 0; length <= json.size(); ++length)
            QCOMPARE(findJsonValue(json.first(length), path).has_value(), length >= 14);
    }

    void whatASearchWasForIsMarkedAndWalkedThrough()
    {
        CodeView view;
        view.setHighlight(u"PEAR"_s);
        view.setBody("a pear, a Pear and an apple");
        QCOMPARE(view.matches(), (QList<TextSpan>{{2, 4}, {10, 4}}));
        QCOMPARE(view.editor()->extraSelections().size(), 2);
        QCOMPARE(view.editor()->textCursor().selectedText(), u"pear"_s);
        view.show();
        view.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        view.editor()->setFocus();
        QTest::keyClick(view.editor(), Qt::Key_F3);
        QCOMPARE(view.editor()->textCursor().selectedText(), u"Pear"_s);
        QTest::keyClick(view.editor(), Qt::Key_F3);
        QCOMPARE(view.editor()->textCursor().selectedText(), u"pear"_s);
        QTest::keyClick(view.editor(), Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(view.editor()->textCursor().selectedText(), u"Pear"_s);
        view.setBody("no such fruit");
        QVERIFY(view.matches().isEmpty());
        QVERIFY(view.editor()->extraSelections().isEmpty());
    }

    void theValueThatWasSearchedIsMarkedInEveryForm()
    {
        CodeView view;
        view.setHighlight({}, {JsonPath::value_type(u"b"_s)});
        view.setBody("{\"a\":1,\"b\":1}");
        QCOMPARE(view.form(), CodeView::Form::Structured);
        QCOMPARE(view.matches().size(), 1);
        QVERIFY(view.editor()->textCursor().block().text().contains(u"\"b\""_s));
        view.setForm(CodeView::Form::Text);
        QCOMPARE(view.matches(), (QList<TextSpan>{{11, 1}}));
        view.setForm(CodeView::Form::Hex);
        QVERIFY(view.matches().isEmpty());
        view.setHighlight({});
        view.setForm(CodeView::Form::Text);
        QVERIFY(view.matches().isEmpty());
    }
};

QTEST_MAIN(TestCodeView)
#include "tst_codeview.moc"
