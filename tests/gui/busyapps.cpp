// SPDX-License-Identifier: GPL-3.0-only
#include "busyapps.h"

#include "client/mnsclient.h"
#include "console/onreply.h"

#include <QTimer>

namespace Signalbox {

namespace {

constexpr int kTicksPerSecond = 50;
constexpr int kMostUnderWay = 64;

} // namespace

struct BusyApps::Work
{
    Endpoint endpoint;
    QStringList queues;
    int callsPerTick = 1;
    std::vector<OutgoingMessage> batch;
    std::atomic<bool> isStopped{false};
    // Of the thread, while it runs:
    QHash<QString, int> sent;
    qsizetype next = 0;
    int underWay = 0;

    void turn(MnsClient &client, QThread &thread)
    {
        if (isStopped && underWay == 0)
            thread.quit();
        for (int call = 0; call < callsPerTick && !isStopped && underWay < kMostUnderWay; ++call) {
            const QString queue = queues.at(next++ % queues.size());
            ++underWay;
            onReply(client.sendMessages(queue, batch), &client,
                    [this, queue](const Result<SentBatch> &reply) {
                        --underWay;
                        if (reply)
                            sent[queue] += int(batch.size());
                    });
        }
    }
};

BusyApps::BusyApps(const Endpoint &endpoint, const QStringList &queues, int callsPerSecond,
                   int batch)
    : m_work(std::make_shared<Work>())
{
    OutgoingMessage message;
    message.body = "{\"order\": 4711}";
    m_work->endpoint = endpoint;
    m_work->queues = queues;
    m_work->callsPerTick = std::max(1, callsPerSecond / kTicksPerSecond);
    m_work->batch.assign(std::size_t(batch), message);
    class Thread final : public QThread
    {
    public:
        explicit Thread(std::shared_ptr<Work> work)
            : m_work(std::move(work))
        {
        }

    protected:
        void run() override
        {
            MnsClient client(m_work->endpoint);
            QTimer ticks;
            QObject::connect(&ticks, &QTimer::timeout, &client,
                             [this, &client] { m_work->turn(client, *this); });
            ticks.start(1000 / kTicksPerSecond);
            exec();
        }

    private:
        std::shared_ptr<Work> m_work;
    };
    m_thread = std::make_unique<Thread>(m_work);
    m_thread->start();
}

BusyApps::~BusyApps()
{
    static_cast<void>(stop());
}

QHash<QString, int> BusyApps::stop()
{
    m_work->isStopped = true;
    m_thread->wait();
    return m_work->sent;
}

} // namespace Signalbox
