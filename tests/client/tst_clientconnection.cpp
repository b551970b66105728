// SPDX-License-Identifier: GPL-3.0-only
#include "client/mnsclient.h"
#include "fakeserver.h"
#include "protocol/errorxml.h"
#include "support/awaited.h"

#include <QSignalSpy>
#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What lies between a client and its endpoint: absence, silence, broken replies, cancelling, and
/// connections that are kept.
class TestClientConnection : public QObject
{
    Q_OBJECT

private slots:
    void refusedConnectionIsANetworkFailure();
    void brokenReplyIsANetworkFailure();
    void silenceIsATimeout();
    void longPollOutlivesTheTimeout();
    void cancelledCallClosesItsConnection();
    void deletedClientCancelsItsCalls();
    void clientMayBeDeletedByItsOwnReply();
    void connectionsAreKept();
    void redirectsAreNotFollowed();
    void callsAreReported();
};

void TestClientConnection::refusedConnectionIsANetworkFailure()
{
    Endpoint nobody = FakeServer().endpoint(); // its port is closed again
    MnsClient client(nobody);

    const Result<QueueList> reply = awaited(client.listQueues());

    QVERIFY(!reply);
    QCOMPARE(reply.error(),
             (Error{ErrorCode::NetworkFailure,
                    nobody.displayName() + u" refused the connection. Is the broker running?"_s}));
}

void TestClientConnection::brokenReplyIsANetworkFailure()
{
    FakeServer server;
    server.setHandler([](const FakeServer::Request &) {
        return QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<Queues");
    });
    server.closeAfterAnswer();
    MnsClient client(server.endpoint());

    const Result<QueueList> reply = awaited(client.listQueues());

    QVERIFY(!reply);
    QCOMPARE(reply.error().code, ErrorCode::NetworkFailure);
}

void TestClientConnection::silenceIsATimeout()
{
    FakeServer server;
    MnsClient client(server.endpoint());
    client.setTimeout(50ms);

    const Result<QueueList> reply = awaited(client.listQueues());

    QVERIFY(!reply);
    QCOMPARE(reply.error().code, ErrorCode::Timeout);
    QVERIFY2(reply.error().message.contains(server.endpoint().displayName()),
             qPrintable(reply.error().message));
    QTRY_COMPARE(server.connectionsOpen(), 0);
}

void TestClientConnection::longPollOutlivesTheTimeout()
{
    FakeServer server;
    MnsClient client(server.endpoint());
    client.setTimeout(50ms);

    const QFuture<Result<ReceivedMessage>> poll = client.receiveMessage(u"demo"_s, 30s);
    const Result<QueueList> quick = awaited(client.listQueues());

    QCOMPARE(quick.error().code, ErrorCode::Timeout);
    QVERIFY(!poll.isFinished());
}

void TestClientConnection::cancelledCallClosesItsConnection()
{
    FakeServer server;
    MnsClient client(server.endpoint());
    QSignalSpy called(&client, &MnsClient::called);
    QFuture<Result<ReceivedMessage>> poll = client.receiveMessage(u"demo"_s, 30s);
    QTRY_COMPARE(server.requests().size(), 1);

    poll.cancel();

    QTRY_VERIFY(poll.isFinished());
    QVERIFY(poll.isCanceled());
    QCOMPARE(poll.resultCount(), 0);
    QTRY_COMPARE(server.connectionsOpen(), 0);
    QCOMPARE(called.count(), 0);
}

void TestClientConnection::deletedClientCancelsItsCalls()
{
    FakeServer server;
    auto client = std::make_unique<MnsClient>(server.endpoint());
    const QFuture<Result<ReceivedMessage>> poll = client->receiveMessage(u"demo"_s, 30s);
    QTRY_COMPARE(server.requests().size(), 1);

    client.reset();

    QVERIFY(poll.isFinished());
    QVERIFY(poll.isCanceled());
    QTRY_COMPARE(server.connectionsOpen(), 0);
}

void TestClientConnection::clientMayBeDeletedByItsOwnReply()
{
    FakeServer server;
    server.answer(204);
    auto client = std::make_unique<MnsClient>(server.endpoint());

    bool replied = false;
    client->deleteQueue(u"demo"_s).then(this, [&](const Result<void> &) {
        client.reset();
        replied = true;
    });

    QTRY_VERIFY(replied);
    QVERIFY(!client);
}

void TestClientConnection::connectionsAreKept()
{
    FakeServer server;
    server.answer(204);
    MnsClient client(server.endpoint());

    for (int i = 0; i < 5; ++i)
        QVERIFY(awaited(client.deleteQueue(u"demo"_s)));

    QCOMPARE(server.requests().size(), 5);
    QCOMPARE(server.connectionsMade(), 1);
}

void TestClientConnection::redirectsAreNotFollowed()
{
    FakeServer server;
    server.setHandler([](const FakeServer::Request &) {
        return QByteArray(
            "HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n");
    });
    MnsClient client(server.endpoint());

    const Result<QueueList> reply = awaited(client.listQueues());

    QCOMPARE(reply.error().code, ErrorCode::UnexpectedReply);
    QCOMPARE(server.requests().size(), 1);
}

void TestClientConnection::callsAreReported()
{
    FakeServer server;
    MnsClient client(server.endpoint());
    QSignalSpy called(&client, &MnsClient::called);

    server.answer(204);
    QVERIFY(awaited(client.deleteQueue(u"demo"_s)));
    server.answer(
        404, writeError({ErrorCode::QueueNotExist, u"No such queue."_s}, u"5DF0"_s, "http://h"));
    QVERIFY(!awaited(client.queueAttributes(u"demo"_s)));

    QCOMPARE(called.count(), 2);
    const auto first = called.at(0).first().value<CallRecord>();
    QCOMPARE(first.operation, u"DeleteQueue"_s);
    QCOMPARE(first.status, 204);
    QCOMPARE(first.requestId, u"5DF07C9B31383790319F4D26"_s);
    QVERIFY(first.duration > 0us);
    QVERIFY(!first.error);
    const auto second = called.at(1).first().value<CallRecord>();
    QCOMPARE(second.status, 404);
    QCOMPARE(second.error->code, ErrorCode::QueueNotExist);
}

QTEST_GUILESS_MAIN(TestClientConnection)
#include "tst_clientconnection.moc"
