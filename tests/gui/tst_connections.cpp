// SPDX-License-Identifier: GPL-3.0-only
#include "console/brokerconnection.h"
#include "console/connectionactions.h"
#include "console/connectionbook.h"
#include "console/connectionrow.h"
#include "console/connectionstripe.h"
#include "console/dialogs/comparedialog.h"
#include "console/dialogs/connectiondialog.h"
#include "console/dialogs/leavedialog.h"
#include "console/models/comparisonmodel.h"
#include "console/panels/overviewpanel.h"
#include "console/panels/panel.h"
#include "console/panels/queuespanel.h"
#include "console/panels/startfailedpanel.h"
#include "console/settings.h"
#include "consoleharness.h"
#include "remotebroker.h"
#include "widgets/banner.h"
#include "widgets/button.h"
#include "widgets/confirmdialog.h"
#include "widgets/segmentedcontrol.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kPatienceMs = 20'000;
const auto kSecret = u"a-secret-of-its-own"_s;

} // namespace

/// The console beside brokers elsewhere, and beside the apps of its own.
class TestConnections : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_harness = std::make_unique<ConsoleHarness>();
        m_remote = std::make_unique<RemoteBroker>(u"remote-id"_s, kSecret);
    }

    void cleanup()
    {
        m_harness.reset();
        m_remote.reset();
    }

    void aBrokerElsewhereIsTriedAndAdded()
    {
        QVERIFY(m_harness->start());
        QVERIFY(m_remote->createQueue(u"far-away"_s));
        window().showSection(Sidebar::Queues);
        window().addConnection();
        auto *dialog = m_harness->visible<ConnectionDialog>();
        QVERIFY(dialog);
        // What is missing is said, and where.
        button(*dialog, u"Test connection"_s)->click();
        QVERIFY(says(*dialog, u"An address such as"_s));
        QTRY_VERIFY(says(*dialog, u"kept in a file that only you can read"_s)
                    || says(*dialog, u"The secret of the key is missing"_s));

        fill(*dialog, u"rig"_s, m_remote->url().authority(), u"remote-id"_s, kSecret);
        button(*dialog, u"Test connection"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(*dialog, u"Queues: 1"_s), kPatienceMs);
        dialog->primary()->click();

        QTRY_COMPARE(book().currentIndex(), 1);
        QVERIFY(m_harness->visible<QueuesPanel>()); // the section is kept
        QTRY_COMPARE_WITH_TIMEOUT(queueNames(), QStringList{u"far-away"_s}, kPatienceMs);
        QCOMPARE(window().findChild<ConnectionList *>()->count(), 2);

        pressKey(Qt::Key_1);
        QCOMPARE(book().currentIndex(), 0);
        QVERIFY(m_harness->visible<QueuesPanel>());
        QTRY_VERIFY_WITH_TIMEOUT(window().connection()->queueFeed().isComplete(), kPatienceMs);
        QCOMPARE(queueNames(), QStringList());
        pressKey(Qt::Key_2);
        QCOMPARE(book().currentIndex(), 1);
    }

    void aWrongSecretIsExplained()
    {
        QVERIFY(m_harness->start());
        window().addConnection();
        auto *dialog = m_harness->visible<ConnectionDialog>();
        fill(*dialog, u"rig"_s, m_remote->url().authority(), u"remote-id"_s, u"wrong"_s);
        button(*dialog, u"Test connection"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(*dialog, u"does not accept the access key"_s), kPatienceMs);
        dialog->primary()->click();
        QTRY_COMPARE_WITH_TIMEOUT(bannerTitle(), u"rig refuses the access key"_s, kPatienceMs);

        button(window(), u"Edit connection…"_s)->click();
        auto *edit = m_harness->visible<ConnectionDialog>();
        QVERIFY(edit);
        const QList<QLineEdit *> fields = edit->findChildren<QLineEdit *>();
        fields.last()->setText(kSecret);
        edit->primary()->click();
        QTRY_COMPARE_WITH_TIMEOUT(bannerTitle(), QString(), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(window().connection()->status().status(), kPatienceMs);
    }

    void nothingThatAnswersIsSaidInTheDialog()
    {
        QVERIFY(m_harness->start());
        const QString address = m_remote->url().authority();
        m_remote->stop();
        window().addConnection();
        auto *dialog = m_harness->visible<ConnectionDialog>();
        fill(*dialog, u"rig"_s, address, u"remote-id"_s, kSecret);
        button(*dialog, u"Test connection"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(*dialog, u"cannot be reached"_s), kPatienceMs);
    }

    void connectionsAreThereAfterAnotherStart()
    {
        QVERIFY(m_harness->start());
        QVERIFY(m_remote->createQueue(u"far-away"_s));
        book().add({{}, u"rig"_s, m_remote->url(), u"remote-id"_s}, kSecret);
        m_harness->quit();
        // The secret is in no settings, and only its user reads where it is.
        QFile settings(m_harness->settingsFile());
        QVERIFY(settings.open(QFile::ReadOnly));
        QVERIFY(!settings.readAll().contains(kSecret.toUtf8()));

        QVERIFY(m_harness->start());
        QCOMPARE(book().count(), 2);
        QCOMPARE(book().nameAt(1), u"rig"_s);
        book().setCurrent(1);
        QTRY_COMPARE_WITH_TIMEOUT(queueNames(), QStringList{u"far-away"_s}, kPatienceMs);
    }

    void aRemovedConnectionIsForgotten()
    {
        QVERIFY(m_harness->start());
        const int index = book().add({{}, u"rig"_s, m_remote->url(), u"remote-id"_s}, kSecret);
        book().setCurrent(index);
        auto *list = window().findChild<ConnectionList *>();
        emit list->menuRequested(index, {});
        triggerMenu(u"Remove…"_s);
        auto *confirm = m_harness->visible<ConfirmDialog>();
        QVERIFY(confirm);
        confirm->primary()->click();
        QTRY_COMPARE(book().count(), 1);
        QCOMPARE(book().currentIndex(), 0);
        QCOMPARE(list->count(), 1);
        QVERIFY(m_harness->console().settings().connections().isEmpty());
    }

    void aDisconnectedConnectionKeepsItsPlaceAndAsksNothing()
    {
        QVERIFY(m_harness->start());
        QVERIFY(m_remote->createQueue(u"far-away"_s));
        book().setCurrent(book().add({{}, u"rig"_s, m_remote->url(), u"remote-id"_s}, kSecret));
        QTRY_COMPARE_WITH_TIMEOUT(queueNames(), QStringList{u"far-away"_s}, kPatienceMs);
        auto *list = window().findChild<ConnectionList *>();
        emit list->menuRequested(1, {});
        triggerMenu(u"Disconnect"_s);
        QVERIFY(!book().connectionAt(1)); // Nobody is left to ask anything.
        QCOMPARE(book().currentIndex(), 1);
        QVERIFY(says(window(), u"rig is disconnected"_s));
        QCOMPARE(window().currentPanel()->header().accessibleName(), u"rig"_s);
        QCOMPARE(connectionRow(book(), m_harness->console().broker(), 1).state.text,
                 u"Disconnected"_s);
        m_harness->quit();

        QVERIFY(m_harness->start());
        QCOMPARE(book().nameAt(1), u"rig"_s);
        book().setCurrent(1);
        QVERIFY(says(window(), u"rig is disconnected"_s));
        // Edited, it stays so; its key is known all the same.
        window().findChild<ConnectionActions *>()->edit(1);
        auto *dialog = m_harness->visible<ConnectionDialog>();
        button(*dialog, u"Test connection"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(*dialog, u"Queues: 1"_s), kPatienceMs);
        dialog->primary()->click();
        QVERIFY(!book().connectionAt(1));

        button(window(), u"Connect to rig"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(queueNames(), QStringList{u"far-away"_s}, kPatienceMs);
        QVERIFY(m_harness->visible<OverviewPanel>());
    }

    void aLostEndpointIsSaidUntilItAnswers()
    {
        QVERIFY(m_harness->start());
        QVERIFY(m_remote->createQueue(u"far-away"_s));
        book().setCurrent(book().add({{}, u"rig"_s, m_remote->url(), u"remote-id"_s}, kSecret));
        window().showSection(Sidebar::Queues);
        QTRY_COMPARE_WITH_TIMEOUT(queueNames(), QStringList{u"far-away"_s}, kPatienceMs);

        m_remote->stop();
        QTRY_VERIFY_WITH_TIMEOUT(bannerTitle().startsWith(u"rig does not answer since"),
                                 kPatienceMs);
        // What was known stays to be read.
        QCOMPARE(queueNames(), QStringList{u"far-away"_s});
        QVERIFY(buttonOrNull(window(), u"Retry now"_s));
        QVERIFY(!says(window(), u"Live, every 2 s"_s));

        m_remote->start();
        QTRY_COMPARE_WITH_TIMEOUT(bannerTitle(), QString(), kPatienceMs);
        QVERIFY(m_remote->createQueue(u"another"_s));
        QTRY_COMPARE_WITH_TIMEOUT(queueNames(), (QStringList{u"another"_s, u"far-away"_s}),
                                  kPatienceMs);
    }

    void aTakenDirectoryOffersItsBroker()
    {
        const OwnBrokerSettings own = ConsoleSettings(m_harness->settingsFile()).broker();
        RemoteBroker holder(own.accessKeyId, own.accessKeySecret, own.dataDirectory);
        QVERIFY(holder.createQueue(u"theirs"_s));
        QVERIFY(!m_harness->start());
        auto *failed = m_harness->visible<StartFailedPanel>();
        QVERIFY(failed);
        QVERIFY(says(*failed, u"Another Signalbox uses this data directory"_s));
        QVERIFY(says(*failed, holder.url().toString()));

        button(*failed, u"Connect to %1"_s.arg(holder.url().authority()))->click();
        QCOMPARE(book().currentIndex(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(queueNames(), QStringList{u"theirs"_s}, kPatienceMs);
        QTRY_VERIFY(m_harness->visible<OverviewPanel>());
    }

    void closingAsksOnceWhileAppsAreAtWork()
    {
        QVERIFY(m_harness->start());
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"orders"_s)));
        window().close();
        QTRY_VERIFY_WITH_TIMEOUT(m_harness->visible<LeaveDialog>(), kPatienceMs);
        QVERIFY(window().isVisible());
        // Offscreen there is no tray: the window goes out of the way, and the broker goes on.
        button(*m_harness->visible<LeaveDialog>(), u"Keep running, minimised"_s)->click();
        QTRY_VERIFY(window().isMinimized());
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"invoices"_s)));

        window().showNormal();
        window().close();
        QTRY_VERIFY_WITH_TIMEOUT(window().isMinimized(), kPatienceMs);
        QVERIFY(!m_harness->visible<LeaveDialog>());
    }

    void closingStopsTheBrokerWhenTheUserSaysSo()
    {
        QVERIFY(m_harness->start());
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"orders"_s)));
        window().close();
        QTRY_VERIFY_WITH_TIMEOUT(m_harness->visible<LeaveDialog>(), kPatienceMs);
        button(*m_harness->visible<LeaveDialog>(), u"Stop the broker"_s)->click();
        QTRY_VERIFY(!window().isVisible());
        QCOMPARE(m_harness->console().settings().closeChoice(), CloseChoice::Stop);
    }

    void closingAsksNothingWhileNoAppIsThere()
    {
        QVERIFY(m_harness->start());
        // What the console does itself is no app.
        QVERIFY(ConsoleHarness::succeeded(window().connection()->mns().createQueue(u"orders"_s)));
        window().close();
        QTRY_VERIFY_WITH_TIMEOUT(!window().isVisible(), kPatienceMs);
        QVERIFY(!m_harness->visible<LeaveDialog>());
    }

    void twoConnectionsStandSideBySide()
    {
        QVERIFY(m_harness->start());
        QVERIFY(m_remote->createQueue(u"both"_s));
        QVERIFY(m_remote->createQueue(u"far-away"_s));
        QueueSettingsPatch slow;
        slow.delay = 60s;
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"both"_s, slow)));
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createTopic(u"news"_s)));
        book().add({{}, u"rig"_s, m_remote->url(), u"remote-id"_s}, kSecret);
        auto *list = window().findChild<ConnectionList *>();
        emit list->menuRequested(0, {});
        triggerMenu(u"rig…"_s, u"Compare with"_s);
        auto *dialog = m_harness->visible<CompareDialog>();
        QVERIFY(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(says(*dialog,
                                      u"Only on This broker: 1. Only on rig: 1. "
                                      "Attributes that differ: 1."_s),
                                 kPatienceMs);
        const ComparisonModel &model = dialog->model();
        QCOMPARE(model.rowCount(), 3);
        const auto cell = [&model](int row, int column) {
            return model.index(row, column).data().toString();
        };
        QCOMPARE(cell(0, ComparisonModel::Name), u"both"_s);
        QCOMPARE(cell(0, ComparisonModel::Attribute), u"Delay"_s);
        QCOMPARE(cell(0, ComparisonModel::Left), u"1 min"_s);
        QCOMPARE(cell(1, ComparisonModel::Name), u"far-away"_s);
        QCOMPARE(cell(1, ComparisonModel::Left), u"not there"_s);
        QCOMPARE(cell(2, ComparisonModel::Name), u"news"_s);
        QCOMPARE(cell(2, ComparisonModel::Right), u"not there"_s);
        QCOMPARE(namelessControls(*dialog).join(u' '), QString());

        dialog->findChild<SegmentedControl *>()->setCurrentIndex(1);
        QVERIFY(model.rowCount() > 3);
    }

    void whatCannotBeComparedIsSaid()
    {
        QVERIFY(m_harness->start());
        book().add({{}, u"rig"_s, m_remote->url(), u"remote-id"_s}, u"wrong"_s);
        auto *list = window().findChild<ConnectionList *>();
        emit list->menuRequested(0, {});
        triggerMenu(u"rig…"_s, u"Compare with"_s);
        auto *dialog = m_harness->visible<CompareDialog>();
        QVERIFY(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(says(*dialog, u"rig could not be read."_s), kPatienceMs);
        QVERIFY(!dialog->primary()->isBusy());
    }

    void theDialogGivesColourAndCaution()
    {
        QVERIFY(m_harness->start());
        const int index = book().add({{}, u"rig"_s, m_remote->url(), u"remote-id"_s}, kSecret);
        book().setCurrent(index);
        QVERIFY(!m_harness->visible<ConnectionStripe>());
        auto *list = window().findChild<ConnectionList *>();
        emit list->menuRequested(index, {});
        triggerMenu(u"Edit…"_s);
        auto *dialog = m_harness->visible<ConnectionDialog>();
        QVERIFY(dialog);
        dialog->findChild<QComboBox *>()->setCurrentText(u"Red"_s);
        dialog->findChild<QCheckBox *>()->setChecked(true);
        dialog->primary()->click();
        auto *stripe = m_harness->visible<ConnectionStripe>();
        QVERIFY(stripe);
        QVERIFY(says(*stripe, u"rig · asks before every change"_s));
        QVERIFY(window().connection()->changes().isAsking());
        m_harness->quit();

        QVERIFY(m_harness->start());
        QCOMPARE(book().savedAt(1).stripe, StripeColor::Red);
        QVERIFY(book().savedAt(1).asksBeforeChange);
        QVERIFY(!m_harness->visible<ConnectionStripe>()); // The broker inside has none.
        QTRY_VERIFY(book().connectionAt(1));
        QVERIFY(book().connectionAt(1)->changes().isAsking());
    }

    void theDialogHasNamesForAllItsControls()
    {
        QVERIFY(m_harness->start());
        window().addConnection();
        QCOMPARE(namelessControls(*m_harness->visible<ConnectionDialog>()).join(u' '), QString());
    }

private:
    MainWindow &window() { return m_harness->window(); }
    ConnectionBook &book() { return m_harness->console().connections(); }

    void pressKey(Qt::Key key)
    {
        window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        QTest::keyClick(&window(), key, Qt::AltModifier);
    }

    static void fill(const ConnectionDialog &dialog, const QString &name, const QString &address,
                     const QString &keyId, const QString &secret)
    {
        const QList<QLineEdit *> fields = dialog.findChildren<QLineEdit *>();
        const QStringList values{name, address, keyId, secret};
        QCOMPARE(fields.size(), values.size());
        for (int i = 0; i < values.size(); ++i) {
            fields.at(i)->clear();
            QTest::keyClicks(fields.at(i), values.at(i));
        }
    }

    /// Takes the entry \a text of the open menu, or of the one in it that is called \a in.
    static void triggerMenu(const QString &text, const QString &in = {})
    {
        const QList<QWidget *> all = QApplication::topLevelWidgets();
        for (QWidget *widget : all) {
            auto *menu = qobject_cast<QMenu *>(widget);
            if (!menu || !menu->isVisible())
                continue;
            QList<QAction *> actions = menu->actions();
            for (QAction *action : menu->actions()) {
                if (action->menu() && action->text() == in)
                    actions = action->menu()->actions();
            }
            for (QAction *action : std::as_const(actions)) {
                if (action->text() == text) {
                    menu->close();
                    action->trigger();
                    return;
                }
            }
        }
        QFAIL("There is no such entry.");
    }

    QString bannerTitle()
    {
        const auto *banner = m_harness->visible<Banner>();
        return banner ? banner->message().title : QString();
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

QTEST_MAIN(TestConnections)
#include "tst_connections.moc"
