// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/httpdate.h"
#include "wiresuite.h"

#include <QJsonArray>
#include <QTest>

#include <chrono>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace std::chrono_literals;

class TestMnsAuthentication : public WireSuite
{
    Q_OBJECT

private:
    static ClientRequest list() { return ClientRequest::make("GET", "/queues"); }

    static QByteArray dateFromNow(std::chrono::seconds offset)
    {
        return formatHttpDate(
            std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()) + offset);
    }

    void expectRefusal(const ClientRequest &request, int status, const char *code)
    {
        const RawReply reply = m_client->exchange(request);
        QCOMPARE(errorCode(reply), QByteArray(code));
        QCOMPARE(reply.status, status);
        QCOMPARE(elementText(reply.body, "RequestId"), reply.header("x-mns-request-id"));
    }

private slots:
    void bothVersionsOfTheSignatureAreAccepted()
    {
        QCOMPARE(m_client->exchange(list().signV2()).status, 200);
        QCOMPARE(m_client->exchange(list().signV4("cn-hangzhou")).status, 200);
        QCOMPARE(m_client->exchange(list().signV4("anywhere")).status, 200);
    }

    void xMnsDateStandsInForDate()
    {
        ClientRequest request = list();
        request.set("x-mns-date", dateFromNow(0s)).remove("date").signV2();
        QCOMPARE(m_client->exchange(request).status, 200);
    }

    void theQueryMayBeSignedDecodedAndSorted() // the .NET SDK does
    {
        ClientRequest request =
            ClientRequest::make("GET", "/queues/absent/messages?numOfMessages=1&waitseconds=0");
        request.signV2();
        request.target = "/queues/absent/messages?waitseconds=%30&numOfMessages=1";
        QCOMPARE(errorCode(m_client->exchange(request)), QByteArray("QueueNotExist"));
    }

    void headerNamesMatchInAnyCase()
    {
        QByteArray bytes = list().signV2().bytes();
        bytes.replace("x-mns-version", "X-Mns-Version")
            .replace("authorization", "AUTHORIZATION")
            .replace("date", "DATE");
        m_client->raw().write(bytes);
        QCOMPARE(m_client->next().status, 200);
    }

    void refusesMissingAndMalformedHeaders()
    {
        expectRefusal(list().remove("x-mns-version").signV2(), 400, "MissingVersionHeader");
        expectRefusal(list().set("x-mns-version", "2014-07-08").signV2(), 400,
                      "InvalidVersionHeader");
        expectRefusal(list().remove("date").signV2(), 400, "MissingDateHeader");
        expectRefusal(list().set("date", "soon").signV2(), 400, "InvalidDateHeader");
        expectRefusal(list(), 400, "MissingAuthorizationHeader");
        expectRefusal(list().set("authorization", "MNS local-id"), 400,
                      "InvalidAuthorizationHeader");
        expectRefusal(list().set("authorization", "Basic bG9jYWw6c2VjcmV0"), 400,
                      "InvalidAuthorizationHeader");
    }

    void refusesDatesMoreThan15MinutesOff()
    {
        expectRefusal(list().set("date", dateFromNow(-16min)).signV2(), 408, "TimeExpired");
        expectRefusal(list().set("date", dateFromNow(16min)).signV2(), 408, "TimeExpired");
        QCOMPARE(m_client->exchange(list().set("date", dateFromNow(-14min)).signV2()).status, 200);
    }

    void refusesKeysAndSignatures()
    {
        expectRefusal(list().signV2({"stranger", "local-secret", {}}), 403, "InvalidAccessKeyId");
        expectRefusal(list().signV2({"local-id", "guess", {}}), 403, "SignatureDoesNotMatch");
        expectRefusal(list().signV4("cn-hangzhou", {"local-id", "guess", {}}), 403,
                      "SignatureDoesNotMatch");
        ClientRequest altered = list().signV2();
        altered.target = "/queues/demo";
        expectRefusal(altered, 403, "SignatureDoesNotMatch");
    }

    void refusesATokenOfAKeyThatHasNone()
    {
        expectRefusal(list().set("security-token", "CAES").signV2(), 403, "InvalidSecurityToken");
        QCOMPARE(m_client->exchange(list().set("security-token", "").signV2()).status, 200);
    }

    void refusesABodyOfAnotherMd5()
    {
        ClientRequest request = ClientRequest::make("PUT", "/queues/demo", "<Queue></Queue>");
        request.addContentMd5().signV2();
        request.body = "<Other></Other>";
        expectRefusal(request, 400, "InvalidDegist");
    }

    void anUnknownRouteComesBeforeEverything()
    {
        expectRefusal(ClientRequest::make("GET", "/nowhere"), 400, "InvalidRequestURL");
    }

    void skewIsNotCheckedWhenSwitchedOff()
    {
        RunningBroker tolerant([](BrokerOptions &options) { options.checkClockSkew = false; });
        SignedClient client(tolerant.port());
        QCOMPARE(
            client.exchange(list().set("date", "Tue, 03 Jun 2025 11:23:48 GMT").signV2()).status,
            200);
    }

    void documentedExampleIsAccepted()
    {
        RunningBroker inThatHour([](BrokerOptions &options) {
            options.systemTime = [] { return 1'748'949'828'000; }; // Tue, 03 Jun 2025 11:23:48 GMT
        });
        SignedClient client(inThatHour.port());
        ClientRequest request =
            ClientRequest::make("POST", "/queues/demo/messages",
                                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Message "
                                "xmlns=\"http://mns.aliyuncs.com/doc/v1/\">"
                                "<MessageBody>SGVsbG8=</MessageBody></Message>");
        request.set("date", "Tue, 03 Jun 2025 11:23:48 GMT")
            .set("content-md5", "YzUyMGM2OGJhZTIzYWVmM2I0YWI4NTI4YzE5OWUwYzE=")
            .set("authorization", "MNS local-id:HHqaUl+AAS9ln8SwuFXxzXq/VGM=");
        QCOMPARE(errorCode(client.exchange(request)),
                 QByteArray("QueueNotExist")); // so it was let in
    }

    void refusedSignatureIsExplainedInTheRequestLog()
    {
        (void)m_client->exchange(list().signV2({"local-id", "guess", {}}));
        const QJsonObject log = json(m_client->admin("GET", "/requests?refused=true&limit=1"));
        const QJsonObject entry = log.value(QLatin1String("requests")).toArray().first().toObject();
        QCOMPARE(entry.value(QLatin1String("code")).toString(),
                 QStringLiteral("SignatureDoesNotMatch"));
        QCOMPARE(entry.value(QLatin1String("accessKeyId")).toString(), QStringLiteral("local-id"));
        const QString stringToSign = entry.value(QLatin1String("stringToSign")).toString();
        QVERIFY2(stringToSign.startsWith(QLatin1String("GET\n\n\n")), qPrintable(stringToSign));
        QVERIFY(stringToSign.endsWith(QLatin1String("x-mns-version:2015-06-06\n/queues")));
        QVERIFY(entry.value(QLatin1String("signingMistake")).isNull());
        QVERIFY(entry.value(QLatin1String("variantsTried")).toInt() > 10);
    }

    void requestLogTellsWhatTheClientSignedInstead()
    {
        ClientRequest request = list().set("content-type", "text/xml").signV2();
        request.set("content-type", "text/xml;charset=utf-8"); // as a proxy would
        expectRefusal(request, 403, "SignatureDoesNotMatch");
        const QJsonObject log = json(m_client->admin("GET", "/requests?refused=true&limit=1"));
        const QJsonObject entry = log.value(QLatin1String("requests")).toArray().first().toObject();
        QCOMPARE(entry.value(QLatin1String("signingMistake")).toString(),
                 QStringLiteral("contentType"));
        QVERIFY(entry.value(QLatin1String("clientStringToSign"))
                    .toString()
                    .startsWith(QLatin1String("GET\n\ntext/xml\n")));
    }
};

QTEST_GUILESS_MAIN(TestMnsAuthentication)
#include "tst_mnsauthentication.moc"
