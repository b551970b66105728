// SPDX-License-Identifier: GPL-3.0-only
#include "metrics/requestlog.h"

#include <QTest>

using namespace Signalbox;

namespace {

LoggedRequest refused(qsizetype stringToSignBytes = 0)
{
    LoggedRequest request;
    request.refused = true;
    request.error = Error{ErrorCode::SignatureDoesNotMatch, QStringLiteral("differs")};
    request.mismatch.stringToSign = QByteArray(stringToSignBytes, 's');
    return request;
}

} // namespace

class TestRequestLog : public QObject
{
    Q_OBJECT

private slots:
    void givesTheNewestFirstAndOnlyWhatIsNew()
    {
        RequestLog log;
        for (int i = 0; i < 5; ++i)
            log.add({});
        const auto all = log.newest(3);
        QCOMPARE(all.size(), 3u);
        QCOMPARE(all.front().id, 5u);
        QCOMPARE(log.newest(100, 4).size(), 1u);
        QVERIFY(log.newest(100, log.lastId()).empty());
    }

    void givesThePageBeforeAnother()
    {
        RequestLog log;
        for (int i = 0; i < 5; ++i)
            log.add({});
        const auto page = log.newest(2, 0, false, 4);
        QCOMPARE(page.size(), 2u);
        QCOMPARE(page.front().id, 3u);
        QCOMPARE(log.newest(100, 0, false, 2).size(), 1u);
        QVERIFY(log.newest(100, 0, false, 1).empty());
        QCOMPARE(log.newest(100, 0, false, 1000).size(), 5u);
    }

    void tellsRefusedRequestsApart()
    {
        RequestLog log;
        log.add({});
        log.add(refused());
        log.add({});
        const auto found = log.newest(100, 0, true);
        QCOMPARE(found.size(), 1u);
        QCOMPARE(found.front().id, 2u);
    }

    void keepsTheLastTenThousand()
    {
        RequestLog log;
        for (int i = 0; i < 10'500; ++i)
            log.add({});
        const auto found = log.newest(20'000);
        QCOMPARE(found.size(), RequestLog::kMaxEntries);
        QCOMPARE(found.back().id, 501u);
    }

    void cutsLongTexts()
    {
        RequestLog log;
        LoggedRequest request;
        request.resource = QByteArray(60'000, 'r');
        request.agent = QString(60'000, QLatin1Char('a'));
        log.add(request);
        QCOMPARE(log.newest(1).front().resource.size(), RequestLog::kMaxTextBytes);
        QVERIFY(log.newest(1).front().agent.size() <= RequestLog::kMaxTextBytes);
    }

    void keepsOnlyTheNewestStringsToSign()
    {
        RequestLog log;
        for (int i = 0; i < 12'000; ++i)
            log.add(refused(RequestLog::kMaxStringToSignBytes));
        const auto found = log.newest(RequestLog::kMaxEntries);
        qsizetype bytes = 0;
        for (const LoggedRequest &request : found)
            bytes += request.mismatch.stringToSign.size();
        QCOMPARE(bytes, RequestLog::kMaxAllStringsToSignBytes);
        QCOMPARE(found.front().mismatch.stringToSign.size(), RequestLog::kMaxStringToSignBytes);
        QVERIFY(found.back().mismatch.stringToSign.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRequestLog)
#include "tst_requestlog.moc"
