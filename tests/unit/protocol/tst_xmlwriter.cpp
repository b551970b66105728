// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/accountxml.h"
#include "protocol/errorxml.h"
#include "protocol/xmlreader.h"
#include "protocol/xmlwriter.h"

#include <QTest>

using namespace Signalbox;

namespace {

const QByteArray kDeclaration = "<?xml version=\"1.0\" ?>\n";

} // namespace

class TestXmlWriter : public QObject
{
    Q_OBJECT

private slots:
    void indentsEveryLevelByTwoSpaces()
    {
        XmlWriter writer("Root");
        writer.text("A", "1");
        writer.open("B");
        writer.number("C", -2);
        writer.boolean("D", true);
        writer.boolean("E", false);
        writer.close();
        QCOMPARE(writer.finish(),
                 kDeclaration
                     + "<Root xmlns=\"http://mns.aliyuncs.com/doc/v1\">\n  <A>1</A>\n  <B>\n    "
                       "<C>-2</C>\n"
                       "    <D>True</D>\n    <E>False</E>\n  </B>\n</Root>");
    }

    void holdsOnlyWhiteSpaceInAnEmptyRoot()
    {
        XmlWriter writer("Queues");
        QCOMPARE(writer.finish(),
                 kDeclaration + "<Queues xmlns=\"http://mns.aliyuncs.com/doc/v1\">\n</Queues>");
    }

    void leavesEmptyElementsOut()
    {
        XmlWriter writer("Root");
        writer.text("A", QByteArray());
        writer.text("B", QString());
        QVERIFY(!writer.finish().contains("<A"));
    }

    void closesWhatIsOpenAtTheEnd()
    {
        XmlWriter writer("Root");
        writer.open("A");
        writer.open("B");
        writer.text("C", "1");
        QVERIFY(writer.finish().endsWith("</C>\n    </B>\n  </A>\n</Root>"));
    }

    void escapes_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("written");
        const auto row = [](const char *name, const QByteArray &value, const QByteArray &written) {
            QTest::newRow(name) << value << written;
        };
        row("markup", "a<b>&\"'", "a&lt;b&gt;&amp;\"'");
        row("end of CDATA", "]]>", "]]&gt;");
        row("line ends", "\r\n\t", "&#13;\n\t");
        row("UTF-8", "\xe4\xb8\xad\xf0\x9f\x93\xab", "\xe4\xb8\xad\xf0\x9f\x93\xab");
        row("control characters", QByteArray("a\0\x01\x1f<", 5),
            "a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd&lt;");
        row("U+FFFF", "\xef\xbf\xbf", "\xef\xbf\xbd");
        row("bad UTF-8", "a\xff", "a\xef\xbf\xbd");
    }

    void escapes()
    {
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, written);
        XmlWriter writer("Root");
        writer.text("A", value);
        const QByteArray document = writer.finish();
        QVERIFY2(document.contains("\n  <A>" + written + "</A>\n"), document.constData());
        XmlReader reader(document);
        QVERIFY(reader.readRoot("Root"));
        reader.skip();
        QVERIFY(reader.finish().ok());
    }

    void writesAnErrorByteForByte()
    {
        const Error error{ErrorCode::QueueNotExist, QStringLiteral("The queue does not exist.")};
        const QByteArray document =
            writeError(error, QStringLiteral("5DF07C9B31383790319F4D26"), "http://127.0.0.1:9324");
        QCOMPARE(
            document,
            kDeclaration
                + "<Error xmlns=\"http://mns.aliyuncs.com/doc/v1\">\n  <Code>QueueNotExist</Code>\n"
                  "  <Message>The queue does not exist.</Message>\n"
                  "  <RequestId>5DF07C9B31383790319F4D26</RequestId>\n"
                  "  <HostId>http://127.0.0.1:9324</HostId>\n</Error>");
        const auto parsed = parseError(document);
        QVERIFY(parsed.ok());
        QCOMPARE(*parsed,
                 (ErrorDocument{"QueueNotExist", error.message,
                                QStringLiteral("5DF07C9B31383790319F4D26"),
                                QStringLiteral("http://127.0.0.1:9324")}));
        QCOMPARE(parsed->toError(), error);
    }

    void alwaysHasAllFourElementsOfAnError()
    {
        const QByteArray document = writeError({ErrorCode::InternalError, {}}, {}, {});
        for (const char *element : {"<Code>", "<Message>", "<RequestId>", "<HostId>"})
            QVERIFY2(document.contains(element), element);
        QVERIFY(!document.contains("></"));
    }

    void staysWellFormedWhateverAnErrorNames()
    {
        const Error error{ErrorCode::InvalidQueueName,
                          QStringLiteral("No queue \"<\u0001&\uffff>\".")};
        const auto parsed =
            parseError(writeError(error, QStringLiteral("5D"), "http://<host>\xff"));
        QVERIFY(parsed.ok());
        QCOMPARE(parsed->message, QStringLiteral("No queue \"<\ufffd&\ufffd>\"."));
    }

    void namesAnUnknownCode()
    {
        const auto parsed =
            parseError("<Error><Code>FifoNotSupport</Code><Message>gone</Message></Error>");
        QCOMPARE(parsed->toError(),
                 (Error{ErrorCode::UnexpectedReply, QStringLiteral("FifoNotSupport: gone")}));
        QCOMPARE(parseError("<Error><Message>gone</Message></Error>").error().code,
                 ErrorCode::UnexpectedReply);
        QCOMPARE(parseError("<html/>").error().code, ErrorCode::UnexpectedReply);
    }

    void keepsAnEmptyLoggingBucket()
    {
        QVERIFY(
            writeAccountAttributes({}).endsWith("\n  <LoggingBucket></LoggingBucket>\n</Account>"));
        QCOMPARE(*parseAccountAttributes(writeAccountAttributes({})), QString());
        QCOMPARE(*parseAccountAttributes(writeAccountAttributes(QStringLiteral("logs"))),
                 QStringLiteral("logs"));
    }

    void readsAccountSettings()
    {
        QVERIFY(!parseAccountSettings("")->loggingBucket);
        QVERIFY(!parseAccountSettings("<Account/>")->loggingBucket);
        QCOMPARE(parseAccountSettings("<Account><LoggingBucket/></Account>")->loggingBucket,
                 QString());
        QCOMPARE(parseAccountSettings("<Account><LoggingBucket>b</LoggingBucket></Account>")
                     ->loggingBucket,
                 QStringLiteral("b"));
        for (const AccountSettingsPatch &patch :
             {AccountSettingsPatch{}, AccountSettingsPatch{QString()},
              AccountSettingsPatch{QStringLiteral("b")}}) {
            QCOMPARE(*parseAccountSettings(writeAccountSettings(patch)), patch);
        }
        const QByteArray longName(Limits::kMaxLoggingBucketLength + 1, 'b');
        QCOMPARE(parseAccountSettings("<Account><LoggingBucket>" + longName
                                      + "</LoggingBucket></Account>")
                     .error()
                     .code,
                 ErrorCode::InvalidArgument);
        QCOMPARE(parseAccountSettings(
                     "<Account><LoggingBucket/><LoggingBucket>b</LoggingBucket></Account>")
                     .error()
                     .code,
                 ErrorCode::InvalidArgument);
        QCOMPARE(parseAccountSettings("<Account>").error().code, ErrorCode::MalformedXml);
    }

    void readsBackAccountIdAndOrderId()
    {
        QVERIFY(writeAccountId(QStringLiteral("1000000000000000"))
                    .endsWith("\n  <AccountId>1000000000000000</AccountId>\n</Account>"));
        QCOMPARE(*parseAccountId(writeAccountId(QStringLiteral("1"))), QStringLiteral("1"));
        QVERIFY(writeOpenService(QStringLiteral("9"))
                    .endsWith("\n  <OrderId>9</OrderId>\n</OpenService>"));
        QCOMPARE(*parseOpenService(writeOpenService(QStringLiteral("9"))), QStringLiteral("9"));
        QCOMPARE(parseOpenService("<Account/>").error().code, ErrorCode::UnexpectedReply);
    }
};

QTEST_GUILESS_MAIN(TestXmlWriter)

#include "tst_xmlwriter.moc"
