// SPDX-License-Identifier: GPL-3.0-only
#include "auth/authenticator.h"
#include "protocol/httpdate.h"

#include <QCryptographicHash>
#include <QTest>

#include <chrono>

using namespace Signalbox;
using namespace std::chrono_literals;

namespace {

const Credentials kCredentials{"local-id", "local-secret", {}};
const char kBody[] = "<Message><MessageBody>SGVsbG8=</MessageBody></Message>";

AccessKey localKey()
{
    AccessKey key;
    key.id = kCredentials.accessKeyId;
    key.secret = kCredentials.accessKeySecret;
    key.account = QStringLiteral("1000000000000000");
    key.identity = QStringLiteral("alice");
    return key;
}

} // namespace

class TestAuthenticator : public QObject
{
    Q_OBJECT

private:
    std::chrono::sys_seconds m_now{1'748'949'828s}; // Tue, 03 Jun 2025 11:23:48 GMT
    SingleKeyStore m_keys{localKey()};

    [[nodiscard]] Authenticator authenticator(bool checkClockSkew = true) const
    {
        Authenticator::Options options;
        options.checkClockSkew = checkClockSkew;
        options.systemTime = [this] {
            return qint64(std::chrono::milliseconds(m_now.time_since_epoch()).count());
        };
        return Authenticator(m_keys, options);
    }

    /// An unsigned request that lacks nothing but its signature.
    [[nodiscard]] AuthenticationRequest request() const
    {
        AuthenticationRequest made;
        made.signedParts.method = "POST";
        made.signedParts.target = "/queues/demo/messages";
        made.signedParts.headers = {{"date", formatHttpDate(m_now)},
                                    {"content-type", "text/xml;charset=UTF-8"},
                                    {"x-mns-version", "2015-06-06"}};
        made.body = kBody;
        return made;
    }

    [[nodiscard]] static AuthenticationRequest signedV2(AuthenticationRequest made)
    {
        made.authorization = authorizationV2(made.signedParts, kCredentials);
        return made;
    }

    static void setHeader(AuthenticationRequest &made, const QByteArray &name,
                          const QByteArray &value)
    {
        std::erase_if(made.signedParts.headers,
                      [&](const auto &header) { return header.first == name; });
        if (!value.isNull())
            made.signedParts.headers.emplace_back(name, value);
    }

    static ErrorCode codeOf(const Authentication &authentication)
    {
        return authentication.caller ? ErrorCode::NotFound : authentication.caller.error().code;
    }

private slots:
    void knowsTheSignerOfAV2Request()
    {
        const Authentication result = authenticator().authenticate(signedV2(request()));
        QVERIFY2(result.caller.ok(),
                 result.caller ? "" : qPrintable(result.caller.error().message));
        QCOMPARE(result.caller->account, QStringLiteral("1000000000000000"));
        QCOMPARE(result.caller->identity, QStringLiteral("alice"));
        QCOMPARE(result.accessKeyId, QByteArray("local-id"));
        QVERIFY(result.mismatch.stringToSign.isEmpty());
    }

    void knowsTheSignerOfAV4Request()
    {
        AuthenticationRequest made = request();
        made.authorization = authorizationV4(made.signedParts, kCredentials, "cn-hangzhou");
        QVERIFY(authenticator().authenticate(made).caller.ok());
    }

    void signatureMayCoverTheDecodedQuery()
    {
        AuthenticationRequest made = request();
        made.signedParts.target = "/queues/demo/messages?ReceiptHandle=1-a b";
        made = signedV2(made);
        made.signedParts.target = "/queues/demo/messages?ReceiptHandle=1-a%20b";
        QVERIFY(authenticator().authenticate(made).caller.ok());
    }

    void refusesWithTheCodeOfTheService_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const char *header, const QByteArray &value,
                            ErrorCode code) {
            QTest::newRow(name) << QByteArray(header) << value << int(code);
        };
        row("no version", "x-mns-version", QByteArray(), ErrorCode::MissingVersionHeader);
        row("other version", "x-mns-version", "2014-07-08", ErrorCode::InvalidVersionHeader);
        row("no date", "date", QByteArray(), ErrorCode::MissingDateHeader);
        row("bad date", "date", "yesterday", ErrorCode::InvalidDateHeader);
        row("old date", "date", "Tue, 03 Jun 2025 11:08:47 GMT", ErrorCode::TimeExpired);
        row("date ahead", "date", "Tue, 03 Jun 2025 11:38:49 GMT", ErrorCode::TimeExpired);
        row("MD5 of another body", "content-md5",
            "YzUyMGM2OGJhZTIzYWVmM2I0YWI4NTI4YzE5OWUwYzE=", ErrorCode::InvalidDegist);
    }
    void refusesWithTheCodeOfTheService()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, value);
        QFETCH(int, code);
        AuthenticationRequest made = request();
        setHeader(made, header, value);
        QCOMPARE(int(codeOf(authenticator().authenticate(signedV2(made)))), code);
    }

    void refusesAuthorizationHeaders_data()
    {
        QTest::addColumn<QByteArray>("authorization");
        QTest::addColumn<int>("code");
        QTest::newRow("none") << QByteArray() << int(ErrorCode::MissingAuthorizationHeader);
        QTest::newRow("malformed")
            << QByteArray("Basic bG9jYWw6") << int(ErrorCode::InvalidAuthorizationHeader);
        QTest::newRow("unknown key") << QByteArray("MNS stranger:uwx3yeWoILzgmvesW0BQSgfM7b8=")
                                     << int(ErrorCode::InvalidAccessKeyId);
        QTest::newRow("wrong signature") << QByteArray("MNS local-id:uwx3yeWoILzgmvesW0BQSgfM7b8=")
                                         << int(ErrorCode::SignatureDoesNotMatch);
    }
    void refusesAuthorizationHeaders()
    {
        QFETCH(QByteArray, authorization);
        QFETCH(int, code);
        AuthenticationRequest made = request();
        made.authorization = authorization;
        QCOMPARE(int(codeOf(authenticator().authenticate(made))), code);
    }

    void looksAtTheVersionFirstAndAtTheBodyLast()
    {
        AuthenticationRequest made = request();
        setHeader(made, "content-md5", "bm90aGluZw==");
        made.authorization = "MNS stranger:eA==";
        setHeader(made, "date", "Tue, 03 Jun 2025 10:00:00 GMT");
        setHeader(made, "x-mns-version", QByteArray());
        QCOMPARE(codeOf(authenticator().authenticate(made)), ErrorCode::MissingVersionHeader);
        setHeader(made, "x-mns-version", "2015-06-06");
        QCOMPARE(codeOf(authenticator().authenticate(made)), ErrorCode::InvalidAccessKeyId);
        made.authorization = "MNS local-id:eA==";
        QCOMPARE(codeOf(authenticator().authenticate(made)), ErrorCode::TimeExpired);
        setHeader(made, "date", formatHttpDate(m_now));
        QCOMPARE(codeOf(authenticator().authenticate(made)), ErrorCode::SignatureDoesNotMatch);
        QCOMPARE(codeOf(authenticator().authenticate(signedV2(made))), ErrorCode::InvalidDegist);
    }

    void acceptsBothFormsOfContentMd5_data()
    {
        QTest::addColumn<bool>("hexadecimal");
        QTest::newRow("of the bytes") << false;
        QTest::newRow("of the hexadecimal digits") << true;
    }
    void acceptsBothFormsOfContentMd5()
    {
        QFETCH(bool, hexadecimal);
        const QByteArray digest = QCryptographicHash::hash(kBody, QCryptographicHash::Md5);
        AuthenticationRequest made = request();
        setHeader(made, "content-md5", (hexadecimal ? digest.toHex() : digest).toBase64());
        QVERIFY(authenticator().authenticate(signedV2(made)).caller.ok());
    }

    void clockSkewCanBeSwitchedOff()
    {
        AuthenticationRequest made = request();
        setHeader(made, "date", "Tue, 03 Jun 2003 11:23:48 GMT");
        QVERIFY(authenticator(false).authenticate(signedV2(made)).caller.ok());
    }

    void tellsWhatShouldHaveBeenSigned()
    {
        AuthenticationRequest made = request();
        made.authorization = "MNS local-id:uwx3yeWoILzgmvesW0BQSgfM7b8=";
        QCOMPARE(authenticator().authenticate(made).mismatch.stringToSign,
                 QByteArray("POST\n\ntext/xml;charset=UTF-8\nTue, 03 Jun 2025 11:23:48 GMT\n"
                            "x-mns-version:2015-06-06\n/queues/demo/messages"));

        made.authorization =
            "MNS4-HMAC-SHA256 Credential=local-id/20250603/cn-hangzhou/mns/aliyun_v4_request,"
            "Signature="
            + QByteArray(64, '0');
        QVERIFY(authenticator().authenticate(made).mismatch.stringToSign.startsWith(
            "MNS4-HMAC-SHA256\n20250603T112348Z\n20250603/cn-hangzhou/mns/"
            "aliyun_v4_request\nPOST\n"));
    }

    void aKeySwitchedOffIsUnknown()
    {
        AccessKey key = localKey();
        key.active = false;
        const SingleKeyStore keys(key);
        QCOMPARE(codeOf(Authenticator(keys, {}).authenticate(signedV2(request()))),
                 ErrorCode::InvalidAccessKeyId);
    }
};

QTEST_GUILESS_MAIN(TestAuthenticator)
#include "tst_authenticator.moc"
