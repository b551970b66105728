// SPDX-License-Identifier: GPL-3.0-only
#include "daemonprocess.h"
#include "deadletterload.h"
#include "fifoload.h"
#include "inspection.h"
#include "recoveryrun.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

using namespace Signalbox;
using namespace std::chrono_literals;

namespace {

constexpr int kOriginLeaseS = 2;
constexpr std::chrono::seconds kFifoLease = 600s;
constexpr int kAdvancePerRoundS = 120; // leases of the FIFO queue outlast two rounds of it
constexpr int kLongestRunMs = 600;
const QByteArray kRetention = "<MessageRetentionPeriod>1296000</MessageRetentionPeriod>";

/// What becomes of the leases of the FIFO queue before the next load.
enum class Leases { Survive, End, EndAndDrain };

Leases leasesOf(int round, int rounds)
{
    if (round == rounds || round % 4 == 3)
        return Leases::EndAndDrain;
    return round % 4 == 1 ? Leases::End : Leases::Survive;
}

} // namespace

/// Dead letters, redrives and FIFO queues keep what was acknowledged, however often the broker is
/// killed while it moves messages.
///
/// The clock of the broker stands still but for the steps that the load and the inspection take,
/// so that a lease ends where the test wants it to, not where the machine is slow.
class TestDeadLetterRecovery : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_directory;
    DaemonProcess m_daemon{m_directory.path()};
    Ledger m_letters; ///< Of the queue and its dead-letter queue: a redrive gives new ids.
    Ledger m_line; ///< Of the FIFO queue.

    static QStringList prepare(Inspection &inspection)
    {
        const QByteArray policy = "<DlqPolicy><Enabled>true</Enabled><DeadLetterTargetQueue>"
            + DeadLetterLoad::deadLetters() + "</DeadLetterTargetQueue><MaxReceiveCount>"
            + QByteArray::number(DeadLetterLoad::kMaxReceives) + "</MaxReceiveCount></DlqPolicy>";
        if (inspection.freezeClock()
            && inspection.createQueue(DeadLetterLoad::deadLetters(), kOriginLeaseS, kRetention)
            && inspection.createQueue(DeadLetterLoad::origin(), kOriginLeaseS, kRetention + policy)
            && inspection.createQueue(FifoLoad::queue(), int(kFifoLease.count()),
                                      kRetention + "<QueueType>fifo</QueueType>"))
            return {};
        return {QStringLiteral("The queues cannot be created on a clock that stands still.")};
    }
    QStringList inspectLetters(Inspection &inspection)
    {
        const QList<QJsonObject> origin = inspection.rows(DeadLetterLoad::origin());
        const QList<QJsonObject> dead = inspection.rows(DeadLetterLoad::deadLetters());
        return m_letters.settle(Inspection::serialsOf(origin + dead))
            + DeadLetterLoad::breachesIn(origin, dead);
    }
    QStringList inspectLine(Inspection &inspection, FifoLoad &load, Leases leases)
    {
        const QList<QJsonObject> rows = inspection.rows(FifoLoad::queue());
        QStringList breaches =
            m_line.settle(Inspection::serialsOf(rows)) + load.order().breachesIn(rows);
        if (leases == Leases::Survive)
            return breaches;
        breaches += load.receiveAll(inspection.client());
        if (!inspection.endLeases(FifoLoad::queue(), kFifoLease))
            breaches.append(QStringLiteral("Leases do not end."));
        load.order().leasesEnded();
        if (leases == Leases::EndAndDrain) {
            breaches += load.drain(inspection.client());
            if (!inspection.rows(FifoLoad::queue()).isEmpty())
                breaches.append(QStringLiteral("Groups are stuck."));
            breaches += m_line.settle({});
        }
        return breaches;
    }
    /// One sentence for everything that is not as it should be.
    QStringList inspect(FifoLoad &line, Leases leases)
    {
        Inspection inspection(m_daemon.port());
        QStringList breaches = prepare(inspection);
        breaches += inspectLetters(inspection);
        breaches += inspectLine(inspection, line, leases);
        breaches += inspection.breaches();
        if (const QString finding = integrityOf(m_directory.path()); finding != QLatin1String("ok"))
            breaches.append(QStringLiteral("SQLite finds: %1").arg(finding));
        return breaches;
    }
    static QString text(const QStringList &breaches)
    {
        return breaches.mid(0, 10).join(QLatin1Char('\n'));
    }

private slots:
    void deadLettersAndGroupsSurviveBeingKilled()
    {
        const auto [rounds, seed] = RecoveryRun::fromEnvironment(20);
        DeadLetterLoad letters(m_letters, seed);
        FifoLoad line(m_line, seed ^ 0xf1f0U);
        std::mt19937 moments(seed ^ 0x5eedU);
        for (int round = 0; round <= rounds; ++round) {
            QVERIFY2(m_daemon.start(), m_daemon.log().constData());
            const QStringList found = inspect(line, leasesOf(round, rounds));
            QVERIFY2(found.isEmpty(),
                     qPrintable(QStringLiteral("Round %1: %2\n%3")
                                    .arg(round)
                                    .arg(text(found), QString::fromUtf8(m_daemon.log()))));
            if (round == rounds)
                break;
            letters.setClock(Inspection(m_daemon.port()).clockMs(), kAdvancePerRoundS);
            letters.start(m_daemon.port());
            line.start(m_daemon.port());
            QTest::qWait(int(moments() % kLongestRunMs));
            m_daemon.kill();
            letters.stop();
            line.stop();
            QTRY_VERIFY(letters.isIdle() && line.isIdle());
            const QStringList answered = letters.breaches() + line.breaches();
            QVERIFY2(answered.isEmpty(), qPrintable(text(answered)));
        }
        printTotals(letters, line);
        for (const qint64 proof : {m_letters.sends(), m_letters.deletes(), m_line.sends(),
                                   m_line.deletes(), letters.redriven(), letters.undone()})
            QVERIFY(proof > 0 && rounds > 0); // else nothing was proved
        QVERIFY(m_daemon.terminate());
    }

private:
    void printTotals(const DeadLetterLoad &letters, const FifoLoad &line) const
    {
        const auto number = [](qint64 value) { return static_cast<long long>(value); };
        qInfo("dead letters: %lld answers, %lld sends and %lld deletes acknowledged, %lld in "
              "doubt, %lld redriven, %lld of them taken back",
              number(letters.answers()), number(m_letters.sends()), number(m_letters.deletes()),
              number(m_letters.doubts()), number(letters.redriven()), number(letters.undone()));
        qInfo("FIFO: %lld answers, %lld sends and %lld deletes acknowledged, %lld in doubt",
              number(line.answers()), number(m_line.sends()), number(m_line.deletes()),
              number(m_line.doubts()));
    }
};

int main(int argc, char *argv[])
{
    liftTimeLimit();
    QCoreApplication application(argc, argv);
    TestDeadLetterRecovery test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}

#include "tst_deadletterrecovery.moc"
