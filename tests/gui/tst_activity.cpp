// SPDX-License-Identifier: GPL-3.0-only
#include "client/adminclient.h"
#include "console/brokerconnection.h"
#include "console/feeds/requestfeed.h"
#include "console/models/requestlistmodel.h"
#include "console/panels/activitypanel.h"
#include "console/panels/requestinspector.h"
#include "console/panels/requestspage.h"
#include "console/panels/trashpage.h"
#include "console/panels/welcomepanel.h"
#include "consolesuite.h"
#include "meddlingproxy.h"
#include "widgets/button.h"
#include "widgets/codeedit.h"
#include "widgets/confirmdialog.h"
#include "widgets/copyfield.h"
#include "widgets/searchfield.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/table/datatable.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QScrollBar>
#include <QTest>

#include <algorithm>

using namespace Signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 15'000;

} // namespace

/// The Activity section over a real broker with an app at work.
class TestActivity : public ConsoleSuite
{
    Q_OBJECT

private slots:
    void init()
    {
        startConsole();
        m_harness->window().resize(1280, 800);
        m_harness->window().showSection(Sidebar::Activity);
    }

    void nothingIsSaidUntilAnAppAsks()
    {
        QTRY_VERIFY_WITH_TIMEOUT(says(panel(), u"No requests yet"_s), kPatienceMs);
        // Where apps should ask is there to copy.
        const QString endpoint = m_harness->console().broker().endpoint().url.toString();
        const auto *field = m_harness->visible<CopyField>();
        QVERIFY(field);
        QCOMPARE(field->value(), endpoint);
        field->findChildren<IconButton *>().last()->click();
        QCOMPARE(QApplication::clipboard()->text(), endpoint);
        QVERIFY(isNoticed(m_harness->window(), u"Copied."_s));
    }

    void requestsOfAppsAppearNewestFirst()
    {
        const QAbstractItemModelTester tester(
            requests()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"orders"_s)));
        QVERIFY(
            ConsoleHarness::succeeded(m_harness->app().sendMessage(u"orders"_s, message("one"))));
        QTRY_COMPARE_WITH_TIMEOUT(requests()->model()->rowCount(), 2, kPatienceMs);
        QCOMPARE(operationAt(0), u"SendMessage"_s);
        QCOMPARE(operationAt(1), u"CreateQueue"_s);
        requests()->selectRow(0);
        auto *inspector = m_harness->visible<RequestInspector>();
        QVERIFY(inspector);
        QVERIFY(says(*inspector, u"POST /queues/orders/messages"_s));
        QVERIFY(!says(*inspector, u"Why was it refused?"_s));
        QTest::keyClick(&m_harness->window(), Qt::Key_Escape);
        QVERIFY(!inspector->isVisible());
    }

    void aKeyThatIsRefusedAgainAndAgainIsToldAndItsRequestsAreFound()
    {
        m_harness->window().showSection(Sidebar::Overview);
        button(*m_harness->visible<WelcomePanel>(), u"Skip to overview"_s)->click();
        Endpoint wrong = m_harness->console().broker().endpoint();
        wrong.accessKeyId = u"old-key"_s;
        MnsClient stranger(wrong);
        for (int i = 0; i < 5; ++i)
            QVERIFY(!ConsoleHarness::succeeded(stranger.createQueue(u"orders"_s)));
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"orders"_s)));
        const auto open = [this] {
            const auto buttons = m_harness->window().findChildren<Button *>();
            const auto found =
                std::ranges::find(buttons, u"Open old-key"_s, &QWidget::accessibleName);
            return found == buttons.cend() ? nullptr : *found;
        };
        QTRY_VERIFY_WITH_TIMEOUT(open() && open()->isVisible(), kPatienceMs);
        open()->click();
        QTRY_COMPARE_WITH_TIMEOUT(requests()->model()->rowCount(), 5, kPatienceMs);
    }

    void aRefusalSaysWhyAndWhatWasSigned()
    {
        Endpoint wrong = m_harness->console().broker().endpoint();
        wrong.accessKeySecret = u"another"_s;
        MnsClient stranger(wrong);
        QVERIFY(!ConsoleHarness::succeeded(stranger.createQueue(u"orders"_s)));
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"orders"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(requests()->model()->rowCount(), 2, kPatienceMs);
        panel().findChild<SegmentedControl *>()->setCurrentIndex(1); // Refused
        QCOMPARE(requests()->model()->rowCount(), 1);
        requests()->selectRow(0);
        auto *inspector = m_harness->visible<RequestInspector>();
        QVERIFY(inspector);
        QVERIFY(says(*inspector, u"Why was it refused?"_s));
        QVERIFY(says(*inspector, u"The secret is probably different"_s));
        auto *text = inspector->findChild<CodeEdit *>();
        QVERIFY(text->isVisible());
        QVERIFY(text->toPlainText().startsWith(u"PUT\n"));
        QVERIFY(text->toPlainText().endsWith(u"/queues/orders"));

        panel().findChild<SegmentedControl *>()->setCurrentIndex(2); // Slow
        QVERIFY(says(panel(), u"No request was slow"_s));
        QVERIFY(!m_harness->visible<RequestInspector>());
        button(panel(), u"Show all requests"_s)->click();
        QCOMPARE(requests()->model()->rowCount(), 2);
    }

    void aLineThatAProxyChangedIsShownBesideTheClients()
    {
        QVERIFY(sendThroughMeddlingProxy(m_harness->console().broker().endpoint(), u"orders"_s));
        QTRY_COMPARE_WITH_TIMEOUT(requests()->model()->rowCount(), 1, kPatienceMs);
        requests()->selectRow(0);
        auto *inspector = m_harness->visible<RequestInspector>();
        QVERIFY(inspector);
        QVERIFY(says(*inspector, u"The Content-Type line differs"_s));
        const QList<CodeEdit *> texts = inspector->findChildren<CodeEdit *>();
        QCOMPARE(texts.size(), 2);
        for (const CodeEdit *text : texts)
            QVERIFY(text->isVisible());
        QVERIFY(texts.at(0)->toPlainText().contains(u"\ntext/xml;charset=utf-8\n"));
        QVERIFY(texts.at(1)->toPlainText().contains(u"\ntext/xml\n"));
    }

    void theSearchFindsARequest()
    {
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"orders"_s)));
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"invoices"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(requests()->model()->rowCount(), 2, kPatienceMs);
        auto *search = panel().findChild<SearchField *>();
        search->setText(u"INVOICES"_s);
        QTRY_COMPARE(requests()->model()->rowCount(), 1);
        search->setText(u"nowhere"_s);
        QTRY_VERIFY(says(panel(), u"No request matches “nowhere”"_s));
    }

    void whatArrivesWaitsWhileTheReaderIsFurtherDown()
    {
        for (int i = 0; i < 40; ++i) {
            QVERIFY(ConsoleHarness::succeeded(
                m_harness->app().createQueue(u"queue-%1"_s.arg(QString::number(i)))));
        }
        QTRY_COMPARE_WITH_TIMEOUT(requests()->model()->rowCount(), 40, kPatienceMs);
        QScrollBar *bar = requests()->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        bar->setValue(bar->maximum());
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"later"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(buttonOrNull(panel(), u"1 newer (F5)"_s), kPatienceMs);
        QCOMPARE(requests()->model()->rowCount(), 40);
        button(panel(), u"1 newer (F5)"_s)->click();
        QCOMPARE(requests()->model()->rowCount(), 41);
        QTRY_COMPARE(bar->value(), 0);
    }

    void whatWasPurgedComesBackFromTheTrash()
    {
        purgeOrders();
        auto *trash = openTrash();
        QTRY_COMPARE_WITH_TIMEOUT(trash->model()->rowCount(), 1, kPatienceMs);
        QCOMPARE(trash->model()->index(0, 0).data().toString(), u"orders"_s);
        QCOMPARE(trash->model()->index(0, 1).data().toString(), u"2"_s);
        QVERIFY(!button(panel(), u"Restore"_s)->isEnabled());
        trash->selectRow(0);
        QVERIFY(button(panel(), u"Restore"_s)->isEnabled());
        button(panel(), u"Restore"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(panel(), u"The trash is empty"_s), kPatienceMs);
        const auto received = m_harness->app().receiveMessage(u"orders"_s);
        QVERIFY(ConsoleHarness::succeeded(received));
        QTRY_VERIFY_WITH_TIMEOUT(isNoticed(m_harness->window(), u"came back into orders"_s),
                                 kPatienceMs);
    }

    void theTrashIsEmptiedAfterAsking()
    {
        purgeOrders();
        auto *trash = openTrash();
        QTRY_COMPARE_WITH_TIMEOUT(trash->model()->rowCount(), 1, kPatienceMs);
        button(panel(), u"Empty now…"_s)->click();
        auto *confirm = m_harness->visible<ConfirmDialog>();
        QVERIFY(confirm);
        QCOMPARE(confirm->primary()->text(), u"Give up 2 messages"_s);
        confirm->primary()->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(panel(), u"The trash is empty"_s), kPatienceMs);
    }

    void whatCameBetweenTwoLooksLeavesNoHole()
    {
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"orders"_s)));
        RequestFeed feed(m_harness->window().connection()->admin());
        QList<qint64> ids; // newest first
        connect(&feed, &RequestFeed::arrived, this,
                [&ids](const QList<Admin::RequestRecord> &requests) {
                    QList<qint64> fresh;
                    for (const Admin::RequestRecord &request : requests)
                        fresh.append(request.id);
                    ids = fresh + ids;
                });
        feed.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(!ids.isEmpty() && !feed.isAsking(), kPatienceMs);

        constexpr int kMany = RequestFeed::kPage * 2 + 100;
        QList<QFuture<Result<SentMessage>>> sent;
        for (int i = 0; i < kMany; ++i)
            sent.append(m_harness->app().sendMessage(u"orders"_s, message("x")));
        const auto isDone = [](const QFuture<Result<SentMessage>> &one) {
            return one.isFinished();
        };
        QTRY_VERIFY_WITH_TIMEOUT(std::ranges::all_of(sent, isDone), 60'000);
        feed.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(ids.size() >= kMany && !feed.isAsking(), kPatienceMs);
        QCOMPARE(ids.size(), kMany + 1);
        for (int i = 1; i < ids.size(); ++i)
            QCOMPARE(ids.at(i), ids.at(i - 1) - 1);
    }

private:
    ActivityPanel &panel() { return *m_harness->visible<ActivityPanel>(); }
    DataTable *requests() { return panel().findChild<RequestsPage *>()->findChild<DataTable *>(); }

    QString operationAt(int row)
    {
        return requests()->model()->index(row, RequestListModel::Request).data().toString();
    }

    void purgeOrders()
    {
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"orders"_s)));
        for (const char *body : {"one", "two"})
            QVERIFY(ConsoleHarness::succeeded(
                m_harness->app().sendMessage(u"orders"_s, message(body))));
        QVERIFY(ConsoleHarness::succeeded(
            m_harness->window().connection()->admin().purgeQueue(u"orders"_s)));
    }

    DataTable *openTrash()
    {
        panel().showTab(ActivityPanel::Trash);
        auto *table = panel().findChild<TrashPage *>()->findChild<DataTable *>();
        const auto *tester = new QAbstractItemModelTester(
            table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest, table);
        Q_UNUSED(tester);
        return table;
    }
};

QTEST_MAIN(TestActivity)
#include "tst_activity.moc"
