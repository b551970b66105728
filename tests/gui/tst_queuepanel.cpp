// SPDX-License-Identifier: GPL-3.0-only
// What an operator does with one queue, in the real window over the real broker.
#include "client/adminclient.h"
#include "console/brokerconnection.h"
#include "console/dialogs/movedialog.h"
#include "console/dialogs/receivedialog.h"
#include "console/dialogs/sendmessagedialog.h"
#include "console/models/messagelistmodel.h"
#include "console/panels/heldcard.h"
#include "console/panels/messageinspector.h"
#include "console/panels/messagelistview.h"
#include "console/panels/messagetools.h"
#include "console/panels/queueattributestab.h"
#include "console/panels/queueinspector.h"
#include "console/panels/queuepanel.h"
#include "console/panels/queuereceiverstab.h"
#include "console/panels/queuespanel.h"
#include "console/panels/queuestatisticstab.h"
#include "console/panels/searchprogress.h"
#include "consolesuite.h"
#include "widgets/button.h"
#include "widgets/charts/timechart.h"
#include "widgets/durationedit.h"
#include "widgets/searchfield.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/table/datatable.h"
#include "widgets/table/selectionbar.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSpinBox>
#include <QTest>

#include <cmath>

using namespace Signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Some sample of \a series is \a value or more.
bool reaches(const TimeChart &chart, qsizetype series, double value)
{
    if (chart.data().values.size() <= series)
        return false;
    const QList<double> &values = chart.data().values.at(series);
    return std::ranges::any_of(
        values, [value](double sample) { return !std::isnan(sample) && sample >= value; });
}

} // namespace

class TestQueuePanel : public ConsoleSuite
{
    Q_OBJECT

private slots:
    // --- Tabs ---

    void statisticsShowRatesAndTimeInQueue()
    {
        openQueueWith({message("one"), message("two")});
        panel()->showTab(QueuePanel::Statistics);
        auto *tab = m_harness->visible<QueueStatisticsTab>();
        QVERIFY(tab);
        const QList<TimeChart *> charts = tab->findChildren<TimeChart *>();
        QCOMPARE(charts.size(), 4);
        QTRY_VERIFY_WITH_TIMEOUT(!charts.at(0)->data().isEmpty(), 10'000);
        const auto received = m_harness->app().receiveMessage(u"orders"_s);
        QVERIFY(ConsoleHarness::succeeded(received));
        QVERIFY(ConsoleHarness::succeeded(
            m_harness->app().deleteMessage(u"orders"_s, received.result()->receiptHandle)));
        // Received and deleted, p99 of the wait, backlog, receives of what was deleted.
        QTRY_VERIFY_WITH_TIMEOUT(reaches(*charts.at(0), 2, 1), 10'000);
        QVERIFY(reaches(*charts.at(0), 1, 1));
        QVERIFY(reaches(*charts.at(1), 2, 0.001));
        QVERIFY(reaches(*charts.at(2), 0, 1));
        QVERIFY(reaches(*charts.at(3), 0, 1));
        QVERIFY(says(*tab, u"1 point = 1 s"_s));
        tab->findChild<SegmentedControl *>()->setCurrentIndex(2);
        QVERIFY(says(*tab, u"1 point = 1 min"_s));
        QCOMPARE(charts.at(0)->data().step, 60.0);
        auto *compare = button(*tab, u"Compare with the time before"_s);
        QVERIFY(!compare->isEnabled()); // the broker keeps one hour
        QVERIFY(!compare->toolTip().isEmpty());
        tab->findChild<SegmentedControl *>()->setCurrentIndex(1);
        QVERIFY(compare->isEnabled());
        QVERIFY(charts.at(0)->comparison().isEmpty());
        compare->click();
        QCOMPARE(charts.at(0)->comparison().times, charts.at(0)->data().times);
        QVERIFY(says(*tab, u"dotted: 15 min before"_s));
        tab->findChild<SegmentedControl *>()->setCurrentIndex(0);
        QVERIFY(charts.at(0)->comparison().isEmpty());
    }

    void statisticsAreExported()
    {
        openQueueWith({message("one")});
        panel()->showTab(QueuePanel::Statistics);
        auto *tab = m_harness->visible<QueueStatisticsTab>();
        QVERIFY(tab);
        QTRY_VERIFY_WITH_TIMEOUT(!tab->findChild<TimeChart *>()->data().isEmpty(), 10'000);
        button(*tab, u"Export"_s)->click();
        auto *menu = tab->findChild<QMenu *>();
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 4); // a menu for each chart
        const QList<QAction *> exports = menu->actions().constFirst()->menu()->actions();
        QCOMPARE(exports.size(), 3);
        QApplication::clipboard()->clear();
        exports.constFirst()->trigger();
        QVERIFY(QApplication::clipboard()->text().contains(u"Deleted"_s));
        menu->close();
    }

    void aReceiverAppearsWithWhatItHolds()
    {
        openQueueWith({message("one")});
        panel()->showTab(QueuePanel::Receivers);
        auto *tab = m_harness->visible<QueueReceiversTab>();
        QVERIFY(tab);
        QTRY_VERIFY_WITH_TIMEOUT(says(*tab, u"No receiver was seen"_s), 10'000);
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().receiveMessage(u"orders"_s)));
        const QAbstractItemModel *model = tab->findChild<DataTable *>()->model();
        QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(), 1, 10'000);
        QCOMPARE(model->index(0, 0).data().toString(), u"127.0.0.1"_s);
        QCOMPARE(model->index(0, 1).data().toString(), u"1"_s);
    }

    void attributesAreChangedInPlaceAndBack()
    {
        openQueueWith({});
        panel()->showTab(QueuePanel::Attributes);
        auto *tab = m_harness->visible<QueueAttributesTab>();
        QVERIFY(tab);
        QVERIFY(!button(*tab, u"Save changes"_s)->isEnabled());
        auto *visibility = tab->findChild<DurationEdit *>();
        auto *number = visibility->findChild<QLineEdit *>();
        number->setFocus();
        number->selectAll();
        QTest::keyClicks(number, u"2 min"_s);
        QTest::keyClick(number, Qt::Key_Tab);
        QTRY_VERIFY(buttonOrNull(*tab, u"Save 1 change"_s));
        button(*tab, u"Save 1 change"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(visibilityTimeout(), 120s, 10'000);
        QTRY_VERIFY(!button(*tab, u"Save changes"_s)->isEnabled());

        pressKey(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(visibilityTimeout(), 30s, 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(visibility->duration(), 30s, 10'000);
    }

    void aValueOutOfRangeIsNotSaved()
    {
        openQueueWith({});
        panel()->showTab(QueuePanel::Attributes);
        auto *tab = m_harness->visible<QueueAttributesTab>();
        auto *number = tab->findChild<DurationEdit *>()->findChild<QLineEdit *>();
        number->setFocus();
        number->selectAll();
        QTest::keyClicks(number, u"13 h"_s);
        QTest::keyClick(number, Qt::Key_Tab);
        auto *save = button(*tab, u"Save changes"_s);
        QTRY_VERIFY(save->isEnabled());
        save->click();
        QVERIFY(number->hasFocus() || tab->findChild<DurationEdit *>()->hasFocus());
        QCOMPARE(visibilityTimeout(), 30s);
        QVERIFY(panel()->stepBack());
    }

    void tabsChangeByKeyboard()
    {
        openQueueWith({});
        m_harness->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_harness->window()));
        QTest::keyClick(panel()->findChild<DataTable *>(), Qt::Key_PageDown, Qt::ControlModifier);
        QTRY_VERIFY(m_harness->visible<QueueStatisticsTab>());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_PageUp, Qt::ControlModifier);
        QTRY_VERIFY(m_harness->visible<MessageTools>());
    }

    // --- As a receiver ---

    void aMessageIsReceivedExtendedAndDeletedWithItsHandle()
    {
        openQueueWith({message("one"), message("two")});
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 2, 10'000);
        button(*panel(), u"Receive…"_s)->click();
        auto *dialog = m_harness->visible<ReceiveDialog>();
        QVERIFY(dialog);
        QCOMPARE(dialog->primary()->text(), u"Receive 1 message"_s);
        dialog->primary()->click();
        QTRY_VERIFY_WITH_TIMEOUT(m_harness->visible<HeldCard>(), 10'000);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(table()->model()->index(0, 0).data().toString(), u"In flight"_s);
        auto *held = m_harness->visible<HeldCard>();
        QVERIFY(says(*m_harness->visible<MessageInspector>(), u"Receipt handle"_s));

        held->findChild<DurationEdit *>()->setDuration(3600s);
        button(*held, u"Extend"_s)->click();
        const QByteArray id = messages().messageAt(0).messageId;
        QTRY_VERIFY_WITH_TIMEOUT(leaseLeft(id) > 3000s, 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(
            messages().messageAt(0).nextVisibleTimeMs.value_or(0) - brokerNowMs() > 3'000'000,
            10'000);

        button(*held, u"Delete for good"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(counts().total(), 1, 10'000);
        QTRY_VERIFY(!m_harness->visible<HeldCard>());
        QVERIFY(messages().rowOf(id) < 0);
    }

    void whatWasReceivedIsSelectedAmongOthersInFlight()
    {
        QList<OutgoingMessage> many;
        for (int i = 0; i < 30; ++i)
            many.append(message("number " + QByteArray::number(i)));
        openQueueWith(many);
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 30, 10'000);
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().receiveMessages(u"orders"_s, 10)));
        panel()->receive();
        auto *dialog = m_harness->visible<ReceiveDialog>();
        dialog->findChild<QSpinBox *>()->setValue(3);
        dialog->primary()->click();
        QTRY_COMPARE_WITH_TIMEOUT(table()->selectedRowsInOrder().size(), 3, 10'000);
        QCOMPARE(table()->model()->rowCount(), 13);
        QVERIFY(m_harness->visible<SelectionBar>());
    }

    void aMessageIsGivenBack()
    {
        openQueueWith({message("one")});
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 1, 10'000);
        panel()->receive();
        m_harness->visible<ReceiveDialog>()->primary()->click();
        QTRY_VERIFY_WITH_TIMEOUT(m_harness->visible<HeldCard>(), 10'000);
        button(*m_harness->visible<HeldCard>(), u"Give back"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(counts().ready, 1, 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(!m_harness->visible<HeldCard>(), 10'000);
    }

    void nothingToReceiveIsSaidInTheDialog()
    {
        openQueueWith({});
        panel()->receive();
        auto *dialog = m_harness->visible<ReceiveDialog>();
        dialog->primary()->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(*dialog, u"No message is ready"_s), 10'000);
    }

    // --- Search ---

    void searchFindsByBodyAndById()
    {
        openQueueWith({message("green apple"), message("red pear"),
                       message(QByteArray("blue plum of the north").toBase64())});
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 3, 10'000);
        const QAbstractItemModelTester tester(
            table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QByteArray pearId = messages().messageAt(1).messageId;
        searchFor(u"APPLE"_s);
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 1, 10'000);
        QCOMPARE(bodyAt(0), u"green apple"_s);
        QTRY_VERIFY(says(*panel(), u"1 match"_s));
        searchFor(u"plum"_s);
        QTRY_COMPARE_WITH_TIMEOUT(bodyAt(0), u"blue plum of the north"_s, 10'000);
        searchFor(QString::fromLatin1(pearId));
        QTRY_COMPARE_WITH_TIMEOUT(bodyAt(0), u"red pear"_s, 10'000);
        QCOMPARE(table()->model()->rowCount(), 1);
        searchFor(u"cherry"_s);
        QTRY_VERIFY_WITH_TIMEOUT(says(*panel(), u"No message matches “cherry”"_s), 10'000);
        button(*panel(), u"Clear search"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 3, 10'000);
    }

    void aSearchTellsHowFarItGotAndCanBeStopped()
    {
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"orders"_s)));
        const std::vector<OutgoingMessage> batch(16, message("hay"));
        for (int i = 0; i < 20; ++i)
            QVERIFY(ConsoleHarness::succeeded(m_harness->app().sendMessages(u"orders"_s, batch)));
        m_harness->window().openQueue(u"orders"_s);
        QTRY_VERIFY_WITH_TIMEOUT(messages().isLoaded(), 10'000);
        bool progressed = false;
        connect(&messages(), &MessageListModel::searched, this,
                [&] { progressed |= messages().isSearching(); });
        searchFor(u"needle"_s);
        QTRY_VERIFY_WITH_TIMEOUT(progressed, 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(messages().scannedCount(), 320, 10'000);
        QVERIFY(!messages().isSearching());
        QVERIFY(!m_harness->visible<SearchProgress>());
        QTRY_VERIFY2(says(*panel(), u"0 found in 320 looked at"_s),
                     qPrintable(visibleTexts(*panel()).join(u" / "_s)));

        disconnect(&messages(), nullptr, this, nullptr);
        messages().reload(); // the same search again
        QVERIFY(m_harness->visible<SearchProgress>());
        button(*m_harness->visible<SearchProgress>(), u"Stop"_s)->click();
        QVERIFY(!messages().isSearching());
        QVERIFY(!m_harness->visible<SearchProgress>());
        QVERIFY(!messages().canFetchMore({}));
    }

    void searchPagesInWhatItFindsFurther()
    {
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"orders"_s)));
        const std::vector<OutgoingMessage> batch(16, message("needle"));
        for (int i = 0; i < 10; ++i)
            QVERIFY(ConsoleHarness::succeeded(m_harness->app().sendMessages(u"orders"_s, batch)));
        m_harness->window().openQueue(u"orders"_s);
        searchFor(u"needle"_s);
        QTRY_VERIFY_WITH_TIMEOUT(table()->model()->rowCount() >= MessageListModel::kPage
                                     && !messages().isSearching(),
                                 10'000);
        if (table()->model()->canFetchMore({}))
            table()->model()->fetchMore({});
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 160, 10'000);
        QTRY_VERIFY(says(*panel(), u"160 match"_s));
    }

    // --- Tail ---

    void tailBringsNewMessagesToTheTopUntilTheUserScrolls()
    {
        openQueueWith({message("first")});
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 1, 10'000);
        pressKey(Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY(says(*panel(), u"Following"_s));
        const std::vector<OutgoingMessage> batch(16, message("more"));
        for (int i = 0; i < 4; ++i)
            QVERIFY(ConsoleHarness::succeeded(m_harness->app().sendMessages(u"orders"_s, batch)));
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 65, 5'000);
        QCOMPARE(bodyAt(0), u"more"_s);
        QCOMPARE(bodyAt(64), u"first"_s);

        table()->verticalScrollBar()->setValue(table()->verticalScrollBar()->maximum());
        QTRY_VERIFY(says(*panel(), u"Paused while you scroll"_s));
        QVERIFY(
            ConsoleHarness::succeeded(m_harness->app().sendMessage(u"orders"_s, message("last"))));
        QTRY_VERIFY_WITH_TIMEOUT(buttonOrNull(*panel(), u"1 newer (F5)"_s), 10'000);
        QCOMPARE(table()->model()->rowCount(), 65);
        table()->scrollToTop();
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 66, 5'000);
        QCOMPARE(bodyAt(0), u"last"_s);
        QVERIFY(panel()->stepBack()); // Esc ends it
        QTRY_VERIFY(!says(*panel(), u"Following"_s));
    }

    // --- Move, delete, resend ---

    void selectedMessagesMoveToAnotherQueueAndBack()
    {
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"repair"_s)));
        openQueueWith({message("one"), message("two"), message("three")});
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 3, 10'000);
        selectRows(0, 1);
        auto *bar = m_harness->visible<SelectionBar>();
        QVERIFY(bar);
        button(*bar, u"Move…"_s)->click();
        auto *dialog = m_harness->visible<MoveDialog>();
        QVERIFY(dialog);
        QCOMPARE(dialog->primary()->text(), u"Move 2 messages"_s);
        dialog->primary()->click();
        QVERIFY(says(*dialog, u"Choose a queue"_s));
        dialog->findChild<QComboBox *>()->setCurrentText(u"repair"_s);
        dialog->primary()->click();
        QTRY_COMPARE_WITH_TIMEOUT(counts(u"repair"_s).ready, 2, 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 1, 10'000);

        pressKey(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(counts(u"repair"_s).ready, 0, 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 3, 10'000);
    }

    void selectedMessagesAreDeletedAndBroughtBack()
    {
        openQueueWith({message("one"), message("two"), message("three")});
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 3, 10'000);
        selectRows(0, 2);
        button(*m_harness->visible<SelectionBar>(), u"Delete"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 0, 10'000);
        QVERIFY(!m_harness->visible<SelectionBar>());
        pressKey(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 3, 10'000);
    }

    // --- The list of queues ---

    void theListShowsQueuesWithoutReceiver()
    {
        openQueueWith({message("waiting")});
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"quiet"_s)));
        m_harness->window().showSection(Sidebar::Queues);
        AdminClient admin(m_harness->console().broker().endpoint());
        QVERIFY(ConsoleHarness::succeeded(admin.advanceClock(2min)));
        auto *queues = m_harness->visible<QueuesPanel>();
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(u"orders"_s), QueueState::NoReceiver, 10'000);
        queues->findChild<SegmentedControl *>()->setCurrentIndex(2);
        const QAbstractItemModel *model = queues->findChild<DataTable *>()->model();
        QTRY_COMPARE(model->rowCount(), 1);
        QCOMPARE(model->index(0, 0).data().toString(), u"orders"_s);
    }

    void theInspectorOfTheListOpensByKey()
    {
        openQueueWith({message("one")});
        m_harness->window().showSection(Sidebar::Queues);
        QTRY_VERIFY_WITH_TIMEOUT(
            m_harness->visible<QueuesPanel>()->findChild<DataTable *>()->model()->rowCount() == 1,
            10'000);
        pressKey(Qt::Key_I, Qt::ControlModifier);
        auto *inspector = m_harness->visible<QueueInspector>();
        QVERIFY(inspector);
        QCOMPARE(inspector->queueName(), u"orders"_s);
        QVERIFY(says(*inspector, u"Visibility timeout"_s));
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().receiveMessage(u"orders"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(says(*inspector, u"holds 1"_s), 10'000);
        button(*inspector, u"Open"_s)->click();
        QVERIFY(m_harness->visible<QueuePanel>());
    }

    // --- Everywhere ---

    void everyControlHasAName()
    {
        openQueueWith({message("one")});
        for (int tab = 0; tab < QueuePanel::TabCount; ++tab) {
            panel()->showTab(QueuePanel::Tab(tab));
            QCOMPARE(namelessControls(*panel()), QStringList());
        }
        panel()->receive();
        QCOMPARE(namelessControls(*m_harness->visible<ReceiveDialog>()), QStringList());
        m_harness->visible<ReceiveDialog>()->reject();
        panel()->sendMessage();
        auto *dialog = m_harness->visible<SendMessageDialog>();
        button(*dialog, u"Add"_s)->click();
        QCOMPARE(namelessControls(*dialog), QStringList());
    }

private:
    QString bodyAt(int row)
    {
        return table()->model()->index(row, MessageListModel::Body).data().toString();
    }

    void searchFor(const QString &text)
    {
        auto *field = panel()->findChild<SearchField *>();
        field->setText(text);
        QTest::keyClick(field, Qt::Key_Return);
    }

    void selectRows(int first, int last)
    {
        table()->selectRow(first);
        for (int row = first + 1; row <= last; ++row)
            table()->selectionModel()->select(table()->model()->index(row, 0),
                                              QItemSelectionModel::Select
                                                  | QItemSelectionModel::Rows);
    }

    std::chrono::seconds visibilityTimeout()
    {
        m_harness->window().connection()->refresh();
        return row() ? row()->settings.visibilityTimeout : 0s;
    }

    QueueState stateOf(const QString &name)
    {
        const QueueListModel &queues = m_harness->window().connection()->queues();
        const int at = queues.rowOf(name);
        return at < 0 ? QueueState::Empty : queues.stateAt(at);
    }

    qint64 brokerNowMs() { return m_harness->window().connection()->status().brokerNowMs(); }

    std::chrono::seconds leaseLeft(const QByteArray &messageId)
    {
        const auto lease =
            m_harness->window().connection()->held().lease(u"orders"_s, messageId, brokerNowMs());
        return lease ? std::chrono::seconds((lease->untilMs - brokerNowMs()) / 1000) : 0s;
    }
};

QTEST_MAIN(TestQueuePanel)
#include "tst_queuepanel.moc"
