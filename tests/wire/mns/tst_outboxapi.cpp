// SPDX-License-Identifier: GPL-3.0-only
#include "mailserver.h"
#include "pushsuite.h"

#include <QJsonArray>
#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace Qt::StringLiterals;

/// What can be done with what is in the outbox.
class TestOutboxApi : public PushSuite
{
    Q_OBJECT

private:
    QByteArray keptId()
    {
        const QList<QJsonObject> kept = outbox(1);
        return kept.isEmpty() ? QByteArray()
                              : kept.first().value("messageId"_L1).toString().toLatin1();
    }
    RawReply send(const QByteArray &id)
    {
        return m_client->admin("POST", "/outbox/" + id + "/send");
    }
    void startWithGateway()
    {
        startBroker([this](BrokerOptions &options) {
            options.push.channels.sms.url = QString::fromLatin1(m_receiver->url("/sms"));
        });
    }

private slots:
    void whatWasDeletedIsInTheTrashAndComesBack()
    {
        subscribe("sms", "sms:directsms:13800000000");
        publish("one");
        publish("two");
        const QList<QJsonObject> both = outbox(2);
        const QByteArray id = both.first().value("messageId"_L1).toString().toLatin1();
        const QByteArray body = "{\"messageIds\":[\"" + id + "\"]}";
        const QJsonObject entry = json(m_client->admin("POST", "/outbox/delete", body));
        QCOMPARE(entry.value("messages"_L1).toInt(), 1);
        QCOMPARE(outbox(1).size(), 1);
        QCOMPARE(m_client->admin("POST", "/outbox/delete", body).status, 404);

        const QByteArray number = QByteArray::number(entry.value("id"_L1).toInteger());
        QCOMPARE(
            m_client->admin("POST", "/trash/" + number + "/restore", R"({"name":"kept"})").status,
            400); // nobody would find it there
        QCOMPARE(m_client->admin("POST", "/trash/" + number + "/restore").status, 200);
        QTRY_COMPARE(outbox(2), both);
        QVERIFY(!m_client->call("GET", "/queues").body.contains("outbox")); // hidden still
        QVERIFY(!m_client->admin("GET", "/queues").body.contains("outbox"));
    }

    void aSearchFindsSubjectsAndRecipients_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("subscription");
        QTest::newRow("subject") << QByteArray("INVOICE") << u"mail"_s;
        QTest::newRow("subject of another script")
            << QByteArray("账单").toPercentEncoding() << u"mail"_s;
        QTest::newRow("addresses") << QByteArray("b@example.com") << u"mail"_s;
        QTest::newRow("number") << QByteArray("13900000002") << u"sms"_s;
        QTest::newRow("address of the endpoint") << QByteArray("ops@example.com") << u"ops"_s;
    }
    void aSearchFindsSubjectsAndRecipients()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, subscription);
        subscribe("mail", "smq-ep:dm:1:__dynamic", "<FilterTag>mail</FilterTag>");
        subscribe("ops", "mail:directmail:ops@example.com", "<FilterTag>ops</FilterTag>");
        subscribe("sms", "sms:directsms:anonymous", "<FilterTag>sms</FilterTag>");
        publish("hello",
                "<MessageTag>mail</MessageTag><MessageAttributes><DM>{\"Subject\":\"Invoice "
                "\\u8d26\\u5355\",\"MailAddress\":\"a@example.com,b@example.com\"}</DM>"
                "</MessageAttributes>");
        publish("hello", "<MessageTag>ops</MessageTag>");
        publish("hello",
                "<MessageTag>sms</MessageTag><MessageAttributes><DirectSMS>{\"Type\":"
                "\"multiContent\",\"SmsParams\":\"{\\\"13900000002\\\":{}}\"}</DirectSMS>"
                "</MessageAttributes>");
        QCOMPARE(outbox(3).size(), 3);
        const QJsonArray found =
            json(m_client->admin("GET", "/outbox?search=" + text)).value("messages"_L1).toArray();
        QCOMPARE(found.size(), 1);
        QCOMPARE(systemProperty(found.first().toObject(), u"Subscription"_s), subscription);
    }

    void withoutARelayNothingIsSent()
    {
        subscribe("mail", "mail:directmail:ops@example.com");
        subscribe("sms", "sms:directsms:13800000000");
        subscribe("bus", "acs:eventbridge:cn-hangzhou:1:eventbus/orders");
        publish("hello");
        QStringList refusals;
        for (const QJsonObject &kept : outbox(3)) {
            const RawReply reply = send(kept.value("messageId"_L1).toString().toLatin1());
            refusals += u"%1 %2"_s.arg(reply.status).arg(systemProperty(kept, u"Subscription"_s));
        }
        refusals.sort();
        QCOMPARE(refusals, QStringList({u"400 bus"_s, u"409 mail"_s, u"409 sms"_s}));
        QCOMPARE(send("5F290C926D472878-2-14D9529A8FA-200000001").status, 404);
        QCOMPARE(attempts("?limit=10").size(), 3); // of the publish, no more
    }

    void anSmsThatFailedIsSentByHand()
    {
        m_receiver->behave(PushReceiver::Manner::Answer, 500);
        startWithGateway();
        subscribe("sms", "sms:directsms:13800000000",
                  "<NotifyStrategy>BACKOFF_RETRY</NotifyStrategy>");
        publish("hello");
        for (int number = 1; number <= 4; ++number) {
            attempt(number);
            advance(60'000);
        }
        const QByteArray id = keptId();
        QCOMPARE(systemProperty(outbox(1).first(), u"DeliveryState"_s), u"failed"_s);

        const QJsonObject failed = json(send(id));
        QCOMPARE(failed.value("outcome"_L1).toString(), u"failed"_s);
        QCOMPARE(failed.value("status"_L1).toInt(), 500);
        m_receiver->behave(PushReceiver::Manner::Answer, 200);
        const std::size_t before = m_receiver->pushes().size();
        const QJsonObject sent = json(send(id));
        QCOMPARE(sent.value("outcome"_L1).toString(), u"delivered"_s);
        QVERIFY(sent.value("manual"_L1).toBool());
        QCOMPARE(sent.value("subscription"_L1).toString(), u"sms"_s);
        QCOMPARE(m_receiver->pushes().size(), before + 1);
        QVERIFY(m_receiver->pushes().back().body.contains("13800000000"));

        const QJsonObject kept = outbox(1).first();
        QCOMPARE(kept.value("messageId"_L1).toString().toLatin1(), id); // the same, told anew
        QCOMPARE(systemProperty(kept, u"DeliveryState"_s), u"sent"_s);
        QVERIFY(systemProperty(kept, u"DeliveryError"_s).isNull());
        QCOMPARE(systemProperty(kept, u"Topic"_s), u"news"_s);
        QCOMPARE(attempts("?limit=1").first(), sent);
    }

    void aMailIsSentByHandOnceThereIsARelay()
    {
        if (MailServer::python().isEmpty())
            QSKIP("python3-aiosmtpd is not installed.");
        MailServer mails;
        bool hasRelay = false;
        // The same data, first without and then with a relay.
        QTemporaryDir data;
        const auto configure = [&](BrokerOptions &options) {
            options.dataDirectory = data.filePath(u"data"_s);
            options.push.verifyTls = false;
            options.push.channels.mail.url = hasRelay ? mails.url() : QString();
            options.push.channels.mail.from = u"broker@example.com"_s;
            options.push.channels.mail.user = u"signalbox"_s;
            options.push.channels.mail.password = u"mail secret"_s;
        };
        startBroker(configure);
        subscribe("mail", "mail:directmail:ops@example.com");
        publish("hello",
                "<MessageAttributes><DirectMail>{\"Subject\":\"It works\"}</DirectMail>"
                "</MessageAttributes>");
        const QByteArray id = keptId();
        m_client.reset();
        m_broker.reset();
        hasRelay = true;
        m_broker = std::make_unique<RunningBroker>(configure);
        m_client = std::make_unique<SignedClient>(m_broker->port());

        QCOMPARE(json(m_client->admin("GET", "/status")).value("mailRelay"_L1).toString(),
                 mails.url());
        QCOMPARE(json(send(id)).value("outcome"_L1).toString(), u"delivered"_s);
        QVERIFY(mails.waitFor(1));
        QCOMPARE(mails.mails().front().to, QStringList{u"ops@example.com"_s});
        QCOMPARE(mails.mails().front().header("Subject"), QByteArray("It works"));
        QCOMPARE(systemProperty(outbox(1).first(), u"DeliveryState"_s), u"sent"_s);
    }
};

QTEST_GUILESS_MAIN(TestOutboxApi)
#include "tst_outboxapi.moc"
