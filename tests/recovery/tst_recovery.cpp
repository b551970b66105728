// SPDX-License-Identifier: GPL-3.0-only
#include "daemonprocess.h"
#include "inspection.h"
#include "load.h"
#include "recoveryrun.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

using namespace Signalbox;

/// Nothing a broker acknowledged is undone by killing it.
///
/// The real daemon is killed with SIGKILL at random moments while 16 senders keep it busy, then
/// started again on the same directory; what it holds is compared with a ledger of its answers
/// that is kept outside of it.
class TestRecovery : public QObject
{
    Q_OBJECT

private slots:
    void whatWasAcknowledgedSurvivesBeingKilled()
    {
        const auto [rounds, seed] = RecoveryRun::fromEnvironment(50);
        QTemporaryDir directory;
        Ledger ledger;
        Load load(ledger, seed);
        std::mt19937 moments(seed ^ 0x5eedU);
        DaemonProcess daemon(directory.path());
        for (int round = 0; round <= rounds; ++round) {
            QVERIFY2(daemon.start(), daemon.log().constData());
            const QStringList breaches = inspect(daemon, ledger, directory.path());
            QVERIFY2(breaches.isEmpty(),
                     qPrintable(QStringLiteral("Round %1: %2\n%3")
                                    .arg(round)
                                    .arg(breaches.mid(0, 10).join(QLatin1Char('\n')),
                                         QString::fromUtf8(daemon.log()))));
            if (round == rounds)
                break;
            load.start(daemon.port());
            QTest::qWait(int(moments() % 500));
            daemon.kill();
            load.stop();
            QTRY_VERIFY(load.isIdle());
            QVERIFY2(load.breaches().isEmpty(),
                     qPrintable(load.breaches().mid(0, 10).join(QLatin1Char('\n'))));
        }
        qInfo("%lld answers, %lld sends and %lld deletes acknowledged, %lld messages in doubt",
              static_cast<long long>(load.answers()), static_cast<long long>(ledger.sends()),
              static_cast<long long>(ledger.deletes()), static_cast<long long>(ledger.doubts()));
        QVERIFY(ledger.sends() > rounds); // else nothing was proved
        QVERIFY(ledger.deletes() > rounds);
        QVERIFY(daemon.terminate());
    }

private:
    /// One sentence for everything that is not as the ledger says.
    static QStringList inspect(const DaemonProcess &daemon, Ledger &ledger,
                               const QString &directory)
    {
        Inspection inspection(daemon.port());
        QStringList breaches;
        for (const QByteArray &queue : Load::queues()) {
            if (!inspection.createQueue(queue, 2))
                breaches.append(QStringLiteral("A queue cannot be created."));
        }
        if (!inspection.freezeClock())
            breaches.append(QStringLiteral("The clock cannot be frozen."));
        if (!inspection.emptyTrashIntoQueues())
            breaches.append(QStringLiteral("The trash does not come back."));
        breaches += ledger.settle(inspection.messages(Load::queues()));
        breaches += inspection.breaches();
        if (const QString finding = integrityOf(directory); finding != QLatin1String("ok"))
            breaches.append(QStringLiteral("SQLite finds: %1").arg(finding));
        if (!inspection.runClock())
            breaches.append(QStringLiteral("The clock cannot run again."));
        return breaches;
    }
};

int main(int argc, char *argv[])
{
    liftTimeLimit();
    QCoreApplication application(argc, argv);
    TestRecovery test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}

#include "tst_recovery.moc"
