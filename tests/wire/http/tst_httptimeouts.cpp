// SPDX-License-Identifier: GPL-3.0-only
#include "http/httpserver.h"
#include "rawclient.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTest>

#include <memory>

using namespace Signalbox;
using namespace std::chrono_literals;

/// How long requests, silence and connections may take.
class tst_HttpTimeouts : public QObject
{
    Q_OBJECT

private:
    quint16 start(std::chrono::milliseconds requestTimeout, std::chrono::milliseconds idleTimeout,
                  int maxConnections = 100)
    {
        HttpServer::Options options;
        options.requestTimeout = requestTimeout;
        options.idleTimeout = idleTimeout;
        options.maxConnections = maxConnections;
        m_server = std::make_unique<HttpServer>(options,
                                                [this](const HttpRequest &request, ReplySlot slot) {
                                                    if (request.target == "/poll")
                                                        m_waiting = slot;
                                                    else
                                                        slot.reply({200, {}, "ok"});
                                                });
        const Result<quint16> port = m_server->listen(QHostAddress::LocalHost, 0);
        return port ? *port : 0;
    }

    std::unique_ptr<HttpServer> m_server;
    ReplySlot m_waiting;

private slots:
    void cleanup()
    {
        m_server.reset();
        m_waiting = {};
    }

    void halfARequestTimesOut_data()
    {
        QTest::addColumn<QByteArray>("half");
        QTest::newRow("within the request line") << QByteArray("GE");
        QTest::newRow("within the headers") << QByteArray("GET / HTTP/1.1\r\nHost: h\r\n");
        QTest::newRow("within the body")
            << QByteArray("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhe");
        QTest::newRow("within a chunk") << QByteArray(
            "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhe");
    }

    void halfARequestTimesOut()
    {
        QFETCH(QByteArray, half);
        RawClient client(start(50ms, 1h));
        client.write(half);
        const QList<RawReply> replies = client.replies(1);
        QCOMPARE(replies.size(), 1);
        QCOMPARE(replies.constFirst().status, 408);
        QCOMPARE(replies.constFirst().header("Connection"), "close");
        QVERIFY(client.isClosedByServer());
    }

    void slowDripTimesOutThoughItNeverPauses()
    {
        RawClient client(start(150ms, 1h));
        QElapsedTimer timer;
        timer.start();
        client.write("GET / HTTP/1.1\r\nA: ");
        while (client.isConnected() && timer.elapsed() < 5000) {
            client.write("a");
            QTest::qWait(10);
        }
        QCOMPARE(client.replies(1).value(0).status, 408);
        QVERIFY(timer.elapsed() >= 150);
    }

    void secondRequestHasItsOwnTime()
    {
        RawClient client(start(1s, 1h));
        QElapsedTimer timer;
        timer.start();
        int answered = 0;
        while (timer.elapsed() < 1500) {
            client.write("GET / HT");
            QTest::qWait(20);
            client.write("TP/1.1\r\nHost: h\r\n\r\n");
            ++answered;
            QCOMPARE(client.replies(answered).size(), answered);
        }
        QVERIFY(client.isConnected());
    }

    void idleConnectionIsClosed()
    {
        RawClient client(start(1h, 200ms));
        client.write("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QCOMPARE(client.replies(1).size(), 1);
        QVERIFY(client.isClosedByServer());
        QVERIFY(client.rest().isEmpty());
        QTRY_COMPARE(m_server->connectionCount(), 0);
    }

    void silentConnectionIsClosed()
    {
        RawClient client(start(1h, 200ms));
        QVERIFY(client.isClosedByServer());
        QTRY_COMPARE(m_server->connectionCount(), 0);
    }

    void idleTimeDoesNotRunWhileAnAnswerIsOwed()
    {
        RawClient client(start(200ms, 200ms));
        client.write("GET /poll HTTP/1.1\r\nHost: h\r\n\r\n");
        QTRY_VERIFY(m_waiting.isOpen());
        QTest::qWait(600);
        QVERIFY(client.isConnected());
        m_waiting.reply({200, {}, "late"});
        QCOMPARE(client.replies(1).value(0).body, "late");
        QVERIFY(client.isClosedByServer()); // and runs again afterwards
    }

    void clientThatDoesNotReadIsDropped()
    {
        const quint16 port = start(1h, 100ms);
        QTcpSocket deaf;
        deaf.setReadBufferSize(1);
        deaf.connectToHost(QHostAddress::LocalHost, port);
        deaf.write("GET /poll HTTP/1.1\r\nHost: h\r\n\r\n");
        QTRY_VERIFY(m_waiting.isOpen());
        m_waiting.reply({200, {}, QByteArray(12 * 1024 * 1024, 'x')});
        QTRY_COMPARE(m_server->connectionCount(), 0);
    }

    void connectionOverTheCapIsAnswered503()
    {
        const quint16 port = start(1h, 1h, 2);
        RawClient first(port);
        RawClient second(port);
        QTRY_COMPARE(m_server->connectionCount(), 2);

        RawClient third(port);
        third.write("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        const QList<RawReply> replies = third.replies(1);
        QCOMPARE(replies.size(), 1);
        QCOMPARE(replies.constFirst().status, 503);
        QCOMPARE(replies.constFirst().header("Connection"), "close");
        QVERIFY(third.isClosedByServer());

        first.write("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QCOMPARE(first.replies(1).value(0).status, 200);

        second.close();
        QTRY_COMPARE(m_server->connectionCount(), 1);
        RawClient fourth(port);
        fourth.write("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QCOMPARE(fourth.replies(1).value(0).status, 200);
    }

    void whoIsToldThatThereIsNoRoomTakesNone()
    {
        const quint16 port = start(1h, 1h, 1);
        RawClient first(port);
        QTRY_COMPARE(m_server->connectionCount(), 1);
        QTcpSocket second;
        second.setReadBufferSize(1); // it does not read its refusal to the end, so it stays
        second.connectToHost(QHostAddress::LocalHost, port);
        QTRY_COMPARE(m_server->connectionCount(), 2);
        first.close();
        QTRY_COMPARE(m_server->connectionCount(), 1);
        RawClient third(port);
        third.write("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QCOMPARE(third.replies(1).value(0).status, 200);
    }

    void twoThousandConnectionsAreServed()
    {
        const quint16 port = start(1h, 1h, 10000);
        std::vector<std::unique_ptr<RawClient>> clients;
        for (size_t i = 0; i < 2000; ++i) {
            clients.push_back(std::make_unique<RawClient>(port));
            QVERIFY2(clients.back()->isConnected(), qPrintable(QString::number(i)));
            QCoreApplication::processEvents(); // the server shares this thread
        }
        QTRY_COMPARE(m_server->connectionCount(), 2000);
        for (const auto &client : clients)
            client->write("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        for (const auto &client : clients)
            QCOMPARE(client->replies(1).value(0).body, "ok");
        clients.clear();
        QTRY_COMPARE(m_server->connectionCount(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_HttpTimeouts)
#include "tst_httptimeouts.moc"
