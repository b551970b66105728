// SPDX-License-Identifier: GPL-3.0-only
#include "client/adminclient.h"
#include "console/brokerconnection.h"
#include "console/dialogs/createqueuedialog.h"
#include "console/dialogs/queuechoice.h"
#include "console/dialogs/redrivedialog.h"
#include "console/models/messagelistmodel.h"
#include "console/models/messagetablemodel.h"
#include "console/models/queuelistmodel.h"
#include "console/panels/messageinspector.h"
#include "console/panels/queueattributesform.h"
#include "console/panels/queuepanel.h"
#include "console/panels/queuespanel.h"
#include "consolesuite.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/table/datatable.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QSpinBox>
#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kPatienceMs = 15'000;

} // namespace

/// Dead letters as the console shows and moves them, and the types of queues, over a real broker.
class TestDeadLetterPanels : public ConsoleSuite
{
    Q_OBJECT

private:
    [[nodiscard]] BrokerConnection &connection() { return *m_harness->window().connection(); }
    [[nodiscard]] MnsClient &app() { return m_harness->app(); }

    /// The queue "orders", whose messages are dead letters after one receive, and "orders-dead".
    void createQueues(QueueType type = QueueType::Normal)
    {
        QueueSettingsPatch settings;
        settings.type = type;
        settings.visibilityTimeout = 1s;
        QVERIFY(ConsoleHarness::succeeded(app().createQueue(u"orders-dead"_s, settings)));
        settings.deadLetters = DeadLetterPolicy{u"orders-dead"_s, 1};
        QVERIFY(ConsoleHarness::succeeded(app().createQueue(u"orders"_s, settings)));
    }
    void makeDeadLetters(int count)
    {
        for (int i = 0; i < count; ++i) {
            const QByteArray body = "poison " + QByteArray::number(i);
            QVERIFY(ConsoleHarness::succeeded(app().sendMessage(u"orders"_s, message(body))));
        }
        QVERIFY(ConsoleHarness::succeeded(app().receiveMessages(u"orders"_s, 16)));
        QVERIFY(ConsoleHarness::succeeded(connection().admin().advanceClock(2s)));
        QVERIFY(!ConsoleHarness::succeeded(app().receiveMessages(u"orders"_s, 16)));
        QTRY_COMPARE_WITH_TIMEOUT(counts(u"orders-dead"_s).ready, count, kPatienceMs);
    }
    void openDeadLetters()
    {
        m_harness->window().openQueue(u"orders-dead"_s);
        QTRY_VERIFY_WITH_TIMEOUT(messages().isLoaded(), kPatienceMs);
        QVERIFY(QTest::qWaitForWindowActive(&m_harness->window()));
    }

private slots:
    void init()
    {
        startConsole();
        m_harness->window().resize(1280, 800);
    }

    void theListTellsDeadLetterQueuesApart()
    {
        createQueues();
        makeDeadLetters(2);
        m_harness->window().showSection(Sidebar::Queues);
        const QueueListModel &queues = connection().queues();
        const int dead = queues.rowOf(u"orders-dead"_s);
        QTRY_COMPARE_WITH_TIMEOUT(queues.stateAt(dead), QueueState::DeadLetters, kPatienceMs);
        QVERIFY(queues.takesDeadLetters(u"orders-dead"_s));
        QVERIFY(!queues.takesDeadLetters(u"orders"_s));
        auto *panel = m_harness->visible<QueuesPanel>();
        panel->findChild<SegmentedControl *>()->setCurrentIndex(3);
        auto *table = panel->findChild<DataTable *>();
        QCOMPARE(table->model()->rowCount(), 1);
        QCOMPARE(table->model()->index(0, 0).data().toString(), u"orders-dead"_s);
    }

    void aSubscriptionMakesAQueueADeadLetterQueue()
    {
        QVERIFY(ConsoleHarness::succeeded(app().createQueue(u"undelivered"_s)));
        QVERIFY(ConsoleHarness::succeeded(app().createTopic(u"news"_s)));
        SubscriptionPatch patch;
        patch.endpoint = u"http://127.0.0.1:1/"_s;
        patch.deadLetterQueue = u"undelivered"_s;
        QVERIFY(ConsoleHarness::succeeded(app().subscribe(u"news"_s, u"web"_s, patch)));
        connection().refresh();
        QTRY_VERIFY_WITH_TIMEOUT(connection().queues().takesDeadLetters(u"undelivered"_s),
                                 kPatienceMs);
    }

    void aDeadLetterSaysWhereItWasAndWhy()
    {
        createQueues();
        makeDeadLetters(1);
        openDeadLetters();
        QCOMPARE(table()->model()->index(0, MessageTableModel::DeadLetterOf).data().toString(),
                 u"orders"_s);
        table()->selectRow(0);
        auto *inspector = m_harness->visible<MessageInspector>();
        QVERIFY(inspector);
        QVERIFY(says(*inspector, u"Dead letter of"_s));
        QVERIFY(says(*inspector, u"Received 1 time"_s));
        QVERIFY(buttonOrNull(*inspector, u"Redrive…"_s));
        QVERIFY(!buttonOrNull(*inspector, u"Move…"_s));
        QCOMPARE(namelessControls(*panel()), QStringList());
    }

    void allAreMovedBackAndThatIsUndone()
    {
        createQueues();
        makeDeadLetters(3);
        openDeadLetters();
        button(*panel(), u"Redrive…"_s)->click();
        auto *dialog = m_harness->visible<RedriveDialog>();
        QVERIFY(dialog);
        QVERIFY(says(*dialog, u"Redrive 3 dead letters"_s));
        QCOMPARE(namelessControls(*dialog), QStringList());
        button(*dialog, u"Redrive 3 messages"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(isNoticed(m_harness->window(), u"Moved 3 dead letters back."_s),
                                 kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(counts(u"orders"_s).ready, 3, kPatienceMs);
        QCOMPARE(counts(u"orders-dead"_s).total(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(messages().rowCount(), 0, kPatienceMs);
        pressKey(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(
            isNoticed(m_harness->window(), u"3 dead letters are back in orders-dead."_s),
            kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(counts(u"orders-dead"_s).ready, 3, kPatienceMs);
    }

    void oneIsMovedToAnotherQueue()
    {
        createQueues();
        QVERIFY(ConsoleHarness::succeeded(app().createQueue(u"repair"_s)));
        makeDeadLetters(2);
        openDeadLetters();
        table()->selectRow(0);
        buttonOrNull(*m_harness->visible<MessageInspector>(), u"Redrive…"_s)->click();
        auto *dialog = m_harness->visible<RedriveDialog>();
        dialog->findChild<SegmentedControl *>()->setCurrentIndex(1);
        auto *target = dialog->findChild<QueueChoice *>();
        QVERIFY(target->isVisible());
        button(*dialog, u"Redrive 1 message"_s)->click();
        QVERIFY(says(*dialog, u"Choose a queue."_s));
        target->setCurrentText(u"repair"_s);
        button(*dialog, u"Redrive 1 message"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(
            isNoticed(m_harness->window(), u"Moved 1 dead letter to repair."_s), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(counts(u"repair"_s).ready, 1, kPatienceMs);
        QCOMPARE(counts(u"orders-dead"_s).ready, 1);
    }

    void aQueueIsCreatedWithTypeAndDeadLetters()
    {
        QueueSettingsPatch fifo;
        fifo.type = QueueType::Fifo;
        QVERIFY(ConsoleHarness::succeeded(app().createQueue(u"line-dead"_s, fifo)));
        connection().refresh();
        QTRY_VERIFY_WITH_TIMEOUT(row(u"line-dead"_s), kPatienceMs);
        m_harness->window().showSection(Sidebar::Queues);
        button(*m_harness->visible<QueuesPanel>(), u"Create queue…"_s)->click();
        auto *dialog = m_harness->visible<CreateQueueDialog>();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>()->setText(u"line"_s);
        dialog->findChild<SegmentedControl *>()->setCurrentIndex(1);
        auto *form = dialog->findChild<QueueAttributesForm *>();
        auto *receives = form->findChild<QSpinBox *>();
        QVERIFY(!receives->isEnabled());
        form->findChild<QueueChoice *>()->setCurrentText(u"line-dead"_s);
        QVERIFY(receives->isEnabled());
        receives->setValue(7);
        QCOMPARE(namelessControls(*dialog), QStringList());
        button(*dialog, u"Create queue"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(row(u"line"_s), kPatienceMs);
        const QueueSettings settings = row(u"line"_s)->settings;
        QCOMPARE(settings.type, QueueType::Fifo);
        QCOMPARE(settings.deadLetters, (DeadLetterPolicy{u"line-dead"_s, 7}));
    }
};

QTEST_MAIN(TestDeadLetterPanels)
#include "tst_deadletterpanels.moc"
