// SPDX-License-Identifier: GPL-3.0-only
// What the admin API offers to understand and repair a queue: time in queue, receivers, search,
// move.
#include "wiresuite.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace std::chrono_literals;

namespace {

/// The one sample of \a series that is known.
QJsonValue known(const QJsonObject &samples, const char *series)
{
    for (const QJsonValue value : samples.value(QLatin1String(series)).toArray()) {
        if (!value.isNull())
            return value;
    }
    return QJsonValue::Undefined;
}

} // namespace

class TestAdminMessageTools : public WireSuite
{
    Q_OBJECT

public:
    TestAdminMessageTools()
        : WireSuite({"demo", "other"})
    {
    }

private:
    /// Sends to a queue; gives the message's id.
    QByteArray send(const QByteArray &document, const QByteArray &queue = "demo")
    {
        return elementText(m_client->call("POST", "/queues/" + queue + "/messages", document).body,
                           "MessageId");
    }
    /// Receives one message; gives its handle.
    QByteArray receive(const QByteArray &agent = "app/1.0")
    {
        ClientRequest request = ClientRequest::make("GET", "/queues/demo/messages");
        request.set("user-agent", agent);
        return elementText(m_client->exchange(request.signV2()).body, "ReceiptHandle");
    }
    RawReply remove(const QByteArray &handle, const QByteArray &agent = "app/1.0")
    {
        ClientRequest request =
            ClientRequest::make("DELETE", "/queues/demo/messages?ReceiptHandle=" + handle);
        request.set("user-agent", agent);
        return m_client->exchange(request.signV2());
    }
    QJsonObject get(const QByteArray &path) { return json(m_client->admin("GET", path)); }
    QJsonArray receivers()
    {
        return get("/queues/demo/receivers").value(QLatin1String("receivers")).toArray();
    }
    QStringList found(const QByteArray &search)
    {
        QStringList bodies;
        for (const QJsonValue row : get("/queues/demo/messages?search=" + search)
                                        .value(QLatin1String("messages"))
                                        .toArray())
            bodies.append(row.toObject().value(QLatin1String("body")).toString());
        return bodies;
    }
    RawReply move(const QByteArrayList &ids, const QByteArray &to)
    {
        return m_client->admin("POST", "/queues/demo/messages/move",
                               R"({"messageIds": [")" + ids.join(R"(", ")") + R"("], "to": ")" + to
                                   + R"("})");
    }
    int ready(const QByteArray &queue)
    {
        return get("/queues/" + queue).value(QLatin1String("ready")).toInt();
    }

private slots:
    // --- Time in queue ---------------------------------------------------------------------------

    void metricsTellHowLongMessagesWaited()
    {
        send(message("x"));
        m_broker->advance(10s);
        const QByteArray handle = receive();
        m_broker->advance(10s);
        QCOMPARE(remove(handle).status, 204);
        const auto seconds = [this] {
            return get("/queues/demo/metrics").value(QLatin1String("seconds")).toObject();
        };
        QTRY_VERIFY_WITH_TIMEOUT(!known(seconds(), "toDeleteP50Ms").isUndefined(), 10'000);
        const QJsonObject samples = seconds();
        const double toReceive = known(samples, "toReceiveP50Ms").toDouble();
        QVERIFY(toReceive >= 10'000 && toReceive <= 12'500);
        const double toDelete = known(samples, "toDeleteP99Ms").toDouble();
        QVERIFY(toDelete >= 20'000 && toDelete <= 25'000);
        QCOMPARE(known(samples, "receivesPerDeleted").toDouble(), 1.0);
        QCOMPARE(samples.value(QLatin1String("toReceiveP95Ms")).toArray().size(), 60);
    }

    // --- Receivers -------------------------------------------------------------------------------

    void aReceiverIsShownWithWhatItHoldsAndDid()
    {
        send("<Messages>" + message("x").repeated(3) + "</Messages>");
        QVERIFY(receivers().isEmpty());
        const QByteArray handle = receive();
        receive();
        QCOMPARE(remove(handle).status, 204);
        QCOMPARE(receivers().size(), 1);
        const QJsonObject receiver = receivers().at(0).toObject();
        QCOMPARE(receiver.value(QLatin1String("address")).toString(), QStringLiteral("127.0.0.1"));
        QCOMPARE(receiver.value(QLatin1String("agent")).toString(), QStringLiteral("app/1.0"));
        QCOMPARE(receiver.value(QLatin1String("holds")).toInt(), 1);
        QCOMPARE(receiver.value(QLatin1String("received")).toInt(), 2);
        QCOMPARE(receiver.value(QLatin1String("deleted")).toInt(), 1);
        QVERIFY(receiver.value(QLatin1String("lastSeenMs")).toInteger() > 0);
        QCOMPARE(m_client->admin("GET", "/queues/absent/receivers").status, 404);
    }

    void receiversAreToldApartByTheirAgent()
    {
        send("<Messages>" + message("x").repeated(2) + "</Messages>");
        receive("worker-1");
        receive("worker-2");
        QCOMPARE(receivers().size(), 2);
        QCOMPARE(receivers().at(0).toObject().value(QLatin1String("agent")).toString(),
                 QStringLiteral("worker-2")); // the one seen last
    }

    void aReceiverWithoutMessagesIsShownWhileItWaits()
    {
        SignedClient waiting(m_broker->port());
        ClientRequest request = ClientRequest::make("GET", "/queues/demo/messages?waitseconds=20");
        waiting.send(request.set("user-agent", "patient").signV2());
        QTRY_COMPARE_WITH_TIMEOUT(
            receivers().at(0).toObject().value(QLatin1String("waiters")).toInt(), 1, 10'000);
        send(message("x"));
        QCOMPARE(waiting.next().status, 200);
        QTRY_COMPARE(receivers().at(0).toObject().value(QLatin1String("waiters")).toInt(), 0);
        QCOMPARE(receivers().at(0).toObject().value(QLatin1String("holds")).toInt(), 1);
    }

    void leasesThatRanOutAreCountedForWhoLetThem()
    {
        send("<Messages>" + message("x").repeated(4) + "</Messages>");
        const auto expired = [this](int row) {
            return receivers().at(row).toObject().value(QLatin1String("expired")).toInt(-1);
        };
        receive("slow");
        receive("slow");
        QCOMPARE(remove(receive("quick"), "quick").status, 204);
        QCOMPARE(expired(0), 0);
        m_broker->advance(31s);
        QCOMPARE(receivers().size(), 2);
        QCOMPARE(receivers().at(1).toObject().value(QLatin1String("agent")).toString(),
                 QStringLiteral("slow"));
        QCOMPARE(expired(1), 2);
        QCOMPARE(expired(0), 0); // what was deleted in time
        receive("slow");
        m_broker->advance(31s);
        QTRY_COMPARE(expired(0), 3);
    }

    void whoHoldsMessagesIsKnownAfterARestart()
    {
        send(message("x"));
        receive("worker 1 (beta)");
        m_client.reset();
        m_broker->restart();
        m_client = std::make_unique<SignedClient>(m_broker->port());
        QCOMPARE(receivers().size(), 1);
        const QJsonObject receiver = receivers().at(0).toObject();
        QCOMPARE(receiver.value(QLatin1String("agent")).toString(),
                 QStringLiteral("worker 1 (beta)"));
        QCOMPARE(receiver.value(QLatin1String("holds")).toInt(), 1);
        QVERIFY(receiver.value(QLatin1String("lastSeenMs")).isNull());
        m_broker->advance(31s); // the lease ends
        QVERIFY(receivers().isEmpty());
    }

    // --- Search ----------------------------------------------------------------------------------

    void searchLooksIntoBodiesPropertiesAndIds()
    {
        send(message("Green apple"));
        send(message(QByteArray("red PEAR").toBase64()));
        const QByteArray id = send(message("plain",
                                           "<UserProperties><PropertyValue><Name>kind</"
                                           "Name><Value>Quince</Value><Type>STRING</Type>"
                                           "</PropertyValue></UserProperties>"));
        QCOMPARE(found("APPLE"), QStringList{QStringLiteral("Green apple")});
        QCOMPARE(found("pear"),
                 QStringList{QString::fromLatin1(QByteArray("red PEAR").toBase64())});
        QCOMPARE(found("quince"), QStringList{QStringLiteral("plain")});
        QCOMPARE(found(id.right(8)), QStringList{QStringLiteral("plain")});
        QCOMPARE(found("plum"), QStringList());
        QCOMPARE(found("p").size(), 3);
    }

    void searchFindsTextThatIsNotAscii()
    {
        send(message("\xe6\x94\xaf\xe4\xbb\x98 100%"));
        QCOMPARE(found("%E6%94%AF%E4%BB%98").size(), 1);
        QCOMPARE(found("100%25").size(), 1);
    }

    void searchGoesOnByItsCursorUntilEverythingWasLookedAt()
    {
        for (int i = 0; i < 40; ++i)
            send("<Messages>" + message("hay").repeated(15) + message("needle") + "</Messages>");
        QSet<QString> ids;
        QByteArray cursor;
        int pages = 0;
        bool complete = false;
        while (!complete) {
            const QJsonObject page = get("/queues/demo/messages?search=needle&limit=7&bodies=false"
                                         + (cursor.isEmpty() ? QByteArray() : "&cursor=" + cursor));
            for (const QJsonValue row : page.value(QLatin1String("messages")).toArray()) {
                QVERIFY(!row.toObject().contains(QLatin1String("body")));
                const QString id = row.toObject().value(QLatin1String("messageId")).toString();
                QVERIFY(!ids.contains(id));
                ids.insert(id);
            }
            QVERIFY(page.value(QLatin1String("scanned")).toInt() > 0);
            cursor = page.value(QLatin1String("cursor")).toString().toLatin1();
            complete = page.value(QLatin1String("complete")).toBool();
            QVERIFY(++pages < 50);
        }
        QCOMPARE(ids.size(), 40);
        QVERIFY(pages >= 6);
    }

    void searchKeepsToTheStateAskedFor()
    {
        send(message("apple"));
        send(message("apple later", "<DelaySeconds>60</DelaySeconds>"));
        QCOMPARE(found("apple&state=delayed"), QStringList{QStringLiteral("apple later")});
        QCOMPARE(
            m_client->admin("GET", "/queues/demo/messages?search=" + QByteArray(257, 'x')).status,
            400);
    }

    void searchUnderstandsValuesTagsGroupsAndProperties()
    {
        const QByteArray cny = R"({"currency": "CNY", "items": [{"qty": 2}]})";
        const QByteArray usd = QByteArray(R"({"currency": "USD"})").toBase64();
        send(message(cny));
        send(message(usd));
        const QByteArray id =
            send(message("grouped",
                         "<MessageGroupId>customer-7</MessageGroupId>"
                         "<UserProperties><PropertyValue><Name>kind</Name><Value>refund</Value>"
                         "<Type>STRING</Type></PropertyValue></UserProperties>"));
        QCOMPARE(found("%24.currency%20%3D%20%22CNY%22"), QStringList{QString::fromLatin1(cny)});
        QCOMPARE(found("%24.items%5B0%5D.qty%20%3D%202"), QStringList{QString::fromLatin1(cny)});
        QCOMPARE(found("%24.currency%3DUSD"), QStringList{QString::fromLatin1(usd)});
        QCOMPARE(found("prop.kind%3Drefund"), QStringList{QStringLiteral("grouped")});
        QCOMPARE(found("group:customer-7"), QStringList{QStringLiteral("grouped")});
        QCOMPARE(found("id:" + id), QStringList{QStringLiteral("grouped")});
        QCOMPARE(found("id:" + id.right(5)), QStringList{QStringLiteral("grouped")});
        QCOMPARE(found("id:" + id + "&state=delayed"), QStringList());
        QCOMPARE(found("id:" + QByteArray(32, '0')), QStringList());
        QCOMPARE(found("tag:important"), QStringList());
    }

    void aSearchThatCannotBeUnderstoodIsRefusedWithTheCharacter()
    {
        const RawReply reply =
            m_client->admin("GET", "/queues/demo/messages?search=%24.currency%20%22CNY%22");
        QCOMPARE(reply.status, 400);
        QCOMPARE(errorCode(reply), QByteArray("InvalidSearch"));
        QVERIFY(json(reply)
                    .value(QLatin1String("error"))
                    .toObject()
                    .value(QLatin1String("message"))
                    .toString()
                    .contains(QLatin1String("character 12")));
    }

    // --- Move ------------------------------------------------------------------------------------

    void messagesMoveToAnotherQueueAndBack()
    {
        const QByteArray first = send(message("a"));
        const QByteArray second = send(message("b", "<DelaySeconds>60</DelaySeconds>"));
        const QJsonObject moved = json(move({first, second}, "other"));
        QCOMPARE(moved.value(QLatin1String("moved")).toInt(), 2);
        QCOMPARE(moved.value(QLatin1String("inFlight")).toInt(), 0);
        QCOMPARE(ready("demo"), 0);
        QCOMPARE(ready("other"), 1);
        QCOMPARE(get("/queues/other").value(QLatin1String("delayed")).toInt(), 1);
        QCOMPARE(elementText(m_client->call("GET", "/queues/other/messages").body, "MessageId"),
                 first);
        m_broker->advance(61s); // the lease and the delay end
        QCOMPARE(ready("other"), 2);
        const RawReply back =
            m_client->admin("POST", "/queues/other/messages/move",
                            R"({"messageIds": [")" + first + R"("], "to": "demo"})");
        QCOMPARE(back.status, 200);
        QCOMPARE(ready("demo"), 1);
        QCOMPARE(ready("other"), 1);
    }

    void whatIsInFlightStays()
    {
        const QByteArray first = send(message("a"));
        const QByteArray handle = receive();
        const QByteArray second = send(message("b"));
        const QJsonObject moved = json(move({first, second}, "other"));
        QCOMPARE(moved.value(QLatin1String("moved")).toInt(), 1);
        QCOMPARE(moved.value(QLatin1String("inFlight")).toInt(), 1);
        QCOMPARE(remove(handle).status, 204);
        QCOMPARE(ready("other"), 1);
    }

    void aMovedMessageReachesWhoWaitsForIt()
    {
        const QByteArray id = send(message("a"));
        SignedClient waiting(m_broker->port());
        ClientRequest request = ClientRequest::make("GET", "/queues/other/messages?waitseconds=20");
        waiting.send(request.signV2());
        QTRY_COMPARE(get("/queues/other").value(QLatin1String("waiters")).toInt(), 1);
        QCOMPARE(move({id}, "other").status, 200);
        const RawReply reply = waiting.next();
        QCOMPARE(reply.status, 200);
        QCOMPARE(elementText(reply.body, "MessageId"), id);
    }

    void movesThatCannotBeAreRefused()
    {
        const QByteArray id = send(message("a"));
        QCOMPARE(errorCode(move({id}, "absent")), QByteArray("QueueNotExist"));
        QCOMPARE(errorCode(move({id}, "demo")), QByteArray("InvalidArgument"));
        QCOMPARE(errorCode(move({id}, "")), QByteArray("InvalidArgument"));
        QCOMPARE(errorCode(move({"abc"}, "other")), QByteArray("InvalidArgument"));
        QCOMPARE(move({id}, "other").status, 200);
        QCOMPARE(errorCode(move({id}, "other")), QByteArray("MessageNotExist"));
    }
};

QTEST_GUILESS_MAIN(TestAdminMessageTools)
#include "tst_adminmessagetools.moc"
