// SPDX-License-Identifier: GPL-3.0-only
#include "commandline.h"
#include "daemonprocess.h"
#include "logoutput.h"
#include "platform.h"
#include "signedclient.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;

/// The program signalboxd, as a shell or a service manager sees it.
class TestDaemon : public QObject
{
    Q_OBJECT

private:
    static constexpr int kPatienceMs = 30'000;

    QTemporaryDir m_directory;
    QProcess m_process;

    void run(const QStringList &arguments, const QStringList &variables = {})
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString &variable : variables)
            environment.insert(variable.section(QLatin1Char('='), 0, 0),
                               variable.section(QLatin1Char('='), 1));
        m_process.setProcessEnvironment(environment);
        m_process.start(QStringLiteral(DAEMON_PROGRAM), arguments);
    }

    /// Runs with a free port and a fresh directory; gives the port.
    quint16 serve(const QStringList &arguments = {}, const QStringList &variables = {})
    {
        run(QStringList{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                        QStringLiteral("--data-dir"), m_directory.filePath(QStringLiteral("data"))}
                + arguments,
            variables);
        const auto hasSpoken = [this] {
            return m_process.canReadLine() || m_process.state() == QProcess::NotRunning;
        };
        if (!QTest::qWaitFor(hasSpoken, kPatienceMs) || !m_process.canReadLine())
            return 0;
        const QByteArray line = m_process.readLine();
        return line.startsWith("signalboxd ready http://127.0.0.1:")
            ? line.mid(34).trimmed().toUShort()
            : quint16(0);
    }

    bool ends()
    {
        return m_process.state() == QProcess::NotRunning || m_process.waitForFinished(kPatienceMs);
    }

private slots:
    void cleanup()
    {
        m_process.kill();
        m_process.waitForFinished();
        m_process.readAllStandardOutput();
        m_process.readAllStandardError();
    }

    void saysOneLineServesAndEndsWithZero()
    {
        const quint16 port = serve();
        QVERIFY2(port != 0, m_process.readAllStandardError().constData());
        {
            SignedClient client(port);
            QCOMPARE(client.call("PUT", "/queues/demo").status, 201);
        }
        m_process.terminate();
        QVERIFY(ends());
        QCOMPARE(m_process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(m_process.exitCode(), int(ExitCode::Success));
        QCOMPARE(m_process.readAllStandardOutput(), QByteArray());
    }

    void aLogThatNobodyReadsEndsNothing()
    {
        const QTemporaryDir directory;
        DaemonProcess daemon(directory.path());
        QVERIFY(daemon.start(Platform::closeLogReader));
        QVERIFY(daemon.terminate());
    }

    void optionsWinOverEnvironmentAndFile()
    {
        QFile file(m_directory.filePath(QStringLiteral("box.toml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("account = \"1\"\naccess_key = \"file:file\"\n[[queue]]\nname = \"declared\"\n");
        file.close();
        const quint16 port = serve({QStringLiteral("--config"), file.fileName(),
                                    QStringLiteral("--account"), QStringLiteral("3")},
                                   {QStringLiteral("SIGNALBOX_ACCOUNT=2"),
                                    QStringLiteral("SIGNALBOX_ACCESS_KEY=env:env")});
        QVERIFY2(port != 0, m_process.readAllStandardError().constData());
        SignedClient client(port);
        const auto call = [&](const char *target) {
            return client.exchange(ClientRequest::make("GET", target).signV2({"env", "env", {}}));
        };
        QCOMPARE(elementText(call("/?account").body, "AccountId"), QByteArray("3"));
        QCOMPARE(call("/queues/declared").status, 200);
    }

    void badUsageIsExplained_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char *name, const QStringList &arguments, const char *reason) {
            QTest::newRow(name) << arguments << QByteArray(reason);
        };
        row("unknown option", {QStringLiteral("--colour")}, "colour");
        row("argument", {QStringLiteral("start")}, "Unexpected argument \"start\".");
        row("bad value", {QStringLiteral("--listen"), QStringLiteral("here")},
            "--listen: \"here\" is not ADDRESS:PORT");
        row("no such file", {QStringLiteral("--config"), QStringLiteral("/nowhere.toml")},
            "/nowhere.toml: ");
        row("development key for the network",
            {QStringLiteral("--listen"), QStringLiteral("0.0.0.0:0")},
            "Refusing to listen on 0.0.0.0:0 with the development key");
    }
    void badUsageIsExplained()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, reason);
        run(arguments);
        QVERIFY(ends());
        QCOMPARE(m_process.exitCode(), int(ExitCode::BadUsage));
        const QByteArray text = m_process.readAllStandardError();
        QVERIFY2(text.contains(reason), text.constData());
        QCOMPARE(m_process.readAllStandardOutput(), QByteArray());
    }

    void aDeclarationThatIsRefusedIsNamedByItsLine()
    {
        QFile file(m_directory.filePath(QStringLiteral("refused.toml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[[queue]]\nname = \"small\"\nmaximum_message_size = 1024\n"
                   "[[topic]]\nname = \"news\"\n"
                   "[[topic.subscription]]\nname = \"copy\"\n"
                   "endpoint = \"acs:mns:local:1000000000000000:queues/small\"\n");
        file.close();
        QCOMPARE(serve({QStringLiteral("--config"), file.fileName()}), quint16(0));
        QVERIFY(ends());
        QCOMPARE(m_process.exitCode(), int(ExitCode::BadUsage));
        const QByteArray text = m_process.readAllStandardError();
        QVERIFY2(text.contains("refused.toml:6: Subscription \"copy\" cannot be made: "),
                 text.constData());
    }

    void aBusyPortEndsTheStart()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        run({QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(other.serverPort()),
             QStringLiteral("--data-dir"), m_directory.filePath(QStringLiteral("busy"))});
        QVERIFY(ends());
        QCOMPARE(m_process.exitCode(), int(ExitCode::CannotStart));
        QVERIFY(m_process.readAllStandardError().contains("is in use by another program."));
    }

    void helpAndVersionAreTold()
    {
        run({QStringLiteral("--help")});
        QVERIFY(ends());
        QCOMPARE(m_process.exitCode(), 0);
        const QByteArray help = m_process.readAllStandardOutput();
        for (const Setting &setting : settings())
            QVERIFY2(help.contains(QByteArray("--") + setting.option), setting.option);
        run({QStringLiteral("--version")});
        QVERIFY(ends());
        QVERIFY(m_process.readAllStandardOutput().startsWith("signalboxd "));
    }

    void logLinesAreJsonWhenAsked()
    {
        const QStringList json{QStringLiteral("--log-format"), QStringLiteral("json")};
        const auto expectJson = [this] {
            QVERIFY(ends());
            const QList<QByteArray> lines = m_process.readAllStandardError().split('\n');
            QVERIFY(lines.size() > 1);
            for (const QByteArray &line : lines.first(lines.size() - 1)) {
                const QJsonObject object = QJsonDocument::fromJson(line).object();
                QVERIFY2(object.contains(QLatin1String("time"))
                             && object.contains(QLatin1String("message")),
                         line.constData());
            }
        };
        QVERIFY(serve(json) != 0);
        m_process.terminate();
        expectJson();

        // The reason of a start that fails, too.
        QFile file(m_directory.filePath(QStringLiteral("no-directory")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        run(json + QStringList{QStringLiteral("--data-dir"), file.fileName()});
        expectJson();
        QCOMPARE(m_process.exitCode(), int(ExitCode::CannotStart));
    }

    void logLinesOfTextStayOneLine()
    {
        QCOMPARE(formatLogLine(LogFormat::Text, QtWarningMsg, "signalbox.api",
                               QStringLiteral("two\nlines"), 1'449'554'806'330),
                 QByteArray("2015-12-08T06:06:46.330Z warning signalbox.api: two\\nlines"));
    }
};

QTEST_GUILESS_MAIN(TestDaemon)
#include "tst_daemon.moc"
