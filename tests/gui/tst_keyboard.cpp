// SPDX-License-Identifier: GPL-3.0-only
#include "console/brokerconnection.h"
#include "console/dialogs/createqueuedialog.h"
#include "console/dialogs/createtopicdialog.h"
#include "console/dialogs/keysdialog.h"
#include "console/dialogs/publishdialog.h"
#include "console/dialogs/sendmessagedialog.h"
#include "console/dialogs/subscribedialog.h"
#include "console/models/messagelistmodel.h"
#include "console/panels/activitypanel.h"
#include "console/panels/attemptinspector.h"
#include "console/panels/messageinspector.h"
#include "console/panels/queueattributesform.h"
#include "console/panels/queuepanel.h"
#include "console/panels/queuespanel.h"
#include "console/panels/saverow.h"
#include "console/panels/settingspanel.h"
#include "console/panels/topicpanel.h"
#include "console/panels/topicspanel.h"
#include "console/panels/welcomepanel.h"
#include "keyboardsuite.h"
#include "pushreceiver.h"
#include "widgets/button.h"
#include "widgets/codeedit.h"
#include "widgets/confirmdialog.h"
#include "widgets/searchfield.h"
#include "widgets/sectionlist.h"
#include "widgets/statstrip.h"
#include "widgets/table/datatable.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 15'000;

} // namespace

/// The console without a mouse: whole journeys, and what each key does.
class TestKeyboard : public KeyboardSuite
{
    Q_OBJECT

private slots:
    void aWholeJourneyNeedsNoMouse()
    {
        // Create.
        press(Qt::Key_N, Qt::ControlModifier);
        waitFor<CreateQueueDialog>();
        auto *name = m_harness->visible<CreateQueueDialog>()->findChild<QLineEdit *>();
        QTRY_VERIFY(name->hasFocus());
        type(u"orders"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(queues().rowCount(), 1, kPatienceMs);
        QTRY_VERIFY(!m_harness->visible<CreateQueueDialog>());
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"invoices"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(queues().rowCount(), 2, kPatienceMs);

        // Find and open it by its name.
        press(Qt::Key_F, Qt::ControlModifier);
        type(u"ord"_s);
        auto *list = m_harness->visible<QueuesPanel>()->findChild<DataTable *>();
        QTRY_COMPARE(list->model()->rowCount(), 1);
        press(Qt::Key_F6);
        QTRY_VERIFY(list->hasFocus());
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QTRY_VERIFY(m_harness->visible<QueuePanel>());

        // Send, from the palette.
        runFromPalette(u"send"_s);
        waitFor<SendMessageDialog>();
        auto *body = m_harness->visible<SendMessageDialog>()->findChild<CodeEdit *>();
        QTRY_VERIFY(body->hasFocus());
        type(u"hello"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        auto *messages = m_harness->visible<QueuePanel>()->findChild<DataTable *>();
        QTRY_COMPARE_WITH_TIMEOUT(messages->model()->rowCount(), 1, kPatienceMs);
        press(Qt::Key_Escape);
        QTRY_VERIFY(!m_harness->visible<SendMessageDialog>());

        // Inspect.
        goTo(*messages);
        press(Qt::Key_Down);
        if (messages->selectedRowsInOrder().isEmpty())
            press(Qt::Key_Home);
        QTRY_VERIFY(m_harness->visible<MessageInspector>());

        // Delete, and undo that.
        press(Qt::Key_Delete);
        QTRY_COMPARE_WITH_TIMEOUT(messages->model()->rowCount(), 0, kPatienceMs);
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(messages->model()->rowCount(), 1, kPatienceMs);
        QVERIFY(!isNoticed(window(), u"Deleted "_s)); // it would offer what is done

        // And back, to where it was opened.
        press(Qt::Key_Escape); // the inspector
        while (m_harness->visible<QueuePanel>())
            press(Qt::Key_Escape);
        QVERIFY(list->hasFocus());
    }

    void aTopicsJourneyNeedsNoMouse()
    {
        // Create, and open.
        press(Qt::Key_3, Qt::ControlModifier);
        runFromPalette(u"create topic"_s);
        waitFor<CreateTopicDialog>();
        type(u"news"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!m_harness->visible<CreateTopicDialog>());
        auto *list = m_harness->visible<TopicsPanel>()->findChild<DataTable *>();
        QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 1, kPatienceMs);
        goTo(*list);
        press(Qt::Key_Home);
        press(Qt::Key_Return);
        QTRY_VERIFY(m_harness->visible<TopicPanel>());

        // Subscribe an endpoint.
        const Test::PushReceiver receiver;
        runFromPalette(u"subscribe"_s);
        waitFor<SubscribeDialog>();
        type(u"web"_s);
        tabTo(u"URL"_s);
        type(QString::fromLatin1(receiver.url("/")));
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!m_harness->visible<SubscribeDialog>(), kPatienceMs);

        // Publish.
        runFromPalette(u"publish"_s);
        waitFor<PublishDialog>();
        type(u"hello"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(receiver.pushes().size(), 1U, kPatienceMs);
        press(Qt::Key_Escape);
        QTRY_VERIFY(!m_harness->visible<PublishDialog>());

        // Look at the attempt.
        auto *panel = m_harness->visible<TopicPanel>();
        goTo(*panel->findChild<QTabBar *>());
        press(Qt::Key_Right);
        auto *attempts = visibleIn<DataTable>(*panel);
        QTRY_COMPARE_WITH_TIMEOUT(attempts->model()->rowCount(), 1, kPatienceMs);
        goTo(*attempts);
        press(Qt::Key_Home);
        QTRY_VERIFY(m_harness->visible<AttemptInspector>());

        // Delete the topic, and undo that.
        runFromPalette(u"delete topic"_s);
        waitFor<ConfirmDialog>();
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!m_harness->visible<ConfirmDialog>(), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(isNoticed(window(), u"Deleted"_s), kPatienceMs);
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(isNoticed(window(), u"Topic news is back."_s), kPatienceMs);
    }

    void f6PassesOverPartsThatTakeNoFocus()
    {
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"orders"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(queues().rowCount(), 1, kPatienceMs);
        window().openQueue(u"orders"_s);
        m_harness->visible<QueuePanel>()->showTab(QueuePanel::Attributes);
        const auto *sections = window().findChild<SectionList *>();
        QTRY_VERIFY(m_harness->visible<SaveRow>()); // nothing changed: nothing to press
        QTRY_VERIFY(!button(*m_harness->visible<SaveRow>(), u"Save changes"_s)->isEnabled());
        goTo(*m_harness->visible<QueueAttributesForm>()->firstField());
        goTo(*sections);
    }

    void sectionsHaveKeys()
    {
        press(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(m_harness->visible<QueuesPanel>());
        press(Qt::Key_5, Qt::ControlModifier);
        QVERIFY(m_harness->visible<ActivityPanel>());
        press(Qt::Key_6, Qt::ControlModifier);
        QVERIFY(m_harness->visible<SettingsPanel>());
        press(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(!m_harness->visible<SettingsPanel>());
    }

    void purgingHasAKey()
    {
        openQueueWith({message("one")});
        QTRY_COMPARE_WITH_TIMEOUT(messages().rowCount(), 1, kPatienceMs);
        press(Qt::Key_Delete, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(m_harness->visible<ConfirmDialog>());
        QVERIFY(says(*m_harness->visible<ConfirmDialog>(), u"Purge orders?"_s));
        m_harness->visible<ConfirmDialog>()->reject();

        press(Qt::Key_2, Qt::ControlModifier);
        auto *list = m_harness->visible<QueuesPanel>()->findChild<DataTable *>();
        select(*list, 0);
        press(Qt::Key_Delete, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(m_harness->visible<ConfirmDialog>());
        QVERIFY(says(*m_harness->visible<ConfirmDialog>(), u"Purge orders?"_s));
    }

    void whatIsSelectedIsCopiedByItsId()
    {
        openQueueWith({message("one"), message("two")});
        QTRY_COMPARE_WITH_TIMEOUT(messages().rowCount(), 2, kPatienceMs);
        const auto copied = [this] {
            QApplication::clipboard()->clear();
            press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
            return QApplication::clipboard()->text();
        };
        table()->selectAll();
        QCOMPARE(copied(),
                 QString::fromLatin1(messages().messageAt(0).messageId + '\n'
                                     + messages().messageAt(1).messageId));
        select(*table(), 1);
        QCOMPARE(copied(), QString::fromLatin1(messages().messageAt(1).messageId));
        QVERIFY(isNoticed(window(), u"Copied "_s));
        press(Qt::Key_2, Qt::ControlModifier);
        select(*m_harness->visible<QueuesPanel>()->findChild<DataTable *>(), 0);
        QCOMPARE(copied(), u"orders"_s);
        press(Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(copied(), m_harness->console().broker().endpoint().url.toString());
    }

    void theInspectorWalksFromAnywhereInItsPanel()
    {
        openQueueWith({message("one"), message("two"), message("three")});
        QTRY_COMPARE_WITH_TIMEOUT(messages().rowCount(), 3, kPatienceMs);
        select(*table(), 0);
        QTRY_VERIFY(m_harness->visible<MessageInspector>());
        const auto shown = [this] { return table()->selectedRowsInOrder().constFirst().row(); };
        panel()->findChild<SearchField *>()->setFocus();
        press(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(shown(), 1);
        table()->setFocus();
        press(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(shown(), 2);
        runFromPalette(u"previous in"_s);
        QCOMPARE(shown(), 1);
        m_harness->visible<MessageInspector>()->setFocus();
        press(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(shown(), 0);
    }

    void keysAreTold()
    {
        openQueueWith({message("one")});
        QTRY_COMPARE_WITH_TIMEOUT(messages().rowCount(), 1, kPatienceMs);
        press(Qt::Key_F1);
        QTRY_VERIFY(m_harness->visible<KeysDialog>());
        const auto *keys = m_harness->visible<KeysDialog>();
        for (const QString &text :
             {u"Ctrl+Shift+Del"_s, u"Purge the queue"_s, u"Follow what comes"_s, u"Ctrl+K"_s,
              u"Command palette"_s, u"Previous, next tab"_s})
            QVERIFY2(says(*keys, text), qPrintable(visibleTexts(*keys).join(u" / "_s)));
        QVERIFY(!says(*keys, u"Previous, next in the inspector"_s)); // none is open
    }

    void tilesOpenWhatTheyAreAbout()
    {
        openQueueWith({message("one")});
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"idle"_s)));
        press(Qt::Key_1, Qt::ControlModifier);
        button(*m_harness->visible<WelcomePanel>(), u"Skip to overview"_s)->click();
        const auto tile = [this](int index) {
            return m_harness->visible<StatStrip>()->findChildren<QAbstractButton *>().at(index);
        };
        tile(0)->setFocus();
        press(Qt::Key_Return);
        QTRY_VERIFY(m_harness->visible<QueuesPanel>());
        auto *list = m_harness->visible<QueuesPanel>()->findChild<DataTable *>();
        QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 1, kPatienceMs);
        QCOMPARE(list->model()->index(0, 0).data().toString(), u"orders"_s);

        press(Qt::Key_1, Qt::ControlModifier);
        tile(1)->click();
        QTRY_VERIFY(m_harness->visible<QueuesPanel>());
        QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 2, kPatienceMs);

        press(Qt::Key_1, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(tile(3)->accessibleName().contains(u"orders"_s), kPatienceMs);
        tile(3)->click(); // the oldest message
        QTRY_VERIFY(m_harness->visible<QueuePanel>());
        QCOMPARE(m_harness->visible<QueuePanel>()->queueName(), u"orders"_s);
    }
};

QTEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
