// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/createqueuedialog.h"
#include "console/dialogs/movedialog.h"
#include "console/dialogs/receivedialog.h"
#include "console/dialogs/sendmessagedialog.h"
#include "console/dialogs/templatenamedialog.h"
#include "console/jobs.h"
#include "console/notices.h"
#include "console/panels/queuepanel.h"
#include "console/panels/queuespanel.h"
#include "demostate.h"
#include "pictures.h"
#include "widgets/button.h"
#include "widgets/codeedit.h"
#include "widgets/table/datatable.h"
#include "widgets/toasthost.h"

#include <QLineEdit>
#include <QSpinBox>
#include <QTest>

namespace Signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

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
    const auto openMove = [&] {
        auto *dialog = new MoveDialog(
            {*harness.window().connection(), notices, harness.console().settings(), jobs},
            DemoState::richQueue(), {QByteArray(32, 'A'), QByteArray(32, 'B')}, &window);
        dialog->open();
        return dialog;
    };
    camera.take(u"move"_s, openMove);
    camera.take(u"move-problem"_s, [&] { openMove()->primary()->click(); });
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

} // namespace Signalbox
