// SPDX-License-Identifier: GPL-3.0-only
#include "console/brokerconnection.h"
#include "console/dialogs/aboutdialog.h"
#include "console/dialogs/createqueuedialog.h"
#include "console/dialogs/createtopicdialog.h"
#include "console/dialogs/keysdialog.h"
#include "console/dialogs/publishdialog.h"
#include "console/dialogs/sendmessagedialog.h"
#include "console/dialogs/subscribedialog.h"
#include "console/jobs.h"
#include "console/jobspopup.h"
#include "console/models/messagelistmodel.h"
#include "console/panels/activitypanel.h"
#include "console/panels/attemptinspector.h"
#include "console/panels/messageinspector.h"
#include "console/panels/overviewpanel.h"
#include "console/panels/queueattributesform.h"
#include "console/panels/queuepanel.h"
#include "console/panels/queuespanel.h"
#include "console/panels/requestspage.h"
#include "console/panels/saverow.h"
#include "console/panels/settingspanel.h"
#include "console/panels/topicpanel.h"
#include "console/panels/topicspanel.h"
#include "console/panels/welcomepanel.h"
#include "console/sendjob.h"
#include "consolesuite.h"
#include "pushreceiver.h"
#include "widgets/button.h"
#include "widgets/codeedit.h"
#include "widgets/commandpalette.h"
#include "widgets/confirmdialog.h"
#include "widgets/durationedit.h"
#include "widgets/searchfield.h"
#include "widgets/sectionlist.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/statstrip.h"
#include "widgets/statusbar.h"
#include "widgets/table/datatable.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QListView>
#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 15'000;

} // namespace

/// The console without a mouse: a whole journey, the command palette, the settings, and a name for
/// every control of every panel.
class TestKeyboard : public ConsoleSuite
{
    Q_OBJECT

private slots:
    void init()
    {
        startConsole();
        m_harness->console().settings().setWelcomeDone(true);
        window().resize(1280, 800);
        window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
    }

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

    void thePaletteFindsQueuesAndActions()
    {
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"orders-billing"_s)));
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"loyalty"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(queues().rowCount(), 2, kPatienceMs);
        press(Qt::Key_K, Qt::ControlModifier);
        auto &palette = window().commandPalette();
        QVERIFY(palette.isOpen());
        QVERIFY(palette.input()->hasFocus());
        QVERIFY(paletteTexts().contains(u"Create queue…"_s));

        type(u"#bill"_s);
        QCOMPARE(paletteTexts(), (QStringList{u"Queues"_s, u"orders-billing"_s}));
        press(Qt::Key_Return);
        QVERIFY(!palette.isOpen());
        QTRY_VERIFY(m_harness->visible<QueuePanel>());
        QCOMPARE(m_harness->visible<QueuePanel>()->queueName(), u"orders-billing"_s);

        runFromPalette(u">activ"_s);
        QVERIFY(m_harness->visible<ActivityPanel>());

        // What was run last stands first.
        press(Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(paletteTexts().at(1), u"Go to Activity"_s);
        type(u"nothing like this"_s);
        QVERIFY(paletteTexts().isEmpty());
        QVERIFY(says(palette, u"Nothing matches"_s));
        press(Qt::Key_Escape);
        QVERIFY(!palette.isOpen());
    }

    void aMessageIsOpenedByItsWholeId()
    {
        openQueueWith({message("first"), message("second")});
        QTRY_COMPARE_WITH_TIMEOUT(messages().rowCount(), 2, kPatienceMs);
        const QByteArray id = messages().messageAt(1).messageId;
        press(Qt::Key_K, Qt::ControlModifier);
        type(QString::fromLatin1(id.first(31)));
        QVERIFY(paletteTexts().isEmpty());
        type(QString::fromLatin1(id.last(1)));
        QCOMPARE(paletteTexts().size(), 2);
        QVERIFY(paletteTexts().at(1).startsWith(u"Open message "_s));
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(m_harness->visible<MessageInspector>(), kPatienceMs);
        QTRY_COMPARE(panel()->idToCopy(), QString::fromLatin1(id));
        QCOMPARE(messages().messageAt(0).body, "first");
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

    void thePaletteHasItsWidthFromTheFirstTimeOn()
    {
        press(Qt::Key_K, Qt::ControlModifier);
        const auto width = [this] {
            return window().commandPalette().input()->parentWidget()->width();
        };
        const int first = width();
        QCOMPARE(first, Theme::current().px(620));
        press(Qt::Key_Escape);
        press(Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(width(), first);
    }

    void aboutTellsVersionsAndLicences()
    {
        QTRY_VERIFY_WITH_TIMEOUT(window().connection()->status().status(), kPatienceMs);
        runFromPalette(u"about"_s);
        QTRY_VERIFY(m_harness->visible<AboutDialog>());
        auto *about = m_harness->visible<AboutDialog>();
        QVERIFY(says(*about, window().connection()->status().status()->version));
        QVERIFY(says(*about, QString::fromLatin1(qVersion())));
        QVERIFY(about->findChild<CodeEdit *>()->toPlainText().contains(u"GPL-3.0-only"_s));
        QCOMPARE(namelessControls(*about).join(u' '), QString());
    }

    void aJobShowsInTheStatusBarAndIsStopped()
    {
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"orders"_s)));
        sendForLong();
        QTRY_VERIFY_WITH_TIMEOUT(jobItem() && jobItem()->text().contains(u"of 1,000,000"_s),
                                 kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(window().jobs().running().constFirst()->done() > 100, kPatienceMs);
        jobItem()->setFocus();
        press(Qt::Key_Space);
        // The list opens on its button that stops.
        press(Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(window().jobs().running().isEmpty(), kPatienceMs);
        QTRY_VERIFY(isNoticed(window(), u"Stopped after"_s));
        QTRY_VERIFY(!jobItem());
    }

    void escClosesTheListOfJobsAndNothingElse()
    {
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"orders"_s)));
        window().connection()->refresh();
        QTRY_COMPARE_WITH_TIMEOUT(queues().rowCount(), 1, kPatienceMs);
        window().openQueue(u"orders"_s);
        sendForLong();
        QTRY_VERIFY_WITH_TIMEOUT(jobItem(), kPatienceMs);
        jobItem()->setFocus();
        press(Qt::Key_Space);
        QVERIFY(m_harness->visible<JobsPopup>());
        press(Qt::Key_Escape);
        QVERIFY(!m_harness->visible<JobsPopup>());
        QVERIFY(m_harness->visible<QueuePanel>());
        QVERIFY(!window().jobs().running().isEmpty());
        window().jobs().stopAll();
        QTRY_VERIFY_WITH_TIMEOUT(window().jobs().running().isEmpty(), kPatienceMs);
    }

    void settingsAreSearched()
    {
        press(Qt::Key_6, Qt::ControlModifier);
        auto *settings = m_harness->visible<SettingsPanel>();
        press(Qt::Key_F, Qt::ControlModifier);
        type(u"durab"_s);
        QTRY_VERIFY(!says(*settings, u"Address and port"_s));
        QVERIFY(says(*settings, u"Durability"_s));
        press(Qt::Key_A, Qt::ControlModifier);
        type(u"language"_s);
        QTRY_VERIFY(says(*settings, u"Also decides how numbers"_s));
        press(Qt::Key_A, Qt::ControlModifier);
        type(u"zebra"_s);
        QTRY_VERIFY(says(*settings, u"No setting matches “zebra”"_s));
        press(Qt::Key_Escape);
        QTRY_VERIFY(says(*settings, u"Language"_s));
    }

    void theClockIsFrozenSteppedAndRuns()
    {
        press(Qt::Key_6, Qt::ControlModifier);
        auto *settings = m_harness->visible<SettingsPanel>();
        settings->showPage(SettingsPanel::Clock);
        QTRY_VERIFY_WITH_TIMEOUT(says(*settings, u"The time of the machine"_s), kPatienceMs);
        auto *run = visibleIn<SegmentedControl>(*settings);
        run->setCurrentIndex(1);
        QTRY_VERIFY_WITH_TIMEOUT(says(*settings, u"It stands still"_s), kPatienceMs);
        visibleIn<DurationEdit>(*settings)->setDuration(std::chrono::hours(2));
        button(*settings, u"Step"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(
            window().connection()->status().status()->clock.offsetMs > 7'000'000, kPatienceMs);
        run->setCurrentIndex(0);
        QTRY_VERIFY_WITH_TIMEOUT(says(*settings, u"ahead of its machine"_s), kPatienceMs);
    }

    void everyControlOfEveryPanelHasAName()
    {
        OutgoingMessage message;
        message.body = "one";
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"orders"_s)));
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().sendMessage(u"orders"_s, message)));
        QVERIFY(!ConsoleHarness::succeeded(m_harness->app().sendMessage(u"absent"_s, message)));
        for (int section = 0; section < Sidebar::SectionCount; ++section) {
            window().showSection(Sidebar::Section(section));
            QCOMPARE(namelessControls(window()).join(u' '), QString());
        }
        for (int page = 0; page < SettingsPanel::PageCount; ++page) {
            m_harness->visible<SettingsPanel>()->showPage(SettingsPanel::Page(page));
            QCOMPARE(namelessControls(window()).join(u' '), QString());
        }
        window().showSection(Sidebar::Activity);
        auto *activity = m_harness->visible<ActivityPanel>();
        auto *requests = activity->findChild<RequestsPage *>()->findChild<DataTable *>();
        QTRY_COMPARE_WITH_TIMEOUT(requests->model()->rowCount(), 3, kPatienceMs);
        requests->selectRow(0); // with its inspector
        QCOMPARE(namelessControls(window()).join(u' '), QString());
        activity->showTab(ActivityPanel::Trash);
        QCOMPARE(namelessControls(window()).join(u' '), QString());
        window().openQueue(u"orders"_s);
        QCOMPARE(namelessControls(window()).join(u' '), QString());
        press(Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(namelessControls(window().commandPalette()).join(u' '), QString());
    }

private:
    MainWindow &window() { return m_harness->window(); }
    QueueListModel &queues() { return window().connection()->queues(); }

    /// A key as the user presses it: it goes to where the focus is.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *target = QApplication::activeModalWidget() ? QApplication::activeModalWidget()
                                                            : static_cast<QWidget *>(&window());
        target->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(target));
        QWidget *focused = QApplication::focusWidget();
        QTest::keyClick(focused ? focused : target, key, modifiers);
    }

    /// Whatever modifiers the last key had.
    static void select(const DataTable &table, int row)
    {
        table.selectionModel()->setCurrentIndex(table.model()->index(row, 0),
                                                QItemSelectionModel::ClearAndSelect
                                                    | QItemSelectionModel::Rows);
    }

    void runFromPalette(const QString &action)
    {
        press(Qt::Key_K, Qt::ControlModifier);
        type(action);
        press(Qt::Key_Return);
    }

    /// Until the dialog is open and has the focus.
    template <typename Dialog>
    void waitFor()
    {
        QTRY_VERIFY(m_harness->visible<Dialog>());
        auto *dialog = m_harness->visible<Dialog>();
        dialog->activateWindow();
        QTRY_VERIFY(dialog->isAncestorOf(QApplication::focusWidget()));
    }

    /// Round the parts of the window.
    void goTo(const QWidget &part)
    {
        for (int i = 0; i < 8 && !part.hasFocus(); ++i)
            press(Qt::Key_F6);
        QVERIFY(part.hasFocus());
    }

    /// From field to field of a dialog, to the one a screen reader calls \a name.
    void tabTo(const QString &name)
    {
        const auto isThere = [&] {
            const QWidget *focused = QApplication::focusWidget();
            return focused && focused->accessibleName() == name;
        };
        for (int i = 0; i < 20 && !isThere(); ++i)
            press(Qt::Key_Tab);
        QVERIFY(isThere());
    }

    void type(const QString &text)
    {
        QVERIFY(QApplication::focusWidget());
        QTest::keyClicks(QApplication::focusWidget(), text);
    }

    QStringList paletteTexts()
    {
        QStringList texts;
        const QAbstractItemModel *model = window().commandPalette().list()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            texts.append(model->index(row, 0).data().toString());
        return texts;
    }

    /// A job that is not over before it is stopped.
    void sendForLong()
    {
        constexpr qint64 kMany = 1'000'000;
        window().jobs().add(std::make_unique<SendJob>(window().connection()->mns(), u"orders"_s,
                                                      kMany,
                                                      [](qint64) { return message("again"); }));
    }

    StatusItem *jobItem()
    {
        const QList<StatusItem *> items = window().findChildren<StatusItem *>();
        for (StatusItem *item : items) {
            if (item->isVisible() && item->text().startsWith(u"Sending to"))
                return item;
        }
        return nullptr;
    }

    template <typename Widget>
    static Widget *visibleIn(const QWidget &root)
    {
        const QList<Widget *> all = root.findChildren<Widget *>();
        for (Widget *widget : all) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }
};

QTEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
