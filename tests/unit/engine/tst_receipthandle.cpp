// SPDX-License-Identifier: GPL-3.0-only
#include "engine/receipthandle.h"

#include <QRegularExpression>
#include <QTest>

using namespace Signalbox;

class TestReceiptHandle : public QObject
{
    Q_OBJECT

private:
    ReceiptHandleCodec m_codec;

private slots:
    void initTestCase() { m_codec.setKey(QByteArray::fromHex("000102030405060708090a0b0c0d0e0f")); }

    void comesBackAsItWas_data()
    {
        QTest::addColumn<qint64>("sequence");
        QTest::addColumn<int>("leaseNo");
        QTest::newRow("first") << qint64(1) << 0;
        QTest::newRow("large") << qint64(1) * 9'000'000'000'000'000 << 2'000'000'000;
    }
    void comesBackAsItWas()
    {
        QFETCH(qint64, sequence);
        QFETCH(int, leaseNo);
        const MessageKey key{sequence, leaseNo};
        const Result<MessageKey> decoded = m_codec.decode(m_codec.encode(key));
        QVERIFY(decoded);
        QCOMPARE(decoded->sequence, sequence);
        QCOMPARE(decoded->leaseNo, leaseNo);
    }

    void needsNoEscapingInAnUrl()
    {
        const QRegularExpression safe(QStringLiteral("^[A-Za-z0-9-]+$"));
        for (int i = 0; i < 1000; ++i)
            QVERIFY(safe.match(QString::fromLatin1(m_codec.encode({i, i}))).hasMatch());
    }

    void changesWhollyWithEachLease()
    {
        QVERIFY(m_codec.encode({7, 1}).mid(2, 8) != m_codec.encode({7, 2}).mid(2, 8));
    }

    void refusesWhatItDidNotMake_data()
    {
        QTest::addColumn<QByteArray>("handle");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("empty") << QByteArray() << ErrorCode::InvalidArgument;
        QTest::newRow("short") << QByteArray("1") << ErrorCode::InvalidArgument;
        QTest::newRow("text") << QByteArray("not-a-handle") << ErrorCode::InvalidArgument;
        QTest::newRow("lower case")
            << m_codec.encode({7, 1}).toLower() << ErrorCode::InvalidArgument;
        QTest::newRow("too long") << m_codec.encode({7, 1}) + 'A' << ErrorCode::InvalidArgument;
        QTest::newRow("forged") << QByteArray("1-00000000000000000000000000000000")
                                << ErrorCode::ReceiptHandleError;
        ReceiptHandleCodec other;
        other.setKey(QByteArray(16, 'k'));
        QTest::newRow("of another broker") << other.encode({7, 1}) << ErrorCode::ReceiptHandleError;
    }
    void refusesWhatItDidNotMake()
    {
        QFETCH(QByteArray, handle);
        QFETCH(ErrorCode, code);
        const Result<MessageKey> decoded = m_codec.decode(handle);
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().code, code);
    }
};

QTEST_GUILESS_MAIN(TestReceiptHandle)
#include "tst_receipthandle.moc"
