// SPDX-License-Identifier: GPL-3.0-only
#include "client/adminclient.h"
#include "console/brokerconnection.h"
#include "console/connectionbook.h"
#include "console/dialogs/copiesform.h"
#include "console/dialogs/createtopicdialog.h"
#include "console/dialogs/endpointform.h"
#include "console/dialogs/groupfield.h"
#include "console/dialogs/namefield.h"
#include "console/dialogs/publishdialog.h"
#include "console/dialogs/queuechoice.h"
#include "console/dialogs/sendtourldialog.h"
#include "console/dialogs/subscribedialog.h"
#include "console/dialogs/tagfield.h"
#include "console/models/attemptlistmodel.h"
#include "console/panels/attemptinspector.h"
#include "console/panels/attemptladder.h"
#include "console/panels/subscriptioninspector.h"
#include "console/panels/topicattemptstab.h"
#include "console/panels/topicinspector.h"
#include "console/panels/topicpanel.h"
#include "console/panels/topicspanel.h"
#include "console/panels/topicstatisticstab.h"
#include "console/panels/topicsubscriptionstab.h"
#include "consolesuite.h"
#include "protocol/pushendpoint.h"
#include "pushreceiver.h"
#include "widgets/button.h"
#include "widgets/charts/timechart.h"
#include "widgets/codeedit.h"
#include "widgets/confirmdialog.h"
#include "widgets/durationedit.h"
#include "widgets/searchfield.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/statuspill.h"
#include "widgets/table/datatable.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kPatienceMs = 15'000;

} // namespace

/// The Topics section over a real broker, with subscribers that answer or refuse.
class TestTopicPanels : public ConsoleSuite
{
    Q_OBJECT

private:
    std::unique_ptr<PushReceiver> m_receiver;

    [[nodiscard]] QString url() const { return QString::fromLatin1(m_receiver->url("/notify")); }
    [[nodiscard]] TopicsPanel &list() { return *m_harness->visible<TopicsPanel>(); }
    [[nodiscard]] TopicPanel &opened() { return *m_harness->visible<TopicPanel>(); }
    [[nodiscard]] BrokerConnection &connection()
    {
        return *m_harness->console().connections().current();
    }
    template <typename Dialog>
    [[nodiscard]] Dialog &dialog()
    {
        auto *found = m_harness->visible<Dialog>();
        if (!found)
            qFatal("No %s shows.", Dialog::staticMetaObject.className());
        return *found;
    }

    void createTopic(const QString &name = u"news"_s)
    {
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createTopic(name)));
    }
    void subscribe(const QString &name, const QString &endpoint, const QString &tag = {})
    {
        SubscriptionPatch patch;
        patch.endpoint = endpoint;
        if (!tag.isEmpty())
            patch.filterTag = tag;
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().subscribe(u"news"_s, name, patch)));
    }
    void publish(const QByteArray &body)
    {
        PublishedMessage message;
        message.content.body = body;
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().publish(u"news"_s, message)));
    }
    /// The list knows the topic as it is now.
    void waitForTopic(int subscriptions)
    {
        connection().refresh();
        QTRY_VERIFY_WITH_TIMEOUT(connection().topics().find(u"news"_s)
                                     && connection().topics().find(u"news"_s)->subscriptions.size()
                                         == subscriptions,
                                 kPatienceMs);
    }
    DataTable *openAttempts(int attempts)
    {
        connection().refresh();
        if (!QTest::qWaitFor([&] { return connection().topics().find(u"news"_s) != nullptr; },
                             kPatienceMs))
            return nullptr;
        m_harness->window().openTopic(u"news"_s);
        opened().showTab(TopicPanel::Attempts);
        auto *tab = m_harness->visible<TopicAttemptsTab>();
        auto *table = tab->findChild<DataTable *>();
        const bool there =
            QTest::qWaitFor([&] { return table->model()->rowCount() >= attempts; }, kPatienceMs);
        return there ? table : nullptr;
    }
    [[nodiscard]] static QString text(const DataTable &table, int row, int column)
    {
        return table.model()->index(row, column).data().toString();
    }

private slots:
    void init()
    {
        m_receiver = std::make_unique<PushReceiver>();
        startConsole();
        m_harness->window().resize(1280, 800);
        m_harness->window().showSection(Sidebar::Topics);
    }
    void cleanup() { m_receiver.reset(); }

    void withoutATopicTheListTeaches()
    {
        QTRY_VERIFY_WITH_TIMEOUT(says(list(), u"No topics yet"_s), kPatienceMs);
        button(list(), u"Create topic…"_s)->click();
        auto &create = dialog<CreateTopicDialog>();
        create.findChild<QLineEdit *>()->setText(u"bad name"_s);
        button(create, u"Create topic"_s)->click();
        QVERIFY(says(create, u"Letters, digits and hyphens only"_s));
        create.findChild<QLineEdit *>()->setText(u"news"_s);
        button(create, u"Create topic"_s)->click();
        waitForTopic(0);
        QCOMPARE(text(*list().findChild<DataTable *>(), 0, TopicListModel::State),
                 u"No subscribers"_s);
    }

    void aTopicTellsWhereItGoes()
    {
        const QAbstractItemModelTester tester(
            &connection().topics(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        createTopic();
        subscribe(u"web"_s, url(), u"entry"_s);
        subscribe(u"mail"_s, u"mail:directmail:ops@example.com"_s);
        waitForTopic(2);
        list().findChild<DataTable *>()->selectRow(0);
        auto *inspector = m_harness->visible<TopicInspector>();
        QVERIFY(inspector);
        QVERIFY(says(*inspector, u"Tag entry"_s));
        QVERIFY(says(*inspector, u"ops@example.com"_s));
        pressKey(Qt::Key_Escape);
        QVERIFY(!inspector->isVisible());
        QCOMPARE(namelessControls(list()), QStringList());
    }

    void aTopicMadeWhileAnotherSectionShowsIsInspected()
    {
        QTRY_VERIFY_WITH_TIMEOUT(says(list(), u"No topics yet"_s), kPatienceMs);
        m_harness->window().showSection(Sidebar::Queues);
        createTopic();
        waitForTopic(0);
        m_harness->window().showSection(Sidebar::Topics);
        list().findChild<DataTable *>()->selectRow(0);
        QVERIFY(m_harness->visible<TopicInspector>());
        QTest::qWait(1000);
        QVERIFY(m_harness->visible<TopicInspector>());
    }

    void theSearchLooksAtEndpointsAndTags()
    {
        createTopic(u"other"_s);
        createTopic();
        subscribe(u"web"_s, url(), u"entry"_s);
        waitForTopic(1);
        auto *table = list().findChild<DataTable *>();
        auto *filter = list().findChild<SearchField *>();
        for (const QString &wanted : {u"127.0.0.1"_s, u"ENTRY"_s, u"ew"_s}) {
            filter->setText(wanted);
            QTRY_COMPARE(table->model()->rowCount(), 1);
        }
        filter->setText(u"nothing"_s);
        QTRY_VERIFY(says(list(), u"No topic matches “nothing”"_s));
        button(list(), u"Clear filter"_s)->click();
        QTRY_COMPARE(table->model()->rowCount(), 2);
    }

    void anEndpointIsTriedAndSubscribed()
    {
        createTopic();
        waitForTopic(0);
        m_harness->window().openTopic(u"news"_s);
        button(opened(), u"Subscribe…"_s)->click();
        auto &subscribing = dialog<SubscribeDialog>();
        subscribing.findChild<NameField *>()->setName(u"web"_s);
        button(subscribing, u"Subscribe"_s)->click();
        QVERIFY(says(subscribing, u"A URL with http or https and a host."_s));
        qobject_cast<QLineEdit *>(subscribing.findChild<EndpointForm *>()->firstField())
            ->setText(url());
        button(subscribing, u"Test push"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(subscribing, u"The endpoint answered 204"_s), kPatienceMs);
        QCOMPARE(m_receiver->pushes().size(), 1U);
        button(subscribing, u"Subscribe"_s)->click();
        waitForTopic(1);
        QCOMPARE(connection().topics().find(u"news"_s)->subscriptions.first().settings.endpoint,
                 url());
    }

    void aQueueIsSubscribedByItsName()
    {
        createTopic();
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"orders"_s)));
        waitForTopic(0);
        QTRY_VERIFY_WITH_TIMEOUT(row(), kPatienceMs);
        m_harness->window().openTopic(u"news"_s);
        opened().subscribe();
        auto &subscribing = dialog<SubscribeDialog>();
        subscribing.findChild<NameField *>()->setName(u"copy"_s);
        subscribing.findChild<SegmentedControl *>()->setCurrentIndex(1);
        subscribing.findChild<QueueChoice *>()->setCurrentText(u"orders"_s);
        button(subscribing, u"Subscribe"_s)->click();
        waitForTopic(1);
        publish("hello");
        QTRY_COMPARE_WITH_TIMEOUT(counts().ready, 1, kPatienceMs);
    }

    void aSubscriptionIsEditedPausedAndEnded()
    {
        createTopic();
        subscribe(u"web"_s, url());
        waitForTopic(1);
        m_harness->window().openTopic(u"news"_s);
        const auto subscription = [this] {
            return connection().topics().find(u"news"_s)->subscriptions.value(0);
        };
        opened().findChild<DataTable *>()->selectRow(0);
        auto *inspector = m_harness->visible<SubscriptionInspector>();
        QVERIFY(inspector);
        button(*inspector, u"Edit…"_s)->click();
        auto &editing = dialog<SubscribeDialog>();
        QVERIFY(says(editing, u"Edit web"_s));
        const auto save = [this](SubscribeDialog &form, const QString &tag) {
            form.findChild<TagField *>()->setText(tag);
            button(form, u"Save changes"_s)->click();
        };
        save(editing, u"red"_s);
        QTRY_COMPARE_WITH_TIMEOUT(subscription().settings.filterTag, u"red"_s, kPatienceMs);
        const QString sixteen = u"😀"_s.repeated(16); // characters, of two UTF-16 units each
        button(*inspector, u"Edit…"_s)->click();
        save(dialog<SubscribeDialog>(), sixteen);
        QTRY_COMPARE_WITH_TIMEOUT(subscription().settings.filterTag, sixteen, kPatienceMs);
        button(*inspector, u"Edit…"_s)->click();
        save(dialog<SubscribeDialog>(), QString());
        QTRY_COMPARE_WITH_TIMEOUT(subscription().settings.filterTag, QString(), kPatienceMs);
        button(*inspector, u"Edit…"_s)->click();
        save(dialog<SubscribeDialog>(), u"entry"_s);
        QTRY_COMPARE_WITH_TIMEOUT(subscription().settings.filterTag, u"entry"_s, kPatienceMs);
        QCOMPARE(subscription().settings.endpoint, url());

        button(*inspector, u"Pause"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(subscription().isPaused, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(buttonOrNull(*inspector, u"Resume"_s), kPatienceMs);

        opened().deleteSelected();
        button(dialog<ConfirmDialog>(), u"Unsubscribe"_s)->click();
        waitForTopic(0);
        pressKey(Qt::Key_Z, Qt::ControlModifier);
        waitForTopic(1);
        QTRY_VERIFY_WITH_TIMEOUT(subscription().isPaused, kPatienceMs);
        QCOMPARE(subscription().settings.filterTag, u"entry"_s);
    }

    void aDeletedTopicComesBackWithItsSubscriptions()
    {
        createTopic();
        subscribe(u"web"_s, url());
        QVERIFY(
            ConsoleHarness::succeeded(connection().admin().setPaused(u"news"_s, u"web"_s, true)));
        publish("hello");
        waitForTopic(1);
        list().findChild<DataTable *>()->selectRow(0);
        pressKey(Qt::Key_Delete);
        button(dialog<ConfirmDialog>(), u"Delete topic"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!connection().topics().find(u"news"_s), kPatienceMs);
        pressKey(Qt::Key_Z, Qt::ControlModifier);
        waitForTopic(1);
        QTRY_COMPARE_WITH_TIMEOUT(
            connection().topics().find(u"news"_s)->subscriptions.first().waiting.total(), 1,
            kPatienceMs);
        QVERIFY(isNoticed(m_harness->window(), u"Topic news is back."_s));
    }

    void publishingSaysWhoGetsIt()
    {
        createTopic();
        subscribe(u"all"_s, url());
        subscribe(u"some"_s, url(), u"entry"_s);
        waitForTopic(2);
        m_harness->window().openTopic(u"news"_s);
        button(opened(), u"Publish…"_s)->click();
        auto &publishing = dialog<PublishDialog>();
        QVERIFY(says(publishing, u"Who gets it: 1 of 2"_s));
        QVERIFY(says(publishing, u"not: wants the tag entry"_s));
        auto *tag = publishing.findChild<TagField *>();
        auto *edit = qobject_cast<QLineEdit *>(tag->control());
        edit->insert(u"entry"_s + u"😀"_s.repeated(11));
        QCOMPARE(tag->text().toUcs4().size(), 16);
        edit->setCursorPosition(2);
        edit->insert(u"x"_s); // one too many: what is there stays, and the field says why
        QCOMPARE(tag->text(), u"entry"_s + u"😀"_s.repeated(11));
        QCOMPARE(tag->problem(), u"At most 16 characters."_s);
        edit->undo();
        QCOMPARE(tag->text(), QString());
        QCOMPARE(tag->problem(), QString());
        edit->insert(u"entry"_s);
        QVERIFY(says(publishing, u"Who gets it: 2 of 2"_s));
        publishing.findChild<CodeEdit *>()->setPlainText(u"hello"_s);
        button(publishing, u"Publish"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(publishing, u"Published. Message"_s), kPatienceMs);
        QVERIFY(m_receiver->waitFor(2));
    }

    void publishingToAFifoTopicNeedsAGroup()
    {
        TopicSettingsPatch fifo;
        fifo.type = QueueType::Fifo;
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createTopic(u"news"_s, fifo)));
        QueueSettingsPatch fifoQueue;
        fifoQueue.type = QueueType::Fifo;
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"ledger"_s, fifoQueue)));
        subscribe(u"all"_s, u"acs:mns:local:1000000000000000:queues/ledger"_s);
        waitForTopic(1);
        m_harness->window().openTopic(u"news"_s);
        button(opened(), u"Publish…"_s)->click();
        auto &publishing = dialog<PublishDialog>();
        auto *group = publishing.findChild<GroupField *>();
        QVERIFY(group && group->isVisible());
        publishing.findChild<CodeEdit *>()->setPlainText(u"booking"_s);
        button(publishing, u"Publish"_s)->click();
        QVERIFY(says(publishing, u"A message of a FIFO queue or topic needs a group."_s));
        group->setText(u"customer-7"_s);
        button(publishing, u"Publish"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(publishing, u"Published. Message"_s), kPatienceMs);
        const auto received = m_harness->app().receiveMessage(u"ledger"_s, 10s);
        QVERIFY(ConsoleHarness::succeeded(received));
        QCOMPARE(received.result()->groupId, u"customer-7"_s);
    }

    void aFailureShowsItsLadderRequestAndSignature()
    {
        m_receiver->behave(PushReceiver::Manner::Answer, 503);
        createTopic();
        subscribe(u"web"_s, url());
        publish("hello");
        DataTable *table = openAttempts(1);
        QVERIFY(table);
        QCOMPARE(text(*table, 0, AttemptListModel::Subscription), u"web"_s);
        QCOMPARE(text(*table, 0, AttemptListModel::Result), u"503 refused"_s);
        QVERIFY(text(*table, 0, AttemptListModel::Next).startsWith(u"in "_s));
        table->selectRow(0);
        auto *inspector = m_harness->visible<AttemptInspector>();
        QVERIFY(inspector);
        QVERIFY(inspector->findChild<AttemptLadder *>()->accessibleDescription().contains(
            u"Next try"_s));
        auto *code = inspector->findChild<CodeEdit *>();
        QVERIFY(code->toPlainText().startsWith(u"POST /notify HTTP/1.1"_s));
        QVERIFY(code->toPlainText().contains(u"x-mns-topic-name: news"_s));
        inspector->findChild<QTabBar *>()->setCurrentIndex(1);
        QVERIFY(code->toPlainText().startsWith(u"HTTP/1.1 503"_s));
        inspector->findChild<QTabBar *>()->setCurrentIndex(2);
        QVERIFY(code->toPlainText().startsWith(u"POST\n"_s));
        QVERIFY(says(*inspector, u"/notify-cert.pem"_s));
        const auto isValid = [inspector] {
            const QList<StatusPill *> pills = inspector->findChildren<StatusPill *>();
            return std::ranges::any_of(pills, [](const StatusPill *pill) {
                return pill->isVisible() && pill->state().text.startsWith(u"Valid: "_s);
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(isValid(), kPatienceMs);
        QCOMPARE(namelessControls(opened()), QStringList());
    }

    void whatWaitsForItsNextTryIsTriedAtOnce()
    {
        m_receiver->behave(PushReceiver::Manner::Answer, 503);
        createTopic();
        subscribe(u"web"_s, url());
        publish("hello");
        QVERIFY(openAttempts(1));
        m_receiver->behave(PushReceiver::Manner::Answer, 204);
        opened().showTab(TopicPanel::Subscriptions);
        m_harness->visible<TopicSubscriptionsTab>()->findChild<DataTable *>()->selectRow(0);
        auto *inspector = m_harness->visible<SubscriptionInspector>();
        QTRY_VERIFY_WITH_TIMEOUT(buttonOrNull(*inspector, u"Retry all now"_s), kPatienceMs);
        button(*inspector, u"Retry all now"_s)->click();
        QVERIFY(m_receiver->waitFor(2)); // its turn would be in seconds, by the broker's clock
        QTRY_VERIFY(isNoticed(m_harness->window(), u"Trying 1 message again at web."_s));
    }

    void copiesArePublishedOneByOne()
    {
        createTopic();
        subscribe(u"web"_s, url());
        waitForTopic(1);
        m_harness->window().openTopic(u"news"_s);
        opened().publish();
        auto &publishing = dialog<PublishDialog>();
        publishing.findChild<CodeEdit *>()->setPlainText(u"number {{seq}}"_s);
        publishing.findChild<CopiesForm *>()->findChild<QSpinBox *>()->setValue(3);
        button(publishing, u"Publish 3 messages"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(publishing, u"Sent 3 messages to news."_s), kPatienceMs);
        QVERIFY(m_receiver->waitFor(3));
    }

    void theStatisticsDrawWhatIsPushed()
    {
        createTopic();
        subscribe(u"web"_s, url());
        waitForTopic(1);
        m_harness->window().openTopic(u"news"_s);
        opened().showTab(TopicPanel::Statistics);
        publish("hello");
        const auto sums = [this] {
            QList<double> totals;
            const QList<TimeChart *> charts =
                m_harness->visible<TopicStatisticsTab>()->findChildren<TimeChart *>();
            for (const QList<double> &line : charts.constFirst()->data().values)
                totals.append(std::accumulate(line.cbegin(), line.cend(), 0.0));
            return totals;
        };
        QTRY_COMPARE_WITH_TIMEOUT(sums(), QList<double>({1, 1, 0}), kPatienceMs);
        QCOMPARE(namelessControls(opened()), QStringList());
    }

    void anAttemptIsSentAgainHereAndElsewhere()
    {
        createTopic();
        subscribe(u"web"_s, url());
        publish("hello");
        DataTable *table = openAttempts(1);
        QVERIFY(table);
        table->selectRow(0);
        auto *inspector = m_harness->visible<AttemptInspector>();
        button(*inspector, u"Send again"_s)->click();
        QVERIFY(m_receiver->waitFor(2));
        QTRY_VERIFY(isNoticed(m_harness->window(), u"204 accepted"_s));

        PushReceiver other;
        button(*inspector, u"Send to another URL…"_s)->click();
        auto &asking = dialog<SendToUrlDialog>();
        asking.findChild<QLineEdit *>()->setText(u"nowhere"_s);
        button(asking, u"Send"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(asking, u"A URL with http or https and a host."_s),
                                 kPatienceMs);
        asking.findChild<QLineEdit *>()->setText(QString::fromLatin1(other.url("/else")));
        button(asking, u"Send"_s)->click();
        QVERIFY(other.waitFor(1));
        QCOMPARE(other.pushes().front().body, m_receiver->pushes().front().body);
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 3, kPatienceMs);
    }

    void theCurlCommandQuotesWhatItSends()
    {
        Admin::Attempt attempt;
        attempt.endpoint = u"http://localhost/a?b=c"_s;
        attempt.requestHeaders = {
            {u"Host"_s, u"localhost"_s}, {u"Content-Length"_s, u"4"_s}, {u"Date"_s, u"now"_s}};
        attempt.requestBody = u"it's"_s;
        QCOMPARE(curlCommandOf(attempt),
                 u"curl -X POST 'http://localhost/a?b=c' \\\n  -H 'Date: now' \\\n"
                 "  --data-binary 'it'\\''s'"_s);
    }

    void failedAttemptsAndSubscriptionsAreChosen()
    {
        PushReceiver refusing;
        refusing.behave(PushReceiver::Manner::Answer, 500);
        createTopic();
        subscribe(u"bad"_s, QString::fromLatin1(refusing.url()));
        subscribe(u"web"_s, url());
        publish("hello");
        DataTable *table = openAttempts(2);
        QVERIFY(table);
        auto *tab = m_harness->visible<TopicAttemptsTab>();
        tab->findChild<SegmentedControl *>()->setCurrentIndex(1);
        QCOMPARE(table->model()->rowCount(), 1);
        QCOMPARE(text(*table, 0, AttemptListModel::Subscription), u"bad"_s);
        opened().showAttemptsOf(u"web"_s);
        QCOMPARE(table->model()->rowCount(), 1);
        QCOMPARE(text(*table, 0, AttemptListModel::Subscription), u"web"_s);
    }

    void theLargestMessageIsChangedAndChangedBack()
    {
        createTopic();
        waitForTopic(0);
        m_harness->window().openTopic(u"news"_s);
        opened().showTab(TopicPanel::Attributes);
        auto *largest = m_harness->visible<DurationEdit>();
        auto *edit = largest->findChild<QLineEdit *>();
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, u"32"_s);
        button(opened(), u"Save 1 change"_s)->click();
        const auto bytes = [this] {
            return connection().topics().find(u"news"_s)->settings.maximumMessageSizeBytes;
        };
        QTRY_COMPARE_WITH_TIMEOUT(bytes(), 32 * 1024, kPatienceMs);
        pressKey(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(bytes(), 64 * 1024, kPatienceMs);
    }

    void aTopicThatGoesSaysSo()
    {
        createTopic();
        waitForTopic(0);
        m_harness->window().openTopic(u"news"_s);
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().deleteTopic(u"news"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(says(opened(), u"This topic no longer exists"_s), kPatienceMs);
        button(opened(), u"Back to topics"_s)->click();
        QVERIFY(m_harness->visible<TopicsPanel>());
    }
};

QTEST_MAIN(TestTopicPanels)
#include "tst_topicpanels.moc"
