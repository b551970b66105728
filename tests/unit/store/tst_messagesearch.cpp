// SPDX-License-Identifier: GPL-3.0-only
#include "store/messagesearch.h"

#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kDatabase = QByteArray::fromHex("5f290a7c61d84b3e");

bool finds(const QString &search, const MessageRow &message)
{
    const auto query = SearchQuery::parse(search);
    return std::holds_alternative<SearchQuery>(query)
        && MessageSearch(std::get<SearchQuery>(query), kDatabase).matches(message);
}

bool findsBody(const QString &search, const QByteArray &body)
{
    MessageRow message;
    message.key.sequence = 1;
    message.body = body;
    return finds(search, message);
}

} // namespace

class TestMessageSearch : public QObject
{
    Q_OBJECT

private slots:
    void jsonBodiesAreRead()
    {
        const QByteArray body = "{\"currency\": \"CNY\", \"amount\": 1288.50, "
                                "\"items\": [{\"sku\": \"a\"}, {\"sku\": \"b\\n\"}]}";
        QVERIFY(findsBody(u"$.currency = \"CNY\""_s, body));
        QVERIFY(findsBody(u"$.currency = CNY"_s, body));
        QVERIFY(!findsBody(u"$.currency = USD"_s, body));
        QVERIFY(!findsBody(u"$.tier = CNY"_s, body));
        QVERIFY(findsBody(u"$.amount = 1288.5"_s, body));
        QVERIFY(findsBody(u"$.items[1].sku = \"b\\n\""_s, body));
        QVERIFY(!findsBody(u"$.items[0].sku = b"_s, body));
    }

    void jsonIsReadBehindBase64AndSpace()
    {
        const QByteArray json = R"({"a": "x"})";
        QVERIFY(findsBody(u"$.a = x"_s, "\r\n " + json));
        QVERIFY(findsBody(u"$.a = x"_s, json.toBase64()));
        QVERIFY(findsBody(u"$[0] = 7"_s, QByteArray("[7]").toBase64()));
        QVERIFY(!findsBody(u"$.a = x"_s, json.toBase64().toBase64()));
    }

    void escapesInABodyDoNotHideItsText()
    {
        QVERIFY(findsBody(u"$.a = \"支付\""_s, "{\"a\": \"\\u652f\\u4ed8\"}"));
        QVERIFY(findsBody(u"$.a = \"say \\\"x\\\"\""_s, "{\"a\": \"say \\\"x\\\"\"}"));
    }

    void bodiesThatAreNoJsonHaveNoValues()
    {
        for (const QByteArray &body :
             {QByteArray("a = x"), QByteArray("{\"a\": \"x\""), QByteArray("\"x\""), QByteArray(),
              QByteArray("   "), QByteArray(65'536, '[')})
            QVERIFY(!findsBody(u"$.a = x"_s, body));
    }

    void tagsAreReadFromNotifications()
    {
        const QByteArray json = R"({"TopicName": "news", "Message": "m", "MessageTag": "a&b"})";
        const QByteArray xml = "<?xml version=\"1.0\"?><Notification><TopicName>news</TopicName>"
                               "<MessageTag>a&amp;b</MessageTag></Notification>";
        QVERIFY(findsBody(u"tag: a&b"_s, json));
        QVERIFY(findsBody(u"tag: a&b"_s, xml));
        QVERIFY(findsBody(u"tag: a&b"_s, xml.toBase64()));
        QVERIFY(!findsBody(u"tag: a"_s, json));
        QVERIFY(!findsBody(u"tag: a"_s, xml));
        QVERIFY(!findsBody(u"tag: a"_s, "MessageTag a"));
        QVERIFY(!findsBody(u"tag: a"_s, "<MessageTag>a"));
    }

    void groupsAndPropertiesAreComparedWhole()
    {
        MessageRow message;
        message.groupId = u"customer-7"_s;
        message.userProperties = {{u"kind"_s, u"refund"_s, PropertyType::String}};
        message.systemProperties = {{u"retries"_s, u"3"_s, PropertyType::Number}};
        QVERIFY(finds(u"group: customer-7"_s, message));
        QVERIFY(!finds(u"group: customer"_s, message));
        QVERIFY(finds(u"prop.kind = refund"_s, message));
        QVERIFY(!finds(u"prop.kind = ref"_s, message));
        QVERIFY(!finds(u"prop.other = refund"_s, message));
        QVERIFY(finds(u"prop.retries = 3.0"_s, message));
        QVERIFY(finds(u"REFUND"_s, message));
        QVERIFY(finds(u"text: customer"_s, message));
    }

    void idsMatchByTheirEndOrWhole()
    {
        MessageRow message;
        message.key.sequence = 0x2a1c0;
        const QString whole = u"5F290A7C61D84B3E000000000002A1C0"_s;
        QVERIFY(finds(u"id: 0"_s, message));
        QVERIFY(finds(u"id: a1c0"_s, message));
        QVERIFY(finds(u"id: "_s + whole, message));
        QVERIFY(finds(u"id: "_s + whole.last(20), message));
        QVERIFY(!finds(u"id: 5F29"_s, message));
        QVERIFY(!finds(u"id: 6"_s + whole.last(31), message));
        QVERIFY(finds(u"A1C0"_s, message));
        QVERIFY(!finds(u"1C0"_s, message)); // too short to be meant as an id
    }
};

QTEST_GUILESS_MAIN(TestMessageSearch)
#include "tst_messagesearch.moc"
