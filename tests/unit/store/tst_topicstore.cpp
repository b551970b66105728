// SPDX-License-Identifier: GPL-3.0-only
#include "support/storefixture.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Publishing as the store does it: one transaction, a copy with every subscription that wants one.
class TestTopicStore : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<StoreFixture> m_fixture;
    TopicRow m_topic;

    StoreFixture &store() { return *m_fixture; }

    Result<NewSubscription> subscribe(const QString &name, SubscriptionSettings settings)
    {
        SubscriptionRow row;
        row.topic = m_topic.id;
        row.name = name;
        row.settings = std::move(settings);
        return store().await<NewSubscription>(
            [&](auto done) { store().store().subscribe(row, std::move(done)); });
    }
    QueueId subscribed(const QString &name, const QString &endpoint = u"http://a/"_s,
                       const QString &tag = {})
    {
        SubscriptionSettings settings;
        settings.endpoint = endpoint;
        settings.filterTag = tag;
        settings.format = NotifyContentFormat::Simplified;
        return subscribe(name, settings)->queue.id;
    }
    Publication publish(const QByteArray &body, const QString &tag = {})
    {
        return *tryToPublish(body, tag);
    }
    Result<Publication> tryToPublish(const QByteArray &body, const QString &tag = {})
    {
        PublishedMessage message;
        message.content.body = body;
        message.tag = tag;
        return store().await<Publication>(
            [&](auto done) { store().store().publish(m_topic.id, message, std::move(done)); });
    }
    qint64 waiting(QueueId queue) { return store().settledCounts(queue).total(); }
    QList<QByteArray> bodies(QueueId queue)
    {
        const std::vector<MessageRow> rows = *store().claim(queue, 16);
        QList<QByteArray> bodies;
        for (const MessageRow &row : rows)
            bodies.append(row.body);
        return bodies;
    }
    /// Rows of a table, read past the store.
    qint64 rowsOf(const QString &table)
    {
        qint64 rows = -1;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"look"_s);
            database.setDatabaseName(store().directory() + u"/signalbox.sqlite"_s);
            QSqlQuery query(database);
            if (database.open() && query.exec(u"SELECT count(*) FROM "_s + table) && query.next())
                rows = query.value(0).toLongLong();
        }
        QSqlDatabase::removeDatabase(u"look"_s);
        return rows;
    }

    /// Opens the store on a file that an older version wrote.
    [[nodiscard]] bool openSample(const QString &name)
    {
        store().close();
        const QString file = store().directory() + u"/signalbox.sqlite"_s;
        return QFile::remove(file)
            && QFile::copy(QStringLiteral(SIGNALBOX_TEST_DATA "/") + name, file)
            && QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner)
            && store().open().ok();
    }
    QHash<QString, QueueRow> queuesByName()
    {
        QHash<QString, QueueRow> queues;
        for (const QueueRow &row : store().store().queues())
            queues.insert(row.name, row);
        return queues;
    }

private slots:
    void init()
    {
        m_fixture = std::make_unique<StoreFixture>();
        QVERIFY(store().open());
        TopicRow row;
        row.account = u"1"_s;
        row.name = u"news"_s;
        m_topic = *store().await<TopicRow>(
            [&](auto done) { store().store().createTopic(row, std::move(done)); });
    }
    void cleanup() { m_fixture.reset(); }

    void everySubscriptionGetsACopy()
    {
        const QueueId one = subscribed(u"one"_s);
        const QueueId two = subscribed(u"two"_s);
        const Publication publication = publish("hello", u"red"_s);
        QCOMPARE(publication.waiting, 2);
        for (const QueueId queue : {one, two}) {
            const std::vector<MessageRow> rows = *store().claim(queue, 16);
            QCOMPARE(rows.size(), 1U);
            QCOMPARE(rows.front().body, QByteArray("hello"));
            QVERIFY(rows.front().origin.has_value());
            QCOMPARE(rows.front().origin->tag, u"red"_s);
            QCOMPARE(rows.front().origin->publishedAtMs, store().nowMs());
            QCOMPARE(rows.front().origin->messageId.size(), 32);
        }
    }

    void aFilterTagLetsOnlyItsOwnPass()
    {
        const QueueId red = subscribed(u"red"_s, u"http://a/"_s, u"red"_s);
        const QueueId all = subscribed(u"all"_s);
        publish("1", u"red"_s);
        publish("2", u"Red"_s);
        publish("3");
        QCOMPARE(waiting(red), 1);
        QCOMPARE(waiting(all), 3);
    }

    void aQueueThatIsThereGetsItsCopyAtOnce()
    {
        const QueueId orders = store().createQueue(u"orders"_s).id;
        const QueueId delivery = subscribed(u"copy"_s, u"acs:mns:x:1:queues/orders"_s);
        const Publication publication = publish("hello");
        QCOMPARE(publication.direct.size(), 1U);
        QCOMPARE(publication.direct.front().queue, orders);
        QCOMPARE(publication.waiting, 0);
        QCOMPARE(bodies(orders), QList<QByteArray>{"hello"});
        QCOMPARE(waiting(delivery), 0);
    }

    void whatWaitsIsNotOvertaken()
    {
        const QueueId delivery = subscribed(u"copy"_s, u"acs:mns:x:1:queues/orders"_s);
        publish("first"); // there is no such queue yet
        const QueueId orders = store().createQueue(u"orders"_s).id;
        publish("second");
        QCOMPARE(waiting(orders), 0);
        QCOMPARE(bodies(delivery), (QList<QByteArray>{"first", "second"}));
    }

    void forwardingTakesFromOneQueueAndPutsIntoTheOther()
    {
        const QueueId orders = store().createQueue(u"orders"_s).id;
        const QueueId delivery = subscribed(u"web"_s);
        publish("hello");
        const MessageRow row = store().claim(delivery)->front();
        const auto forward = [&](const QString &target) {
            return store().await<QueueId>([&](auto done) {
                store().store().forward(delivery, row.key, u"1"_s, target,
                                        StoreFixture::newMessage("dead"), std::move(done));
            });
        };
        QCOMPARE(forward(u"absent"_s).error().code, ErrorCode::QueueNotExist);
        QCOMPARE(waiting(delivery), 1);
        QCOMPARE(*forward(u"orders"_s), orders);
        QCOMPARE(waiting(delivery), 0);
        QCOMPARE(bodies(orders), QList<QByteArray>{"dead"});
        QCOMPARE(forward(u"orders"_s).error().code, ErrorCode::ReceiptHandleError);
    }

    void aSharedBodyIsStoredOnceAndGoesWithItsLastCopy()
    {
        const QueueId one = subscribed(u"one"_s);
        const QueueId two = subscribed(u"two"_s);
        publish(QByteArray(3000, 'x'));
        QCOMPARE(rowsOf(u"bodies"_s), 1);
        for (const QueueId queue : {one, two}) {
            QCOMPARE(rowsOf(u"bodies"_s), 1);
            const MessageRow row = store().claim(queue)->front();
            QCOMPARE(row.body, QByteArray(3000, 'x'));
            QVERIFY(store().remove(queue, row.key));
        }
        QCOMPARE(rowsOf(u"bodies"_s), 0);
    }

    void topicsSubscriptionsAndWhatWaitsSurviveARestart()
    {
        SubscriptionSettings settings{u"http://a/?b=c"_s,
                                      NotifyStrategy::ExponentialDecayRetry,
                                      NotifyContentFormat::Json,
                                      u"red"_s,
                                      u"dead"_s,
                                      7};
        const QueueId queue = subscribe(u"web"_s, settings)->queue.id;
        publish("hello", u"red"_s);
        QVERIFY(store().reopen());
        const StoreContents &contents = store().store().contents();
        QCOMPARE(contents.topics, std::vector<TopicRow>{m_topic});
        QCOMPARE(contents.subscriptions.size(), 1U);
        QCOMPARE(contents.subscriptions.front().settings, settings);
        QCOMPARE(contents.subscriptions.front().queue, queue);
        QCOMPARE(bodies(queue), QList<QByteArray>{"hello"});
    }

    void unsubscribingDropsWhatWaits()
    {
        subscribed(u"web"_s);
        publish(QByteArray(3000, 'x'));
        const auto gone = store().await<SubscriptionRow>(
            [&](auto done) { store().store().unsubscribe(m_topic.id, u"web"_s, std::move(done)); });
        QVERIFY(gone);
        QTRY_COMPARE(rowsOf(u"messages"_s), 0);
        QCOMPARE(rowsOf(u"bodies"_s), 0);
        QCOMPARE(rowsOf(u"subscriptions"_s), 0);
        QVERIFY(store().trash().empty()); // nobody can bring it back
        QCOMPARE(publish("x").waiting, 0);
    }

    void aTopicGoesWithItsSubscriptions()
    {
        subscribed(u"one"_s);
        subscribed(u"two"_s);
        publish("hello");
        const auto gone = store().await<std::vector<SubscriptionRow>>(
            [&](auto done) { store().store().deleteTopic(m_topic.id, std::move(done)); });
        QCOMPARE(gone->size(), 2U);
        QTRY_COMPARE(rowsOf(u"messages"_s), 0);
        QCOMPARE(rowsOf(u"topics"_s), 0);
        QCOMPARE(tryToPublish("x").error().code, ErrorCode::TopicNotExist);
    }

    void aTopicHasAHundredSubscriptionsAtMost()
    {
        for (int i = 0; i < 100; ++i)
            subscribed(u"s%1"_s.arg(i));
        SubscriptionSettings settings;
        settings.endpoint = u"http://a/"_s;
        QCOMPARE(subscribe(u"more"_s, settings).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(subscribe(u"s1"_s, settings).error().code, ErrorCode::SubscriptionAlreadyExist);
        QCOMPARE(publish("hello").waiting, 100);
    }

    void aDatabaseOfTheFirstSchemaIsBroughtUpToDate()
    {
        QVERIFY(openSample(u"schema-1.sqlite"_s));
        const QHash<QString, QueueRow> queues = queuesByName();
        QCOMPARE(queues.size(), 2);
        QCOMPARE(queues.value(u"jobs"_s).settings.visibilityTimeout, 120s);
        QCOMPARE(queues.value(u"orders"_s).counts.total(), 3);
        BrowseQuery query;
        query.queue = queues.value(u"orders"_s).id;
        query.order = BrowseQuery::Order::OldestFirst;
        const BrowsePage page = store().browse(query);
        QCOMPARE(page.messages.size(), 3U);
        QCOMPARE(page.messages.front().body, QByteArray("hello"));
        QCOMPARE(page.messages.front().userProperties.front().name, u"kind"_s);
        QCOMPARE(page.messages.back().body, QByteArray(4000, 'x'));
        QVERIFY(!page.messages.back().origin);
        QCOMPARE(rowsOf(u"topics"_s), 0);
    }

    void aDatabaseOfTheSecondSchemaIsBroughtUpToDate()
    {
        QVERIFY(openSample(u"schema-2.sqlite"_s));
        const QHash<QString, QueueRow> queues = queuesByName();
        const QueueRow orders = queues.value(u"orders"_s);
        QCOMPARE(orders.settings.retention, std::chrono::seconds(7 * 24h));
        QCOMPARE(orders.settings.type, QueueType::Normal);
        QCOMPARE(orders.settings.deadLetters, DeadLetterPolicy());
        QCOMPARE(orders.counts, (QueueCounts{2, 0, 0, 0}));
        const StoreContents &contents = store().store().contents();
        QCOMPARE(contents.topics.front().settings, TopicSettings());
        QCOMPARE(contents.subscriptions.front().settings.deadLetterQueue, u"orders"_s);
        BrowseQuery query;
        query.queue = contents.subscriptions.front().queue;
        const MessageRow waiting = store().browse(query).messages.front();
        QCOMPARE(waiting.body, QByteArray("breaking"));
        QCOMPARE(waiting.origin->tag, u"important"_s);
        QVERIFY(!waiting.deadLetter);
    }
};

QTEST_GUILESS_MAIN(TestTopicStore)
#include "tst_topicstore.moc"
