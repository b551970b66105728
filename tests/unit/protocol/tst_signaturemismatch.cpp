// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/hmac.h"
#include "protocol/signaturemismatch.h"

#include <QTest>

using namespace Signalbox;

namespace {

const QByteArray kSecret = "local-secret";
const QByteArray kBody = "<Message/>";
const QByteArray kDate = "Tue, 03 Jun 2025 11:23:48 GMT";

SignedRequest arrived()
{
    return {"POST",
            "/queues/demo/messages?a=1%2B2",
            {{"date", kDate},
             {"content-type", "text/xml;charset=utf-8"},
             {"x-mns-version", "2015-06-06"},
             {"x-mns-date", "Tue, 03 Jun 2025 11:23:49 GMT"}}};
}

QByteArray rightText()
{
    return "POST\n\ntext/xml;charset=utf-8\n" + kDate
        + "\nx-mns-date:Tue, 03 Jun 2025 11:23:49 GMT\nx-mns-version:2015-06-06\n"
          "/queues/demo/messages?a=1%2B2";
}

SignatureMismatch explainedV2(const QByteArray &signature)
{
    return explainMismatch(arrived(), kBody, V2Authorization{"local-id", signature}, kSecret);
}

} // namespace

/// Each row signs as one careless client does; the search must name its mistake and what it signed.
class TestSignatureMismatch : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatTheClientSignedInstead_data()
    {
        QTest::addColumn<QByteArray>("clientText");
        QTest::addColumn<SigningMistake>("mistake");
        const auto row = [](const char *name, const QByteArray &part, const QByteArray &instead,
                            SigningMistake mistake) {
            QTest::newRow(name) << rightText().replace(part, instead) << mistake;
        };
        row("type without charset", "text/xml;charset=utf-8", "text/xml",
            SigningMistake::ContentType);
        row("no type", "text/xml;charset=utf-8", "", SigningMistake::ContentType);
        row("MD5 that was not sent", "POST\n\n", "POST\n+8VUPGpkjHcBWIz2T0pS5Q==\n",
            SigningMistake::ContentMd5);
        row("the other date", "utf-8\n" + kDate, "utf-8\nTue, 03 Jun 2025 11:23:49 GMT",
            SigningMistake::Date);
        row("version alone", "x-mns-date:Tue, 03 Jun 2025 11:23:49 GMT\n", "",
            SigningMistake::Headers);
        row("headers as they come, with a space",
            "x-mns-date:Tue, 03 Jun 2025 11:23:49 GMT\nx-mns-version:2015-06-06\n",
            "x-mns-version: 2015-06-06\nx-mns-date: Tue, 03 Jun 2025 11:23:49 GMT\n",
            SigningMistake::Headers);
        row("path without the query", "?a=1%2B2", "", SigningMistake::Resource);
        row("no slash in front", "/queues", "queues", SigningMistake::Resource);
        row("method in lower case", "POST", "post", SigningMistake::Method);
        row("line break at the end", "?a=1%2B2", "?a=1%2B2\n", SigningMistake::Lines);
        row("lines of Windows", "\n", "\r\n", SigningMistake::Lines);
    }
    void findsWhatTheClientSignedInstead()
    {
        QFETCH(QByteArray, clientText);
        QFETCH(SigningMistake, mistake);
        const SignatureMismatch found = explainedV2(signV2(kSecret, clientText));
        QCOMPARE(found.mistake, mistake);
        QCOMPARE(found.clientStringToSign, clientText);
        QCOMPARE(found.stringToSign, rightText());
        QVERIFY(found.variantsTried > 0);
    }

    void findsASecretWithSomethingAroundIt_data()
    {
        QTest::addColumn<QByteArray>("secret");
        QTest::newRow("line break") << kSecret + '\n';
        QTest::newRow("ampersand, as other services want it") << kSecret + '&';
        QTest::newRow("quotes") << '"' + kSecret + '"';
        QTest::newRow("the key's ID") << QByteArray("local-id");
    }
    void findsASecretWithSomethingAroundIt()
    {
        QFETCH(QByteArray, secret);
        QCOMPARE(explainedV2(signV2(secret, rightText())).mistake, SigningMistake::Secret);
    }

    void findsAnotherHashOrEncoding()
    {
        QCOMPARE(explainedV2(hmacSha1(kSecret, rightText()).toHex()).mistake,
                 SigningMistake::Digest);
        QCOMPARE(explainedV2(hmacSha256(kSecret, rightText()).toBase64()).mistake,
                 SigningMistake::Digest);
    }

    void findsTheMistakeBehindAV4Signature()
    {
        SignedRequest signedByClient = arrived();
        signedByClient.headers.at(1).second = "text/xml";
        const Credentials credentials{"local-id", kSecret, {}};
        const auto authorization = parseAuthorization(
            authorizationV4(signedByClient, credentials, QByteArrayView("cn-hangzhou")));
        QVERIFY(authorization.ok());

        const SignatureMismatch found = explainMismatch(arrived(), kBody, *authorization, kSecret);
        QCOMPARE(found.mistake, SigningMistake::ContentType);
        QVERIFY(found.clientStringToSign.contains("content-type:text/xml\n"));
        QVERIFY(found.stringToSign.contains("content-type:text/xml;charset=utf-8\n"));
    }

    void aSecretOfItsOwnIsNoKnownMistake()
    {
        const SignatureMismatch found = explainedV2(signV2("another", rightText()));
        QCOMPARE(found.mistake, SigningMistake::Unknown);
        QVERIFY(found.clientStringToSign.isEmpty());
        QCOMPARE(found.stringToSign, rightText());
        QVERIFY(nameOf(found.mistake).isEmpty());
    }

    void everyMistakeHasANameOfItsOwn()
    {
        for (int mistake = 1; mistake <= int(SigningMistake::Digest); ++mistake) {
            const QByteArray name = nameOf(SigningMistake(mistake));
            QVERIFY(!name.isEmpty());
            QCOMPARE(signingMistake(name), SigningMistake(mistake));
        }
        QCOMPARE(signingMistake("of a later version"), SigningMistake::Unknown);
    }

    void aGarbledSignatureIsHarmless()
    {
        for (const QByteArray &signature :
             {QByteArray("="), QByteArray(4096, 'x'), QByteArray("\xff\x00\x01", 3)})
            QCOMPARE(explainedV2(signature).mistake, SigningMistake::Unknown);
    }
};

QTEST_GUILESS_MAIN(TestSignatureMismatch)
#include "tst_signaturemismatch.moc"
