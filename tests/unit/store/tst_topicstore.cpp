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
    Result<Unsubscribed> unsubscribe(const QString &name)
    {
        return store().await<Unsubscribed>(
            [&](auto done) { store().store().unsubscribe(m_topic.id, name, std::move(done)); });
    }
    Result<Unsubscribed> deleteTopic()
    {
        return store().await<Unsubscribed>(
            [&](auto done) { store().store().deleteTopic(m_topic.id, std::move(done)); });
    }
    Result<int> emptyTrash()
    {
        return store().await<int>(
            [&](auto done) { store().store().emptyTrash(u"1"_s, 0, std::move(done)); });
    }
    qint64 waiting(QueueId queue) { return store().settledCounts(queue).total(); }
    QList<QByteArray> bodies(QueueId queue)
    {
        return StoreFixture::bodiesOf(*store().claim(queue, 16));
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

    void changesOfOneGroupKeepEachOther()
    {
        subscribed(u"one"_s);
        SubscriptionPatch tag;
        tag.filterTag = u"red"_s;
        SubscriptionPatch strategy;
        strategy.strategy = NotifyStrategy::ExponentialDecayRetry;
        Store &changed = store().store();
        changed.setPaused(m_topic.id, u"one"_s, true, [](const auto &) {});
        changed.setSubscriptionSettings(m_topic.id, u"one"_s, tag, [](const auto &) {});
        const auto row = store().await<SubscriptionRow>([&](auto done) {
            changed.setSubscriptionSettings(m_topic.id, u"one"_s, strategy, std::move(done));
        });
        QVERIFY(row->isPaused);
        QCOMPARE(row->settings.filterTag, u"red"_s);
        QCOMPARE(row->settings.strategy, NotifyStrategy::ExponentialDecayRetry);
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

    void whatWaitsForASubscriptionGoesToTheTrashAndOutOfItForGood()
    {
        subscribed(u"web"_s);
        publish(QByteArray(3000, 'x'));
        const TrashEntry entry = unsubscribe(u"web"_s)->trash;
        QCOMPARE(entry.kind, TrashKind::Subscription);
        QCOMPARE(entry.name, u"web"_s);
        QCOMPARE(entry.topic, u"news"_s);
        QCOMPARE(entry.messages, 1);
        QCOMPARE(entry.bodyBytes, 3000);
        QCOMPARE(publish("x").waiting, 0);
        QCOMPARE(rowsOf(u"messages"_s), 1);
        QCOMPARE(*emptyTrash(), 1);
        QTRY_COMPARE(rowsOf(u"trash"_s), 0);
        for (const QString &table : {u"messages"_s, u"bodies"_s, u"subscriptions"_s, u"queues"_s})
            QCOMPARE(rowsOf(table), 0);
    }

    void aSubscriptionComesBackWithWhatWaited()
    {
        const QueueId queue = subscribed(u"web"_s);
        publish("hello");
        const TrashEntry entry = unsubscribe(u"web"_s)->trash;
        subscribed(u"web"_s);
        QCOMPARE(store().restore(entry.id).error().code, ErrorCode::Conflict); // the name is taken
        QVERIFY(store().reopen());
        QCOMPARE(store().trash().front().messages, 1);
        const Result<Restored> restored = store().restore(entry.id, u"web-2"_s);
        QCOMPARE(restored->name, u"web-2"_s);
        QCOMPARE(restored->topic, u"news"_s);
        QCOMPARE(restored->contents.subscriptions.front().queue, queue);
        QCOMPARE(restored->contents.queues.front().counts.total(), 1);
        QVERIFY(store().trash().empty());
        QCOMPARE(publish("again").waiting, 2);
        QCOMPARE(bodies(queue), (QList<QByteArray>{"hello", "again"}));
    }

    void aTopicGoesWithItsSubscriptionsAndComesBackWithThem()
    {
        const QueueId one = subscribed(u"one"_s);
        subscribed(u"two"_s);
        publish("hello");
        const TrashEntry before = unsubscribe(u"two"_s)->trash; // stays an entry of its own
        const Result<Unsubscribed> gone = deleteTopic();
        QCOMPARE(gone->subscriptions.size(), 1U);
        QCOMPARE(gone->trash.kind, TrashKind::Topic);
        QCOMPARE(gone->trash.name, u"news"_s);
        QCOMPARE(gone->trash.messages, 1);
        QCOMPARE(tryToPublish("x").error().code, ErrorCode::TopicNotExist);
        QCOMPARE(store().restore(before.id).error().code,
                 ErrorCode::Conflict); // its topic is not there
        QVERIFY(store().reopen());
        QVERIFY(store().store().contents().topics.empty());
        QVERIFY(store().store().contents().subscriptions.empty());
        QCOMPARE(store().trash().front().messages, 1);

        const Result<Restored> restored = store().restore(gone->trash.id);
        QCOMPARE(restored->contents.topics.front().name, u"news"_s);
        QCOMPARE(restored->contents.subscriptions.size(), 1U);
        QCOMPARE(publish("again").waiting, 1);
        QCOMPARE(bodies(one), (QList<QByteArray>{"hello", "again"}));
        QVERIFY(store().restore(before.id));
        QVERIFY(store().reopen());
        QCOMPARE(store().store().contents().subscriptions.size(), 2U);
    }

    void aDeletedTopicsNameIsFree()
    {
        subscribed(u"web"_s);
        publish("old");
        const TrashEntry entry = deleteTopic()->trash;
        TopicRow row = m_topic;
        m_topic = *store().await<TopicRow>(
            [&](auto done) { store().store().createTopic(row, std::move(done)); });
        QCOMPARE(store().restore(entry.id).error().code, ErrorCode::Conflict);
        QCOMPARE(store().restore(entry.id, u"not a name"_s).error().code,
                 ErrorCode::TopicNameInvalid);
        QCOMPARE(publish("new").waiting, 0);
        QCOMPARE(store().restore(entry.id, u"news-2"_s)->name, u"news-2"_s);
        QVERIFY(store().reopen());
        QCOMPARE(store().store().contents().topics.size(), 2U);
    }

    void aTopicIsGivenUpInStepsWithEverythingOfIt()
    {
        subscribed(u"one"_s);
        subscribed(u"two"_s);
        for (int i = 0; i < 400; ++i)
            publish("hello");
        QVERIFY(deleteTopic());
        store().advance(600s); // as long as the trash keeps anything
        store().createQueue(u"other"_s); // any work makes the writer look
        QTRY_COMPARE(rowsOf(u"trash"_s), 0);
        for (const QString &table : {u"messages"_s, u"subscriptions"_s, u"topics"_s})
            QCOMPARE(rowsOf(table), 0);
        QCOMPARE(rowsOf(u"queues"_s), 1); // the other one
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

    void aDatabaseOfTheThirdSchemaIsBroughtUpToDate()
    {
        QVERIFY(openSample(u"schema-3.sqlite"_s));
        QCOMPARE(queuesByName().value(u"orders"_s).settings.deadLetters.targetQueue, u"dead"_s);
        const StoreContents &contents = store().store().contents();
        QCOMPARE(contents.topics.front().name, u"news"_s);
        QVERIFY(contents.subscriptions.front().isPaused);
        const auto entries = store().await<std::vector<TrashEntry>>(
            [&](auto done) { store().store().trash(u"1000000000000000"_s, std::move(done)); });
        QCOMPARE(entries->size(), 1U);
        QCOMPARE(entries->front().kind, TrashKind::Queue);
        QCOMPARE(entries->front().name, u"jobs"_s);
        QCOMPARE(entries->front().messages, 1);
        const auto restored = store().await<Restored>([&](auto done) {
            store().store().restoreTrash(u"1000000000000000"_s, entries->front().id, {},
                                         std::move(done));
        });
        QCOMPARE(restored->contents.queues.front().counts.ready, 1);
    }
};

QTEST_GUILESS_MAIN(TestTopicStore)
#include "tst_topicstore.moc"
