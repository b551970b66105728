// SPDX-License-Identifier: GPL-3.0-only
#include "wiresuite.h"

#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;

/// Account operations, and what no operation answers to.
class TestMnsAccount : public WireSuite
{
    Q_OBJECT

private:
    QByteArray attributes() { return m_client->call("GET", "/?accountmeta=true").body; }
    void setBucket(const QByteArray &element)
    {
        const RawReply reply =
            m_client->call("PUT", "/?accountmeta=true", "<Account>" + element + "</Account>");
        QCOMPARE(reply.status, 204);
        QCOMPARE(reply.body, QByteArray());
    }

private slots:
    void loggingBucketIsThereEvenWhenEmpty()
    {
        const RawReply reply = m_client->call("GET", "/?accountmeta");
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.body,
                 QByteArray("<?xml version=\"1.0\" ?>\n"
                            "<Account xmlns=\"http://mns.aliyuncs.com/doc/v1\">\n"
                            "  <LoggingBucket></LoggingBucket>\n"
                            "</Account>"));
    }

    void loggingBucketIsKeptUntilItIsCleared()
    {
        setBucket("<LoggingBucket>logs</LoggingBucket>");
        QCOMPARE(elementText(attributes(), "LoggingBucket"), QByteArray("logs"));
        setBucket("");
        QCOMPARE(elementText(attributes(), "LoggingBucket"), QByteArray("logs"));
        m_broker->restart();
        m_client = std::make_unique<SignedClient>(m_broker->port());
        QCOMPARE(elementText(attributes(), "LoggingBucket"), QByteArray("logs"));
        setBucket("<LoggingBucket></LoggingBucket>");
        QCOMPARE(elementText(attributes(), "LoggingBucket"), QByteArray());
    }

    void accountIdIsTold()
    {
        const RawReply reply = m_client->call("GET", "/?account");
        QCOMPARE(reply.status, 200);
        QCOMPARE(elementText(reply.body, "AccountId"), QByteArray("1000000000000000"));
    }

    void serviceIsOpen()
    {
        const RawReply reply = m_client->call("POST", "/commonbuy/openservice");
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.body.contains("<OpenService xmlns="));
        QVERIFY(!elementText(reply.body, "OrderId").isEmpty());
    }

    void unknownRoutesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        const auto row = [](const char *method, const char *target) {
            QTest::addRow("%s %s", method, target) << QByteArray(method) << QByteArray(target);
        };
        row("GET", "/");
        row("POST", "/queues");
        row("POST", "/queues/demo");
        row("GET", "/queues/demo/letters");
        row("GET", "/queues/demo/messages/1");
        row("PATCH", "/queues/demo");
        row("GET", "/queue");
        row("GET", "/topics/news/letters");
        row("GET", "//queues");
        row("GET", "/commonbuy/openservice");
        row("OPTIONS", "/queues");
    }
    void unknownRoutesAreRefused()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        const RawReply reply = m_client->call(method, target);
        QCOMPARE(reply.status, 400);
        QCOMPARE(errorCode(reply), QByteArray("InvalidRequestURL"));
    }

    void aSlashAtTheEndIsTolerated() { QCOMPARE(m_client->call("GET", "/queues/").status, 200); }

    void callsBeyondTheQuotaAreRefused()
    {
        RunningBroker limited([](BrokerOptions &options) { options.quotas.maxCallsPerSecond = 1; });
        SignedClient client(limited.port());
        const QByteArray batch = "<Messages>"
            + QByteArray("<Message><MessageBody>x</MessageBody></Message>").repeated(16)
            + "</Messages>";
        client.call("PUT", "/queues/demo");
        (void)client.call("POST", "/queues/demo/messages", batch);
        const RawReply reply = client.call("POST", "/queues/demo/messages", batch);
        QCOMPARE(errorCode(reply), QByteArray("QpsLimitExceeded"));
    }
};

QTEST_GUILESS_MAIN(TestMnsAccount)
#include "tst_mnsaccount.moc"
