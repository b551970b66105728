// SPDX-License-Identifier: GPL-3.0-only
#include "console/brokerconnection.h"
#include "console/dialogs/createqueuedialog.h"
#include "console/dialogs/sendmessagedialog.h"
#include "console/models/messagelistmodel.h"
#include "console/notices.h"
#include "console/panels/messageinspector.h"
#include "console/panels/overviewpanel.h"
#include "console/panels/queuepanel.h"
#include "console/panels/queuespanel.h"
#include "console/panels/startfailedpanel.h"
#include "console/panels/welcomepanel.h"
#include "console/statusline.h"
#include "consolesuite.h"
#include "server/brokeroptions.h"
#include "widgets/button.h"
#include "widgets/charts/timechart.h"
#include "widgets/codeedit.h"
#include "widgets/codeview.h"
#include "widgets/confirmdialog.h"
#include "widgets/formfield.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/table/datatable.h"
#include "widgets/toasthost.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestConsole : public ConsoleSuite
{
    Q_OBJECT

private slots:
    // --- Start ---

    void afterAnotherStartEverythingIsStillThere()
    {
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"orders"_s)));
        QVERIFY(
            ConsoleHarness::succeeded(m_harness->app().sendMessage(u"orders"_s, message("kept"))));
        button(*m_harness->visible<WelcomePanel>(), u"Skip to overview"_s)->click();
        // Qt gives a window no more than the screen has, and the offscreen one has 800 by 800.
        const QSize resized(m_harness->window().minimumWidth(), 700);
        m_harness->window().resize(resized);
        m_harness->quit();

        QVERIFY(m_harness->start());
        QVERIFY(!m_harness->visible<WelcomePanel>());
        QVERIFY(m_harness->visible<OverviewPanel>());
        QCOMPARE(m_harness->window().size(), resized);
        m_harness->window().openQueue(u"orders"_s);
        auto *table = m_harness->visible<QueuePanel>()->findChild<DataTable *>();
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, 10'000);
        QCOMPARE(table->model()->index(0, table->model()->columnCount() - 1).data().toString(),
                 u"kept"_s);
    }

    void theFirstWindowFitsTheScreen_data()
    {
        QTest::addColumn<QSize>("available");
        QTest::addColumn<QSize>("first");
        QTest::newRow("large") << QSize(2560, 1400) << QSize(1280, 800);
        QTest::newRow("as large as the window, without its frame")
            << QSize(1280, 800) << QSize(1264, 760);
        QTest::newRow("too small") << QSize(800, 600) << QSize(1024, 640);
    }

    void theFirstWindowFitsTheScreen()
    {
        QFETCH(const QSize, available);
        QTEST(MainWindow::firstSize(available), "first");
    }

    void commitsThatThereWereNoneOfTakeNoTime()
    {
        Admin::Status status;
        status.durability = u"full"_s;
        QCOMPARE(StatusLine::commitText(status), u"durability full"_s);
        status.commitNumber = 7;
        QCOMPARE(StatusLine::commitText(status), u"Commit p99 – · durability full"_s);
        status.commitP99Ms = 3.14;
        QCOMPARE(StatusLine::commitText(status), u"Commit p99 3.1 ms · durability full"_s);
    }

    void aBusyPortIsExplainedAndAnotherOffered()
    {
        m_harness->quit();
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        {
            ConsoleSettings settings(m_harness->settingsFile());
            OwnBrokerSettings broker = settings.broker();
            broker.port = other.serverPort();
            settings.setBroker(broker);
        }
        QVERIFY(!m_harness->start());
        auto *failed = m_harness->visible<StartFailedPanel>();
        QVERIFY(failed);
        QVERIFY(says(*failed, u"Port %1 is in use"_s.arg(other.serverPort())));
        const quint16 offered = m_harness->console().broker().freePort();
        QVERIFY(offered != 0 && offered != other.serverPort());
        button(*failed, u"Use port %1"_s.arg(offered))->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_harness->console().broker().state(), OwnBroker::State::Running,
                                  10'000);
        QTRY_VERIFY(m_harness->visible<WelcomePanel>());
        QCOMPARE(m_harness->console().settings().broker().port, offered);
        QCOMPARE(m_harness->console().broker().endpoint().url.port(), int(offered));
    }

    void whatWasGivenForTheRunOutlastsARestartOfTheBroker()
    {
        m_harness->quit();
        QTcpServer other; // Where the settings have the broker listen.
        QVERIFY(other.listen(QHostAddress::LocalHost));
        OwnBrokerSettings kept = ConsoleSettings(m_harness->settingsFile()).broker();
        kept.port = other.serverPort();
        ConsoleSettings(m_harness->settingsFile()).setBroker(kept);
        const QTemporaryDir given;
        m_harness->options().dataDirectory = given.filePath(u"run"_s);
        m_harness->options().listen = u"127.0.0.1:0"_s;
        QVERIFY(m_harness->start());

        m_harness->window().showSection(Sidebar::Settings);
        m_harness->visible<SegmentedControl>()->setCurrentIndex(1); // durability normal
        const QSignalSpy states(&m_harness->console().broker(), &OwnBroker::stateChanged);
        button(m_harness->window(), u"Restart broker"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(states.size(), 2, 10'000); // starting, and what came of it
        QCOMPARE(m_harness->console().broker().state(), OwnBroker::State::Running);
        QCOMPARE(m_harness->console().broker().settings().dataDirectory,
                 m_harness->options().dataDirectory);
        QVERIFY(!m_harness->console().broker().settings().fullDurability);
        // Of this run alone.
        const OwnBrokerSettings after = ConsoleSettings(m_harness->settingsFile()).broker();
        QCOMPARE(after.dataDirectory, kept.dataDirectory);
        QCOMPARE(after.port, kept.port);
    }

    // --- Overview ---

    void aChartIsSavedOrOneHearsWhyNot()
    {
        button(*m_harness->visible<WelcomePanel>(), u"Skip to overview"_s)->click();
        auto *chart = m_harness->visible<TimeChart>();
        QVERIFY(chart);
        const QTemporaryDir directory;
        const QString path = directory.filePath(u"chart.csv"_s);
        chart->saveCsv();
        chooseFile(*chart, path);
        QTRY_VERIFY(isNoticed(m_harness->window(), u"Saved "_s + path));
        QFile file(path);
        QVERIFY(file.open(QFile::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), chart->csv());

        QVERIFY(QDir(directory.path()).mkdir(u"chart.png"_s)); // where no file can be
        chart->savePng();
        auto *dialog = chart->findChild<QFileDialog *>();
        emit dialog->fileSelected(directory.filePath(u"chart.png"_s));
        QTRY_VERIFY(isNoticed(m_harness->window(), u"could not be written"_s));
        dialog->close();
    }

    // --- Queues ---

    void aQueueIsCreatedFromTheDialog()
    {
        m_harness->window().createQueue();
        auto *dialog = m_harness->visible<CreateQueueDialog>();
        QVERIFY(dialog);
        auto *name = dialog->findChild<QLineEdit *>();
        dialog->activateWindow();
        QTRY_VERIFY(name->hasFocus());
        QTest::keyClicks(name, u"orders_refund"_s);
        QTest::keyClick(name, Qt::Key_Tab);
        auto *field = qobject_cast<FormField *>(name->parentWidget());
        QVERIFY(field);
        QVERIFY(field->problem().contains(u"Letters, digits and hyphens"_s));
        button(*dialog, u"Use orders-refund"_s)->click();
        QCOMPARE(name->text(), u"orders-refund"_s);
        QVERIFY(field->problem().isEmpty());
        QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(queueNames(), QStringList{u"orders-refund"_s}, 10'000);
        QTRY_VERIFY(!m_harness->visible<CreateQueueDialog>());
    }

    void aNameInUseIsSaidInTheDialog()
    {
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"orders"_s)));
        m_harness->window().createQueue();
        auto *dialog = m_harness->visible<CreateQueueDialog>();
        QTest::keyClicks(dialog->findChild<QLineEdit *>(), u"orders"_s);
        dialog->primary()->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(*dialog, u"is there already"_s), 10'000);
    }

    void aMessageOfAnAppAppearsInTheList()
    {
        m_harness->window().showSection(Sidebar::Queues);
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"orders"_s)));
        QVERIFY(
            ConsoleHarness::succeeded(m_harness->app().sendMessage(u"orders"_s, message("one"))));
        QTRY_COMPARE_WITH_TIMEOUT(readyIn(u"orders"_s), u"1"_s, 10'000);
    }

    void aQueueIsDeletedAndBroughtBack()
    {
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"orders"_s)));
        QVERIFY(
            ConsoleHarness::succeeded(m_harness->app().sendMessage(u"orders"_s, message("one"))));
        m_harness->window().showSection(Sidebar::Queues);
        QTRY_COMPARE_WITH_TIMEOUT(readyIn(u"orders"_s), u"1"_s, 10'000);
        auto *table = m_harness->visible<QueuesPanel>()->findChild<DataTable *>();
        table->selectRow(0);
        pressKey(Qt::Key_Delete);
        auto *confirm = m_harness->visible<ConfirmDialog>();
        QVERIFY(confirm);
        QCOMPARE(confirm->primary()->text(), u"Delete queue and 1 message"_s);
        confirm->primary()->click();
        QTRY_VERIFY_WITH_TIMEOUT(queueNames().isEmpty(), 10'000);

        pressKey(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(queueNames(), QStringList{u"orders"_s}, 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(readyIn(u"orders"_s), u"1"_s, 10'000);
    }

    // --- Messages ---

    void messagesAreBrowsedWithoutReceivingThem()
    {
        openQueueWith({message(R"({"orderId": "A-1", "amount": 12.5})"), message("later", 600s)});
        auto *panel = m_harness->visible<QueuePanel>();
        auto *table = panel->findChild<DataTable *>();
        const QAbstractItemModelTester tester(
            table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, 10'000);
        table->selectRow(1);
        auto *inspector = m_harness->visible<MessageInspector>();
        QVERIFY(inspector);
        QCOMPARE(inspector->findChild<CodeView *>()->body(),
                 QByteArray(R"({"orderId": "A-1", "amount": 12.5})"));
        QCOMPARE(table->model()->index(1, table->model()->columnCount() - 1).data().toString(),
                 u"A-1, 12.5"_s);

        const auto received = m_harness->app().receiveMessage(u"orders"_s);
        QVERIFY(ConsoleHarness::succeeded(received));
        QCOMPARE(received.result()->dequeueCount, 1);
        // The list does not move, but the row says what became of its message.
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->index(1, 0).data().toString(), u"In flight"_s,
                                  10'000);
    }

    void segmentsShowOneStateEach()
    {
        openQueueWith({message("now"), message("later", 600s)});
        auto *panel = m_harness->visible<QueuePanel>();
        auto *table = panel->findChild<DataTable *>();
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, 10'000);
        panel->findChild<SegmentedControl *>()->setCurrentIndex(3);
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, 10'000);
        QCOMPARE(table->model()->index(0, 0).data().toString(), u"Delayed"_s);
        panel->findChild<SegmentedControl *>()->setCurrentIndex(2);
        QTRY_VERIFY_WITH_TIMEOUT(says(*panel, u"No message in this state"_s), 10'000);
    }

    void newerMessagesWaitAboveTheListForTheUser()
    {
        openQueueWith({message("first")});
        auto *panel = m_harness->visible<QueuePanel>();
        auto *table = panel->findChild<DataTable *>();
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, 10'000);
        QVERIFY(ConsoleHarness::succeeded(
            m_harness->app().sendMessage(u"orders"_s, message("second"))));
        QTRY_VERIFY_WITH_TIMEOUT(buttonOrNull(*panel, u"1 newer (F5)"_s), 10'000);
        QCOMPARE(table->model()->rowCount(), 1);
        pressKey(Qt::Key_F5);
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, 10'000);
        QCOMPARE(table->model()->index(0, table->model()->columnCount() - 1).data().toString(),
                 u"second"_s);
    }

    void longQueuesPageIn()
    {
        const std::vector<OutgoingMessage> batch(16, message("body"));
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"orders"_s)));
        for (int i = 0; i < 15; ++i)
            QVERIFY(ConsoleHarness::succeeded(m_harness->app().sendMessages(u"orders"_s, batch)));
        m_harness->window().openQueue(u"orders"_s);
        auto *model = m_harness->visible<QueuePanel>()->findChild<DataTable *>()->model();
        const QAbstractItemModelTester tester(
            model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_VERIFY_WITH_TIMEOUT(model->rowCount() >= MessageListModel::kPage, 10'000);
        const QSignalSpy pages(model, &QAbstractItemModel::rowsInserted);
        while (model->rowCount() < 240) {
            const int before = model->rowCount();
            model->fetchMore({});
            QTRY_VERIFY_WITH_TIMEOUT(model->rowCount() > before, 10'000);
        }
        for (const QList<QVariant> &page : pages)
            QVERIFY(page.at(2).toInt() - page.at(1).toInt() < MessageListModel::kPage);
        QCOMPARE(model->rowCount(), 240);
        QVERIFY(!model->canFetchMore({}));
    }

    void aMessageIsSentDeletedAndBroughtBack()
    {
        openQueueWith({});
        auto *panel = m_harness->visible<QueuePanel>();
        QTRY_VERIFY_WITH_TIMEOUT(says(*panel, u"This queue is empty"_s), 10'000);
        panel->sendMessage();
        auto *dialog = m_harness->visible<SendMessageDialog>();
        QVERIFY(dialog);
        dialog->primary()->click();
        QVERIFY(qobject_cast<FormField *>(dialog->findChild<CodeEdit *>()->parentWidget())
                    ->problem()
                    .contains(u"needs a body"_s));
        dialog->findChild<CodeEdit *>()->setPlainText(u"from the console"_s);
        dialog->primary()->click();
        auto *table = panel->findChild<DataTable *>();
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, 10'000);
        QTRY_VERIFY(says(*dialog, u"Sent. Message"_s));
        dialog->reject();

        table->selectRow(0);
        pressKey(Qt::Key_Delete);
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 0, 10'000);
        QVERIFY(!m_harness->visible<MessageInspector>());
        pressKey(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, 10'000);
        QCOMPARE(table->model()->index(0, table->model()->columnCount() - 1).data().toString(),
                 u"from the console"_s);
    }

    void aPurgeSaysHowMuchAndCanBeUndone()
    {
        openQueueWith({message("one"), message("two"), message("later", 600s)});
        auto *panel = m_harness->visible<QueuePanel>();
        auto *table = panel->findChild<DataTable *>();
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 3, 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(button(*panel, u"Purge…"_s)->isEnabled(), 10'000);
        button(*panel, u"Purge…"_s)->click();
        auto *confirm = m_harness->visible<ConfirmDialog>();
        QVERIFY(confirm);
        QTRY_COMPARE(confirm->primary()->text(), u"Purge 3 messages"_s);
        confirm->primary()->click();
        QTRY_VERIFY_WITH_TIMEOUT(table->model()->index(0, 0).data().toString() == u"Gone"_s
                                     || table->model()->rowCount() == 0,
                                 10'000);
        QTRY_VERIFY(buttonOrNull(m_harness->window(), u"Undo"_s));
        pressKey(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(readyIn(u"orders"_s), u"2"_s, 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 3, 10'000);
    }

    void whatCannotBeUndoneLeavesNoEarlierUndoBehind()
    {
        openQueueWith({message("one")});
        QWidget window;
        ToastHost toasts(&window);
        Notices notices(toasts);
        bool isUndone = false;
        notices.offerUndo(
            &window, [] { return u"Moved."_s; }, [&isUndone] { isUndone = true; });
        Admin::TrashEntry entry;
        entry.deletedAtMs = entry.expiresAtMs = 1;
        notices.offerUndo(m_harness->window().connection()->admin(), entry,
                          [] { return u"Purged."_s; });
        notices.undoLast();
        QVERIFY(!isUndone);
    }

    void aDeletionSaysHowLongThisBrokerLetsItBeUndone_data()
    {
        QTest::addColumn<std::chrono::milliseconds>("trashTime");
        QTest::addColumn<QString>("expected");
        using std::chrono::milliseconds;
        QTest::newRow("two hours") << milliseconds(2h) << u"Can be undone for 2 h."_s;
        QTest::newRow("no trash") << 0ms << u"Cannot be undone: this broker keeps no trash."_s;
    }

    void aDeletionSaysHowLongThisBrokerLetsItBeUndone()
    {
        QFETCH(std::chrono::milliseconds, trashTime);
        QFETCH(QString, expected);
        m_harness->quit();
        m_harness->options().configureBroker = [trashTime](BrokerOptions &options) {
            options.trashTime = trashTime;
        };
        QVERIFY(m_harness->start());
        openQueueWith({message("one")});
        QTRY_VERIFY_WITH_TIMEOUT(m_harness->window().connection()->status().status(), 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(button(*panel(), u"Purge…"_s)->isEnabled(), 10'000);
        button(*panel(), u"Purge…"_s)->click();
        QVERIFY(m_harness->visible<ConfirmDialog>());
        QVERIFY(says(*m_harness->visible<ConfirmDialog>(), expected));
        // What came of it says the same.
        button(*m_harness->visible<ConfirmDialog>(), u"Purge 1 message"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(isNamed(u"Purged 1 message from orders."_s), 10'000);
        QCOMPARE(buttonOrNull(m_harness->window(), u"Undo"_s) != nullptr, trashTime > 0ms);
    }

private:
    /// Whether something in the window has that accessible name, such as a toast.
    bool isNamed(const QString &name)
    {
        return std::ranges::any_of(
            m_harness->window().findChildren<QWidget *>(),
            [&](const QWidget *widget) { return widget->accessibleName() == name; });
    }

    QStringList queueNames()
    {
        QStringList names;
        const QueueListModel &queues = m_harness->window().connection()->queues();
        for (int row = 0; row < queues.rowCount(); ++row)
            names.append(queues.queueAt(row).name);
        return names;
    }

    QString readyIn(const QString &queueName)
    {
        const QueueListModel &queues = m_harness->window().connection()->queues();
        const int row = queues.rowOf(queueName);
        return row < 0 ? QString() : queues.index(row, QueueListModel::Ready).data().toString();
    }
};

QTEST_MAIN(TestConsole)
#include "tst_console.moc"
