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
        return {u"orders"_s, u"{\"a\": \"\\ $b 'c' <d>\"}\n\x01"_s, false, 17s, 3};
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
