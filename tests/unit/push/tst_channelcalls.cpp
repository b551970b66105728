// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/channelattributes.h"
#include "push/channelcall.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;

namespace {

ChannelMessage sms(const QString &phone, const QByteArray &text, const QString &json = {})
{
    ChannelMessage message;
    message.endpoint = {PushChannel::Sms, phone};
    message.body = text;
    if (!json.isEmpty())
        message.attributes = {{u"DirectSMS"_s, json}};
    return message;
}

ChannelMessage mail(const QString &addresses)
{
    ChannelMessage message;
    message.endpoint = {PushChannel::Mail, {}};
    message.attributes = {{u"DM"_s, u"{\"MailAddress\":\"%1\"}"_s.arg(addresses)}};
    message.body = "hello";
    message.id = "ID.1";
    return message;
}

MailRelay relay()
{
    MailRelay relay;
    relay.url = u"smtp://mail.lan:587"_s;
    relay.from = u"box@mail.lan"_s;
    return relay;
}

SmsGateway gateway(const QString &contentType, const QString &body)
{
    SmsGateway gateway;
    gateway.url = u"https://sms.lan/send"_s;
    gateway.contentType = contentType;
    gateway.body = body;
    return gateway;
}

} // namespace

/// What a relay and a gateway are asked, to the byte.
class TestChannelCalls : public QObject
{
    Q_OBJECT

private slots:
    void valuesAreEscapedAsTheContentTypeAsks_data()
    {
        QTest::addColumn<QString>("contentType");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("JSON") << u"application/json; charset=utf-8"_s
                              << QByteArray("[a\\\"b\\n&<é 1+{phone}]");
        QTest::newRow("a kind of JSON")
            << u"application/vnd.sms+JSON"_s << QByteArray("[a\\\"b\\n&<é 1+{phone}]");
        QTest::newRow("form") << u"application/x-www-form-urlencoded"_s
                              << QByteArray("[a%22b%0A%26%3C%C3%A9%201%2B%7Bphone%7D]");
        QTest::newRow("XML") << u"text/xml"_s << QByteArray("[a&quot;b\n&amp;&lt;é 1+{phone}]");
        QTest::newRow("text") << u"text/plain"_s << QByteArray("[a\"b\n&<é 1+{phone}]");
    }
    void valuesAreEscapedAsTheContentTypeAsks()
    {
        QFETCH(QString, contentType);
        QFETCH(QByteArray, body);
        const Result<PushCall> call =
            makeSmsCall(gateway(contentType, u"[{text}]"_s), sms(u"123"_s, "a\"b\n&<é 1+{phone}"));
        QVERIFY(call.ok());
        QCOMPARE(call->body, body);
        QCOMPARE(call->headers.first().second, contentType.toLatin1());
    }

    void anUnknownPlaceholderStays()
    {
        const Result<PushCall> call = makeSmsCall(
            gateway(u"text/plain"_s, u"{\"a\":{\"to\":{phone}}} {name}"_s), sms(u"123"_s, "x"));
        QVERIFY(call.ok());
        QCOMPARE(call->body, QByteArray("{\"a\":{\"to\":123}} {name}"));
    }

    void theUrlOfAGetHoldsTheMessage()
    {
        SmsGateway asUrl = gateway({}, {});
        asUrl.method = u"GET"_s;
        asUrl.url = u"https://sms.lan/?to={phone}&text={text}"_s;
        const Result<PushCall> call = makeSmsCall(asUrl, sms(u"+86123"_s, "a&b=ü%41"));
        QVERIFY(call.ok());
        QCOMPARE(call->url, QByteArray("https://sms.lan/?to=%2B86123&text=a%26b%3D%C3%BC%2541"));
        QVERIFY(call->body.isEmpty());
        QCOMPARE(call->method, QByteArray("GET"));
    }

    void numbersComeFromTheEndpointOrTheMessage_data()
    {
        QTest::addColumn<QString>("phone");
        QTest::addColumn<QString>("json");
        QTest::addColumn<QByteArray>("to"); // null: refused
        QTest::newRow("endpoint") << u"123"_s << uR"({"Receiver":"456"})"_s << QByteArray("123");
        QTest::newRow("several") << QString() << uR"({"Receiver":"123, 456,"})"_s
                                 << QByteArray("123,456");
        QTest::newRow("one is none")
            << QString() << uR"({"Receiver":"+456,12a"})"_s << QByteArray();
        QTest::newRow("multiContent")
            << QString() << u"{\"Type\":\"multiContent\",\"SmsParams\":\"{\\\"123\\\":{}}\"}"_s
            << QByteArray("123");
        QTest::newRow("nobody") << QString() << u"{}"_s << QByteArray();
        QTest::newRow("no number") << QString() << uR"({"Receiver":"me"})"_s << QByteArray();
    }
    void numbersComeFromTheEndpointOrTheMessage()
    {
        QFETCH(QString, phone);
        QFETCH(QString, json);
        QFETCH(QByteArray, to);
        const Result<PushCall> call =
            makeSmsCall(gateway(u"text/plain"_s, u"{phone}"_s), sms(phone, "x", json));
        QCOMPARE(call.ok(), !to.isNull());
        if (call)
            QCOMPARE(call->body, to);
        else
            QVERIFY(call.error().message.contains(u"phone number"_s));
    }

    void eachKindOfEndpointHasItsOwnAttributes_data()
    {
        QTest::addColumn<QString>("endpoint");
        QTest::addColumn<QStringList>("names"); // of the attributes that the message has
        QTest::addColumn<QString>("used");
        const QStringList mail{u"DirectMail"_s, u"DM"_s};
        const QStringList sms{u"DirectSMS"_s, u"DYSMS"_s};
        QTest::newRow("classic mail") << u"mail:directmail:a@b.c"_s << mail << u"DirectMail"_s;
        QTest::newRow("recent mail") << u"smq-ep:dm:1:a@b.c"_s << mail << u"DM"_s;
        QTest::newRow("classic SMS") << u"sms:directsms:123"_s << sms << u"DirectSMS"_s;
        QTest::newRow("recent SMS") << u"smq-ep:dysms:1:123"_s << sms << u"DYSMS"_s;
        QTest::newRow("the other kind")
            << u"smq-ep:dm:1:a@b.c"_s << QStringList{u"DirectMail"_s} << u"DirectMail"_s;
        QTest::newRow("the other channel")
            << u"smq-ep:dm:1:a@b.c"_s << QStringList{u"DYSMS"_s} << QString();
    }
    void eachKindOfEndpointHasItsOwnAttributes()
    {
        QFETCH(QString, endpoint);
        QFETCH(QStringList, names);
        QFETCH(QString, used);
        QList<MessageAttribute> attributes;
        for (const QString &name : names)
            attributes.append({name, u"{\"Subject\":\"%1\"}"_s.arg(name)});
        const QJsonObject object = channelAttributes(*parsePushEndpoint(endpoint), attributes);
        QCOMPARE(object.value("Subject"_L1).toString(), used);
    }

    void theAuthorizationIsSentAndNotShown()
    {
        SmsGateway withKey = gateway(u"text/plain"_s, u"x"_s);
        withKey.authorization = u"Bearer hush"_s;
        const Result<PushCall> call = makeSmsCall(withKey, sms(u"123"_s, "x"));
        QVERIFY(call.ok());
        QCOMPARE(call->authorization, QByteArray("Bearer hush"));
        const PushCall shown = call->withoutSecrets();
        QVERIFY(shown.authorization.isEmpty());
        QCOMPARE(shown.headers.last().second, QByteArray("***"));
    }

    void aMailGoesToEachAddress()
    {
        const Result<PushCall> call =
            makeMailCall(relay(), mail(u"a@b.c, d@e.f"_s), 1'748'949'828'000);
        QVERIFY(call.ok());
        QCOMPARE(call->headers,
                 (HeaderList{{kMailFrom, QByteArray("box@mail.lan")},
                             {kMailTo, QByteArray("a@b.c")},
                             {kMailTo, QByteArray("d@e.f")}}));
        QCOMPARE(call->body,
                 QByteArray("From: box@mail.lan\r\nTo: a@b.c,\r\n d@e.f\r\nSubject: hello\r\n"
                            "Date: Tue, 03 Jun 2025 11:23:48 +0000\r\n"
                            "Message-ID: <ID.1@mail.lan>\r\nMIME-Version: 1.0\r\n"
                            "Content-Type: text/plain; charset=utf-8\r\n"
                            "Content-Transfer-Encoding: base64\r\n\r\naGVsbG8=\r\n"));
    }

    void aMailWithOneAddressThatIsNoneGoesToNobody_data()
    {
        QTest::addColumn<QString>("addresses");
        QTest::addColumn<QString>("wrong");
        QTest::newRow("a space") << u"a@b.c,d e@f.g"_s << u"d e@f.g"_s;
        QTest::newRow("a pair of brackets") << u"<h@i.j>,a@b.c"_s << u"<h@i.j>"_s;
    }
    void aMailWithOneAddressThatIsNoneGoesToNobody()
    {
        QFETCH(QString, addresses);
        QFETCH(QString, wrong);
        const Result<PushCall> call = makeMailCall(relay(), mail(addresses), 1);
        QVERIFY(!call);
        QCOMPARE(call.error().message, u"\"%1\" is not a mail address."_s.arg(wrong));
    }
};

QTEST_GUILESS_MAIN(TestChannelCalls)
#include "tst_channelcalls.moc"
