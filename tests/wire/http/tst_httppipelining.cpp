// SPDX-License-Identifier: GPL-3.0-only
#include "http/httpserver.h"
#include "rawclient.h"

#include <QHash>
#include <QTest>

#include <memory>

using namespace Signalbox;

/// Answers that come late, out of order, twice or to nobody.
class tst_HttpPipelining : public QObject
{
    Q_OBJECT

private:
    /// Starts a server that answers "/now…" at once with the target as body and keeps the slots of
    /// all other requests.
    quint16 start(HttpServer::Options options = {})
    {
        m_server = std::make_unique<HttpServer>(options,
                                                [this](const HttpRequest &request, ReplySlot slot) {
                                                    m_targets.append(request.target);
                                                    if (request.target.startsWith("/now"))
                                                        slot.reply({200, {}, request.target});
                                                    else
                                                        m_slots.insert(request.target, slot);
                                                });
        const Result<quint16> port = m_server->listen(QHostAddress::LocalHost, 0);
        return port ? *port : 0;
    }

    void replyLater(const QByteArray &target) { m_slots.value(target).reply({200, {}, target}); }

    static QByteArray get(const QByteArray &target)
    {
        return "GET " + target + " HTTP/1.1\r\nHost: h\r\n\r\n";
    }

    static QList<QByteArray> bodies(const QList<RawReply> &replies)
    {
        QList<QByteArray> bodies;
        for (const RawReply &reply : replies)
            bodies.append(reply.body);
        return bodies;
    }

    std::unique_ptr<HttpServer> m_server;
    QHash<QByteArray, ReplySlot> m_slots;
    QList<QByteArray> m_targets;

private slots:
    void cleanup()
    {
        m_server.reset();
        m_slots.clear();
        m_targets.clear();
    }

    void pipelinedRequestsAreAnsweredInOrder()
    {
        RawClient client(start());
        QByteArray requests;
        QList<QByteArray> expected;
        for (int i = 0; i < 200; ++i) {
            expected.append("/now/" + QByteArray::number(i));
            requests += get(expected.constLast());
        }
        client.write(requests);
        QCOMPARE(bodies(client.replies(200)), expected);
    }

    void answersWaitForTheOneBeforeThem()
    {
        RawClient client(start());
        client.write(get("/poll") + get("/now/1") + get("/later") + get("/now/2"));
        QTRY_COMPARE(m_targets.size(), 4);
        replyLater("/later");
        QTest::qWait(0);
        QVERIFY(client.rest().isEmpty());
        replyLater("/poll");
        const QList<QByteArray> expected{"/poll", "/now/1", "/later", "/now/2"};
        QCOMPARE(bodies(client.replies(4)), expected);
    }

    void requestWithABodyBehindALongPollKeepsItsBody()
    {
        RawClient client(start());
        client.write(get("/poll") + "POST /now HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\na");
        QTRY_COMPARE(m_targets.size(), 1);
        client.write("bc" + get("/now/2"));
        QTRY_COMPARE(m_targets.size(), 3);
        replyLater("/poll");
        const QList<QByteArray> expected{"/poll", "/now", "/now/2"};
        QCOMPARE(bodies(client.replies(3)), expected);
    }

    void continueDoesNotOvertakeTheAnswerBefore()
    {
        RawClient client(start());
        client.write(
            get("/poll")
            + "POST /now HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nExpect: 100-continue\r\n\r\n");
        QTRY_COMPARE(m_targets.size(), 1);
        replyLater("/poll");
        const QList<RawReply> replies = client.replies(2);
        QCOMPARE(replies.size(), 2);
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0) // later ones send it by themselves, out of turn
        QCOMPARE(replies.at(0).status, 200);
        QCOMPARE(replies.at(1).status, 100);
#endif
        client.write("x");
        QCOMPARE(client.replies(3).constLast().body, "/now");
    }

    void refusalWaitsForTheAnswersBeforeIt()
    {
        RawClient client(start());
        client.write(get("/poll") + "nonsense\r\n\r\n");
        QTRY_COMPARE(m_targets.size(), 1);
        QTest::qWait(0);
        QVERIFY(client.rest().isEmpty());
        replyLater("/poll");
        const QList<RawReply> replies = client.replies(2);
        QCOMPARE(replies.size(), 2);
        QCOMPARE(replies.at(0).body, "/poll");
        QCOMPARE(replies.at(0).header("Connection"), "keep-alive");
        QCOMPARE(replies.at(1).status, 400);
        QVERIFY(client.isClosedByServer());
    }

    void closingRequestIsAnsweredLateAndThenCloses()
    {
        RawClient client(start());
        client.write("GET /poll HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        QTRY_COMPARE(m_targets.size(), 1);
        replyLater("/poll");
        QCOMPARE(client.replies(1).value(0).header("Connection"), "close");
        QVERIFY(client.isClosedByServer());
    }

    void secondReplyOfASlotDoesNothing()
    {
        RawClient client(start());
        client.write(get("/poll"));
        QTRY_COMPARE(m_targets.size(), 1);
        const ReplySlot copy = m_slots.value("/poll");
        QVERIFY(copy.isOpen());
        replyLater("/poll");
        QVERIFY(!copy.isOpen());
        copy.reply({500, {}, "again"});
        client.write(get("/now"));
        const QList<QByteArray> expected{"/poll", "/now"};
        QCOMPARE(bodies(client.replies(2)), expected);
    }

    void clientGoneBeforeTheAnswerHarmsNobody()
    {
        const quint16 port = start();
        auto client = std::make_unique<RawClient>(port);
        client->write(get("/poll") + get("/later"));
        QTRY_COMPARE(m_targets.size(), 2);
        const ReplySlot slot = m_slots.value("/poll");
        int closedCalls = 0;
        slot.whenClosed([&] { ++closedCalls; });
        client.reset();
        QTRY_COMPARE(closedCalls, 1);
        QVERIFY(!slot.isOpen());
        slot.reply({200, {}, "to nobody"});
        QTRY_COMPARE(m_server->connectionCount(), 0);
        replyLater("/later"); // and once more when the connection is deleted
        slot.whenClosed([&] { ++closedCalls; });
        QCOMPARE(closedCalls, 2); // at once

        RawClient other(port);
        other.write(get("/now"));
        QCOMPARE(other.replies(1).value(0).body, "/now");
    }

    void whenClosedIsNotCalledAfterTheAnswer()
    {
        auto client = std::make_unique<RawClient>(start());
        client->write(get("/poll"));
        QTRY_COMPARE(m_targets.size(), 1);
        bool called = false;
        m_slots.value("/poll").whenClosed([&] { called = true; });
        replyLater("/poll");
        QCOMPARE(client->replies(1).size(), 1);
        client.reset();
        QTRY_COMPARE(m_server->connectionCount(), 0);
        QVERIFY(!called);
    }

    void whenClosedMayAnswerOtherSlots()
    {
        const quint16 port = start();
        auto leaving = std::make_unique<RawClient>(port);
        RawClient staying(port);
        leaving->write(get("/leaving"));
        staying.write(get("/staying"));
        QTRY_COMPARE(m_targets.size(), 2);
        m_slots.value("/leaving").whenClosed([this] {
            replyLater("/leaving");
            replyLater("/staying");
        });
        leaving.reset();
        QCOMPARE(staying.replies(1).value(0).body, "/staying");
    }

    void slotOutlivesTheServer()
    {
        RawClient client(start());
        client.write(get("/poll"));
        QTRY_COMPARE(m_targets.size(), 1);
        m_server.reset();
        QVERIFY(!m_slots.value("/poll").isOpen());
        replyLater("/poll");
        QVERIFY(client.isClosedByServer());
    }

    void closeLetsOwedAnswersLeave()
    {
        RawClient client(start());
        client.write(get("/poll"));
        QTRY_COMPARE(m_targets.size(), 1);
        m_server->close();
        client.write(get("/now"));
        QTest::qWait(0);
        replyLater("/poll");
        const QList<RawReply> replies = client.replies(2);
        QCOMPARE(replies.size(), 1);
        QCOMPARE(replies.at(0).body, "/poll");
        QCOMPARE(replies.at(0).header("Connection"), "close");
        QVERIFY(client.isClosedByServer());
        QCOMPARE(m_targets.size(), 1);
        QTRY_COMPARE(m_server->connectionCount(), 0);
    }

    void endlessPipelineBehindALongPollIsCutOff()
    {
        RawClient client(start());
        client.write(get("/poll") + get("/later").repeated(1500));
        QTRY_COMPARE(m_targets.size(), 1000);
        m_server->close();
        QCOMPARE(m_targets.size(), 1000);
    }

    void manyConnectionsWaitAtOnce()
    {
        const quint16 port = start();
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 100; ++i) {
            clients.push_back(std::make_unique<RawClient>(port));
            clients.back()->write(get("/poll/" + QByteArray::number(i)));
        }
        QTRY_COMPARE(m_slots.size(), 100);
        for (int i = 99; i >= 0; --i)
            replyLater("/poll/" + QByteArray::number(i));
        for (size_t i = 0; i < clients.size(); ++i)
            QCOMPARE(clients[i]->replies(1).value(0).body, "/poll/" + QByteArray::number(i));
    }
};

QTEST_GUILESS_MAIN(tst_HttpPipelining)
#include "tst_httppipelining.moc"
