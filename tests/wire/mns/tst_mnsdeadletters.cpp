// SPDX-License-Identifier: GPL-3.0-only
// DlqPolicy and FIFO as clients see them, and moving dead letters back through the admin API.
#include "pushreceiver.h"
#include "wiresuite.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestMnsDeadLetters : public WireSuite
{
    Q_OBJECT

public:
    TestMnsDeadLetters()
        : WireSuite({"dead"})
    {
    }

private:
    static constexpr auto kPolicy =
        "<DlqPolicy><Enabled>true</Enabled><DeadLetterTargetQueue>dead</DeadLetterTargetQueue>"
        "<MaxReceiveCount>2</MaxReceiveCount></DlqPolicy>";

    RawReply create(const QByteArray &name, const QByteArray &elements)
    {
        return m_client->call("PUT", "/queues/" + name, "<Queue>" + elements + "</Queue>");
    }
    RawReply set(const QByteArray &name, const QByteArray &elements)
    {
        return m_client->call("PUT", "/queues/" + name + "?metaoverride=true",
                              "<Queue>" + elements + "</Queue>");
    }
    QByteArray attributes(const QByteArray &name)
    {
        return m_client->call("GET", "/queues/" + name).body;
    }
    RawReply send(const QByteArray &queue, const QByteArray &document)
    {
        return m_client->call("POST", "/queues/" + queue + "/messages", document);
    }
    RawReply receive(const QByteArray &queue, int count = 1)
    {
        return m_client->call(
            "GET", "/queues/" + queue + "/messages?numOfMessages=" + QByteArray::number(count));
    }
    /// A message that was received twice and is a dead letter now.
    void makeDeadLetter(const QByteArray &queue, const QByteArray &body)
    {
        QCOMPARE(send(queue, message(body)).status, 201);
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(receive(queue).status, 200);
            m_broker->advance(30s);
        }
        QCOMPARE(errorCode(receive(queue)), QByteArray("MessageNotExist"));
    }
    static QByteArray grouped(const QByteArray &body, const QByteArray &group)
    {
        return message(body, "<MessageGroupId>" + group + "</MessageGroupId>");
    }
    QJsonArray browse(const QByteArray &queue)
    {
        return json(m_client->admin("GET", "/queues/" + queue + "/messages"))
            .value("messages"_L1)
            .toArray();
    }

private slots:
    // --- DlqPolicy ------------------------------------------------------------------------------

    void thePolicyIsToldLastAndOnlyWhereThereIsOne()
    {
        QVERIFY(!attributes("dead").contains("DlqPolicy"));
        QCOMPARE(create("orders", kPolicy).status, 201);
        QVERIFY(attributes("orders").endsWith(
            "  <LoggingEnabled>False</LoggingEnabled>\n"
            "  <DlqPolicy>\n"
            "    <Enabled>True</Enabled>\n"
            "    <DeadLetterTargetQueue>dead</DeadLetterTargetQueue>\n"
            "    <MaxReceiveCount>2</MaxReceiveCount>\n"
            "  </DlqPolicy>\n"
            "</Queue>"));
        QCOMPARE(create("orders", kPolicy).status, 204);
        QCOMPARE(errorCode(create("orders", {})), QByteArray("QueueAlreadyExist"));
    }

    void anEmptyPolicyIsAsNone()
    {
        QCOMPARE(create("plain", "<DlqPolicy/>").status, 201);
        QVERIFY(!attributes("plain").contains("DlqPolicy"));
        create("orders", kPolicy);
        QCOMPARE(set("orders", "<DlqPolicy><Enabled></Enabled></DlqPolicy>").status, 204);
        QVERIFY(attributes("orders").contains("DlqPolicy"));
    }

    void thePolicyCanBeChangedAndEnded()
    {
        create("orders", kPolicy);
        QCOMPARE(set("orders", "<VisibilityTimeout>10</VisibilityTimeout>").status, 204);
        QCOMPARE(elementText(attributes("orders"), "MaxReceiveCount"), QByteArray("2"));
        QCOMPARE(set("orders", "<DlqPolicy><Enabled>false</Enabled></DlqPolicy>").status, 204);
        QVERIFY(!attributes("orders").contains("DlqPolicy"));
    }

    void badPoliciesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("policy");
        const auto row = [](const char *name, const QByteArray &policy) {
            QTest::newRow(name) << policy;
        };
        row("no receives",
            "<DeadLetterTargetQueue>dead</DeadLetterTargetQueue>"
            "<MaxReceiveCount>0</MaxReceiveCount>");
        row("without a count", "<DeadLetterTargetQueue>dead</DeadLetterTargetQueue>");
        row("too many receives",
            "<DeadLetterTargetQueue>dead</DeadLetterTargetQueue>"
            "<MaxReceiveCount>1001</MaxReceiveCount>");
        row("itself",
            "<DeadLetterTargetQueue>orders</DeadLetterTargetQueue>"
            "<MaxReceiveCount>3</MaxReceiveCount>");
        row("no name",
            "<DeadLetterTargetQueue>a b</DeadLetterTargetQueue>"
            "<MaxReceiveCount>3</MaxReceiveCount>");
        row("without a target", "<MaxReceiveCount>3</MaxReceiveCount>");
    }
    void badPoliciesAreRefused()
    {
        QFETCH(QByteArray, policy);
        const RawReply reply = create("orders", "<DlqPolicy>" + policy + "</DlqPolicy>");
        QCOMPARE(reply.status, 400);
        QCOMPARE(errorCode(reply), QByteArray("InvalidArgument"));
    }

    void aMessageReceivedTooOftenIsInTheDeadLetterQueue()
    {
        create("orders", kPolicy);
        makeDeadLetter("orders", "poison");
        const QByteArray dead = receive("dead").body;
        QCOMPARE(elementText(dead, "MessageBody"), QByteArray("poison"));
        QCOMPARE(elementText(dead, "DequeueCount"), QByteArray("1"));
        for (const char *expected : {"DLQMessageType", "DLQSourceArn", "DLQOriginMessageId",
                                     "acs:mns:local:1000000000000000:/queues/orders"})
            QVERIFY2(dead.contains(expected), expected);
        QCOMPARE(dead.count(elementText(dead, "MessageId")), 2); // it is the origin's as well
    }

    // --- Redrive --------------------------------------------------------------------------------

    void theAdminApiTellsWhereADeadLetterWas()
    {
        create("orders", kPolicy);
        makeDeadLetter("orders", "poison");
        const QJsonObject origin =
            browse("dead").first().toObject().value("deadLetter"_L1).toObject();
        QCOMPARE(origin.value("queue"_L1).toString(), u"orders"_s);
        QCOMPARE(origin.value("tries"_L1).toInt(), 2);
        QCOMPARE(origin.value("atMs"_L1).toInteger(), m_broker->nowMs());
        QVERIFY(origin.value("redrivenFrom"_L1).isNull());
        const QJsonObject queue = json(m_client->admin("GET", "/queues/orders"));
        QCOMPARE(queue.value("deadLetterQueue"_L1).toString(), u"dead"_s);
        QCOMPARE(queue.value("maxReceiveCount"_L1).toInt(), 2);
    }

    void deadLettersAreMovedBackAndThatIsUndone()
    {
        create("orders", kPolicy);
        makeDeadLetter("orders", "poison");
        send("dead", message("by hand"));
        const QJsonObject moved = json(m_client->admin("POST", "/queues/dead/redrive", "{}"));
        QCOMPARE(moved.value("moved"_L1).toInt(), 1);
        QCOMPARE(moved.value("withoutOrigin"_L1).toInt(), 1);
        QVERIFY(moved.value("complete"_L1).toBool());
        const QJsonObject back = browse("orders").first().toObject();
        QCOMPARE(back.value("messageId"_L1), moved.value("firstId"_L1));
        QCOMPARE(back.value("deadLetter"_L1).toObject().value("redrivenFrom"_L1).toString(),
                 u"dead"_s);

        const QByteArray range =
            QJsonDocument(QJsonObject{{"firstId"_L1, moved.value("firstId"_L1)},
                                      {"lastId"_L1, moved.value("lastId"_L1)}})
                .toJson();
        const QJsonObject undone =
            json(m_client->admin("POST", "/queues/dead/redrive/undo", range));
        QCOMPARE(undone.value("moved"_L1).toInt(), 1);
        QCOMPARE(browse("orders").size(), 0);
        QCOMPARE(browse("dead").size(), 2);
    }

    void aRedriveThatMakesNoSenseIsRefused_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char *name, const char *path, const char *body,
                            const char *code) {
            QTest::newRow(name) << QByteArray(path) << QByteArray(body) << QByteArray(code);
        };
        row("no queue", "/queues/none/redrive", "{}", "QueueNotExist");
        row("no target", "/queues/dead/redrive", R"({"to":"none"})", "QueueNotExist");
        row("to itself", "/queues/dead/redrive", R"({"to":"dead"})", "InvalidArgument");
        row("no ids", "/queues/dead/redrive", R"({"messageIds":[]})", "InvalidArgument");
        row("no id", "/queues/dead/redrive", R"({"messageIds":["x"]})", "InvalidArgument");
        row("cursor", "/queues/dead/redrive", R"({"cursor":"x"})", "InvalidArgument");
        row("unknown member", "/queues/dead/redrive", R"({"all":true})", "InvalidArgument");
        row("undo of nothing", "/queues/dead/redrive/undo", "{}", "InvalidArgument");
    }
    void aRedriveThatMakesNoSenseIsRefused()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, code);
        QCOMPARE(errorCode(m_client->admin("POST", path, body)), code);
    }

    void aFailedPushIsPushedAgainByARedrive()
    {
        PushReceiver receiver;
        receiver.behave(PushReceiver::Manner::Answer, 500);
        QCOMPARE(m_client->call("PUT", "/topics/news", {}).status, 201);
        QCOMPARE(m_client
                     ->call("PUT", "/topics/news/subscriptions/web",
                            "<Subscription><Endpoint>" + receiver.url()
                                + "</Endpoint><DlqPolicy><Enabled>true</Enabled>"
                                  "<DeadLetterTargetQueue>dead</DeadLetterTargetQueue>"
                                  "</DlqPolicy></Subscription>")
                     .status,
                 201);
        QCOMPARE(m_client
                     ->call("POST", "/topics/news/messages",
                            message("hello", "<MessageTag>important</MessageTag>"))
                     .status,
                 201);
        for (int attempt = 1; attempt <= 4; ++attempt) {
            QVERIFY(receiver.waitFor(attempt));
            QTRY_VERIFY(attempts() >= attempt);
            m_client->admin("POST", "/clock/advance", R"({"ms":20000})");
        }
        QTRY_COMPARE(browse("dead").size(), 1);
        const QJsonObject origin =
            browse("dead").first().toObject().value("deadLetter"_L1).toObject();
        QCOMPARE(origin.value("subscription"_L1).toString(), u"web"_s);
        QCOMPARE(origin.value("tries"_L1).toInt(), 4);
        QVERIFY(origin.value("lastFailure"_L1).toString().contains(u"500"_s));

        receiver.behave(PushReceiver::Manner::Answer, 204);
        QCOMPARE(json(m_client->admin("POST", "/queues/dead/redrive")).value("moved"_L1).toInt(),
                 1);
        QVERIFY(receiver.waitFor(5));
        const ReceivedPush &first = receiver.pushes().front();
        const ReceivedPush &last = receiver.pushes().back();
        QCOMPARE(last.body, first.body); // the same message of the same topic, tag and time
        QCOMPARE(last.header("x-mns-message-tag"), QByteArray("important"));
        QCOMPARE(last.header("x-mns-message-id"), first.header("x-mns-message-id"));
    }

    // --- FIFO -----------------------------------------------------------------------------------

    void theTypeOfAQueueIsToldAndStays()
    {
        QCOMPARE(create("line", "<QueueType>fifo</QueueType>").status, 201);
        QCOMPARE(elementText(attributes("line"), "QueueType"), QByteArray("fifo"));
        QVERIFY(!attributes("dead").contains("QueueType"));
        QCOMPARE(set("line", "<VisibilityTimeout>10</VisibilityTimeout>").status, 204);
        QCOMPARE(errorCode(set("line", "<QueueType>normal</QueueType>")),
                 QByteArray("InvalidArgument"));
        QCOMPARE(errorCode(create("line", {})), QByteArray("QueueAlreadyExist"));
        QCOMPARE(errorCode(create("other", "<QueueType>ordered</QueueType>")),
                 QByteArray("InvalidArgument"));
        QCOMPARE(errorCode(create("other",
                                  "<QueueType>fifo</QueueType>"
                                  "<DelaySeconds>5</DelaySeconds>")),
                 QByteArray("InvalidArgument"));
    }

    void aMessageOfAFifoQueueNeedsAGroup()
    {
        create("line", "<QueueType>fifo</QueueType>");
        QCOMPARE(errorCode(send("line", message("x"))), QByteArray("InvalidArgument"));
        QCOMPARE(errorCode(send("line",
                                message("x",
                                        "<MessageGroupId>a</MessageGroupId>"
                                        "<DelaySeconds>3</DelaySeconds>"))),
                 QByteArray("InvalidArgument"));
        QCOMPARE(send("line", grouped("x", "a")).status, 201);
    }

    void aFifoQueueGivesTheMessagesOfAGroupOneAfterTheOther()
    {
        create("line", "<QueueType>fifo</QueueType>");
        // The priority of the second would bring it forward in any other queue.
        send("line", grouped("a1", "a"));
        send("line", message("a2", "<MessageGroupId>a</MessageGroupId><Priority>1</Priority>"));
        send("line", grouped("b1", "b"));
        const QByteArray first = receive("line").body;
        QCOMPARE(elementText(first, "MessageBody"), QByteArray("a1"));
        QCOMPARE(elementText(first, "MessageGroupId"), QByteArray("a"));
        QCOMPARE(elementText(receive("line").body, "MessageBody"), QByteArray("b1"));
        QCOMPARE(errorCode(receive("line")), QByteArray("MessageNotExist"));
        QCOMPARE(elementText(attributes("line"), "ActiveMessages"), QByteArray("1"));
        QCOMPARE(
            m_client
                ->call("DELETE",
                       "/queues/line/messages?ReceiptHandle=" + elementText(first, "ReceiptHandle"))
                .status,
            204);
        QCOMPARE(elementText(receive("line").body, "MessageBody"), QByteArray("a2"));
    }

    void aQueueAndItsDeadLetterQueueAreOfOneType()
    {
        const RawReply reply = create("line", QByteArray("<QueueType>fifo</QueueType>") + kPolicy);
        QCOMPARE(errorCode(reply), QByteArray("InvalidArgument"));
    }

    void aDeadLetterQueueThatIsMadeLaterIsOfTheTypeThatItsQueuesAre()
    {
        QCOMPARE(m_client->call("DELETE", "/queues/dead").status, 204);
        QCOMPARE(create("orders", "<QueueType>fifo</QueueType>" + QByteArray(kPolicy)).status, 201);
        const RawReply refused = create("dead", {});
        QCOMPARE(errorCode(refused), QByteArray("InvalidArgument"));
        QVERIFY(refused.body.contains("orders"));
        QCOMPARE(create("other", {}).status, 201);
        QCOMPARE(create("dead", "<QueueType>fifo</QueueType>").status, 201);
    }

    void aFailingPushOfAFifoTopicHoldsItsGroupBack()
    {
        PushReceiver receiver;
        receiver.behave(PushReceiver::Manner::Answer, 500);
        QCOMPARE(m_client->call("PUT", "/topics/news", "<Topic><TopicType>fifo</TopicType></Topic>")
                     .status,
                 201);
        QCOMPARE(elementText(m_client->call("GET", "/topics/news").body, "TopicType"),
                 QByteArray("fifo"));
        m_client->call("PUT", "/topics/news/subscriptions/web",
                       "<Subscription><Endpoint>" + receiver.url()
                           + "</Endpoint><NotifyContentFormat>SIMPLIFIED</NotifyContentFormat>"
                             "</Subscription>");
        QCOMPARE(errorCode(m_client->call("POST", "/topics/news/messages", message("x"))),
                 QByteArray("InvalidArgument"));
        for (const char *body : {"1", "2", "3"})
            m_client->call("POST", "/topics/news/messages", grouped(body, "a"));
        QVERIFY(receiver.waitFor(1));
        QTRY_COMPARE(attempts(), 1);
        receiver.behave(PushReceiver::Manner::Answer, 204);
        m_client->admin("POST", "/clock/advance", R"({"ms":20000})");
        QVERIFY(receiver.waitFor(4));
        QByteArrayList bodies;
        for (const ReceivedPush &push : receiver.pushes())
            bodies.append(push.body);
        QCOMPARE(bodies, (QByteArrayList{"1", "1", "2", "3"}));
    }

private:
    qsizetype attempts()
    {
        return json(m_client->admin("GET", "/attempts")).value("attempts"_L1).toArray().size();
    }
};

QTEST_GUILESS_MAIN(TestMnsDeadLetters)
#include "tst_mnsdeadletters.moc"
