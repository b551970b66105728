// SPDX-License-Identifier: GPL-3.0-only
#include "push/pushchannels.h"

#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;

/// Which relays, gateways and functions a broker starts with.
class TestChannelSettings : public QObject
{
    Q_OBJECT

private slots:
    void settingsAreCheckedTogether_data()
    {
        QTest::addColumn<PushChannels>("channels");
        QTest::addColumn<QString>("error"); // empty: none
        const auto row = [](const char *name, const QString &error, auto change) {
            PushChannels channels;
            channels.mail.url = u"smtp://mail.lan:587"_s;
            channels.mail.from = u"box@mail.lan"_s;
            channels.sms.url = u"https://sms.lan/send?to={phone}"_s;
            change(channels);
            QTest::newRow(name) << channels << error;
        };
        row("good", {}, [](PushChannels &) {});
        row("nothing set", {}, [](PushChannels &channels) { channels = {}; });
        row("login in the URL", u"push.smtp.url: User and password"_s,
            [](PushChannels &channels) { channels.mail.url = u"smtp://me:hush@mail.lan"_s; });
        row("path in the URL", u"push.smtp.url: This is not a mail server"_s,
            [](PushChannels &channels) { channels.mail.url = u"smtp://mail.lan/me"_s; });
        row("no address", u"is not a mail address"_s,
            [](PushChannels &channels) { channels.mail.from = u"Box"_s; });
        row("password alone", u"go together"_s,
            [](PushChannels &channels) { channels.mail.password = u"hush"_s; });
        row("login in the gateway's URL", u"push.sms.url: User and password"_s,
            [](PushChannels &channels) { channels.sms.url = u"http://me:hush@sms.lan/"_s; });
        row("two lines of authorization", u"push.sms.authorization: The value must be one line"_s,
            [](PushChannels &channels) { channels.sms.authorization = u"hush\r\nX: y"_s; });
        row("function without a service", u"push.functions: \"settle\" is not a function"_s,
            [](PushChannels &channels) {
                channels.functions = {{u"settle"_s, u"http://a/"_s}};
            });
    }
    void settingsAreCheckedTogether()
    {
        QFETCH(PushChannels, channels);
        QFETCH(QString, error);
        const Result<void> checked = checkPushChannels(channels);
        QCOMPARE(checked.ok(), error.isEmpty());
        if (checked)
            return;
        QVERIFY2(checked.error().message.contains(error), qPrintable(checked.error().message));
        QVERIFY(!checked.error().message.contains("hush"_L1));
    }

    void aWholeEndpointGoesBeforeAName()
    {
        const QString endpoint = u"acs:fc:a:1:services/s/functions/f"_s;
        PushChannels channels;
        channels.functions = {{u"s/f"_s, u"http://name/"_s}};
        QCOMPARE(channels.functionUrl(endpoint, u"s/f"_s), u"http://name/"_s);
        channels.functions.insert(endpoint, u"http://endpoint/"_s);
        QCOMPARE(channels.functionUrl(endpoint, u"s/f"_s), u"http://endpoint/"_s);
        QVERIFY(channels.functionUrl(u"acs:fc:b:1:services/s/functions/g"_s, u"s/g"_s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestChannelSettings)
#include "tst_channelsettings.moc"
