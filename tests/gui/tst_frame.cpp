// SPDX-License-Identifier: GPL-3.0-only
#include "console/brokerconnection.h"
#include "console/dialogs/aboutdialog.h"
#include "console/jobs.h"
#include "console/jobspopup.h"
#include "console/models/messagelistmodel.h"
#include "console/panels/activitypanel.h"
#include "console/panels/messageinspector.h"
#include "console/panels/queuepanel.h"
#include "console/panels/requestspage.h"
#include "console/panels/settingspanel.h"
#include "console/sendjob.h"
#include "keyboardsuite.h"
#include "widgets/button.h"
#include "widgets/codeedit.h"
#include "widgets/commandpalette.h"
#include "widgets/durationedit.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/statusbar.h"
#include "widgets/table/datatable.h"

#include <QLineEdit>
#include <QListView>
#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 15'000;

} // namespace

/// What stands around the panels: the command palette, jobs in the status bar, the settings, and a
/// name for every control of every panel.
class TestFrame : public KeyboardSuite
{
    Q_OBJECT

private slots:
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
};

QTEST_MAIN(TestFrame)
#include "tst_frame.moc"
