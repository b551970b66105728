// SPDX-License-Identifier: GPL-3.0-only
#include "awaited.h"
#include "client/adminclient.h"
#include "client/mnsclient.h"
#include "runningbroker.h"

#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Both clients against a real broker, by each signature: every operation, and the errors a user
/// meets.
class TestBrokerClients : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data();
    void init();
    void cleanup();

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

    void statusTellsWhatRuns();
    void changedQueuesComeByCursor();
    void browseShowsEveryState();
    void browseGoesOnByCursor();
    void messageIsFoundByItsId();
    void deletedMessagesComeBackFromTheTrash();
    void purgeComesBackFromTheTrash();
    void deletedQueueComesBackUnderAnotherName();
    void trashIsEmptied();
    void clockIsFrozenAdvancedAndRun();
    void requestsAreListed();
    void historiesAreRead();

private:
    [[nodiscard]] Endpoint endpoint() const;
    void createQueue(const QueueSettingsPatch &settings = {});
    SentMessage send(const QByteArray &body, std::optional<std::chrono::seconds> delay = {});
    /// Messages of the queue, as its attributes count them.
    QueueCounts counts();

    std::unique_ptr<RunningBroker> m_broker;
    std::unique_ptr<MnsClient> m_mns;
    std::unique_ptr<AdminClient> m_admin;
    const QString m_queue = u"demo"_s;
};

void TestBrokerClients::initTestCase_data()
{
    QTest::addColumn<Endpoint::Signature>("signature");
    QTest::newRow("V2") << Endpoint::Signature::V2;
    QTest::newRow("V4") << Endpoint::Signature::V4;
}

void TestBrokerClients::init()
{
    m_broker = std::make_unique<RunningBroker>();
    m_mns = std::make_unique<MnsClient>(endpoint());
    m_admin = std::make_unique<AdminClient>(endpoint());
}

void TestBrokerClients::cleanup()
{
    m_admin.reset();
    m_mns.reset();
    m_broker.reset();
}

Endpoint TestBrokerClients::endpoint() const
{
    QFETCH_GLOBAL(const Endpoint::Signature, signature);
    Endpoint endpoint = Endpoint::local();
    endpoint.url = QUrl(m_broker->endpoint());
    endpoint.signature = signature;
    endpoint.region = u"cn-hangzhou"_s;
    return endpoint;
}

void TestBrokerClients::createQueue(const QueueSettingsPatch &settings)
{
    const auto created = awaited(m_mns->createQueue(m_queue, settings));
    if (!created)
        qFatal("No queue: %s", qPrintable(created.error().message));
}

SentMessage TestBrokerClients::send(const QByteArray &body,
                                    std::optional<std::chrono::seconds> delay)
{
    OutgoingMessage message;
    message.body = body;
    message.delay = delay;
    const Result<SentMessage> sent = awaited(m_mns->sendMessage(m_queue, message));
    if (!sent)
        qFatal("Nothing sent: %s", qPrintable(sent.error().message));
    return *sent;
}

QueueCounts TestBrokerClients::counts()
{
    const auto attributes = awaited(m_mns->queueAttributes(m_queue));
    return attributes ? attributes->counts : QueueCounts{-1, -1, -1, -1};
}

void TestBrokerClients::queueLivesFromCreateToDelete()
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

void TestBrokerClients::equalAttributesAreAlreadyThereAndOthersConflict()
{
    createQueue();
    QCOMPARE(*awaited(m_mns->createQueue(m_queue)), MnsClient::Created::AlreadyThere);
    QueueSettingsPatch other;
    other.delay = 1s;
    QCOMPARE(awaited(m_mns->createQueue(m_queue, other)).error().code,
             ErrorCode::QueueAlreadyExist);
}

void TestBrokerClients::queuesAreListedByPage()
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

void TestBrokerClients::messageLivesFromSendToDelete()
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

void TestBrokerClients::messageKeepsItsPropertiesAndPriority()
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

void TestBrokerClients::batchesAreSentReceivedAndDeleted()
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

void TestBrokerClients::peekLeavesTheMessage()
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

void TestBrokerClients::changedVisibilityReplacesTheHandle()
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

void TestBrokerClients::longPollIsWokenBySend()
{
    createQueue();
    const auto poll = m_mns->receiveMessage(m_queue, 30s);
    QTRY_COMPARE(awaited(m_admin->queue(m_queue))->waiters, 1);
    const SentMessage sent = send("x");
    QCOMPARE(awaited(poll)->messageId, sent.messageId);
}

void TestBrokerClients::loggingBucketIsKept()
{
    QCOMPARE(*awaited(m_mns->loggingBucket()), QString());
    QVERIFY(awaited(m_mns->setLoggingBucket(u"logs"_s)));
    QCOMPARE(*awaited(m_mns->loggingBucket()), u"logs"_s);
}

void TestBrokerClients::wrongKeyIsRefused()
{
    Endpoint wrong = endpoint();
    wrong.accessKeySecret = u"guessed"_s;
    QCOMPARE(awaited(MnsClient(wrong).listQueues()).error().code, ErrorCode::SignatureDoesNotMatch);
    QCOMPARE(awaited(AdminClient(wrong).status()).error().code, ErrorCode::SignatureDoesNotMatch);
    wrong.accessKeyId = u"nobody"_s;
    QCOMPARE(awaited(MnsClient(wrong).listQueues()).error().code, ErrorCode::InvalidAccessKeyId);
    QCOMPARE(awaited(AdminClient(wrong).status()).error().code, ErrorCode::InvalidAccessKeyId);
}

void TestBrokerClients::absentQueueIsRefused()
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

void TestBrokerClients::statusTellsWhatRuns()
{
    createQueue();
    send("one");
    send("two", 60s);

    const auto status = awaited(m_admin->status());
    QVERIFY(status);
    QCOMPARE(status->product, u"signalbox"_s);
    QCOMPARE(status->writesStopped, false);
    QCOMPARE(status->endpoint, m_broker->endpoint());
    QCOMPARE(status->durability, u"full"_s);
    QCOMPARE(status->account, u"1000000000000000"_s);
    QCOMPARE(status->queues, 1);
    QCOMPARE(status->messages, (QueueCounts{1, 0, 1, 0}));
    QCOMPARE(status->clock.nowMs, RunningBroker::kStartMs);
    QVERIFY(status->commitNumber > 0);
    QVERIFY(status->requestsTotal > 0);
    for (const QString &capability :
         {u"browse"_s, u"trash"_s, u"clock"_s, u"requests"_s, u"metrics"_s})
        QVERIFY2(status->capabilities.contains(capability), qPrintable(capability));
}

void TestBrokerClients::changedQueuesComeByCursor()
{
    QVERIFY(awaited(m_mns->createQueue(u"a"_s)));
    QVERIFY(awaited(m_mns->createQueue(u"b"_s)));
    createQueue();
    const auto all = awaited(m_admin->changedQueues());
    QVERIFY(all);
    QCOMPARE(all->queues.size(), 3);
    QVERIFY(all->complete);
    QVERIFY(all->removed.isEmpty());

    send("x");
    QVERIFY(awaited(m_mns->deleteQueue(u"a"_s)));
    const auto changes = awaited(m_admin->changedQueues(all->cursor));
    QVERIFY(changes);
    QCOMPARE(changes->queues.size(), 1);
    QCOMPARE(changes->queues.first().name, m_queue);
    QCOMPARE(changes->queues.first().counts.ready, 1);
    QCOMPARE(changes->queues.first().oldestReadyMs, RunningBroker::kStartMs);
    QCOMPARE(changes->removed, QStringList{u"a"_s});
}

void TestBrokerClients::browseShowsEveryState()
{
    createQueue();
    const SentMessage leased = send("leased");
    QVERIFY(awaited(m_mns->receiveMessage(m_queue, 0s)));
    const SentMessage delayed = send("delayed", 60s);
    const SentMessage ready = send("ready");

    const auto newest = awaited(m_admin->browse(m_queue));
    QVERIFY(newest);
    QVERIFY(newest->complete);
    QCOMPARE(newest->messages.size(), 3);
    QCOMPARE(newest->messages.at(0).messageId, ready.messageId);
    QCOMPARE(newest->messages.at(0).state, Admin::MessageState::Ready);
    QCOMPARE(newest->messages.at(0).body, "ready");
    QCOMPARE(newest->messages.at(1).messageId, delayed.messageId);
    QCOMPARE(newest->messages.at(1).state, Admin::MessageState::Delayed);
    QCOMPARE(newest->messages.at(1).nextVisibleTimeMs, RunningBroker::kStartMs + 60'000);
    QCOMPARE(newest->messages.at(2).messageId, leased.messageId);
    QCOMPARE(newest->messages.at(2).state, Admin::MessageState::Leased);
    QVERIFY(newest->messages.at(2).holder.contains(u"127.0.0.1"_s));

    Admin::BrowseQuery query;
    query.state = Admin::MessageState::Delayed;
    query.order = Admin::BrowseQuery::Order::NextVisible;
    query.bodies = false;
    const auto due = awaited(m_admin->browse(m_queue, query));
    QVERIFY(due);
    QCOMPARE(due->messages.size(), 1);
    QVERIFY(due->messages.first().body.isEmpty());
    QCOMPARE(due->messages.first().bodyBytes, 7);
}

void TestBrokerClients::browseGoesOnByCursor()
{
    createQueue();
    QList<QByteArray> sent;
    for (int i = 0; i < 5; ++i)
        sent.append(send(QByteArray::number(i)).messageId);

    Admin::BrowseQuery query;
    query.order = Admin::BrowseQuery::Order::Oldest;
    query.limit = 2;
    QList<QByteArray> found;
    bool complete = false;
    for (int page = 0; page < 10 && !complete; ++page) {
        const auto reply = awaited(m_admin->browse(m_queue, query));
        QVERIFY(reply);
        QVERIFY(reply->messages.size() <= 2);
        for (const Admin::Message &message : reply->messages)
            found.append(message.messageId);
        query.cursor = reply->cursor;
        complete = reply->complete;
    }
    QVERIFY(complete);
    QCOMPARE(found, sent);
}

void TestBrokerClients::messageIsFoundByItsId()
{
    createQueue();
    const SentMessage sent = send("x");
    const auto found = awaited(m_admin->message(m_queue, sent.messageId));
    QVERIFY(found);
    QCOMPARE(found->bodyMd5, sent.bodyMd5);
    QCOMPARE(awaited(m_admin->message(m_queue, QByteArray(32, 'F'))).error().code,
             ErrorCode::MessageNotExist);
}

void TestBrokerClients::deletedMessagesComeBackFromTheTrash()
{
    createQueue();
    const SentMessage first = send("one");
    const SentMessage second = send("two");
    const SentMessage third = send("three");

    const auto one = awaited(m_admin->deleteMessage(m_queue, first.messageId));
    QVERIFY(one);
    QCOMPARE(one->kind, Admin::TrashEntry::Kind::Messages);
    QCOMPARE(one->messages, 1);
    const auto two = awaited(m_admin->deleteMessages(m_queue, {second.messageId, third.messageId}));
    QVERIFY(two);
    QCOMPARE(two->messages, 2);
    QCOMPARE(counts(), QueueCounts());

    QCOMPARE(*awaited(m_admin->restore(two->id)), m_queue);
    QTRY_COMPARE(counts(), (QueueCounts{2, 0, 0, 0}));
}

void TestBrokerClients::purgeComesBackFromTheTrash()
{
    createQueue();
    send("one");
    send("two");

    const auto entry = awaited(m_admin->purgeQueue(m_queue));
    QVERIFY(entry);
    QCOMPARE(entry->kind, Admin::TrashEntry::Kind::Purge);
    QCOMPARE(entry->queueName, m_queue);
    QCOMPARE(entry->messages, 2);
    QVERIFY(entry->expiresAtMs > entry->deletedAtMs);
    QCOMPARE(counts(), QueueCounts());
    const auto trash = awaited(m_admin->trash());
    QVERIFY(trash);
    QCOMPARE(trash->size(), 1);
    QCOMPARE(trash->first().id, entry->id);

    QCOMPARE(*awaited(m_admin->restore(entry->id)), m_queue);
    QTRY_COMPARE(counts(), (QueueCounts{2, 0, 0, 0}));
    QTRY_VERIFY(awaited(m_admin->trash())->isEmpty());
}

void TestBrokerClients::deletedQueueComesBackUnderAnotherName()
{
    createQueue();
    send("x");
    const auto entry = awaited(m_admin->deleteQueue(m_queue));
    QVERIFY(entry);
    QCOMPARE(entry->kind, Admin::TrashEntry::Kind::Queue);
    createQueue();

    QCOMPARE(awaited(m_admin->restore(entry->id)).error().code, ErrorCode::Conflict);
    QCOMPARE(*awaited(m_admin->restore(entry->id, u"other"_s)), u"other"_s);
    QCOMPARE(awaited(m_mns->peekMessage(u"other"_s))->body, "x");
    QCOMPARE(awaited(m_admin->restore(entry->id)).error().code, ErrorCode::NotFound);
}

void TestBrokerClients::trashIsEmptied()
{
    createQueue();
    QList<qint64> entries;
    for (int i = 0; i < 3; ++i) {
        send("x");
        entries.append(awaited(m_admin->purgeQueue(m_queue))->id);
    }
    QCOMPARE(*awaited(m_admin->deleteTrashEntry(entries.first())), 1);
    QCOMPARE(awaited(m_admin->deleteTrashEntry(entries.first())).error().code, ErrorCode::NotFound);
    QCOMPARE(*awaited(m_admin->emptyTrash()), 2);
    QVERIFY(awaited(m_admin->trash())->isEmpty());
}

void TestBrokerClients::clockIsFrozenAdvancedAndRun()
{
    createQueue();
    send("x", 2h);
    QCOMPARE(awaited(m_admin->clock())->frozen, false);
    QCOMPARE(awaited(m_admin->freezeClock())->frozen, true);

    const auto advanced = awaited(m_admin->advanceClock(2h));
    QVERIFY(advanced);
    QCOMPARE(advanced->nowMs, RunningBroker::kStartMs + 7'200'000);
    QVERIFY(awaited(m_mns->receiveMessage(m_queue, 0s)));

    QCOMPARE(awaited(m_admin->runClock())->frozen, false);
    QCOMPARE(awaited(m_admin->advanceClock(-1ms)).error().code, ErrorCode::InvalidArgument);
}

void TestBrokerClients::requestsAreListed()
{
    createQueue();
    QVERIFY(!awaited(m_mns->queueAttributes(u"nowhere"_s)));

    const auto log = awaited(m_admin->requests());
    QVERIFY(log);
    QVERIFY(log->requests.size() >= 2);
    QCOMPARE(log->requests.at(1).operation, u"CreateQueue"_s);
    QCOMPARE(log->requests.at(1).status, 201);
    QCOMPARE(log->requests.at(1).accessKeyId, u"local-id"_s);
    QVERIFY(log->requests.at(0).id > log->requests.at(1).id);

    const auto refused = awaited(m_admin->requests(0, 10, true));
    QVERIFY(refused);
    QCOMPARE(refused->requests.size(), 1);
    QCOMPARE(refused->requests.first().code, u"QueueNotExist"_s);

    const auto later = awaited(m_admin->requests(log->requests.at(1).id, 1000));
    QVERIFY(later);
    for (const Admin::RequestRecord &request : later->requests)
        QVERIFY(request.id > log->requests.at(1).id);
}

void TestBrokerClients::historiesAreRead()
{
    createQueue();
    send("x");
    const auto broker = awaited(m_admin->metrics(60s));
    QVERIFY(broker);
    QCOMPARE(broker->sent.size(), 60);
    QCOMPARE(broker->ready.size(), 60);
    QCOMPARE(broker->commitP99Ms.size(), 60);
    const auto queue = awaited(m_admin->queueMetrics(m_queue));
    QVERIFY(queue);
    QCOMPARE(queue->seconds.sent.size(), 60);
    QCOMPARE(queue->minutes.intervalMs, 60'000);
    QCOMPARE(queue->minutes.ready.size(), 60);
}

QTEST_GUILESS_MAIN(TestBrokerClients)
#include "tst_brokerclients.moc"
