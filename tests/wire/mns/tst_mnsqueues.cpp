// SPDX-License-Identifier: GPL-3.0-only
#include "wiresuite.h"

#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace std::chrono_literals;

class TestMnsQueues : public WireSuite
{
    Q_OBJECT

private:
    RawReply create(const QByteArray &name, const QByteArray &elements = {})
    {
        return m_client->call("PUT", "/queues/" + name, "<Queue>" + elements + "</Queue>");
    }

private slots:
    void createdQueueHasItsUrlInLocation()
    {
        const RawReply reply = create("demo");
        QCOMPARE(reply.status, 201);
        QCOMPARE(reply.header("Location"),
                 QByteArray("http://127.0.0.1:9324/queues/demo")); // as the client's Host has it
        QCOMPARE(reply.header("Content-Length"), QByteArray("0"));
        QCOMPARE(reply.body, QByteArray());
    }

    void aRequestThatCouldNotBeReadIsToldItsHost()
    {
        const RawReply reply = m_client->exchange(
            {"GET", "/queues", {}, {{"host", "mns.example:81"}, {"expect", "something"}}});
        QCOMPARE(reply.status, 417);
        QCOMPARE(elementText(reply.body, "HostId"), QByteArray("http://mns.example:81"));
    }

    void aBadNameIsRefusedBeforeABadBody()
    {
        QCOMPARE(errorCode(m_client->call("PUT", "/queues/a_b", "<Queue")), "InvalidQueueName");
    }

    void hostOfAnAbsoluteTargetStandsForHost()
    {
        ClientRequest request =
            ClientRequest::make("PUT", "http://mns.example:81/queues/demo", "<Queue></Queue>");
        const RawReply reply = m_client->exchange(request.signV2());
        QCOMPARE(reply.status, 201);
        QCOMPARE(reply.header("Location"), QByteArray("http://mns.example:81/queues/demo"));
    }

    void everyReplyHasTheHeadersOfTheProtocol()
    {
        create("demo");
        const RawReply reply = m_client->call("GET", "/queues/demo");
        QCOMPARE(reply.header("Content-Type"), QByteArray("text/xml;charset=utf-8"));
        QCOMPARE(reply.header("x-mns-version"), QByteArray("2015-06-06"));
        QCOMPARE(reply.header("x-mns-request-id").size(), 24);
        QVERIFY(!reply.header("Date").isEmpty());
        QVERIFY(!reply.header("Server").isEmpty());
    }

    void sameAttributesAgainAreFine()
    {
        create("demo", "<VisibilityTimeout>60</VisibilityTimeout>");
        const RawReply reply =
            create("demo",
                   "<VisibilityTimeout>60</VisibilityTimeout><DelaySeconds>0</DelaySeconds>"
                   "<LoggingEnabled>false</LoggingEnabled>");
        QCOMPARE(reply.status, 204);
        QCOMPARE(reply.header("Location"), QByteArray("http://127.0.0.1:9324/queues/demo"));
        QCOMPARE(reply.body, QByteArray());
    }

    void otherAttributesAreAConflict()
    {
        create("demo", "<VisibilityTimeout>60</VisibilityTimeout>");
        const RawReply reply =
            create("demo"); // what is left out means the default, not what is there
        QCOMPARE(reply.status, 409);
        QCOMPARE(generalised(reply.body),
                 QByteArray("<?xml version=\"1.0\" ?>\n"
                            "<Error xmlns=\"http://mns.aliyuncs.com/doc/v1\">\n"
                            "  <Code>QueueAlreadyExist</Code>\n"
                            "  <Message>TEXT</Message>\n"
                            "  <RequestId>REQUEST</RequestId>\n"
                            "  <HostId>HOST</HostId>\n"
                            "</Error>"));
    }

    void requestIdOfAnErrorIsTheOneInTheHeader()
    {
        const RawReply reply = m_client->call("GET", "/queues/absent");
        QCOMPARE(elementText(reply.body, "RequestId"), reply.header("x-mns-request-id"));
    }

    void createWithoutABodyTakesTheDefaults()
    {
        QCOMPARE(m_client->call("PUT", "/queues/demo").status, 201);
        QCOMPARE(elementText(m_client->call("GET", "/queues/demo").body, "VisibilityTimeout"),
                 QByteArray("30"));
    }

    void attributesAreToldInFull()
    {
        create("demo",
               "<DelaySeconds>5</DelaySeconds><MaximumMessageSize>2048</MaximumMessageSize>"
               "<MessageRetentionPeriod>600</MessageRetentionPeriod><VisibilityTimeout>45</"
               "VisibilityTimeout>"
               "<PollingWaitSeconds>10</PollingWaitSeconds><LoggingEnabled>True</LoggingEnabled>");
        const RawReply reply = m_client->call("GET", "/queues/demo");
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.body,
                 QByteArray("<?xml version=\"1.0\" ?>\n"
                            "<Queue xmlns=\"http://mns.aliyuncs.com/doc/v1\">\n"
                            "  <QueueName>demo</QueueName>\n"
                            "  <CreateTime>1449554806</CreateTime>\n"
                            "  <LastModifyTime>1449554806</LastModifyTime>\n"
                            "  <VisibilityTimeout>45</VisibilityTimeout>\n"
                            "  <MaximumMessageSize>2048</MaximumMessageSize>\n"
                            "  <MessageRetentionPeriod>600</MessageRetentionPeriod>\n"
                            "  <DelaySeconds>5</DelaySeconds>\n"
                            "  <PollingWaitSeconds>10</PollingWaitSeconds>\n"
                            "  <InactiveMessages>0</InactiveMessages>\n"
                            "  <ActiveMessages>0</ActiveMessages>\n"
                            "  <DelayMessages>0</DelayMessages>\n"
                            "  <LoggingEnabled>True</LoggingEnabled>\n"
                            "</Queue>"));
    }

    void setChangesWhatIsPresentAndNothingElse()
    {
        create("demo", "<DelaySeconds>5</DelaySeconds><VisibilityTimeout>45</VisibilityTimeout>");
        m_broker->advance(100s);
        const RawReply reply =
            m_client->call("PUT", "/queues/demo?metaOverride=TRUE",
                           "<Queue><VisibilityTimeout>50</VisibilityTimeout></Queue>");
        QCOMPARE(reply.status, 204);
        QCOMPARE(reply.body, QByteArray());
        const QByteArray document = m_client->call("GET", "/queues/demo").body;
        QCOMPARE(elementText(document, "VisibilityTimeout"), QByteArray("50"));
        QCOMPARE(elementText(document, "DelaySeconds"), QByteArray("5"));
        QCOMPARE(elementText(document, "CreateTime"), QByteArray("1449554806"));
        QCOMPARE(elementText(document, "LastModifyTime"), QByteArray("1449554906"));
    }

    void metaoverrideThatIsNotTrueMeansCreate()
    {
        QCOMPARE(m_client->call("PUT", "/queues/demo?metaoverride=false").status, 201);
        QCOMPARE(m_client->call("PUT", "/queues/other?metaoverride=1").status, 201);
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
        const auto attribute = [](const QByteArray &name, const QByteArray &value) {
            return "<Queue><" + name + '>' + value + "</" + name + "></Queue>";
        };
        row("bad character in name", "PUT", "/queues/a_b", {}, 400, "InvalidQueueName");
        row("hyphen first", "PUT", "/queues/-a", {}, 400, "InvalidQueueName");
        row("name too long", "PUT", "/queues/" + QByteArray(121, 'a'), {}, 400,
            "QueueNameLengthError");
        row("no name", "PUT", "/queues/", {}, 400, "QueueNameLengthError");
        row("delay too long", "PUT", "/queues/demo", attribute("DelaySeconds", "604801"), 400,
            "InvalidArgument");
        row("delay negative", "PUT", "/queues/demo", attribute("DelaySeconds", "-1"), 400,
            "InvalidArgument");
        row("size too small", "PUT", "/queues/demo", attribute("MaximumMessageSize", "1023"), 400,
            "InvalidArgument");
        row("size too large", "PUT", "/queues/demo", attribute("MaximumMessageSize", "65537"), 400,
            "InvalidArgument");
        row("retention too short", "PUT", "/queues/demo", attribute("MessageRetentionPeriod", "59"),
            400, "InvalidArgument");
        row("retention too long", "PUT", "/queues/demo",
            attribute("MessageRetentionPeriod", "1296001"), 400, "InvalidArgument");
        row("visibility zero", "PUT", "/queues/demo", attribute("VisibilityTimeout", "0"), 400,
            "InvalidArgument");
        row("visibility too long", "PUT", "/queues/demo", attribute("VisibilityTimeout", "43201"),
            400, "InvalidArgument");
        row("wait too long", "PUT", "/queues/demo", attribute("PollingWaitSeconds", "31"), 400,
            "InvalidArgument");
        row("no number", "PUT", "/queues/demo", attribute("PollingWaitSeconds", "soon"), 400,
            "InvalidArgument");
        row("no boolean", "PUT", "/queues/demo", attribute("LoggingEnabled", "maybe"), 400,
            "InvalidArgument");
        row("not XML", "PUT", "/queues/demo", "<Queue>", 400, "MalformedXML");
        row("a document type", "PUT", "/queues/demo", "<!DOCTYPE q [<!ENTITY a \"b\">]><Queue/>",
            400, "MalformedXML");
        row("set of an absent queue", "PUT", "/queues/demo?metaoverride=true",
            attribute("DelaySeconds", "5"), 404, "QueueNotExist");
        row("absence comes before arguments", "PUT", "/queues/demo?metaoverride=true",
            attribute("DelaySeconds", "x"), 404, "QueueNotExist");
        row("get of an absent queue", "GET", "/queues/demo", {}, 404, "QueueNotExist");
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

    void setOutOfRangeIsRefused()
    {
        create("demo");
        const RawReply reply =
            m_client->call("PUT", "/queues/demo?metaoverride=true",
                           "<Queue><VisibilityTimeout>0</VisibilityTimeout></Queue>");
        QCOMPARE(reply.status, 400);
        QCOMPARE(errorCode(reply), QByteArray("InvalidArgument"));
    }

    void bodiesThatAreNoXmlAreRefusedByTheirType()
    {
        ClientRequest request = ClientRequest::make("PUT", "/queues/demo", "{}");
        request.set("content-type", "application/json").signV2();
        const RawReply reply = m_client->exchange(request);
        QCOMPARE(reply.status, 400);
        QCOMPARE(errorCode(reply), QByteArray("InvalidContentType"));
    }

    void deletedQueueIsGoneWithItsMessages()
    {
        create("demo");
        m_client->call("POST", "/queues/demo/messages",
                       "<Message><MessageBody>x</MessageBody></Message>");
        QCOMPARE(m_client->call("DELETE", "/queues/demo").status, 204);
        QCOMPARE(m_client->call("GET", "/queues/demo").status, 404);
        QCOMPARE(create("demo").status, 201); // the name is free at once
        QCOMPARE(m_client->call("GET", "/queues/demo/messages").status, 404);
    }

    void deletingAnAbsentQueueIsFine()
    {
        QCOMPARE(m_client->call("DELETE", "/queues/absent").status, 204);
    }

    void queuesAreListedByName()
    {
        create("beta");
        create("alpha");
        const RawReply reply = m_client->call("GET", "/queues");
        QCOMPARE(reply.status, 200);
        QCOMPARE(generalised(reply.body),
                 QByteArray("<?xml version=\"1.0\" ?>\n"
                            "<Queues xmlns=\"http://mns.aliyuncs.com/doc/v1\">\n"
                            "  <Queue>\n"
                            "    <QueueURL>HOST/queues/alpha</QueueURL>\n"
                            "  </Queue>\n"
                            "  <Queue>\n"
                            "    <QueueURL>HOST/queues/beta</QueueURL>\n"
                            "  </Queue>\n"
                            "</Queues>"));
    }

    void aListOfNothingHoldsWhiteSpaceOnly()
    {
        const RawReply reply = m_client->call("GET", "/queues");
        QCOMPARE(reply.status, 200);
        QVERIFY(
            reply.body.contains("<Queues xmlns=\"http://mns.aliyuncs.com/doc/v1\">\n</Queues>"));
    }

    void listsPageByMarkerWithinAPrefix()
    {
        for (const char *name : {"a-1", "a-2", "a-3", "b-1"})
            create(name);
        const auto page = [&](const QByteArray &marker) {
            ClientRequest request = ClientRequest::make("GET", "/queues");
            request.set("x-mns-prefix", "a-").set("x-mns-ret-number", "2");
            if (!marker.isEmpty())
                request.set("x-mns-marker", marker);
            return m_client->exchange(request.signV2()).body;
        };
        const QByteArray first = page({});
        QVERIFY(first.contains("/a-1<") && first.contains("/a-2<") && !first.contains("/a-3<"));
        const QByteArray marker = elementText(first, "NextMarker");
        QVERIFY(!marker.isEmpty());
        const QByteArray second = page(marker);
        QVERIFY(second.contains("/a-3<") && !second.contains("/a-2<") && !second.contains("b-1"));
        QVERIFY(!second.contains("NextMarker"));
    }

    void listWithMetaCarriesAllAttributes()
    {
        create("demo");
        ClientRequest request = ClientRequest::make("GET", "/queues");
        request.set("x-mns-with-meta", "true").signV2();
        const QByteArray document = m_client->exchange(request).body;
        QVERIFY(document.contains("<QueueURL>http://127.0.0.1:9324/queues/demo</QueueURL>"));
        QCOMPARE(elementText(document, "QueueName"), QByteArray("demo"));
        QCOMPARE(elementText(document, "LoggingEnabled"), QByteArray("False"));
    }

    void pageSizesOutOfRangeAreRefused_data()
    {
        QTest::addColumn<QByteArray>("size");
        for (const char *size : {"0", "1001", "-1", "many"})
            QTest::newRow(size) << QByteArray(size);
    }
    void pageSizesOutOfRangeAreRefused()
    {
        QFETCH(QByteArray, size);
        ClientRequest request = ClientRequest::make("GET", "/queues");
        request.set("x-mns-ret-number", size).signV2();
        const RawReply reply = m_client->exchange(request);
        QCOMPARE(reply.status, 400);
        QCOMPARE(errorCode(reply), QByteArray("InvalidArgument"));
    }

    void queuesSurviveARestart()
    {
        create("demo", "<VisibilityTimeout>60</VisibilityTimeout>");
        m_broker->restart();
        SignedClient client(m_broker->port());
        QCOMPARE(elementText(client.call("GET", "/queues/demo").body, "VisibilityTimeout"),
                 QByteArray("60"));
    }

    void quotaOfQueuesIsKeptWhenSet()
    {
        RunningBroker limited(
            [](BrokerOptions &options) { options.quotas.maxQueuesPerAccount = 1; });
        SignedClient client(limited.port());
        QCOMPARE(client.call("PUT", "/queues/one").status, 201);
        const RawReply reply = client.call("PUT", "/queues/two");
        QCOMPARE(reply.status, 400);
        QCOMPARE(errorCode(reply), QByteArray("QueueNumExceededLimit"));
    }
};

QTEST_GUILESS_MAIN(TestMnsQueues)
#include "tst_mnsqueues.moc"
