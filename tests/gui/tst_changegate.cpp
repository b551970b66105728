// SPDX-License-Identifier: GPL-3.0-only
#include "client/apirequest.h"
#include "console/brokerconnection.h"
#include "console/changetexts.h"
#include "console/connectionbook.h"
#include "console/jobs.h"
#include "console/notices.h"
#include "console/panels/queueactions.h"
#include "console/sendjob.h"
#include "console/settings.h"
#include "consoleharness.h"
#include "remotebroker.h"
#include "widgets/button.h"
#include "widgets/confirmdialog.h"

#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kPatienceMs = 20'000;
const auto kSecret = u"a-secret-of-its-own"_s;

} // namespace

/// A connection that asks before every change.
class TestChangeGate : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_harness = std::make_unique<ConsoleHarness>();
        m_remote = std::make_unique<RemoteBroker>(u"remote-id"_s, kSecret);
        QVERIFY(m_harness->start());
    }

    void cleanup()
    {
        m_harness.reset();
        m_remote.reset();
    }

    void aConnectionThatAsksHoldsEveryChangeBack()
    {
        openAsking();
        MnsClient &mns = window().connection()->mns();
        // What only looks goes out by itself.
        QVERIFY(ConsoleHarness::succeeded(mns.queueAttributes(u"far-away"_s)));
        QVERIFY(!m_harness->visible<ConfirmDialog>());

        const auto declined = mns.sendMessage(u"far-away"_s, message("one"));
        ConfirmDialog *question = nullptr;
        QTRY_VERIFY(question = m_harness->visible<ConfirmDialog>());
        QVERIFY(says(*question, u"Change production?"_s));
        QVERIFY(says(*question, u"Send a message to far-away."_s));
        QVERIFY(question->cancelButton()->hasFocus());
        question->cancelButton()->click();
        QTRY_VERIFY(declined.isFinished());
        QCOMPARE(declined.result().error().code, ErrorCode::Cancelled);

        const auto agreed = mns.sendMessage(u"far-away"_s, message("two"));
        QTRY_VERIFY(question = m_harness->visible<ConfirmDialog>());
        question->primary()->click();
        QTRY_VERIFY(agreed.isFinished());
        QVERIFY(agreed.result().ok());
        QCOMPARE(readyMessages(u"far-away"_s), 1);
    }

    void everyRequestIsNamed_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QString>("text");
        QTest::newRow("send") << u"SendMessage"_s << QByteArray("POST")
                              << QByteArray("/queues/far-away/messages")
                              << u"Send a message to far-away."_s;
        QTest::newRow("receive") << u"ReceiveMessage"_s << QByteArray("GET")
                                 << QByteArray("/queues/a/messages?waitseconds=0")
                                 << u"Receive a message of a, as an app would."_s;
        QTest::newRow("subscribe")
            << u"Subscribe"_s << QByteArray("PUT")
            << QByteArray("/topics/news%251/subscriptions/%25%32") << u"Subscribe %2 to news%1."_s;
        QTest::newRow("purge") << u"POST /signalbox/v1/queues/orders/purge"_s << QByteArray("POST")
                               << QByteArray("/signalbox/v1/queues/orders/purge")
                               << u"Purge queue orders."_s;
        QTest::newRow("pause") << u"POST"_s << QByteArray("POST")
                               << QByteArray("/signalbox/v1/topics/t/subscriptions/s/pause")
                               << u"Pause subscription s of t."_s;
        QTest::newRow("unknown") << u"POST"_s << QByteArray("POST")
                                 << QByteArray("/signalbox/v1/new/thing?x=1")
                                 << u"Send the request POST /signalbox/v1/new/thing."_s;
    }

    void everyRequestIsNamed()
    {
        QFETCH(QString, operation);
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        const ApiRequest request{operation, method, target};
        QVERIFY(changesSomething(request));
        QTEST(changeText(request), "text");
    }

    void receivingAsAnAppIsAskedForToo()
    {
        openAsking();
        const auto received = window().connection()->mns().receiveMessages(u"far-away"_s, 4, 0s);
        ConfirmDialog *question = nullptr;
        QTRY_VERIFY(question = m_harness->visible<ConfirmDialog>());
        QVERIFY(says(*question, u"Receive messages of far-away, as an app would."_s));
        question->cancelButton()->click();
        QTRY_VERIFY(received.isFinished());
        QCOMPARE(received.result().error().code, ErrorCode::Cancelled);
    }

    void aJobOfManyCallsAsksOnce()
    {
        openAsking();
        window().jobs().add(std::make_unique<SendJob>(
            window().connection()->mns(), u"far-away"_s, 200,
            [](qint64 index) { return message(QByteArray::number(index)); }));
        ConfirmDialog *question = nullptr;
        QTRY_VERIFY(question = m_harness->visible<ConfirmDialog>());
        QVERIFY(says(*question, u"Sending to far-away: 200 messages."_s));
        question->primary()->click();
        QTRY_VERIFY_WITH_TIMEOUT(window().jobs().running().isEmpty(), kPatienceMs);
        QVERIFY(!m_harness->visible<ConfirmDialog>());
        QVERIFY(isNoticed(window(), u"Sent 200 messages to far-away."_s));
    }

    void aJobThatIsDeclinedSendsNothing()
    {
        openAsking();
        window().jobs().add(std::make_unique<SendJob>(window().connection()->mns(), u"far-away"_s,
                                                      200,
                                                      [](qint64) { return message("never"); }));
        ConfirmDialog *question = nullptr;
        QTRY_VERIFY(question = m_harness->visible<ConfirmDialog>());
        question->cancelButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(window().jobs().running().isEmpty(), kPatienceMs);
        QVERIFY(isNoticed(window(), u"The change was not confirmed."_s));
        QCOMPARE(readyMessages(u"far-away"_s), 0);
    }

    void whatIsConfirmedAnywayIsAskedForOnce()
    {
        openAsking();
        confirmDeleteQueue({*window().connection(), *window().findChild<Notices *>(),
                            m_harness->console().settings(), window().jobs()},
                           u"far-away"_s, &window());
        auto *question = m_harness->visible<ConfirmDialog>();
        QVERIFY(question);
        QVERIFY(says(*question, u"Delete far-away?"_s));
        QVERIFY(says(*question, u"On production:"_s));
        question->primary()->click();
        QTRY_COMPARE_WITH_TIMEOUT(queueNames(), QStringList(), kPatienceMs);
        QVERIFY(!m_harness->visible<ConfirmDialog>());
    }

    void anOpenQuestionEndsWithItsConnection()
    {
        const int index = openAsking();
        const auto held = window().connection()->mns().deleteQueue(u"far-away"_s);
        QTRY_VERIFY(m_harness->visible<ConfirmDialog>());
        book().remove(index);
        QTRY_VERIFY(!m_harness->visible<ConfirmDialog>());
        QTRY_VERIFY(held.isFinished());
        QCOMPARE(readyMessages(u"far-away"_s), 0); // It is still there.
    }

private:
    MainWindow &window() { return m_harness->window(); }
    ConnectionBook &book() { return m_harness->console().connections(); }

    /// Shows a connection named production that asks before every change; gives its index.
    int openAsking()
    {
        if (!m_remote->createQueue(u"far-away"_s))
            qFatal("The queue was not made.");
        SavedConnection connection{{}, u"production"_s, m_remote->url(), u"remote-id"_s};
        connection.stripe = StripeColor::Red;
        connection.asksBeforeChange = true;
        const int index = book().add(connection, kSecret);
        book().setCurrent(index);
        if (!QTest::qWaitFor([this] { return queueNames() == QStringList{u"far-away"_s}; }))
            qFatal("The queue is not shown.");
        return index;
    }

    /// As the broker elsewhere tells another app; -1 without such a queue.
    int readyMessages(const QString &queueName)
    {
        MnsClient app(m_remote->endpoint());
        const auto attributes = app.queueAttributes(queueName);
        if (!QTest::qWaitFor([&] { return attributes.isFinished(); }) || !attributes.result())
            return -1;
        return int(attributes.result()->counts.ready);
    }

    QStringList queueNames()
    {
        QStringList names;
        if (!window().connection())
            return names;
        const QueueListModel &queues = window().connection()->queues();
        for (int row = 0; row < queues.rowCount(); ++row)
            names.append(queues.queueAt(row).name);
        return names;
    }

    std::unique_ptr<ConsoleHarness> m_harness;
    std::unique_ptr<RemoteBroker> m_remote;
};

QTEST_MAIN(TestChangeGate)
#include "tst_changegate.moc"
