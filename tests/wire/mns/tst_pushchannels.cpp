// SPDX-License-Identifier: GPL-3.0-only
#include "mailserver.h"
#include "pushsuite.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <functional>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kTries = 4; // BACKOFF_RETRY: one and three more
constexpr qint64 kLongestPauseMs = 20'000;

QByteArray attributes(const QByteArray &name, const QByteArray &json)
{
    return "<MessageAttributes><" + name + '>' + json + "</" + name + "></MessageAttributes>";
}

/// The text of encoded words.
QString decoded(const QByteArray &field)
{
    QByteArray text;
    for (const QByteArray &word : field.split(' '))
        text += QByteArray::fromBase64(word.mid(10, word.size() - 12)); // =?UTF-8?B?…?=
    return QString::fromUtf8(text);
}

/// A mail server that says what a test wants it to. In the test's thread.
class ScriptedRelay : public QTcpServer
{
public:
    /// \a answer gives the reply to what a client said; nothing for silence.
    explicit ScriptedRelay(std::function<QByteArray(const QByteArray &said)> answer)
    {
        connect(this, &QTcpServer::newConnection, this, [this, answer] {
            QTcpSocket *client = nextPendingConnection();
            client->write("220 relay\r\n");
            connect(client, &QTcpSocket::readyRead, client,
                    [client, answer] { client->write(answer(client->readAll())); });
        });
        if (!listen(QHostAddress::LocalHost))
            qFatal("No port is free.");
    }
};

void useRelay(BrokerOptions &options, const ScriptedRelay &relay)
{
    MailRelay &mail = options.push.channels.mail;
    mail.url = u"smtp://127.0.0.1:%1"_s.arg(relay.serverPort());
    mail.starttls = MailRelay::Starttls::Off;
    mail.from = u"broker@example.com"_s;
}

} // namespace

/// Mail through a relay, SMS through a gateway, functions at URLs: what arrives there, and what
/// becomes of a message when they do not take it.
class TestPushChannels : public PushSuite
{
    Q_OBJECT

private:
    std::unique_ptr<MailServer> m_mails;

    /// A broker that sends its mail through a server of that kind.
    void startWithRelay(MailServer::Tls tls, const std::function<void(PushOptions &)> &change = {})
    {
        m_mails = std::make_unique<MailServer>(tls);
        startBroker([&](BrokerOptions &options) {
            options.push.verifyTls = false;
            MailRelay &relay = options.push.channels.mail;
            relay.url = m_mails->url();
            relay.from = u"broker@example.com"_s;
            relay.user = u"signalbox"_s;
            relay.password = u"mail secret"_s;
            if (change)
                change(options.push);
        });
    }
    void startWithGateway(const std::function<void(PushOptions &)> &change = {})
    {
        startBroker([&](BrokerOptions &options) {
            options.push.channels.sms.url = QString::fromLatin1(m_receiver->url("/sms"));
            if (change)
                change(options.push);
        });
    }
    void startWithFunction(const QString &name)
    {
        startBroker([&](BrokerOptions &options) {
            options.push.channels.functions = {
                {name, QString::fromLatin1(m_receiver->url("/bill?a=b"))}};
        });
    }
    void makeDeadLetterQueue() { QCOMPARE(m_client->call("PUT", "/queues/dead").status, 201); }
    /// The attempt after which nothing is tried any more.
    QJsonObject lastAttempt()
    {
        for (int number = 1; number < kTries; ++number) {
            attempt(number);
            advance(kLongestPauseMs);
        }
        return attempt(kTries);
    }

private slots:
    void initTestCase()
    {
        if (MailServer::python().isEmpty())
            QSKIP("Python's aiosmtpd is not installed.");
    }
    void cleanup()
    {
        PushSuite::cleanup();
        m_mails.reset();
    }

    void aMailArrivesOverStarttlsWithALogin()
    {
        startWithRelay(MailServer::Tls::Starttls);
        subscribe("mail", "mail:directmail:ops@example.com");
        const QByteArray id = publish(
            "账单已结算。",
            attributes("DirectMail",
                       R"({"AccountName":"billing@example.com","Subject":"结算","IsHtml":0})"));
        QVERIFY(m_mails->waitFor(1));
        const ReceivedMail &mail = m_mails->mails().front();
        QCOMPARE(mail.user, u"signalbox"_s);
        QCOMPARE(mail.from, u"broker@example.com"_s);
        QCOMPARE(mail.to, QStringList{u"ops@example.com"_s});
        QCOMPARE(mail.header("From"), QByteArray("billing@example.com"));
        QCOMPARE(mail.header("Sender"), QByteArray("broker@example.com"));
        QCOMPARE(mail.header("To"), QByteArray("ops@example.com"));
        QCOMPARE(decoded(mail.header("Subject")), u"结算"_s);
        QVERIFY(mail.header("Message-ID").startsWith('<' + id + '.'));
        QVERIFY(mail.header("Date").endsWith(" +0000"));
        QCOMPARE(mail.body(), QByteArray("账单已结算。"));
        const QList<QJsonObject> kept = outbox(1);
        QCOMPARE(kept.size(), 1);
        QCOMPARE(systemProperty(kept.first(), u"DeliveryState"_s), u"sent"_s);
        QCOMPARE(kept.first().value("body"_L1).toString(), u"账单已结算。"_s);
    }

    void aMailIsSeenAmongTheAttempts()
    {
        startWithRelay(MailServer::Tls::Starttls);
        subscribe("mail", "mail:directmail:ops@example.com");
        publish("hello");
        const QJsonObject sent = attempt(1);
        QCOMPARE(sent.value("outcome"_L1).toString(), u"delivered"_s);
        QCOMPARE(sent.value("status"_L1).toInt(), 250);
        QCOMPARE(sent.value("responseBody"_L1).toString(), u"250 OK kept"_s);
        QVERIFY(sent.value("requestBody"_L1).toString().contains(u"\r\nSubject: hello\r\n"_s));
        const QJsonArray envelope{
            QJsonObject{{u"name"_s, u"MAIL FROM"_s}, {u"value"_s, u"broker@example.com"_s}},
            QJsonObject{{u"name"_s, u"RCPT TO"_s}, {u"value"_s, u"ops@example.com"_s}}};
        QCOMPARE(sent.value("requestHeaders"_L1).toArray(), envelope);
        QVERIFY(sent.value("durationMs"_L1).toDouble() > 0);
        QCOMPARE(m_client->admin("POST", "/attempts/1/send-again").status, 400);
    }

    void aMailGoesToTheAddressesThatTheMessageNames()
    {
        startWithRelay(MailServer::Tls::Implicit);
        subscribe("mail", "smq-ep:dm:1:__dynamic");
        publish("&lt;b>hello&lt;/b>",
                attributes("DM", R"({"MailAddress":"a@example.com, b@example.com","IsHtml":1})"));
        QVERIFY(m_mails->waitFor(1));
        const ReceivedMail &mail = m_mails->mails().front();
        QCOMPARE(mail.to, (QStringList{u"a@example.com"_s, u"b@example.com"_s}));
        QCOMPARE(mail.header("To"), QByteArray("a@example.com, b@example.com"));
        QCOMPARE(mail.header("Content-Type"), QByteArray("text/html; charset=utf-8"));
        QCOMPARE(mail.body(), QByteArray("<b>hello</b>"));
    }

    void aMessageCannotAddHeaders()
    {
        startWithRelay(MailServer::Tls::Starttls);
        subscribe("mail", "smq-ep:dm:1:__dynamic");
        publish("hello",
                attributes("DM",
                           R"({"Subject":"Hi\r\nBcc: all@example.com\r\n\r\nBody",)"
                           R"("AccountName":"a@b.c\r\nX-Evil: 1",)"
                           R"("MailAddress":"ops@example.com"})"));
        QVERIFY(m_mails->waitFor(1));
        const ReceivedMail &mail = m_mails->mails().front();
        QCOMPARE(mail.to, QStringList{u"ops@example.com"_s});
        QVERIFY(mail.header("Bcc").isNull());
        QVERIFY(mail.header("X-Evil").isNull());
        QCOMPARE(mail.header("From"), QByteArray("broker@example.com"));
        QCOMPARE(mail.body(), QByteArray("hello"));
    }

    void aRelayWithoutALoginThatIsKnownHereTookNothing()
    {
        const ScriptedRelay relay([](const QByteArray &said) -> QByteArray {
            return said.startsWith("EHLO") ? "250-relay\r\n250-AUTH XOAUTH2\r\n250 8BITMIME\r\n"
                                           : "221 bye\r\n";
        });
        startBroker([&](BrokerOptions &options) {
            useRelay(options, relay);
            options.push.channels.mail.user = u"signalbox"_s;
            options.push.channels.mail.password = u"secret"_s;
        });
        subscribe("mail", "mail:directmail:ops@example.com");
        publish("hello");
        const QJsonObject first = attempt(1);
        QCOMPARE(first.value("outcome"_L1).toString(), u"failed"_s);
        const QString error = first.value("error"_L1).toString();
        QVERIFY2(error.contains(u"offers no login that is known here"_s), qPrintable(error));
        QCOMPARE(waiting(), 1); // it is tried again
    }

    void aRelayThatFallsSilentHoldsUpNobodyElse()
    {
        int mails = 0;
        const ScriptedRelay relay([&mails](const QByteArray &said) -> QByteArray {
            mails += int(said.endsWith("\r\n.\r\n"));
            if (said.startsWith("DATA"))
                return "354 go on\r\n";
            return mails > 0 ? QByteArray() : QByteArray("250 ok\r\n");
        });
        startBroker([&](BrokerOptions &options) {
            useRelay(options, relay);
            options.push.timeout = 10min;
        });
        subscribe("mail", "mail:directmail:ops@example.com");
        publish("hello");
        QTRY_COMPARE(mails, 1);
        QCOMPARE(m_client->call("DELETE", "/topics/news/subscriptions/mail").status, 204);
        subscribe("web", m_receiver->url());
        publish("hello");
        QVERIFY(m_receiver->waitFor(1));
    }

    void aRelayThatFallsSilentIsGivenUpInTime()
    {
        const ScriptedRelay relay([](const QByteArray &said) -> QByteArray {
            if (said.startsWith("DATA"))
                return "354 go on\r\n";
            return said.endsWith("\r\n.\r\n") ? QByteArray() : QByteArray("250 ok\r\n");
        });
        startBroker([&](BrokerOptions &options) {
            useRelay(options, relay);
            options.push.timeout = 1s;
        });
        subscribe("mail", "mail:directmail:ops@example.com");
        publish("hello");
        const QJsonObject first = attempt(1);
        QCOMPARE(first.value("outcome"_L1).toString(), u"failed"_s);
        QVERIFY(first.value("error"_L1).toString().contains(u"did not answer in time"_s));
    }

    void aMailThatIsNotTakenIsTriedAgainAndThenKeptAsFailed()
    {
        startWithRelay(MailServer::Tls::Starttls,
                       [](PushOptions &push) { push.channels.mail.password = u"a wrong one"_s; });
        subscribe("mail", "mail:directmail:ops@example.com");
        publish("hello");
        const QJsonObject first = attempt(1);
        QCOMPARE(first.value("outcome"_L1).toString(), u"failed"_s);
        QCOMPARE(first.value("status"_L1).toInt(), 535);
        QVERIFY(first.value("error"_L1).toString().contains(u"refused the login: 535"_s));
        QCOMPARE(outbox(0).size(), 0);
        QCOMPARE(lastAttempt().value("outcome"_L1).toString(), u"dropped"_s);
        const QList<QJsonObject> kept = outbox(1);
        QCOMPARE(kept.size(), 1);
        QCOMPARE(systemProperty(kept.first(), u"DeliveryState"_s), u"failed"_s);
        QVERIFY(systemProperty(kept.first(), u"DeliveryError"_s).contains(u"535"_s));
        QTRY_COMPARE(waiting(), 0);
        const QByteArray shown =
            m_client->admin("GET", "/attempts").body + m_client->admin("GET", "/outbox").body;
        QVERIFY(!shown.contains("a wrong one"));
        QVERIFY(!shown.contains(QByteArray("a wrong one").toBase64()));
    }

    void aMailThatIsNotTakenGoesToTheDeadLetterQueue()
    {
        startWithRelay(MailServer::Tls::Starttls);
        makeDeadLetterQueue();
        subscribe("mail", "mail:directmail:refused@example.com", kDeadLetters);
        publish("hello");
        const QJsonObject last = lastAttempt();
        QCOMPARE(last.value("outcome"_L1).toString(), u"deadLettered"_s);
        QVERIFY(last.value("error"_L1).toString().contains(u"refused the mail: 550 5.1.1"_s));
        QCOMPARE(elementText(received("dead"), "MessageBody"), QByteArray("hello"));
        const QList<QJsonObject> kept = outbox(1);
        QCOMPARE(kept.size(), 1);
        QCOMPARE(systemProperty(kept.first(), u"DeliveryState"_s), u"failed"_s);
        QVERIFY(m_mails->mails().empty());
    }

    void aMessageForNobodyFailsAtOnce_data()
    {
        QTest::addColumn<QByteArray>("elements");
        QTest::addColumn<QString>("error");
        QTest::newRow("nobody named") << QByteArray() << u"names no mail address"_s;
        QTest::newRow("no address") << attributes("DM", R"({"MailAddress":"ops at home"})")
                                    << u"\"ops at home\" is not a mail address"_s;
        QTest::newRow("one that is no address")
            << attributes("DM", R"({"MailAddress":"ops@example.com, nobody"})")
            << u"\"nobody\" is not a mail address"_s;
        QTest::newRow("a command")
            << attributes("DM", R"({"MailAddress":"ops@example.com,x@y.z>\r\nRCPT TO:&lt;q@y.z"})")
            << u"is not a mail address"_s;
    }
    void aMessageForNobodyFailsAtOnce()
    {
        QFETCH(QByteArray, elements);
        QFETCH(QString, error);
        startWithRelay(MailServer::Tls::Starttls);
        subscribe("mail", "smq-ep:dm:1:__dynamic");
        publish("hello", elements);
        QCOMPARE(attempt(1).value("outcome"_L1).toString(), u"dropped"_s);
        QVERIFY(attempt(1).value("error"_L1).toString().contains(error));
        QVERIFY(m_mails->mails().empty());
        const QList<QJsonObject> kept = outbox(1);
        QCOMPARE(kept.size(), 1);
        QCOMPARE(systemProperty(kept.first(), u"DeliveryState"_s), u"failed"_s);
    }

    void aRelayThatNobodyVouchesForGetsNothing()
    {
        startWithRelay(MailServer::Tls::Starttls, [](PushOptions &push) { push.verifyTls = true; });
        subscribe("mail", "mail:directmail:ops@example.com");
        publish("hello");
        QVERIFY(attempt(1).value("error"_L1).toString().contains(u"is not trusted"_s));
        QVERIFY(m_mails->mails().empty());
    }

    void aRelayIsTrustedThatAGivenAuthorityVouchesFor()
    {
        startWithRelay(MailServer::Tls::Starttls, [this](PushOptions &push) {
            push.verifyTls = true;
            push.caFile = m_mails->certificateFile();
        });
        subscribe("mail", "mail:directmail:ops@example.com");
        publish("hello");
        QVERIFY(m_mails->waitFor(1));
    }

    void aRelayWithoutEncryptionGetsNothingUnlessAllowed()
    {
        startWithRelay(MailServer::Tls::None);
        subscribe("mail", "mail:directmail:ops@example.com");
        publish("hello");
        QVERIFY(attempt(1).value("error"_L1).toString().contains(u"does not offer STARTTLS"_s));
        startWithRelay(MailServer::Tls::None, [](PushOptions &push) {
            push.channels.mail.starttls = MailRelay::Starttls::Optional;
            push.channels.mail.user.clear();
            push.channels.mail.password.clear();
        });
        subscribe("mail", "mail:directmail:ops@example.com");
        publish(".hello\n.");
        QVERIFY(m_mails->waitFor(1));
        QCOMPARE(m_mails->mails().front().body(), QByteArray(".hello\n."));
    }

    void aRelayThatSaysNothingFailsInTime()
    {
        m_receiver->behave(PushReceiver::Manner::Hang);
        startBroker([this](BrokerOptions &options) {
            options.push.timeout = 200ms;
            MailRelay &relay = options.push.channels.mail;
            relay.url = u"smtp://127.0.0.1:%1"_s.arg(m_receiver->port());
            relay.from = u"broker@example.com"_s;
        });
        subscribe("mail", "mail:directmail:ops@example.com");
        publish("hello");
        const QJsonObject failed = attempt(1);
        QVERIFY(failed.value("error"_L1).toString().contains(u"did not answer in time"_s));
        QCOMPARE(failed.value("status"_L1).toInt(), 0);
        QCOMPARE(failed.value("outcome"_L1).toString(), u"failed"_s);
    }

    void anSmsIsOneRequestToTheGateway()
    {
        startWithGateway([](PushOptions &push) {
            push.channels.sms.authorization = u"Bearer hush"_s;
            push.channels.sms.body =
                uR"({"to":"{phone}","text":"{text}","sign":"{sign}","t":"{template}","p":"{params}"})"_s;
        });
        subscribe("sms", "sms:directsms:anonymous");
        publish("Say &quot;hi&quot; {phone}",
                attributes("DirectSMS",
                           "{\"FreeSignName\":\"信号\",\"TemplateCode\":\"SMS_1\","
                           "\"Type\":\"singleContent\",\"Receiver\":\"13900000001,13900000002\","
                           "\"SmsParams\":\"{\\\"n\\\":\\\"1\\\"}\"}"));
        QVERIFY(m_receiver->waitFor(1));
        const ReceivedPush &push = m_receiver->pushes().front();
        QCOMPARE(push.requestLine, QByteArray("POST /sms HTTP/1.1"));
        QCOMPARE(push.header("Content-Type"), QByteArray("application/json; charset=utf-8"));
        QCOMPARE(push.header("Authorization"), QByteArray("Bearer hush"));
        const QJsonObject body{{u"to"_s, u"13900000001,13900000002"_s},
                               {u"text"_s, u"Say \"hi\" {phone}"_s},
                               {u"sign"_s, u"信号"_s},
                               {u"t"_s, u"SMS_1"_s},
                               {u"p"_s, uR"({"n":"1"})"_s}};
        QCOMPARE(QJsonDocument::fromJson(push.body).object(), body);
        const QList<QJsonObject> kept = outbox(1);
        QCOMPARE(kept.size(), 1);
        QCOMPARE(systemProperty(kept.first(), u"DeliveryState"_s), u"sent"_s);
        QCOMPARE(attempt(1).value("requestBody"_L1).toString(), QString::fromUtf8(push.body));
        QVERIFY(!m_client->admin("GET", "/attempts").body.contains("hush"));
    }

    void anSmsIsTriedAgainAndKeptOnce()
    {
        m_receiver->behave(PushReceiver::Manner::Answer, 503);
        startWithGateway();
        subscribe("sms", "smq-ep:dysms:1:+8613900000001");
        publish("hello");
        QCOMPARE(attempt(1).value("status"_L1).toInt(), 503);
        QCOMPARE(attempt(1).value("outcome"_L1).toString(), u"failed"_s);
        m_receiver->behave(PushReceiver::Manner::Answer, 200);
        advance(kLongestPauseMs);
        QCOMPARE(attempt(2).value("outcome"_L1).toString(), u"delivered"_s);
        QCOMPARE(m_receiver->pushes().back().body,
                 QByteArray(R"({"phone":"+8613900000001","text":"hello"})"));
        QTRY_COMPARE(waiting(), 0);
        QCOMPARE(outbox(1).size(), 1);
    }

    void anSmsThatIsNotTakenGoesToTheDeadLetterQueue()
    {
        m_receiver->behave(PushReceiver::Manner::Close);
        startWithGateway();
        makeDeadLetterQueue();
        subscribe("sms", "sms:dayu:13900000001", kDeadLetters);
        publish("hello");
        QCOMPARE(lastAttempt().value("outcome"_L1).toString(), u"deadLettered"_s);
        QCOMPARE(elementText(received("dead"), "MessageBody"), QByteArray("hello"));
        QCOMPARE(systemProperty(outbox(1).first(), u"DeliveryState"_s), u"failed"_s);
    }

    void theGatewaysUrlIsNotShown()
    {
        m_receiver->behave(PushReceiver::Manner::Hang);
        startWithGateway([this](PushOptions &push) {
            push.timeout = 200ms;
            push.channels.sms.url = QString::fromLatin1(m_receiver->url("/sms?token=hush"));
        });
        subscribe("sms", "sms:directsms:13900000001");
        publish("hello");
        const QString error = attempt(1).value("error"_L1).toString();
        QVERIFY2(error.contains(u"did not answer in time"_s), qPrintable(error));
        QVERIFY2(!error.contains(u"hush"_s), qPrintable(error));
    }

    void noAddressRuleHoldsForWhatTheOperatorChose()
    {
        startWithGateway(
            [](PushOptions &push) { push.deniedSubnets = QStringList{u"127.0.0.0/8"_s}; });
        subscribe("sms", "sms:directsms:13900000001");
        publish("hello");
        QVERIFY(m_receiver->waitFor(1));
    }

    void theConnectionOfATrustedCallIsNoWayAroundTheRules()
    {
        startBroker([this](BrokerOptions &options) {
            options.push.deniedSubnets = QStringList{u"127.0.0.0/8"_s};
            options.push.channels.functions = {
                {u"billing/settle"_s, QString::fromLatin1(m_receiver->url())}};
        });
        subscribe("f", "acs:fc:cn-hangzhou:1:services/billing/functions/settle");
        publish("hello");
        QVERIFY(m_receiver->waitFor(1));
        attempt(1);
        subscribe("web", m_receiver->url());
        publish("hello");
        attempt(3);
        const QList<QJsonObject> failed = attempts("?failed=true");
        QCOMPARE(failed.size(), 1);
        QVERIFY(failed.first().value("error"_L1).toString().contains(u"not allowed"_s));
        QCOMPARE(m_receiver->pushes().size(), 2U);
    }

    void aFunctionIsPushedToItsUrl_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("by name") << u"billing/settle"_s;
        QTest::newRow("by endpoint") << u"acs:fc:cn-hangzhou:1:services/billing/functions/settle"_s;
    }
    void aFunctionIsPushedToItsUrl()
    {
        QFETCH(QString, name);
        startWithFunction(name);
        subscribe("f", "acs:fc:cn-hangzhou:1:services/billing/functions/settle",
                  "<NotifyContentFormat>SIMPLIFIED</NotifyContentFormat>");
        publish("hello");
        QVERIFY(m_receiver->waitFor(1));
        const ReceivedPush push = m_receiver->pushes().front();
        QCOMPARE(push.requestLine, QByteArray("POST /bill?a=b HTTP/1.1"));
        QCOMPARE(push.body, QByteArray("hello"));
        QVERIFY(push.isSignedBy(
            m_client->exchange(ClientRequest::make("GET", "/notify-cert.pem")).body));
        QCOMPARE(attempt(1).value("outcome"_L1).toString(), u"delivered"_s);
        QTRY_COMPARE(waiting(), 0);
        QCOMPARE(outbox(0).size(), 0);
        const QJsonObject again = json(m_client->admin("POST", "/attempts/1/send-again"));
        QCOMPARE(again.value("outcome"_L1).toString(), u"delivered"_s);
        QCOMPARE(m_receiver->pushes().back().requestLine, push.requestLine);
    }

    void aFunctionThatFailsIsTriedAgainAndDeadLettered()
    {
        m_receiver->behave(PushReceiver::Manner::Answer, 500);
        startWithFunction(u"billing/settle"_s);
        makeDeadLetterQueue();
        subscribe("f", "acs:fc:cn-hangzhou:1:services/billing/functions/settle", kDeadLetters);
        publish("hello");
        QCOMPARE(lastAttempt().value("outcome"_L1).toString(), u"deadLettered"_s);
        QCOMPARE(m_receiver->pushes().size(), std::size_t(kTries));
        QCOMPARE(elementText(received("dead"), "MessageBody"), QByteArray("hello"));
    }

    void withoutARelayWhatNamesNobodyFailed_data()
    {
        QTest::addColumn<QByteArray>("endpoint");
        QTest::addColumn<QString>("words");
        QTest::newRow("mail") << QByteArray("smq-ep:dm:1:__dynamic") << u"no mail address"_s;
        QTest::newRow("SMS") << QByteArray("sms:directsms:anonymous") << u"no phone number"_s;
    }
    void withoutARelayWhatNamesNobodyFailed()
    {
        QFETCH(QByteArray, endpoint);
        QFETCH(QString, words);
        subscribe("s", endpoint);
        publish("hello");
        const QList<QJsonObject> kept = outbox(1);
        QCOMPARE(kept.size(), 1);
        QCOMPARE(systemProperty(kept.first(), u"DeliveryState"_s), u"failed"_s);
        const QJsonObject only = attempt(1);
        QCOMPARE(only.value("outcome"_L1).toString(), u"dropped"_s);
        QVERIFY(only.value("error"_L1).toString().contains(words));
        QTRY_COMPARE(waiting(), 0);
    }

    void aMailThatWaitedForADayIsKeptAsFailed_data()
    {
        QTest::addColumn<QByteArray>("elements");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("dropped") << QByteArray() << u"dropped"_s;
        QTest::newRow("dead letter") << kDeadLetters << u"deadLettered"_s;
    }
    void aMailThatWaitedForADayIsKeptAsFailed()
    {
        QFETCH(QByteArray, elements);
        QFETCH(QString, outcome);
        makeDeadLetterQueue();
        subscribe("mail", "mail:directmail:ops@example.com", elements);
        const QByteArray path = "/topics/news/subscriptions/mail";
        QCOMPARE(m_client->admin("POST", path + "/pause").status, 200);
        publish("hello");
        advance(25 * 3'600'000);
        QCOMPARE(attempt(1).value("outcome"_L1).toString(), outcome);
        const QList<QJsonObject> kept = outbox(1);
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept.first().value("body"_L1).toString(), u"hello"_s);
        QCOMPARE(systemProperty(kept.first(), u"DeliveryState"_s), u"failed"_s);
        QVERIFY(systemProperty(kept.first(), u"DeliveryError"_s).contains(u"24 hours"_s));
        QTRY_COMPARE(waiting(), 0);
        if (!elements.isEmpty())
            QCOMPARE(elementText(received("dead"), "MessageBody"), QByteArray("hello"));
    }

    void aFunctionWithoutAUrlIsKept()
    {
        startWithFunction(u"billing/other"_s);
        subscribe("f", "acs:fc:cn-hangzhou:1:services/billing/functions/settle");
        publish("hello");
        const QList<QJsonObject> kept = outbox(1);
        QCOMPARE(kept.size(), 1);
        QCOMPARE(systemProperty(kept.first(), u"DeliveryState"_s), u"kept"_s);
        QVERIFY(m_receiver->pushes().empty());
    }
};

QTEST_GUILESS_MAIN(TestPushChannels)
#include "tst_pushchannels.moc"
