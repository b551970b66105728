// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/pushverdict.h"
#include "push/pushrequest.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;

/// What a receiver finds out about a push.
class TestPushVerdict : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_directory;
    std::optional<PushKey> m_key;

    [[nodiscard]] ReceivedRequest pushed(PushMd5Form form = PushMd5Form::Base64Hex) const
    {
        Notification notification;
        notification.topic = u"news"_s;
        notification.subscription = u"web"_s;
        notification.body = "hello";
        const PushTerms terms{"http://127.0.0.1/notify-cert.pem", form};
        const PushRequest made =
            makePushRequest(u"http://127.0.0.1/notify?a=b"_s, notification,
                            NotifyContentFormat::Simplified, terms, *m_key, 1'700'000'000'000);
        return {"/notify?a=b", made.call.headers, made.call.body};
    }
    static void setHeader(ReceivedRequest &push, const QByteArray &name, const QByteArray &value)
    {
        for (auto &[header, old] : push.headers) {
            if (header == name)
                old = value;
        }
    }

private slots:
    void initTestCase()
    {
        const Result<PushKey> key = PushKey::openOrCreate(m_directory.path(), 1024);
        QVERIFY(key.ok());
        m_key = *key;
    }

    void whatTheBrokerSignsHolds()
    {
        for (const PushMd5Form form :
             {PushMd5Form::Base64Hex, PushMd5Form::UpperHex, PushMd5Form::None})
            QCOMPARE(verifyPush(pushed(form), m_key->certificate()), PushVerdict::Valid);
    }

    void anotherBodyIsFound()
    {
        ReceivedRequest push = pushed();
        push.body += '!';
        QCOMPARE(verifyPush(push, m_key->certificate()), PushVerdict::BodyDiffers);
    }

    void anotherHeaderOrPathIsFound()
    {
        ReceivedRequest push = pushed();
        setHeader(push, "x-mns-topic-name", "olds");
        QCOMPARE(verifyPush(push, m_key->certificate()), PushVerdict::SignatureDiffers);
        push = pushed();
        push.requestUri = "/notify";
        QCOMPARE(verifyPush(push, m_key->certificate()), PushVerdict::SignatureDiffers);
    }

    void anotherKeyIsFound()
    {
        const QTemporaryDir elsewhere;
        const Result<PushKey> other = PushKey::openOrCreate(elsewhere.path(), 1024);
        QVERIFY(other.ok());
        QCOMPARE(verifyPush(pushed(), other->certificate()), PushVerdict::SignatureDiffers);
    }

    void withoutSignatureOrCertificateItSaysSo()
    {
        ReceivedRequest push = pushed();
        setHeader(push, "Authorization", {});
        QCOMPARE(verifyPush(push, m_key->certificate()), PushVerdict::Unsigned);
        QCOMPARE(verifyPush(pushed(), "not a certificate"), PushVerdict::NoCertificate);
    }
};

QTEST_GUILESS_MAIN(TestPushVerdict)
#include "tst_pushverdict.moc"
