// SPDX-License-Identifier: GPL-3.0-only
// Paints every panel, dialog and empty state of the console over a real broker. See screenshots.sh.
#include "console/panels/activitypanel.h"
#include "console/panels/overviewpanel.h"
#include "console/panels/queuepanel.h"
#include "console/panels/queuespanel.h"
#include "console/panels/requestspage.h"
#include "console/panels/welcomepanel.h"
#include "demostate.h"
#include "longtexts.h"
#include "meddlingproxy.h"
#include "pictures.h"
#include "widgets/searchfield.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/table/datatable.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QTcpServer>
#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr QSize kTallSize(1280, 1080);
constexpr int kMinuteRange = 0;

void takeFreshStart(ConsoleHarness &harness, Camera &camera)
{
    MainWindow &window = harness.window();
    camera.take(
        u"welcome"_s, [&] { window.showWelcome(); }, true);
    // Also where only the main pictures are taken: the overview comes after the welcome.
    harness.console().settings().setWelcomeDone(true);
    emit shown<WelcomePanel>(harness)->finished();
    camera.take(u"overview-empty"_s, [&] { window.showSection(Sidebar::Overview); });
    camera.take(u"queues-empty"_s, [&] { window.showSection(Sidebar::Queues); });
    const auto openActivity = [&](ActivityPanel::Tab tab) {
        window.showSection(Sidebar::Activity);
        shown<ActivityPanel>(harness)->showTab(tab);
        QTest::qWait(1500);
    };
    camera.take(u"activity-empty"_s, [&] { openActivity(ActivityPanel::Requests); });
    camera.take(u"trash-empty"_s, [&] { openActivity(ActivityPanel::Trash); });
    if (!ConsoleHarness::succeeded(harness.app().createQueue(u"hello"_s)))
        qFatal("The broker refused a queue.");
    camera.take(u"outbox-empty"_s, [&] {
        window.showSection(Sidebar::Outbox);
        QTest::qWait(500);
    });
    camera.take(u"topics-empty"_s, [&] { window.showSection(Sidebar::Topics); });
    camera.take(u"queue-empty"_s, [&] { window.openQueue(u"hello"_s); });
    camera.take(u"queue-receivers-empty"_s, [&] {
        window.openQueue(u"hello"_s);
        shown<QueuePanel>(harness)->showTab(QueuePanel::Receivers);
        QTest::qWait(500);
    });
    if (!ConsoleHarness::succeeded(harness.app().deleteQueue(u"hello"_s)))
        qFatal("The broker kept a queue.");
}

void takeOverviewAndQueues(ConsoleHarness &harness, Camera &camera)
{
    MainWindow &window = harness.window();
    camera.take(
        u"overview"_s,
        [&] {
            window.showSection(Sidebar::Overview);
            shown<OverviewPanel>(harness)->findChild<SegmentedControl *>()->setCurrentIndex(
                kMinuteRange);
        },
        true);
    camera.take(u"overview-tall"_s, [&] {
        window.resize(kTallSize);
        window.showSection(Sidebar::Overview);
    });
    window.resize(camera.size());
    camera.take(
        u"queues"_s,
        [&] {
            window.showSection(Sidebar::Queues);
            auto *table = shown<QueuesPanel>(harness)->findChild<DataTable *>();
            table->selectRow(5);
            table->setFocus();
        },
        true);
    camera.take(u"queues-filtered-to-nothing"_s, [&] {
        window.showSection(Sidebar::Queues);
        shown<QueuesPanel>(harness)->findChild<SearchField *>()->setText(u"ordrs"_s);
        QTest::qWait(Camera::kSettleMs);
    });
    if (auto *panel = harness.visible<QueuesPanel>())
        panel->findChild<SearchField *>()->clear();
    camera.take(u"queues-narrow"_s, [&] {
        window.resize(1024, 640);
        window.showSection(Sidebar::Queues);
    });
    window.resize(camera.size());
}

/// What happened: requests with a refusal, and the trash.
void takeActivity(ConsoleHarness &harness, Camera &camera)
{
    MainWindow &window = harness.window();
    OutgoingMessage message;
    message.body = "refused";
    if (!sendThroughMeddlingProxy(harness.console().broker().endpoint(), DemoState::richQueue())
        || ConsoleHarness::succeeded(harness.app().sendMessage(u"orders-biling"_s, message)))
        qFatal("The broker took what it had to refuse.");
    const auto activity = [&] {
        window.showSection(Sidebar::Activity);
        auto *panel = shown<ActivityPanel>(harness);
        panel->showTab(ActivityPanel::Requests);
        QTest::qWait(1500);
        return panel;
    };
    const auto requests = [&](int segment) {
        auto *page = activity()->findChild<RequestsPage *>();
        page->findChild<SegmentedControl *>()->setCurrentIndex(segment);
        return page->findChild<DataTable *>();
    };
    camera.take(u"activity"_s, [&] { requests(0)->clearSelection(); });
    camera.take(
        u"activity-refusal"_s,
        [&] {
            DataTable *table = requests(1);
            if (!QTest::qWaitFor([table] { return table->model()->rowCount() > 1; }, 20'000))
                qFatal("No refusal is listed.");
            table->selectRow(1);
        },
        true);
    AdminClient admin(harness.console().broker().endpoint());
    if (!ConsoleHarness::succeeded(admin.purgeQueue(u"search-reindex"_s))
        || !ConsoleHarness::succeeded(admin.deleteQueue(u"settlement-daily"_s))
        || !ConsoleHarness::succeeded(admin.unsubscribe(u"parking-events"_s, u"gate-c"_s))
        || !ConsoleHarness::succeeded(admin.deleteTopic(u"price-updates"_s)))
        qFatal("The broker did not take it to the trash.");
    camera.take(u"trash"_s, [&] {
        activity()->showTab(ActivityPanel::Trash);
        QTest::qWait(1500);
    });
}

/// Where it is free, so that pictures show the address that everybody gets.
void useUsualPort(ConsoleHarness &harness)
{
    const quint16 usual = OwnBrokerSettings::defaults().port;
    QTcpServer probe;
    if (!probe.listen(QHostAddress::LocalHost, usual))
        return;
    ConsoleSettings settings(harness.settingsFile());
    OwnBrokerSettings broker = settings.broker();
    broker.port = usual;
    settings.setBroker(broker);
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"signalbox"_s);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption mainOnly(u"main-only"_s, u"Only the main panels."_s);
    const QCommandLineOption suffix(u"suffix"_s, u"Goes to the end of every name."_s, u"text"_s);
    const QCommandLineOption seconds(u"traffic"_s, u"How long apps work before."_s, u"seconds"_s,
                                     u"70"_s);
    const QCommandLineOption only(u"only"_s, u"Only pictures with this in their name."_s,
                                  u"text"_s);
    const QCommandLineOption font(u"font"_s, u"The system's font has this size, not 13."_s,
                                  u"pixels"_s);
    const QCommandLineOption longTexts(u"long-texts"_s, u"English texts, 40 % longer."_s);
    const QCommandLineOption highContrast(u"high-contrast"_s,
                                          u"As on a desktop with high contrast."_s);
    const QCommandLineOption width(u"width"_s, u"Of the window, not 1280."_s, u"pixels"_s,
                                   u"1280"_s);
    const QCommandLineOption height(u"height"_s, u"Of the window, not 800."_s, u"pixels"_s,
                                    u"800"_s);
    parser.addOptions(
        {mainOnly, suffix, seconds, only, font, longTexts, highContrast, width, height});
    parser.addPositionalArgument(u"directory"_s, u"Where the pictures go."_s);
    parser.process(application);
    if (parser.positionalArguments().size() != 1)
        parser.showHelp(1);
    const QDir directory(parser.positionalArguments().constFirst());
    if (!directory.mkpath(u"."_s))
        return 1;

    QFont systemFont = QApplication::font();
    systemFont.setPixelSize(parser.isSet(font) ? parser.value(font).toInt() : 13);
    QApplication::setFont(systemFont);
    LongTexts translator;
    if (parser.isSet(longTexts))
        QCoreApplication::installTranslator(&translator);
    ConsoleHarness harness;
    useUsualPort(harness);
    if (!harness.start())
        return 1;
    Camera camera(harness, directory, parser.value(suffix), parser.isSet(mainOnly),
                  parser.value(only));
    camera.setSize({parser.value(width).toInt(), parser.value(height).toInt()});
    harness.window().resize(camera.size());
    if (parser.isSet(highContrast))
        camera.setHighContrast();
    takeFreshStart(harness, camera);

    DemoState demo(harness.console().broker().endpoint());
    if (!demo.build())
        return 1;
    demo.startTraffic(std::chrono::seconds(parser.value(seconds).toInt()));
    takeOverviewAndQueues(harness, camera);
    takeQueueTabs(harness, camera);
    demo.stopTraffic();
    takeQueue(harness, camera);
    takeDialogs(harness, camera);
    takeTopics(harness, camera);
    takeDeadLetters(harness, camera);
    takeActivity(harness, camera);
    takeFrame(harness, camera);
    takeSettings(harness, camera);
    takeLargeText(harness, camera);
    takeFocus(harness, camera);
    takeConnections(harness, camera);
    takeTrouble(harness, camera);
    takeFailedStarts(harness, camera);
    return 0;
}
