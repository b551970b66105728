// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/adminclient.h"
#include "client/mnsclient.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace Signalbox {

/// Fills a broker with queues and messages in every state, and keeps apps busy with them: what
/// pictures are taken of.
class DemoState : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DemoState)

public:
    explicit DemoState(const Endpoint &endpoint, QObject *parent = nullptr);

    /// Makes the queues and the messages that stay; false when the broker refused one.
    [[nodiscard]] bool build();
    /// Lets the apps work until stopTraffic(); returns when they have for \a duration.
    void startTraffic(std::chrono::seconds duration);
    void stopTraffic() { m_timer.stop(); }

    /// The queue whose messages are worth a look.
    static QString richQueue() { return QStringLiteral("orders-billing"); }

private:
    void turn();
    void send(const QString &queue, int messages);
    void consume(const QString &queue, int messages);
    [[nodiscard]] OutgoingMessage order();

    MnsClient m_sender;
    MnsClient m_receiver;
    QTimer m_timer;
    QElapsedTimer m_elapsed;
    int m_turn = 0;
    int m_order = 88'000;
};

} // namespace Signalbox
