// SPDX-License-Identifier: GPL-3.0-only
#include "wiresuite.h"

#include <QJsonArray>
#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace std::chrono_literals;

class TestAdminApi : public WireSuite
{
    Q_OBJECT

public:
    TestAdminApi()
        : WireSuite({"demo"})
    {
    }

private:
    RawReply send(const QByteArray &document, const QByteArray &queue = "demo")
    {
        return m_client->call("POST", "/queues/" + queue + "/messages", document);
    }
    QJsonObject get(const QByteArray &path) { return json(m_client->admin("GET", path)); }
    QJsonArray list(const QByteArray &path, const char *member)
    {
        return get(path).value(QLatin1String(member)).toArray();
    }
    static QJsonObject queueNamed(const QJsonArray &queues, const char *name)
    {
        for (const QJsonValue queue : queues) {
            if (queue.toObject().value(QLatin1String("name")).toString() == QLatin1String(name))
                return queue.toObject();
        }
        return {};
    }

private slots:
    // --- Who may ask -----------------------------------------------------------------------------

    void refusesUnsignedRequestsInJson()
    {
        const RawReply reply =
            m_client->exchange(ClientRequest::make("GET", "/signalbox/v1/status"));
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.header("Content-Type"), QByteArray("application/json"));
        const QJsonObject error = json(reply).value(QLatin1String("error")).toObject();
        QCOMPARE(error.value(QLatin1String("code")).toString(),
                 QStringLiteral("MissingAuthorizationHeader"));
        QVERIFY(!error.value(QLatin1String("message")).toString().isEmpty());
        QCOMPARE(error.value(QLatin1String("requestId")).toString().toLatin1(),
                 reply.header("x-mns-request-id"));
    }

    void refusesABodyWithoutMd5()
    {
        ClientRequest request =
            ClientRequest::make("POST", "/signalbox/v1/clock/advance", R"({"ms": 1})");
        const RawReply reply = m_client->exchange(request.signV2());
        QCOMPARE(reply.status, 400);
        QCOMPARE(errorCode(reply), QByteArray("InvalidDegist"));
        request.set("content-md5", "");
        QCOMPARE(errorCode(m_client->exchange(request.signV2())), QByteArray("InvalidDegist"));
    }

    void refusesAnotherBodyThanTheOneSigned()
    {
        ClientRequest request =
            ClientRequest::make("POST", "/signalbox/v1/clock/advance", R"({"ms": 1})");
        request.addContentMd5().signV2();
        request.body = R"({"ms": 9})";
        QCOMPARE(errorCode(m_client->exchange(request)), QByteArray("InvalidDegist"));
    }

    void refusesWebPagesWhoseOriginIsNotAllowed()
    {
        for (const char *path : {"/signalbox/v1/status", "/signalbox/v1/openapi.json"}) {
            ClientRequest request = ClientRequest::make("GET", path);
            const RawReply reply =
                m_client->exchange(request.set("origin", "http://evil.example.com").signV2());
            QCOMPARE(reply.status, 403);
            QCOMPARE(errorCode(reply), QByteArray("AccessDenied"));
        }
    }

    void acceptsWebPagesWhoseOriginIsAllowed()
    {
        RunningBroker open([](BrokerOptions &options) {
            options.allowedOrigins = {QStringLiteral("http://localhost:8080")};
        });
        SignedClient client(open.port());
        ClientRequest request = ClientRequest::make("GET", "/signalbox/v1/status");
        QCOMPARE(client.exchange(request.set("origin", "http://localhost:8080").signV2()).status,
                 200);
    }

    void unknownPathsAndMethodsAreToldApart()
    {
        const RawReply path = m_client->admin("GET", "/nothing");
        QCOMPARE(path.status, 404);
        QCOMPARE(errorCode(path), QByteArray("NotFound"));
        const RawReply method = m_client->admin("PUT", "/trash");
        QCOMPARE(method.status, 405);
        QCOMPARE(errorCode(method), QByteArray("MethodNotAllowed"));
        QCOMPARE(method.header("Allow"), QByteArray("GET, DELETE"));
    }

    void openApiDocumentIsServedUnsigned()
    {
        const RawReply reply =
            m_client->exchange({"GET", "/signalbox/v1/openapi.json", {}, {{"host", "localhost"}}});
        QCOMPARE(reply.status, 200);
        QCOMPARE(json(reply).value(QLatin1String("openapi")).toString(), QStringLiteral("3.1.0"));
    }

    void bodiesAreReadStrictly_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("not JSON") << QByteArray("ms=5");
        QTest::newRow("an array") << QByteArray("[5]");
        QTest::newRow("unknown member") << QByteArray(R"({"ms": 5, "hours": 1})");
        QTest::newRow("missing member") << QByteArray("{}");
        QTest::newRow("negative") << QByteArray(R"({"ms": -1})");
        QTest::newRow("fraction") << QByteArray(R"({"ms": 0.5})");
        QTest::newRow("text") << QByteArray(R"({"ms": "5"})");
        QTest::newRow("beyond ten years") << QByteArray(R"({"ms": 999999999999})");
    }
    void bodiesAreReadStrictly()
    {
        QFETCH(QByteArray, body);
        const RawReply reply = m_client->admin("POST", "/clock/advance", body);
        QCOMPARE(reply.status, 400);
        QCOMPARE(errorCode(reply), QByteArray("InvalidArgument"));
    }

    // --- Broker ----------------------------------------------------------------------------------

    void statusTellsOfTheBroker()
    {
        send(message("hello"));
        const QJsonObject status = get("/status");
        QCOMPARE(status.value(QLatin1String("product")).toString(), QStringLiteral("signalbox"));
        QCOMPARE(status.value(QLatin1String("state")).toString(), QStringLiteral("running"));
        QCOMPARE(status.value(QLatin1String("endpoint")).toString(), m_broker->endpoint());
        QCOMPARE(status.value(QLatin1String("account")).toString(),
                 QStringLiteral("1000000000000000"));
        QCOMPARE(status.value(QLatin1String("durability")).toString(), QStringLiteral("full"));
        QCOMPARE(status.value(QLatin1String("queues")).toInt(), 1);
        QCOMPARE(status.value(QLatin1String("messages"))
                     .toObject()
                     .value(QLatin1String("ready"))
                     .toInt(),
                 1);
        QCOMPARE(status.value(QLatin1String("bodyBytes")).toInt(), 5);
        QCOMPARE(status.value(QLatin1String("connections")).toInt(), 1);
        QCOMPARE(status.value(QLatin1String("clock"))
                     .toObject()
                     .value(QLatin1String("nowMs"))
                     .toInteger(),
                 RunningBroker::kStartMs);
        QVERIFY(
            status.value(QLatin1String("commit")).toObject().value(QLatin1String("number")).toInt()
            >= 2);
        QVERIFY(!status.contains(QLatin1String("reason")));
    }

    void metricsHaveOneValueASecond()
    {
        const QJsonObject metrics = get("/metrics?seconds=60");
        const QJsonObject series = metrics.value(QLatin1String("series")).toObject();
        QCOMPARE(series.size(), 15);
        for (const QJsonValue values : series)
            QCOMPARE(values.toArray().size(), 60);
        QVERIFY(
            series.value(QLatin1String("sent")).toArray().first().isNull()); // it did not run yet
        QCOMPARE(m_client->admin("GET", "/metrics?seconds=3601").status, 400);
    }

    void metricsCountWhatWasSent()
    {
        send(message("x"));
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                double sent = 0;
                for (const QJsonValue value : get("/metrics?seconds=30")
                                                  .value(QLatin1String("series"))
                                                  .toObject()
                                                  .value(QLatin1String("sent"))
                                                  .toArray())
                    sent += value.toDouble();
                return sent == 1;
            }(),
            20'000);
    }

    void requestsAreLoggedButNotReadsOfThisApi()
    {
        send(message("x"));
        (void)get("/status");
        (void)m_client->call("GET", "/queues/absent");
        const QJsonArray requests = list("/requests", "requests");
        QCOMPARE(requests.size(), 3);
        const QJsonObject newest = requests.first().toObject();
        QCOMPARE(newest.value(QLatin1String("operation")).toString(),
                 QStringLiteral("GetQueueAttributes"));
        QCOMPARE(newest.value(QLatin1String("status")).toInt(), 404);
        QCOMPARE(newest.value(QLatin1String("code")).toString(), QStringLiteral("QueueNotExist"));
        QCOMPARE(newest.value(QLatin1String("resource")).toString(),
                 QStringLiteral("/queues/absent"));
        QVERIFY(newest.value(QLatin1String("stringToSign")).isNull());
        const QJsonObject sent = requests.at(1).toObject();
        QCOMPARE(sent.value(QLatin1String("operation")).toString(), QStringLiteral("SendMessage"));
        QVERIFY(sent.value(QLatin1String("code")).isNull());
        QCOMPARE(list("/requests?refused=true", "requests").size(), 1);
        QCOMPARE(list("/requests?after=2", "requests").size(), 1);
        QCOMPARE(list("/requests?before=3", "requests").size(), 2);
        QCOMPARE(get("/requests").value(QLatin1String("lastId")).toInt(), 3);
    }

    void clockStandsAndMovesAsTold()
    {
        const auto nowMs = [](const QJsonObject &clock) {
            return clock.value(QLatin1String("nowMs")).toInteger();
        };
        const QJsonObject frozen = json(m_client->admin("POST", "/clock/freeze"));
        QCOMPARE(frozen.value(QLatin1String("frozen")).toBool(), true);
        m_broker->advance(5s); // the system goes on
        QCOMPARE(nowMs(get("/clock")), RunningBroker::kStartMs);
        QCOMPARE(nowMs(json(m_client->admin("POST", "/clock/advance", R"({"ms": 1500})"))),
                 RunningBroker::kStartMs + 1500);
        const QJsonObject running = json(m_client->admin("POST", "/clock/run"));
        QCOMPARE(running.value(QLatin1String("frozen")).toBool(), false);
        m_broker->advance(1s);
        QCOMPARE(nowMs(get("/clock")), RunningBroker::kStartMs + 2500);
    }

    // --- Queues ----------------------------------------------------------------------------------

    void queueRowTellsAllOfAQueue()
    {
        send("<Messages>" + message("a") + message("b")
             + message("c", "<DelaySeconds>60</DelaySeconds>") + "</Messages>");
        (void)m_client->call("GET", "/queues/demo/messages");
        const QJsonObject row = get("/queues/demo");
        QCOMPARE(row.value(QLatin1String("name")).toString(), QStringLiteral("demo"));
        QCOMPARE(row.value(QLatin1String("visibilityTimeout")).toInt(), 30);
        QCOMPARE(row.value(QLatin1String("ready")).toInt(), 1);
        QCOMPARE(row.value(QLatin1String("leased")).toInt(), 1);
        QCOMPARE(row.value(QLatin1String("delayed")).toInt(), 1);
        QCOMPARE(row.value(QLatin1String("bodyBytes")).toInt(), 3);
        QCOMPARE(row.value(QLatin1String("oldestReadyMs")).toInteger(), RunningBroker::kStartMs);
        QCOMPARE(row.value(QLatin1String("lastReceiveMs")).toInteger(), RunningBroker::kStartMs);
        QCOMPARE(row.value(QLatin1String("spark")).toArray().size(), 40);
        QCOMPARE(row.value(QLatin1String("spark")).toArray().last().toInt(), 3);
        QCOMPARE(m_client->admin("GET", "/queues/absent").status, 404);
    }

    void cursorGivesOnlyWhatChanged()
    {
        m_client->call("PUT", "/queues/other");
        m_client->call("PUT", "/queues/third");
        const QJsonObject all = get("/queues");
        QCOMPARE(all.value(QLatin1String("queues")).toArray().size(), 3);
        QVERIFY(all.value(QLatin1String("complete")).toBool());
        const QByteArray cursor = all.value(QLatin1String("cursor")).toString().toLatin1();

        send(message("x"), "other");
        m_client->call("DELETE", "/queues/third");
        const QJsonObject changed = get("/queues?since=" + cursor);
        QCOMPARE(changed.value(QLatin1String("removed")).toArray(),
                 QJsonArray{QStringLiteral("third")});
        const QJsonArray rows = changed.value(QLatin1String("queues")).toArray();
        QCOMPARE(queueNamed(rows, "other").value(QLatin1String("ready")).toInt(), 1);
        QVERIFY(queueNamed(rows, "demo").isEmpty());
        QCOMPARE(m_client->admin("GET", "/queues?since=yesterday").status, 400);
    }

    void ratesAreToldAndFade()
    {
        send("<Messages>" + message("x").repeated(10) + "</Messages>");
        const auto rate = [&] {
            return get("/queues/demo").value(QLatin1String("inPerS")).toDouble(-1);
        };
        QTRY_COMPARE_WITH_TIMEOUT(rate(), 2.0, 10'000);
        const QByteArray cursor =
            get("/queues").value(QLatin1String("cursor")).toString().toLatin1();
        QTRY_COMPARE_WITH_TIMEOUT(rate(), 0.0, 15'000);
        QVERIFY(!queueNamed(list("/queues?since=" + cursor, "queues"), "demo")
                     .isEmpty()); // without any commit
    }

    void metricsOfAQueueHave60SecondsAnd60Minutes()
    {
        const QJsonObject metrics = get("/queues/demo/metrics");
        for (const char *span : {"seconds", "minutes"}) {
            const QJsonObject samples = metrics.value(QLatin1String(span)).toObject();
            for (const char *series : {"sent", "received", "deleted", "ready", "leased", "delayed"})
                QCOMPARE(samples.value(QLatin1String(series)).toArray().size(), 60);
        }
        QCOMPARE(m_client->admin("GET", "/queues/absent/metrics").status, 404);
    }

    void purgedMessagesCanBeBroughtBack()
    {
        send("<Messages>" + message("x").repeated(3) + "</Messages>");
        const QJsonObject entry = json(m_client->admin("POST", "/queues/demo/purge"));
        QCOMPARE(entry.value(QLatin1String("kind")).toString(), QStringLiteral("purge"));
        QCOMPARE(entry.value(QLatin1String("messages")).toInt(), 3);
        QCOMPARE(get("/queues/demo").value(QLatin1String("ready")).toInt(), 0);
        QCOMPARE(list("/trash", "entries").size(), 1);
        const QByteArray id = QByteArray::number(entry.value(QLatin1String("id")).toInteger());
        const RawReply restored = m_client->admin("POST", "/trash/" + id + "/restore");
        QCOMPARE(restored.status, 200);
        QCOMPARE(json(restored).value(QLatin1String("queueName")).toString(),
                 QStringLiteral("demo"));
        QTRY_COMPARE(get("/queues/demo").value(QLatin1String("ready")).toInt(), 3);
        QTRY_COMPARE(list("/trash", "entries").size(), 0);
    }

    void aRestoreIsStopped()
    {
        send("<Messages>" + message("x").repeated(3) + "</Messages>");
        const QJsonObject entry = json(m_client->admin("POST", "/queues/demo/purge"));
        const QByteArray path = "/trash/"
            + QByteArray::number(entry.value(QLatin1String("id")).toInteger()) + "/restore";
        const RawReply early = m_client->admin("DELETE", path);
        QCOMPARE(early.status, 404);
        QCOMPARE(errorCode(early), QByteArray("NotFound"));
        QCOMPARE(m_client->admin("POST", path).status, 200);
        // The broker may have finished by now; nothing is lost either way.
        const RawReply stopped = m_client->admin("DELETE", path);
        const int left =
            stopped.status == 200 ? json(stopped).value(QLatin1String("messages")).toInt() : 0;
        QTRY_COMPARE(get("/queues/demo").value(QLatin1String("ready")).toInt(), 3 - left);
        QCOMPARE(m_client->admin("DELETE", "/trash/x/restore").status, 404);
    }

    void deletedQueueNeedsANewNameWhenItsOwnIsInUse()
    {
        send(message("x"));
        const QJsonObject entry = json(m_client->admin("DELETE", "/queues/demo"));
        QCOMPARE(entry.value(QLatin1String("kind")).toString(), QStringLiteral("queue"));
        const QByteArray path = "/trash/"
            + QByteArray::number(entry.value(QLatin1String("id")).toInteger()) + "/restore";
        m_client->call("PUT", "/queues/demo");
        const RawReply refused = m_client->admin("POST", path);
        QCOMPARE(refused.status, 409);
        QCOMPARE(errorCode(refused), QByteArray("Conflict"));
        QCOMPARE(m_client->admin("POST", path, R"({"name": "demo-2"})").status, 200);
        QCOMPARE(m_client->call("GET", "/queues/demo-2/messages").status, 200);
    }

    void deletingAnAbsentQueueIsRefusedHere()
    {
        const RawReply reply = m_client->admin("DELETE", "/queues/absent");
        QCOMPARE(reply.status, 404);
        QCOMPARE(errorCode(reply), QByteArray("QueueNotExist"));
    }

    void trashIsGivenUpOneByOneOrWhole()
    {
        for (int i = 0; i < 3; ++i) {
            send(message("x"));
            (void)m_client->admin("POST", "/queues/demo/purge");
        }
        const QByteArray id = QByteArray::number(
            list("/trash", "entries").first().toObject().value(QLatin1String("id")).toInteger());
        QCOMPARE(
            json(m_client->admin("DELETE", "/trash/" + id)).value(QLatin1String("removed")).toInt(),
            1);
        QCOMPARE(m_client->admin("DELETE", "/trash/" + id).status, 404);
        QCOMPARE(m_client->admin("DELETE", "/trash/0").status, 404);
        QCOMPARE(json(m_client->admin("DELETE", "/trash")).value(QLatin1String("removed")).toInt(),
                 2);
    }

    // --- Messages --------------------------------------------------------------------------------

    void browsingShowsEveryStateAndTouchesNothing()
    {
        send(message("leased", "<Priority>1</Priority>"));
        (void)m_client->call("GET", "/queues/demo/messages");
        send(message("delayed", "<DelaySeconds>60</DelaySeconds>"));
        send(message("ready"));
        const QJsonArray messages = list("/queues/demo/messages?order=oldest", "messages");
        QCOMPARE(messages.size(), 3);
        const QJsonObject leased = messages.at(0).toObject();
        QCOMPARE(leased.value(QLatin1String("state")).toString(), QStringLiteral("leased"));
        QCOMPARE(leased.value(QLatin1String("body")).toString(), QStringLiteral("leased"));
        QCOMPARE(leased.value(QLatin1String("dequeueCount")).toInt(), 1);
        QCOMPARE(leased.value(QLatin1String("nextVisibleTimeMs")).toInteger(),
                 RunningBroker::kStartMs + 30'000);
        QVERIFY(
            leased.value(QLatin1String("holder")).toString().contains(QLatin1String("127.0.0.1")));
        const QJsonObject ready = messages.at(2).toObject();
        QVERIFY(ready.value(QLatin1String("firstDequeueTimeMs")).isNull());
        QVERIFY(ready.value(QLatin1String("nextVisibleTimeMs")).isNull());
        QVERIFY(ready.value(QLatin1String("holder")).isNull());
        QCOMPARE(list("/queues/demo/messages?state=delayed&order=nextVisible", "messages").size(),
                 1);
        QCOMPARE(get("/queues/demo").value(QLatin1String("ready")).toInt(), 1);
    }

    void browsingPagesByCursor()
    {
        send("<Messages>" + message("x").repeated(5) + "</Messages>");
        QByteArray cursor;
        QStringList ids;
        for (int page = 0; page < 3; ++page) {
            const QJsonObject reply = get("/queues/demo/messages?limit=2&bodies=false"
                                          + (page == 0 ? QByteArray() : "&cursor=" + cursor));
            for (const QJsonValue row : reply.value(QLatin1String("messages")).toArray()) {
                ids.append(row.toObject().value(QLatin1String("messageId")).toString());
                QVERIFY(!row.toObject().contains(QLatin1String("body")));
            }
            cursor = reply.value(QLatin1String("cursor")).toString().toLatin1();
            QCOMPARE(reply.value(QLatin1String("complete")).toBool(), page == 2);
        }
        QCOMPARE(ids.size(), 5);
        QCOMPARE(ids.removeDuplicates(), 0);
    }

    void aCursorIsGoodForItsOrderAlone()
    {
        send("<Messages>" + message("x").repeated(3) + "</Messages>");
        const QByteArray cursor = get("/queues/demo/messages?limit=1&order=oldest")
                                      .value(QLatin1String("cursor"))
                                      .toString()
                                      .toLatin1();
        QVERIFY(!cursor.isEmpty());
        const QByteArray next = "/queues/demo/messages?limit=1&cursor=" + cursor;
        QCOMPARE(m_client->admin("GET", next + "&order=oldest").status, 200);
        QCOMPARE(m_client->admin("GET", next + "&order=newest").status, 400);
    }

    void browsingRefusesWhatItDoesNotKnow_data()
    {
        QTest::addColumn<QByteArray>("query");
        for (const char *query : {"state=lost", "order=random", "limit=0", "limit=1001",
                                  "cursor=here", "order=nextVisible", "bodies=perhaps"})
            QTest::newRow(query) << QByteArray(query);
    }
    void browsingRefusesWhatItDoesNotKnow()
    {
        QFETCH(QByteArray, query);
        QCOMPARE(m_client->admin("GET", "/queues/demo/messages?" + query).status, 400);
    }

    void oneMessageIsShownAndDeletedById()
    {
        const QByteArray id = elementText(send(message("x")).body, "MessageId");
        QCOMPARE(get("/queues/demo/messages/" + id).value(QLatin1String("body")).toString(),
                 QStringLiteral("x"));
        const QJsonObject entry = json(m_client->admin("DELETE", "/queues/demo/messages/" + id));
        QCOMPARE(entry.value(QLatin1String("kind")).toString(), QStringLiteral("messages"));
        const RawReply gone = m_client->admin("GET", "/queues/demo/messages/" + id);
        QCOMPARE(gone.status, 404);
        QCOMPARE(errorCode(gone), QByteArray("MessageNotExist"));
        QCOMPARE(m_client->admin("GET", "/queues/demo/messages/abc").status, 400);
    }

    void severalMessagesAreDeletedAsOneEntry()
    {
        const QByteArray first = elementText(send(message("a")).body, "MessageId");
        const QByteArray second = elementText(send(message("b")).body, "MessageId");
        const RawReply reply =
            m_client->admin("POST", "/queues/demo/messages/delete",
                            R"({"messageIds": [")" + first + R"(", ")" + second + R"("]})");
        QCOMPARE(reply.status, 200);
        QCOMPARE(json(reply).value(QLatin1String("messages")).toInt(), 2);
        QCOMPARE(
            m_client->admin("POST", "/queues/demo/messages/delete", R"({"messageIds": []})").status,
            400);
    }
};

QTEST_GUILESS_MAIN(TestAdminApi)
#include "tst_adminapi.moc"
