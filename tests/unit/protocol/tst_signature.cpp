// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/contentmd5.h"
#include "protocol/hmac.h"
#include "protocol/signature.h"

#include <QTest>

using namespace Signalbox;

namespace {

const QByteArray kDate = "Tue, 03 Jun 2025 11:23:48 GMT";
const QByteArray kXmlType = "text/xml;charset=UTF-8";
const Credentials kLocalKey{"local-id", "local-secret", {}};

SignedRequest request(const QByteArray &method, const QByteArray &target,
                      std::vector<SignedRequest::Header> more = {})
{
    SignedRequest request{method, target, {{"date", kDate}, {"x-mns-version", "2015-06-06"}}};
    request.headers.insert(request.headers.end(), more.begin(), more.end());
    return request;
}

QByteArray signatureV2(const SignedRequest &request, const QByteArray &secret)
{
    return signV2(secret, stringToSignV2(request, request.target));
}

/// Whether \a request passes with a signature over \a resource.
bool passesWhenSigning(const SignedRequest &request, const QByteArray &resource)
{
    const V2Authorization authorization{
        "local-id", signV2(kLocalKey.accessKeySecret, stringToSignV2(request, resource))};
    return verifySignature(request, authorization, kLocalKey.accessKeySecret).ok();
}

} // namespace

class TestSignature : public QObject
{
    Q_OBJECT

private slots:
    void signsTheKnownRequestsByV2_data()
    {
        QTest::addColumn<SignedRequest>("signedRequest");
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<QByteArray>("signature");
        const QByteArray target = "/queues/demo/messages";
        QTest::newRow("documentation")
            << SignedRequest{"GET",
                             "/MyQueue",
                             {{"date", "Thu, 09 Jul 2015 03:01:34 GMT"},
                              {"x-mns-version", "2015-06-06"}}}
            << QByteArray("TestAccessSecret") << QByteArray("uwx3yeWoILzgmvesW0BQSgfM7b8=");
        QTest::newRow("Java SDK") << SignedRequest{"POST",
                                                   "/queues/TestQueue",
                                                   {{"date", kDate}, {"x-mns-abcdef", "abcDEF"}}}
                                  << QByteArray("sk1")
                                  << QByteArray("cAThPWnbphg3hDe3ZHDADTgkgyE=");
        QTest::newRow("with Content-MD5")
            << request("POST", target,
                       {{"content-md5", "YzUyMGM2OGJhZTIzYWVmM2I0YWI4NTI4YzE5OWUwYzE="},
                        {"content-type", kXmlType}})
            << QByteArray("local-secret") << QByteArray("HHqaUl+AAS9ln8SwuFXxzXq/VGM=");
        QTest::newRow("without Content-MD5")
            << request("POST", target, {{"content-type", kXmlType}}) << QByteArray("local-secret")
            << QByteArray("swca4qpaq2oeMAMjjp+TC64P4aY=");
        QTest::newRow("query") << request("GET", target + "?numOfMessages=16&waitseconds=10")
                               << QByteArray("local-secret")
                               << QByteArray("+y6vtRNL2xVFEvRdtrjjAWzPSrE=");
        QTest::newRow("both dates")
            << request("PUT", "/queues/demo?metaoverride=true",
                       {{"content-type", kXmlType}, {"x-mns-date", kDate}})
            << QByteArray("local-secret") << QByteArray("e9o8d214pzKJg41TtLry7IUBhn8=");
    }

    void signsTheKnownRequestsByV2()
    {
        QFETCH(SignedRequest, signedRequest);
        QFETCH(QByteArray, secret);
        QFETCH(QByteArray, signature);
        QCOMPARE(signatureV2(signedRequest, secret), signature);
        const Credentials credentials{"id", secret, {}};
        QCOMPARE(authorizationV2(signedRequest, credentials), "MNS id:" + signature);
        QVERIFY(verifySignature(signedRequest, V2Authorization{"id", signature}, secret).ok());
    }

    void joinsTheStringToSignAsDocumented()
    {
        const SignedRequest sample =
            request("POST", "/queues/demo/messages",
                    {{"content-md5", "YzUyMGM2OGJhZTIzYWVmM2I0YWI4NTI4YzE5OWUwYzE="},
                     {"content-type", kXmlType}});
        QCOMPARE(
            stringToSignV2(sample, sample.target),
            QByteArray(
                "POST\nYzUyMGM2OGJhZTIzYWVmM2I0YWI4NTI4YzE5OWUwYzE=\ntext/xml;charset=UTF-8\n"
                "Tue, 03 Jun 2025 11:23:48 GMT\nx-mns-version:2015-06-06\n/queues/demo/messages"));
    }

    void sortsAndTrimsTheHeadersOfTheProtocol()
    {
        const SignedRequest sample{"GET",
                                   "/queues",
                                   {{"x-mns-with-meta", " true "},
                                    {"x-mns-prefix", "a"},
                                    {"host", "h"},
                                    {"x-mns-date", kDate}}};
        QCOMPARE(stringToSignV2(sample, sample.target),
                 "GET\n\n\n" + kDate + "\nx-mns-date:" + kDate
                     + "\nx-mns-prefix:a\nx-mns-with-meta:true\n/queues");
    }

    void refusesASignatureThatDiffers_data()
    {
        QTest::addColumn<QByteArray>("signature");
        QTest::newRow("first letter") << QByteArray("x6vtRNL2xVFEvRdtrjjAWzPSrE=");
        QTest::newRow("one bit") << QByteArray("+y6vtRNL2xVFEvRdtrjjAWzPSrF=");
        QTest::newRow("shorter") << QByteArray("+y6vtRNL2xVFEvRdtrjjAWzPSrE");
        QTest::newRow("longer") << QByteArray("+y6vtRNL2xVFEvRdtrjjAWzPSrE==");
        QTest::newRow("empty") << QByteArray();
    }

    void refusesASignatureThatDiffers()
    {
        QFETCH(QByteArray, signature);
        const SignedRequest sample =
            request("GET", "/queues/demo/messages?numOfMessages=16&waitseconds=10");
        const Result<void> verified =
            verifySignature(sample, V2Authorization{"local-id", signature}, "local-secret");
        QVERIFY(!verified);
        QCOMPARE(verified.error().code, ErrorCode::SignatureDoesNotMatch);
        QVERIFY(!verified.error().message.contains(QStringLiteral("secret")));
    }

    void refusesAChangedRequest_data()
    {
        QTest::addColumn<SignedRequest>("changed");
        QTest::newRow("method") << request("PUT", "/queues/demo?metaoverride=true");
        QTest::newRow("path") << request("GET", "/queues/demo2?metaoverride=true");
        QTest::newRow("query") << request("GET", "/queues/demo?metaoverride=false");
        QTest::newRow("content type")
            << request("GET", "/queues/demo?metaoverride=true", {{"content-type", "text/xml"}});
        QTest::newRow("protocol header")
            << request("GET", "/queues/demo?metaoverride=true", {{"x-mns-prefix", "a"}});
    }

    void refusesAChangedRequest()
    {
        QFETCH(SignedRequest, changed);
        const SignedRequest sample = request("GET", "/queues/demo?metaoverride=true");
        const V2Authorization authorization{"local-id", signatureV2(sample, "local-secret")};
        QVERIFY(verifySignature(sample, authorization, "local-secret").ok());
        QVERIFY(!verifySignature(changed, authorization, "local-secret").ok());
        QVERIFY(!verifySignature(sample, authorization, "other-secret").ok());
    }

    void triesTheResourceInEveryFormOfTheSdks()
    {
        const QByteArray target = "/queues/demo/messages?b=%2B1%3D&a=x";
        QCOMPARE(canonicalResources(target),
                 (std::vector<QByteArray>{target, "/queues/demo/messages?b=+1=&a=x",
                                          "/queues/demo/messages?a=x&b=+1="}));
        const SignedRequest sample = request("GET", target);
        QVERIFY(passesWhenSigning(sample, target));
        QVERIFY(passesWhenSigning(sample, "/queues/demo/messages?b=+1=&a=x"));
        QVERIFY(passesWhenSigning(sample, "/queues/demo/messages?a=x&b=+1="));
        QVERIFY(!passesWhenSigning(sample, "/queues/demo/messages?a=x"));
        QVERIFY(!passesWhenSigning(sample, "/queues/demo/messages"));
    }

    void triesEqualFormsOnce()
    {
        QCOMPARE(canonicalResources("/queues/demo").size(), 1u);
        QCOMPARE(canonicalResources("/queues/demo?a=1&b=2").size(), 1u);
        QCOMPARE(canonicalResources("/queues/demo?b=2&a=1").size(), 2u);
        QCOMPARE(canonicalResources("/queues/demo?a=%zz").size(), 1u);
    }

    void takesTheTargetOfAProxyRequest()
    {
        const SignedRequest sample = request("GET", "http://127.0.0.1:9324/queues/demo?a=1");
        QVERIFY(passesWhenSigning(sample, "/queues/demo?a=1"));
    }

    void signsTheKnownRequestsByV4()
    {
        const SignedRequest java{"GET",
                                 "/queues",
                                 {{"date", "Thu, 04 Dec 2025 06:32:35 GMT"},
                                  {"content-md5", "0d9d2ce750000593eb34f00"},
                                  {"content-type", "application/json"},
                                  {"x-mns-ttt", "1"},
                                  {"x-mns-uuuuu", "FALse"},
                                  {"x-mns-version", "2015-06-30"}}};
        const Credentials javaKey{"akkkkk222222222", "skkkkkk2222222222", {}};
        QCOMPARE(authorizationV4(java, javaKey, "eu-west-1"),
                 QByteArray(
                     "MNS4-HMAC-SHA256 "
                     "Credential=akkkkk222222222/20251204/eu-west-1/mns/aliyun_v4_request,"
                     "Signature=294f776a2d5726df679b54b081ab8126a199a2545c8c8a7a875adff0b386e458"));

        const SignedRequest local =
            request("GET", "/queues/demo/messages?numOfMessages=16&waitseconds=10",
                    {{"content-type", kXmlType}});
        const QByteArray canonical = canonicalRequestV4(local, local.target);
        const QByteArray stringToSign =
            stringToSignV4("20250603T112348Z", "cn-hangzhou", V4Flavour::Aliyun, canonical);
        QCOMPARE(
            stringToSign,
            QByteArray(
                "MNS4-HMAC-SHA256\n20250603T112348Z\n20250603/cn-hangzhou/mns/aliyun_v4_request\n"
                "GET\n/queues/demo/messages\nnumofmessages=16&waitseconds=10\n"
                "content-type:text/xml;charset=UTF-8\nx-mns-version:2015-06-06\n\n"));
        const QByteArray key =
            signingKeyV4("local-secret", "20250603", "cn-hangzhou", V4Flavour::Aliyun);
        QCOMPARE(key.toHex(),
                 QByteArray("e81f506699e28aad754fc575f11b05c0859b7121923463ce3a6662627369c6db"));
        QCOMPARE(signV4(key, stringToSign),
                 QByteArray("ee7cee512fe0229bf3b2fa4c6f07b44b7b80ea035713f1ee660475af1ff9add1"));
    }

    void writesTheCanonicalQueryOfV4_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("canonical");
        QTest::newRow("none") << QByteArray("/") << QByteArray("/\n\n");
        QTest::newRow("names lower-case and sorted")
            << QByteArray("/q?VisibilityTimeout=1&ReceiptHandle=h")
            << QByteArray("/q\nreceipthandle=h&visibilitytimeout=1\n");
        QTest::newRow("bare and empty values")
            << QByteArray("/?accountmeta&b=") << QByteArray("/\naccountmeta&b\n");
        QTest::newRow("encoding") << QByteArray("/a b*~?k=a/b c*~")
                                  << QByteArray("/a%20b%2A~\nk=a%2Fb%20c%2A~\n");
        QTest::newRow("raw text is encoded again")
            << QByteArray("/q?k=%41") << QByteArray("/q\nk=%2541\n");
    }

    void writesTheCanonicalQueryOfV4()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, canonical);
        QCOMPARE(canonicalRequestV4({"GET", target, {}}, target), "GET\n" + canonical + "\n");
    }

    void verifiesV4InBothFlavours_data()
    {
        QTest::addColumn<V4Flavour>("flavour");
        QTest::newRow("aliyun") << V4Flavour::Aliyun;
        QTest::newRow("apsara") << V4Flavour::Apsara;
    }

    void verifiesV4InBothFlavours()
    {
        QFETCH(V4Flavour, flavour);
        const SignedRequest sample = request("GET", "/queues/demo?a=1");
        const auto authorization =
            parseAuthorization(authorizationV4(sample, kLocalKey, "local", flavour));
        QVERIFY(authorization.ok());
        QCOMPARE(std::get<V4Authorization>(*authorization).flavour, flavour);
        QCOMPARE(std::get<V4Authorization>(*authorization).region, QByteArray("local"));
        QVERIFY(verifySignature(sample, *authorization, "local-secret").ok());
        QVERIFY(!verifySignature(sample, *authorization, "other").ok());
        QVERIFY(!verifySignature(request("GET", "/queues/demo?a=2"), *authorization, "local-secret")
                     .ok());
    }

    void refusesV4OverAnotherDayOrNoDate()
    {
        const SignedRequest sample = request("GET", "/queues");
        const auto authorization = parseAuthorization(authorizationV4(sample, kLocalKey, "local"));
        SignedRequest later = sample;
        later.headers.front().second = "Wed, 04 Jun 2025 11:23:48 GMT";
        QCOMPARE(verifySignature(later, *authorization, "local-secret").error().code,
                 ErrorCode::SignatureDoesNotMatch);
        later.headers.front().second = "yesterday";
        QCOMPARE(verifySignature(later, *authorization, "local-secret").error().code,
                 ErrorCode::InvalidDateHeader);
        later.headers.erase(later.headers.begin());
        QCOMPARE(verifySignature(later, *authorization, "local-secret").error().code,
                 ErrorCode::MissingDateHeader);
        QVERIFY(authorizationV4(later, kLocalKey, "local").isEmpty());
    }

    void readsAuthorizationHeaders()
    {
        const auto v2 = parseAuthorization("MNS local-id:HHqaUl+AAS9ln8SwuFXxzXq/VGM=");
        QVERIFY(v2.ok());
        QCOMPARE(std::get<V2Authorization>(*v2),
                 (V2Authorization{"local-id", "HHqaUl+AAS9ln8SwuFXxzXq/VGM="}));
        QCOMPARE(accessKeyId(*v2), QByteArray("local-id"));
        const auto v4 = parseAuthorization(
            "MNS4-HMAC-SHA256 Credential=ak/20250603/r/mns/aliyun_v4_request, Signature=ab");
        QVERIFY(v4.ok());
        QCOMPARE(std::get<V4Authorization>(*v4),
                 (V4Authorization{"ak", "20250603", "r", V4Flavour::Aliyun, "ab"}));
        QCOMPARE(accessKeyId(*v4), QByteArray("ak"));
    }

    void refusesOtherAuthorizationHeaders_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char *header, ErrorCode code) {
            QTest::newRow(header) << QByteArray(header) << code;
        };
        row("", ErrorCode::MissingAuthorizationHeader);
        row("  ", ErrorCode::MissingAuthorizationHeader);
        for (const char *header :
             {"MNS", "MNS ", "MNS id", "MNS :sig", "MNS id:", "MNS id: sig", "Basic aWQ6c2ln",
              "mns id:sig", "MNSid:sig", "MNS4-HMAC-SHA256",
              "MNS4-HMAC-SHA256 Credential=ak/20250603/r/mns/aliyun_v4_request",
              "MNS4-HMAC-SHA256 Signature=ab",
              "MNS4-HMAC-SHA256 Credential=ak/2025060/r/mns/aliyun_v4_request,Signature=ab",
              "MNS4-HMAC-SHA256 Credential=ak/20250603/r/oss/aliyun_v4_request,Signature=ab",
              "MNS4-HMAC-SHA256 Credential=ak/20250603/r/mns/apsara_v4_request,Signature=ab",
              "MNS4-HMAC-SHA256 Credential=ak/20250603//mns/aliyun_v4_request,Signature=ab",
              "MNS4-HMAC-SHA256 Credential=/20250603/r/mns/aliyun_v4_request,Signature=ab",
              "MNS4-HMAC-SHA256 Credential=ak/20250603/r/mns/aliyun_v4_request,Signature=",
              "APSARA-MNS4-HMAC-SHA256 "
              "Credential=ak/20250603/r/mns/aliyun_v4_request,Signature=ab"}) {
            row(header, ErrorCode::InvalidAuthorizationHeader);
        }
    }

    void refusesOtherAuthorizationHeaders()
    {
        QFETCH(QByteArray, header);
        QFETCH(ErrorCode, code);
        const auto authorization = parseAuthorization(header);
        QVERIFY(!authorization);
        QCOMPARE(authorization.error().code, code);
    }

    void keepsNoKeyBetweenTwoSignatures()
    {
        const QByteArray withKey = hmacSha1("key", "data");
        const QByteArray withoutKey = hmacSha1({}, "data");
        QVERIFY(withKey != withoutKey);
        QCOMPARE(hmacSha1("key", "data"), withKey);
        QCOMPARE(withKey.toHex(), QByteArray("104152c5bfdca07bc633eebd46199f0255c9f49d"));
    }

    void acceptsContentMd5InBothForms()
    {
        const QByteArray body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Message "
                                "xmlns=\"http://mns.aliyuncs.com/doc/v1/\">"
                                "<MessageBody>SGVsbG8=</MessageBody></Message>";
        QCOMPARE(body.size(), 132);
        QCOMPARE(ContentMd5::make(body), QByteArray("xSDGi64jrvO0q4UowZngwQ=="));
        QVERIFY(ContentMd5::matches("xSDGi64jrvO0q4UowZngwQ==", body));
        QVERIFY(ContentMd5::matches("YzUyMGM2OGJhZTIzYWVmM2I0YWI4NTI4YzE5OWUwYzE=", body));
        QVERIFY(ContentMd5::matches("ZDQxZDhjZDk4ZjAwYjIwNGU5ODAwOTk4ZWNmODQyN2U=", ""));
        QVERIFY(!ContentMd5::matches("xSDGi64jrvO0q4UowZngwA==", body));
        QVERIFY(!ContentMd5::matches("c520c68bae23aef3b4ab8528c199e0c1", body));
        QVERIFY(!ContentMd5::matches("", body));
    }
};

QTEST_GUILESS_MAIN(TestSignature)

#include "tst_signature.moc"
