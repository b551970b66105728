// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/messagexml.h"

#include <QTest>

using namespace Signalbox;
using namespace std::chrono_literals;

namespace {

OutgoingMessage outgoing()
{
    OutgoingMessage message;
    message.body = "a < b && c > d \r\n\t\"quoted\" \xe4\xb8\xad\xe6\x96\x87 \xf0\x9f\x93\xab";
    message.delay = 0s;
    message.priority = 3;
    message.groupId = QStringLiteral("group-1");
    message.userProperties = {
        {QStringLiteral("retry"), QStringLiteral("3"), PropertyType::Number},
        {QStringLiteral("flag"), QStringLiteral("true"), PropertyType::Boolean},
        {QStringLiteral("blob"), QStringLiteral("AAEC"), PropertyType::Binary},
        {QStringLiteral("text"), QStringLiteral("<&>"), PropertyType::String},
    };
    message.systemProperties = {
        {QStringLiteral("baggage"), QStringLiteral("k=v"), PropertyType::String}};
    return message;
}

ReceivedMessage received()
{
    ReceivedMessage message;
    message.messageId = "0909FF0D9C3A630C372B8A14BD2011B6";
    message.bodyMd5 = "F76691D4C1532DDC644B6FCEF012DD94";
    message.body = "SGVsbG8=";
    message.receiptHandle = "8-0zxjHBaWtzPz8zphz0z6OGz5yWWidU1fJM";
    message.enqueueTimeMs = 1449554806330;
    message.firstDequeueTimeMs = 1449554807412;
    message.nextVisibleTimeMs = 1449554837412;
    message.dequeueCount = 1;
    return message;
}

constexpr const char *kReceivedElements =
    "  <MessageId>0909FF0D9C3A630C372B8A14BD2011B6</MessageId>\n"
    "  <MessageBodyMD5>F76691D4C1532DDC644B6FCEF012DD94</MessageBodyMD5>\n"
    "  <MessageBody>SGVsbG8=</MessageBody>\n";

} // namespace

class TestMessageXml : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatEachSdkSends_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("php, python: declaration, slash namespace")
            << QByteArray("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Message "
                          "xmlns=\"http://mns.aliyuncs.com/doc/v1/\"><MessageBody>SGVsbG8=</"
                          "MessageBody></Message>")
            << QByteArray("SGVsbG8=");
        QTest::newRow("go: no declaration, no namespace, zeros")
            << QByteArray("<Message><MessageBody>hi</MessageBody><DelaySeconds>0</DelaySeconds>"
                          "<Priority>0</Priority></Message>")
            << QByteArray("hi");
        QTest::newRow(".NET: byte order mark, line ends")
            << QByteArray("\xef\xbb\xbf<?xml version=\"1.0\"?>\r\n<Message>\r\n  <MessageBody> x "
                          "</MessageBody>\r\n</Message>\r\n")
            << QByteArray(" x ");
        QTest::newRow("prefixed") << QByteArray(
            "<m:Message xmlns:m=\"urn:x\"><m:MessageBody>p</m:MessageBody></m:Message>")
                                  << QByteArray("p");
        QTest::newRow("unknown and empty elements") << QByteArray(
            "<Message><Other a='1'><MessageBody>no</MessageBody></Other><DelaySeconds/>"
            "<Priority></Priority><MessageBody>yes</MessageBody></Message>")
                                                    << QByteArray("yes");
        QTest::newRow("CDATA, comment, references")
            << QByteArray("<Message><MessageBody>a<![CDATA[<&>]]><!-- c "
                          "-->b&#x4e2d;&#65;&lt;&gt;&amp;&quot;&apos;"
                          "</MessageBody></Message>")
            << QByteArray("a<&>b\xe4\xb8\xad"
                          "A<>&\"'");
    }

    void readsWhatEachSdkSends()
    {
        QFETCH(QByteArray, document);
        QFETCH(QByteArray, body);
        const Result<SendRequest> request = parseSend(document);
        QVERIFY2(request.ok(), request.ok() ? "" : qPrintable(request.error().message));
        QVERIFY(!request->batch);
        QCOMPARE(request->messages.size(), 1u);
        QCOMPARE(request->messages.front().body, body);
        QCOMPARE(request->messages.front().priority, 8);
    }

    void keepsAnExplicitDelayOfZeroApartFromNone()
    {
        const auto with = parseSend(
            "<Message><MessageBody>a</MessageBody><DelaySeconds>0</DelaySeconds></Message>");
        const auto without = parseSend("<Message><MessageBody>a</MessageBody></Message>");
        QCOMPARE(with->messages.front().delay, std::optional(0s));
        QVERIFY(!without->messages.front().delay);
    }

    void tellsABatchByItsRootAlone()
    {
        const auto one =
            parseSend("<Messages><Message><MessageBody>a</MessageBody></Message></Messages>");
        QVERIFY(one.ok());
        QVERIFY(one->batch);
        QCOMPARE(one->messages.size(), 1u);
    }

    void takesUpToSixteenMessages()
    {
        const QByteArray message = "<Message><MessageBody>a</MessageBody></Message>";
        QVERIFY(parseSend("<Messages>" + message.repeated(16) + "</Messages>").ok());
        const auto tooMany = parseSend("<Messages>" + message.repeated(17) + "</Messages>");
        QVERIFY(!tooMany);
        QCOMPARE(tooMany.error().code, ErrorCode::InvalidArgument);
        QVERIFY(tooMany.error().message.contains(QStringLiteral("16")));
    }

    void refusesWhatIsNoSend_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char *name, const char *document, ErrorCode code) {
            QTest::newRow(name) << QByteArray(document) << code;
        };
        row("nothing", "", ErrorCode::MalformedXml);
        row("blank", " \n", ErrorCode::MalformedXml);
        row("no XML", "hello", ErrorCode::MalformedXml);
        row("unescaped body", "<Message><MessageBody>a & b</MessageBody></Message>",
            ErrorCode::MalformedXml);
        row("cut off", "<Message><MessageBody>a</MessageBody>", ErrorCode::MalformedXml);
        row("other root", "<Queue><MessageBody>a</MessageBody></Queue>",
            ErrorCode::InvalidArgument);
        row("no body", "<Message><Priority>1</Priority></Message>", ErrorCode::InvalidArgument);
        row("empty body", "<Message><MessageBody></MessageBody></Message>",
            ErrorCode::InvalidArgument);
        row("body with elements", "<Message><MessageBody><b>a</b></MessageBody></Message>",
            ErrorCode::InvalidArgument);
        row("two bodies",
            "<Message><MessageBody>a</MessageBody><MessageBody>b</MessageBody></Message>",
            ErrorCode::InvalidArgument);
        row("delay no number",
            "<Message><MessageBody>a</MessageBody><DelaySeconds>1s</DelaySeconds></Message>",
            ErrorCode::InvalidArgument);
        row("delay past 64 bits",
            "<Message><MessageBody>a</MessageBody><DelaySeconds>9223372036854775808</"
            "DelaySeconds></Message>",
            ErrorCode::InvalidArgument);
        row("priority a fraction",
            "<Message><MessageBody>a</MessageBody><Priority>1.5</Priority></Message>",
            ErrorCode::InvalidArgument);
        row("empty batch", "<Messages></Messages>", ErrorCode::InvalidArgument);
        row("batch with one bodiless",
            "<Messages><Message><Priority>1</Priority></Message></Messages>",
            ErrorCode::InvalidArgument);
        row("property without type",
            "<Message><MessageBody>a</MessageBody><UserProperties><PropertyValue><Name>n</Name>"
            "<Value>v</Value></PropertyValue></UserProperties></Message>",
            ErrorCode::InvalidArgument);
        row("property of unknown type",
            "<Message><MessageBody>a</MessageBody><UserProperties><PropertyValue><Name>n</Name>"
            "<Value>v</Value><Type>Number</Type></PropertyValue></UserProperties></Message>",
            ErrorCode::InvalidArgument);
    }

    void refusesWhatIsNoSend()
    {
        QFETCH(QByteArray, document);
        QFETCH(ErrorCode, code);
        const auto request = parseSend(document);
        QVERIFY(!request);
        QCOMPARE(request.error().code, code);
        QVERIFY(!request.error().message.isEmpty());
    }

    void readsBackEverySend()
    {
        const auto single = parseSend(writeSend(outgoing()));
        QVERIFY(single.ok());
        QCOMPARE(single->messages, std::vector{outgoing()});

        OutgoingMessage plain;
        plain.body = "x";
        const auto batch = parseSend(writeSendBatch({outgoing(), plain}));
        QVERIFY(batch.ok());
        QVERIFY(batch->batch);
        QCOMPARE(batch->messages, (std::vector{outgoing(), plain}));
    }

    void writesASentMessageByteForByte()
    {
        SentMessage sent{
            "0909FF0D9C3A630C372B8A14BD2011B6", "F76691D4C1532DDC644B6FCEF012DD94", {}, {}};
        const QByteArray head =
            "<?xml version=\"1.0\" ?>\n"
            "<Message xmlns=\"http://mns.aliyuncs.com/doc/v1\">\n"
            "  <MessageId>0909FF0D9C3A630C372B8A14BD2011B6</MessageId>\n"
            "  <MessageBodyMD5>F76691D4C1532DDC644B6FCEF012DD94</MessageBodyMD5>\n";
        QCOMPARE(writeSent(sent), head + "</Message>");
        sent.receiptHandle = "1-abc";
        sent.groupId = QStringLiteral("g");
        QCOMPARE(writeSent(sent),
                 head
                     + "  <ReceiptHandle>1-abc</ReceiptHandle>\n  "
                       "<MessageGroupId>g</MessageGroupId>\n</Message>");
        QCOMPARE(*parseSent(writeSent(sent)), sent);
    }

    void leavesNothingButIdAndMd5InAPartlyFailedBatch()
    {
        const SentMessage sent{"0909FF0D9C3A630C372B8A14BD2011B7",
                               "F76691D4C1532DDC644B6FCEF012DD94", "1-abc", QStringLiteral("g")};
        const SentBatch whole{sent};
        QCOMPARE((*parseSentBatch(writeSentBatch(whole))).front().ok(), true);
        QCOMPARE(*(*parseSentBatch(writeSentBatch(whole))).front(), sent);

        const Error error{ErrorCode::InternalError, QStringLiteral("transient failure")};
        QCOMPARE(
            writeSentBatch({error, sent}),
            QByteArray("<?xml version=\"1.0\" ?>\n"
                       "<Messages xmlns=\"http://mns.aliyuncs.com/doc/v1\">\n"
                       "  <Message>\n"
                       "    <ErrorCode>InternalError</ErrorCode>\n"
                       "    <ErrorMessage>transient failure</ErrorMessage>\n"
                       "  </Message>\n"
                       "  <Message>\n"
                       "    <MessageId>0909FF0D9C3A630C372B8A14BD2011B7</MessageId>\n"
                       "    <MessageBodyMD5>F76691D4C1532DDC644B6FCEF012DD94</MessageBodyMD5>\n"
                       "  </Message>\n"
                       "</Messages>"));
        const auto parsed = parseSentBatch(writeSentBatch({error, sent}));
        QVERIFY(parsed.ok());
        QCOMPARE(parsed->size(), 2u);
        QCOMPARE(parsed->front().error(), error);
        QCOMPARE(parsed->back()->messageId, sent.messageId);
    }

    void neverLeavesAnErrorTextEmpty()
    {
        QVERIFY(writeSentBatch({Error{ErrorCode::InternalError, {}}})
                    .contains("<ErrorMessage>InternalError</ErrorMessage>"));
        QVERIFY(writeFailedHandles({{"h", {ErrorCode::ReceiptHandleError, {}}}})
                    .contains("<ErrorMessage>ReceiptHandleError</ErrorMessage>"));
    }

    void writesAReceivedMessageByteForByte()
    {
        QCOMPARE(writeReceived(received()),
                 QByteArray("<?xml version=\"1.0\" ?>\n"
                            "<Message xmlns=\"http://mns.aliyuncs.com/doc/v1\">\n")
                     + kReceivedElements
                     + "  <ReceiptHandle>8-0zxjHBaWtzPz8zphz0z6OGz5yWWidU1fJM</ReceiptHandle>\n"
                       "  <EnqueueTime>1449554806330</EnqueueTime>\n"
                       "  <FirstDequeueTime>1449554807412</FirstDequeueTime>\n"
                       "  <NextVisibleTime>1449554837412</NextVisibleTime>\n"
                       "  <DequeueCount>1</DequeueCount>\n"
                       "  <Priority>8</Priority>\n"
                       "</Message>");
    }

    void leavesTheLeaseOutOfAPeekedMessage()
    {
        ReceivedMessage peeked = received();
        peeked.receiptHandle.clear();
        peeked.nextVisibleTimeMs = 0;
        peeked.dequeueCount = 0;
        peeked.firstDequeueTimeMs = peeked.enqueueTimeMs;
        QCOMPARE(writeReceived(peeked),
                 QByteArray("<?xml version=\"1.0\" ?>\n"
                            "<Message xmlns=\"http://mns.aliyuncs.com/doc/v1\">\n")
                     + kReceivedElements
                     + "  <EnqueueTime>1449554806330</EnqueueTime>\n"
                       "  <FirstDequeueTime>1449554806330</FirstDequeueTime>\n"
                       "  <DequeueCount>0</DequeueCount>\n"
                       "  <Priority>8</Priority>\n"
                       "</Message>");
        QCOMPARE(*parseReceived(writeReceived(peeked)), peeked);
    }

    void putsSystemPropertiesBeforeUserPropertiesAndThoseLast()
    {
        ReceivedMessage message = received();
        message.groupId = QStringLiteral("g");
        message.systemProperties = {
            {QStringLiteral("traceparent"), QStringLiteral("00-01"), PropertyType::String}};
        message.userProperties = {
            {QStringLiteral("retry"), QStringLiteral("3"), PropertyType::Number}};
        const QByteArray document = writeReceived(message);
        QVERIFY2(document.endsWith("  <MessageGroupId>g</MessageGroupId>\n"
                                   "  <SystemProperties>\n"
                                   "    <SystemPropertyValue>\n"
                                   "      <Name>traceparent</Name>\n"
                                   "      <Value>00-01</Value>\n"
                                   "      <Type>STRING</Type>\n"
                                   "    </SystemPropertyValue>\n"
                                   "  </SystemProperties>\n"
                                   "  <UserProperties>\n"
                                   "    <PropertyValue>\n"
                                   "      <Name>retry</Name>\n"
                                   "      <Value>3</Value>\n"
                                   "      <Type>NUMBER</Type>\n"
                                   "    </PropertyValue>\n"
                                   "  </UserProperties>\n"
                                   "</Message>"),
                 document.constData());
        QCOMPARE(*parseReceived(document), message);
    }

    void readsBackABatchOfReceivedMessages()
    {
        ReceivedMessage second = received();
        second.body = outgoing().body;
        second.userProperties = outgoing().userProperties;
        const std::vector messages{received(), second};
        const auto parsed = parseReceivedBatch(writeReceivedBatch(messages));
        QVERIFY(parsed.ok());
        QCOMPARE(*parsed, messages);
    }

    void readsReceiptHandlesAsSpelled()
    {
        const std::vector<QByteArray> handles{"1-abc", "not a handle & <odd>"};
        const auto parsed = parseReceiptHandles(writeReceiptHandles(handles));
        QVERIFY(parsed.ok());
        QCOMPARE(*parsed, handles);
    }

    void takesOneToSixteenReceiptHandles_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("none") << 0 << false;
        QTest::newRow("one") << 1 << true;
        QTest::newRow("sixteen") << 16 << true;
        QTest::newRow("seventeen") << 17 << false;
    }

    void takesOneToSixteenReceiptHandles()
    {
        QFETCH(int, count);
        QFETCH(bool, accepted);
        const std::vector<QByteArray> handles(static_cast<std::size_t>(count), "1-a");
        const auto parsed = parseReceiptHandles(writeReceiptHandles(handles));
        QCOMPARE(parsed.ok(), accepted);
        if (!accepted)
            QCOMPARE(parsed.error().code, ErrorCode::InvalidArgument);
    }

    void writesFailedHandlesByteForByte()
    {
        const std::vector<FailedHandle> failed{
            {"1-def", {ErrorCode::MessageNotExist, QStringLiteral("Message not exist.")}}};
        QCOMPARE(writeFailedHandles(failed),
                 QByteArray("<?xml version=\"1.0\" ?>\n"
                            "<Errors xmlns=\"http://mns.aliyuncs.com/doc/v1\">\n"
                            "  <Error>\n"
                            "    <ErrorCode>MessageNotExist</ErrorCode>\n"
                            "    <ErrorMessage>Message not exist.</ErrorMessage>\n"
                            "    <ReceiptHandle>1-def</ReceiptHandle>\n"
                            "  </Error>\n"
                            "</Errors>"));
        QCOMPARE(*parseFailedHandles(writeFailedHandles(failed)), failed);
    }

    void writesAChangedVisibilityByteForByte()
    {
        const ChangedVisibility changed{"8-1zxjHBaWtzPz8zphz0z6OGz5yWWidU1fJN", 1449554897412};
        QCOMPARE(
            writeChangedVisibility(changed),
            QByteArray("<?xml version=\"1.0\" ?>\n"
                       "<ChangeVisibility xmlns=\"http://mns.aliyuncs.com/doc/v1\">\n"
                       "  <ReceiptHandle>8-1zxjHBaWtzPz8zphz0z6OGz5yWWidU1fJN</ReceiptHandle>\n"
                       "  <NextVisibleTime>1449554897412</NextVisibleTime>\n"
                       "</ChangeVisibility>"));
        QCOMPARE(*parseChangedVisibility(writeChangedVisibility(changed)), changed);
    }

    void callsABadReplyUnexpected()
    {
        QCOMPARE(parseReceived("<html>").error().code, ErrorCode::UnexpectedReply);
        QCOMPARE(parseSent("<Message/>").error().code, ErrorCode::UnexpectedReply);
        QCOMPARE(parseChangedVisibility("").error().code, ErrorCode::UnexpectedReply);
    }
};

QTEST_GUILESS_MAIN(TestMessageXml)

#include "tst_messagexml.moc"
