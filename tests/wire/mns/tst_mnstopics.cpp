// SPDX-License-Identifier: GPL-3.0-only
#include "wiresuite.h"

#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace std::chrono_literals;

/// Topics and subscriptions, byte by byte.
class TestMnsTopics : public WireSuite
{
    Q_OBJECT

private:
    RawReply createTopic(const QByteArray &name, const QByteArray &elements = {})
    {
        return m_client->call("PUT", "/topics/" + name, "<Topic>" + elements + "</Topic>");
    }
    RawReply subscribe(const QByteArray &name, const QByteArray &elements,
                       const QByteArray &topic = "news")
    {
        return m_client->call("PUT", "/topics/" + topic + "/subscriptions/" + name,
                              "<Subscription>" + elements + "</Subscription>");
    }
    static QByteArray endpoint(const QByteArray &url = "http://127.0.0.1:9/x")
    {
        return "<Endpoint>" + url + "</Endpoint>";
    }

private slots:
    void aTopicHasItsUrlInLocation()
    {
        const RawReply reply = createTopic("news");
        QCOMPARE(reply.status, 201);
        QCOMPARE(reply.header("Location"), QByteArray("http://127.0.0.1:9324/topics/news"));
        QCOMPARE(createTopic("news").status, 204);
        QCOMPARE(createTopic("news").header("Location"),
                 QByteArray("http://127.0.0.1:9324/topics/news"));
        const RawReply other = createTopic("news", "<MaximumMessageSize>1024</MaximumMessageSize>");
        QCOMPARE(other.status, 409);
        QCOMPARE(errorCode(other), QByteArray("TopicAlreadyExist"));
    }

    void attributesAreToldInFull()
    {
        createTopic("news",
                    "<MaximumMessageSize>2048</MaximumMessageSize>"
                    "<LoggingEnabled>true</LoggingEnabled>");
        const RawReply reply = m_client->call("GET", "/topics/news");
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.body,
                 QByteArray("<?xml version=\"1.0\" ?>\n"
                            "<Topic xmlns=\"http://mns.aliyuncs.com/doc/v1\">\n"
                            "  <TopicName>news</TopicName>\n"
                            "  <CreateTime>1449554806</CreateTime>\n"
                            "  <LastModifyTime>1449554806</LastModifyTime>\n"
                            "  <MaximumMessageSize>2048</MaximumMessageSize>\n"
                            "  <MessageRetentionPeriod>86400</MessageRetentionPeriod>\n"
                            "  <MessageCount>0</MessageCount>\n"
                            "  <LoggingEnabled>True</LoggingEnabled>\n"
                            "</Topic>"));
    }

    void setChangesWhatIsPresentAndTheTime()
    {
        createTopic("news", "<MaximumMessageSize>2048</MaximumMessageSize>");
        m_broker->advance(5s);
        QCOMPARE(m_client
                     ->call("PUT", "/topics/news?metaoverride=true",
                            "<Topic><LoggingEnabled>True</LoggingEnabled></Topic>")
                     .status,
                 204);
        const QByteArray body = m_client->call("GET", "/topics/news").body;
        QCOMPARE(elementText(body, "MaximumMessageSize"), QByteArray("2048"));
        QCOMPARE(elementText(body, "LoggingEnabled"), QByteArray("True"));
        QCOMPARE(elementText(body, "LastModifyTime"), QByteArray("1449554811"));
    }

    void deletingIsNeverRefused()
    {
        createTopic("news");
        QCOMPARE(subscribe("s", endpoint()).status, 201);
        QCOMPARE(m_client->call("DELETE", "/topics/news").status, 204);
        QCOMPARE(m_client->call("DELETE", "/topics/news").status, 204);
        QCOMPARE(m_client->call("GET", "/topics/news").status, 404);
        createTopic("news"); // another one: nobody is subscribed
        QVERIFY(
            !m_client->call("GET", "/topics/news/subscriptions").body.contains("<Subscription>"));
    }

    void listsComePageByPage()
    {
        for (const char *name : {"b", "a", "c", "x"})
            createTopic(QByteArray("list-") + name);
        ClientRequest request = ClientRequest::make("GET", "/topics");
        request.set("x-mns-prefix", "list-").set("x-mns-ret-number", "3");
        const QByteArray first = m_client->exchange(request.signV2()).body;
        QCOMPARE(first.count("<TopicURL>"), 3);
        QCOMPARE(elementText(first, "TopicURL"), QByteArray("http://127.0.0.1:9324/topics/list-a"));
        const QByteArray marker = elementText(first, "NextMarker");
        QVERIFY(!marker.isEmpty());
        ClientRequest next = ClientRequest::make("GET", "/topics");
        next.set("x-mns-prefix", "list-")
            .set("x-mns-marker", marker)
            .set("x-mns-with-meta", "true");
        const QByteArray second = m_client->exchange(next.signV2()).body;
        QCOMPARE(elementText(second, "TopicName"), QByteArray("list-x"));
        QVERIFY(elementText(second, "NextMarker").isEmpty());
    }

    void aSubscriptionIsToldInFull()
    {
        createTopic("news");
        const RawReply made = subscribe(
            "s1", endpoint("http://a.example/n?x=1&amp;y=2") + "<FilterTag>red</FilterTag>");
        QCOMPARE(made.status, 201);
        QCOMPARE(made.header("Location"),
                 QByteArray("http://127.0.0.1:9324/topics/news/subscriptions/s1"));
        QCOMPARE(m_client->call("GET", "/topics/news/subscriptions/s1").body,
                 QByteArray("<?xml version=\"1.0\" ?>\n"
                            "<Subscription xmlns=\"http://mns.aliyuncs.com/doc/v1\">\n"
                            "  <SubscriptionName>s1</SubscriptionName>\n"
                            "  <Subscriber>1000000000000000</Subscriber>\n"
                            "  <TopicOwner>1000000000000000</TopicOwner>\n"
                            "  <TopicName>news</TopicName>\n"
                            "  <Endpoint>http://a.example/n?x=1&amp;y=2</Endpoint>\n"
                            "  <NotifyStrategy>BACKOFF_RETRY</NotifyStrategy>\n"
                            "  <NotifyContentFormat>XML</NotifyContentFormat>\n"
                            "  <FilterTag>red</FilterTag>\n"
                            "  <CreateTime>1449554806</CreateTime>\n"
                            "  <LastModifyTime>1449554806</LastModifyTime>\n"
                            "</Subscription>"));
    }

    void onlyWhatMayChangeChanges()
    {
        createTopic("news");
        subscribe("s", endpoint());
        const RawReply set = m_client->call(
            "PUT", "/topics/news/subscriptions/s?metaoverride=true",
            "<Subscription>" + endpoint("http://other/")
                + "<FilterTag>blue</FilterTag>"
                  "<NotifyContentFormat>JSON</NotifyContentFormat>"
                  "<NotifyStrategy>EXPONENTIAL_DECAY_RETRY</NotifyStrategy></Subscription>");
        QCOMPARE(set.status, 204);
        const QByteArray body = m_client->call("GET", "/topics/news/subscriptions/s").body;
        QCOMPARE(elementText(body, "Endpoint"), QByteArray("http://127.0.0.1:9/x"));
        QCOMPARE(elementText(body, "NotifyContentFormat"), QByteArray("XML"));
        QCOMPARE(elementText(body, "NotifyStrategy"), QByteArray("EXPONENTIAL_DECAY_RETRY"));
        QCOMPARE(elementText(body, "FilterTag"), QByteArray("blue"));
    }

    void onlyANewSubscriptionAsksWhatItsQueueTakes()
    {
        m_client->call("PUT", "/topics/news",
                       "<Topic><MaximumMessageSize>1024</MaximumMessageSize></Topic>");
        m_client->call("PUT", "/queues/small",
                       "<Queue><MaximumMessageSize>1024</MaximumMessageSize></Queue>");
        const QByteArray small = "<Endpoint>acs:mns:x:1:queues/small</Endpoint>";
        QCOMPARE(subscribe("s", small).status, 201);
        QCOMPARE(m_client
                     ->call("PUT", "/topics/news?metaoverride=true",
                            "<Topic><MaximumMessageSize>65536</MaximumMessageSize></Topic>")
                     .status,
                 204);
        QCOMPARE(subscribe("s", small).status, 204);
        QCOMPARE(m_client
                     ->call("PUT", "/topics/news/subscriptions/s?metaoverride=true",
                            "<Subscription><NotifyStrategy>EXPONENTIAL_DECAY_RETRY"
                            "</NotifyStrategy></Subscription>")
                     .status,
                 204);
        QCOMPARE(subscribe("other", small).status, 400);
    }

    void aFifoQueueSubscribesToAFifoTopic_data()
    {
        QTest::addColumn<QByteArray>("topicType");
        QTest::addColumn<QByteArray>("queueType");
        QTest::addColumn<int>("status");
        QTest::newRow("normal, FIFO") << QByteArray("normal") << QByteArray("fifo") << 400;
        QTest::newRow("FIFO, FIFO") << QByteArray("fifo") << QByteArray("fifo") << 201;
        QTest::newRow("FIFO, normal") << QByteArray("fifo") << QByteArray("normal") << 201;
    }
    void aFifoQueueSubscribesToAFifoTopic()
    {
        QFETCH(QByteArray, topicType);
        QFETCH(QByteArray, queueType);
        QFETCH(int, status);
        m_client->call("PUT", "/topics/news",
                       "<Topic><TopicType>" + topicType + "</TopicType></Topic>");
        m_client->call("PUT", "/queues/copy",
                       "<Queue><QueueType>" + queueType + "</QueueType></Queue>");
        QCOMPARE(subscribe("s", "<Endpoint>acs:mns:x:1:queues/copy</Endpoint>").status, status);
    }

    void aFifoQueueTakesDeadLettersOfAFifoTopic_data() { aFifoQueueSubscribesToAFifoTopic_data(); }
    void aFifoQueueTakesDeadLettersOfAFifoTopic()
    {
        QFETCH(QByteArray, topicType);
        QFETCH(QByteArray, queueType);
        QFETCH(int, status);
        m_client->call("PUT", "/topics/news",
                       "<Topic><TopicType>" + topicType + "</TopicType></Topic>");
        m_client->call("PUT", "/queues/dead",
                       "<Queue><QueueType>" + queueType + "</QueueType></Queue>");
        const QByteArray policy = "<DlqPolicy><Enabled>true</Enabled><DeadLetterTargetQueue>dead"
                                  "</DeadLetterTargetQueue></DlqPolicy>";
        QCOMPARE(subscribe("s", endpoint() + policy).status, status);
        QCOMPARE(subscribe("later", endpoint()).status, 201);
        QCOMPARE(m_client
                     ->call("PUT", "/topics/news/subscriptions/later?metaoverride=true",
                            "<Subscription>" + policy + "</Subscription>")
                     .status,
                 status == 201 ? 204 : status);
    }

    void anEmptyFilterTagTakesItAway()
    {
        createTopic("news");
        subscribe("s", endpoint() + "<FilterTag>red</FilterTag>");
        const auto set = [this](const QByteArray &elements) {
            m_client->call("PUT", "/topics/news/subscriptions/s?metaoverride=true",
                           "<Subscription>" + elements + "</Subscription>");
            return m_client->call("GET", "/topics/news/subscriptions/s").body;
        };
        QVERIFY(set("<NotifyStrategy>BACKOFF_RETRY</NotifyStrategy>").contains("FilterTag"));
        QVERIFY(!set("<FilterTag></FilterTag>").contains("FilterTag"));
    }

    void wrongRequestsHaveTheirCodes_data()
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
        const QByteArray s = "/topics/news/subscriptions/s";
        row("topic without a name", "PUT", "/topics", "<Topic/>", 400, "TopicNameLengthError");
        row("topic's name too long", "PUT", "/topics/" + QByteArray(121, 't'), "<Topic/>", 400,
            "TopicNameLengthError");
        row("topic's name", "PUT", "/topics/a_b", "<Topic/>", 400, "TopicNameInvalid");
        row("topic too small", "PUT", "/topics/t",
            "<Topic><MaximumMessageSize>1023</MaximumMessageSize></Topic>", 400, "InvalidArgument");
        row("topic that is none", "GET", "/topics/absent", {}, 404, "TopicNotExist");
        row("broken document", "PUT", "/topics/t", "<Topic>", 400, "MalformedXML");
        row("publish to none", "POST", "/topics/absent/messages", "<Message/>", 404,
            "TopicNotExist");
        row("publish nothing", "POST", "/topics/news/messages", "<Message/>", 400,
            "InvalidArgument");
        row("publish too much", "POST", "/topics/news/messages", message(QByteArray(65537, 'x')),
            400, "InvalidArgument");
        row("tag too long", "POST", "/topics/news/messages",
            message("x", "<MessageTag>12345678901234567</MessageTag>"), 400, "InvalidArgument");
        row("attributes that are no JSON", "POST", "/topics/news/messages",
            message("x", "<MessageAttributes><DirectMail>hi</DirectMail></MessageAttributes>"), 400,
            "InvalidArgument");
        row("endpoint missing", "PUT", s, "<Subscription/>", 400, "EndpointInvalid");
        row("endpoint", "PUT", s, "<Subscription><Endpoint>x</Endpoint></Subscription>", 400,
            "EndpointInvalid");
        row("filter too long", "PUT", s,
            "<Subscription>" + endpoint()
                + "<FilterTag>12345678901234567</FilterTag></Subscription>",
            400, "InvalidArgument");
        row("subscription's name", "PUT", "/topics/news/subscriptions/a.b",
            "<Subscription>" + endpoint() + "</Subscription>", 400, "SubscriptionNameInvalid");
        row("queue that takes too little", "PUT", s,
            "<Subscription><Endpoint>acs:mns:x:1:queues/small</Endpoint></Subscription>", 400,
            "InvalidArgument");
        row("subscription that is none", "GET", s, {}, 404, "SubscriptionNotExist");
        row("set of none", "PUT", s + "?metaoverride=true", "<Subscription/>", 404,
            "SubscriptionNotExist");
        row("list of none", "GET", "/topics/absent/subscriptions", {}, 404, "TopicNotExist");
        row("unsubscribe from none", "DELETE", "/topics/absent/subscriptions/s", {}, 404,
            "TopicNotExist");
    }
    void wrongRequestsHaveTheirCodes()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        createTopic("news");
        m_client->call("PUT", "/queues/small",
                       "<Queue><MaximumMessageSize>1024</MaximumMessageSize></Queue>");
        const RawReply reply = m_client->call(method, target, body);
        QCOMPARE(reply.status, status);
        QCOMPARE(errorCode(reply), code);
    }
};

QTEST_GUILESS_MAIN(TestMnsTopics)
#include "tst_mnstopics.moc"
