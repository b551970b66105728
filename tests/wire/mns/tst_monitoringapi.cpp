// SPDX-License-Identifier: GPL-3.0-only
#include "wiresuite.h"

#include <QTcpServer>
#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;

class TestMonitoringApi : public WireSuite
{
    Q_OBJECT

private:
    RawReply get(const QByteArray &target, const QByteArray &host = "127.0.0.1:9324")
    {
        ClientRequest request{"GET", target, {}, {{"host", host}}};
        return m_client->exchange(request);
    }

private slots:
    void healthIsToldUnsigned()
    {
        const RawReply reply = get("/healthz");
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.body, QByteArray("ok\n"));
    }

    void metricsAreInPrometheusText()
    {
        m_client->call("PUT", "/queues/demo");
        m_client->call("POST", "/queues/demo/messages",
                       "<Message><MessageBody>x</MessageBody></Message>");
        const RawReply reply = get("/metrics");
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.header("Content-Type"),
                 QByteArray("text/plain; version=0.0.4; charset=utf-8"));
        QVERIFY(reply.body.contains("\nsignalbox_messages_sent_total 1\n"));
        QVERIFY(
            reply.body.contains("\nsignalbox_queue_messages{queue=\"demo\",state=\"ready\"} 1\n"));
        QVERIFY(reply.body.contains("\nsignalbox_writable 1\n"));
        for (const QByteArray &line : reply.body.split('\n'))
            QVERIFY2(line.isEmpty() || line.startsWith("# ") || line.startsWith("signalbox_"),
                     line.constData());
    }

    void localNamesAreFine_data()
    {
        QTest::addColumn<QByteArray>("host");
        for (const char *host : {"localhost", "localhost:9324", "127.0.0.1", "[::1]:9324"})
            QTest::newRow(host) << QByteArray(host);
    }
    void localNamesAreFine()
    {
        QFETCH(QByteArray, host);
        QCOMPARE(get("/healthz", host).status, 200);
    }

    void namesThatMayPointAnywhereAreRefused()
    {
        QCOMPARE(get("/metrics", "rebound.example.com").status, 403);
    }

    void onlyGetIsUnderstood()
    {
        const RawReply reply = m_client->exchange(
            {"POST", "/healthz", {}, {{"host", "localhost"}, {"content-length", "0"}}});
        QCOMPARE(reply.status, 405);
        QCOMPARE(reply.header("Allow"), QByteArray("GET"));
    }

    void anAddressOfItsOwnServesMonitoringAlone()
    {
        QTcpServer probe;
        QVERIFY(probe.listen(QHostAddress::LocalHost));
        const quint16 port = probe.serverPort();
        probe.close();
        RunningBroker broker([port](BrokerOptions &options) {
            options.metricsListen = ListenAddress{QHostAddress(QHostAddress::LocalHost), port};
        });
        SignedClient client(port);
        QCOMPARE(client.exchange({"GET", "/healthz", {}, {{"host", "metrics.example.com"}}}).status,
                 200);
        QCOMPARE(
            client.exchange({"GET", "/metrics?x=y", {}, {{"host", "metrics.example.com"}}}).status,
            200);
        QCOMPARE(client.call("GET", "/queues").status, 404);
        QCOMPARE(client.admin("GET", "/status").status, 404);
    }
};

QTEST_GUILESS_MAIN(TestMonitoringApi)
#include "tst_monitoringapi.moc"
