// SPDX-License-Identifier: GPL-3.0-only
#include "push/addressrules.h"

#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;

/// Where pushes may go.
class TestAddressRules : public QObject
{
    Q_OBJECT

private slots:
    void whatIsDeniedIsNotPermittedUnlessItIsAllowed_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isPermitted");
        QTest::newRow("elsewhere") << u"192.0.2.1"_s << true;
        QTest::newRow("denied") << u"127.0.0.1"_s << false;
        QTest::newRow("the same, mapped") << u"::ffff:127.0.0.1"_s << false;
        QTest::newRow("no address, which is this machine") << u"0.0.0.0"_s << false;
        QTest::newRow("allowed") << u"127.1.0.1"_s << true;
        QTest::newRow("denied, of version 6") << u"::1"_s << false;
        QTest::newRow("no address of version 6") << u"::"_s << false;
    }
    void whatIsDeniedIsNotPermittedUnlessItIsAllowed()
    {
        QFETCH(QString, address);
        QFETCH(bool, isPermitted);
        const Result<AddressRules> rules =
            AddressRules::parse({u"127.1.0.0/16"_s}, {u"127.0.0.0/8"_s, u"::1/128"_s});
        QVERIFY(rules.ok());
        QCOMPARE(rules->permits(QHostAddress(address)), isPermitted);
    }

    void metadataAddressesAreKnown_data()
    {
        QTest::addColumn<QString>("address");
        for (const char *address :
             {"169.254.169.254", "169.254.0.1", "100.100.100.200", "fe80::1", "fd00:ec2::254"})
            QTest::newRow(address) << QString::fromLatin1(address);
    }
    void metadataAddressesAreKnown()
    {
        QFETCH(QString, address);
        const Result<AddressRules> rules = AddressRules::parse({}, AddressRules::metadataSubnets());
        QVERIFY(rules.ok());
        QVERIFY(!rules->permits(QHostAddress(address)));
        QVERIFY(rules->permits(QHostAddress(u"10.0.0.1"_s)));
    }

    void whatIsNoSubnetIsNamed()
    {
        const Result<AddressRules> rules = AddressRules::parse({}, {u"everywhere"_s});
        QVERIFY(!rules);
        QVERIFY(rules.error().message.contains(u"everywhere"_s));
    }
};

QTEST_APPLESS_MAIN(TestAddressRules)
#include "tst_addressrules.moc"
