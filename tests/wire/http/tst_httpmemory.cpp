// SPDX-License-Identifier: GPL-3.0-only
#include "http/httpserver.h"
#include "rawclient.h"

#include <QTest>

#include <memory>

using namespace Signalbox;
using namespace std::chrono_literals;

/// What requests that never end may cost all together.
class tst_HttpMemory : public QObject
{
    Q_OBJECT

private:
    static constexpr qint64 kBudget = 100'000;

    quint16 start()
    {
        HttpServer::Options options;
        options.maxUnfinishedBytes = kBudget;
        options.requestTimeout = m_requestTimeout;
        m_server =
            std::make_unique<HttpServer>(options, [](const HttpRequest &request, ReplySlot slot) {
                slot.reply({200, {}, request.body});
            });
        const Result<quint16> port = m_server->listen(QHostAddress::LocalHost, 0);
        return port ? *port : 0;
    }

    static QByteArray head(const QByteArray &framing)
    {
        return "POST / HTTP/1.1\r\nHost: h\r\n" + framing + "\r\n\r\n";
    }

    static QByteArray headOf(qint64 bodyBytes)
    {
        return head("Content-Length: " + QByteArray::number(bodyBytes));
    }

    /// Holds \a bytes of the budget, and its head.
    void hold(RawClient &client, qsizetype bytes)
    {
        client.write(headOf(2 * kBudget) + QByteArray(bytes, 'x'));
        settle();
    }

    /// The server has read all that was sent: what comes later on another connection is answered.
    void settle()
    {
        for (int round = 0; round < 3; ++round) {
            RawClient probe(m_port);
            probe.write("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
            QCOMPARE(probe.replies(1).value(0).status, 200);
        }
    }

    std::chrono::milliseconds m_requestTimeout = 1h;
    std::unique_ptr<HttpServer> m_server;
    quint16 m_port = 0;

private slots:
    void init()
    {
        m_requestTimeout = 1h;
        m_port = start();
    }
    void cleanup() { m_server.reset(); }

    void requestThatWouldPassTheBudgetIsRefused_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("head") << QByteArray("GET /" + QByteArray(40'000, 'a'));
        QTest::newRow("body") << headOf(kBudget) + QByteArray(40'000, 'a');
        QTest::newRow("chunks") << head("Transfer-Encoding: chunked") + "FFFF\r\n"
                + QByteArray(40'000, 'a');
    }

    void requestThatWouldPassTheBudgetIsRefused()
    {
        QFETCH(QByteArray, start);
        RawClient first(m_port);
        hold(first, 70'000);
        RawClient second(m_port);
        second.write(start);
        const QList<RawReply> replies = second.replies(1);
        QCOMPARE(replies.size(), 1);
        QCOMPARE(replies.constFirst().status, 503);
        QCOMPARE(replies.constFirst().header("Connection"), "close");
        QVERIFY(second.isClosedByServer());
        QVERIFY(first.isConnected()); // the first goes on
    }

    void wholeRequestIsServedWhateverOthersHold()
    {
        RawClient first(m_port);
        hold(first, 99'000);
        RawClient second(m_port);
        second.write(headOf(5) + "hello");
        QCOMPARE(second.replies(1).value(0).body, "hello");
    }

    void budgetIsGivenBackByARequestThatBecomesWhole()
    {
        RawClient first(m_port);
        first.write(headOf(70'001) + QByteArray(70'000, 'x'));
        settle();
        first.write("x");
        QCOMPARE(first.replies(1).value(0).body.size(), 70'001);
        RawClient second(m_port);
        second.write(headOf(70'001) + QByteArray(70'000, 'x'));
        settle();
        second.write("x");
        QCOMPARE(second.replies(1).value(0).status, 200);
        // And by each request of one connection.
        for (int round = 2; round < 5; ++round) {
            first.write(headOf(70'001) + QByteArray(70'000, 'x'));
            settle();
            first.write("x");
            QCOMPARE(first.replies(round).value(round - 1).status, 200);
        }
    }

    void budgetIsGivenBackByAConnectionThatEnds()
    {
        for (int round = 0; round < 5; ++round) {
            RawClient client(m_port);
            hold(client, 70'000);
            QVERIFY(client.isConnected());
            QVERIFY(client.rest().isEmpty());
            client.close();
            QTRY_COMPARE(m_server->connectionCount(), 0);
        }
    }

    void budgetIsGivenBackByARefusedRequest_data()
    {
        QTest::addColumn<QByteArray>("rest");
        QTest::addColumn<int>("status");
        QTest::newRow("malformed") << QByteArray("!") << 400;
        QTest::newRow("over the budget") << QByteArray(40'000, 'x') << 503;
    }

    void budgetIsGivenBackByARefusedRequest()
    {
        QFETCH(QByteArray, rest);
        QFETCH(int, status);
        std::vector<std::unique_ptr<RawClient>> clients; // which stay
        for (int round = 0; round < 3; ++round) {
            RawClient &client = *clients.emplace_back(std::make_unique<RawClient>(m_port));
            client.write(head("Transfer-Encoding: chunked")
                         + (status == 400 ? "11170\r\n" : "FFFFF\r\n") + QByteArray(70'000, 'x'));
            settle();
            QVERIFY(client.rest().isEmpty());
            client.write(rest);
            QCOMPARE(client.replies(1).value(0).status, status);
        }
    }

    void budgetIsGivenBackByARequestThatTakesTooLong()
    {
        m_requestTimeout = 300ms;
        m_port = start();
        for (int round = 0; round < 3; ++round) {
            RawClient client(m_port);
            client.write(headOf(kBudget) + QByteArray(70'000, 'x'));
            QCOMPARE(client.replies(1).value(0).status, 408);
        }
    }
};

QTEST_GUILESS_MAIN(tst_HttpMemory)
#include "tst_httpmemory.moc"
