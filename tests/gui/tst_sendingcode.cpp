// SPDX-License-Identifier: GPL-3.0-only
#include "console/sendingcode.h"

#include <QTest>

// Outside any namespace: Q_INIT_RESOURCE declares a global function.
static void initConsoleResources()
{
    Q_INIT_RESOURCE(console);
}

using namespace Signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Code that sends a message: whatever the body holds, the code means that body.
class TestSendingCode : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { initConsoleResources(); }

    void everyLanguageQuotesAsItMust_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("literal");
        const auto common = u"\"{\\\"a\\\": \\\"\\\\ $b 'c' <d>\\\"}\\n\\u0001\""_s;
        for (const QString &language : {u"Java"_s, u"Python"_s, u"Go"_s, u".NET"_s})
            QTest::newRow(qPrintable(language)) << language << common;
        QTest::newRow("PHP") << u"PHP"_s << u"'{\"a\": \"\\\\ $b \\'c\\' <d>\"}\n\x01'"_s;
        // Its SDK does not escape what XML needs escaped.
        QTest::newRow("Node") << u"Node"_s
                              << u"\"{&quot;a&quot;: &quot;\\\\ $b 'c' &lt;d&gt;&quot;}"
                                 u"\\n\\u0001\""_s;
    }
    void everyLanguageQuotesAsItMust()
    {
        QFETCH(QString, language);
        QFETCH(QString, literal);
        const QString code = codeFor(language, message());
        QVERIFY2(code.contains(literal), qPrintable(code));
        QVERIFY(code.contains(u"orders"_s));
        QVERIFY(code.contains(u"http://127.0.0.1:1234"_s));
        QVERIFY(code.contains(u"17"_s)); // the delay
        QVERIFY(!code.contains(u"BODY"_s) && !code.contains(u"QUEUE_NAME"_s));
        QVERIFY(!code.contains(u"864000"_s));
    }

    void whoEncodesIsLeftToTheSdk_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("encoded");
        QTest::addColumn<QString>("plain");
        QTest::newRow("Java") << u"Java"_s << u"setMessageBody(\"hi\")"_s
                              << u"setMessageBodyAsRawString(\"hi\")"_s;
        QTest::newRow("Python") << u"Python"_s << u"set_encoding(True)"_s
                                << u"set_encoding(False)"_s;
        QTest::newRow("PHP") << u"PHP"_s << u"('orders', true)"_s << u"('orders', false)"_s;
        for (const QString &language : {u"Go"_s, u"Node"_s, u".NET"_s})
            QTest::newRow(qPrintable(language)) << language << u"\"aGk=\""_s << u"\"hi\""_s;
    }
    void whoEncodesIsLeftToTheSdk()
    {
        QFETCH(QString, language);
        QFETCH(QString, encoded);
        QFETCH(QString, plain);
        CodedMessage asked = message();
        asked.body = u"hi"_s;
        QVERIFY(codeFor(language, asked).contains(plain));
        QVERIFY(!codeFor(language, asked).contains(encoded));
        asked.base64 = true;
        QVERIFY(codeFor(language, asked).contains(encoded));
        QVERIFY(!codeFor(language, asked).contains(plain));
    }

    void groupAndPropertiesAreSentWhereTheSdkCan_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("parts");
        QTest::addColumn<QString>("leftOut");
        QTest::newRow("Java")
            << u"Java"_s
            << QStringList{u"message.setMessageGroupId(\"customer \\\"7\\\"\");"_s,
                           u"properties.put(\"kind\", new "
                           u"MessagePropertyValue(PropertyType.STRING, "
                           "\"BODY\"));"_s,
                           u"properties.put(\"retry\", new "
                           u"MessagePropertyValue(PropertyType.NUMBER, "
                           "\"3\"));"_s,
                           u"properties.put(\"raw\", new "
                           "MessagePropertyValue(java.util.Base64.getDecoder().decode(\"AAE=\")));"_s,
                           u"import java.util.Map;"_s}
            << QString();
        QTest::newRow("PHP")
            << u"PHP"_s
            << QStringList{u"'kind' => new MessagePropertyValue(PropertyType::STRING, null, "
                           "'BODY'),"_s,
                           u"'raw' => new MessagePropertyValue(PropertyType::BINARY, "
                           "base64_decode('AAE=')),"_s}
            << u"// Not sent by this code, as its SDK has no call for it: the message group."_s;
        const auto neither = u" Not sent by this code, as its SDK has no call for it: the message "
                             "group, the user properties."_s;
        QTest::newRow("Python") << u"Python"_s << QStringList() << u'#' + neither;
        for (const QString &language : {u"Go"_s, u"Node"_s, u".NET"_s})
            QTest::newRow(qPrintable(language)) << language << QStringList() << u"//"_s + neither;
    }
    void groupAndPropertiesAreSentWhereTheSdkCan()
    {
        QFETCH(QString, language);
        QFETCH(QStringList, parts);
        QFETCH(QString, leftOut);
        CodedMessage asked = message();
        const QString plain = codeFor(language, asked);
        for (const QString &word : {u"roup"_s, u"ropert"_s, u"Not sent"_s, u" // with"_s})
            QVERIFY2(!plain.contains(word), qPrintable(plain));
        asked.groupId = u"customer \"7\""_s;
        asked.userProperties = {{u"kind"_s, u"BODY"_s, PropertyType::String},
                                {u"retry"_s, u"3"_s, PropertyType::Number},
                                {u"raw"_s, u"AAE="_s, PropertyType::Binary}};
        const QString code = codeFor(language, asked);
        for (const QString &part : parts)
            QVERIFY2(code.contains(part), qPrintable(code));
        QCOMPARE(code.contains(u"Not sent"_s), !leftOut.isEmpty());
        QVERIFY2(leftOut.isEmpty() || code.split(u'\n').contains(leftOut), qPrintable(code));
        QVERIFY(!code.contains(u"PROPERTY_"_s) && !code.contains(u"GROUP_ID"_s));
        QVERIFY(!code.contains(u" // with"_s));
    }

    void onlyTheSecretForDevelopmentStandsInCode()
    {
        for (const CodeTarget &target : codeTargets()) {
            QVERIFY(codeFor(target.name, message(), u"local-secret"_s).contains(u"local-secret"_s));
            const QString code = codeFor(target.name, message(), u"hush"_s);
            QVERIFY(!code.contains(u"hush"_s));
            QVERIFY(code.contains(u"ACCESS_KEY_SECRET"_s));
        }
    }

private:
    static CodedMessage message()
    {
        return {u"orders"_s, u"{\"a\": \"\\ $b 'c' <d>\"}\n\x01"_s, false, 17s, 3, {}, {}};
    }

    static QString codeFor(const QString &language, const CodedMessage &message,
                           const QString &secret = u"local-secret"_s)
    {
        const QList<CodeTarget> targets = codeTargets();
        const auto target = std::ranges::find(targets, language, &CodeTarget::name);
        Endpoint endpoint;
        endpoint.url = QUrl(u"http://127.0.0.1:1234"_s);
        endpoint.accessKeyId = u"key"_s;
        endpoint.accessKeySecret = secret;
        return sendingCode(*target, message, endpoint, u"1000000000000000"_s);
    }
};

QTEST_MAIN(TestSendingCode)
#include "tst_sendingcode.moc"
