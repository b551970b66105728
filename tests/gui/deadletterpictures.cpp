// SPDX-License-Identifier: GPL-3.0-only
#include "client/adminclient.h"
#include "console/brokerconnection.h"
#include "console/dialogs/createqueuedialog.h"
#include "console/dialogs/queuechoice.h"
#include "console/dialogs/redrivedialog.h"
#include "console/panels/overviewpanel.h"
#include "console/panels/queuepanel.h"
#include "console/panels/queuespanel.h"
#include "pictures.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/table/datatable.h"

#include <QLineEdit>

namespace Signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kOrders = 9;

/// Orders that were received too often, and a line of parcels.
bool build(ConsoleHarness &harness)
{
    MnsClient &app = harness.app();
    AdminClient &admin = harness.window().connection()->admin();
    QueueSettingsPatch settings;
    settings.visibilityTimeout = 1s;
    bool ok = ConsoleHarness::succeeded(app.createQueue(u"orders-dead"_s));
    settings.deadLetters = DeadLetterPolicy{u"orders-dead"_s, 3};
    ok = ok && ConsoleHarness::succeeded(app.createQueue(u"orders-intake"_s, settings));
    QueueSettingsPatch fifo;
    fifo.type = QueueType::Fifo;
    ok = ok && ConsoleHarness::succeeded(app.createQueue(u"parcel-line"_s, fifo));
    for (int i = 0; ok && i < kOrders; ++i) {
        const QByteArray number = QByteArray::number(4100 + i * 37);
        ok = ConsoleHarness::succeeded(app.sendMessage(
            u"orders-intake"_s,
            message(R"({"orderId": "ORD-)" + number + R"(", "amount": null, "tier": "gold"})")));
        OutgoingMessage parcel = message(R"({"parcel": )" + number + '}');
        parcel.groupId = i % 3 == 0 ? u"gate-a"_s : u"gate-c"_s;
        ok = ok && ConsoleHarness::succeeded(app.sendMessage(u"parcel-line"_s, parcel));
    }
    for (int i = 0; ok && i < 3; ++i) {
        ok = ConsoleHarness::succeeded(app.receiveMessages(u"orders-intake"_s, kOrders))
            && ConsoleHarness::succeeded(admin.advanceClock(2s));
    }
    (void)ConsoleHarness::succeeded(app.receiveMessages(u"orders-intake"_s, kOrders));
    (void)ConsoleHarness::succeeded(app.sendMessage(u"orders-dead"_s, message("put here by hand")));
    return ok;
}

void openQueue(ConsoleHarness &harness, const QString &name)
{
    harness.window().openQueue(name);
    shown<QueuePanel>(harness);
    QTest::qWait(800);
}

} // namespace

void takeDeadLetters(ConsoleHarness &harness, Camera &camera)
{
    if (!build(harness))
        qFatal("The broker refused a queue.");
    harness.window().connection()->refresh();
    QTest::qWait(1500);
    camera.take(
        u"dead-letters"_s,
        [&] {
            openQueue(harness, u"orders-dead"_s);
            auto *table = shown<QueuePanel>(harness)->findChild<DataTable *>();
            table->selectRow(2);
        },
        true);
    camera.take(u"dead-letters-selected"_s, [&] {
        openQueue(harness, u"orders-dead"_s);
        auto *table = shown<QueuePanel>(harness)->findChild<DataTable *>();
        table->selectAll();
    });
    camera.take(u"redrive"_s, [&] {
        openQueue(harness, u"orders-dead"_s);
        shown<QueuePanel>(harness)->redriveAll();
    });
    camera.take(
        u"redrive-to-queue"_s,
        [&] {
            openQueue(harness, u"orders-dead"_s);
            shown<QueuePanel>(harness)->redriveAll();
            auto *dialog = shown<RedriveDialog>(harness);
            dialog->findChild<SegmentedControl *>()->setCurrentIndex(1);
            dialog->findChild<QueueChoice *>()->setCurrentText(u"orders-intake"_s);
            showRequest(*dialog);
        },
        true);
    camera.take(u"fifo-queue"_s, [&] { openQueue(harness, u"parcel-line"_s); });
    camera.take(u"create-fifo-queue"_s, [&] {
        harness.window().showSection(Sidebar::Queues);
        shown<QueuesPanel>(harness)->create();
        auto *dialog = shown<CreateQueueDialog>(harness);
        dialog->findChild<QLineEdit *>()->setText(u"invoice-line"_s);
        dialog->findChild<SegmentedControl *>()->setCurrentIndex(1);
        dialog->findChild<QueueChoice *>()->setCurrentText(u"orders-dead"_s);
    });
    camera.take(u"queue-dead-letter-attributes"_s, [&] {
        openQueue(harness, u"orders-intake"_s);
        shown<QueuePanel>(harness)->showTab(QueuePanel::Attributes);
    });
    camera.take(u"overview-dead-letters"_s, [&] {
        harness.window().showSection(Sidebar::Overview);
        shown<OverviewPanel>(harness);
    });
    camera.take(u"queues-dead-letters"_s, [&] {
        harness.window().showSection(Sidebar::Queues);
        shown<QueuesPanel>(harness)->findChild<SegmentedControl *>()->setCurrentIndex(3);
    });
}

} // namespace Signalbox
