// SPDX-License-Identifier: GPL-3.0-only
// Paints every panel, dialog and empty state of the console over a real broker. See screenshots.sh.
#include "console/brokerconnection.h"
#include "console/connectionbook.h"
#include "console/dialogs/aboutdialog.h"
#include "console/dialogs/connectiondialog.h"
#include "console/dialogs/createqueuedialog.h"
#include "console/dialogs/leavedialog.h"
#include "console/dialogs/movedialog.h"
#include "console/dialogs/receivedialog.h"
#include "console/dialogs/sendmessagedialog.h"
#include "console/dialogs/templatenamedialog.h"
#include "console/jobs.h"
#include "console/notices.h"
#include "console/panels/activitypanel.h"
#include "console/panels/heldcard.h"
#include "console/panels/messagetools.h"
#include "console/panels/overviewpanel.h"
#include "console/panels/queueattributestab.h"
#include "console/panels/queueinspector.h"
#include "console/panels/queuepanel.h"
#include "console/panels/queuespanel.h"
#include "console/panels/requestspage.h"
#include "console/panels/settingspanel.h"
#include "console/panels/welcomepanel.h"
#include "console/sendjob.h"
#include "demostate.h"
#include "longtexts.h"
#include "meddlingproxy.h"
#include "pictures.h"
#include "widgets/button.h"
#include "widgets/codeedit.h"
#include "widgets/commandpalette.h"
#include "widgets/confirmdialog.h"
#include "widgets/durationedit.h"
#include "widgets/searchfield.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/statusbar.h"
#include "widgets/table/datatable.h"
#include "widgets/toasthost.h"

#include <QAction>
#include <QApplication>
#include <QCommandLineParser>
#include <QDialog>
#include <QDir>
#include <QLineEdit>
#include <QSpinBox>
#include <QTcpServer>
#include <QTest>

#include <functional>

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

/// The tabs that are worth a look while apps are at work.
void takeQueueTabs(ConsoleHarness &harness, Camera &camera)
{
    const auto openTab = [&harness](QueuePanel::Tab tab) {
        harness.window().openQueue(DemoState::richQueue());
        auto *panel = shown<QueuePanel>(harness);
        panel->showTab(tab);
        QTest::qWait(2500);
        return panel;
    };
    camera.take(
        u"queue-statistics"_s, [&] { openTab(QueuePanel::Statistics); }, true);
    camera.take(u"queue-receivers"_s, [&] { openTab(QueuePanel::Receivers); });
    camera.take(u"queue-attributes"_s, [&] {
        openTab(QueuePanel::Attributes);
        auto *timeout = shown<QueueAttributesTab>(harness)->findChild<DurationEdit *>();
        auto *number = timeout->findChild<QLineEdit *>();
        number->setFocus();
        number->selectAll();
        QTest::keyClicks(number, u"3"_s);
        QTest::keyClick(number, Qt::Key_Tab);
    });
    camera.take(u"queue-tail"_s, [&] {
        openTab(QueuePanel::Messages)->findChild<MessageTools *>()->setTailing(true);
        QTest::qWait(1500);
    });
    camera.take(u"queues-inspector"_s, [&] {
        harness.window().showSection(Sidebar::Queues);
        auto *table = shown<QueuesPanel>(harness)->findChild<DataTable *>();
        table->selectRow(5);
        table->setFocus();
        if (!harness.visible<QueueInspector>())
            QTest::keyClick(&harness.window(), Qt::Key_I, Qt::ControlModifier);
        QTest::qWait(1500);
    });
    QTest::keyClick(&harness.window(), Qt::Key_I, Qt::ControlModifier);
}

void takeQueue(ConsoleHarness &harness, Camera &camera)
{
    MainWindow &window = harness.window();
    const auto openQueue = [&] {
        window.openQueue(DemoState::richQueue());
        auto *table = shown<QueuePanel>(harness)->findChild<DataTable *>();
        if (!QTest::qWaitFor([&] { return table->model()->rowCount() > 0; }, 5000))
            qFatal("The messages of the queue do not show.");
        table->setFocus();
        return table;
    };
    camera.take(
        u"queue"_s, [&] { openQueue()->selectRow(2); }, true);
    camera.take(u"queue-in-flight"_s, [&] {
        auto *table = openQueue();
        shown<QueuePanel>(harness)->findChild<SegmentedControl *>()->setCurrentIndex(2);
        QTest::qWait(Camera::kSettleMs);
        table->selectRow(0);
    });
    camera.take(u"queue-search"_s, [&] {
        openQueue();
        auto *field = shown<QueuePanel>(harness)->findChild<SearchField *>();
        field->setText(u"gold"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTest::qWait(Camera::kSettleMs);
    });
    camera.take(u"queue-search-value"_s, [&] {
        auto *table = openQueue();
        auto *field = shown<QueuePanel>(harness)->findChild<SearchField *>();
        field->setText(u"$.tier = gold"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTest::qWait(Camera::kSettleMs);
        table->selectRow(0);
    });
    camera.take(u"queue-search-problem"_s, [&] {
        openQueue();
        auto *field = shown<QueuePanel>(harness)->findChild<SearchField *>();
        field->setText(u"$.tier == gold"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTest::qWait(Camera::kSettleMs);
    });
    camera.take(u"queue-held"_s, [&] {
        openQueue();
        shown<QueuePanel>(harness)->receive();
        shown<ReceiveDialog>(harness)->primary()->click();
        if (!QTest::qWaitFor([&] { return harness.visible<HeldCard>() != nullptr; }, 5000))
            qWarning("No message is held.");
    });
    camera.take(u"queue-several-selected"_s, [&] {
        auto *table = openQueue();
        table->selectRow(1);
        for (int row = 2; row < 5; ++row)
            table->selectionModel()->select(table->model()->index(row, 0),
                                            QItemSelectionModel::Select
                                                | QItemSelectionModel::Rows);
    });
}

void takeDialogs(ConsoleHarness &harness, Camera &camera)
{
    MainWindow &window = harness.window();
    ToastHost toasts(&window);
    Notices notices(toasts);
    Jobs jobs;
    camera.take(
        u"create-queue"_s,
        [&] {
            window.createQueue();
            auto *dialog = shown<CreateQueueDialog>(harness);
            auto *name = dialog->findChild<QLineEdit *>();
            name->setText(u"orders_refund"_s);
            emit name->editingFinished();
        },
        true);
    camera.take(u"create-queue-request"_s, [&] {
        window.createQueue();
        auto *dialog = shown<CreateQueueDialog>(harness);
        dialog->findChild<QLineEdit *>()->setText(u"orders-refund"_s);
        showRequest(*dialog);
    });
    const auto richPanel = [&] {
        window.openQueue(DemoState::richQueue());
        QTest::qWait(Camera::kSettleMs);
        return shown<QueuePanel>(harness);
    };
    camera.take(
        u"send-message"_s,
        [&] {
            richPanel()->sendMessage();
            shown<SendMessageDialog>(harness)->findChild<CodeEdit *>()->setPlainText(
                u"{\n  \"orderId\": \"ORD-20260311-88214\",\n  \"amount\": 1288.50,\n  \"paid\": true\n}"_s);
        },
        true);
    camera.take(u"send-copies"_s, [&] {
        richPanel()->sendMessage();
        auto *dialog = shown<SendMessageDialog>(harness);
        Admin::Message model;
        model.body =
            R"({
  "orderId": "ORD-{{seq}}",
  "customer": { "id": {{int 1 50000}}, "tier": "gold" },
  "currency": "CNY",
  "amount": 1288.50,
  "items": [
    { "sku": "CAM-4K-02", "qty": 1 },
    { "sku": "SD-256", "qty": 2 }
  ],
  "paid": true
})";
        model.userProperties = {{u"source"_s, u"checkout"_s, PropertyType::String},
                                {u"attempt"_s, u"1"_s, PropertyType::Number}};
        dialog->fillFrom(model);
        const QList<QSpinBox *> boxes = dialog->findChildren<QSpinBox *>();
        for (QSpinBox *box : boxes) {
            if (box->maximum() == 100'000)
                box->setValue(500);
            else if (box->maximum() == 10'000)
                box->setValue(50);
        }
    });
    camera.take(u"send-template"_s, [&] {
        richPanel()->sendMessage();
        (new TemplateNameDialog({}, shown<SendMessageDialog>(harness)))->open();
    });
    camera.take(u"receive"_s, [&] { richPanel()->receive(); });
    camera.take(u"receive-request"_s, [&] {
        richPanel()->receive();
        showRequest(*shown<ReceiveDialog>(harness));
    });
    camera.take(u"move"_s, [&] {
        (new MoveDialog(
             {*harness.window().connection(), notices, harness.console().settings(), jobs},
             DemoState::richQueue(), {QByteArray(32, 'A'), QByteArray(32, 'B')}, &window))
            ->open();
    });
    camera.take(u"confirm-purge"_s, [&] {
        const QString purge = QCoreApplication::translate("Signalbox::QueuePanel", "Purge…");
        button(richPanel()->header(), purge)->click();
    });
    camera.take(u"confirm-delete-queue"_s, [&] {
        window.showSection(Sidebar::Queues);
        auto *panel = shown<QueuesPanel>(harness);
        panel->findChild<DataTable *>()->selectRow(1);
        panel->deleteSelected();
    });
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

/// What lies over the window or stands beside its panels.
void takeFrame(ConsoleHarness &harness, Camera &camera)
{
    MainWindow &window = harness.window();
    camera.take(
        u"palette"_s,
        [&] {
            window.showSection(Sidebar::Overview);
            window.commandPalette().close();
            window.openPalette();
            window.commandPalette().input()->setText(u"or"_s);
        },
        true);
    window.commandPalette().close();
    camera.take(u"add-connection"_s, [&] {
        window.addConnection();
        auto *dialog = shown<ConnectionDialog>(harness);
        dialog->suggest(harness.console().broker().endpoint().url, u"local-id"_s);
        dialog->findChildren<QLineEdit *>().last()->setText(u"local-secret"_s);
        const QList<QPushButton *> buttons = dialog->findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button != dialog->primary() && button != dialog->cancelButton()
                && button->isVisible())
                button->click();
        }
        QTest::qWait(500);
    });
    camera.take(u"about"_s, [&] {
        const QString version = window.connection()->status().status()->version;
        QApplication::setApplicationVersion(version); // the program's own, which main() sets
        (new AboutDialog(version, &window))->open();
    });
    camera.take(u"keys"_s, [&] {
        window.openQueue(u"orders-billing"_s);
        const QList<QAction *> actions = window.actions();
        for (QAction *action : actions) {
            if (action->shortcut() == QKeySequence(Qt::Key_F1))
                action->trigger();
        }
    });
    camera.take(u"leave"_s, [&] { (new LeaveDialog(true, &window))->open(); });
    ConnectionBook &book = harness.console().connections();
    const Endpoint own = harness.console().broker().endpoint();
    book.add({{}, u"rig-02"_s, own.url, own.accessKeyId}, own.accessKeySecret);
    book.add({{}, u"rig-03"_s, QUrl(u"http://127.0.0.1:9"_s), own.accessKeyId}, u"x"_s);
    window.jobs().add(std::make_unique<SendJob>(harness.console().connections().current()->mns(),
                                                DemoState::richQueue(), 5'000'000, [](qint64) {
                                                    OutgoingMessage message;
                                                    message.body = "again";
                                                    return message;
                                                }));
    camera.take(u"jobs-and-connections"_s, [&] {
        window.showSection(Sidebar::Queues);
        QTest::qWait(1500);
        const QList<StatusItem *> items = window.findChildren<StatusItem *>();
        for (StatusItem *item : items) {
            if (item->isVisible() && item->text().contains(DemoState::richQueue()))
                item->click();
        }
    });
    window.jobs().stopAll();
    book.remove(2);
    book.remove(1);
    camera.take(u"narrow-inspector"_s, [&] {
        window.resize(1100, 700);
        window.openQueue(DemoState::richQueue());
        QTest::qWait(Camera::kSettleMs);
        shown<QueuePanel>(harness)->findChild<DataTable *>()->selectRow(2);
    });
    window.resize(camera.size());
}

void takeSettings(ConsoleHarness &harness, Camera &camera)
{
    MainWindow &window = harness.window();
    camera.take(
        u"settings-broker"_s,
        [&] {
            window.showSection(Sidebar::Settings);
            shown<SettingsPanel>(harness)->showPage(SettingsPanel::Broker);
        },
        true);
    camera.take(u"settings-time"_s, [&] {
        window.showSection(Sidebar::Settings);
        shown<SettingsPanel>(harness)->showPage(SettingsPanel::Clock);
    });
    camera.take(u"settings-appearance"_s, [&] {
        window.showSection(Sidebar::Settings);
        shown<SettingsPanel>(harness)->showPage(SettingsPanel::Appearance);
    });
}

/// All of the window with text a third larger.
void takeLargeText(ConsoleHarness &harness, Camera &camera)
{
    MainWindow &window = harness.window();
    harness.console().theme().setScale(1.3);
    camera.take(u"overview-130pct"_s, [&] { window.showSection(Sidebar::Overview); });
    camera.take(u"queue-130pct"_s, [&] {
        window.openQueue(DemoState::richQueue());
        QTest::qWait(Camera::kSettleMs);
        shown<QueuePanel>(harness)->findChild<DataTable *>()->selectRow(2);
    });
    camera.take(u"send-message-130pct"_s, [&] {
        window.openQueue(DemoState::richQueue());
        shown<QueuePanel>(harness)->sendMessage();
    });
    camera.take(u"settings-appearance-130pct"_s, [&] {
        window.showSection(Sidebar::Settings);
        shown<SettingsPanel>(harness)->showPage(SettingsPanel::Appearance);
    });
    harness.console().theme().setScale({});
}

/// Where the keyboard is.
void takeFocus(ConsoleHarness &harness, Camera &camera)
{
    MainWindow &window = harness.window();
    const auto focus = [&](const QString &name) {
        window.openQueue(DemoState::richQueue());
        window.activateWindow();
        (void)QTest::qWaitForWindowActive(&window, 2000);
        const QList<QWidget *> all = shown<QueuePanel>(harness)->findChildren<QWidget *>();
        for (QWidget *widget : all) {
            if (widget->isVisible() && widget->inherits(name.toLatin1().constData())) {
                widget->setFocus(Qt::TabFocusReason);
                return;
            }
        }
    };
    camera.take(u"focus-tab"_s, [&] { focus(u"Signalbox::TabStrip"_s); });
    camera.take(u"focus-button"_s, [&] { focus(u"Signalbox::Button"_s); });
    camera.take(u"focus-icon-button"_s, [&] { focus(u"Signalbox::IconButton"_s); });
    camera.take(u"focus-segments"_s, [&] { focus(u"Signalbox::SegmentedControl"_s); });
    camera.take(u"focus-crumb"_s, [&] {
        focus(u"Signalbox::TabStrip"_s);
        const QList<QWidget *> all = shown<QueuePanel>(harness)->header().findChildren<QWidget *>();
        for (QWidget *widget : all) {
            if (widget->isVisible() && widget->focusPolicy() == Qt::TabFocus)
                widget->setFocus(Qt::TabFocusReason);
        }
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
