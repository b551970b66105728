// SPDX-License-Identifier: GPL-3.0-only
// Finding messages by more than their text, and repairing many of them at once, in the real window
// over the real broker.
#include "console/brokerconnection.h"
#include "console/dialogs/movedialog.h"
#include "console/models/messagelistmodel.h"
#include "console/panels/messageinspector.h"
#include "console/panels/messagelistview.h"
#include "console/panels/queuepanel.h"
#include "consolesuite.h"
#include "widgets/button.h"
#include "widgets/codeedit.h"
#include "widgets/codeview.h"
#include "widgets/searchfield.h"
#include "widgets/table/datatable.h"
#include "widgets/table/selectionbar.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestQueueSearch : public ConsoleSuite
{
    Q_OBJECT

private slots:
    void init()
    {
        startConsole();
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"orders"_s)));
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"repair"_s)));
    }

    void aValueOfABodyIsFoundAndMarked()
    {
        send("{\"currency\":\"USD\",\"total\":7}");
        send(QByteArray("{\"currency\":\"CNY\",\"total\":7}").toBase64());
        openQueue(2);
        const QAbstractItemModelTester tester(
            table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        searchFor(u"$.currency = \"CNY\""_s);
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 1, 10'000);
        table()->selectRow(0);
        auto *viewer = m_harness->visible<CodeView>();
        QVERIFY(viewer);
        QCOMPARE(viewer->matches().size(), 1);
        QCOMPARE(viewer->editor()->textCursor().selectedText(), u"\"CNY\""_s);
        searchFor(u"$.total = 8"_s);
        QTRY_VERIFY_WITH_TIMEOUT(says(*panel(), u"No message matches “$.total = 8”"_s), 10'000);
    }

    void groupsAndPropertiesAreSearched()
    {
        OutgoingMessage refund = message("one");
        refund.groupId = u"customer-7"_s;
        refund.userProperties = {{u"kind"_s, u"refund"_s, PropertyType::String}};
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().sendMessage(u"orders"_s, refund)));
        send("two");
        openQueue(2);
        for (const QString &search : {u"group: customer-7"_s, u"prop.kind = refund"_s}) {
            searchFor(search);
            QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 1, 10'000);
            searchFor(u"two"_s);
            QTRY_VERIFY_WITH_TIMEOUT(messages().isLoaded() && messages().messageAt(0).body == "two",
                                     10'000);
        }
    }

    void whatCannotBeUnderstoodIsSaidBelowTheFieldAndTheListStays()
    {
        send("one");
        openQueue(1);
        searchFor(u"$.a == 1"_s);
        QVERIFY(says(*panel(), u"Character 6: One “=” must follow."_s));
        QVERIFY(!field()->accessibleDescription().isEmpty());
        QCOMPARE(table()->model()->rowCount(), 1);
        QVERIFY(messages().search().isEmpty());
        QVERIFY(!isNoticed(m_harness->window(), u"="_s));
        QTest::keyClick(field(), Qt::Key_Backspace); // cleared while typing
        QVERIFY(!says(*panel(), u"Character 6"_s));
        searchFor(u"id: xyz"_s);
        QVERIFY(says(*panel(), u"Character 5"_s));
        field()->clear();
        QTRY_VERIFY(!says(*panel(), u"Character 5"_s));
    }

    void whileTypingWhatIsMissingIsOnlyHintedAt()
    {
        openQueue(0);
        field()->setFocus();
        QTest::keyClicks(field(), u"$.a"_s);
        QTRY_VERIFY(says(*panel(), u"One “=” must follow."_s));
        QVERIFY(!says(*panel(), u"Character"_s));
        QTest::keyClick(field(), Qt::Key_Return);
        QVERIFY(says(*panel(), u"Character 4: One “=” must follow."_s));
    }

    void moreThanOneCallTakesAreDeletedAndComeBackWithOneUndo()
    {
        sendMany();
        openQueue(MessageListModel::kPage);
        selectAll();
        button(*m_harness->visible<SelectionBar>(), u"Delete"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(
            isNoticed(m_harness->window(), u"Deleted 1,040 messages from orders."_s), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(ready(u"orders"_s), 0, 10'000);
        QCOMPARE(table()->model()->rowCount(), 0);
        pressKey(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(ready(u"orders"_s), kMany, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), MessageListModel::kPage, 10'000);
    }

    void moreThanOneCallTakesMoveAndComeBackWithOneUndo()
    {
        sendMany();
        openQueue(MessageListModel::kPage);
        selectAll();
        button(*m_harness->visible<SelectionBar>(), u"Move…"_s)->click();
        auto *dialog = m_harness->visible<MoveDialog>();
        QVERIFY(dialog);
        dialog->findChild<QComboBox *>()->setCurrentText(u"repair"_s);
        dialog->primary()->click();
        QTRY_COMPARE_WITH_TIMEOUT(ready(u"repair"_s), kMany, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(
            isNoticed(m_harness->window(), u"Moved 1,040 messages to repair."_s), 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 0, 10'000);
        pressKey(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(ready(u"orders"_s), kMany, 20'000);
        QCOMPARE(ready(u"repair"_s), 0);
    }

private:
    static constexpr int kMany = 1040; // 65 batches of sixteen: two steps of a job

    SearchField *field() { return panel()->findChild<SearchField *>(); }

    void send(const QByteArray &body)
    {
        QVERIFY(
            ConsoleHarness::succeeded(m_harness->app().sendMessage(u"orders"_s, message(body))));
    }

    void sendMany()
    {
        const std::vector<OutgoingMessage> batch(16, message("hay"));
        for (int i = 0; i < kMany / 16; ++i)
            QVERIFY(ConsoleHarness::succeeded(m_harness->app().sendMessages(u"orders"_s, batch)));
    }

    void openQueue(int rows)
    {
        openQueueWith({});
        QTRY_VERIFY_WITH_TIMEOUT(messages().isLoaded(), 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), rows, 10'000);
    }

    void searchFor(const QString &text)
    {
        field()->setText(text);
        QTest::keyClick(field(), Qt::Key_Return);
    }

    /// Every message of the queue, which the list reads first.
    void selectAll()
    {
        while (messages().rowCount() < kMany) {
            const int rows = messages().rowCount();
            if (messages().canFetchMore({}))
                messages().fetchMore({});
            QTRY_VERIFY_WITH_TIMEOUT(messages().rowCount() > rows, 10'000);
        }
        table()->selectAll();
        QVERIFY(m_harness->visible<SelectionBar>());
    }

    qint64 ready(const QString &name)
    {
        BrokerConnection &connection = *m_harness->window().connection();
        connection.refresh();
        const int row = connection.queues().rowOf(name);
        return row < 0 ? -1 : connection.queues().queueAt(row).counts.ready;
    }
};

QTEST_MAIN(TestQueueSearch)
#include "tst_queuesearch.moc"
