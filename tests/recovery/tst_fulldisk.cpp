// SPDX-License-Identifier: GPL-3.0-only
#include "daemonprocess.h"
#include "inspection.h"
#include "platform.h"
#include "protocol/messagexml.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/mount.h>

#include <limits>

using namespace Signalbox;

namespace {

const QByteArray kQueue = "full";
const QByteArray kDeadLetters = "full-dead";
constexpr qint64 kFileLimitBytes = 3 << 20;
constexpr qint64 kNoRoomBytes = 64 << 10; // less than any of the files has
constexpr char kTmpfsOptions[] = "size=12m";
constexpr qint64 kFillerBytes = 8 << 20;

/// A file system of its own, of 12 MiB; for root.
class SmallDisk
{
public:
    SmallDisk()
        : m_isMounted(m_directory.isValid()
                      && ::mount("tmpfs", path().constData(), "tmpfs", 0, kTmpfsOptions) == 0)
    {
    }
    ~SmallDisk()
    {
        if (m_isMounted)
            ::umount2(path().constData(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    [[nodiscard]] bool isMounted() const { return m_isMounted; }
    [[nodiscard]] QString directory() const { return m_directory.path(); }

private:
    [[nodiscard]] QByteArray path() const { return QFile::encodeName(m_directory.path()); }

    QTemporaryDir m_directory;
    const bool m_isMounted;
};

} // namespace

/// A disk without room: InternalError to clients, a status that says why, pages that can still be
/// browsed, nothing lost, and service again by itself once there is room.
class TestFullDisk : public QObject
{
    Q_OBJECT

private:
    Ledger m_ledger;

    /// The status of the answer.
    int send(Inspection &inspection, int messages = 16)
    {
        QList<Ledger::Serial> serials;
        std::vector<OutgoingMessage> batch(static_cast<size_t>(messages));
        for (OutgoingMessage &message : batch) {
            serials.append(m_ledger.sending());
            message.body = Ledger::bodyOf(serials.last());
        }
        const int status =
            inspection.client()
                .callAndWait({"POST", "/queues/" + kQueue + "/messages", writeSendBatch(batch)})
                .status;
        if (status == 201) {
            for (const Ledger::Serial serial : serials)
                m_ledger.sent(serial);
        }
        return status;
    }
    static bool isRunning(Inspection &inspection)
    {
        return inspection.status().value(QStringLiteral("state")) == QStringLiteral("running");
    }

    /// Sends until there is no room, looks, makes room, looks again. The daemon runs.
    void fillAndRelieve(DaemonProcess &daemon, const std::function<bool()> &makeRoom)
    {
        Inspection inspection(daemon.port());
        QVERIFY(inspection.createQueue(kQueue, 30));
        QCOMPARE(send(inspection), 201);
        const WireClient::Reply purged = inspection.client().callAndWait(
            {"POST", "/signalbox/v1/queues/" + kQueue + "/purge", {}});
        QCOMPARE(purged.status, 200);
        QCOMPARE(inspection.trashEntries(), 1);
        const QStringList thrownAway = m_ledger.settle({}); // what is in the trash may go
        QVERIFY(!thrownAway.isEmpty());

        int status = 201;
        for (int i = 0; i < 20'000 && status == 201; ++i)
            status = send(inspection);
        QCOMPARE(status, 500);
        const QJsonObject stopped = inspection.status();
        QCOMPARE(stopped.value(QStringLiteral("state")).toString(),
                 QStringLiteral("writesStopped"));
        QVERIFY(stopped.value(QStringLiteral("reason"))
                    .toString()
                    .contains(QStringLiteral("disk is full or failing")));
        QVERIFY(stopped.value(QStringLiteral("sinceMs")).toInteger() > 0);
        QVERIFY(!inspection.firstPage(kQueue).isEmpty()); // pages go on

        QVERIFY(makeRoom());
        QTRY_VERIFY_WITH_TIMEOUT(isRunning(inspection) && send(inspection, 1) == 201, 40'000);
        QTRY_COMPARE(inspection.trashEntries(), 0); // it went first
        QCOMPARE(m_ledger.settle(inspection.messages({kQueue})), QStringList());
        QCOMPARE(inspection.breaches(), QStringList());
    }
    /// All is as promised after a restart, too.
    void restart(DaemonProcess &daemon, const QString &directory,
                 const QList<QByteArray> &queues = {kQueue})
    {
        daemon.kill();
        QVERIFY2(daemon.start(), daemon.log().constData());
        Inspection inspection(daemon.port());
        QCOMPARE(m_ledger.settle(inspection.messages(queues)), QStringList());
        QCOMPARE(inspection.breaches(), QStringList());
        QCOMPARE(integrityOf(directory), QStringLiteral("ok"));
    }

    static WireClient::Reply receive(Inspection &inspection)
    {
        return inspection.client().callAndWait(
            {"GET", "/queues/" + kQueue + "/messages?waitseconds=0&numOfMessages=16", {}});
    }
    /// Sends batches to kQueue and receives them in vain.
    void makeDeadLetters(Inspection &inspection, int batches)
    {
        QVERIFY(inspection.createQueue(kDeadLetters, 30));
        QVERIFY(inspection.createQueue(kQueue, 30,
                                       "<DlqPolicy><Enabled>true</Enabled><DeadLetterTargetQueue>"
                                           + kDeadLetters
                                           + "</DeadLetterTargetQueue><MaxReceiveCount>1"
                                             "</MaxReceiveCount></DlqPolicy>"));
        for (int i = 0; i < batches; ++i) {
            QCOMPARE(send(inspection), 201);
            QCOMPARE(receive(inspection).status, 200);
        }
        QVERIFY(inspection.endLeases(kQueue, std::chrono::seconds(30)));
        QCOMPARE(receive(inspection).status, 404);
    }
    static WireClient::Reply redrive(Inspection &inspection)
    {
        return inspection.client().callAndWait(
            {"POST", "/signalbox/v1/queues/" + kDeadLetters + "/redrive", {}});
    }
    static QList<qsizetype> sizes(Inspection &inspection)
    {
        return {inspection.rows(kQueue).size(), inspection.rows(kDeadLetters).size()};
    }

private slots:
    void init() { m_ledger = {}; }

    void aFileThatMayNotGrowStopsWritesUntilItMay()
    {
        QTemporaryDir directory;
        DaemonProcess daemon(directory.path());
        QVERIFY2(daemon.start([] { Platform::limitFileSize(kFileLimitBytes); }),
                 daemon.log().constData());
        fillAndRelieve(
            daemon, [&] { return Platform::setFileSizeLimit(daemon.processId(), std::nullopt); });
        if (!QTest::currentTestFailed())
            restart(daemon, directory.path());
    }

    void aFullDiskStopsWritesUntilThereIsRoom()
    {
        SmallDisk disk;
        if (!disk.isMounted())
            QSKIP("A small file system can only be mounted by root.");
        QFile filler(disk.directory() + QStringLiteral("/filler"));
        QVERIFY(filler.open(QIODevice::WriteOnly));
        QCOMPARE(filler.write(QByteArray(kFillerBytes, 'f')), kFillerBytes);
        filler.close();

        DaemonProcess daemon(disk.directory());
        QVERIFY2(daemon.start(), daemon.log().constData());
        fillAndRelieve(daemon, [&] { return filler.remove(); });
        if (!QTest::currentTestFailed())
            restart(daemon, disk.directory());
    }

    void aRedriveThatDoesNotFitMovesNothing()
    {
        QTemporaryDir directory;
        DaemonProcess daemon(directory.path());
        QVERIFY2(daemon.start([] { Platform::limitFileSize(std::numeric_limits<int>::max()); }),
                 daemon.log().constData());
        Inspection inspection(daemon.port());
        makeDeadLetters(inspection, 10);
        if (QTest::currentTestFailed())
            return;
        QCOMPARE(sizes(inspection), (QList<qsizetype>{0, 160}));

        QVERIFY(Platform::setFileSizeLimit(daemon.processId(), kNoRoomBytes));
        for (int attempt = 0; attempt < 2; ++attempt) { // fails itself, then is refused at once
            const WireClient::Reply refused = redrive(inspection);
            QCOMPARE(refused.status, 500);
            QVERIFY2(refused.body.contains("InternalError"), refused.body.constData());
            QVERIFY(!isRunning(inspection));
        }
        QCOMPARE(sizes(inspection), (QList<qsizetype>{0, 160}));
        QCOMPARE(m_ledger.settle(inspection.messages({kDeadLetters})), QStringList());

        QVERIFY(Platform::setFileSizeLimit(daemon.processId(), std::nullopt));
        QTRY_VERIFY_WITH_TIMEOUT(isRunning(inspection), 40'000);
        QCOMPARE(sizes(inspection), (QList<qsizetype>{0, 160}));
        QCOMPARE(redrive(inspection).status, 200);
        QCOMPARE(sizes(inspection), (QList<qsizetype>{160, 0}));
        QCOMPARE(inspection.breaches(), QStringList());
        restart(daemon, directory.path(), {kQueue, kDeadLetters});
    }
};

QTEST_GUILESS_MAIN(TestFullDisk)
#include "tst_fulldisk.moc"
