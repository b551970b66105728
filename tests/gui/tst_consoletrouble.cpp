// SPDX-License-Identifier: GPL-3.0-only
#include "console/brokerconnection.h"
#include "console/connectionbook.h"
#include "console/panels/queuepanel.h"
#include "console/panels/queuespanel.h"
#include "consoleharness.h"
#include "server/brokeroptions.h"
#include "support/faultydialect.h"
#include "widgets/banner.h"
#include "widgets/button.h"
#include "widgets/sectionlist.h"
#include "widgets/table/datatable.h"
#include "widgets/table/waitnotice.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kPatienceMs = 30'000;

} // namespace

/// A broker in trouble: the console says so above every panel, keeps what it knows, and goes on by
/// itself when the trouble is over.
class TestConsoleTrouble : public QObject
{
    Q_OBJECT

private slots:
    void aFullDiskIsSaidUntilThereIsRoom_data()
    {
        QTest::addColumn<bool>("outOfSpace");
        QTest::addColumn<QString>("title");
        QTest::newRow("no room") << true << u"The disk is full"_s;
        QTest::newRow("another failure") << false << u"Writes are stopped"_s;
    }

    void aFullDiskIsSaidUntilThereIsRoom()
    {
        QFETCH(bool, outOfSpace);
        QFETCH(QString, title);
        auto script = std::make_shared<DialectScript>();
        ConsoleHarness harness;
        harness.options().configureBroker = [script](BrokerOptions &options) {
            options.makeDialect = [script] { return std::make_unique<FaultyDialect>(script); };
        };
        QVERIFY(harness.start());
        QVERIFY(ConsoleHarness::succeeded(harness.app().createQueue(u"orders"_s)));
        QVERIFY(ConsoleHarness::succeeded(harness.app().sendMessage(u"orders"_s, message("kept"))));

        script->failAlways("commit", outOfSpace);
        QVERIFY(
            !ConsoleHarness::succeeded(harness.app().sendMessage(u"orders"_s, message("lost"))));
        QTRY_COMPARE_WITH_TIMEOUT(bannerTitle(harness), title, kPatienceMs);
        // It stands above whatever is shown, and what is there can be browsed.
        harness.window().openQueue(u"orders"_s);
        QCOMPARE(bannerTitle(harness), title);
        auto *table = harness.visible<QueuePanel>()->findChild<DataTable *>();
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(harness, u"orders"_s), u"Writes stopped"_s, kPatienceMs);

        script->failNoMore();
        QTRY_COMPARE_WITH_TIMEOUT(bannerTitle(harness), QString(), kPatienceMs);
        QVERIFY(
            ConsoleHarness::succeeded(harness.app().sendMessage(u"orders"_s, message("after"))));
        QTRY_COMPARE_WITH_TIMEOUT(readyIn(harness, u"orders"_s), u"2"_s, kPatienceMs);
        QVERIFY(stateOf(harness, u"orders"_s) != u"Writes stopped"_s);
    }

    void whoGivesNoAnswerIsNamedAndAskedAgain()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        QByteArray asked;
        connect(&silent, &QTcpServer::newConnection, this, [&silent, &asked] {
            QTcpSocket *socket = silent.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket,
                    [socket, &asked] { asked += socket->readAll(); });
        });
        ConsoleHarness harness;
        QVERIFY(harness.start());
        ConnectionBook &book = harness.console().connections();
        const QUrl url(u"http://127.0.0.1:%1"_s.arg(silent.serverPort()));
        book.setCurrent(book.add({{}, u"rig-02"_s, url, u"id"_s}, u"secret"_s));
        harness.window().showSection(Sidebar::Queues);
        auto *panel = harness.visible<QueuesPanel>();
        panel->findChild<DataTable *>()->waitNotice().setPatience(1ms);
        QTRY_VERIFY_WITH_TIMEOUT(says(*panel, u"Still waiting for rig-02"_s), kPatienceMs);
        // How many there are is not known.
        const QAbstractItemModel *sections = harness.visible<SectionList>()->model();
        QCOMPARE(sections->index(Sidebar::Queues, 0).data(Qt::AccessibleTextRole).toString(),
                 u"Queues"_s);
        const auto questions = [&asked] { return asked.count("GET /signalbox/v1/queues"); };
        QTRY_COMPARE_WITH_TIMEOUT(questions(), 1, kPatienceMs);
        button(*panel, u"Retry"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(questions(), 2, kPatienceMs);
    }

private:
    /// What the banner says, or nothing.
    static QString bannerTitle(ConsoleHarness &harness)
    {
        const auto *banner = harness.visible<Banner>();
        return banner ? banner->message().title : QString();
    }

    static QString cell(ConsoleHarness &harness, const QString &queueName,
                        QueueListModel::Column column)
    {
        const QueueListModel &queues = harness.window().connection()->queues();
        const int row = queues.rowOf(queueName);
        return row < 0 ? QString() : queues.index(row, column).data().toString();
    }

    static QString stateOf(ConsoleHarness &harness, const QString &queueName)
    {
        return cell(harness, queueName, QueueListModel::State);
    }

    static QString readyIn(ConsoleHarness &harness, const QString &queueName)
    {
        return cell(harness, queueName, QueueListModel::Ready);
    }
};

QTEST_MAIN(TestConsoleTrouble)
#include "tst_consoletrouble.moc"
