// SPDX-License-Identifier: GPL-3.0-only
#include "pushsuite.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What subscribers get: signature, format and headers of a push, and what queues and the outbox
/// get.
class TestPush : public PushSuite
{
    Q_OBJECT

private slots:
    void aPushIsSignedAndSpelledAsTheServiceDoes()
    {
        subscribe("web", m_receiver->url("/notifications?src=mns"));
        const QByteArray id = publish("hello", "<MessageTag>important</MessageTag>");
        QVERIFY(m_receiver->waitFor(1));
        const ReceivedPush &push = m_receiver->pushes().front();
        QCOMPARE(push.requestLine, QByteArray("POST /notifications?src=mns HTTP/1.1"));
        QCOMPARE(push.header("Content-Type"), QByteArray("text/xml;charset=utf-8"));
        QCOMPARE(push.header("Content-md5"),
                 QCryptographicHash::hash(push.body, QCryptographicHash::Md5).toHex().toBase64());
        QCOMPARE(push.header("User-Agent"), QByteArray("Aliyun Notification Service Agent"));
        QCOMPARE(push.header("x-mns-version"), QByteArray("2015-06-06"));
        QCOMPARE(push.header("x-mns-topic-owner"), QByteArray("1000000000000000"));
        QCOMPARE(push.header("x-mns-topic-name"), QByteArray("news"));
        QCOMPARE(push.header("x-mns-subscriber"), QByteArray("1000000000000000"));
        QCOMPARE(push.header("x-mns-subscription-name"), QByteArray("web"));
        QCOMPARE(push.header("x-mns-message-id"), id);
        QCOMPARE(push.header("x-mns-message-tag"), QByteArray("important"));
        QCOMPARE(push.header("x-mns-publish-time"), QByteArray::number(RunningBroker::kStartMs));
        QCOMPARE(push.header("x-mns-request-id").size(), 24);

        const QByteArray certificateUrl =
            QByteArray::fromBase64(push.header("x-mns-signing-cert-url"));
        QCOMPARE(certificateUrl, m_broker->endpoint().toLatin1() + "/notify-cert.pem");
        const RawReply certificate = m_client->exchange( // unsigned: anybody may have it
            ClientRequest::make("GET", "/notify-cert.pem"));
        QCOMPARE(certificate.status, 200);
        QCOMPARE(certificate.header("Content-Type"), QByteArray("application/x-pem-file"));
        QVERIFY(push.isSignedBy(certificate.body));
        ReceivedPush forged = push;
        forged.head.replace("important", "unimporta");
        QVERIFY(!forged.isSignedBy(certificate.body));
        QTRY_COMPARE(waiting(), 0);
    }

    void theCertificateIsWhereSettingsSay()
    {
        startBroker([](BrokerOptions &options) {
            options.push.certificateUrl = u"https://box.lan/cert.pem"_s;
        });
        subscribe("web", m_receiver->url());
        publish("hello");
        QVERIFY(m_receiver->waitFor(1));
        const QByteArray url = m_receiver->pushes().front().header("x-mns-signing-cert-url");
        QCOMPARE(QByteArray::fromBase64(url), QByteArray("https://box.lan/cert.pem"));
    }

    void theCertificateStaysTheSame()
    {
        const QByteArray before =
            m_client->exchange(ClientRequest::make("GET", "/notify-cert.pem")).body;
        m_client.reset();
        m_broker->restart();
        m_client = std::make_unique<SignedClient>(m_broker->port());
        QCOMPARE(m_client->exchange(ClientRequest::make("GET", "/notify-cert.pem")).body, before);
    }

    void eachFormatHasItsBodyAndType_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("part");
        QTest::newRow("XML") << QByteArray("XML") << QByteArray("text/xml;charset=utf-8")
                             << QByteArray("<Message>hello &amp; bye</Message>");
        QTest::newRow("JSON") << QByteArray("JSON") << QByteArray("application/json;charset=utf-8")
                              << QByteArray("\"Message\":\"hello & bye\"");
        QTest::newRow("SIMPLIFIED")
            << QByteArray("SIMPLIFIED") << QByteArray("text/plain;charset=utf-8")
            << QByteArray("hello & bye");
    }
    void eachFormatHasItsBodyAndType()
    {
        QFETCH(QByteArray, format);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, part);
        subscribe("web", m_receiver->url(),
                  "<NotifyContentFormat>" + format + "</NotifyContentFormat>");
        publish("hello &amp; bye");
        QVERIFY(m_receiver->waitFor(1));
        const ReceivedPush &push = m_receiver->pushes().front();
        QCOMPARE(push.header("Content-Type"), type);
        QVERIFY2(push.body.contains(part), push.body.constData());
    }

    void aQueueGetsTheTextWithProperties()
    {
        QCOMPARE(m_client->call("PUT", "/queues/copy").status, 201);
        subscribe("q", "acs:mns:x:1000000000000000:queues/copy",
                  "<NotifyContentFormat>SIMPLIFIED</NotifyContentFormat>");
        const QByteArray id =
            publish("hello",
                    "<UserProperties><PropertyValue><Name>kind</Name><Value>greeting</Value>"
                    "<Type>STRING</Type></PropertyValue></UserProperties>");
        const QByteArray document = received("copy");
        QCOMPARE(elementText(document, "MessageBody"), QByteArray("hello"));
        QVERIFY(document.contains("greeting"));
        QVERIFY(elementText(document, "MessageId") != id); // a message of its own
    }

    void aUrlIsCalledAsItIsWritten()
    {
        const QByteArray target = "/%7Ejoe/a%2fb?sig=%41%2f+x&y='z'";
        subscribe("web", m_receiver->url(target).replace("&", "&amp;"));
        publish("hello");
        QVERIFY(m_receiver->waitFor(1));
        QCOMPARE(m_receiver->pushes().front().requestLine, "POST " + target + " HTTP/1.1");
        const QByteArray certificate =
            m_client->exchange(ClientRequest::make("GET", "/notify-cert.pem")).body;
        QVERIFY(m_receiver->pushes().front().isSignedBy(certificate));
    }

    void theHeaderOfATagIsALegalOne_data()
    {
        QTest::addColumn<QByteArray>("tag");
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("blanks") << QByteArray(" a b ") << QByteArray("a b");
        QTest::newRow("control") << QByteArray("a\x7f"
                                               "b")
                                 << QByteArray("a b");
        QTest::newRow("nothing visible") << QByteArray("\x7f") << QByteArray();
    }
    void theHeaderOfATagIsALegalOne()
    {
        QFETCH(QByteArray, tag);
        QFETCH(QByteArray, header);
        subscribe("web", m_receiver->url());
        publish("hello", "<MessageTag>" + tag + "</MessageTag>");
        QVERIFY(m_receiver->waitFor(1));
        const ReceivedPush &push = m_receiver->pushes().front();
        QCOMPARE(push.header("x-mns-message-tag"), header);
        QCOMPARE(elementText(push.body, "MessageTag"), tag);
    }

    void anAttemptShowsWhatWasSent()
    {
        subscribe("web", m_receiver->url());
        publish("hello");
        QVERIFY(m_receiver->waitFor(1));
        QByteArray shown;
        for (const QJsonValue header : attempt(1).value("requestHeaders"_L1).toArray())
            shown += header["name"_L1].toString().toLatin1() + ": "
                + header["value"_L1].toString().toLatin1() + "\r\n";
        QCOMPARE(shown, m_receiver->pushes().front().head);
    }

    void aTargetQueueThatComesLaterGetsEverythingInOrder()
    {
        subscribe("q", "acs:mns:x:1:queues/late",
                  "<NotifyContentFormat>SIMPLIFIED</NotifyContentFormat>"
                  "<NotifyStrategy>EXPONENTIAL_DECAY_RETRY</NotifyStrategy>");
        publish("1");
        attempt(1);
        publish("2");
        attempt(2);
        QCOMPARE(m_client->call("PUT", "/queues/late").status, 201);
        advance(1000);
        QCOMPARE(elementText(received("late"), "MessageBody"), QByteArray("1"));
        QCOMPARE(elementText(received("late"), "MessageBody"), QByteArray("2"));
    }

    void aFifoQueueThatComesLaterGetsNothingWithoutAGroup()
    {
        subscribe("q", "acs:mns:x:1:queues/late",
                  "<NotifyContentFormat>SIMPLIFIED</NotifyContentFormat>");
        QCOMPARE(m_client->call("PUT", "/queues/late", "<Queue><QueueType>fifo</QueueType></Queue>")
                     .status,
                 201);
        publish("1");
        const QString error = attempt(1).value("error"_L1).toString();
        QVERIFY2(error.contains(u"MessageGroupId"_s), qPrintable(error));
        publish("2", "<MessageGroupId>g</MessageGroupId>");
        QCOMPARE(elementText(received("late"), "MessageBody"), QByteArray("2"));
    }

    void mailIsKeptInTheOutbox()
    {
        subscribe("mail", "mail:directmail:ops@example.com");
        publish("hello",
                "<MessageAttributes><DirectMail>{\"Subject\":\"Hi\"}</DirectMail>"
                "</MessageAttributes>");
        QCOMPARE(attempt(1).value("outcome"_L1).toString(), u"delivered"_s);
        const QList<QJsonObject> kept = outbox(1);
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept.first().value("body"_L1).toString(), u"hello"_s);
        QCOMPARE(systemProperty(kept.first(), u"DeliveryState"_s), u"kept"_s);
        QCOMPARE(
            kept.first().value("messageAttributes"_L1).toObject().value("DirectMail"_L1).toString(),
            uR"({"Subject":"Hi"})"_s);
        QVERIFY(!m_client->call("GET", "/queues").body.contains("outbox")); // hidden
    }

    void aTestPushIsSignedAndNotKept()
    {
        const QByteArray body = "{\"endpoint\":\"" + m_receiver->url("/try")
            + "\",\"notifyContentFormat\":\"SIMPLIFIED\"}";
        const QJsonObject tried = json(m_client->admin("POST", "/push-test", body));
        QCOMPARE(tried.value("status"_L1).toInt(), 204);
        const QByteArray certificate =
            m_client->exchange(ClientRequest::make("GET", "/notify-cert.pem")).body;
        QVERIFY(m_receiver->pushes().front().isSignedBy(certificate));
        QCOMPARE(m_receiver->pushes().front().body, QByteArray("A test push from Signalbox."));
        QVERIFY(attempts().isEmpty());
        QCOMPARE(m_client->admin("POST", "/push-test", "{\"endpoint\":\"nowhere\"}").status, 400);
        const QByteArray noWord = QByteArray(body).replace("\"SIMPLIFIED\"", "1");
        QCOMPARE(m_client->admin("POST", "/push-test", noWord).status, 400);
    }
};

QTEST_GUILESS_MAIN(TestPush)
#include "tst_push.moc"
