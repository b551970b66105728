// SPDX-License-Identifier: GPL-3.0-only
// The list of a queue's messages while the queue goes on, in the real window over the real broker.
#include "client/adminclient.h"
#include "console/brokerconnection.h"
#include "console/dialogs/receivedialog.h"
#include "console/models/messagelistmodel.h"
#include "console/panels/heldcard.h"
#include "console/panels/messageinspector.h"
#include "console/panels/messagelistview.h"
#include "console/panels/messagetools.h"
#include "console/panels/queuepanel.h"
#include "consolesuite.h"
#include "widgets/button.h"
#include "widgets/codeedit.h"
#include "widgets/codeview.h"
#include "widgets/durationedit.h"
#include "widgets/emptystate.h"
#include "widgets/searchfield.h"
#include "widgets/statuspill.h"
#include "widgets/table/datatable.h"
#include "widgets/table/tableroles.h"

#include <QAbstractItemModelTester>
#include <QScrollBar>
#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestMessageList : public ConsoleSuite
{
    Q_OBJECT

private slots:
    void rowsOfFurtherPagesKeepTheirState()
    {
        openWithPages();
        const QAbstractItemModelTester tester(
            table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        table()->scrollToBottom();
        const int last = messages().rowCount() - 1; // the oldest: it is received first
        QCOMPARE(stateAt(last), u"Ready"_s);
        const auto received = m_harness->app().receiveMessage(u"orders"_s);
        QVERIFY(ConsoleHarness::succeeded(received));
        QTRY_COMPARE_WITH_TIMEOUT(stateAt(last), u"In flight"_s, 10'000);
        QVERIFY(!messages().messageAt(last).body.isEmpty());
        QVERIFY(ConsoleHarness::succeeded(
            m_harness->app().deleteMessage(u"orders"_s, received.result()->receiptHandle)));
        QTRY_COMPARE_WITH_TIMEOUT(stateAt(last), u"Gone"_s, 10'000);
        QCOMPARE(stateAt(last - 1), u"Ready"_s);
    }

    void whatASearchFoundKeepsItsState()
    {
        openQueueWith({message("apple"), message("pear")});
        panel()->findChild<SearchField *>()->setText(u"apple"_s);
        QTRY_COMPARE_WITH_TIMEOUT(messages().rowCount(), 1, 10'000);
        QTRY_VERIFY(!messages().isSearching());
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().receiveMessage(u"orders"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(stateAt(0), u"In flight"_s, 10'000);
    }

    void refreshingKeepsThePlace()
    {
        openWithPages();
        const int rows = messages().rowCount();
        table()->scrollToBottom();
        table()->selectRow(rows - 3);
        QVERIFY(
            ConsoleHarness::succeeded(m_harness->app().sendMessage(u"orders"_s, message("new"))));
        QTRY_COMPARE_WITH_TIMEOUT(messages().newerCount(), 1, 10'000);
        QVERIFY(topRow() > 0);
        const QByteArray inView = messages().messageAt(topRow()).messageId;
        pressKey(Qt::Key_F5);
        QTRY_COMPARE_WITH_TIMEOUT(messages().rowCount(), rows + 1, 10'000);
        QCOMPARE(messages().messageAt(0).body, "new");
        QCOMPARE(messages().messageAt(topRow()).messageId, inView);
        QCOMPARE(table()->selectedRowsInOrder().constFirst().row(), rows - 2);
        QCOMPARE(messages().newerCount(), 0);
    }

    void theFooterCountsWhatIsThere()
    {
        openQueueWith({message("apple"), message("pear")});
        QTRY_VERIFY_WITH_TIMEOUT(says(*panel(), u"2 of 2, "_s), 10'000);
        AdminClient admin(m_harness->console().broker().endpoint());
        QVERIFY(ConsoleHarness::succeeded(admin.purgeQueue(u"orders"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(stateAt(0), u"Gone"_s, 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(!says(*panel(), u" of 2, "_s), 10'000);
    }

    void refreshingTakesOutWhatIsGone()
    {
        openWithPages();
        const int rows = messages().rowCount();
        AdminClient admin(m_harness->console().broker().endpoint());
        const QByteArray first = messages().messageAt(0).messageId;
        const QByteArray last = messages().messageAt(rows - 1).messageId;
        table()->scrollToBottom();
        QVERIFY(ConsoleHarness::succeeded(admin.deleteMessages(u"orders"_s, {first, last})));
        QTRY_COMPARE_WITH_TIMEOUT(stateAt(rows - 1), u"Gone"_s, 10'000);
        QTRY_COMPARE(stateAt(0), u"Gone"_s);
        pressKey(Qt::Key_F5);
        QTRY_COMPARE_WITH_TIMEOUT(messages().rowCount(), rows - 2, 10'000);
        QVERIFY(messages().rowOf(first) < 0);
        QVERIFY(messages().rowOf(last) < 0);
    }

    void theBarWithNewerMessagesShowsThem()
    {
        openWithPages();
        const int rows = messages().rowCount();
        table()->scrollToBottom();
        QVERIFY(
            ConsoleHarness::succeeded(m_harness->app().sendMessage(u"orders"_s, message("new"))));
        QTRY_VERIFY_WITH_TIMEOUT(buttonOrNull(*panel(), u"1 newer (F5)"_s), 10'000);
        button(*panel(), u"1 newer (F5)"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(messages().rowCount(), rows + 1, 10'000);
        QCOMPARE(topRow(), 0);
    }

    void receivesTurnRedBeforeTheLastOnes()
    {
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"orders-dead"_s)));
        QueueSettingsPatch settings;
        settings.deadLetters = DeadLetterPolicy{u"orders-dead"_s, 4};
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"orders"_s, settings)));
        QVERIFY(
            ConsoleHarness::succeeded(m_harness->app().sendMessage(u"orders"_s, message("one"))));
        m_harness->window().connection()->refresh();
        QTRY_VERIFY_WITH_TIMEOUT(row() != nullptr, 10'000);
        m_harness->window().openQueue(u"orders"_s);
        QTRY_COMPARE_WITH_TIMEOUT(messages().rowCount(), 1, 10'000);
        table()->selectRow(0);
        auto *inspector = m_harness->visible<MessageInspector>();
        QVERIFY(says(*inspector, u"0 of 4, then to orders-dead"_s));
        for (int receives = 1; receives <= 2; ++receives) {
            const auto received = m_harness->app().receiveMessage(u"orders"_s);
            QVERIFY(ConsoleHarness::succeeded(received));
            QVERIFY(ConsoleHarness::succeeded(m_harness->app().changeVisibility(
                u"orders"_s, received.result()->receiptHandle, 1s)));
            QTRY_COMPARE_WITH_TIMEOUT(messages().messageAt(0).dequeueCount, receives, 10'000);
            QCOMPARE(isReceivedRed(0), receives == 2);
            AdminClient admin(m_harness->console().broker().endpoint());
            QVERIFY(ConsoleHarness::succeeded(admin.advanceClock(2s)));
        }
        QVERIFY(says(*inspector, u"2 of 4, then to orders-dead"_s));
    }

    void sizeGivesWayToReceives()
    {
        openQueueWith({message("one")});
        QTRY_COMPARE_WITH_TIMEOUT(messages().rowCount(), 1, 10'000);
        table()->setFixedWidth(650); // 1,280 less the sidebar and the inspector
        QTRY_VERIFY(table()->isColumnHidden(MessageListModel::Size));
        QVERIFY(!table()->isColumnHidden(MessageListModel::Received));
    }

    void openingAQueuePutsTheKeyboardWhereItIsSeen()
    {
        openQueueWith({});
        QTRY_VERIFY_WITH_TIMEOUT(buttonOrNull(*panel(), u"Send message…"_s), 10'000);
        QTRY_VERIFY(m_harness->visible<EmptyState>());
        QTRY_VERIFY(button(*m_harness->visible<EmptyState>(), u"Send message…"_s)->hasFocus());
        QVERIFY(
            ConsoleHarness::succeeded(m_harness->app().sendMessage(u"orders"_s, message("one"))));
        QTRY_VERIFY_WITH_TIMEOUT(table()->hasFocus(), 10'000);
        m_harness->window().showSection(Sidebar::Queues);
        m_harness->window().openQueue(u"orders"_s);
        QTRY_VERIFY_WITH_TIMEOUT(table()->hasFocus(), 10'000);
    }

    void aHeldMessageIsExtendedAsItsQueueHoldsThem()
    {
        QueueSettingsPatch settings;
        settings.visibilityTimeout = 95s;
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"orders"_s, settings)));
        QVERIFY(
            ConsoleHarness::succeeded(m_harness->app().sendMessage(u"orders"_s, message("one"))));
        m_harness->window().connection()->refresh();
        QTRY_VERIFY_WITH_TIMEOUT(row() != nullptr, 10'000);
        m_harness->window().openQueue(u"orders"_s);
        panel()->receive();
        m_harness->visible<ReceiveDialog>()->primary()->click();
        QTRY_VERIFY_WITH_TIMEOUT(m_harness->visible<HeldCard>(), 10'000);
        QCOMPARE(m_harness->visible<HeldCard>()->findChild<DurationEdit *>()->duration(), 95s);
    }

    void findingLooksInTheBodyWhereTheKeyboardIsInIt()
    {
        openQueueWith({message("needle in a haystack")});
        QTRY_COMPARE_WITH_TIMEOUT(messages().rowCount(), 1, 10'000);
        table()->selectRow(0);
        auto *body = m_harness->visible<CodeView>();
        QVERIFY(body);
        auto *ofBody = body->findChild<SearchField *>();
        auto *ofPanel = panel()->findChild<MessageTools *>()->findChild<SearchField *>();
        QVERIFY(ofBody && ofPanel && ofBody != ofPanel);

        body->editor()->setFocus();
        QTest::keyClick(body->editor(), Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(ofBody->hasFocus());
        QVERIFY(!ofPanel->hasFocus());
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(ofPanel->hasFocus());
    }

private:
    bool isReceivedRed(int row)
    {
        const QVariant tone =
            messages().index(row, MessageListModel::Received).data(TableRole::Tone);
        return tone.isValid() && Tone(tone.toInt()) == Tone::Danger;
    }

    /// Of 160 messages, all read.
    void openWithPages()
    {
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"orders"_s)));
        for (int i = 0; i < 10; ++i)
            QVERIFY(ConsoleHarness::succeeded(m_harness->app().sendMessages(
                u"orders"_s, std::vector<OutgoingMessage>(16, message("one of many")))));
        m_harness->window().connection()->refresh();
        QTRY_VERIFY_WITH_TIMEOUT(row() != nullptr, 10'000);
        m_harness->window().openQueue(u"orders"_s);
        QTRY_COMPARE_WITH_TIMEOUT(messages().rowCount(), MessageListModel::kPage, 10'000);
        QTRY_VERIFY(messages().canFetchMore({}) || messages().rowCount() > MessageListModel::kPage);
        messages().fetchMore({});
        QTRY_COMPARE_WITH_TIMEOUT(messages().rowCount(), 160, 10'000);
    }

    QString stateAt(int row)
    {
        return messages().index(row, MessageListModel::State).data().toString();
    }

    int topRow() { return table()->rowAt(0); }
};

QTEST_MAIN(TestMessageList)
#include "tst_messagelist.moc"
