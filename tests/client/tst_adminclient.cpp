// SPDX-License-Identifier: GPL-3.0-only
#include "client/adminclient.h"
#include "fakeserver.h"
#include "protocol/contentmd5.h"
#include "protocol/errorxml.h"
#include "support/awaited.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Ask = std::function<void(AdminClient &)>;
Q_DECLARE_METATYPE(Ask)

/// The admin client against recorded replies of a broker, and against endpoints that are none.
class TestAdminClient : public QObject
{
    Q_OBJECT

private slots:
    void requestsGoWhereTheContractSays_data();
    void requestsGoWhereTheContractSays();
    void bodiesAreSignedByTheirMd5();
    void queueChangesAreRead();
    void refusalsBecomeErrors();
    void endpointWithoutAdminApiIsNotFound_data();
    void endpointWithoutAdminApiIsNotFound();
    void refusedKeyStaysARefusedKey();
    void gatewayFailureIsNotAMissingApi();
};

namespace {

template <typename T>
void start(const QFuture<T> &)
{
}

} // namespace

void TestAdminClient::requestsGoWhereTheContractSays_data()
{
    QTest::addColumn<Ask>("ask");
    QTest::addColumn<QByteArray>("requestLine");
    QTest::addColumn<QByteArray>("body");

    const auto row = [](const char *line, const Ask &ask, const char *body = "") {
        QTest::newRow(line) << ask << QByteArray(line) << QByteArray(body);
    };
    row("GET /signalbox/v1/status", [](AdminClient &c) { start(c.status()); });
    row("GET /signalbox/v1/metrics?seconds=300", [](AdminClient &c) { start(c.metrics(5min)); });
    row("GET /signalbox/v1/requests?after=7&limit=20&refused=true&before=90",
        [](AdminClient &c) { start(c.requests(7, 20, true, 90)); });
    row("GET /signalbox/v1/queues?limit=1000", [](AdminClient &c) { start(c.changedQueues()); });
    row("GET /signalbox/v1/queues?limit=50&since=a%2Fb",
        [](AdminClient &c) { start(c.changedQueues(u"a/b"_s, 50)); });
    row("GET /signalbox/v1/queues/demo", [](AdminClient &c) { start(c.queue(u"demo"_s)); });
    row("DELETE /signalbox/v1/queues/demo",
        [](AdminClient &c) { start(c.deleteQueue(u"demo"_s)); });
    row("GET /signalbox/v1/queues/demo/metrics",
        [](AdminClient &c) { start(c.queueMetrics(u"demo"_s)); });
    row("POST /signalbox/v1/queues/demo/purge",
        [](AdminClient &c) { start(c.purgeQueue(u"demo"_s)); });
    row("GET /signalbox/v1/queues/demo/messages?order=newest&limit=100&bodies=true",
        [](AdminClient &c) { start(c.browse(u"demo"_s)); });
    row("GET /signalbox/v1/queues/demo/"
        "messages?state=leased&order=nextVisible&limit=5&cursor=a%26b&bodies=false",
        [](AdminClient &c) {
            start(c.browse(u"demo"_s,
                           {Admin::MessageState::Leased,
                            Admin::BrowseQuery::Order::NextVisible,
                            5,
                            u"a&b"_s,
                            false,
                            {}}));
        });
    row("GET /signalbox/v1/queues/demo/messages/0A",
        [](AdminClient &c) { start(c.message(u"demo"_s, "0A")); });
    row("DELETE /signalbox/v1/queues/demo/messages/0A",
        [](AdminClient &c) { start(c.deleteMessage(u"demo"_s, "0A")); });
    row(
        "POST /signalbox/v1/queues/demo/messages/find",
        [](AdminClient &c) {
            start(c.messages(u"demo"_s, {"0A", "0B"}));
        },
        R"({"messageIds":["0A","0B"]})");
    row(
        "POST /signalbox/v1/queues/demo/messages/delete",
        [](AdminClient &c) {
            start(c.deleteMessages(u"demo"_s, {"0A", "0B"}));
        },
        R"({"messageIds":["0A","0B"]})");
    row("GET /signalbox/v1/trash", [](AdminClient &c) { start(c.trash()); });
    row("POST /signalbox/v1/trash/3/restore", [](AdminClient &c) { start(c.restore(3)); });
    row(
        "POST /signalbox/v1/trash/4/restore",
        [](AdminClient &c) { start(c.restore(4, u"other"_s)); }, R"({"name":"other"})");
    row("DELETE /signalbox/v1/trash/3/restore", [](AdminClient &c) { start(c.stopRestore(3)); });
    row("DELETE /signalbox/v1/trash/3", [](AdminClient &c) { start(c.deleteTrashEntry(3)); });
    row("GET /signalbox/v1/topics", [](AdminClient &c) { start(c.changedTopics()); });
    row("GET /signalbox/v1/topics?since=12",
        [](AdminClient &c) { start(c.changedTopics(u"12"_s)); });
    row("DELETE /signalbox/v1/topics/news",
        [](AdminClient &c) { start(c.deleteTopic(u"news"_s)); });
    row("DELETE /signalbox/v1/topics/news/subscriptions/web",
        [](AdminClient &c) { start(c.unsubscribe(u"news"_s, u"web"_s)); });
    row("DELETE /signalbox/v1/trash", [](AdminClient &c) { start(c.emptyTrash()); });
    row("GET /signalbox/v1/clock", [](AdminClient &c) { start(c.clock()); });
    row("POST /signalbox/v1/clock/freeze", [](AdminClient &c) { start(c.freezeClock()); });
    row("POST /signalbox/v1/clock/run", [](AdminClient &c) { start(c.runClock()); });
    row(
        "POST /signalbox/v1/clock/advance", [](AdminClient &c) { start(c.advanceClock(2h)); },
        R"({"ms":7200000})");
}

void TestAdminClient::requestsGoWhereTheContractSays()
{
    QFETCH(const Ask, ask);
    QFETCH(const QByteArray, requestLine);
    QFETCH(const QByteArray, body);
    FakeServer server;
    AdminClient client(server.endpoint());

    ask(client);

    QTRY_COMPARE(server.requests().size(), 1);
    const FakeServer::Request &request = server.requests().first();
    QCOMPARE(request.head.method + ' ' + request.head.target, requestLine);
    QCOMPARE(request.body, body);
    const Result<Authorization> authorization =
        parseAuthorization(request.head.header("authorization"));
    QVERIFY(authorization);
    QVERIFY(verifySignature(request.head, *authorization, "local-secret"));
}

void TestAdminClient::bodiesAreSignedByTheirMd5()
{
    FakeServer server;
    AdminClient client(server.endpoint());

    start(client.advanceClock(1s));

    QTRY_COMPARE(server.requests().size(), 1);
    const FakeServer::Request &request = server.requests().first();
    QVERIFY(!request.head.header("content-md5").isEmpty());
    QVERIFY(ContentMd5::matches(request.head.header("content-md5"), request.body));
    QCOMPARE(request.head.header("content-type"), "application/json");
}

void TestAdminClient::queueChangesAreRead()
{
    FakeServer server;
    AdminClient client(server.endpoint());
    server.answer(
        200,
        R"({"cursor":"c2","complete":false,"removed":["old"],"queues":[{"name":"demo","ready":3}]})",
        "application/json");

    const Result<Admin::QueueChanges> changes = awaited(client.changedQueues(u"c1"_s));

    QVERIFY(changes);
    QCOMPARE(changes->cursor, u"c2"_s);
    QCOMPARE(changes->complete, false);
    QCOMPARE(changes->removed, QStringList{u"old"_s});
    QCOMPARE(changes->queues.size(), 1);
    QCOMPARE(changes->queues.first().name, u"demo"_s);
    QCOMPARE(changes->queues.first().counts.ready, 3);
}

void TestAdminClient::refusalsBecomeErrors()
{
    FakeServer server;
    AdminClient client(server.endpoint());
    server.answer(404,
                  R"({"error":{"code":"QueueNotExist","message":"No queue.","requestId":"5D"}})",
                  "application/json");
    QCOMPARE(awaited(client.purgeQueue(u"demo"_s)).error(),
             (Error{ErrorCode::QueueNotExist, u"No queue."_s}));

    server.answer(400, R"({"error":{"code":"TooPurple","message":"No purple."}})",
                  "application/json");
    const Result<Admin::TrashEntry> unknown = awaited(client.purgeQueue(u"demo"_s));
    QCOMPARE(unknown.error().code, ErrorCode::UnexpectedReply);
    QVERIFY(unknown.error().message.contains(u"TooPurple"_s));

    server.answer(200, "[1, 2", "application/json");
    QCOMPARE(awaited(client.status()).error().code, ErrorCode::UnexpectedReply);
}

void TestAdminClient::endpointWithoutAdminApiIsNotFound_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("an MNS service")
        << 400 << writeError({ErrorCode::InvalidRequestUrl, u"What?"_s}, u"5D"_s, "http://h");
    QTest::newRow("a web server") << 404 << QByteArray("<html>Not found</html>");
    QTest::newRow("a welcoming web server") << 200 << QByteArray("<html>Welcome</html>");
}

void TestAdminClient::endpointWithoutAdminApiIsNotFound()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    FakeServer server;
    AdminClient client(server.endpoint());
    server.answer(status, body);

    const Result<Admin::Status> reply = awaited(client.status());

    QVERIFY(!reply);
    QCOMPARE(
        reply.error(),
        (Error{ErrorCode::NotFound,
               server.endpoint().displayName() + u" does not offer the Signalbox admin API."_s}));
}

void TestAdminClient::refusedKeyStaysARefusedKey()
{
    FakeServer server;
    AdminClient client(server.endpoint());
    server.answer(403, writeError({ErrorCode::InvalidAccessKeyId, u"Who?"_s}, u"5D"_s, "http://h"));

    QCOMPARE(awaited(client.status()).error().code, ErrorCode::InvalidAccessKeyId);
}

void TestAdminClient::gatewayFailureIsNotAMissingApi()
{
    FakeServer server;
    AdminClient client(server.endpoint());
    server.answer(502, "<html>Bad gateway</html>", "text/html");

    QCOMPARE(awaited(client.status()).error().code, ErrorCode::UnexpectedReply);
}

QTEST_GUILESS_MAIN(TestAdminClient)
#include "tst_adminclient.moc"
