// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/xmlreader.h"

#include <QTest>

using namespace Signalbox;

namespace {

/// The text of the root element "r", or why there is none.
Result<QByteArray> textOf(QByteArrayView document)
{
    XmlReader reader(document);
    QByteArray text;
    if (reader.readRoot("r"))
        text = reader.readText();
    return reader.finish(text);
}

/// Reads past everything in \a document.
Result<void> walk(QByteArrayView document)
{
    XmlReader reader(document);
    if (reader.readRoot())
        reader.skip();
    return reader.finish();
}

template <typename T>
Result<std::optional<T>> readValue(const QByteArray &children)
{
    const QByteArray document = "<r>" + children + "</r>";
    XmlReader reader(document);
    std::optional<T> value;
    if (reader.readRoot("r")) {
        while (reader.nextChild())
            reader.read(value);
    }
    return reader.finish(value);
}

} // namespace

class TestXmlReader : public QObject
{
    Q_OBJECT

private slots:
    void readsText_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, const char *document, const char *text) {
            QTest::newRow(name) << QByteArray(document) << QByteArray(text);
        };
        row("plain", "<r>a</r>", "a");
        row("spaces kept", "<r> a\t\n </r>", " a\t\n ");
        row("empty", "<r></r>", "");
        row("self-closed", "<r/>", "");
        row("self-closed with space", "<r />", "");
        row("declaration", "<?xml version='1.0'?><r>a</r>", "a");
        row("whole declaration",
            "<?xml version=\"1.0\" encoding='utf-8' standalone=\"yes\" ?>\n<r>a</r>", "a");
        row("ASCII declared", "<?xml version=\"1.0\" encoding=\"US-ASCII\"?><r>a</r>", "a");
        row("byte order mark", "\xef\xbb\xbf<r>a</r>", "a");
        row("misc around", " <?p i?><!-- c --> <r>a</r> <!-- d -->\n<?p?>", "a");
        row("misc inside", "<r>a<!-- < & --><?p <>?>b</r>", "ab");
        row("CDATA", "<r>a<![CDATA[<b>&amp;]] >\r\n]]>c</r>", "a<b>&amp;]] >\nc");
        row("references", "<r>&lt;&gt;&amp;&quot;&apos;&#65;&#x4A;&#x1F4EB;</r>",
            "<>&\"'AJ\xf0\x9f\x93\xab");
        row("carriage return by reference", "<r>a&#13;&#xD;\nb</r>", "a\r\r\nb");
        row("line ends", "<r>a\r\nb\rc\n\r</r>", "a\nb\nc\n\n");
        row("a lone ] and >", "<r>]] > ]></r>", "]] > ]>");
        row("UTF-8 of every length", "<r>\xc2\xa3\xe4\xb8\xad\xf0\x9f\x93\xab</r>",
            "\xc2\xa3\xe4\xb8\xad\xf0\x9f\x93\xab");
        row("prefix", "<n:r xmlns:n='u'>a</n:r>", "a");
        row("attribute with > and references", "<r a=\"x > &amp; '\" b = '\"'>a</r >", "a");
    }

    void readsText()
    {
        QFETCH(QByteArray, document);
        QFETCH(QByteArray, text);
        const Result<QByteArray> found = textOf(document);
        QVERIFY2(found.ok(), found.ok() ? "" : qPrintable(found.error().message));
        QCOMPARE(*found, text);
    }

    void refusesWhatIsNotWellFormed_data()
    {
        QTest::addColumn<QByteArray>("document");
        const auto row = [](const char *name, const QByteArray &document) {
            QTest::newRow(name) << document;
        };
        row("nothing", "");
        row("text alone", "r");
        row("two roots", "<r/><r/>");
        row("text after the root", "<r/>x");
        row("not ended", "<r>");
        row("end missing its >", "<r></r");
        row("wrong end", "<r></s>");
        row("crossed", "<r><a><b></a></b></r>");
        row("end with prefix", "<r></n:r>");
        row("tag not ended", "<r");
        row("nameless", "<>a</>");
        row("name of digits", "<1/>");
        row("name of a colon", "<:/>");
        row("name without a local part", "<r:></r:>");
        row("name of two colons", "<a:b:c/>");
        row("attribute without a local part", "<r xmlns:='u'/>");
        row("space before the name", "< r/>");
        row("slash then space", "<r/ >");
        row("attribute without value", "<r a/>");
        row("attribute without quotes", "<r a=b/>");
        row("attribute twice", "<r a='1' a='2'/>");
        row("attributes without space", "<r a='1'b='2'/>");
        row("attribute not ended", "<r a='1/>");
        row("attribute with a bare <", "<r a='<'/>");
        row("attribute with a bare &", "<r a='&'/>");
        row("attribute with an unknown entity", "<r a='&x;'/>");
        row("bare &", "<r>a & b</r>");
        row("unknown entity", "<r>&nbsp;</r>");
        row("entity without end", "<r>&amp</r>");
        row("reference to NUL", "<r>&#0;</r>");
        row("reference to a control", "<r>&#1;</r>");
        row("reference to a surrogate", "<r>&#xD800;</r>");
        row("reference to U+FFFF", "<r>&#xFFFF;</r>");
        row("reference past Unicode", "<r>&#x110000;</r>");
        row("reference past 32 bits", "<r>&#4294967361;</r>");
        row("reference without digits", "<r>&#;</r>");
        row("reference with a sign", "<r>&#+65;</r>");
        row("]]> in text", "<r>]]></r>");
        row("CDATA not ended", "<r><![CDATA[a</r>");
        row("CDATA outside", "<![CDATA[a]]><r/>");
        row("comment not ended", "<r><!-- a</r>");
        row("comment with --", "<r><!-- a -- b --></r>");
        row("instruction not ended", "<r><?p</r>");
        row("declaration not first", " <?xml version='1.0'?><r/>");
        row("declaration without version", "<?xml encoding='UTF-8'?><r/>");
        row("declaration of XML 1.1", "<?xml version='1.1'?><r/>");
        row("declaration of another encoding", "<?xml version='1.0' encoding='ISO-8859-1'?><r/>");
        row("declaration with junk", "<?xml version='1.0' a='b'?><r/>");
        row("declaration unquoted", "<?xml version=1.0?><r/>");
        row("NUL", QByteArray("<r>a\0b</r>", 10));
        row("control character", "<r>\x01</r>");
        row("escape character", "<r>\x1b</r>");
        row("U+FFFE", "<r>\xef\xbf\xbe</r>");
        row("bad UTF-8", "<r>\xff</r>");
        row("cut UTF-8", "<r>\xe4\xb8</r>");
        row("overlong UTF-8", "<r>\xc0\xbc</r>");
        row("surrogate in UTF-8", "<r>\xed\xa0\x80</r>");
        row("UTF-16", QByteArray("\xff\xfe<\0r\0/\0>\0", 10));
    }

    void refusesWhatIsNotWellFormed()
    {
        QFETCH(QByteArray, document);
        const Result<void> walked = walk(document);
        QVERIFY(!walked);
        QCOMPARE(walked.error().code, ErrorCode::MalformedXml);
        QVERIFY(walked.error().message.endsWith(u'.'));
        QVERIFY(!textOf(document));
    }

    void refusesDocumentTypes_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::newRow("plain") << QByteArray("<!DOCTYPE r><r/>");
        QTest::newRow("external") << QByteArray("<!DOCTYPE r SYSTEM \"file:///etc/passwd\"><r/>");
        QTest::newRow("external entity")
            << QByteArray("<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><r>&x;</r>");
        QTest::newRow("parameter entity")
            << QByteArray("<!DOCTYPE r [<!ENTITY % p SYSTEM \"http://127.0.0.1/x.dtd\"> %p;]><r/>");
        QTest::newRow("billion laughs") << QByteArray(
            "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;\">"
            "<!ENTITY c \"&b;&b;&b;&b;&b;\">]><r>&c;</r>");
        QTest::newRow("inside the root") << QByteArray("<r><!DOCTYPE r></r>");
    }

    void refusesDocumentTypes()
    {
        QFETCH(QByteArray, document);
        QCOMPARE(textOf(document).error().code, ErrorCode::MalformedXml);
    }

    void goesNoDeeperThanTheLimit_data()
    {
        QTest::addColumn<int>("depth");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("at the limit") << Limits::kMaxXmlDepth << true;
        QTest::newRow("one deeper") << Limits::kMaxXmlDepth + 1 << false;
        QTest::newRow("ten thousand") << 10000 << false;
    }

    void goesNoDeeperThanTheLimit()
    {
        QFETCH(int, depth);
        QFETCH(bool, accepted);
        const QByteArray document =
            QByteArray("<a>").repeated(depth) + QByteArray("</a>").repeated(depth);
        const Result<void> walked = walk(document);
        QCOMPARE(walked.ok(), accepted);
        if (!accepted)
            QCOMPARE(walked.error().code, ErrorCode::MalformedXml);
    }

    void standsHugeInput_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<bool>("accepted");
        const int size = 1024 * 1024;
        QTest::newRow("attribute") << "<r a='" + QByteArray(10 * size, 'x') + "'/>" << true;
        QTest::newRow("attribute of references")
            << "<r a='" + QByteArray("&lt;").repeated(size / 4) + "'/>" << true;
        QTest::newRow("text of references")
            << "<r>" + QByteArray("&lt;").repeated(size / 4) + "</r>" << true;
        QTest::newRow("reference without end")
            << "<r>" + QByteArray("&lt").repeated(size / 3) + "</r>" << false;
        QTest::newRow("text of line ends")
            << "<r>" + QByteArray("\r\n").repeated(size / 2) + "</r>" << true;
        QTest::newRow("siblings") << "<r>" + QByteArray("<a/>").repeated(size / 4) + "</r>" << true;
        QTest::newRow("comments") << "<r>" + QByteArray("<!---->").repeated(size / 7) + "</r>"
                                  << true;
        QTest::newRow("name") << "<r>" + QByteArray("<") + QByteArray(size, 'n') << false;
        QTest::newRow("spaces") << QByteArray(size, ' ') << false;
        QByteArray attributes;
        for (int i = 0; i < 100000; ++i)
            attributes += " a" + QByteArray::number(i) + "=''";
        QTest::newRow("many attributes") << "<r" + attributes + "/>" << false;
    }

    void standsHugeInput()
    {
        QFETCH(QByteArray, document);
        QFETCH(bool, accepted);
        QCOMPARE(walk(document).ok(), accepted);
    }

    void refusesAnotherRootAsAnArgument()
    {
        QCOMPARE(textOf("<s>a</s>").error().code, ErrorCode::InvalidArgument);
        QVERIFY(textOf("<s>a</s>").error().message.contains(QStringLiteral("r")));
    }

    void refusesAnElementWhereTextBelongs()
    {
        const auto value = readValue<QByteArray>("<Name>a<b/></Name>");
        QCOMPARE(value.error().code, ErrorCode::InvalidArgument);
        QCOMPARE(value.error().message, QStringLiteral("Name must hold text only."));
    }

    void refusesAValueGivenTwice()
    {
        QCOMPARE(readValue<QByteArray>("<Name>a</Name><Name>b</Name>").error().message,
                 QStringLiteral("Name must not appear twice."));
        QCOMPARE(readValue<QString>("<Name>a</Name><Name>b</Name>").error().code,
                 ErrorCode::InvalidArgument);
        QCOMPARE(readValue<qint64>("<Name>1</Name><Name>1</Name>").error().code,
                 ErrorCode::InvalidArgument);
        QCOMPARE(readValue<bool>("<Name>1</Name><Name>1</Name>").error().code,
                 ErrorCode::InvalidArgument);
        QCOMPARE(**readValue<qint64>("<Name/><Name>1</Name><Name></Name>"), 1);
    }

    void readsNumbers_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("accepted");
        QTest::addColumn<qint64>("number");
        QTest::newRow("0") << QByteArray("0") << true << qint64(0);
        QTest::newRow("leading zeros") << QByteArray("0030") << true << qint64(30);
        QTest::newRow("spaces around") << QByteArray("\n 30 ") << true << qint64(30);
        QTest::newRow("negative") << QByteArray("-1") << true << qint64(-1);
        QTest::newRow("largest") << QByteArray("9223372036854775807") << true
                                 << std::numeric_limits<qint64>::max();
        for (const char *text :
             {"9223372036854775808", "+1", "1.0", "1e3", "0x1", "1 2", "abc", " ", "--1"})
            QTest::newRow(text) << QByteArray(text) << false << qint64(0);
    }

    void readsNumbers()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, accepted);
        QFETCH(qint64, number);
        const auto value = readValue<qint64>("<Number>" + text + "</Number>");
        QCOMPARE(value.ok(), accepted);
        if (accepted)
            QCOMPARE(**value, number);
        else
            QCOMPARE(value.error().message, QStringLiteral("Number must be a whole number."));
    }

    void endsNumbersAtTheRangeOfAnInt()
    {
        QCOMPARE(**readValue<int>("<n>65536</n>"), 65536);
        QCOMPARE(**readValue<int>("<n>4294967296</n>"), std::numeric_limits<int>::max());
        QCOMPARE(**readValue<int>("<n>-4294967296</n>"), std::numeric_limits<int>::min());
    }

    void readsBooleans_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<std::optional<bool>>("expected");
        for (const char *text : {"true", "True", "TRUE", "1", " true "})
            QTest::newRow(text) << QByteArray(text) << std::optional(true);
        for (const char *text : {"false", "False", "0"})
            QTest::newRow(text) << QByteArray(text) << std::optional(false);
        for (const char *text : {"yes", "2", "t", "truefalse"})
            QTest::newRow(text) << QByteArray(text) << std::optional<bool>();
    }

    void readsBooleans()
    {
        QFETCH(QByteArray, text);
        QFETCH(std::optional<bool>, expected);
        const auto value = readValue<bool>("<Flag>" + text + "</Flag>");
        QCOMPARE(value.ok(), expected.has_value());
        if (expected)
            QCOMPARE(*value, expected);
        else
            QCOMPARE(value.error().message, QStringLiteral("Flag must be True or False."));
    }

    void keepsTheFirstReason()
    {
        XmlReader reader("<r><a>1</a></r>");
        QVERIFY(reader.readRoot());
        reader.refuse(QStringLiteral("First."));
        reader.refuse(QStringLiteral("Second."));
        QVERIFY(!reader.nextChild());
        QVERIFY(reader.readText().isEmpty());
        QCOMPARE(reader.finish().error().message, QStringLiteral("First."));
    }

    void tellsABlankDocument()
    {
        QVERIFY(XmlReader::isBlank(""));
        QVERIFY(XmlReader::isBlank(" \r\n"));
        QVERIFY(XmlReader::isBlank("\xef\xbb\xbf "));
        QVERIFY(!XmlReader::isBlank("x"));
    }
};

QTEST_GUILESS_MAIN(TestXmlReader)

#include "tst_xmlreader.moc"
