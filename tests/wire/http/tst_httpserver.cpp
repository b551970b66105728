// SPDX-License-Identifier: GPL-3.0-only
#include "http/httpserver.h"
#include "rawclient.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include <memory>

using namespace Signalbox;

/// One request and its answer: what the handler sees, how the reply is written, and who closes.
class tst_HttpServer : public QObject
{
    Q_OBJECT

private:
    /// Starts a server that answers with m_reply and keeps the requests.
    quint16 start(HttpServer::Options options = {})
    {
        options.serverName = "Test";
        m_server = std::make_unique<HttpServer>(options,
                                                [this](const HttpRequest &request, ReplySlot slot) {
                                                    m_requests.append(request);
                                                    slot.reply(m_reply);
                                                });
        const Result<quint16> port = m_server->listen(QHostAddress::LocalHost, 0);
        return port ? *port : 0;
    }

    std::unique_ptr<HttpServer> m_server;
    QList<HttpRequest> m_requests;
    HttpReply m_reply;

private slots:
    void cleanup()
    {
        m_server.reset();
        m_requests.clear();
        m_reply = {};
    }

    void requestReachesTheHandlerAsItWasSent()
    {
        RawClient client(start());
        client.write("PUT //a%41/%7E/..?x=%2F&y HTTP/1.1\r\nHost: h:1\r\nX-Mns-Version:  "
                     "2015-06-06 \r\nAccept: a\r\naccept: b\r\n"
                     "Content-Length: 5\r\n\r\nhello");
        QCOMPARE(client.replies(1).size(), 1);

        QCOMPARE(m_requests.size(), 1);
        const HttpRequest &request = m_requests.constFirst();
        QCOMPARE(request.method, "PUT");
        QCOMPARE(request.target, "//a%41/%7E/..?x=%2F&y");
        const QList<HttpHeader> expected{{"host", "h:1"},
                                         {"x-mns-version", "2015-06-06"},
                                         {"accept", "a"},
                                         {"accept", "b"},
                                         {"content-length", "5"}};
        QCOMPARE(request.headers, expected);
        QCOMPARE(request.header("accept"), "a");
        QVERIFY(!request.hasHeader("x-none"));
        QCOMPARE(request.body, "hello");
        QCOMPARE(request.peerAddress, QHostAddress(QHostAddress::LocalHost));
        QVERIFY(request.peerPort != 0);
        QVERIFY(!request.secure);
    }

    void replyHeaderNamesStayAsSpelled()
    {
        m_reply = {201,
                   {{"Location", "http://h/queues/a"},
                    {"x-mns-request-id", "5DF0"},
                    {"Content-Type", "text/xml;charset=utf-8"}},
                   "<a/>"};
        RawClient client(start());
        client.write("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        const QList<RawReply> replies = client.replies(1);
        QCOMPARE(replies.size(), 1);

        const RawReply &reply = replies.constFirst();
        QVERIFY2(reply.head.startsWith("HTTP/1.1 201 Created\r\n"), reply.head.constData());
        QCOMPARE(reply.header("Location"), "http://h/queues/a");
        QCOMPARE(reply.header("x-mns-request-id"), "5DF0");
        QCOMPARE(reply.header("Content-Type"), "text/xml;charset=utf-8");
        QCOMPARE(reply.header("Content-Length"), "4");
        QCOMPARE(reply.header("Server"), "Test");
        QCOMPARE(reply.header("Connection"), "keep-alive");
        const QRegularExpression date(
            QStringLiteral("^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d [A-Z][a-z]{2} \\d{4} "
                           "\\d\\d:\\d\\d:\\d\\d GMT$"));
        QVERIFY2(date.match(QString::fromLatin1(reply.header("Date"))).hasMatch(),
                 reply.head.constData());
        QCOMPARE(reply.body, "<a/>");
    }

    void emptyReplyHasAContentLengthOfZero()
    {
        m_reply.status = 201;
        RawClient client(start());
        client.write("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QCOMPARE(client.replies(1).value(0).header("Content-Length"), "0");
    }

    void noContentHasNeitherBodyNorContentLength()
    {
        m_reply = {204, {{"Location", "x"}}, "must not leave"};
        RawClient client(start());
        client.write("GET / HTTP/1.1\r\nHost: h\r\n\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n");
        const QList<RawReply> replies = client.replies(2);
        QCOMPARE(replies.size(), 2);
        QCOMPARE(replies.at(1).status, 204);
        QVERIFY(replies.at(0).header("Content-Length").isNull());
        QVERIFY(client.rest().isEmpty());
    }

    void connectionCarriesManyRequests()
    {
        RawClient client(start());
        for (int i = 1; i <= 50; ++i) {
            client.write("POST /" + QByteArray::number(i)
                         + " HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nab");
            QCOMPARE(client.replies(i).size(), i);
        }
        QCOMPARE(m_requests.size(), 50);
        QCOMPARE(m_requests.constLast().target, "/50");
        QCOMPARE(m_server->connectionCount(), 1);
    }

    void headIsAnsweredWithoutBody()
    {
        m_reply = {405, {}, "twelve bytes"};
        RawClient client(start());
        client.expectNoBody();
        client.write("HEAD / HTTP/1.1\r\nHost: h\r\n\r\n");
        QCOMPARE(client.replies(1).value(0).header("Content-Length"), "12");
        client.write("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        const QList<RawReply> replies = client.replies(2);
        QCOMPARE(replies.size(), 2);
        QCOMPARE(replies.at(1).body, "twelve bytes");
    }

    void connectionIsClosedWhenTheClientWantsIt_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("Connection: close")
            << QByteArray("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        QTest::newRow("in a list")
            << QByteArray("GET / HTTP/1.1\r\nHost: h\r\nconnection: TE , Close\r\n\r\n");
        QTest::newRow("HTTP/1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n");
        QTest::newRow("HTTP/1.0 with a body")
            << QByteArray("POST / HTTP/1.0\r\nContent-Length: 2\r\n\r\nab");
    }

    void connectionIsClosedWhenTheClientWantsIt()
    {
        QFETCH(QByteArray, request);
        m_reply.body = QByteArray(1024 * 1024, 'x');
        RawClient client(start());
        client.write(request);
        const QList<RawReply> replies = client.replies(1);
        QCOMPARE(replies.size(), 1);
        QCOMPARE(replies.constFirst().header("Connection"), "close");
        QCOMPARE(replies.constFirst().body.size(), m_reply.body.size());
        QVERIFY(client.isClosedByServer());
        QTRY_COMPARE(m_server->connectionCount(), 0);
    }

    void requestBehindAClosingOneIsNotRead()
    {
        RawClient client(start());
        client.write("GET /1 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\nGET /2 "
                     "HTTP/1.1\r\nHost: h\r\n\r\n");
        QVERIFY(client.isClosedByServer());
        QCOMPARE(client.replies(2).size(), 1);
        QCOMPARE(m_requests.size(), 1);
    }

    void largeBodyGoesBothWays()
    {
        m_reply.body = QByteArray(3 * 1024 * 1024, 'r');
        RawClient client(start());
        const QByteArray body(4 * 1024 * 1024, 'q');
        client.write("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: "
                     + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        const QList<RawReply> replies = client.replies(1);
        QCOMPARE(replies.size(), 1);
        QCOMPARE(replies.constFirst().body, m_reply.body);
        QCOMPARE(m_requests.constFirst().body, body);
    }

    void busyPortIsExplained()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost, 0));
        HttpServer server({}, [](const HttpRequest &, ReplySlot) {});
        const Result<quint16> port = server.listen(QHostAddress::LocalHost, other.serverPort());
        QVERIFY(!port);
        QCOMPARE(port.error().code, ErrorCode::Conflict);
        QVERIFY(port.error().message.contains(QString::number(other.serverPort())));
    }

    void foreignAddressIsExplained()
    {
        HttpServer server({}, [](const HttpRequest &, ReplySlot) {});
        const Result<quint16> port = server.listen(QHostAddress(QStringLiteral("192.0.2.1")), 0);
        QVERIFY(!port);
        QCOMPARE(port.error().code, ErrorCode::InvalidArgument);
    }

    void stoppedListenerKeepsItsConnections()
    {
        const quint16 port = start();
        RawClient client(port);
        client.write("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QCOMPARE(client.replies(1).size(), 1);
        m_server->stopListening();
        client.write("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QCOMPARE(client.replies(2).size(), 2);
        QVERIFY(!RawClient(port).isConnected());
    }

    void closeEndsIdleConnections()
    {
        RawClient client(start());
        client.write("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QCOMPARE(client.replies(1).size(), 1);
        QSignalSpy closed(m_server.get(), &HttpServer::closed);
        m_server->close();
        QVERIFY(client.isClosedByServer());
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(m_server->connectionCount(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_HttpServer)
#include "tst_httpserver.moc"
