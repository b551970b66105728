// SPDX-License-Identifier: GPL-3.0-only
#include "console/brokerconnection.h"
#include "console/connectionbook.h"
#include "console/dialogs/aboutdialog.h"
#include "console/dialogs/connectiondialog.h"
#include "console/dialogs/leavedialog.h"
#include "console/jobs.h"
#include "console/panels/queuepanel.h"
#include "console/panels/settingspanel.h"
#include "console/sendjob.h"
#include "demostate.h"
#include "pictures.h"
#include "widgets/button.h"
#include "widgets/commandpalette.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/statusbar.h"
#include "widgets/table/datatable.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QTest>

namespace Signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

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

} // namespace Signalbox
