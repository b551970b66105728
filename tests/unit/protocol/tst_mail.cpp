// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/mail.h"

#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;

/// Mails as they travel.
class TestMail : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] static Mail mail(const QString &subject)
    {
        Mail mail;
        mail.from = u"a@b.c"_s;
        mail.to = QStringList{u"d@e.f"_s};
        mail.subject = subject;
        mail.id = "1@b.c";
        return mail;
    }
    /// What stands behind "Subject: ", over all its lines.
    [[nodiscard]] static QByteArray subjectField(const QString &subject)
    {
        const QByteArray text = writeMail(mail(subject));
        const qsizetype start = text.indexOf("Subject: ") + 9;
        return text.mid(start, text.indexOf("\r\nDate:") - start);
    }

private slots:
    void subjectsBeyondShortAsciiAreEncodedInWords_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<bool>("isPlain");
        QTest::newRow("plain") << u"Settled: 3 of 4"_s << true;
        QTest::newRow("Chinese") << u"结算完成"_s << false;
        QTest::newRow("beyond the BMP") << u"🚂"_s.repeated(30) << false;
        QTest::newRow("long") << u"x"_s.repeated(3000) << false;
        QTest::newRow("like an encoded word") << u"=?UTF-8?B?QQ==?="_s << false;
    }
    void subjectsBeyondShortAsciiAreEncodedInWords()
    {
        QFETCH(QString, subject);
        QFETCH(bool, isPlain);
        const QByteArray field = subjectField(subject);
        if (isPlain) {
            QCOMPARE(field, subject.toLatin1());
            return;
        }
        QByteArray decoded;
        for (const QByteArray &word : field.split('\n')) {
            const QByteArray trimmed = word.trimmed();
            QVERIFY(trimmed.size() <= 75); // RFC 2047
            QVERIFY(trimmed.startsWith("=?UTF-8?B?") && trimmed.endsWith("?="));
            decoded += QByteArray::fromBase64(trimmed.mid(10, trimmed.size() - 12));
        }
        QCOMPARE(QString::fromUtf8(decoded), subject);
    }

    void noFieldBeginsAnother()
    {
        Mail evil = mail(u"Hi\r\nBcc: x@y.z\r\n\r\nText"_s);
        evil.from = u"a@b.c\nX: 1"_s;
        evil.to = QStringList{u"d@e.f\r\nBcc: x@y.z"_s};
        evil.body = "hello";
        const QByteArray text = writeMail(evil);
        QVERIFY(!text.contains("\nBcc:"));
        QVERIFY(!text.contains("\nX:"));
        QCOMPARE(text.indexOf("\r\n\r\n"), text.size() - QByteArray("\r\n\r\naGVsbG8=\r\n").size());
    }

    void theBodyIsBase64InShortLines()
    {
        Mail html = mail(u"Hi"_s);
        html.body = QByteArray("é").repeated(500);
        html.isHtml = true;
        const QByteArray text = writeMail(html);
        QVERIFY(text.contains("\r\nContent-Type: text/html; charset=utf-8\r\n"));
        const QByteArray body = text.sliced(text.indexOf("\r\n\r\n") + 4);
        for (const QByteArray &line : body.split('\n'))
            QVERIFY(line.size() <= 77); // RFC 2045, and the carriage return
        QCOMPARE(QByteArray::fromBase64(body), html.body);
    }

    void aSenderIsNamedOnlyWhereItIsAnother()
    {
        Mail sent = mail(u"Hi"_s);
        sent.sender = sent.from;
        QVERIFY(!writeMail(sent).contains("Sender:"));
        sent.sender = u"x@y.z"_s;
        QVERIFY(writeMail(sent).contains("\r\nSender: x@y.z\r\n"));
    }

    void addressesAreToldFromOtherText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isAddress");
        QTest::newRow("plain") << u"a.b+c@d-e.f"_s << true;
        QTest::newRow("no host") << u"a@"_s << false;
        QTest::newRow("no name") << u"@b"_s << false;
        QTest::newRow("two") << u"a@b@c"_s << false;
        QTest::newRow("space") << u"a b@c"_s << false;
        QTest::newRow("line feed") << u"a@b\n"_s << false;
        QTest::newRow("bracket") << u"a@b>"_s << false;
        QTest::newRow("list") << u"a@b,c"_s << false;
        QTest::newRow("not ASCII") << u"ä@b"_s << false;
        QTest::newRow("too long") << u"a"_s.repeated(254) + u"@b"_s << false;
    }
    void addressesAreToldFromOtherText()
    {
        QFETCH(QString, text);
        QFETCH(bool, isAddress);
        QCOMPARE(isMailAddress(text), isAddress);
    }
};

QTEST_GUILESS_MAIN(TestMail)
#include "tst_mail.moc"
