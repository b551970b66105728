// SPDX-License-Identifier: GPL-3.0-only
#include "brokersuite.h"
#include "support/awaited.h"

#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The admin client against a real broker: every operation, and the errors a user meets.
class TestAdminOverBroker : public BrokerSuite
{
    Q_OBJECT

private slots:
    void statusTellsWhatRuns();
    void changedQueuesComeByCursor();
    void browseShowsEveryState();
    void browseGoesOnByCursor();
    void messageIsFoundByItsId();
    void messagesAreFoundByTheirIds();
    void deletedMessagesComeBackFromTheTrash();
    void purgeComesBackFromTheTrash();
    void deletedQueueComesBackUnderAnotherName();
    void trashIsEmptied();
    void clockIsFrozenAdvancedAndRun();
    void requestsAreListed();
    void historiesAreRead();
};

void TestAdminOverBroker::statusTellsWhatRuns()
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
    QCOMPARE(status->trashTimeMs, 600'000);
    QCOMPARE(status->account, u"1000000000000000"_s);
    QCOMPARE(status->queues, 1);
    QCOMPARE(status->messages, (QueueCounts{1, 0, 1, 0}));
    QCOMPARE(status->clock.nowMs, RunningBroker::kStartMs);
    QVERIFY(status->commitNumber > 0);
    QVERIFY(status->requestsTotal > 0);
    QVERIFY(status->diskFreeBytes > 0);
    QVERIFY(status->diskTotalBytes >= status->diskFreeBytes);
    QVERIFY(status->refusedKeys.isEmpty());
    for (const QString &capability :
         {u"browse"_s, u"trash"_s, u"clock"_s, u"requests"_s, u"metrics"_s, u"topics"_s})
        QVERIFY2(status->capabilities.contains(capability), qPrintable(capability));
}

void TestAdminOverBroker::changedQueuesComeByCursor()
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

void TestAdminOverBroker::browseShowsEveryState()
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

void TestAdminOverBroker::browseGoesOnByCursor()
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

void TestAdminOverBroker::messageIsFoundByItsId()
{
    createQueue();
    const SentMessage sent = send("x");
    const auto found = awaited(m_admin->message(m_queue, sent.messageId));
    QVERIFY(found);
    QCOMPARE(found->bodyMd5, sent.bodyMd5);
    QCOMPARE(awaited(m_admin->message(m_queue, QByteArray(32, 'F'))).error().code,
             ErrorCode::MessageNotExist);
}

void TestAdminOverBroker::messagesAreFoundByTheirIds()
{
    createQueue();
    const SentMessage first = send("one");
    const SentMessage second = send("two");
    const SentMessage third = send("three");
    QVERIFY(awaited(m_admin->deleteMessage(m_queue, second.messageId)));
    QVERIFY(awaited(m_mns->receiveMessage(m_queue)));
    const auto found = awaited(m_admin->messages(
        m_queue, {third.messageId, QByteArray(32, 'F'), second.messageId, first.messageId}));
    QVERIFY(found);
    QCOMPARE(found->messages.size(), 2);
    QCOMPARE(found->messages.at(0).messageId, third.messageId);
    QCOMPARE(found->messages.at(0).state, Admin::MessageState::Ready);
    QVERIFY(found->messages.at(0).body.isEmpty());
    QCOMPARE(found->messages.at(0).bodyBytes, 5);
    QCOMPARE(found->messages.at(1).messageId, first.messageId);
    QCOMPARE(found->messages.at(1).state, Admin::MessageState::Leased);
    QVERIFY(found->complete);
    QCOMPARE(awaited(m_admin->messages(u"nowhere"_s, {first.messageId})).error().code,
             ErrorCode::QueueNotExist);
    QCOMPARE(awaited(m_admin->messages(m_queue, {})).error().code, ErrorCode::InvalidArgument);
}

void TestAdminOverBroker::deletedMessagesComeBackFromTheTrash()
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

    QCOMPARE(awaited(m_admin->restore(two->id))->name, m_queue);
    QTRY_COMPARE(counts(), (QueueCounts{2, 0, 0, 0}));
}

void TestAdminOverBroker::purgeComesBackFromTheTrash()
{
    createQueue();
    send("one");
    send("two");

    const auto entry = awaited(m_admin->purgeQueue(m_queue));
    QVERIFY(entry);
    QCOMPARE(entry->kind, Admin::TrashEntry::Kind::Purge);
    QCOMPARE(entry->name, m_queue);
    QCOMPARE(entry->messages, 2);
    QVERIFY(entry->expiresAtMs > entry->deletedAtMs);
    QCOMPARE(counts(), QueueCounts());
    const auto trash = awaited(m_admin->trash());
    QVERIFY(trash);
    QCOMPARE(trash->size(), 1);
    QCOMPARE(trash->first().id, entry->id);

    QCOMPARE(awaited(m_admin->restore(entry->id))->name, m_queue);
    QTRY_COMPARE(counts(), (QueueCounts{2, 0, 0, 0}));
    QTRY_VERIFY(awaited(m_admin->trash())->isEmpty());
}

void TestAdminOverBroker::deletedQueueComesBackUnderAnotherName()
{
    createQueue();
    send("x");
    const auto entry = awaited(m_admin->deleteQueue(m_queue));
    QVERIFY(entry);
    QCOMPARE(entry->kind, Admin::TrashEntry::Kind::Queue);
    createQueue();

    QCOMPARE(awaited(m_admin->restore(entry->id)).error().code, ErrorCode::Conflict);
    QCOMPARE(awaited(m_admin->restore(entry->id, u"other"_s))->name, u"other"_s);
    QCOMPARE(awaited(m_mns->peekMessage(u"other"_s))->body, "x");
    QCOMPARE(awaited(m_admin->restore(entry->id)).error().code, ErrorCode::NotFound);
}

void TestAdminOverBroker::trashIsEmptied()
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

void TestAdminOverBroker::clockIsFrozenAdvancedAndRun()
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

void TestAdminOverBroker::requestsAreListed()
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

void TestAdminOverBroker::historiesAreRead()
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

QTEST_GUILESS_MAIN(TestAdminOverBroker)
#include "tst_adminoverbroker.moc"
