// SPDX-License-Identifier: GPL-3.0-only
// Apps at an even pace: sends, receives and deletes a number of messages a second, spread over some
// queues, until it is ended. A call that fails is said on stderr.
//   steadyload --endpoint URL --access-key ID:SECRET [--queues N] [--rate N]
#include "client/mnsclient.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFutureWatcher>
#include <QTimer>
#include <QUrl>

#include <cstdio>

using namespace Signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr int kBatch = 4;
constexpr int kBodyBytes = 300;

class SteadyLoad : public QObject
{
public:
    SteadyLoad(const Endpoint &endpoint, int queues, int perSecond)
        : m_client(endpoint)
        , m_queues(queues)
    {
        OutgoingMessage message;
        message.body = "{\"order\": 4711, \"text\": \"" + QByteArray(kBodyBytes, 'x') + "\"}";
        m_batch.assign(kBatch, message);
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1000 * kBatch / perSecond);
        connect(&m_timer, &QTimer::timeout, this, &SteadyLoad::turn);
        createNext(0);
    }

private:
    [[nodiscard]] static QString queue(int number) { return u"steady-%1"_s.arg(number); }

    /// \a next gets the answer; what fails ends there.
    template <typename T, typename Next>
    void then(const QFuture<Result<T>> &future, Next next)
    {
        auto *watcher = new QFutureWatcher<Result<T>>(this);
        connect(watcher, &QFutureWatcherBase::finished, this, [watcher, next] {
            watcher->deleteLater();
            const Result<T> result = watcher->result();
            if (result)
                next(*result);
            else if (result.error().code != ErrorCode::MessageNotExist)
                std::fprintf(stderr, "steadyload: %s\n", qPrintable(result.error().message));
        });
        watcher->setFuture(future);
    }

    void createNext(int number)
    {
        if (number == m_queues) {
            m_timer.start();
            std::printf("steadyload ready\n");
            std::fflush(stdout);
            return;
        }
        then(m_client.createQueue(queue(number)),
             [this, number](const auto &) { createNext(number + 1); });
    }

    void turn()
    {
        const QString name = queue(m_turn++ % m_queues);
        then(m_client.sendMessages(name, m_batch), [this, name](const auto &) {
            then(m_client.receiveMessages(name, kBatch), [this, name](const auto &received) {
                std::vector<QByteArray> handles;
                for (const ReceivedMessage &message : received)
                    handles.push_back(message.receiptHandle);
                then(m_client.deleteMessages(name, handles), [](const auto &) {});
            });
        });
    }

    MnsClient m_client;
    QTimer m_timer;
    std::vector<OutgoingMessage> m_batch;
    const int m_queues;
    int m_turn = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOption({u"endpoint"_s, {}, u"url"_s});
    parser.addOption({u"access-key"_s, {}, u"id:secret"_s});
    parser.addOption({u"queues"_s, {}, u"number"_s, u"24"_s});
    parser.addOption({u"rate"_s, {}, u"number"_s, u"500"_s});
    parser.process(application);
    const QStringList key = parser.value(u"access-key"_s).split(u':');
    const int queues = parser.value(u"queues"_s).toInt();
    const int rate = parser.value(u"rate"_s).toInt();
    if (key.size() != 2 || queues < 1 || rate < 1 || rate > 1000 * kBatch)
        return 2;
    Endpoint endpoint;
    endpoint.url = QUrl(parser.value(u"endpoint"_s));
    endpoint.accessKeyId = key.first();
    endpoint.accessKeySecret = key.last();
    SteadyLoad load(endpoint, queues, rate);
    return QCoreApplication::exec();
}
