// SPDX-License-Identifier: GPL-3.0-only
#include "client/mnsclient.h"
#include "fakeserver.h"
#include "protocol/contentmd5.h"
#include "protocol/errorxml.h"
#include "support/awaited.h"

#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The MNS client against recorded replies of the service, and against everything that can go wrong
/// on the way.
class TestMnsClient : public QObject
{
    Q_OBJECT

private slots:
    void requestsGoWhereTheProtocolSays_data();
    void requestsGoWhereTheProtocolSays();
    void requestsAreSigned_data();
    void requestsAreSigned();
    void bodiesCarryTheirMd5();
    void createTellsNewFromAlreadyThere();
    void receivedMessageIsRead();
    void partlyTakenBatchGivesEachResult();
    void partlyDeletedBatchGivesTheFailures();
    void errorDocumentsBecomeErrors_data();
    void errorDocumentsBecomeErrors();
    void wholeBatchRefusalIsAnError();
};

using Ask = std::function<void(MnsClient &)>;
Q_DECLARE_METATYPE(Ask)

namespace {

template <typename T>
void start(const QFuture<T> &)
{
}

OutgoingMessage textMessage(const QByteArray &body)
{
    OutgoingMessage message;
    message.body = body;
    return message;
}

} // namespace

void TestMnsClient::requestsGoWhereTheProtocolSays_data()
{
    QTest::addColumn<Ask>("ask");
    QTest::addColumn<QByteArray>("requestLine");
    QTest::addColumn<QByteArray>("inBody");

    const auto row = [](const char *name, const Ask &ask, const char *line, const char *body = "") {
        QTest::newRow(name) << ask << QByteArray(line) << QByteArray(body);
    };
    row(
        "create",
        [](MnsClient &c) {
            QueueSettingsPatch patch;
            patch.visibilityTimeout = 60s;
            start(c.createQueue(u"demo"_s, patch));
        },
        "PUT /queues/demo", "<VisibilityTimeout>60</VisibilityTimeout>");
    row(
        "set",
        [](MnsClient &c) {
            QueueSettingsPatch patch;
            patch.delay = 5s;
            start(c.setQueueAttributes(u"demo"_s, patch));
        },
        "PUT /queues/demo?metaoverride=true", "<DelaySeconds>5</DelaySeconds>");
    row(
        "attributes", [](MnsClient &c) { start(c.queueAttributes(u"demo"_s)); },
        "GET /queues/demo");
    row(
        "delete queue", [](MnsClient &c) { start(c.deleteQueue(u"demo"_s)); },
        "DELETE /queues/demo");
    row(
        "odd name", [](MnsClient &c) { start(c.deleteQueue(u"a b/?ü"_s)); },
        "DELETE /queues/a%20b%2F%3F%C3%BC");
    row(
        "list", [](MnsClient &c) { start(c.listQueues()); }, "GET /queues");
    row(
        "send", [](MnsClient &c) { start(c.sendMessage(u"demo"_s, textMessage("a<b"))); },
        "POST /queues/demo/messages", "<MessageBody>a&lt;b</MessageBody>");
    row(
        "batch send",
        [](MnsClient &c) {
            start(c.sendMessages(u"demo"_s, {textMessage("one"), textMessage("two")}));
        },
        "POST /queues/demo/messages", "<MessageBody>two</MessageBody>");
    row(
        "receive", [](MnsClient &c) { start(c.receiveMessage(u"demo"_s)); },
        "GET /queues/demo/messages");
    row(
        "receive, waiting", [](MnsClient &c) { start(c.receiveMessage(u"demo"_s, 0s)); },
        "GET /queues/demo/messages?waitseconds=0");
    row(
        "batch receive", [](MnsClient &c) { start(c.receiveMessages(u"demo"_s, 16, 10s)); },
        "GET /queues/demo/messages?numOfMessages=16&waitseconds=10");
    row(
        "peek", [](MnsClient &c) { start(c.peekMessage(u"demo"_s)); },
        "GET /queues/demo/messages?peekonly=true");
    row(
        "batch peek", [](MnsClient &c) { start(c.peekMessages(u"demo"_s, 3)); },
        "GET /queues/demo/messages?peekonly=true&numOfMessages=3");
    row(
        "delete", [](MnsClient &c) { start(c.deleteMessage(u"demo"_s, "1-a/b")); },
        "DELETE /queues/demo/messages?ReceiptHandle=1-a%2Fb");
    row(
        "batch delete",
        [](MnsClient &c) {
            start(c.deleteMessages(u"demo"_s, {"1-a", "1-b"}));
        },
        "DELETE /queues/demo/messages", "<ReceiptHandle>1-b</ReceiptHandle>");
    row(
        "visibility", [](MnsClient &c) { start(c.changeVisibility(u"demo"_s, "1-a", 45s)); },
        "PUT /queues/demo/messages?ReceiptHandle=1-a&VisibilityTimeout=45");
    row(
        "account", [](MnsClient &c) { start(c.loggingBucket()); }, "GET /?accountmeta=true");
    row(
        "set account", [](MnsClient &c) { start(c.setLoggingBucket(u"logs"_s)); },
        "PUT /?accountmeta=true", "<LoggingBucket>logs</LoggingBucket>");
}

void TestMnsClient::requestsGoWhereTheProtocolSays()
{
    QFETCH(const Ask, ask);
    QFETCH(const QByteArray, requestLine);
    QFETCH(const QByteArray, inBody);
    FakeServer server;
    MnsClient client(server.endpoint());

    ask(client);

    QTRY_COMPARE(server.requests().size(), 1);
    const FakeServer::Request &request = server.requests().first();
    QCOMPARE(request.head.method + ' ' + request.head.target, requestLine);
    QVERIFY2(request.body.contains(inBody), request.body.constData());
    QCOMPARE(request.head.header("x-mns-version"), "2015-06-06");
}

void TestMnsClient::requestsAreSigned_data()
{
    QTest::addColumn<Endpoint::Signature>("version");
    QTest::newRow("V2") << Endpoint::Signature::V2;
    QTest::newRow("V4") << Endpoint::Signature::V4;
}

void TestMnsClient::requestsAreSigned()
{
    QFETCH(const Endpoint::Signature, version);
    FakeServer server;
    Endpoint endpoint = server.endpoint();
    endpoint.signature = version;
    endpoint.securityToken = u"token"_s;
    MnsClient client(endpoint);

    ListPage page;
    page.prefix = u"de"_s;
    page.marker = "ZGVtbzI=";
    start(client.listQueues(page));
    start(client.sendMessage(u"demo"_s, textMessage("hello")));
    start(client.receiveMessages(u"demo"_s, 16, 10s));
    start(client.changeVisibility(u"demo"_s, "1-a b", 5s));

    QTRY_COMPARE(server.requests().size(), 4);
    for (const FakeServer::Request &request : server.requests()) {
        const Result<Authorization> authorization =
            parseAuthorization(request.head.header("authorization"));
        QVERIFY(authorization);
        QCOMPARE(accessKeyId(*authorization), "local-id");
        QCOMPARE(std::holds_alternative<V4Authorization>(*authorization),
                 version == Endpoint::Signature::V4);
        QVERIFY(verifySignature(request.head, *authorization, "local-secret"));
        QVERIFY(!verifySignature(request.head, *authorization, "another-secret"));
        QCOMPARE(request.head.header("security-token"), "token");
    }
    const auto list = std::find_if(server.requests().begin(), server.requests().end(),
                                   [](const auto &r) { return r.head.target == "/queues"; });
    QVERIFY(list != server.requests().end());
    QCOMPARE(list->head.header("x-mns-prefix"), "de");
    QCOMPARE(list->head.header("x-mns-marker"), "ZGVtbzI=");
    QCOMPARE(list->head.header("x-mns-ret-number"), "1000");
}

void TestMnsClient::bodiesCarryTheirMd5()
{
    FakeServer server;
    MnsClient client(server.endpoint());

    start(client.sendMessage(u"demo"_s, textMessage("hello")));

    QTRY_COMPARE(server.requests().size(), 1);
    const FakeServer::Request &request = server.requests().first();
    QVERIFY(ContentMd5::matches(request.head.header("content-md5"), request.body));
    QVERIFY(request.head.header("content-type").startsWith("text/xml"));
}

void TestMnsClient::createTellsNewFromAlreadyThere()
{
    FakeServer server;
    MnsClient client(server.endpoint());

    server.answer(201);
    QCOMPARE(*awaited(client.createQueue(u"demo"_s)), MnsClient::Created::New);
    server.answer(204);
    QCOMPARE(*awaited(client.createQueue(u"demo"_s)), MnsClient::Created::AlreadyThere);
}

void TestMnsClient::receivedMessageIsRead()
{
    FakeServer server;
    MnsClient client(server.endpoint());
    server.answer(200, R"(<?xml version="1.0" ?>
<Message xmlns="http://mns.aliyuncs.com/doc/v1">
  <MessageId>0909FF0D9C3A630C372B8A14BD2011B6</MessageId>
  <MessageBodyMD5>F76691D4C1532DDC644B6FCEF012DD94</MessageBodyMD5>
  <MessageBody>SGVsbG8=</MessageBody>
  <ReceiptHandle>8-0zxjHBaWtzPz8zphz0z6OGz5yWWidU1fJM</ReceiptHandle>
  <EnqueueTime>1449554806330</EnqueueTime>
  <FirstDequeueTime>1449554807412</FirstDequeueTime>
  <NextVisibleTime>1449554837412</NextVisibleTime>
  <DequeueCount>1</DequeueCount>
  <Priority>8</Priority>
</Message>)");

    const Result<ReceivedMessage> message = awaited(client.receiveMessage(u"demo"_s, 0s));

    QVERIFY(message);
    QCOMPARE(message->messageId, "0909FF0D9C3A630C372B8A14BD2011B6");
    QCOMPARE(message->body, "SGVsbG8=");
    QCOMPARE(message->receiptHandle, "8-0zxjHBaWtzPz8zphz0z6OGz5yWWidU1fJM");
    QCOMPARE(message->nextVisibleTimeMs, 1449554837412);
}

void TestMnsClient::partlyTakenBatchGivesEachResult()
{
    FakeServer server;
    MnsClient client(server.endpoint());
    server.answer(500, R"(<?xml version="1.0" ?>
<Messages xmlns="http://mns.aliyuncs.com/doc/v1">
  <Message>
    <ErrorCode>InternalError</ErrorCode>
    <ErrorMessage>transient failure</ErrorMessage>
  </Message>
  <Message>
    <MessageId>0909FF0D9C3A630C372B8A14BD2011B7</MessageId>
    <MessageBodyMD5>F76691D4C1532DDC644B6FCEF012DD94</MessageBodyMD5>
  </Message>
</Messages>)");

    const Result<SentBatch> batch =
        awaited(client.sendMessages(u"demo"_s, {textMessage("a"), textMessage("b")}));

    QVERIFY(batch);
    QCOMPARE(batch->size(), 2U);
    QCOMPARE(batch->at(0).error(), (Error{ErrorCode::InternalError, u"transient failure"_s}));
    QCOMPARE(batch->at(1)->messageId, "0909FF0D9C3A630C372B8A14BD2011B7");
}

void TestMnsClient::partlyDeletedBatchGivesTheFailures()
{
    FakeServer server;
    MnsClient client(server.endpoint());
    server.answer(404, R"(<?xml version="1.0" ?>
<Errors xmlns="http://mns.aliyuncs.com/doc/v1">
  <Error>
    <ErrorCode>MessageNotExist</ErrorCode>
    <ErrorMessage>Message not exist.</ErrorMessage>
    <ReceiptHandle>1-def</ReceiptHandle>
  </Error>
</Errors>)");

    const auto failed = awaited(client.deleteMessages(u"demo"_s, {"1-abc", "1-def"}));
    QVERIFY(failed);
    QCOMPARE(failed->size(), 1U);
    QCOMPARE(failed->front().receiptHandle, "1-def");
    QCOMPARE(failed->front().error.code, ErrorCode::MessageNotExist);

    server.answer(204);
    const auto none = awaited(client.deleteMessages(u"demo"_s, {"1-abc", "1-def"}));
    QVERIFY(none);
    QVERIFY(none->empty());
}

void TestMnsClient::errorDocumentsBecomeErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("inMessage");

    const auto document = [](const char *code, const char *message) {
        return QByteArray("<?xml version=\"1.0\" ?>\n<Error "
                          "xmlns=\"http://mns.aliyuncs.com/doc/v1\">\n  <Code>")
            + code + "</Code>\n  <Message>" + message
            + "</Message>\n  <RequestId>5DF07C9B31383790319F4D26</RequestId>\n  "
              "<HostId>http://h</HostId>\n</Error>";
    };
    QTest::newRow("known") << 404 << document("QueueNotExist", "No such queue.")
                           << ErrorCode::QueueNotExist << u"No such queue."_s;
    QTest::newRow("skew") << 408 << document("TimeExpired", "Late.") << ErrorCode::TimeExpired
                          << u"Late."_s;
    QTest::newRow("unknown code") << 400 << document("TooPurple", "No purple.")
                                  << ErrorCode::UnexpectedReply << u"TooPurple"_s;
    QTest::newRow("another server") << 404 << QByteArray("<html>not here</html>")
                                    << ErrorCode::UnexpectedReply << u"status 404"_s;
    QTest::newRow("no body") << 502 << QByteArray() << ErrorCode::UnexpectedReply
                             << u"status 502"_s;
    QTest::newRow("success of something else")
        << 200 << QByteArray("<html>welcome</html>") << ErrorCode::UnexpectedReply << QString();
}

void TestMnsClient::errorDocumentsBecomeErrors()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, inMessage);
    FakeServer server;
    MnsClient client(server.endpoint());
    server.answer(status, body);

    const Result<QueueAttributes> reply = awaited(client.queueAttributes(u"demo"_s));

    QVERIFY(!reply);
    QCOMPARE(reply.error().code, code);
    QVERIFY2(reply.error().message.contains(inMessage), qPrintable(reply.error().message));
}

void TestMnsClient::wholeBatchRefusalIsAnError()
{
    FakeServer server;
    MnsClient client(server.endpoint());
    const QByteArray document =
        writeError({ErrorCode::QueueNotExist, u"No such queue."_s}, u"5DF0"_s, "http://h");
    server.answer(404, document);

    QCOMPARE(awaited(client.sendMessages(u"demo"_s, {textMessage("a")})).error().code,
             ErrorCode::QueueNotExist);
    QCOMPARE(awaited(client.deleteMessages(u"demo"_s, {"1-a"})).error().code,
             ErrorCode::QueueNotExist);
}

QTEST_GUILESS_MAIN(TestMnsClient)
#include "tst_mnsclient.moc"
