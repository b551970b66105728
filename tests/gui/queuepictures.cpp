// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/receivedialog.h"
#include "console/panels/heldcard.h"
#include "console/panels/messagetools.h"
#include "console/panels/queueattributestab.h"
#include "console/panels/queueinspector.h"
#include "console/panels/queuepanel.h"
#include "console/panels/queuespanel.h"
#include "demostate.h"
#include "pictures.h"
#include "widgets/button.h"
#include "widgets/durationedit.h"
#include "widgets/searchfield.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/table/datatable.h"

#include <QLineEdit>
#include <QTest>

namespace Signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

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
    const auto searchFor = [&](const QString &what) {
        auto *field = shown<QueuePanel>(harness)->findChild<SearchField *>();
        field->setText(what);
        QTest::keyClick(field, Qt::Key_Return);
        QTest::qWait(Camera::kSettleMs);
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
        searchFor(u"gold"_s);
    });
    camera.take(u"queue-search-value"_s, [&] {
        auto *table = openQueue();
        searchFor(u"$.tier = gold"_s);
        table->selectRow(0);
    });
    camera.take(u"queue-search-problem"_s, [&] {
        openQueue();
        searchFor(u"$.tier == gold"_s);
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

} // namespace Signalbox
