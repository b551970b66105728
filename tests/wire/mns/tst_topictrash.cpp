// SPDX-License-Identifier: GPL-3.0-only
#include "pushsuite.h"

#include <QJsonArray>
#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace Qt::StringLiterals;

/// Topics and subscriptions that were deleted, and what waited for them.
class TestTopicTrash : public PushSuite
{
    Q_OBJECT

private:
    /// The answer to what brings back the only entry of the trash.
    RawReply restore(const QByteArray &body = "{}")
    {
        const QJsonObject entry = trash().first().toObject();
        return m_client->admin(
            "POST", "/trash/" + QByteArray::number(entry.value("id"_L1).toInteger()) + "/restore",
            body);
    }
    QJsonArray trash()
    {
        return json(m_client->admin("GET", "/trash")).value("entries"_L1).toArray();
    }
    /// A message that was tried once, in vain, and waits.
    void publishInVain()
    {
        m_receiver->behave(PushReceiver::Manner::Answer, 500);
        subscribe("web", m_receiver->url());
        publish("hello");
        attempt(1);
        QTRY_COMPARE(waiting(), 1);
        m_receiver->behave(PushReceiver::Manner::Answer, 204);
    }

private slots:
    void aDeletedTopicPushesNothingAndComesBackWithWhatWaited()
    {
        publishInVain();
        const QJsonObject entry = json(m_client->admin("DELETE", "/topics/news"));
        QCOMPARE(entry.value("kind"_L1).toString(), u"topic"_s);
        QCOMPARE(entry.value("topicName"_L1).toString(), u"news"_s);
        QCOMPARE(entry.value("messages"_L1).toInt(), 1);
        QCOMPARE(m_client->admin("GET", "/topics/news").status, 404);
        QCOMPARE(m_client->call("GET", "/topics/news").status, 404);
        advance(60'000); // its retry is due
        QCOMPARE(trash(), QJsonArray{entry});
        QCOMPARE(m_receiver->pushes().size(), 1U);

        const RawReply restored = restore();
        QCOMPARE(json(restored), (QJsonObject{{u"topicName"_s, u"news"_s}}));
        QVERIFY(m_receiver->waitFor(2));
        QCOMPARE(m_receiver->pushes().back().body, m_receiver->pushes().front().body);
        QTRY_COMPARE(waiting(), 0);
        publish("again");
        QVERIFY(m_receiver->waitFor(3));
        QVERIFY(trash().isEmpty());
    }

    void whoUnsubscribesByTheApiOfMnsCanUndoItToo()
    {
        publishInVain();
        QCOMPARE(m_client->call("DELETE", "/topics/news/subscriptions/web").status, 204);
        const QJsonObject entry = trash().first().toObject();
        QCOMPARE(entry.value("kind"_L1).toString(), u"subscription"_s);
        QCOMPARE(entry.value("topicName"_L1).toString(), u"news"_s);
        QCOMPARE(entry.value("subscriptionName"_L1).toString(), u"web"_s);
        subscribe("web", m_receiver->url("/other"));
        QCOMPARE(restore().status, 409);
        QCOMPARE(restore("{\"name\":\"a b\"}").status, 400);
        QCOMPARE(json(restore("{\"name\":\"web-2\"}")).value("subscriptionName"_L1).toString(),
                 u"web-2"_s);
        advance(60'000);
        QVERIFY(m_receiver->waitFor(2));
        QCOMPARE(m_receiver->pushes().back().requestLine,
                 QByteArray("POST /notifications HTTP/1.1"));
    }

    void aSubscriptionNeedsItsTopic()
    {
        subscribe("web", m_receiver->url());
        const QJsonObject entry = json(m_client->admin("DELETE", "/topics/news/subscriptions/web"));
        const QByteArray id = QByteArray::number(entry.value("id"_L1).toInteger());
        QCOMPARE(m_client->call("DELETE", "/topics/news").status, 204);
        QCOMPARE(m_client->admin("POST", "/trash/" + id + "/restore").status, 409);
        const QJsonObject topic = trash().first().toObject(); // the newest first
        const QByteArray topicId = QByteArray::number(topic.value("id"_L1).toInteger());
        QCOMPARE(m_client->admin("POST", "/trash/" + topicId + "/restore").status, 200);
        QCOMPARE(m_client->admin("POST", "/trash/" + id + "/restore").status, 200);
    }

    void whatIsNotThereCannotBeDeleted()
    {
        QCOMPARE(m_client->admin("DELETE", "/topics/absent").status, 404);
        QCOMPARE(m_client->admin("DELETE", "/topics/absent/subscriptions/web").status, 404);
        QCOMPARE(m_client->admin("DELETE", "/topics/news/subscriptions/absent").status, 404);
        QVERIFY(trash().isEmpty());
    }

    void whatIsGivenUpIsGone()
    {
        publishInVain();
        m_client->call("DELETE", "/topics/news");
        const QByteArray id =
            QByteArray::number(trash().first().toObject().value("id"_L1).toInteger());
        QCOMPARE(json(m_client->admin("DELETE", "/trash")).value("removed"_L1).toInt(), 1);
        QVERIFY(trash().isEmpty());
        QCOMPARE(m_client->admin("POST", "/trash/" + id + "/restore").status, 404);
        QCOMPARE(m_client->call("PUT", "/topics/news", "<Topic/>").status, 201);
        QCOMPARE(m_client->call("GET", "/topics/news/subscriptions/web").status, 404);
    }

    void whatWaitedForTooLongIsToldOf()
    {
        subscribe("web", m_receiver->url());
        QCOMPARE(m_client->admin("POST", "/topics/news/subscriptions/web/pause").status, 200);
        const QByteArray id = publish("hello");
        QTRY_COMPARE(waiting(), 1);
        advance(86'400'000);
        const QJsonObject dropped = attempt(1);
        QCOMPARE(dropped.value("outcome"_L1).toString(), u"dropped"_s);
        QCOMPARE(dropped.value("messageId"_L1).toString().toLatin1(), id);
        QCOMPARE(dropped.value("attempt"_L1).toInt(), 0); // it was never tried
        QVERIFY(dropped.value("error"_L1).toString().contains(u"24 hours"_s));
        QCOMPARE(waiting(), 0);
        QVERIFY(m_receiver->pushes().empty());
    }

    void whatWaitedForTooLongGoesToTheDeadLetterQueue()
    {
        QCOMPARE(m_client
                     ->call("PUT", "/queues/dead",
                            "<Queue><MessageRetentionPeriod>60</MessageRetentionPeriod></Queue>")
                     .status,
                 201);
        subscribe("web", m_receiver->url(), kDeadLetters);
        QCOMPARE(m_client->admin("POST", "/topics/news/subscriptions/web/pause").status, 200);
        const QByteArray id = publish("hello");
        QTRY_COMPARE(waiting(), 1);
        advance(86'400'000);
        const QJsonObject moved = attempt(1);
        QCOMPARE(moved.value("outcome"_L1).toString(), u"deadLettered"_s);
        QCOMPARE(moved.value("messageId"_L1).toString().toLatin1(), id);
        QCOMPARE(waiting(), 0);
        const QJsonObject origin = deadLetterOrigin("dead");
        QCOMPARE(origin.value("topic"_L1).toString(), u"news"_s);
        QCOMPARE(origin.value("subscription"_L1).toString(), u"web"_s);
        QCOMPARE(origin.value("tries"_L1).toInt(), 0);
        QVERIFY(origin.value("lastFailure"_L1).toString().contains(u"24 hours"_s));
        const QByteArray document = received("dead"); // kept as long as its queue keeps messages
        QCOMPARE(elementText(document, "MessageBody"), QByteArray("hello"));
        for (const QByteArray &part :
             {QByteArray("SUBSCRIPTION"), id,
              QByteArray("acs:mns:local:1000000000000000:/topics/news/subscriptions/web")})
            QVERIFY2(document.contains(part), document.constData());
    }

    void whatWaitedForTooLongIsGoneWithoutItsDeadLetterQueue()
    {
        subscribe("web", m_receiver->url(), kDeadLetters);
        QCOMPARE(m_client->admin("POST", "/topics/news/subscriptions/web/pause").status, 200);
        publish("hello");
        QTRY_COMPARE(waiting(), 1);
        advance(86'400'000);
        QCOMPARE(attempt(1).value("outcome"_L1).toString(), u"dropped"_s);
        QCOMPARE(waiting(), 0);
    }
};

QTEST_GUILESS_MAIN(TestTopicTrash)
#include "tst_topictrash.moc"
