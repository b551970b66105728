// SPDX-License-Identifier: GPL-3.0-only
#include "api/mnsroutes.h"

#include <QTest>

using namespace Signalbox;

class TestMnsRoutes : public QObject
{
    Q_OBJECT

private slots:
    void methodPathAndQueryNameTheOperation_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("operation"); // empty for none
        const auto row = [](const char *method, const char *target, const char *operation) {
            QTest::addRow("%s %s", method, target)
                << QByteArray(method) << QByteArray(target) << QByteArray(operation);
        };
        row("GET", "/?accountmeta=true", "GetAccountAttributes");
        row("GET", "/?AccountMeta", "GetAccountAttributes");
        row("PUT", "/?accountmeta=true", "SetAccountAttributes");
        row("GET", "/?account", "GetAccount");
        row("GET", "/", "");
        row("POST", "/commonbuy/openservice", "OpenService");
        row("GET", "/queues", "ListQueue");
        row("GET", "/queues/", "ListQueue");
        row("PUT", "/queues/q", "CreateQueue");
        row("PUT", "/queues/q?metaoverride=true", "SetQueueAttributes");
        row("PUT", "/queues/q?metaOverride=True", "SetQueueAttributes");
        row("PUT", "/queues/q?metaoverride=no", "CreateQueue");
        row("GET", "/queues/q", "GetQueueAttributes");
        row("DELETE", "/queues/q", "DeleteQueue");
        row("POST", "/queues/q", "");
        row("POST", "/queues/q/messages", "SendMessage");
        row("GET", "/queues/q/messages", "ReceiveMessage");
        row("GET", "/queues/q/messages?waitseconds=5", "ReceiveMessage");
        row("GET", "/queues/q/messages?waitSeconds=5&numofmessages=3", "BatchReceiveMessage");
        row("GET", "/queues/q/messages?peekonly=false", "ReceiveMessage");
        row("GET", "/queues/q/messages?peekonly=true", "PeekMessage");
        row("GET", "/queues/q/messages?numOfMessages=2&peekOnly=true", "BatchPeekMessage");
        row("DELETE", "/queues/q/messages?ReceiptHandle=1-a", "DeleteMessage");
        row("DELETE", "/queues/q/messages", "BatchDeleteMessage");
        row("PUT", "/queues/q/messages?receiptHandle=1-a&visibilityTimeout=3",
            "ChangeMessageVisibility");
        row("PATCH", "/queues/q/messages", "");
        row("GET", "/queues/q/messages/1", "");
        row("GET", "/queue/q", "");
        row("GET", "/topics", "ListTopic");
        row("PUT", "/topics/t", "CreateTopic");
        row("PUT", "/topics/t?metaoverride=true", "SetTopicAttributes");
        row("GET", "/topics/t", "GetTopicAttributes");
        row("DELETE", "/topics/t", "DeleteTopic");
        row("POST", "/topics/t", "");
        row("POST", "/topics/t/messages", "PublishMessage");
        row("GET", "/topics/t/messages", "");
        row("GET", "/topics/t/subscriptions", "ListSubscriptionByTopic");
        row("PUT", "/topics/t/subscriptions/s", "Subscribe");
        row("PUT", "/topics/t/subscriptions/s?metaoverride=true", "SetSubscriptionAttributes");
        row("GET", "/topics/t/subscriptions/s", "GetSubscriptionAttributes");
        row("DELETE", "/topics/t/subscriptions/s", "Unsubscribe");
        row("POST", "/topics/t/subscriptions/s", "");
        row("GET", "/topics/t/subscriptions/s/x", "");
    }
    void methodPathAndQueryNameTheOperation()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, operation);
        const Result<ResourcePath> resource = parseResourcePath(target);
        QVERIFY(resource.ok());
        const MnsOperation *found = findMnsOperation(method, *resource);
        QCOMPARE(QByteArray(found ? found->name : ""), operation);
    }
};

QTEST_GUILESS_MAIN(TestMnsRoutes)
#include "tst_mnsroutes.moc"
