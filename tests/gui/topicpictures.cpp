// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/copiesform.h"
#include "console/dialogs/createtopicdialog.h"
#include "console/dialogs/publishdialog.h"
#include "console/dialogs/subscribedialog.h"
#include "console/panels/attemptinspector.h"
#include "console/panels/outboxpanel.h"
#include "console/panels/overviewpanel.h"
#include "console/panels/subscriptioninspector.h"
#include "console/panels/topicattemptstab.h"
#include "console/panels/topicpanel.h"
#include "console/panels/topicspanel.h"
#include "console/panels/topicsubscriptionstab.h"
#include "demotopics.h"
#include "pictures.h"
#include "widgets/button.h"
#include "widgets/codeedit.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/table/datatable.h"
#include "widgets/tabstrip.h"

#include <QLineEdit>
#include <QScrollArea>
#include <QSpinBox>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRichRow = 3; ///< Of the rich topic among all.

TopicPanel *opened(ConsoleHarness &harness, TopicPanel::Tab tab)
{
    harness.window().openTopic(DemoTopics::richTopic());
    auto *panel = shown<TopicPanel>(harness);
    panel->showTab(tab);
    QTest::qWait(1500);
    return panel;
}

void takePanels(ConsoleHarness &harness, Camera &camera)
{
    MainWindow &window = harness.window();
    camera.take(
        u"topics"_s,
        [&] {
            window.showSection(Sidebar::Topics);
            shown<TopicsPanel>(harness)->findChild<DataTable *>()->selectRow(kRichRow);
        },
        true);
    camera.take(u"topic-subscriptions"_s, [&] {
        auto *table = opened(harness, TopicPanel::Subscriptions)->findChild<DataTable *>();
        table->selectRow(1);
    });
    camera.take(
        u"topic-attempts"_s,
        [&] {
            auto *tab = opened(harness, TopicPanel::Attempts)->findChild<TopicAttemptsTab *>();
            tab->findChild<SegmentedControl *>()->setCurrentIndex(0);
            tab->findChild<DataTable *>()->clearSelection();
        },
        true);
    camera.take(
        u"topic-attempts-inspector"_s,
        [&] {
            auto *tab = opened(harness, TopicPanel::Attempts)->findChild<TopicAttemptsTab *>();
            tab->findChild<SegmentedControl *>()->setCurrentIndex(1);
            tab->findChild<DataTable *>()->selectRow(1);
        },
        true);
    camera.take(u"topic-attempts-signature"_s, [&] {
        auto *tab = opened(harness, TopicPanel::Attempts)->findChild<TopicAttemptsTab *>();
        tab->findChild<DataTable *>()->selectRow(1);
        shown<AttemptInspector>(harness)->findChild<TabStrip *>()->setCurrentIndex(2);
        QTest::qWait(500);
    });
    camera.take(u"topic-statistics"_s, [&] { (void)opened(harness, TopicPanel::Statistics); });
    camera.take(u"topic-attributes"_s, [&] { (void)opened(harness, TopicPanel::Attributes); });
    camera.take(u"topic-no-subscriptions"_s, [&] {
        window.openTopic(u"media-events"_s);
        QTest::qWait(200);
    });
    camera.take(u"topic-no-attempts"_s, [&] {
        window.openTopic(u"media-events"_s);
        shown<TopicPanel>(harness)->showTab(TopicPanel::Attempts);
        QTest::qWait(1500);
    });
}

void takeOverview(ConsoleHarness &harness, Camera &camera)
{
    camera.take(u"overview-topics"_s, [&] {
        harness.window().showSection(Sidebar::Overview);
        shown<OverviewPanel>(harness)->findChild<SegmentedControl *>()->setCurrentIndex(0);
    });
}

void takeOutbox(ConsoleHarness &harness, Camera &camera)
{
    camera.take(
        u"outbox"_s,
        [&] {
            harness.window().showSection(Sidebar::Outbox);
            auto *table = shown<OutboxPanel>(harness)->findChild<DataTable *>();
            QTest::qWait(500);
            table->selectRow(0);
        },
        true);
}

void takeTopicDialogs(ConsoleHarness &harness, Camera &camera)
{
    MainWindow &window = harness.window();
    camera.take(u"create-topic"_s, [&] {
        window.showSection(Sidebar::Topics);
        shown<TopicsPanel>(harness)->create();
    });
    camera.take(u"subscribe"_s, [&] { opened(harness, TopicPanel::Subscriptions)->subscribe(); });
    camera.take(u"subscribe-request"_s, [&] {
        opened(harness, TopicPanel::Subscriptions)->subscribe();
        showRequest(*shown<SubscribeDialog>(harness));
    });
    camera.take(
        u"publish"_s,
        [&] {
            opened(harness, TopicPanel::Subscriptions)->publish();
            auto *dialog = shown<PublishDialog>(harness);
            dialog->findChild<CodeEdit *>()->setPlainText(
                u"{\n  \"gate\": \"C\",\n  \"plate\": \"浙A·8K21F\",\n  \"lane\": 2\n}"_s);
        },
        true);
    camera.take(u"publish-copies"_s, [&] {
        opened(harness, TopicPanel::Subscriptions)->publish();
        auto *dialog = shown<PublishDialog>(harness);
        dialog->findChild<CodeEdit *>()->setPlainText(u"{\n  \"lane\": {{seq}}\n}"_s);
        auto *copies = dialog->findChild<CopiesForm *>();
        copies->findChild<QSpinBox *>()->setValue(200);
        QTest::qWait(100);
        dialog->findChild<QScrollArea *>()->ensureWidgetVisible(copies);
    });
    camera.take(u"subscribe-edit"_s, [&] {
        auto *panel = opened(harness, TopicPanel::Subscriptions);
        panel->findChild<DataTable *>()->selectRow(1);
        emit shown<SubscriptionInspector>(harness)->editRequested();
    });
    camera.take(u"subscribe-send-to-url"_s, [&] {
        auto *tab = opened(harness, TopicPanel::Attempts)->findChild<TopicAttemptsTab *>();
        tab->findChild<SegmentedControl *>()->setCurrentIndex(1);
        tab->findChild<DataTable *>()->selectRow(0);
        shown<AttemptInspector>(harness)->findChildren<Button *>().at(1)->click();
    });
    camera.take(u"unsubscribe"_s, [&] {
        auto *panel = opened(harness, TopicPanel::Subscriptions);
        panel->findChild<DataTable *>()->selectRow(1);
        panel->deleteSelected();
    });
    camera.take(u"delete-topic"_s, [&] {
        window.showSection(Sidebar::Topics);
        auto *panel = shown<TopicsPanel>(harness);
        panel->findChild<DataTable *>()->selectRow(kRichRow);
        panel->deleteSelected();
    });
}

} // namespace

void takeTopics(ConsoleHarness &harness, Camera &camera)
{
    DemoTopics demo(harness.console().broker().endpoint());
    if (!demo.build())
        qFatal("The broker refused a topic.");
    QTest::qWait(3000);
    takePanels(harness, camera);
    takeOverview(harness, camera);
    takeOutbox(harness, camera);
    takeTopicDialogs(harness, camera);
}

} // namespace Signalbox
