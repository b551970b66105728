// SPDX-License-Identifier: GPL-3.0-only
#include "demostate.h"

#include "console/onreply.h"

#include <QTest>

#include <array>
#include <cmath>
#include <vector>

namespace Signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kBatch = 16;
constexpr auto kTurn = 200ms;

struct DemoQueue
{
    const char *name;
    int ready;
    int delayed;
    int leased;
    double sentPerTurn; ///< Mean messages in a turn.
    double takenPerTurn;
};

constexpr std::array kQueues = {
    DemoQueue{"billing-retry", 41, 120, 3, 0.2, 0.2},
    DemoQueue{"email-receipts", 88, 0, 12, 4, 4},
    DemoQueue{"inventory-sync", 460, 0, 16, 3, 4.5},
    DemoQueue{"invoice-archive", 0, 0, 0, 0, 0},
    DemoQueue{"loyalty-points", 0, 14, 0, 0.1, 0.1},
    DemoQueue{"orders-billing", 180, 42, 16, 9, 8.8},
    DemoQueue{"orders-refund", 6, 0, 0, 0.1, 0.1},
    DemoQueue{"parking-entry", 112, 0, 16, 6, 6},
    DemoQueue{"parking-exit", 98, 0, 9, 5, 5.1},
    DemoQueue{"search-reindex", 0, 320, 0, 0, 0},
    DemoQueue{"settlement-daily", 0, 0, 0, 0, 0},
    DemoQueue{"shipment-labels", 63, 0, 12, 2, 2},
    DemoQueue{"thumbnail-jobs", 0, 28, 0, 0.8, 0.8},
    DemoQueue{"transcode-jobs", 231, 0, 0, 0, 0},
    DemoQueue{"user-signup", 1, 0, 0, 0.2, 0.2},
    DemoQueue{"webhook-inbound", 0, 0, 0, 0.6, 0.6},
};

template <typename T>
bool finish(QFuture<Result<T>> future)
{
    return QTest::qWaitFor([&future] { return future.isFinished(); }, 20'000)
        && future.resultCount() > 0 && future.result().ok();
}

} // namespace

DemoState::DemoState(const Endpoint &endpoint, QObject *parent)
    : QObject(parent)
    , m_sender(endpoint)
    , m_receiver(endpoint)
{
    m_timer.setInterval(kTurn);
    connect(&m_timer, &QTimer::timeout, this, &DemoState::turn);
}

OutgoingMessage DemoState::order()
{
    constexpr std::array kTiers = {"gold", "silver", "basic"};
    ++m_order;
    OutgoingMessage message;
    message.body =
        R"({"orderId": "ORD-20260311-%1", "customer": %2, "tier": "%3", "currency": "CNY", )"
        R"("amount": %4.50, "items": [{"sku": "CAM-4K-02", "qty": 1}, {"sku": "SD-256", "qty": 2}]})"_ba
            .replace("%1", QByteArray::number(m_order))
            .replace("%2", QByteArray::number(40'000 + m_order % 977))
            .replace("%3", kTiers.at(std::size_t(m_order) % kTiers.size()))
            .replace("%4", QByteArray::number(200 + m_order * 7 % 1900));
    message.userProperties = {{u"source"_s, u"checkout"_s, PropertyType::String},
                              {u"attempt"_s, u"1"_s, PropertyType::Number}};
    return message;
}

bool DemoState::build()
{
    for (const DemoQueue &queue : kQueues) {
        const QString name = QString::fromLatin1(queue.name);
        QueueSettingsPatch settings;
        settings.visibilityTimeout = 600s;
        if (!finish(m_sender.createQueue(name, settings)))
            return false;
        // What is received first is what stays in flight.
        for (int left = queue.leased + queue.ready; left > 0; left -= kBatch) {
            std::vector<OutgoingMessage> batch;
            for (int i = 0; i < std::min(left, kBatch); ++i)
                batch.push_back(order());
            if (!finish(m_sender.sendMessages(name, batch)))
                return false;
        }
        if (queue.leased > 0
            && !finish(m_receiver.receiveMessages(name, std::min(queue.leased, kBatch))))
            return false;
        for (int left = queue.delayed; left > 0; left -= kBatch) {
            std::vector<OutgoingMessage> batch;
            for (int i = 0; i < std::min(left, kBatch); ++i) {
                batch.push_back(order());
                batch.back().delay = std::chrono::seconds(300 + left * 7);
            }
            if (!finish(m_sender.sendMessages(name, batch)))
                return false;
        }
    }
    return true;
}

void DemoState::startTraffic(std::chrono::seconds duration)
{
    m_timer.start();
    QTest::qWait(int(std::chrono::milliseconds(duration).count()));
}

void DemoState::turn()
{
    ++m_turn;
    for (std::size_t i = 0; i < kQueues.size(); ++i) {
        const DemoQueue &queue = kQueues.at(i);
        const QString name = QString::fromLatin1(queue.name);
        // Rates that go up and down, each queue's in its own rhythm.
        const double wave = 1 + 0.35 * std::sin(m_turn / (19.0 + double(i)) + double(i));
        const auto share = [this, wave, i](double mean) {
            const double exact = mean * wave;
            const double rest = exact - std::floor(exact);
            return int(exact) + (std::fmod((m_turn + int(i) * 3) * 0.618, 1.0) < rest ? 1 : 0);
        };
        send(name, share(queue.sentPerTurn));
        consume(name, share(queue.takenPerTurn));
    }
}

void DemoState::send(const QString &queue, int messages)
{
    if (messages <= 0)
        return;
    std::vector<OutgoingMessage> batch;
    for (int i = 0; i < std::min(messages, kBatch); ++i)
        batch.push_back(order());
    static_cast<void>(m_sender.sendMessages(queue, batch));
}

void DemoState::consume(const QString &queue, int messages)
{
    if (messages <= 0)
        return;
    onReply(m_receiver.receiveMessages(queue, std::min(messages, kBatch), 0s), this,
            [this, queue](const Result<std::vector<ReceivedMessage>> &reply) {
                if (!reply)
                    return;
                std::vector<QByteArray> handles;
                for (const ReceivedMessage &message : *reply)
                    handles.push_back(message.receiptHandle);
                // One in a while takes longer and stays in flight.
                if (m_turn % 23 == 0 && handles.size() > 1)
                    handles.pop_back();
                static_cast<void>(m_receiver.deleteMessages(queue, handles));
            });
}

} // namespace Signalbox
