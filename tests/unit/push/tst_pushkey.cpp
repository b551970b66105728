// SPDX-License-Identifier: GPL-3.0-only
#include "platform.h"
#include "push/pushkey.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Signalbox;

/// The key that signs pushes, on disk.
class TestPushKey : public QObject
{
    Q_OBJECT

private:
    static QString certificateIn(const QTemporaryDir &folder)
    {
        return folder.filePath(QString::fromLatin1(PushKey::kCertificateFileName));
    }

private slots:
    void theSizeIsWhatWasAskedFor_data()
    {
        QTest::addColumn<int>("bits");
        QTest::newRow("1024") << 1024;
        QTest::newRow("2048") << 2048;
    }
    void theSizeIsWhatWasAskedFor()
    {
        QFETCH(const int, bits);
        const QTemporaryDir folder;
        const Result<PushKey> key = PushKey::openOrCreate(folder.path(), bits);
        QVERIFY(key);
        QCOMPARE(QByteArray::fromBase64(key->sign("text")).size(), bits / 8);
    }

    void aKeyThatIsThereKeepsItsSize()
    {
        const QTemporaryDir folder;
        const Result<PushKey> made = PushKey::openOrCreate(folder.path(), 1024);
        const Result<PushKey> opened = PushKey::openOrCreate(folder.path(), 2048);
        QVERIFY(made && opened);
        QCOMPARE(opened->certificate(), made->certificate());
        QCOMPARE(opened->sign("text"), made->sign("text"));
    }

    void aLostCertificateIsMadeAnewForItsKey()
    {
        const QTemporaryDir folder;
        const Result<PushKey> made = PushKey::create(folder.path(), 1024);
        QVERIFY(QFile::remove(certificateIn(folder)));
        const Result<std::optional<PushKey>> opened = PushKey::open(folder.path());
        QVERIFY(made && opened && *opened);
        QCOMPARE((*opened)->sign("text"), made->sign("text"));
        QVERIFY(QFile::exists(certificateIn(folder)));
    }

    void whatIsDamagedOrDoesNotBelongTogetherIsRefused_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        const QString key = QString::fromLatin1(PushKey::kKeyFileName);
        const QString certificate = QString::fromLatin1(PushKey::kCertificateFileName);
        const QTemporaryDir elsewhere;
        QVERIFY(PushKey::create(elsewhere.path(), 1024));
        QFile other(certificateIn(elsewhere));
        QVERIFY(other.open(QIODevice::ReadOnly));
        QTest::newRow("damaged key") << key << QByteArray("junk");
        QTest::newRow("empty key") << key << QByteArray();
        QTest::newRow("damaged certificate") << certificate << QByteArray("junk");
        QTest::newRow("certificate of another key") << certificate << other.readAll();
    }
    void whatIsDamagedOrDoesNotBelongTogetherIsRefused()
    {
        QFETCH(const QString, file);
        QFETCH(const QByteArray, content);
        const QTemporaryDir folder;
        QVERIFY(PushKey::create(folder.path(), 1024));
        QFile damaged(folder.filePath(file));
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write(content);
        damaged.close();
        const Result<std::optional<PushKey>> opened = PushKey::open(folder.path());
        QVERIFY(!opened);
        QVERIFY2(opened.error().message.contains(file), qPrintable(opened.error().message));
    }

    void filesThatAFullDiskLeftEmptyAreMadeAnew()
    {
        const QTemporaryDir folder;
        for (const auto *name : {&PushKey::kKeyFileName, &PushKey::kCertificateFileName}) {
            QFile file(folder.filePath(QString::fromLatin1(*name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        QVERIFY(PushKey::openOrCreate(folder.path(), 1024));
    }

    void aKeyThatFindsNoRoomIsNotThere()
    {
        const QTemporaryDir folder;
        const qint64 self = QCoreApplication::applicationPid();
        Platform::limitFileSize(0);
        const Result<PushKey> key = PushKey::create(folder.path(), 1024);
        if (!Platform::setFileSizeLimit(self, std::nullopt))
            QSKIP("This system limits no file sizes.");
        QVERIFY(!key);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void aCertificateAloneIsRefused()
    {
        const QTemporaryDir folder;
        QVERIFY(PushKey::create(folder.path(), 1024));
        QVERIFY(QFile::remove(folder.filePath(QString::fromLatin1(PushKey::kKeyFileName))));
        QVERIFY(!PushKey::open(folder.path()));
    }
};

QTEST_APPLESS_MAIN(TestPushKey)
#include "tst_pushkey.moc"
