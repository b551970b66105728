// SPDX-License-Identifier: GPL-3.0-only
#include "server/configuration.h"

#include <QFile>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

using namespace Signalbox;
using namespace std::chrono_literals;

class TestConfiguration : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_directory;

    [[nodiscard]] QString path() const
    {
        return m_directory.filePath(QStringLiteral("signalbox.toml"));
    }

    Result<void> apply(Configuration &configuration, const QByteArray &text)
    {
        QFile file(path());
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("The test file cannot be written.");
        file.close();
        return applyConfigFile(configuration, path());
    }

private slots:
    void defaultsMakeABrokerForOneDesk()
    {
        const BrokerOptions options;
        QVERIFY(checkBrokerOptions(options).ok());
        QCOMPARE(options.listen.toString(), QStringLiteral("127.0.0.1:9324"));
        QCOMPARE(options.accessKeyId, QStringLiteral("local-id"));
        QCOMPARE(options.account, QStringLiteral("1000000000000000"));
        QCOMPARE(options.durability, Durability::Full);
        QVERIFY(options.dataDirectory.endsWith(QLatin1String("/signalbox")));
    }

    void fileSetsEverythingItNames()
    {
        Configuration configuration;
        const Result<void> applied =
            apply(configuration,
                  "data_directory = \"/srv/box\"\n"
                  "listen = \"0.0.0.0:8080\"\n"
                  "access_key = \"id:se:cret\"\n"
                  "account = \"42\"\n"
                  "durability = \"normal\"\n"
                  "check_clock_skew = false\n"
                  "allowed_origins = [\"http://localhost:8080\", \"https://box.lan\"]\n"
                  "[metrics]\nlisten = \"[::1]:9000\"\n"
                  "[limits]\nmax_body_bytes = 100000\nmax_connections = 7\n"
                  "max_unfinished_bytes = 2000000\n"
                  "[quotas]\nmax_queues = 5\n"
                  "[trash]\nminutes = 3\nmax_bytes = 1000\n"
                  "[log]\nformat = \"json\"\n"
                  "[[queue]]\nname = \"orders\"\nvisibility_timeout = 60\nlogging_enabled = true\n"
                  "[[queue]]\nname = \"mails\"\n"
                  "[push]\ntimeout_ms = 300\nverify_tls = false\ncontent_md5 = \"hexupper\"\n"
                  "key_bits = 3072\nmax_deliveries = 64\n"
                  "certificate_url = \"https://box.lan/cert.pem\"\n"
                  "max_deliveries_per_endpoint = 4\ndeny = [\"10.0.0.0/8\"]\n"
                  "[push.smtp]\nurl = \"smtps://mail.lan:465\"\nstarttls = \"off\"\n"
                  "user = \"box\"\npassword = \"hush\"\nfrom = \"box@mail.lan\"\n"
                  "[push.sms]\nurl = \"http://sms.lan/?to={phone}\"\nmethod = \"GET\"\n"
                  "content_type = \"text/plain\"\nbody = \"{text}\"\nauthorization = \"Key 1\"\n"
                  "[push.functions]\n\"a/b\" = \"http://127.0.0.1:1/b,c\"\n"
                  "[[topic]]\nname = \"news\"\nmaximum_message_size = 2048\n"
                  "[[topic.subscription]]\nname = \"web\"\nendpoint = \"http://a/\"\n"
                  "notify_content_format = \"JSON\"\nmax_pushes_per_second = 3\n"
                  "[[topic.subscription]]\nname = \"mail\"\n"
                  "endpoint = \"mail:directmail:a@b.c\"\n");
        QVERIFY2(applied.ok(), applied ? "" : qPrintable(applied.error().message));
        const BrokerOptions &options = configuration.broker;
        QCOMPARE(options.dataDirectory, QStringLiteral("/srv/box"));
        QCOMPARE(options.listen.toString(), QStringLiteral("0.0.0.0:8080"));
        QCOMPARE(options.accessKeyId, QStringLiteral("id"));
        QCOMPARE(options.accessKeySecret, QStringLiteral("se:cret"));
        QCOMPARE(options.account, QStringLiteral("42"));
        QCOMPARE(options.durability, Durability::Normal);
        QCOMPARE(options.checkClockSkew, false);
        QCOMPARE(options.allowedOrigins,
                 (QStringList{QStringLiteral("http://localhost:8080"),
                              QStringLiteral("https://box.lan")}));
        QCOMPARE(options.metricsListen->toString(), QStringLiteral("[::1]:9000"));
        QCOMPARE(options.maxBodyBytes, 100'000);
        QCOMPARE(options.maxConnections, 7);
        QCOMPARE(options.maxUnfinishedBytes, 2'000'000);
        QCOMPARE(options.quotas.maxQueuesPerAccount, 5);
        QCOMPARE(options.trashTime, std::chrono::milliseconds(3min));
        QCOMPARE(options.trashBytes, 1000);
        QCOMPARE(configuration.logFormat, LogFormat::Json);
        QCOMPARE(options.queues.size(), 2u);
        QCOMPARE(options.queues.at(0).name, QStringLiteral("orders"));
        QCOMPARE(options.queues.at(0).settings.visibilityTimeout, std::optional(60s));
        QCOMPARE(options.queues.at(0).settings.loggingEnabled, std::optional(true));
        QCOMPARE(options.queues.at(1).settings, QueueSettingsPatch());
        QCOMPARE(options.push.timeout, std::chrono::milliseconds(300));
        QCOMPARE(options.push.verifyTls, false);
        QCOMPARE(options.push.md5Form, PushMd5Form::UpperHex);
        QCOMPARE(options.push.keyBits, 3072);
        QCOMPARE(options.push.certificateUrl, QStringLiteral("https://box.lan/cert.pem"));
        QCOMPARE(options.push.deliveries.inAll, 64);
        QCOMPARE(options.push.deliveries.perEndpoint, 4);
        QCOMPARE(options.push.deniedSubnets, QStringList{QStringLiteral("10.0.0.0/8")});
        PushChannels channels;
        channels.mail = {QStringLiteral("smtps://mail.lan:465"), MailRelay::Starttls::Off,
                         QStringLiteral("box"), QStringLiteral("hush"),
                         QStringLiteral("box@mail.lan")};
        channels.sms = {QStringLiteral("http://sms.lan/?to={phone}"), QStringLiteral("GET"),
                        QStringLiteral("text/plain"), QStringLiteral("{text}"),
                        QStringLiteral("Key 1")};
        channels.functions = {{QStringLiteral("a/b"), QStringLiteral("http://127.0.0.1:1/b,c")}};
        QCOMPARE(options.push.channels, channels);
        QCOMPARE(options.topics.size(), 1u);
        const DeclaredTopic &news = options.topics.front();
        QCOMPARE(news.settings.maximumMessageSizeBytes, std::optional(2048));
        QCOMPARE(news.subscriptions.size(), 2u);
        QCOMPARE(news.subscriptions.front().settings.format,
                 std::optional(NotifyContentFormat::Json));
        QCOMPARE(news.subscriptions.front().settings.maxPushesPerSecond, std::optional(3));
        QCOMPARE(news.subscriptions.back().name, QStringLiteral("mail"));
    }

    void faultsAreNamedByFileLineAndReason_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, const QByteArray &text, int line,
                            const char *reason) {
            QTest::newRow(name) << text << line << QString::fromLatin1(reason);
        };
        row("not TOML", "listen = \n", 1, "");
        row("unknown key", "\nlisen = \"127.0.0.1:1\"\n", 2, "Unknown key \"lisen\".");
        row("unknown table", "[server]\nlisten = \"127.0.0.1:1\"\n", 1, "Unknown key \"server\".");
        row("unknown key in a table", "[log]\nlevel = 3\n", 2, "Unknown key \"log.level\".");
        row("bad address", "\n\nlisten = \"9324\"\n", 3, "ADDRESS:PORT");
        row("bad port", "listen = \"127.0.0.1:70000\"\n", 1, "ADDRESS:PORT");
        row("bad durability", "durability = \"some\"\n", 1, "neither full nor normal");
        row("bad number", "[limits]\nmax_connections = 0\n", 2, "not a number from 1 to");
        row("bad account", "account = \"me\"\n", 1, "consists of digits");
        row("bad key", "access_key = \"id\"\n", 1, "not ID:SECRET");
        row("array for a text", "listen = [\"127.0.0.1:1\"]\n", 1, "expected one value");
        row("text for an array", "allowed_origins = \"http://a\"\n", 1, "expected an array");
        row("bad origin", "allowed_origins = [\"a\"]\n", 1, "is not an origin");
        row("origin with a path", "allowed_origins = [\"http://a/b\"]\n", 1, "is not an origin");
        row("queue without a name", "[[queue]]\nvisibility_timeout = 3\n", 1, "has no name");
        row("queue with a bad name", "[[queue]]\nname = \"a b\"\n", 2, "");
        row("queue out of range",
            "[[queue]]\nname = \"a\"\nvisibility_timeout = 0\npolling_wait_seconds = 1\n", 3,
            "visibility_timeout: VisibilityTimeout must be");
        row("receives without dead letters", "[[queue]]\nname = \"a\"\nmax_receive_count = 3\n", 3,
            "no dead_letter_queue");
        row("dead letters without receives", "[[queue]]\nname = \"a\"\ndead_letter_queue = \"b\"\n",
            3, "dead_letter_queue: there is no max_receive_count");
        row("dead letters after no receives",
            "[[queue]]\nname = \"a\"\ndead_letter_queue = \"b\"\nmax_receive_count = 0\n", 4,
            "max_receive_count: MaxReceiveCount must be");
        row("dead letters of the other type",
            "[[queue]]\nname = \"a\"\ntype = \"fifo\"\ndead_letter_queue = \"b\"\n"
            "max_receive_count = 3\n[[queue]]\nname = \"b\"\n",
            4, "dead_letter_queue: The dead-letter queue of a FIFO queue is a FIFO queue");
        row("dead letters to itself",
            "[[queue]]\nname = \"a\"\ndead_letter_queue = \"a\"\n"
            "max_receive_count = 3\n",
            3, "dead_letter_queue: A queue cannot be its own");
        row("topic out of range", "[[topic]]\nname = \"a\"\nmaximum_message_size = 1\n", 3,
            "maximum_message_size: ");
        row("queue with an unknown key", "[[queue]]\nname = \"a\"\ncolour = 1\n", 3,
            "Unknown key \"colour\" of a queue.");
        row("queue with a text for a number", "[[queue]]\nname = \"a\"\ndelay_seconds = \"1\"\n", 3,
            "expected a whole number");
        row("queue declared twice", "[[queue]]\nname = \"a\"\n[[queue]]\nname = \"a\"\n", 3,
            "declared twice");
        row("topic with an unknown key", "[[topic]]\nname = \"a\"\ncolour = 1\n", 3,
            "Unknown key \"colour\" of a topic.");
        row("topic declared twice",
            "[[topic]]\nname = \"a\"\n[[topic]]\nname = \"b\"\n[[topic]]\nname = \"a\"\n", 5,
            "Topic \"a\" is declared twice");
        row("subscription declared twice",
            "[[topic]]\nname = \"a\"\n[[topic.subscription]]\nname = \"s\"\n"
            "endpoint = \"http://a/\"\n[[topic.subscription]]\nname = \"s\"\n"
            "endpoint = \"http://b/\"\n",
            6, "Subscription \"s\" of its topic is declared twice");
        row("topic with a bad name", "[[topic]]\nname = \"a b\"\n", 2, "topic name");
        row("subscription with a bad name",
            "[[topic]]\nname = \"a\"\n[[topic.subscription]]\n\nname = \"a b\"\n", 5,
            "subscription name");
        const QByteArray subscription =
            "[[topic]]\nname = \"a\"\n[[topic.subscription]]\nname = \"s\"\n\n";
        row("subscription with a bad endpoint", subscription + "endpoint = \"foo\"\n", 6,
            "endpoint: ");
        row("subscription with a bad tag",
            subscription + "filter_tag = \"aaaaaaaaaaaaaaaaa\"\nendpoint = \"http://a/\"\n", 6,
            "filter_tag: FilterTag");
        row("subscription with bad dead letters",
            subscription + "endpoint = \"http://a/\"\ndead_letter_queue = \"b c\"\n", 7,
            "dead_letter_queue: ");
        row("bad subnet", "[push]\n\ndeny = [\"10.0.0.0/33\"]\n", 3, "push.deny: ");
        row("bad address of mails", "[push.smtp]\n\nfrom = \"x y\"\n", 3,
            "push.smtp.from: \"x y\" is not a mail address.");
        row("subscription without an endpoint",
            "[[topic]]\nname = \"a\"\n[[topic.subscription]]\nname = \"s\"\n", 3, "Endpoint");
        row("subscription with an unknown word",
            "[[topic]]\nname = \"a\"\n[[topic.subscription]]\nname = \"s\"\n"
            "notify_strategy = \"NEVER\"\n",
            5, "no such word");
        row("bad MD5 form", "[push]\ncontent_md5 = \"hex\"\n", 2, "neither base64hex");
        row("bad mail server", "[push.smtp]\nurl = \"mail.lan:25\"\n", 2, "not a mail server");
        row("bad STARTTLS", "[push.smtp]\nstarttls = \"maybe\"\n", 2, "neither require");
        row("bad gateway", "[push.sms]\nurl = \"ftp://sms.lan\"\n", 2, "not an http or https");
        row("bad method", "[push.sms]\nmethod = \"post\"\n", 2, "not GET, POST");
        row("functions as texts", "[push]\nfunctions = [\"a\"]\n", 2, "[push.functions]");
        row("bad function", "[push.functions]\nsettle = \"http://a/\"\n", 2, "not a function");
        row("function without a URL", "[push.functions]\n\"a/b\" = \"a\"\n", 2, "URL of a/b");
        row("bad key size", "[push]\nkey_bits = 512\n", 2, "none of 1024");
        row("certificate nowhere", "[push]\ncertificate_url = \"broker.lan\"\n", 2,
            "push.certificate_url: \"broker.lan\" is not an http or https URL.");
        row("too few deliveries", "[push]\nmax_deliveries = 7\n", 2,
            "push.max_deliveries: \"7\" is not a number from 8 to 4096.");
        row("no deliveries to an endpoint", "[push]\n\nmax_deliveries_per_endpoint = 0\n", 3,
            "push.max_deliveries_per_endpoint: \"0\" is not a number from 1 to 1024.");
        row("queue as a table", "[queue]\nname = \"a\"\n", 1, "[[queue]]");
    }
    void faultsAreNamedByFileLineAndReason()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        QFETCH(QString, reason);
        Configuration configuration;
        const Result<void> applied = apply(configuration, text);
        QVERIFY(!applied);
        const QString where = QStringLiteral("%1:%2: ").arg(path()).arg(line);
        QVERIFY2(applied.error().message.startsWith(where), qPrintable(applied.error().message));
        QVERIFY2(applied.error().message.contains(reason), qPrintable(applied.error().message));
    }

    void aMissingFileIsNamed()
    {
        Configuration configuration;
        const Result<void> applied =
            applyConfigFile(configuration, QStringLiteral("/nowhere/box.toml"));
        QVERIFY(!applied);
        QVERIFY(applied.error().message.startsWith(QLatin1String("/nowhere/box.toml: ")));
    }

    void environmentSetsWhatItNames()
    {
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("SIGNALBOX_LISTEN"), QStringLiteral("127.0.0.1:0"));
        environment.insert(QStringLiteral("SIGNALBOX_MAX_QUEUES"), QStringLiteral("9"));
        Configuration configuration;
        QVERIFY(applyEnvironment(configuration, environment).ok());
        QCOMPARE(configuration.broker.listen.port, 0);
        QCOMPARE(configuration.broker.quotas.maxQueuesPerAccount, 9);

        environment.insert(QStringLiteral("SIGNALBOX_DURABILITY"), QStringLiteral("perhaps"));
        const Result<void> refused = applyEnvironment(configuration, environment);
        QVERIFY(!refused);
        QVERIFY(refused.error().message.startsWith(QLatin1String("SIGNALBOX_DURABILITY: ")));
    }

    void functionsAreAListInTheEnvironment()
    {
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("SIGNALBOX_PUSH_FUNCTIONS"),
                           QStringLiteral("a/b=http://a/?x=1, c/d=http://c/"));
        Configuration configuration;
        QVERIFY(applyEnvironment(configuration, environment).ok());
        const QMap<QString, QString> functions{
            {QStringLiteral("a/b"), QStringLiteral("http://a/?x=1")},
            {QStringLiteral("c/d"), QStringLiteral("http://c/")}};
        QCOMPARE(configuration.broker.push.channels.functions, functions);
    }

    void aRelayWithoutASenderIsRefused()
    {
        BrokerOptions options;
        options.push.channels.mail.url = QStringLiteral("smtp://mail.lan:587");
        const Result<void> checked = checkBrokerOptions(options);
        QVERIFY(!checked);
        QVERIFY(checked.error().message.contains(QLatin1String("push.smtp.from is not set")));
    }

    void secretsStayOutOfErrors()
    {
        for (const Setting &setting : settings()) {
            if (qstrcmp(setting.key, "access_key") != 0)
                continue;
            Configuration configuration;
            const Result<void> applied =
                setting.apply(configuration, QStringLiteral("bad id:hush"));
            QVERIFY(!applied);
            QVERIFY(!applied.error().message.contains(QLatin1String("hush")));
        }
    }

    void developmentKeyOpensLoopbackOnly_data()
    {
        QTest::addColumn<QString>("listen");
        QTest::addColumn<QString>("secret");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("loopback") << QStringLiteral("127.0.0.1:0") << QStringLiteral("local-secret")
                                  << true;
        QTest::newRow("IPv6 loopback")
            << QStringLiteral("[::1]:0") << QStringLiteral("local-secret") << true;
        QTest::newRow("all addresses")
            << QStringLiteral("0.0.0.0:0") << QStringLiteral("local-secret") << false;
        QTest::newRow("all IPv6 addresses")
            << QStringLiteral("[::]:0") << QStringLiteral("local-secret") << false;
        QTest::newRow("a LAN address")
            << QStringLiteral("192.168.0.2:0") << QStringLiteral("local-secret") << false;
        QTest::newRow("all addresses, own key")
            << QStringLiteral("0.0.0.0:0") << QStringLiteral("own") << true;
    }
    void developmentKeyOpensLoopbackOnly()
    {
        QFETCH(QString, listen);
        QFETCH(QString, secret);
        QFETCH(bool, allowed);
        BrokerOptions options;
        options.listen = *ListenAddress::parse(listen);
        options.accessKeySecret = secret;
        const Result<void> checked = checkBrokerOptions(options);
        QCOMPARE(checked.ok(), allowed);
        if (!allowed)
            QVERIFY(checked.error().message.contains(QLatin1String("development key")));
    }

    void beyondLoopbackMetadataAddressesAreDeniedUnlessSaidOtherwise()
    {
        const QHostAddress metadata(QStringLiteral("169.254.169.254"));
        BrokerOptions options;
        QVERIFY(addressRules(options)->permits(metadata));
        options.listen.address = QHostAddress::AnyIPv4;
        QVERIFY(!addressRules(options)->permits(metadata));
        options.push.allowedSubnets = QStringList{QStringLiteral("169.254.169.254/32")};
        QVERIFY(addressRules(options)->permits(metadata));
        options.push.allowedSubnets.clear();
        options.push.deniedSubnets = QStringList{QStringLiteral("10.0.0.0/8")};
        QVERIFY(addressRules(options)->permits(metadata));
    }

    void everySettingIsDocumented()
    {
        QFile document(QStringLiteral(CONFIGURATION_DOCUMENT));
        QVERIFY(document.open(QIODevice::ReadOnly));
        const QByteArray text = document.readAll();
        for (const Setting &setting : settings()) {
            const QByteArray row = QByteArray("| `") + setting.key + "` | `--" + setting.option
                + ' ' + QByteArray(setting.valueName).replace("|", "\\|") + "` | `"
                + setting.variable + "` |";
            QVERIFY2(text.contains(row), row.constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestConfiguration)
#include "tst_configuration.moc"
