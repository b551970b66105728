// SPDX-License-Identifier: GPL-3.0-only
#include "client/admincodec.h"

#include <QJsonDocument>
#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestAdminCodec : public QObject
{
    Q_OBJECT

private slots:
    void statusIsRead();
    void stoppedWritesAreRead();
    void historyKeepsItsGaps();
    void queueRowIsRead();
    void queueHistoryIsRead();
    void messageIsRead();
    void messageStates_data();
    void messageStates();
    void trashIsRead();
    void requestLogIsRead();
    void absentFieldsKeepTheirDefaults();
};

namespace {

QJsonObject object(const char *json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        qFatal("Bad sample: %s", qPrintable(error.errorString()));
    return document.object();
}

} // namespace

void TestAdminCodec::statusIsRead()
{
    const Admin::Status status = Admin::readStatus(object(R"({
        "product": "signalbox", "version": "0.1.0", "qtVersion": "6.4.2", "state": "running",
        "startedAtMs": 1700000000000, "uptimeMs": 5000, "account": "1000000000000000",
        "endpoint": "http://127.0.0.1:9324", "durability": "full", "dataDirectory": "/data",
        "trashTimeMs": 600000,
        "clock": {"nowMs": 1700000010000, "systemMs": 1700000005000, "frozen": true, "offsetMs": 5000},
        "queues": 4, "messages": {"ready": 1, "leased": 2, "delayed": 3, "blocked": 4, "total": 10},
        "bodyBytes": 12345678901, "connections": 7, "waiters": 2,
        "commit": {"number": 99, "p50Ms": 0.5, "p95Ms": 1.5, "p99Ms": 2.5},
        "requestsTotal": 1000, "disk": {"freeBytes": 5, "totalBytes": 10},
        "refusedKeys": [{"accessKeyId": "old", "refusals": 7, "lastCode": "AccessDenied", "lastAtMs": 9}],
        "capabilities": ["browse", "trash"]})"));

    QCOMPARE(status.product, u"signalbox"_s);
    QCOMPARE(status.version, u"0.1.0"_s);
    QCOMPARE(status.qtVersion, u"6.4.2"_s);
    QVERIFY(!status.writesStopped);
    QCOMPARE(status.startedAtMs, 1700000000000);
    QCOMPARE(status.uptimeMs, 5000);
    QCOMPARE(status.account, u"1000000000000000"_s);
    QCOMPARE(status.endpoint, u"http://127.0.0.1:9324"_s);
    QCOMPARE(status.durability, u"full"_s);
    QCOMPARE(status.dataDirectory, u"/data"_s);
    QCOMPARE(status.trashTimeMs, 600'000);
    QCOMPARE(status.clock, (Admin::ClockState{1700000010000, 1700000005000, true, 5000}));
    QCOMPARE(status.queues, 4);
    QCOMPARE(status.messages, (QueueCounts{1, 2, 3, 4}));
    QCOMPARE(status.bodyBytes, 12345678901);
    QCOMPARE(status.connections, 7);
    QCOMPARE(status.waiters, 2);
    QCOMPARE(status.commitNumber, 99);
    QCOMPARE(status.commitP50Ms, 0.5);
    QCOMPARE(status.commitP95Ms, 1.5);
    QCOMPARE(status.commitP99Ms, 2.5);
    QCOMPARE(status.requestsTotal, 1000);
    QCOMPARE(status.diskFreeBytes, 5);
    QCOMPARE(status.diskTotalBytes, 10);
    QCOMPARE(status.refusedKeys, (QList<Admin::RefusedKey>{{u"old"_s, 7, u"AccessDenied"_s, 9}}));
    QCOMPARE(status.capabilities, (QStringList{u"browse"_s, u"trash"_s}));
}

void TestAdminCodec::stoppedWritesAreRead()
{
    const Admin::Status status = Admin::readStatus(
        object(R"({"state": "writesStopped", "reason": "The disk is full.", "sinceMs": 17})"));
    QVERIFY(status.writesStopped);
    QCOMPARE(status.reason, u"The disk is full."_s);
    QCOMPARE(status.sinceMs, 17);
}

void TestAdminCodec::historyKeepsItsGaps()
{
    const Admin::BrokerHistory history = Admin::readBrokerHistory(object(R"({
        "endMs": 1000, "intervalMs": 1000,
        "series": {"sent": [1, null, 3], "ready": [], "commitP99Ms": [0.25]}})"));
    QCOMPARE(history.endMs, 1000);
    QCOMPARE(history.sent.size(), 3);
    QCOMPARE(history.sent.at(0), 1.0);
    QVERIFY(qIsNaN(history.sent.at(1)));
    QCOMPARE(history.sent.at(2), 3.0);
    QVERIFY(history.ready.isEmpty());
    QCOMPARE(history.commitP99Ms, Admin::Series{0.25});
}

void TestAdminCodec::queueRowIsRead()
{
    const Admin::QueueRow row = Admin::readQueueRow(object(R"({
        "name": "demo", "delaySeconds": 1, "maximumMessageSize": 2048, "messageRetentionPeriod": 60,
        "visibilityTimeout": 30, "pollingWaitSeconds": 10, "loggingEnabled": true,
        "queueType": "fifo", "deadLetterQueue": "dead", "maxReceiveCount": 7,
        "createdAtMs": 100, "modifiedAtMs": 200, "ready": 1, "leased": 2, "delayed": 3, "blocked": 4,
        "bodyBytes": 5, "oldestReadyMs": 6, "nextDueMs": null, "inPerS": 1.5, "outPerS": 2.5,
        "deletedPerS": 3.5, "lastReceiveMs": 7, "waiters": 8, "spark": [1, 2]})"));
    QCOMPARE(row.name, u"demo"_s);
    QCOMPARE(row.settings,
             (QueueSettings{1s, 2048, 60s, 30s, 10s, true, QueueType::Fifo, {u"dead"_s, 7}}));
    QCOMPARE(row.createdAtMs, 100);
    QCOMPARE(row.modifiedAtMs, 200);
    QCOMPARE(row.counts, (QueueCounts{1, 2, 3, 4}));
    QCOMPARE(row.bodyBytes, 5);
    QCOMPARE(row.oldestReadyMs, 6);
    QVERIFY(!row.nextDueMs);
    QCOMPARE(row.inPerS, 1.5);
    QCOMPARE(row.outPerS, 2.5);
    QCOMPARE(row.deletedPerS, 3.5);
    QCOMPARE(row.lastReceiveMs, 7);
    QCOMPARE(row.waiters, 8);
    QCOMPARE(row.spark, (QList<double>{1, 2}));
}

void TestAdminCodec::queueHistoryIsRead()
{
    const Admin::QueueHistory history = Admin::readQueueHistory(object(R"({
        "endMs": 9, "seconds": {"intervalMs": 1000, "sent": [1], "received": [2], "deleted": [3],
                                "ready": [4], "leased": [5], "delayed": [6]},
        "minutes": {"intervalMs": 60000, "sent": [7]}})"));
    QCOMPARE(history.endMs, 9);
    QCOMPARE(history.seconds.sent, Admin::Series{1});
    QCOMPARE(history.seconds.received, Admin::Series{2});
    QCOMPARE(history.seconds.deleted, Admin::Series{3});
    QCOMPARE(history.seconds.ready, Admin::Series{4});
    QCOMPARE(history.seconds.leased, Admin::Series{5});
    QCOMPARE(history.seconds.delayed, Admin::Series{6});
    QCOMPARE(history.minutes.intervalMs, 60000);
    QCOMPARE(history.minutes.sent, Admin::Series{7});
}

void TestAdminCodec::messageIsRead()
{
    const Admin::Message message = Admin::readMessage(object(R"({
        "messageId": "0A", "state": "leased", "priority": 3, "body": "grüß", "bodyMd5": "0B",
        "bodyBytes": 6, "enqueueTimeMs": 10, "firstDequeueTimeMs": 11, "nextVisibleTimeMs": 12,
        "dequeueCount": 2, "holder": "127.0.0.1 java", "messageGroupId": "g",
        "userProperties": [{"name": "retry", "value": "3", "type": "NUMBER"}],
        "systemProperties": [{"name": "traceparent", "value": "00", "type": "STRING"}]})"));
    QCOMPARE(message.messageId, "0A");
    QCOMPARE(message.state, Admin::MessageState::Leased);
    QCOMPARE(message.priority, 3);
    QCOMPARE(message.body, QByteArray("grüß"));
    QCOMPARE(message.bodyMd5, "0B");
    QCOMPARE(message.bodyBytes, 6);
    QCOMPARE(message.enqueueTimeMs, 10);
    QCOMPARE(message.firstDequeueTimeMs, 11);
    QCOMPARE(message.nextVisibleTimeMs, 12);
    QCOMPARE(message.dequeueCount, 2);
    QCOMPARE(message.holder, u"127.0.0.1 java"_s);
    QCOMPARE(message.groupId, u"g"_s);
    QCOMPARE(message.userProperties,
             (QList<MessageProperty>{{u"retry"_s, u"3"_s, PropertyType::Number}}));
    QCOMPARE(message.systemProperties,
             (QList<MessageProperty>{{u"traceparent"_s, u"00"_s, PropertyType::String}}));
}

void TestAdminCodec::messageStates_data()
{
    QTest::addColumn<Admin::MessageState>("state");
    QTest::newRow("ready") << Admin::MessageState::Ready;
    QTest::newRow("delayed") << Admin::MessageState::Delayed;
    QTest::newRow("leased") << Admin::MessageState::Leased;
    QTest::newRow("blocked") << Admin::MessageState::Blocked;
}

void TestAdminCodec::messageStates()
{
    QFETCH(const Admin::MessageState, state);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(Admin::readMessage({{u"state"_s, name}}).state, state);
    QCOMPARE(Admin::messageStateName(state), name);
}

void TestAdminCodec::trashIsRead()
{
    const QList<Admin::TrashEntry> entries = Admin::readTrash(object(R"({"entries": [
        {"id": 3, "kind": "purge", "queueName": "demo", "messages": 10, "bodyBytes": 100,
         "deletedAtMs": 1, "expiresAtMs": 2, "restoring": true},
        {"id": 4, "kind": "messages"}, {"id": 5, "kind": "queue"},
        {"id": 6, "kind": "topic", "topicName": "news"},
        {"id": 7, "kind": "subscription", "topicName": "news", "subscriptionName": "web"}]})"));
    QCOMPARE(entries.size(), 5);
    QCOMPARE(
        entries.at(0),
        (Admin::TrashEntry{3, Admin::TrashEntry::Kind::Purge, u"demo"_s, {}, 10, 100, 1, 2, true}));
    QCOMPARE(entries.at(1).kind, Admin::TrashEntry::Kind::Messages);
    QCOMPARE(entries.at(2).kind, Admin::TrashEntry::Kind::Queue);
    QCOMPARE(entries.at(3).kind, Admin::TrashEntry::Kind::Topic);
    QCOMPARE(entries.at(3).name, u"news"_s);
    QCOMPARE(entries.at(4).kind, Admin::TrashEntry::Kind::Subscription);
    QCOMPARE(entries.at(4).name, u"web"_s);
    QCOMPARE(entries.at(4).topicName, u"news"_s);
}

void TestAdminCodec::requestLogIsRead()
{
    const Admin::RequestLog log = Admin::readRequestLog(object(R"({"lastId": 8, "requests": [
        {"id": 8, "timeMs": 1, "operation": "SendMessage", "method": "POST", "resource": "/queues/q/messages",
         "accessKeyId": "local-id", "address": "127.0.0.1", "agent": "go", "status": 403,
         "code": "SignatureDoesNotMatch", "message": "No.", "stringToSign": "POST\n", "signingMistake": "contentType",
         "clientStringToSign": "PUT\n", "variantsTried": 3, "durationUs": 250,
         "requestId": "5D"},
        {"id": 7, "status": 201, "code": null, "message": null, "stringToSign": null}]})"));
    QCOMPARE(log.lastId, 8);
    QCOMPARE(log.requests.size(), 2);
    QCOMPARE(log.requests.at(0),
             (Admin::RequestRecord{8, 1, u"SendMessage"_s, u"POST"_s, u"/queues/q/messages"_s,
                                   u"local-id"_s, u"127.0.0.1"_s, u"go"_s, 403,
                                   u"SignatureDoesNotMatch"_s, u"No."_s, u"POST\n"_s,
                                   SigningMistake::ContentType, u"PUT\n"_s, 3, 250, u"5D"_s}));
    QVERIFY(log.requests.at(1).code.isEmpty());
}

void TestAdminCodec::absentFieldsKeepTheirDefaults()
{
    QCOMPARE(Admin::readStatus({}), Admin::Status());
    QCOMPARE(Admin::readMessage({}), Admin::Message());
    QCOMPARE(Admin::readTrashEntry({}), Admin::TrashEntry());
    QVERIFY(Admin::readQueueChanges({}).complete);
}

QTEST_APPLESS_MAIN(TestAdminCodec)
#include "tst_admincodec.moc"
