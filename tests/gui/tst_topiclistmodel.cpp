// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/attention.h"
#include "console/models/queuelistmodel.h"
#include "console/models/subscriptionstate.h"
#include "console/models/topicfiltermodel.h"
#include "console/models/topiclistmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;

namespace {

const std::optional<Admin::Status> kNoStatus;
Admin::Subscription subscription(const QString &name, const QString &channel = u"http"_s)
{
    Admin::Subscription subscription;
    subscription.name = name;
    subscription.channel = channel;
    subscription.settings.endpoint = u"http://127.0.0.1/"_s + name;
    return subscription;
}

Admin::Subscription failing(const QString &name, qint64 waiting)
{
    Admin::Subscription broken = subscription(name);
    broken.lastError = u"HTTP 503"_s;
    broken.failedLastHour = broken.failedLast10Min = 4;
    broken.waiting.leased = waiting;
    return broken;
}

Admin::Topic topic(const QString &name, const QList<Admin::Subscription> &subscriptions = {})
{
    Admin::Topic topic;
    topic.name = name;
    topic.subscriptions = subscriptions;
    return topic;
}

QStringList names(const QAbstractItemModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all.append(model.index(row, TopicListModel::Name).data().toString());
    return all;
}

} // namespace

/// What the list of topics says of them.
class TestTopicListModel : public QObject
{
    Q_OBJECT

private slots:
    void statesFollowTheLastTries_data()
    {
        QTest::addColumn<bool>("paused");
        QTest::addColumn<QString>("error");
        QTest::addColumn<int>("arrived");
        QTest::addColumn<int>("failed");
        QTest::addColumn<int>("state");
        const auto row = [](const char *name, bool paused, const QString &error, int arrived,
                            int failed, SubscriptionState state) {
            QTest::newRow(name) << paused << error << arrived << failed << int(state);
        };
        row("nothing yet", false, {}, 0, 0, SubscriptionState::Quiet);
        row("arrives", false, {}, 3, 0, SubscriptionState::Delivering);
        row("one failed before", false, {}, 3, 9, SubscriptionState::Delivering);
        row("nothing arrives", false, u"refused"_s, 0, 1, SubscriptionState::Failing);
        row("89 of 100", false, u"refused"_s, 89, 11, SubscriptionState::Failing);
        row("90 of 100", false, u"refused"_s, 90, 10, SubscriptionState::Retrying);
        row("failed long ago", false, u"refused"_s, 0, 0, SubscriptionState::Failing);
        row("paused", true, u"refused"_s, 0, 1, SubscriptionState::Paused);
    }
    void statesFollowTheLastTries()
    {
        QFETCH(bool, paused);
        QFETCH(QString, error);
        QFETCH(int, arrived);
        QFETCH(int, failed);
        Admin::Subscription tried = subscription(u"web"_s);
        tried.isPaused = paused;
        tried.lastError = error;
        tried.deliveredLastHour = tried.deliveredLast10Min = arrived;
        tried.failedLastHour = tried.failedLast10Min = failed;
        QTEST(int(subscriptionState(tried)), "state");
    }

    void theWordFitsTheChannel()
    {
        const auto word = [](const QString &channel) {
            Admin::Subscription tried = subscription(u"x"_s, channel);
            tried.deliveredLastHour = 1;
            return subscriptionBadge(tried).text;
        };
        QCOMPARE(word(u"http"_s), u"Accepted"_s);
        QCOMPARE(word(u"queue"_s), u"Stored"_s);
        QCOMPARE(word(u"sms"_s), u"Caught"_s);
    }

    void aTopicNamesItsTargetsAndCountsFailures()
    {
        const Admin::Topic rich =
            topic(u"news"_s,
                  {failing(u"a"_s, 1), subscription(u"b"_s), subscription(u"c"_s, u"queue"_s)});
        QCOMPARE(targetsText(rich), u"HTTP ×2, queue"_s);
        QCOMPARE(failingCount(rich), 1);
        QCOMPARE(topicState(rich), TopicState::Failing);
        QCOMPARE(topicState(topic(u"empty"_s)), TopicState::NoSubscriptions);
        QCOMPARE(*successOf(rich), 0.0);
        QVERIFY(!successOf(topic(u"empty"_s)));
    }

    void endpointsAreNamedAsPeopleDo()
    {
        QCOMPARE(endpointText(u"http://host:8080/a"_s), u"host:8080/a"_s);
        QCOMPARE(endpointText(u"https://host/a"_s), u"https://host/a"_s);
        QCOMPARE(endpointText(u"acs:mns:local:1:queues/orders"_s), u"orders"_s);
        QCOMPARE(endpointText(u"mail:directmail:a@b.c"_s), u"a@b.c"_s);
        QCOMPARE(endpointText(u"sms:directsms:anonymous"_s), u"named by each message"_s);
    }

    void freshTopicsAreMergedByName()
    {
        TopicListModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.replaceAll({topic(u"b"_s), topic(u"d"_s)});
        model.replaceAll({topic(u"a"_s), topic(u"b"_s), topic(u"c"_s), topic(u"d"_s)});
        QCOMPARE(names(model), (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        Admin::Topic other = topic(u"c"_s);
        other.publishedLastHour = 1;
        model.replaceAll({topic(u"b"_s), other, topic(u"e"_s)});
        QCOMPARE(names(model), (QStringList{u"b"_s, u"c"_s, u"e"_s}));
        QCOMPARE(changed.count(), 1); // only what is other than before
        QVERIFY(model.find(u"c"_s));
        QVERIFY(!model.find(u"a"_s));
    }

    void theFilterLooksAtSubscriptionsToo()
    {
        TopicListModel model;
        TopicFilterModel filter(model);
        Admin::Subscription tagged = subscription(u"web"_s);
        tagged.settings.filterTag = u"Entry"_s;
        model.replaceAll({topic(u"other"_s), topic(u"parking"_s, {tagged})});
        for (const QString &text : {u"park"_s, u"WEB"_s, u"entry"_s, u"127.0.0.1"_s}) {
            filter.setText(text);
            QCOMPARE(names(filter), QStringList{u"parking"_s});
        }
        filter.setText(u"nothing"_s);
        QCOMPARE(filter.rowCount(), 0);
    }

    void aMissingDeadLetterQueueNeedsAttention()
    {
        QueueListModel queues;
        TopicListModel topics;
        Admin::QueueRow orders;
        orders.name = u"orders"_s;
        orders.settings.deadLetters = {u"orders-dead"_s, 3};
        Admin::Subscription web = subscription(u"web"_s);
        web.settings.deadLetterQueue = u"web-dead"_s;
        queues.replaceAll({orders});
        topics.replaceAll({topic(u"news"_s, {web})});
        const auto found = [&](bool knowsAllQueues) {
            return attentions({kNoStatus, queues, topics, knowsAllQueues, 0}, 6);
        };
        QCOMPARE(found(true).size(), 2);
        QCOMPARE(found(true).first().title, u"orders: dead-letter queue orders-dead is missing"_s);
        QCOMPARE(found(true).first().remedy, Attention::Remedy::OpenQueue);
        QCOMPARE(found(true).last().title, u"web: dead-letter queue web-dead is missing"_s);
        QCOMPARE(found(true).last().name, u"news"_s);
        QVERIFY(found(false).isEmpty()); // it may come with the next answer
        Admin::QueueRow dead;
        dead.name = u"orders-dead"_s;
        queues.replaceAll({orders, dead});
        QCOMPARE(found(true).size(), 1);
    }

    void failingSubscriptionsNeedAttentionMostWaitingFirst()
    {
        TopicListModel topics;
        const QueueListModel queues;
        topics.replaceAll({topic(u"news"_s, {failing(u"few"_s, 2), failing(u"many"_s, 9)}),
                           topic(u"quiet"_s, {subscription(u"web"_s)})});
        const QList<Attention> all = attentions({kNoStatus, queues, topics, true, 0}, 6);
        QCOMPARE(all.size(), 2);
        QCOMPARE(all.first().title, u"news: many is failing"_s);
        QVERIFY(all.first().cause.contains(u"9 wait"_s));
        QVERIFY(all.first().cause.contains(u"HTTP 503"_s));
        QCOMPARE(all.first().remedy, Attention::Remedy::OpenTopic);
        QCOMPARE(all.first().name, u"news"_s);
        QCOMPARE(attentions({kNoStatus, queues, topics, true, 0}, 1).size(), 1);
    }
};

QTEST_MAIN(TestTopicListModel)
#include "tst_topiclistmodel.moc"
