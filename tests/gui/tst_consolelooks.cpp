// SPDX-License-Identifier: GPL-3.0-only
#include "console/brokerconnection.h"
#include "console/dialogs/createqueuedialog.h"
#include "console/dialogs/sendmessagedialog.h"
#include "console/language.h"
#include "console/notices.h"
#include "console/panels/messageinspector.h"
#include "console/panels/overviewpanel.h"
#include "console/panels/queuepanel.h"
#include "console/panels/queuespanel.h"
#include "console/panels/settingspanel.h"
#include "console/panels/welcomepanel.h"
#include "consolesuite.h"
#include "widgets/button.h"
#include "widgets/charts/timechart.h"
#include "widgets/connectionlist.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/scrollpage.h"
#include "widgets/table/datatable.h"
#include "widgets/theme.h"
#include "widgets/thememanager.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

#include <cmath>
#include <functional>

using namespace Signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What the whole window has in common: language, theme, sizes, names, the age of what it shows.
class TestConsoleLooks : public ConsoleSuite
{
    Q_OBJECT

private slots:
    void everyPanelSaysWhenItsDataIsOldAndWhy_data()
    {
        QTest::addColumn<std::function<void(MainWindow &)>>("open");
        const auto section = [](Sidebar::Section wanted) {
            return [wanted](MainWindow &window) { window.showSection(wanted); };
        };
        using Open = std::function<void(MainWindow &)>;
        QTest::newRow("overview") << Open(section(Sidebar::Overview));
        QTest::newRow("queues") << Open(section(Sidebar::Queues));
        QTest::newRow("topics") << Open(section(Sidebar::Topics));
        QTest::newRow("outbox") << Open(section(Sidebar::Outbox));
        QTest::newRow("activity") << Open(section(Sidebar::Activity));
        QTest::newRow("queue") << Open([](MainWindow &window) { window.openQueue(u"orders"_s); });
        QTest::newRow("topic") << Open([](MainWindow &window) { window.openTopic(u"news"_s); });
    }

    void everyPanelSaysWhenItsDataIsOldAndWhy()
    {
        QFETCH(std::function<void(MainWindow &)>, open);
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"orders"_s)));
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createTopic(u"news"_s)));
        button(*m_harness->visible<WelcomePanel>(), u"Skip to overview"_s)->click();
        MainWindow &window = m_harness->window();
        BrokerConnection &connection = *window.connection();
        QTRY_VERIFY_WITH_TIMEOUT(
            connection.queueFeed().isComplete() && connection.topicFeed().isComplete(), 10'000);
        open(window);
        PanelHeader &header = window.currentPanel()->header();
        Feed *feed = window.currentPanel()->liveFeed();
        QVERIFY(feed);
        QTRY_VERIFY_WITH_TIMEOUT(feed->age(), 10'000);
        QVERIFY(!says(header, u"Live updates are paused."_s));
        connection.setPaused(true);
        const auto usual = feed->interval();
        feed->setInterval(1ms); // Three of these are over soon.
        QTRY_VERIFY_WITH_TIMEOUT(says(header, u"Live updates are paused."_s), 10'000);
        feed->setInterval(usual);
        connection.setPaused(false);
        QTRY_VERIFY_WITH_TIMEOUT(!says(header, u"Live updates are paused."_s), 10'000);
    }

    void whatIsNoticedChangesItsLanguageToo()
    {
        MainWindow &window = m_harness->window();
        window.findChild<Notices *>()->offerUndo(
            &window,
            [] {
                return QCoreApplication::translate("Signalbox::TrashPage",
                                                   "The trash was not emptied.");
            },
            [] {});
        QVERIFY(isNoticed(window, u"The trash was not emptied."_s));
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        button(window, u"Undo"_s)->setFocus(); // It stays for as long as that.
        m_harness->console().language().use(Language::Chinese);
        QTRY_VERIFY_WITH_TIMEOUT(!isNoticed(window, u"The trash was not emptied."_s), 30'000);
        QVERIFY(isNoticed(window, u"未能清空回收站。"_s));
        QVERIFY(buttonOrNull(window, u"撤销"_s));
        m_harness->console().language().use(Language::English);
        QTRY_VERIFY_WITH_TIMEOUT(isNoticed(window, u"The trash was not emptied."_s), 30'000);
    }

    void languageChangesAtRunTime()
    {
        m_harness->window().showSection(Sidebar::Settings);
        m_harness->console().language().use(Language::Chinese);
        auto *settings = m_harness->visible<SettingsPanel>();
        QTRY_VERIFY(says(*settings, u"设置"_s));
        m_harness->window().showSection(Sidebar::Queues);
        QTRY_VERIFY_WITH_TIMEOUT(buttonOrNull(*m_harness->visible<QueuesPanel>(), u"创建队列…"_s),
                                 10'000);
        m_harness->console().language().use(Language::English);
        QTRY_VERIFY(buttonOrNull(*m_harness->visible<QueuesPanel>(), u"Create queue…"_s));
    }

    void themeChangesAtRunTime()
    {
        const QColor light = m_harness->window().palette().color(QPalette::Window);
        m_harness->console().theme().setPreference(ThemePreference::Dark);
        QTRY_VERIFY(m_harness->window().palette().color(QPalette::Window).lightness()
                    < light.lightness());
    }

    void textGrowsAtOnceAndStaysSo()
    {
        m_harness->console().theme().setScale(1.0);
        m_harness->window().resize(1280, 800);
        m_harness->window().showSection(Sidebar::Queues);
        auto *panel = m_harness->visible<QueuesPanel>();
        const int row = panel->findChild<DataTable *>()->verticalHeader()->defaultSectionSize();
        const int field = panel->findChild<QLineEdit *>()->width();
        const int sidebar = m_harness->visible<Sidebar>()->width();
        const int title = panel->header().findChild<QLabel *>()->font().pixelSize();
        m_harness->window().showSection(Sidebar::Settings);
        auto *settings = m_harness->visible<SettingsPanel>();
        settings->showPage(SettingsPanel::Appearance);
        QComboBox *size = nullptr;
        for (QComboBox *box : settings->findChildren<QComboBox *>()) {
            if (box->accessibleName() == u"Text size"_s)
                size = box;
        }
        QVERIFY(size);
        QCOMPARE(size->currentText(), u"System size"_s);
        size->setCurrentText(u"130 %"_s);
        emit size->activated(size->currentIndex());
        const auto scaled = [](int pixels) { return int(std::lround(pixels * 1.3)); };
        QCOMPARE(Theme::current().scale(), 1.3);
        QTRY_COMPARE(panel->findChild<DataTable *>()->verticalHeader()->defaultSectionSize(),
                     scaled(row));
        QCOMPARE(panel->header().findChild<QLabel *>()->font().pixelSize(), scaled(title));
        // What is set anew with language and theme leaves it as it is.
        m_harness->console().language().use(Language::Chinese);
        m_harness->console().theme().setPreference(ThemePreference::Dark);
        const int smallest = Theme::current().font(TextRole::SecondLine).pixelSize();
        for (const TextLabel *label : settings->findChildren<TextLabel *>())
            QVERIFY2(label->font().pixelSize() >= smallest, qPrintable(label->text()));
        m_harness->window().showSection(Sidebar::Queues);
        QTRY_COMPARE(panel->findChild<QLineEdit *>()->width(), scaled(field));
        // What is wide enough at 100 % is not at 130 %: the sidebar gives way.
        QTRY_VERIFY(m_harness->visible<Sidebar>()->width() < sidebar);
        m_harness->quit();

        QVERIFY(m_harness->start());
        QCOMPARE(Theme::current().scale(), 1.3);
    }

    void theOverviewScrollsInsteadOfSqueezingWhatItShows()
    {
        button(*m_harness->visible<WelcomePanel>(), u"Skip to overview"_s)->click();
        m_harness->console().theme().setScale(1.3);
        m_harness->window().resize(1280, 640);
        auto *panel = m_harness->visible<OverviewPanel>();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        for (const TimeChart *chart : panel->findChildren<TimeChart *>()) {
            if (chart->isVisible())
                QTRY_VERIFY(chart->height() >= chart->minimumSizeHint().height());
        }
        QTRY_VERIFY(panel->findChild<ScrollPage *>()->verticalScrollBar()->maximum() > 0);
    }

    void everyControlHasAName()
    {
        openQueueWith({message("one")});
        auto *panel = m_harness->visible<QueuePanel>();
        auto *table = panel->findChild<DataTable *>();
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, 10'000);
        table->selectRow(0);
        m_harness->window().showWelcome();
        // Panels that are not on top are part of the window too.
        QCOMPARE(namelessControls(m_harness->window()).join(u' '), QString());
        m_harness->window().createQueue();
        QCOMPARE(namelessControls(*m_harness->visible<CreateQueueDialog>()).join(u' '), QString());
        m_harness->visible<CreateQueueDialog>()->reject();
        m_harness->window().openQueue(u"orders"_s);
        m_harness->visible<QueuePanel>()->sendMessage();
        QCOMPARE(namelessControls(*m_harness->visible<SendMessageDialog>()).join(u' '), QString());
    }

    void narrowWindowsCollapseTheSidebar()
    {
        auto *sidebar = m_harness->visible<Sidebar>();
        m_harness->window().resize(1280, 800);
        const int wide = sidebar->width();
        m_harness->window().resize(narrow(), 800);
        QTRY_VERIFY(sidebar->width() < wide / 2);

        // What is left stands together at the top.
        const auto *connections = sidebar->findChild<ConnectionList *>();
        const QList<QToolButton *> buttons = sidebar->findChildren<QToolButton *>();
        int above = 0;
        for (const QToolButton *button : buttons)
            above = std::max(above, button->isVisible() ? button->geometry().bottom() : 0);
        QVERIFY(above > 0);
        QTRY_VERIFY(connections->y() - above < Metrics::kPageMargin);
    }

    void theInspectorLiesOverTheListInNarrowWindows()
    {
        openQueueWith({message("one")});
        auto *panel = m_harness->visible<QueuePanel>();
        auto *table = panel->findChild<DataTable *>();
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, 10'000);
        m_harness->window().resize(1280, 800);
        table->selectRow(0);
        auto *inspector = m_harness->visible<MessageInspector>();
        QVERIFY(inspector);
        const auto right = [](const QWidget &widget) {
            return widget.mapToGlobal(widget.rect().topRight()).x();
        };
        const auto left = [](const QWidget &widget) { return widget.mapToGlobal(QPoint()).x(); };
        QTRY_VERIFY(right(*table) < left(*inspector));
        m_harness->window().resize(narrow(), 800);
        QTRY_COMPARE(right(*table), right(*inspector));
        QVERIFY(left(*inspector) > left(*table));
        QVERIFY(inspector->isVisible());
        pressKey(Qt::Key_Escape);
        QVERIFY(!inspector->isVisible());
        table->selectRow(0);
        QCOMPARE(right(*table), right(*inspector));
        m_harness->window().resize(1280, 800);
        QTRY_VERIFY(right(*table) < left(*inspector));
        QVERIFY(inspector->isVisible());
    }

    void wideWindowsGiveTheInspectorMoreRoom()
    {
        openQueueWith({message("one")});
        auto *table = m_harness->visible<QueuePanel>()->findChild<DataTable *>();
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, 10'000);
        table->selectRow(0);
        m_harness->window().resize(1280, 800);
        auto *inspector = m_harness->visible<MessageInspector>();
        const int usual = inspector->width();
        m_harness->window().resize(1700, 900);
        QTRY_VERIFY(inspector->width() > usual);
    }

private:
    /// A width of the window that has no room for everything.
    static int narrow() { return Theme::current().px(Metrics::kCollapseBelow) - 1; }
};

QTEST_MAIN(TestConsoleLooks)
#include "tst_consolelooks.moc"
