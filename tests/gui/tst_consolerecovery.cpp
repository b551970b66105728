// SPDX-License-Identifier: GPL-3.0-only
#include "console/brokerconnection.h"
#include "console/connectionrow.h"
#include "console/panels/overviewpanel.h"
#include "console/panels/queuepanel.h"
#include "console/panels/queuespanel.h"
#include "consoleharness.h"
#include "daemonprocess.h"
#include "platform.h"
#include "turnwatch.h"
#include "widgets/banner.h"
#include "widgets/table/datatable.h"

#include <QAbstractButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kPatienceMs = 60'000;
constexpr auto kPatience = std::chrono::milliseconds(kPatienceMs);
constexpr qint64 kFileLimitBytes = 3 << 20;
/// A call that blocked would take as long as it is waited for; everything else is far below.
constexpr auto kBlocked = 2s;
constexpr auto kShortTimeout = 2s;
/// Status, queues, rates, receivers and messages, one of each, and what was given up just now.
constexpr qsizetype kMostCalls = 8;

const auto kName = u"rig-02"_s;

} // namespace

/// The console beside the real daemon in a process of its own, which is killed, stands still, or
/// has no room. Nothing of the console is started again.
class TestConsoleRecovery : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_daemon = std::make_unique<DaemonProcess>(m_directory->path());
        m_harness = std::make_unique<ConsoleHarness>();
        m_app.reset();
    }

    void cleanup()
    {
        m_app.reset();
        m_harness.reset();
        if (m_daemon->isRunning())
            static_cast<void>(Platform::resumeProcess(m_daemon->processId()));
        m_daemon.reset();
    }

    void aKilledBrokerComesBackByItself()
    {
        QVERIFY2(m_daemon->start(), m_daemon->log().constData());
        connectTo(u"orders"_s, 3);
        window().openQueue(u"orders"_s);
        QTRY_COMPARE_WITH_TIMEOUT(shownMessages(), 3, kPatienceMs);
        QVERIFY(connectionDetail().startsWith(m_daemon->url().authority()));

        m_daemon->kill();
        QVERIFY(watch().run([this] { return saysNoAnswer(); }, kPatience));
        QVERIFY2(connectionDetail().endsWith(u"No answer"_s), qPrintable(connectionDetail()));
        // The distance between questions grows, and is said.
        static const QRegularExpression eight(u"^Retrying in [4-8] s\\. "_s);
        QVERIFY(watch().run([this] { return bannerDetail().contains(eight); }, kPatience));
        // What was known stays to be read, here and in the other panels.
        QCOMPARE(shownMessages(), 3);
        window().showSection(Sidebar::Queues);
        QCOMPARE(shownRows<QueuesPanel>(), 1);
        QVERIFY(saysNoAnswer());
        window().showSection(Sidebar::Overview);
        QVERIFY(m_harness->visible<OverviewPanel>());
        QVERIFY(saysNoAnswer());
        window().openQueue(u"orders"_s);

        QVERIFY2(m_daemon->startAgain(), m_daemon->log().constData());
        QVERIFY(watch().run([this] { return bannerTitle().isEmpty(); }, kPatience));
        // A list opened while nobody answered is filled as well, and all is live again.
        QVERIFY(watch().run([this] { return shownMessages() == 3; }, kPatience));
        QVERIFY(!connectionDetail().endsWith(u"No answer"_s));
        QVERIFY(send(u"orders"_s));
        QVERIFY(watch().run([this] { return readyIn(u"orders"_s) == 4; }, kPatience));
        staysResponsive();
    }

    void aBrokerThatStandsStillIsWaitedForWithoutPilingUpCalls()
    {
        QVERIFY2(m_daemon->start(), m_daemon->log().constData());
        connectTo(u"orders"_s, 3);
        if (!Platform::suspendProcess(m_daemon->processId()))
            QSKIP("Processes cannot be suspended here.");
        BrokerConnection &connection = *window().connection();
        connection.admin().setTimeout(kShortTimeout);
        connection.mns().setTimeout(kShortTimeout);

        // The user goes on working with it: opens queues, looks for something newer, changes panel.
        qsizetype mostCalls = 0;
        int frame = 0;
        const auto work = [&] {
            mostCalls = std::max(mostCalls, connection.admin().callsUnderWay());
            switch (frame++ % 40) {
            case 0:
                return window().openQueue(u"orders"_s);
            case 20:
                return window().showSection(Sidebar::Overview);
            default:
                if (frame % 4 == 0)
                    QTest::keyClick(&window(), Qt::Key_F5);
            }
        };
        QVERIFY(watch().run([this] { return saysNoAnswer(); }, kPatience, work));
        QVERIFY(watch().run([&] { return frame > 400; }, kPatience, work));
        QVERIFY(bannerDetail().startsWith(u"Retrying"_s));
        QVERIFY2(mostCalls <= kMostCalls, qPrintable(QString::number(mostCalls)));
        window().openQueue(u"orders"_s);

        QVERIFY(Platform::resumeProcess(m_daemon->processId()));
        QVERIFY(watch().run([this] { return bannerTitle().isEmpty(); }, kPatience));
        QVERIFY(watch().run([this] { return shownMessages() == 3; }, kPatience));
        QVERIFY(send(u"orders"_s));
        QVERIFY(watch().run([this] { return readyIn(u"orders"_s) == 4; }, kPatience));
        staysResponsive();
    }

    void retryingAtOnceDoesNotWaitForTheNextTurn()
    {
        QVERIFY2(m_daemon->start(), m_daemon->log().constData());
        connectTo(u"orders"_s, 1);
        m_daemon->kill();
        static const QRegularExpression late(u"^Retrying in (1[0-9]|[5-9]) s\\. "_s);
        QVERIFY(watch().run([this] { return bannerDetail().contains(late); }, kPatience));
        QVERIFY2(m_daemon->startAgain(), m_daemon->log().constData());
        button(window(), u"Retry now"_s)->click();
        QVERIFY(watch().run([this] { return bannerTitle().isEmpty(); }, 4s));
    }

    void aDiskThatFillsTwiceIsSaidTwiceAndRecoversTwice()
    {
        QVERIFY2(m_daemon->start([] { Platform::limitFileSize(kFileLimitBytes); }),
                 m_daemon->log().constData());
        if (!Platform::setFileSizeLimit(m_daemon->processId(), kFileLimitBytes))
            QSKIP("The size of another process's files cannot be limited here.");
        connectTo(u"orders"_s, 1);
        window().openQueue(u"orders"_s);
        qint64 sent = 1;
        for (int round = 0; round < 2; ++round) {
            while (send(u"orders"_s, QByteArray(60'000, 'x')))
                ++sent;
            QVERIFY(
                watch().run([this] { return bannerTitle() == u"The disk is full"_s; }, kPatience));
            QVERIFY(watch().run([this] { return stateOf(u"orders"_s) == u"Writes stopped"_s; },
                                kPatience));
            // Browsing goes on.
            window().openQueue(u"orders"_s);
            QVERIFY(watch().run([this] { return shownMessages() > 0; }, kPatience));
            QVERIFY(Platform::setFileSizeLimit(m_daemon->processId(), std::nullopt));
            QVERIFY(watch().run([this] { return bannerTitle().isEmpty(); }, kPatience));
            QVERIFY(send(u"orders"_s));
            ++sent;
            QVERIFY(watch().run([&] { return readyIn(u"orders"_s) == sent; }, kPatience));
            QVERIFY(stateOf(u"orders"_s) != u"Writes stopped"_s);
            QVERIFY(Platform::setFileSizeLimit(m_daemon->processId(), kFileLimitBytes));
        }
        staysResponsive();
    }

private:
    MainWindow &window() { return m_harness->window(); }
    TurnWatch &watch() { return m_watch; }

    /// Starts the console, adds the daemon as rig-02 and makes \a queue with \a messages in it.
    void connectTo(const QString &queue, int messages)
    {
        QVERIFY(m_harness->start());
        const QString keyId = QString::fromLatin1(DaemonProcess::credentials().accessKeyId);
        const QString secret = QString::fromLatin1(DaemonProcess::credentials().accessKeySecret);
        m_app = std::make_unique<MnsClient>(Endpoint{m_daemon->url(), keyId, secret});
        QVERIFY(ConsoleHarness::succeeded(m_app->createQueue(queue)));
        for (int i = 0; i < messages; ++i)
            QVERIFY(send(queue));
        ConnectionBook &book = m_harness->console().connections();
        book.setCurrent(book.add({{}, kName, m_daemon->url(), keyId}, secret));
        window().showSection(Sidebar::Queues);
        QTRY_COMPARE_WITH_TIMEOUT(readyIn(queue), messages, kPatienceMs);
        QCOMPARE(bannerTitle(), QString());
        m_watch.reset();
    }

    bool send(const QString &queue, const QByteArray &body = "{\"n\": 1}")
    {
        return ConsoleHarness::succeeded(m_app->sendMessage(queue, message(body)));
    }

    void staysResponsive()
    {
        const auto longest = std::chrono::duration<double, std::milli>(m_watch.longest().wall);
        const auto own =
            std::chrono::duration<double, std::milli>(m_watch.longest().processor.value_or(0ns));
        qInfo("Longest turn of the event loop: %.0f ms, of own work %.0f ms.", longest.count(),
              own.count());
        QVERIFY(longest < kBlocked);
    }

    QString bannerTitle()
    {
        const auto *banner = m_harness->visible<Banner>();
        return banner ? banner->message().title : QString();
    }
    QString bannerDetail()
    {
        const auto *banner = m_harness->visible<Banner>();
        return banner ? banner->message().detail : QString();
    }
    bool saysNoAnswer() { return bannerTitle().startsWith(kName + u" does not answer since "_s); }

    /// The second line of rig-02 at the left.
    QString connectionDetail()
    {
        const ConnectionBook &book = m_harness->console().connections();
        return connectionRow(book, m_harness->console().broker(), book.currentIndex()).detail;
    }

    template <typename PanelKind>
    int shownRows()
    {
        auto *panel = m_harness->visible<PanelKind>();
        auto *table = panel ? panel->template findChild<DataTable *>() : nullptr;
        return table ? table->model()->rowCount() : -1;
    }
    int shownMessages() { return shownRows<QueuePanel>(); }

    QString cell(const QString &queueName, QueueListModel::Column column)
    {
        const QueueListModel &queues = window().connection()->queues();
        const int row = queues.rowOf(queueName);
        return row < 0 ? QString() : queues.index(row, column).data().toString();
    }
    QString stateOf(const QString &queueName) { return cell(queueName, QueueListModel::State); }
    qint64 readyIn(const QString &queueName)
    {
        const QueueListModel &queues = window().connection()->queues();
        const int row = queues.rowOf(queueName);
        return row < 0 ? -1 : queues.queueAt(row).counts.ready;
    }

    TurnWatch m_watch;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<DaemonProcess> m_daemon;
    std::unique_ptr<ConsoleHarness> m_harness;
    std::unique_ptr<MnsClient> m_app;
};

QTEST_MAIN(TestConsoleRecovery)
#include "tst_consolerecovery.moc"
