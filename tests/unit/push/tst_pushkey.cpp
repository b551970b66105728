// SPDX-License-Identifier: GPL-3.0-only
#include "push/pushkey.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Signalbox;

/// The key that signs pushes, on disk.
class TestPushKey : public QObject
{
    Q_OBJECT

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
};

QTEST_APPLESS_MAIN(TestPushKey)
#include "tst_pushkey.moc"
