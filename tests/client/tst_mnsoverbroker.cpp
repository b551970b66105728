// SPDX-License-Identifier: GPL-3.0-only
#include "brokersuite.h"
#include "support/awaited.h"

#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The MNS client against a real broker: every operation, and the errors a user meets.
class TestMnsOverBroker : public BrokerSuite
{
    Q_OBJECT

private slots:
    void queueLivesFromCreateToDelete();
    void equalAttributesAreAlreadyThereAndOthersConflict();
    void queuesAreListedByPage();
    void messageLivesFromSendToDelete();
    void messageKeepsItsPropertiesAndPriority();
    void batchesAreSentReceivedAndDeleted();
    void peekLeavesTheMessage();
    void changedVisibilityReplacesTheHandle();
    void longPollIsWokenBySend();
    void loggingBucketIsKept();
    void wrongKeyIsRefused();
    void absentQueueIsRefused();
};

void TestMnsOverBroker::queueLivesFromCreateToDelete()
{
    QueueSettingsPatch settings;
    settings.visibilityTimeout = 60s;
    settings.maximumMessageSizeBytes = 2048;
    QCOMPARE(*awaited(m_mns->createQueue(m_queue, settings)), MnsClient::Created::New);

    settings = {};
    settings.delay = 5s;
    settings.loggingEnabled = true;
    QVERIFY(awaited(m_mns->setQueueAttributes(m_queue, settings)));

    const auto attributes = awaited(m_mns->queueAttributes(m_queue));
    QVERIFY(attributes);
    QCOMPARE(attributes->name, m_queue);
    QueueSettings expected;
    expected.visibilityTimeout = 60s;
    expected.maximumMessageSizeBytes = 2048;
    expected.delay = 5s;
    expected.loggingEnabled = true;
    QCOMPARE(attributes->settings, expected);
    QCOMPARE(attributes->createdAtS, RunningBroker::kStartMs / 1000);

    QVERIFY(awaited(m_mns->deleteQueue(m_queue)));
    QVERIFY(awaited(m_mns->deleteQueue(m_queue))); // an absent queue is no error
    QCOMPARE(awaited(m_mns->queueAttributes(m_queue)).error().code, ErrorCode::QueueNotExist);
}

void TestMnsOverBroker::equalAttributesAreAlreadyThereAndOthersConflict()
{
    createQueue();
    QCOMPARE(*awaited(m_mns->createQueue(m_queue)), MnsClient::Created::AlreadyThere);
    QueueSettingsPatch other;
    other.delay = 1s;
    QCOMPARE(awaited(m_mns->createQueue(m_queue, other)).error().code,
             ErrorCode::QueueAlreadyExist);
}

void TestMnsOverBroker::queuesAreListedByPage()
{
    for (const QString &name : {u"a-1"_s, u"a-2"_s, u"a-3"_s, u"b-1"_s})
        QVERIFY(awaited(m_mns->createQueue(name)));
    ListPage page;
    page.prefix = u"a-"_s;
    page.size = 2;
    page.withMeta = true;

    const auto first = awaited(m_mns->listQueues(page));
    QVERIFY(first);
    QCOMPARE(first->queues.size(), 2U);
    QCOMPARE(first->queues.front().name, u"a-1"_s);
    QCOMPARE(first->queues.front().settings, QueueSettings());
    QVERIFY(!first->nextMarker.isEmpty());

    page.marker = first->nextMarker;
    const auto second = awaited(m_mns->listQueues(page));
    QVERIFY(second);
    QCOMPARE(second->queues.size(), 1U);
    QCOMPARE(second->queues.front().name, u"a-3"_s);
    QVERIFY(second->nextMarker.isEmpty());
}

void TestMnsOverBroker::messageLivesFromSendToDelete()
{
    createQueue();
    const QByteArray body = "<grüß & co>\n";
    const SentMessage sent = send(body);
    QCOMPARE(sent.messageId.size(), 32);
    QCOMPARE(counts(), (QueueCounts{1, 0, 0, 0}));

    const auto received = awaited(m_mns->receiveMessage(m_queue, 0s));
    QVERIFY(received);
    QCOMPARE(received->messageId, sent.messageId);
    QCOMPARE(received->bodyMd5, sent.bodyMd5);
    QCOMPARE(received->body, body);
    QCOMPARE(received->dequeueCount, 1);
    QCOMPARE(received->nextVisibleTimeMs, RunningBroker::kStartMs + 30'000);
    QCOMPARE(counts(), (QueueCounts{0, 1, 0, 0}));
    QCOMPARE(awaited(m_mns->receiveMessage(m_queue, 0s)).error().code, ErrorCode::MessageNotExist);

    QVERIFY(awaited(m_mns->deleteMessage(m_queue, received->receiptHandle)));
    QCOMPARE(counts(), QueueCounts());
    QCOMPARE(awaited(m_mns->deleteMessage(m_queue, received->receiptHandle)).error().code,
             ErrorCode::MessageNotExist);
}

void TestMnsOverBroker::messageKeepsItsPropertiesAndPriority()
{
    createQueue();
    OutgoingMessage message;
    message.body = "x";
    message.priority = 3;
    message.groupId = u"group-1"_s;
    message.userProperties = {{u"retry"_s, u"3"_s, PropertyType::Number},
                              {u"blob"_s, u"AAE="_s, PropertyType::Binary}};
    message.systemProperties = {{u"traceparent"_s, u"00-0a-0b-01"_s, PropertyType::String}};
    QVERIFY(awaited(m_mns->sendMessage(m_queue, message)));

    const auto received = awaited(m_mns->receiveMessage(m_queue, 0s));
    QVERIFY(received);
    QCOMPARE(received->priority, 3);
    QCOMPARE(received->groupId, u"group-1"_s);
    QCOMPARE(received->userProperties, message.userProperties);
    QCOMPARE(received->systemProperties, message.systemProperties);
}

void TestMnsOverBroker::batchesAreSentReceivedAndDeleted()
{
    createQueue();
    std::vector<OutgoingMessage> messages(16);
    for (std::size_t i = 0; i < messages.size(); ++i)
        messages[i].body = QByteArray::number(qulonglong(i));
    const auto sent = awaited(m_mns->sendMessages(m_queue, messages));
    QVERIFY(sent);
    QCOMPARE(sent->size(), 16U);

    const auto received = awaited(m_mns->receiveMessages(m_queue, 16, 0s));
    QVERIFY(received);
    QCOMPARE(received->size(), 16U);
    std::vector<QByteArray> handles;
    for (std::size_t i = 0; i < received->size(); ++i) {
        QVERIFY(sent->at(i));
        QCOMPARE(received->at(i).messageId, sent->at(i)->messageId);
        handles.push_back(received->at(i).receiptHandle);
    }

    QVERIFY(awaited(m_mns->deleteMessage(m_queue, handles.front())));
    const auto failed = awaited(m_mns->deleteMessages(m_queue, handles));
    QVERIFY(failed);
    QCOMPARE(failed->size(), 1U);
    QCOMPARE(failed->front().receiptHandle, handles.front());
    QCOMPARE(failed->front().error.code, ErrorCode::MessageNotExist);
    QCOMPARE(counts(), QueueCounts());
}

void TestMnsOverBroker::peekLeavesTheMessage()
{
    createQueue();
    const SentMessage first = send("one");
    send("two");

    const auto peeked = awaited(m_mns->peekMessage(m_queue));
    QVERIFY(peeked);
    QCOMPARE(peeked->messageId, first.messageId);
    QVERIFY(peeked->receiptHandle.isEmpty());
    QCOMPARE(peeked->dequeueCount, 0);
    QCOMPARE(awaited(m_mns->peekMessages(m_queue, 16))->size(), 2U);
    QCOMPARE(counts(), (QueueCounts{2, 0, 0, 0}));
}

void TestMnsOverBroker::changedVisibilityReplacesTheHandle()
{
    createQueue();
    send("x");
    const auto received = awaited(m_mns->receiveMessage(m_queue, 0s));
    QVERIFY(received);

    const auto changed = awaited(m_mns->changeVisibility(m_queue, received->receiptHandle, 100s));
    QVERIFY(changed);
    QCOMPARE(changed->nextVisibleTimeMs, RunningBroker::kStartMs + 100'000);
    QCOMPARE(awaited(m_mns->deleteMessage(m_queue, received->receiptHandle)).error().code,
             ErrorCode::ReceiptHandleError);
    QVERIFY(awaited(m_mns->deleteMessage(m_queue, changed->receiptHandle)));
}

void TestMnsOverBroker::longPollIsWokenBySend()
{
    createQueue();
    const auto poll = m_mns->receiveMessage(m_queue, 30s);
    QTRY_COMPARE(awaited(m_admin->queue(m_queue))->waiters, 1);
    const SentMessage sent = send("x");
    QCOMPARE(awaited(poll)->messageId, sent.messageId);
}

void TestMnsOverBroker::loggingBucketIsKept()
{
    QCOMPARE(*awaited(m_mns->loggingBucket()), QString());
    QVERIFY(awaited(m_mns->setLoggingBucket(u"logs"_s)));
    QCOMPARE(*awaited(m_mns->loggingBucket()), u"logs"_s);
}

void TestMnsOverBroker::wrongKeyIsRefused()
{
    Endpoint wrong = endpoint();
    wrong.accessKeySecret = u"guessed"_s;
    QCOMPARE(awaited(MnsClient(wrong).listQueues()).error().code, ErrorCode::SignatureDoesNotMatch);
    QCOMPARE(awaited(AdminClient(wrong).status()).error().code, ErrorCode::SignatureDoesNotMatch);
    wrong.accessKeyId = u"nobody"_s;
    QCOMPARE(awaited(MnsClient(wrong).listQueues()).error().code, ErrorCode::InvalidAccessKeyId);
    QCOMPARE(awaited(AdminClient(wrong).status()).error().code, ErrorCode::InvalidAccessKeyId);
}

void TestMnsOverBroker::absentQueueIsRefused()
{
    OutgoingMessage message;
    message.body = "x";
    QCOMPARE(awaited(m_mns->sendMessage(m_queue, message)).error().code, ErrorCode::QueueNotExist);
    QCOMPARE(awaited(m_mns->receiveMessages(m_queue, 16, 0s)).error().code,
             ErrorCode::QueueNotExist);
    QCOMPARE(awaited(m_mns->peekMessage(m_queue)).error().code, ErrorCode::QueueNotExist);
    QCOMPARE(awaited(m_admin->queue(m_queue)).error().code, ErrorCode::QueueNotExist);
    QCOMPARE(awaited(m_admin->purgeQueue(m_queue)).error().code, ErrorCode::QueueNotExist);
    QCOMPARE(awaited(m_admin->deleteQueue(m_queue)).error().code, ErrorCode::QueueNotExist);
    QCOMPARE(awaited(m_admin->browse(m_queue)).error().code, ErrorCode::QueueNotExist);
}

QTEST_GUILESS_MAIN(TestMnsOverBroker)
#include "tst_mnsoverbroker.moc"
