// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/queuexml.h"

#include <QTest>

using namespace Signalbox;
using namespace std::chrono_literals;

namespace {

QueueAttributes demo()
{
    QueueAttributes queue;
    queue.name = QStringLiteral("demo");
    queue.createdAtS = 1435197600;
    queue.modifiedAtS = 1435197601;
    return queue;
}

QByteArray document(const QByteArray &children)
{
    return "<Queue xmlns=\"http://mns.aliyuncs.com/doc/v1/\">" + children + "</Queue>";
}

} // namespace

class TestQueueXml : public QObject
{
    Q_OBJECT

private slots:
    void readsOnlyWhatIsThere()
    {
        const auto patch =
            parseQueueSettings(document("<VisibilityTimeout>60</VisibilityTimeout>"
                                        "<PollingWaitSeconds>10</PollingWaitSeconds>"));
        QVERIFY(patch.ok());
        QueueSettingsPatch expected;
        expected.visibilityTimeout = 60s;
        expected.pollingWait = 10s;
        QCOMPARE(*patch, expected);
    }

    void takesABlankBodyAsAllDefaults_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("absent") << QByteArray();
        QTest::newRow("line end") << QByteArray("\r\n");
        QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf");
        QTest::newRow("empty queue") << document("");
        QTest::newRow("self-closed") << QByteArray("<Queue/>");
        QTest::newRow("empty elements")
            << document("<DelaySeconds/><LoggingEnabled></LoggingEnabled>");
        QTest::newRow("unknown elements")
            << document("<QueueName>other</QueueName><New><DelaySeconds>9</DelaySeconds></New>");
    }

    void takesABlankBodyAsAllDefaults()
    {
        QFETCH(QByteArray, body);
        const auto patch = parseQueueSettings(body);
        QVERIFY(patch.ok());
        QCOMPARE(*patch, QueueSettingsPatch{});
        QCOMPARE(patch->appliedTo({}), QueueSettings{});
    }

    void refusesOtherBodies_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("no XML") << QByteArray("{}") << ErrorCode::MalformedXml;
        QTest::newRow("cut") << QByteArray("<Queue>") << ErrorCode::MalformedXml;
        QTest::newRow("other root") << QByteArray("<Topic/>") << ErrorCode::InvalidArgument;
        QTest::newRow("no number")
            << document("<DelaySeconds>soon</DelaySeconds>") << ErrorCode::InvalidArgument;
        QTest::newRow("fraction") << document("<DelaySeconds>1.5</DelaySeconds>")
                                  << ErrorCode::InvalidArgument;
        QTest::newRow("no boolean")
            << document("<LoggingEnabled>on</LoggingEnabled>") << ErrorCode::InvalidArgument;
        QTest::newRow("twice") << document(
            "<DelaySeconds>1</DelaySeconds><DelaySeconds>1</DelaySeconds>")
                               << ErrorCode::InvalidArgument;
    }

    void refusesOtherBodies()
    {
        QFETCH(QByteArray, body);
        QFETCH(ErrorCode, code);
        const auto patch = parseQueueSettings(body);
        QVERIFY(!patch);
        QCOMPARE(patch.error().code, code);
    }

    void leavesBoundsToTheCheckOfTheWhole()
    {
        const auto patch =
            parseQueueSettings(document("<MaximumMessageSize>4294968320</MaximumMessageSize>"));
        QVERIFY(patch.ok());
        QCOMPARE(checkQueueSettings(patch->appliedTo({})).error().code, ErrorCode::InvalidArgument);
    }

    void readsBackSettings()
    {
        QueueSettingsPatch all;
        all.delay = 1s;
        all.maximumMessageSizeBytes = 2048;
        all.retention = 3600s;
        all.visibilityTimeout = 45s;
        all.pollingWait = 5s;
        all.loggingEnabled = true;
        QCOMPARE(*parseQueueSettings(writeQueueSettings(all)), all);
        QCOMPARE(*parseQueueSettings(writeQueueSettings({})), QueueSettingsPatch{});
    }

    void writesAttributesByteForByte()
    {
        QCOMPARE(writeQueueAttributes(demo()),
                 QByteArray("<?xml version=\"1.0\" ?>\n"
                            "<Queue xmlns=\"http://mns.aliyuncs.com/doc/v1\">\n"
                            "  <QueueName>demo</QueueName>\n"
                            "  <CreateTime>1435197600</CreateTime>\n"
                            "  <LastModifyTime>1435197601</LastModifyTime>\n"
                            "  <VisibilityTimeout>30</VisibilityTimeout>\n"
                            "  <MaximumMessageSize>65536</MaximumMessageSize>\n"
                            "  <MessageRetentionPeriod>345600</MessageRetentionPeriod>\n"
                            "  <DelaySeconds>0</DelaySeconds>\n"
                            "  <PollingWaitSeconds>0</PollingWaitSeconds>\n"
                            "  <InactiveMessages>0</InactiveMessages>\n"
                            "  <ActiveMessages>0</ActiveMessages>\n"
                            "  <DelayMessages>0</DelayMessages>\n"
                            "  <LoggingEnabled>False</LoggingEnabled>\n"
                            "</Queue>"));
    }

    void readsBackAttributes()
    {
        QueueAttributes queue = demo();
        queue.settings.loggingEnabled = true;
        queue.settings.delay = 7s;
        queue.counts = {5000000000, 2, 3, 0};
        QCOMPARE(*parseQueueAttributes(writeQueueAttributes(queue)), queue);
        QCOMPARE(parseQueueAttributes("<Queues/>").error().code, ErrorCode::UnexpectedReply);
    }

    void countsBlockedMessagesAsActive()
    {
        QueueAttributes queue = demo();
        queue.counts = {1, 0, 0, 2};
        QVERIFY(writeQueueAttributes(queue).contains("<ActiveMessages>3</ActiveMessages>"));
    }

    void writesAPageOfNamesByteForByte()
    {
        const QueueList page{{demo()}, "ZGVtbzI="};
        const QByteArray written = writeQueueList("http://HOST", page, false);
        QCOMPARE(written,
                 QByteArray("<?xml version=\"1.0\" ?>\n"
                            "<Queues xmlns=\"http://mns.aliyuncs.com/doc/v1\">\n"
                            "  <Queue>\n"
                            "    <QueueURL>http://HOST/queues/demo</QueueURL>\n"
                            "  </Queue>\n"
                            "  <NextMarker>ZGVtbzI=</NextMarker>\n"
                            "</Queues>"));
        const auto parsed = parseQueueList(written);
        QVERIFY(parsed.ok());
        QCOMPARE(parsed->nextMarker, page.nextMarker);
        QCOMPARE(parsed->queues.front().name, QStringLiteral("demo"));
    }

    void readsBackAPageWithMeta()
    {
        QueueAttributes other = demo();
        other.name = QStringLiteral("other");
        other.settings.visibilityTimeout = 60s;
        const QueueList page{{demo(), other}, {}};
        const QByteArray written = writeQueueList("http://HOST", page, true);
        QVERIFY(!written.contains("NextMarker"));
        QVERIFY(written.contains(
            "<QueueURL>http://HOST/queues/other</QueueURL>\n    <QueueName>other</QueueName>"));
        QCOMPARE(*parseQueueList(written), page);
    }

    void writesAnEmptyPageWithoutSelfClosing()
    {
        QVERIFY(writeQueueList("http://HOST", {}, true).endsWith("doc/v1\">\n</Queues>"));
        QCOMPARE(*parseQueueList(writeQueueList("http://HOST", {}, true)), QueueList{});
    }

    void splitsUrlsIntoFivePieces()
    {
        // The PHP SDK counts them.
        QCOMPARE(queueUrl("http://127.0.0.1:9324", QStringLiteral("demo")),
                 QByteArray("http://127.0.0.1:9324/queues/demo"));
        QCOMPARE(queueUrl("http://127.0.0.1:9324", QStringLiteral("demo")).split('/').size(), 5);
    }
};

QTEST_GUILESS_MAIN(TestQueueXml)

#include "tst_queuexml.moc"
