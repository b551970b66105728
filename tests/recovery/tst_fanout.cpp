// SPDX-License-Identifier: GPL-3.0-only
#include "client/adminclient.h"
#include "client/mnsclient.h"
#include "daemonprocess.h"
#include "pushreceiver.h"
#include "support/awaited.h"

#include <QFutureWatcher>
#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kRounds = 20;
constexpr int kPublishesPerRound = 500;
constexpr int kUnderWay = 24; ///< Publishes at a time, six a client.

Endpoint endpointOf(const DaemonProcess &daemon)
{
    Endpoint endpoint;
    endpoint.url = daemon.url();
    endpoint.accessKeyId = QString::fromLatin1(DaemonProcess::credentials().accessKeyId);
    endpoint.accessKeySecret = QString::fromLatin1(DaemonProcess::credentials().accessKeySecret);
    return endpoint;
}

/// Publishes numbered bodies as fast as they are answered, and keeps which were acknowledged.
class Publisher : public QObject
{
public:
    Publisher(const DaemonProcess &daemon, int first, QSet<QByteArray> &acknowledged)
        : m_acknowledged(acknowledged)
        , m_next(first)
        , m_end(first + kPublishesPerRound)
    {
        for (int i = 0; i < kUnderWay / 6; ++i)
            m_clients.push_back(std::make_unique<MnsClient>(endpointOf(daemon)));
        for (int i = 0; i < kUnderWay; ++i)
            publish(*m_clients.at(std::size_t(i) % m_clients.size()));
    }

    [[nodiscard]] bool isDone() const { return m_answered == kPublishesPerRound; }

private:
    void publish(MnsClient &client)
    {
        if (m_next == m_end)
            return;
        PublishedMessage message;
        // Some bodies are shared by their copies, some stand in each.
        const int number = m_next++;
        message.content.body =
            QByteArray::number(number) + ' ' + QByteArray(number % 3 == 0 ? 1000 : 10, 'x');
        auto *watcher = new QFutureWatcher<Result<SentMessage>>(this);
        connect(watcher, &QFutureWatcherBase::finished, this,
                [this, watcher, &client, body = message.content.body] {
                    ++m_answered;
                    if (watcher->result())
                        m_acknowledged.insert(body);
                    watcher->deleteLater();
                    publish(client);
                });
        watcher->setFuture(client.publish(u"news"_s, message));
    }

    QSet<QByteArray> &m_acknowledged;
    std::vector<std::unique_ptr<MnsClient>> m_clients;
    int m_next;
    const int m_end;
    int m_answered = 0;
};

} // namespace

/// A publish that was acknowledged reaches every subscriber at least once, however often the broker
/// is killed while it fans out: three queues and two HTTP endpoints.
class TestFanOut : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_directory;
    DaemonProcess m_daemon{m_directory.path()};
    PushReceiver m_first;
    PushReceiver m_second;
    QSet<QByteArray> m_acknowledged;

    void subscribe(MnsClient &mns, const QString &name, const QString &endpoint)
    {
        SubscriptionPatch settings;
        settings.endpoint = endpoint;
        settings.format = NotifyContentFormat::Simplified;
        settings.strategy = NotifyStrategy::ExponentialDecayRetry;
        QVERIFY(awaited(mns.subscribe(u"news"_s, name, settings)));
    }
    [[nodiscard]] QSet<QByteArray> missingAt(const PushReceiver &receiver) const
    {
        QSet<QByteArray> missing = m_acknowledged;
        for (const ReceivedPush &push : receiver.pushes())
            missing.remove(push.body);
        return missing;
    }
    QSet<QByteArray> missingIn(const QString &queue)
    {
        QSet<QByteArray> missing = m_acknowledged;
        AdminClient admin(endpointOf(m_daemon));
        Admin::BrowseQuery query;
        query.limit = 1000;
        while (true) {
            const auto page = awaited(admin.browse(queue, query));
            if (!page)
                return missing;
            for (const Admin::Message &message : page->messages)
                missing.remove(message.body);
            if (page->complete)
                return missing;
            query.cursor = page->cursor;
        }
    }

private slots:
    void everyAcknowledgedPublishReachesEverySubscriber()
    {
        const quint32 seed = qEnvironmentVariableIsSet("SIGNALBOX_RECOVERY_SEED")
            ? qEnvironmentVariable("SIGNALBOX_RECOVERY_SEED").toUInt()
            : QRandomGenerator::global()->generate();
        qInfo("SIGNALBOX_RECOVERY_SEED=%u", seed);
        std::mt19937 moments(seed);

        QVERIFY2(m_daemon.start(), m_daemon.log().constData());
        {
            MnsClient mns(endpointOf(m_daemon));
            QVERIFY(awaited(mns.createTopic(u"news"_s)));
            for (const QString &queue : {u"a"_s, u"b"_s, u"c"_s}) {
                QVERIFY(awaited(mns.createQueue(queue)));
                subscribe(mns, queue, u"acs:mns:x:1:queues/"_s + queue);
            }
            subscribe(mns, u"first"_s, QString::fromLatin1(m_first.url()));
            subscribe(mns, u"second"_s, QString::fromLatin1(m_second.url()));
        }
        for (int round = 0; round < kRounds; ++round) {
            Publisher publisher(m_daemon, round * kPublishesPerRound, m_acknowledged);
            const int moment = int(moments() % 600);
            static_cast<void>(QTest::qWaitFor([&publisher] { return publisher.isDone(); }, moment));
            m_daemon.kill();
            QVERIFY2(m_daemon.start(), m_daemon.log().constData());
        }
        qInfo("%lld publishes acknowledged", static_cast<long long>(m_acknowledged.size()));
        QVERIFY(m_acknowledged.size() > kRounds); // else nothing was proved

        for (const QString &queue : {u"a"_s, u"b"_s, u"c"_s})
            QCOMPARE(missingIn(queue), QSet<QByteArray>());
        // What was under way when the broker was killed is leased until its minute is over.
        AdminClient admin(endpointOf(m_daemon));
        QVERIFY(awaited(admin.advanceClock(61s)));
        QTRY_COMPARE_WITH_TIMEOUT(missingAt(m_first), QSet<QByteArray>(), 120'000);
        QTRY_COMPARE_WITH_TIMEOUT(missingAt(m_second), QSet<QByteArray>(), 120'000);
        QVERIFY(m_daemon.terminate());
    }
};

QTEST_GUILESS_MAIN(TestFanOut)
#include "tst_fanout.moc"
