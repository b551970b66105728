// SPDX-License-Identifier: GPL-3.0-only
#include "push/attemptfile.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;

/// What is left of attempts on disk.
class TestAttemptFile : public QObject
{
    Q_OBJECT

private:
    static constexpr qint64 kNowMs = 1'700'000'000'000;

    std::unique_ptr<QTemporaryDir> m_directory;

    static PushAttempt attempt(quint64 number, qint64 atMs = kNowMs)
    {
        PushAttempt attempt;
        attempt.number = number;
        attempt.topic = u"news"_s;
        attempt.atMs = atMs;
        return attempt;
    }

    [[nodiscard]] AttemptFile::Options options() const
    {
        AttemptFile::Options options;
        options.directory = m_directory->path();
        return options;
    }

    [[nodiscard]] QString path(const QString &name) const { return m_directory->filePath(name); }

    [[nodiscard]] QList<quint64> numbers(qint64 nowMs = kNowMs) const
    {
        QList<quint64> numbers;
        for (const PushAttempt &attempt : AttemptFile(options()).load(nowMs))
            numbers.append(attempt.number);
        return numbers;
    }

private slots:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }

    void anAttemptComesBackWhole()
    {
        PushAttempt sent = attempt(7);
        sent.account = u"1000"_s;
        sent.subscription = u"web"_s;
        sent.messageId = "5F290C926D472878-2-14D9529A8FA-200000001";
        sent.attempt = 3;
        sent.endpoint = u"http://a/路"_s;
        sent.outcome = PushAttempt::Outcome::DeadLettered;
        sent.nextAtMs = 12;
        sent.isManual = true;
        sent.request.url = "http://a/%E8%B7%AF";
        sent.request.headers = {{"x-mns-version", "2015-06-06"}, {"Content-md5", ""}};
        sent.request.body = QByteArray("\0\xff", 2);
        sent.request.isTrusted = true;
        sent.stringToSign = "POST\n";
        sent.reply.status = 503;
        sent.reply.error = u"aus"_s;
        sent.reply.headers = {{"Server", "x"}};
        sent.reply.body = "no";
        sent.reply.duration = std::chrono::microseconds(1234);
        AttemptFile(options()).append({sent}, kNowMs);

        const std::vector<PushAttempt> loaded = AttemptFile(options()).load(kNowMs);
        QCOMPARE(loaded.size(), 1U);
        const PushAttempt &kept = loaded.front();
        QCOMPARE(kept.number, sent.number);
        QCOMPARE(kept.account, sent.account);
        QCOMPARE(kept.topic, sent.topic);
        QCOMPARE(kept.subscription, sent.subscription);
        QCOMPARE(kept.messageId, sent.messageId);
        QCOMPARE(kept.attempt, sent.attempt);
        QCOMPARE(kept.atMs, sent.atMs);
        QCOMPARE(kept.endpoint, sent.endpoint);
        QCOMPARE(kept.outcome, sent.outcome);
        QCOMPARE(kept.nextAtMs, sent.nextAtMs);
        QCOMPARE(kept.isManual, sent.isManual);
        QCOMPARE(kept.request.url, sent.request.url);
        QCOMPARE(kept.request.method, sent.request.method);
        QCOMPARE(kept.request.headers, sent.request.headers);
        QCOMPARE(kept.request.body, sent.request.body);
        QCOMPARE(kept.request.isTrusted, sent.request.isTrusted);
        QCOMPARE(kept.stringToSign, sent.stringToSign);
        QCOMPARE(kept.reply.status, sent.reply.status);
        QCOMPARE(kept.reply.error, sent.reply.error);
        QCOMPARE(kept.reply.headers, sent.reply.headers);
        QCOMPARE(kept.reply.body, sent.reply.body);
        QCOMPARE(kept.reply.duration, sent.reply.duration);
    }

    void aTornEndIsCutOffAndWrittenOn()
    {
        AttemptFile(options()).append({attempt(1), attempt(2)}, kNowMs);
        QFile file(path(u"attempts.cbor"_s));
        QVERIFY(file.resize(file.size() - 3));
        AttemptFile next(options());
        QCOMPARE(next.load(kNowMs).size(), 1U);
        next.append({attempt(3)}, kNowMs);
        QCOMPARE(numbers(), QList<quint64>({1, 3}));
    }

    void whatIsNoAttemptAtAllIsLeftOut()
    {
        QFile file(path(u"attempts.cbor"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("a letter to nobody");
        file.close();
        AttemptFile attempts(options());
        QVERIFY(attempts.load(kNowMs).empty());
        attempts.append({attempt(1)}, kNowMs);
        QCOMPARE(numbers(), QList<quint64>{1});
    }

    void noMoreBytesAreKeptThanAllowed()
    {
        AttemptFile::Options small = options();
        small.maxBytes = qint64(20) * 1024;
        AttemptFile attempts(small);
        for (quint64 number = 1; number <= 1000; ++number)
            attempts.append({attempt(number)}, kNowMs);
        const qint64 bytes =
            QFile(path(u"attempts.cbor"_s)).size() + QFile(path(u"attempts-before.cbor"_s)).size();
        QVERIFY2(bytes <= small.maxBytes + 1024, qPrintable(QString::number(bytes)));
        const QList<quint64> kept = numbers();
        QCOMPARE(kept.constLast(), 1000U);
        QVERIFY(kept.size() > 10);
        QCOMPARE(kept.constLast() - kept.constFirst() + 1, quint64(kept.size())); // no gap
    }

    void whatIsTooOldIsGone()
    {
        const qint64 age = options().maxAge.count();
        AttemptFile attempts(options());
        attempts.append({attempt(1, kNowMs)}, kNowMs);
        attempts.append({attempt(2, kNowMs + age * 3 / 4)}, kNowMs + age * 3 / 4);
        QCOMPARE(numbers(kNowMs + age), QList<quint64>({1, 2}));
        QCOMPARE(numbers(kNowMs + age + 1), QList<quint64>{2});
        const qint64 muchLaterMs = kNowMs + 2 * age;
        attempts.append({attempt(3, muchLaterMs)}, muchLaterMs);
        QCOMPARE(numbers(kNowMs), QList<quint64>({2, 3})); // not on disk any more
    }

    void whatCannotBeWrittenIsLeftOut()
    {
        AttemptFile::Options nowhere = options();
        nowhere.directory = path(u"absent"_s);
        AttemptFile attempts(nowhere);
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(u"Attempts are not kept on disk: .*"_s));
        attempts.append({attempt(1)}, kNowMs);
        attempts.append({attempt(2)}, kNowMs); // and no second warning
        QVERIFY(QDir().mkpath(nowhere.directory));
        attempts.append({attempt(3)}, kNowMs);
        QCOMPARE(AttemptFile(nowhere).load(kNowMs).size(), 1U);
    }
};

QTEST_GUILESS_MAIN(TestAttemptFile)
#include "tst_attemptfile.moc"
