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
        QTest::newRow("of version 6, elsewhere") << u"2001:db8::7f00:1"_s << true;
        QTest::newRow("compatible") << u"::127.0.0.1"_s << false;
        QTest::newRow("compatible, elsewhere") << u"::192.0.2.1"_s << true;
        QTest::newRow("translated") << u"::ffff:0:127.0.0.1"_s << false;
        QTest::newRow("NAT64") << u"64:ff9b::127.0.0.1"_s << false;
        QTest::newRow("NAT64, elsewhere") << u"64:ff9b::192.0.2.1"_s << true;
        QTest::newRow("NAT64, allowed") << u"64:ff9b::127.1.0.1"_s << true;
        QTest::newRow("NAT64, no address") << u"64:ff9b::"_s << false;
        QTest::newRow("NAT64 of a site") << u"64:ff9b:1::127.0.0.1"_s << false;
        QTest::newRow("6to4") << u"2002:7f00:1::1"_s << false;
        QTest::newRow("6to4, elsewhere") << u"2002:c000:201::7f00:1"_s << true;
        QTest::newRow("Teredo, client") << u"2001:0:c000:201::80ff:fffe"_s << false;
        QTest::newRow("Teredo, server") << u"2001:0:7f00:1::3fff:fdfe"_s << false;
        QTest::newRow("Teredo, elsewhere") << u"2001:0:c000:201::3fff:fdfe"_s << true;
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

    void whatIsAllowedByItsOwnFormMayEmbedWhatIsDenied()
    {
        const Result<AddressRules> rules =
            AddressRules::parse({u"64:ff9b::/96"_s}, {u"127.0.0.0/8"_s});
        QVERIFY(rules.ok());
        QVERIFY(rules->permits(QHostAddress(u"64:ff9b::127.0.0.1"_s)));
        QVERIFY(!rules->permits(QHostAddress(u"2002:7f00:1::1"_s)));
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
