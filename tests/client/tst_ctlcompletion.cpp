// SPDX-License-Identifier: GPL-3.0-only
#include "ctlprocess.h"
#include "fakeserver.h"
#include "protocol/queuexml.h"
#include "protocol/subscriptionxml.h"
#include "protocol/topicxml.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace Qt::StringLiterals;

/// What shells offer with the scripts that signalboxctl prints.
class TestCtlCompletion : public QObject
{
    Q_OBJECT

private slots:
    void completionOffersCommandsAndOptions_data();
    void completionOffersCommandsAndOptions();
    void bashOffersValuesOfOptions_data();
    void bashOffersValuesOfOptions();
    void bashOffersNamesOfTheEndpoint_data();
    void bashOffersNamesOfTheEndpoint();
    void bashRunsNothingThatAnEndpointSays();
    void bashOffersNothingWhereNobodyAnswers();

private:
    /// What bash offers at the end of \a line.
    static QStringList offeredByBash(const QString &line);
    /// What the service answers to a listing at \a target: one entry.
    static QByteArray listWith(const QString &name, const QByteArray &target);
};

QByteArray TestCtlCompletion::listWith(const QString &name, const QByteArray &target)
{
    if (target == "/queues") {
        QueueList list;
        list.queues.emplace_back().name = name;
        return writeQueueList("http://h", list, false);
    }
    if (target == "/topics") {
        TopicList list;
        list.topics.emplace_back().name = name;
        return writeTopicList("http://h", list, false);
    }
    SubscriptionList list;
    list.subscriptions.emplace_back().name = name;
    return writeSubscriptionList("http://h", u"news"_s, list, false);
}

void TestCtlCompletion::completionOffersCommandsAndOptions_data()
{
    QTest::addColumn<QString>("shell");
    QTest::addColumn<QByteArray>("registers");
    QTest::newRow("bash") << u"bash"_s
                          << QByteArray("complete -o default -F _signalboxctl signalboxctl");
    QTest::newRow("zsh") << u"zsh"_s << QByteArray("#compdef signalboxctl");
    QTest::newRow("fish") << u"fish"_s << QByteArray("complete -c signalboxctl");
}

void TestCtlCompletion::completionOffersCommandsAndOptions()
{
    QFETCH(const QString, shell);
    QFETCH(const QByteArray, registers);
    const CtlResult result = Ctl().run({u"completion"_s, shell});
    QCOMPARE(result.exitCode, 0);
    for (const QByteArray &word : {registers, QByteArray("'queue create'"), QByteArray("purge"),
                                   QByteArray("--visibility"), QByteArray("--profile")}) {
        if (shell == "fish"_L1 && word.startsWith('\''))
            QVERIFY(result.out.contains("\"queue create\""));
        else
            QVERIFY2(result.out.contains(word), word.constData());
    }
}

QStringList TestCtlCompletion::offeredByBash(const QString &line)
{
    const QByteArray script = Ctl().run({u"completion"_s, u"bash"_s}).out;
    QProcess bash;
    QProcessEnvironment environment;
    environment.insert(u"COMP_LINE"_s, Ctl::program() + u' ' + line);
    environment.insert(u"XDG_CONFIG_HOME"_s, u"/nonexistent"_s);
    bash.setProcessEnvironment(environment);
    bash.start(u"bash"_s, {u"--norc"_s, u"-s"_s});
    bash.write(script
               + "COMP_POINT=${#COMP_LINE}\n_signalboxctl\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n");
    bash.closeWriteChannel();
    if (!QTest::qWaitFor([&bash] { return bash.state() == QProcess::NotRunning; }, 60'000))
        qFatal("bash did not end.");
    const QByteArray errors = bash.readAllStandardError();
    if (!errors.isEmpty())
        qFatal("bash: %s", errors.constData());
    return QString::fromUtf8(bash.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
}

void TestCtlCompletion::bashOffersValuesOfOptions_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("offered");
    QTest::newRow("choices") << u"message browse demo --state "_s
                             << QStringList{u"ready"_s, u"delayed"_s, u"leased"_s, u"blocked"_s};
    QTest::newRow("begun") << u"message browse demo --state le"_s << QStringList{u"leased"_s};
    QTest::newRow("behind an equals sign")
        << u"message browse demo --order=n"_s << QStringList{u"newest"_s, u"next-visible"_s};
    QTest::newRow("of every command")
        << u"queue list --signature "_s << QStringList{u"v2"_s, u"v4"_s};
    QTest::newRow("truth") << u"queue set demo --logging "_s << QStringList{u"true"_s, u"false"_s};
    QTest::newRow("a list") << u"bench topic --phases queues,pu"_s << QStringList{u"queues,push"_s};
    QTest::newRow("nothing is known of it") << u"queue set demo --delay "_s << QStringList();
    QTest::newRow("commands behind an option with a value")
        << u"--endpoint http://127.0.0.1:1 --json que"_s << QStringList{u"queue"_s};
    QTest::newRow("options") << u"queue create demo --vis"_s << QStringList{u"--visibility"_s};
    QTest::newRow("nothing hidden") << u"completion n"_s << QStringList();
}

void TestCtlCompletion::bashOffersValuesOfOptions()
{
    if (QStandardPaths::findExecutable(u"bash"_s).isEmpty())
        QSKIP("There is no bash.");
    QFETCH(const QString, line);
    QFETCH(const QStringList, offered);
    QCOMPARE(offeredByBash(line), offered);
}

void TestCtlCompletion::bashOffersNamesOfTheEndpoint_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QByteArray>("asksFor");
    QTest::newRow("queue") << u"queue show"_s << QByteArray("/queues");
    QTest::newRow("queue of an option")
        << u"queue set a --dead-letter-queue"_s << QByteArray("/queues");
    QTest::newRow("second queue") << u"message move a"_s << QByteArray("/queues");
    QTest::newRow("topic") << u"topic publish"_s << QByteArray("/topics");
    QTest::newRow("subscription") << u"subscription set news"_s
                                  << QByteArray("/topics/news/subscriptions");
    QTest::newRow("subscription of an option")
        << u"attempts --topic news --subscription"_s << QByteArray("/topics/news/subscriptions");
}

void TestCtlCompletion::bashOffersNamesOfTheEndpoint()
{
    if (QStandardPaths::findExecutable(u"bash"_s).isEmpty())
        QSKIP("There is no bash.");
    QFETCH(const QString, words);
    QFETCH(const QByteArray, asksFor);
    FakeServer server;
    server.answer(200, listWith(u"orders"_s, asksFor));

    const QStringList offered =
        offeredByBash(u"-e %1 -k id:secret %2 or"_s.arg(server.endpoint().url.toString(), words));

    QCOMPARE(offered, QStringList{u"orders"_s});
    QCOMPARE(server.requests().size(), 1);
    const SignedRequest &request = server.requests().constFirst().head;
    QCOMPARE(request.target, asksFor);
    QCOMPARE(request.header("x-mns-prefix").toByteArray(), "or");
    const auto authorization = parseAuthorization(request.header("authorization"));
    QVERIFY(authorization);
    QCOMPARE(accessKeyId(*authorization), "id");
}

void TestCtlCompletion::bashRunsNothingThatAnEndpointSays()
{
    if (QStandardPaths::findExecutable(u"bash"_s).isEmpty())
        QSKIP("There is no bash.");
    FakeServer server;
    server.answer(200, listWith(u"or$(echo)ders"_s, "/queues"));
    QCOMPARE(offeredByBash(u"-e %1 queue show or"_s.arg(server.endpoint().url.toString())),
             QStringList());
    QCOMPARE(server.requests().size(), 1);
}

void TestCtlCompletion::bashOffersNothingWhereNobodyAnswers()
{
    if (QStandardPaths::findExecutable(u"bash"_s).isEmpty())
        QSKIP("There is no bash.");
    QCOMPARE(offeredByBash(u"-e http://127.0.0.1:1 queue show or"_s), QStringList());
}

QTEST_GUILESS_MAIN(TestCtlCompletion)
#include "tst_ctlcompletion.moc"
