// SPDX-License-Identifier: GPL-3.0-only
#include "ctlprocess.h"
#include "fakeserver.h"
#include "protocol/errorxml.h"
#include "protocol/messagexml.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace Qt::StringLiterals;

/// signalboxctl as a program: where it takes its endpoint from, what it ends with, what it prints
/// when things go wrong.
class TestCtl : public QObject
{
    Q_OBJECT

private slots:
    void wrongUsageEndsWith2_data();
    void wrongUsageEndsWith2();
    void wrongUsageIsJsonWhereAsked_data();
    void wrongUsageIsJsonWhereAsked();
    void helpListsChoicesPlainly();
    void helpAndVersionEndWith0_data();
    void helpAndVersionEndWith0();
    void refusalEndsWith1AndPrintsTheCode();
    void refusalIsJsonWhereAsked();
    void silenceAndAbsenceEndWith3();
    void emptyQueueEndsWith4();
    void endpointComesFromEnvironment_data();
    void endpointComesFromEnvironment();
    void optionsWinOverEnvironment();
    void profileIsRead();
    void defaultProfileNeedsNoName();
    void brokenProfileNamesTheLine_data();
    void brokenProfileNamesTheLine();
    void farEndpointNeedsAKey();
    void bodyComesFromArgumentFileOrInput_data();
    void bodyComesFromArgumentFileOrInput();
    void durationsAreRead_data();
    void durationsAreRead();
    void benchRefusesHttps();

private:
    static QString writeProfiles(const QTemporaryDir &folder, const QByteArray &content);
    /// Whose key the last request was signed with.
    static QByteArray keyOf(const FakeServer &server);
};

QString TestCtl::writeProfiles(const QTemporaryDir &folder, const QByteArray &content)
{
    QFile file(folder.filePath(u"ctl.toml"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("Cannot write the profile file.");
    return file.fileName();
}

QByteArray TestCtl::keyOf(const FakeServer &server)
{
    if (server.requests().isEmpty())
        return {};
    const auto authorization =
        parseAuthorization(server.requests().last().head.header("authorization"));
    return authorization ? accessKeyId(*authorization) : QByteArray();
}

void TestCtl::wrongUsageEndsWith2_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *line) {
        QTest::newRow(line) << QString::fromLatin1(line).split(u' ', Qt::SkipEmptyParts);
    };
    row("");
    row("queue");
    row("queue fold");
    row("queue create");
    row("queue create demo --delay soon");
    row("queue create demo --delay 1500ms");
    row("queue create demo --max-size many");
    row("queue set demo");
    row("message delete demo");
    row("message browse demo --state lost");
    row("clock advance");
    row("clock advance yesterday");
    row("bench --phases dance");
    row("bench topic --phases dance");
    row("bench topic --subscriptions 101");
    row("queue list --endpoint ftp://127.0.0.1");
    row("queue list --access-key nocolon");
    row("queue list --signature v3");
    row("queue list --profile nobody");
}

void TestCtl::wrongUsageEndsWith2()
{
    QFETCH(const QStringList, arguments);
    const CtlResult result = Ctl().run(arguments);
    QCOMPARE(result.exitCode, 2);
    QVERIFY(result.out.isEmpty());
    QVERIFY(!result.err.isEmpty());
}

void TestCtl::wrongUsageIsJsonWhereAsked_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *line, const QString &says) {
        QTest::newRow(line) << QString::fromLatin1(line).split(u' ', Qt::SkipEmptyParts) << says;
    };
    row("",
        u"signalboxctl needs a command. There are: queue, message, topic, subscription, "
        "attempts, send-again, outbox, dlq, trash, clock, status, requests, bench, completion."_s);
    row("qeue list", u"signalboxctl has no command \"qeue\". There are: queue, message, "_s);
    row("queue", u"signalboxctl queue needs a command. There are: list, create, "_s);
    row("clock fold now", u"signalboxctl clock has no command \"fold\". There are: show, "_s);
    row("completion ksh", u"has no command \"ksh\". There are: bash, zsh, fish."_s);
    row("--loud queue", u"--loud"_s);
    row("queue create demo --delay soon", u"--delay: "_s);
    row("queue create", u"queue is required"_s);
    row("queue list --endpoint ftp://127.0.0.1", u"ftp"_s);
    row("bench --phases send,dance",
        u"--phases: \"dance\" is none of send, receive, delete, batch-send, batch-receive, "
        "batch-delete, mixed"_s);
    row("bench --phases 1", u"\"1\" is none of send, "_s);
    row("bench topic --phases dance", u"--phases: \"dance\" is none of queues, push, hanging"_s);
    row("message browse demo --state lost", u"\"lost\" is none of ready, delayed, "_s);
}

void TestCtl::wrongUsageIsJsonWhereAsked()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, says);
    const CtlResult json = Ctl().run(arguments + QStringList{u"--json"_s});
    QCOMPARE(json.exitCode, 2);
    QVERIFY(json.out.isEmpty());
    const QJsonObject error =
        QJsonDocument::fromJson(json.err).object().value("error"_L1).toObject();
    QCOMPARE(error.value("code"_L1), QJsonValue(u"InvalidArgument"_s));
    const QString message = error.value("message"_L1).toString();
    QVERIFY2(message.contains(says), qPrintable(message));

    const CtlResult text = Ctl().run(arguments);
    QCOMPARE(text.exitCode, 2);
    QVERIFY2(text.err.contains(says.toUtf8()), text.err.constData());
}

void TestCtl::helpListsChoicesPlainly()
{
    const QByteArray help = Ctl().run({u"bench"_s, u"--help"_s}).out;
    QVERIFY2(help.contains("send|receive|delete|batch-send|batch-receive|batch-delete|mixed"),
             help.constData());
    QVERIFY(!help.contains("->"));
    QVERIFY(!help.contains('{'));
}

void TestCtl::helpAndVersionEndWith0_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("shows");
    QTest::newRow("help") << QStringList{u"--help"_s} << QByteArray("Exit codes");
    QTest::newRow("help of a command")
        << QStringList{u"queue"_s, u"create"_s, u"--help"_s} << QByteArray("--visibility");
    QTest::newRow("version") << QStringList{u"--version"_s} << QByteArray("signalboxctl 0.");
}

void TestCtl::helpAndVersionEndWith0()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, shows);
    const CtlResult result = Ctl().run(arguments);
    QCOMPARE(result.exitCode, 0);
    QVERIFY2(result.out.contains(shows), result.out.constData());
}

void TestCtl::refusalEndsWith1AndPrintsTheCode()
{
    FakeServer server;
    server.answer(404,
                  writeError({ErrorCode::QueueNotExist, u"No such queue."_s}, u"5D"_s, "http://h"));

    const CtlResult result =
        Ctl().run({u"-e"_s, server.endpoint().url.toString(), u"queue"_s, u"show"_s, u"demo"_s});

    QCOMPARE(result.exitCode, 1);
    QVERIFY(result.out.isEmpty());
    QCOMPARE(
        result.err,
        QByteArray(
            "signalboxctl: QueueNotExist: No such queue. (request 5DF07C9B31383790319F4D26)\n"));
}

void TestCtl::refusalIsJsonWhereAsked()
{
    FakeServer server;
    server.answer(404,
                  writeError({ErrorCode::QueueNotExist, u"No such queue."_s}, u"5D"_s, "http://h"));

    const CtlResult result = Ctl().run(
        {u"queue"_s, u"show"_s, u"demo"_s, u"--json"_s, u"-e"_s, server.endpoint().url.toString()});

    QCOMPARE(result.exitCode, 1);
    const QJsonObject error =
        QJsonDocument::fromJson(result.err).object().value("error"_L1).toObject();
    QCOMPARE(error.value("code"_L1).toString(), u"QueueNotExist"_s);
    QCOMPARE(error.value("message"_L1).toString(), u"No such queue."_s);
    QCOMPARE(error.value("requestId"_L1).toString(), u"5DF07C9B31383790319F4D26"_s);
}

void TestCtl::silenceAndAbsenceEndWith3()
{
    const QString nobody = FakeServer().endpoint().url.toString(); // its port is closed again
    const CtlResult refused = Ctl().run({u"queue"_s, u"list"_s, u"-e"_s, nobody});
    QCOMPARE(refused.exitCode, 3);
    QVERIFY2(refused.err.contains("Is the broker running?"), refused.err.constData());

    FakeServer silent;
    const CtlResult late = Ctl().run({u"queue"_s, u"list"_s, u"-e"_s,
                                      silent.endpoint().url.toString(), u"--timeout"_s, u"1s"_s});
    QCOMPARE(late.exitCode, 3);
    QVERIFY2(late.err.contains("did not answer within 1 s"), late.err.constData());
}

void TestCtl::emptyQueueEndsWith4()
{
    FakeServer server;
    server.answer(
        404,
        writeError({ErrorCode::MessageNotExist, u"Message not exist."_s}, u"5D"_s, "http://h"));
    for (const QString &command : {u"receive"_s, u"peek"_s}) {
        const CtlResult result = Ctl().run(
            {u"message"_s, command, u"demo"_s, u"-e"_s, server.endpoint().url.toString()});
        QCOMPARE(result.exitCode, 4);
        QVERIFY(result.out.isEmpty());
    }
}

void TestCtl::endpointComesFromEnvironment_data()
{
    using Variables = QMap<QString, QString>;
    QTest::addColumn<Variables>("variables");
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("nothing but the endpoint") << Variables{} << QByteArray("local-id");
    QTest::newRow("ours") << Variables{{u"SIGNALBOX_ACCESS_KEY"_s, u"ours:secret"_s}}
                          << QByteArray("ours");
    QTest::newRow("the cloud's") << Variables{{u"ALIBABA_CLOUD_ACCESS_KEY_ID"_s, u"cloud"_s},
                                              {u"ALIBABA_CLOUD_ACCESS_KEY_SECRET"_s, u"s"_s}}
                                 << QByteArray("cloud");
    QTest::newRow("both") << Variables{{u"SIGNALBOX_ACCESS_KEY"_s, u"ours:secret"_s},
                                       {u"ALIBABA_CLOUD_ACCESS_KEY_ID"_s, u"cloud"_s},
                                       {u"ALIBABA_CLOUD_ACCESS_KEY_SECRET"_s, u"s"_s}}
                          << QByteArray("ours");
}

void TestCtl::endpointComesFromEnvironment()
{
    using Variables = QMap<QString, QString>;
    QFETCH(const Variables, variables);
    QFETCH(const QByteArray, key);
    FakeServer server;
    server.answer(204);
    Ctl ctl;
    ctl.environment.insert(u"SIGNALBOX_ENDPOINT"_s, server.endpoint().url.toString());
    ctl.environment.insert(variables);

    QCOMPARE(ctl.run({u"queue"_s, u"delete"_s, u"demo"_s}).exitCode, 0);
    QCOMPARE(keyOf(server), key);
}

void TestCtl::optionsWinOverEnvironment()
{
    FakeServer server;
    server.answer(204);
    Ctl ctl;
    ctl.environment.insert(u"SIGNALBOX_ENDPOINT"_s, u"http://127.0.0.1:1"_s);
    ctl.environment.insert(u"SIGNALBOX_ACCESS_KEY"_s, u"theirs:secret"_s);

    const CtlResult result =
        ctl.run({u"queue"_s, u"delete"_s, u"demo"_s, u"--endpoint"_s,
                 server.endpoint().url.toString(), u"--access-key"_s, u"mine:secret"_s});
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(keyOf(server), "mine");
}

void TestCtl::profileIsRead()
{
    FakeServer server;
    server.answer(204);
    QTemporaryDir folder;
    const QString file =
        writeProfiles(folder,
                      "[profile.rig]\nendpoint = \"" + server.endpoint().url.toEncoded()
                          + "\"\naccess-key = \"rig:secret\"\nsecurity-token = \"t\"\n"
                            "signature = \"v4\"\nregion = \"cn-hangzhou\"\n");

    const CtlResult result = Ctl().run(
        {u"queue"_s, u"delete"_s, u"demo"_s, u"--profile-file"_s, file, u"--profile"_s, u"rig"_s});

    QCOMPARE(result.exitCode, 0);
    QCOMPARE(keyOf(server), "rig");
    const SignedRequest &head = server.requests().last().head;
    QCOMPARE(head.header("security-token"), "t");
    QVERIFY(head.header("authorization").contains("/cn-hangzhou/"));
}

void TestCtl::defaultProfileNeedsNoName()
{
    FakeServer server;
    server.answer(204);
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"signalbox"_s));
    QFile file(folder.filePath(u"signalbox/ctl.toml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("default = \"rig\"\n[profile.rig]\nendpoint = \"" + server.endpoint().url.toEncoded()
               + "\"\naccess-key = \"rig:secret\"\n");
    file.close();
    Ctl ctl;
    ctl.environment.insert(u"XDG_CONFIG_HOME"_s, folder.path());

    QCOMPARE(ctl.run({u"queue"_s, u"delete"_s, u"demo"_s}).exitCode, 0);
    QCOMPARE(keyOf(server), "rig");

    // Its key is not for an endpoint that was named elsewhere.
    FakeServer other;
    other.answer(204);
    QCOMPARE(ctl.run({u"queue"_s, u"delete"_s, u"demo"_s, u"-e"_s, other.endpoint().url.toString()})
                 .exitCode,
             0);
    QCOMPARE(keyOf(other), "local-id");
}

void TestCtl::brokenProfileNamesTheLine_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("where");
    QTest::newRow("no TOML") << QByteArray("\n[profile") << QByteArray("ctl.toml:2");
    QTest::newRow("unknown key") << QByteArray("[profile.a]\n\nport = \"1\"\n")
                                 << QByteArray("ctl.toml:3: Nothing is called port here.");
    QTest::newRow("not a text") << QByteArray("[profile.a]\nendpoint = 5\n")
                                << QByteArray("ctl.toml:2: endpoint is not a text in quotes.");
    QTest::newRow("no such profile")
        << QByteArray("[profile.b]\n") << QByteArray("has no profile named a");
}

void TestCtl::brokenProfileNamesTheLine()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QByteArray, where);
    QTemporaryDir folder;
    const CtlResult result = Ctl().run({u"queue"_s, u"list"_s, u"--profile-file"_s,
                                        writeProfiles(folder, content), u"--profile"_s, u"a"_s});
    QCOMPARE(result.exitCode, 2);
    QVERIFY2(result.err.contains(where), result.err.constData());
}

void TestCtl::farEndpointNeedsAKey()
{
    const CtlResult result = Ctl().run({u"queue"_s, u"list"_s, u"-e"_s, u"http://mns.example"_s});
    QCOMPARE(result.exitCode, 2);
    QVERIFY2(result.err.contains("--access-key"), result.err.constData());
}

void TestCtl::bodyComesFromArgumentFileOrInput_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("argument") << QStringList{u"grüß"_s} << QByteArray() << 0 << QByteArray("grüß");
    QTest::newRow("input") << QStringList{} << QByteArray("from input\n") << 0
                           << QByteArray("from input\n");
    QTest::newRow("dash") << QStringList{u"--body-file"_s, u"-"_s} << QByteArray("dash") << 0
                          << QByteArray("dash");
    QTest::newRow("file") << QStringList{u"--body-file"_s, u"FILE"_s} << QByteArray() << 0
                          << QByteArray("in the file");
    QTest::newRow("no file") << QStringList{u"--body-file"_s, u"/nonexistent"_s} << QByteArray()
                             << 2 << QByteArray();
    QTest::newRow("Base64") << QStringList{u"Hello"_s, u"--base64"_s} << QByteArray() << 0
                            << QByteArray("SGVsbG8=");
    QTest::newRow("bytes in Base64")
        << QStringList{u"--base64"_s} << QByteArray("\xff\x00\x01", 3) << 0 << QByteArray("/wAB");
    QTest::newRow("bytes") << QStringList{} << QByteArray("\xff\x00\x01", 3) << 2 << QByteArray();
}

void TestCtl::bodyComesFromArgumentFileOrInput()
{
    QFETCH(QStringList, arguments);
    QFETCH(const QByteArray, input);
    QFETCH(const int, exitCode);
    QFETCH(const QByteArray, sent);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"body"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("in the file");
    file.close();
    arguments.replaceInStrings(u"FILE"_s, file.fileName());
    FakeServer server;
    server.answer(201, writeSent({"0A", "0B", {}, {}}));

    const CtlResult result = Ctl().run(
        QStringList{u"message"_s, u"send"_s, u"demo"_s, u"-e"_s, server.endpoint().url.toString()}
            + arguments,
        input);

    QCOMPARE(result.exitCode, exitCode);
    QCOMPARE(server.requests().size(), exitCode == 0 ? 1 : 0);
    if (exitCode == 0) {
        const QByteArray element = "<MessageBody>" + sent + "</MessageBody>";
        QVERIFY2(server.requests().first().body.contains(element),
                 server.requests().first().body.constData());
    }
}

void TestCtl::durationsAreRead_data()
{
    QTest::addColumn<int>("seconds");
    QTest::newRow("45") << 45;
    QTest::newRow("30s") << 30;
    QTest::newRow("5m") << 300;
    QTest::newRow("2h") << 7200;
    QTest::newRow("4d") << 345600;
    QTest::newRow("1h30m") << 5400;
    QTest::newRow("2000ms") << 2;
}

void TestCtl::durationsAreRead()
{
    QFETCH(const int, seconds);
    FakeServer server;
    server.answer(204);
    const CtlResult result = Ctl().run({u"queue"_s, u"set"_s, u"demo"_s, u"--retention"_s,
                                        QString::fromLatin1(QTest::currentDataTag()), u"-e"_s,
                                        server.endpoint().url.toString()});
    QCOMPARE(result.exitCode, 0);
    const QByteArray element = "<MessageRetentionPeriod>" + QByteArray::number(seconds) + "<";
    QVERIFY2(server.requests().first().body.contains(element),
             server.requests().first().body.constData());
}

void TestCtl::benchRefusesHttps()
{
    QCOMPARE(Ctl().run({u"bench"_s, u"-e"_s, u"https://127.0.0.1:1"_s}).exitCode, 2);
}

QTEST_GUILESS_MAIN(TestCtl)
#include "tst_ctl.moc"
