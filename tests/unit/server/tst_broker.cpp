// SPDX-License-Identifier: GPL-3.0-only
#include "runningbroker.h"
#include "signedclient.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace std::chrono_literals;

class TestBroker : public QObject
{
    Q_OBJECT

private:
    static Result<QString> started(Broker &broker)
    {
        const QFuture<Result<QString>> future = broker.start();
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 30'000))
            qFatal("The broker neither started nor failed.");
        return future.result();
    }

    static bool stops(Broker &broker)
    {
        const QFuture<void> future = broker.stop();
        return QTest::qWaitFor([&] { return future.isFinished(); }, 30'000);
    }

    static BrokerOptions optionsIn(const QTemporaryDir &directory)
    {
        BrokerOptions options;
        options.dataDirectory = directory.filePath(QStringLiteral("data"));
        options.listen.port = 0;
        return options;
    }

private slots:
    void goesThroughItsStates()
    {
        const QTemporaryDir directory;
        Broker broker(optionsIn(directory));
        QSignalSpy states(&broker, &Broker::stateChanged);
        QCOMPARE(broker.state(), Broker::State::Stopped);
        const Result<QString> endpoint = started(broker);
        QVERIFY(endpoint.ok());
        QCOMPARE(broker.state(), Broker::State::Running);
        QCOMPARE(broker.endpoint(), *endpoint);
        QVERIFY(endpoint->startsWith(QLatin1String("http://127.0.0.1:")));
        QVERIFY(stops(broker));
        QCOMPARE(broker.state(), Broker::State::Stopped);
        QCOMPARE(broker.endpoint(), QString());
        QCOMPARE(states.size(), 4); // Starting, Running, Stopping, Stopped
    }

    void startsAgainAfterAStop()
    {
        const QTemporaryDir directory;
        Broker broker(optionsIn(directory));
        for (int i = 0; i < 2; ++i) {
            QVERIFY(started(broker).ok());
            QVERIFY(stops(broker));
        }
    }

    void stoppingTwiceOrUnstartedIsHarmless()
    {
        const QTemporaryDir directory;
        Broker broker(optionsIn(directory));
        QVERIFY(stops(broker));
        QVERIFY(started(broker).ok());
        const QFuture<void> first = broker.stop();
        QVERIFY(stops(broker));
        QVERIFY(first.isFinished());
    }

    void destructionStopsWhatRuns()
    {
        const QTemporaryDir directory;
        {
            Broker broker(optionsIn(directory));
            QVERIFY(started(broker).ok());
        }
        Broker next(optionsIn(directory));
        QVERIFY(started(next).ok()); // the directory is free again
    }

    void stopDuringTheStartEndsBoth()
    {
        const QTemporaryDir directory;
        Broker broker(optionsIn(directory));
        const QFuture<Result<QString>> starting = broker.start();
        QVERIFY(stops(broker));
        QVERIFY(QTest::qWaitFor([&] { return starting.isFinished(); }));
        QCOMPARE(broker.state(), Broker::State::Stopped);
    }

    void aBusyPortIsNamedWithAFreeOne()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        const QTemporaryDir directory;
        BrokerOptions options = optionsIn(directory);
        options.listen.port = other.serverPort();
        Broker broker(options);
        const Result<QString> endpoint = started(broker);
        QVERIFY(!endpoint);
        QCOMPARE(endpoint.error().code, ErrorCode::Conflict);
        const QString message = endpoint.error().message;
        QVERIFY2(message.startsWith(
                     QStringLiteral("Port %1 on 127.0.0.1 is in use").arg(other.serverPort())),
                 qPrintable(message));
        QVERIFY2(message.endsWith(QLatin1String(" is free.")), qPrintable(message));
        QTRY_COMPARE(broker.state(), Broker::State::Stopped);
        other.close();
        QVERIFY(started(broker).ok());
    }

    void freePortIsFree()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        const quint16 port =
            findFreePort(QHostAddress(QHostAddress::LocalHost), other.serverPort());
        QVERIFY(port != 0 && port != other.serverPort());
        QTcpServer probe;
        QVERIFY(probe.listen(QHostAddress::LocalHost, port));
    }

    void twoBrokersCannotShareADirectory()
    {
        const QTemporaryDir directory;
        Broker first(optionsIn(directory));
        QVERIFY(started(first).ok());
        Broker second(optionsIn(directory));
        const Result<QString> endpoint = started(second);
        QVERIFY(!endpoint);
        QVERIFY(!endpoint.error().message.isEmpty());
        QTRY_COMPARE(second.state(), Broker::State::Stopped);
    }

    void aDamagedKeyOfPushesEndsTheStart()
    {
        const QTemporaryDir directory;
        const QDir data(optionsIn(directory).dataDirectory);
        QVERIFY(data.mkpath(QStringLiteral(".")));
        QFile file(data.filePath(QString::fromLatin1(PushKey::kKeyFileName)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("junk");
        file.close();
        Broker broker(optionsIn(directory));
        const Result<QString> endpoint = started(broker);
        QVERIFY(!endpoint);
        QVERIFY(endpoint.error().message.contains(file.fileName()));
        QTRY_COMPARE(broker.state(), Broker::State::Stopped);
    }

    void developmentKeyIsNotServedToTheNetwork()
    {
        const QTemporaryDir directory;
        BrokerOptions options = optionsIn(directory);
        options.listen.address = QHostAddress(QHostAddress::AnyIPv4);
        Broker broker(options);
        const Result<QString> endpoint = started(broker);
        QVERIFY(!endpoint);
        QCOMPARE(endpoint.error().code, ErrorCode::AccessDenied);
        QCOMPARE(broker.state(), Broker::State::Stopped);
    }

    void declaredTopicsExistWithTheirSubscriptions()
    {
        DeclaredTopic news;
        news.name = QStringLiteral("news");
        DeclaredSubscription web;
        web.name = QStringLiteral("web");
        web.settings.endpoint = QStringLiteral("http://127.0.0.1:9/");
        news.subscriptions = {web};
        RunningBroker broker([&](BrokerOptions &options) { options.topics = {news}; });
        const auto subscription = [&broker] {
            SignedClient client(broker.port());
            return client.call("GET", "/topics/news/subscriptions/web").body;
        };
        QVERIFY(subscription().contains("http://127.0.0.1:9/"));
        SignedClient(broker.port())
            .call("PUT", "/topics/news/subscriptions/web?metaoverride=true",
                  "<Subscription><FilterTag>red</FilterTag></Subscription>");
        QVERIFY(subscription().contains("red"));
        broker.restart(); // and it is as declared again
        QVERIFY(!subscription().contains("red"));
    }

    void aDeclarationThatIsRefusedEndsTheStart()
    {
        DeclaredQueue small;
        small.name = QStringLiteral("small");
        small.settings.maximumMessageSizeBytes = 1024;
        DeclaredTopic news;
        news.name = QStringLiteral("news");
        DeclaredSubscription copies;
        copies.name = QStringLiteral("copies");
        copies.settings.endpoint =
            QStringLiteral("acs:mns:local:1000000000000000:queues/small"); // takes less
        news.subscriptions = {copies};
        const QTemporaryDir directory;
        BrokerOptions options = optionsIn(directory);
        options.queues = {small};
        options.topics = {news};
        Broker broker(options);
        const Result<QString> endpoint = started(broker);
        QVERIFY(!endpoint);
        QVERIFY2(endpoint.error().message.contains(QStringLiteral("copies")),
                 qPrintable(endpoint.error().message));
        QTRY_COMPARE(broker.state(), Broker::State::Stopped);
    }

    void aDeadLetterQueueOfTheOtherTypeIsRefusedAtTheFirstStart()
    {
        DeclaredQueue orders;
        orders.name = QStringLiteral("orders");
        orders.settings.type = QueueType::Fifo;
        orders.settings.deadLetters = DeadLetterPolicy{QStringLiteral("dead"), 3};
        DeclaredQueue dead;
        dead.name = QStringLiteral("dead");
        const QTemporaryDir directory;
        BrokerOptions options = optionsIn(directory);
        options.queues = {orders, dead};
        Broker broker(options);
        const Result<QString> endpoint = started(broker);
        QVERIFY(!endpoint);
        QCOMPARE(endpoint.error().code, ErrorCode::InvalidArgument);
    }

    void declaredQueuesExistWithTheirAttributes()
    {
        DeclaredQueue orders;
        orders.name = QStringLiteral("orders");
        orders.settings.visibilityTimeout = 60s;
        RunningBroker broker([&](BrokerOptions &options) { options.queues = {orders}; });
        SignedClient client(broker.port());
        const QByteArray path = "/queues/orders";
        QCOMPARE(elementText(client.call("GET", path).body, "VisibilityTimeout"), QByteArray("60"));

        client.call("PUT", path + "?metaoverride=true",
                    "<Queue><VisibilityTimeout>5</VisibilityTimeout><DelaySeconds>9</"
                    "DelaySeconds></Queue>");
        client.call("POST", path + "/messages", "<Message><MessageBody>x</MessageBody></Message>");
        broker.restart(); // and it is as declared again, with what it holds
        SignedClient again(broker.port());
        const QByteArray document = again.call("GET", path).body;
        QCOMPARE(elementText(document, "VisibilityTimeout"), QByteArray("60"));
        QCOMPARE(elementText(document, "DelaySeconds"), QByteArray("0"));
        QCOMPARE(elementText(document, "DelayMessages"), QByteArray("1"));
    }

    void otherKeysAreServedWhenConfigured()
    {
        RunningBroker broker([](BrokerOptions &options) {
            options.accessKeyId = QStringLiteral("own");
            options.accessKeySecret = QStringLiteral("hidden");
        });
        SignedClient client(broker.port());
        QCOMPARE(errorCode(client.call("GET", "/queues")), QByteArray("InvalidAccessKeyId"));
        QCOMPARE(
            client.exchange(ClientRequest::make("GET", "/queues").signV2({"own", "hidden", {}}))
                .status,
            200);
    }
};

QTEST_GUILESS_MAIN(TestBroker)
#include "tst_broker.moc"
