// SPDX-License-Identifier: GPL-3.0-only
#include "wiresuite.h"

#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace std::chrono_literals;

namespace {

const QByteArray kMessages = "/queues/demo/messages";

QByteArray batch(int count, const QByteArray &body = "x")
{
    return "<Messages>" + message(body).repeated(count) + "</Messages>";
}

} // namespace

class TestMnsMessages : public WireSuite
{
    Q_OBJECT

public:
    TestMnsMessages()
        : WireSuite({"demo"})
    {
    }

private:
    RawReply send(const QByteArray &document)
    {
        return m_client->call("POST", kMessages, document);
    }
    RawReply receive(const QByteArray &query = {})
    {
        return m_client->call("GET", kMessages + query);
    }
    QByteArray handleOfNext() { return elementText(receive().body, "ReceiptHandle"); }
    RawReply remove(const QByteArray &handle)
    {
        return m_client->call("DELETE", kMessages + "?ReceiptHandle=" + handle);
    }
    QByteArray attribute(const QByteArray &name)
    {
        return elementText(m_client->call("GET", "/queues/demo").body, name);
    }

private slots:
    void sentMessageIsAnsweredWithIdAndMd5()
    {
        const RawReply reply = send(message("SGVsbG8="));
        QCOMPARE(reply.status, 201);
        QCOMPARE(generalised(reply.body),
                 QByteArray("<?xml version=\"1.0\" ?>\n"
                            "<Message xmlns=\"http://mns.aliyuncs.com/doc/v1\">\n"
                            "  <MessageId>ID</MessageId>\n"
                            "  <MessageBodyMD5>F76691D4C1532DDC644B6FCEF012DD94</MessageBodyMD5>\n"
                            "</Message>"));
    }

    void delayedMessageIsAnsweredWithAHandle()
    {
        const RawReply reply = send(message("SGVsbG8=", "<DelaySeconds>10</DelaySeconds>"));
        QCOMPARE(reply.status, 201);
        QCOMPARE(generalised(reply.body),
                 QByteArray("<?xml version=\"1.0\" ?>\n"
                            "<Message xmlns=\"http://mns.aliyuncs.com/doc/v1\">\n"
                            "  <MessageId>ID</MessageId>\n"
                            "  <MessageBodyMD5>F76691D4C1532DDC644B6FCEF012DD94</MessageBodyMD5>\n"
                            "  <ReceiptHandle>HANDLE</ReceiptHandle>\n"
                            "</Message>"));
    }

    void receivedMessageHasAllItsElements()
    {
        const QByteArray id = elementText(send(message("SGVsbG8=")).body, "MessageId");
        m_broker->advance(1082ms);
        const RawReply reply = receive();
        QCOMPARE(reply.status, 200);
        QCOMPARE(elementText(reply.body, "MessageId"), id);
        QCOMPARE(generalised(reply.body),
                 QByteArray("<?xml version=\"1.0\" ?>\n"
                            "<Message xmlns=\"http://mns.aliyuncs.com/doc/v1\">\n"
                            "  <MessageId>ID</MessageId>\n"
                            "  <MessageBodyMD5>F76691D4C1532DDC644B6FCEF012DD94</MessageBodyMD5>\n"
                            "  <MessageBody>SGVsbG8=</MessageBody>\n"
                            "  <ReceiptHandle>HANDLE</ReceiptHandle>\n"
                            "  <EnqueueTime>1449554806330</EnqueueTime>\n"
                            "  <FirstDequeueTime>1449554807412</FirstDequeueTime>\n"
                            "  <NextVisibleTime>1449554837412</NextVisibleTime>\n"
                            "  <DequeueCount>1</DequeueCount>\n"
                            "  <Priority>8</Priority>\n"
                            "</Message>"));
    }

    void bodiesComeBackAsTheyWereSent_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("escaped") << QByteArray("&lt;a href=&quot;x&quot;&gt; &amp; more");
        QTest::newRow("Chinese") << QByteArray("\xe4\xbd\xa0\xe5\xa5\xbd");
        QTest::newRow("beyond 16 bits") << QByteArray("\xf0\x9f\x93\xa8");
        QTest::newRow("white space") << QByteArray("  two\nlines\t ");
    }
    void bodiesComeBackAsTheyWereSent()
    {
        QFETCH(QByteArray, body);
        QCOMPARE(send(message(body)).status, 201);
        QByteArray received = elementText(receive().body, "MessageBody");
        received.replace("\"", "&quot;"); // either form is right in an element
        QCOMPARE(received, body);
    }

    void whoMeansToPeekTakesNothing_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("taken");
        QTest::newRow("1") << QByteArray("?peekonly=1") << 0;
        QTest::newRow("True") << QByteArray("?PeekOnly=True") << 0;
        QTest::newRow("no value") << QByteArray("?peekonly") << 0;
        QTest::newRow("False") << QByteArray("?peekonly=False") << 1;
        QTest::newRow("0") << QByteArray("?peekonly=0") << 1;
    }
    void whoMeansToPeekTakesNothing()
    {
        QFETCH(const QByteArray, query);
        QFETCH(const int, taken);
        send(message("hello"));
        const RawReply reply = receive(query);
        QCOMPARE(reply.status, 200);
        QCOMPARE(int(reply.body.contains("ReceiptHandle")), taken);
    }

    void peekTakesNothing()
    {
        send(message("SGVsbG8="));
        const RawReply reply = receive("?peekonly=true");
        QCOMPARE(reply.status, 200);
        QCOMPARE(generalised(reply.body),
                 QByteArray("<?xml version=\"1.0\" ?>\n"
                            "<Message xmlns=\"http://mns.aliyuncs.com/doc/v1\">\n"
                            "  <MessageId>ID</MessageId>\n"
                            "  <MessageBodyMD5>F76691D4C1532DDC644B6FCEF012DD94</MessageBodyMD5>\n"
                            "  <MessageBody>SGVsbG8=</MessageBody>\n"
                            "  <EnqueueTime>1449554806330</EnqueueTime>\n"
                            "  <FirstDequeueTime>1449554806330</FirstDequeueTime>\n"
                            "  <DequeueCount>0</DequeueCount>\n"
                            "  <Priority>8</Priority>\n"
                            "</Message>"));
        QCOMPARE(attribute("ActiveMessages"), QByteArray("1"));
    }

    void propertiesAreEchoedUserPropertiesLast()
    {
        send(message("x",
                     "<UserProperties><PropertyValue><Name>retry</Name><Value>3</"
                     "Value><Type>NUMBER</Type></PropertyValue>"
                     "</UserProperties><SystemProperties><SystemPropertyValue><Name>traceparent</"
                     "Name><Value>00-0a</Value>"
                     "<Type>STRING</Type></SystemPropertyValue></"
                     "SystemProperties><MessageGroupId>g1</MessageGroupId>"));
        const QByteArray document = receive().body;
        QCOMPARE(elementText(document, "MessageGroupId"), QByteArray("g1"));
        QVERIFY2(document.endsWith("  <SystemProperties>\n"
                                   "    <SystemPropertyValue>\n"
                                   "      <Name>traceparent</Name>\n"
                                   "      <Value>00-0a</Value>\n"
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
    }

    void batchIsAnsweredInItsOrder()
    {
        const RawReply reply = send("<Messages>" + message("a") + message("b") + "</Messages>");
        QCOMPARE(reply.status, 201);
        QCOMPARE(
            generalised(reply.body),
            QByteArray("<?xml version=\"1.0\" ?>\n"
                       "<Messages xmlns=\"http://mns.aliyuncs.com/doc/v1\">\n"
                       "  <Message>\n"
                       "    <MessageId>ID</MessageId>\n"
                       "    <MessageBodyMD5>0CC175B9C0F1B6A831C399E269772661</MessageBodyMD5>\n"
                       "  </Message>\n"
                       "  <Message>\n"
                       "    <MessageId>ID</MessageId>\n"
                       "    <MessageBodyMD5>92EB5FFEE6AE2FEC3AD71C777531578F</MessageBodyMD5>\n"
                       "  </Message>\n"
                       "</Messages>"));
    }

    void batchReceiveGivesUpToTheNumberAskedFor()
    {
        send(batch(5));
        const QByteArray three = receive("?numOfMessages=3").body;
        QVERIFY(three.contains("<Messages xmlns="));
        QCOMPARE(three.count("<Message>"), 3);
        QCOMPARE(receive("?NUMOFMESSAGES=16&WaitSeconds=0").body.count("<Message>"), 2);
        const RawReply none = receive("?numOfMessages=16");
        QCOMPARE(none.status, 404);
        QCOMPARE(errorCode(none), QByteArray("MessageNotExist"));
    }

    void numOfMessagesDecidesTheRoot()
    {
        send(batch(2));
        QVERIFY(receive("?numOfMessages=1").body.contains("<Messages xmlns="));
        QVERIFY(receive("?peekonly=true&numOfMessages=1").body.contains("<Messages xmlns="));
        QVERIFY(receive("?numOfMessages=1&peekonly=true").body.contains("<Messages xmlns="));
        QVERIFY(receive().body.contains("<Message xmlns="));
    }

    void smallPrioritiesAreServedFirstThenEarlierOnes()
    {
        send(message("late", "<Priority>16</Priority>"));
        send(message("usual"));
        send(message("zero", "<Priority>0</Priority>")); // what the Go SDK sends when unset: 8
        send(message("first", "<Priority>1</Priority>"));
        QByteArrayList bodies;
        for (int i = 0; i < 4; ++i)
            bodies.append(elementText(receive().body, "MessageBody"));
        QCOMPARE(bodies, (QByteArrayList{"first", "usual", "zero", "late"}));
    }

    void deletedMessageIsGone()
    {
        send(message("x"));
        const QByteArray handle = handleOfNext();
        const RawReply reply = remove(handle);
        QCOMPARE(reply.status, 204);
        QCOMPARE(reply.body, QByteArray());
        m_broker->advance(1h);
        QCOMPARE(receive().status, 404);
        QCOMPARE(errorCode(remove(handle)), QByteArray("MessageNotExist"));
    }

    void handleLapsesWithItsLease()
    {
        send(message("x"));
        const QByteArray handle = handleOfNext();
        m_broker->advance(31s);
        const RawReply lapsed = remove(handle);
        QCOMPARE(lapsed.status, 400);
        QCOMPARE(errorCode(lapsed), QByteArray("ReceiptHandleError"));
        const QByteArray document = receive().body;
        QCOMPARE(elementText(document, "DequeueCount"), QByteArray("2"));
        QCOMPARE(elementText(document, "FirstDequeueTime"), QByteArray("1449554806330"));
        QCOMPARE(errorCode(remove(handle)),
                 QByteArray("ReceiptHandleError")); // received again: superseded
        QCOMPARE(remove(elementText(document, "ReceiptHandle")).status, 204);
    }

    void changedVisibilityReplacesTheHandle()
    {
        send(message("x"));
        const QByteArray handle = handleOfNext();
        const RawReply reply =
            m_client->call("PUT", kMessages + "?receiptHandle=" + handle + "&visibilityTimeout=60");
        QCOMPARE(reply.status, 200);
        QCOMPARE(generalised(reply.body),
                 QByteArray("<?xml version=\"1.0\" ?>\n"
                            "<ChangeVisibility xmlns=\"http://mns.aliyuncs.com/doc/v1\">\n"
                            "  <ReceiptHandle>HANDLE</ReceiptHandle>\n"
                            "  <NextVisibleTime>1449554866330</NextVisibleTime>\n"
                            "</ChangeVisibility>"));
        QCOMPARE(errorCode(remove(handle)), QByteArray("ReceiptHandleError"));
        QCOMPARE(remove(elementText(reply.body, "ReceiptHandle")).status, 204);
    }

    void visibilityOfZeroGivesTheMessageBack()
    {
        send(message("x"));
        const QByteArray handle = handleOfNext();
        QCOMPARE(
            m_client->call("PUT", kMessages + "?ReceiptHandle=" + handle + "&VisibilityTimeout=0")
                .status,
            200);
        QCOMPARE(receive().status, 200);
    }

    void handleOfADelayedMessageWorksBeforeItIsVisible()
    {
        const QByteArray first = elementText(
            send(message("commit", "<DelaySeconds>600</DelaySeconds>")).body, "ReceiptHandle");
        const QByteArray second = elementText(
            send(message("rollback", "<DelaySeconds>600</DelaySeconds>")).body, "ReceiptHandle");
        QCOMPARE(attribute("DelayMessages"), QByteArray("2"));
        QCOMPARE(receive().status, 404);
        QCOMPARE(
            m_client->call("PUT", kMessages + "?ReceiptHandle=" + first + "&VisibilityTimeout=1")
                .status,
            200);
        QCOMPARE(remove(second).status, 204);
        m_broker->advance(1s);
        QCOMPARE(elementText(receive().body, "MessageBody"), QByteArray("commit"));
        m_broker->advance(1h);
        QVERIFY(!receive().body.contains("rollback"));
    }

    void explicitDelayOfZeroOverridesTheQueue()
    {
        m_client->call("PUT", "/queues/demo?metaoverride=true",
                       "<Queue><DelaySeconds>60</DelaySeconds></Queue>");
        send(message("later"));
        send(message("now", "<DelaySeconds>0</DelaySeconds>"));
        QCOMPARE(elementText(receive().body, "MessageBody"), QByteArray("now"));
        QCOMPARE(receive().status, 404);
        m_broker->advance(60s);
        QCOMPARE(elementText(receive().body, "MessageBody"), QByteArray("later"));
    }

    void countersFollowTheStates()
    {
        send(batch(3));
        send(message("x", "<DelaySeconds>600</DelaySeconds>"));
        receive();
        QCOMPARE(attribute("ActiveMessages"), QByteArray("2"));
        QCOMPARE(attribute("InactiveMessages"), QByteArray("1"));
        QCOMPARE(attribute("DelayMessages"), QByteArray("1"));
        m_broker->advance(30s);
        QCOMPARE(attribute("ActiveMessages"), QByteArray("3"));
        QCOMPARE(attribute("InactiveMessages"), QByteArray("0"));
    }

    void messagesExpireWithTheirRetention()
    {
        send(message("x"));
        m_client->call("PUT", "/queues/demo?metaoverride=true",
                       "<Queue><MessageRetentionPeriod>60</MessageRetentionPeriod></Queue>");
        m_broker->advance(59s);
        QCOMPARE(receive("?peekonly=true").status, 200);
        m_broker->advance(2s);
        QCOMPARE(receive().status, 404);
    }

    void batchDeleteOfAllIsFine()
    {
        send(batch(2));
        const QByteArray document = receive("?numOfMessages=2").body;
        const qsizetype second =
            document.indexOf("<ReceiptHandle>", document.indexOf("<ReceiptHandle>") + 1);
        const RawReply reply = m_client->call(
            "DELETE", kMessages,
            "<ReceiptHandles><ReceiptHandle>" + elementText(document, "ReceiptHandle")
                + "</ReceiptHandle><ReceiptHandle>"
                + elementText(document.mid(second), "ReceiptHandle")
                + "</ReceiptHandle></ReceiptHandles>");
        QCOMPARE(reply.status, 204);
        QCOMPARE(attribute("InactiveMessages"), QByteArray("0"));
    }

    void batchDeleteTellsOfThoseThatFailed()
    {
        send(batch(2));
        const QByteArray good = handleOfNext();
        const QByteArray lapsed = handleOfNext();
        m_client->call("PUT", kMessages + "?ReceiptHandle=" + lapsed + "&VisibilityTimeout=60");
        const RawReply reply = m_client->call(
            "DELETE", kMessages,
            "<ReceiptHandles><ReceiptHandle>" + good + "</ReceiptHandle><ReceiptHandle>" + lapsed
                + "</ReceiptHandle><ReceiptHandle>no-handle</ReceiptHandle>"
                  "</ReceiptHandles>");
        QCOMPARE(reply.status, 404);
        QVERIFY(reply.body.startsWith(
            "<?xml version=\"1.0\" ?>\n<Errors xmlns=\"http://mns.aliyuncs.com/doc/v1\">\n"
            "  <Error>\n    <ErrorCode>ReceiptHandleError</ErrorCode>\n    <ErrorMessage>"));
        QCOMPARE(reply.body.count("<Error>"), 2);
        QVERIFY(reply.body.contains("<ReceiptHandle>" + lapsed + "</ReceiptHandle>"));
        QVERIFY(reply.body.contains("<ReceiptHandle>no-handle</ReceiptHandle>"));
        QVERIFY(!reply.body.contains(good));
        QCOMPARE(errorCode(remove(good)), QByteArray("MessageNotExist"));
    }

    void refusesWithCodeAndStatus_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char *name, const char *method, const QByteArray &target,
                            const QByteArray &body, int status, const char *code) {
            QTest::newRow(name) << QByteArray(method) << target << body << status
                                << QByteArray(code);
        };
        const QByteArray absent = "/queues/absent/messages";
        const QByteArray handles =
            "<ReceiptHandles><ReceiptHandle>a</ReceiptHandle></ReceiptHandles>";
        row("send to an absent queue", "POST", absent, message("x"), 404, "QueueNotExist");
        row("send nothing to an absent queue", "POST", absent, "<Message/>", 404, "QueueNotExist");
        row("send without a body", "POST", kMessages, "<Message></Message>", 400,
            "InvalidArgument");
        row("send an empty body", "POST", kMessages, message(""), 400, "InvalidArgument");
        row("send no document", "POST", kMessages, {}, 400, "MalformedXML");
        row("send half a document", "POST", kMessages, "<Message><MessageBody>x", 400,
            "MalformedXML");
        row("send raw markup", "POST", kMessages,
            "<Message><MessageBody>a & b</MessageBody></Message>", 400, "MalformedXML");
        row("send a forbidden character", "POST", kMessages, message("&#1;"), 400, "MalformedXML");
        row("send another root", "POST", kMessages, "<Letter><MessageBody>x</MessageBody></Letter>",
            400, "InvalidArgument");
        row("send too much", "POST", kMessages, message(QByteArray(65537, 'x')), 400,
            "InvalidArgument");
        row("priority too large", "POST", kMessages, message("x", "<Priority>17</Priority>"), 400,
            "InvalidArgument");
        row("delay too long", "POST", kMessages,
            message("x", "<DelaySeconds>604801</DelaySeconds>"), 400, "InvalidArgument");
        row("batch of 17", "POST", kMessages, batch(17), 400, "InvalidArgument");
        row("batch of none", "POST", kMessages, "<Messages></Messages>", 400, "InvalidArgument");
        row("batch too large together", "POST", kMessages, batch(2, QByteArray(40'000, 'x')), 400,
            "InvalidArgument");
        row("receive from an absent queue", "GET", absent, {}, 404, "QueueNotExist");
        row("receive from an empty queue", "GET", kMessages, {}, 404, "MessageNotExist");
        row("peek at an empty queue", "GET", kMessages + "?peekonly=true", {}, 404,
            "MessageNotExist");
        row("peek at an absent queue", "GET", absent + "?peekonly=true", {}, 404, "QueueNotExist");
        row("receive 17", "GET", kMessages + "?numOfMessages=17", {}, 400, "InvalidArgument");
        row("receive none", "GET", kMessages + "?numOfMessages=0", {}, 400, "InvalidArgument");
        row("receive some", "GET", kMessages + "?numOfMessages=some", {}, 400,
            "InvalidQueryString");
        row("absence comes before arguments", "GET", absent + "?numOfMessages=17", {}, 404,
            "QueueNotExist");
        row("wait too long", "GET", kMessages + "?waitseconds=31", {}, 400, "InvalidArgument");
        row("broken percent-encoding", "GET", kMessages + "?waitseconds=%zz", {}, 400,
            "InvalidQueryString");
        row("delete without handle", "DELETE", kMessages, {}, 400, "MissingReceiptHandle");
        row("delete with a blank body", "DELETE", kMessages, " \n", 400, "MissingReceiptHandle");
        row("delete with an empty handle", "DELETE", kMessages + "?ReceiptHandle=", {}, 400,
            "MissingReceiptHandle");
        row("delete with a malformed handle", "DELETE", kMessages + "?ReceiptHandle=a%2Fb", {}, 400,
            "InvalidArgument");
        row("delete from an absent queue", "DELETE", absent + "?ReceiptHandle=a", {}, 404,
            "QueueNotExist");
        row("batch delete from an absent queue", "DELETE", absent, handles, 404, "QueueNotExist");
        row("batch delete of none", "DELETE", kMessages, "<ReceiptHandles></ReceiptHandles>", 400,
            "InvalidArgument");
        row("batch delete, malformed", "DELETE", kMessages, "<ReceiptHandles>", 400,
            "MalformedXML");
        row("change without handle", "PUT", kMessages + "?VisibilityTimeout=30", {}, 400,
            "MissingReceiptHandle");
        row("change without timeout", "PUT", kMessages + "?ReceiptHandle=a", {}, 400,
            "MissingVisibilityTimeout");
        row("change with an empty timeout", "PUT",
            kMessages + "?ReceiptHandle=a&VisibilityTimeout=", {}, 400, "MissingVisibilityTimeout");
        row("change for too long", "PUT", kMessages + "?ReceiptHandle=a&VisibilityTimeout=43201",
            {}, 400, "InvalidArgument");
        row("change with a malformed handle", "PUT",
            kMessages + "?ReceiptHandle=a&VisibilityTimeout=30", {}, 400, "InvalidArgument");
        row("change in an absent queue", "PUT", absent + "?ReceiptHandle=a&VisibilityTimeout=30",
            {}, 404, "QueueNotExist");
    }
    void refusesWithCodeAndStatus()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        const RawReply reply = m_client->call(method, target, body);
        QCOMPARE(errorCode(reply), code);
        QCOMPARE(reply.status, status);
        QVERIFY(!elementText(reply.body, "Message").isEmpty());
    }

    void messageAtTheLimitOfItsQueueIsTaken()
    {
        m_client->call("PUT", "/queues/demo?metaoverride=true",
                       "<Queue><MaximumMessageSize>1024</MaximumMessageSize></Queue>");
        QCOMPARE(send(message(QByteArray(1024, 'x'))).status, 201);
        QCOMPARE(errorCode(send(message(QByteArray(1025, 'x')))), QByteArray("InvalidArgument"));
    }

    void messagesSurviveARestart()
    {
        send(message("x"));
        send(message("y"));
        const QByteArray handle = handleOfNext();
        m_broker->restart();
        m_client = std::make_unique<SignedClient>(m_broker->port());
        QCOMPARE(remove(handle).status, 204);
        QCOMPARE(elementText(receive().body, "MessageBody"), QByteArray("y"));
    }
};

QTEST_GUILESS_MAIN(TestMnsMessages)
#include "tst_mnsmessages.moc"
