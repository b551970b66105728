// SPDX-License-Identifier: GPL-3.0-only
#include "server/broker.h"

#include "server/brokercore.h"
#include "server/serverplatform.h"

#include <QTcpServer>

#include <openssl/crypto.h>

#include <utility>

namespace Signalbox {

quint16 findFreePort(const QHostAddress &address, quint16 taken)
{
    constexpr int kTries = 20;
    QTcpServer probe;
    for (int port = taken + 1; port <= taken + kTries && port <= 65535; ++port) {
        if (probe.listen(address, quint16(port)))
            return quint16(port);
    }
    return probe.listen(address, 0) ? probe.serverPort() : quint16(0);
}

Broker::Broker(BrokerOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_mailbox(this)
{
    m_thread.setObjectName(QStringLiteral("signalbox-http"));
    // QThread::wait() returns before OpenSSL gives back by itself what it keeps for the thread.
    connect(
        &m_thread, &QThread::finished, &m_thread, [] { OPENSSL_thread_stop(); },
        Qt::DirectConnection);
}

Broker::~Broker()
{
    if (!m_core)
        return;
    m_core->stop();
    dropCore();
}

QFuture<Result<QString>> Broker::start()
{
    Q_ASSERT(m_state == State::Stopped);
    m_starting = {};
    m_starting.start();
    const QFuture<Result<QString>> future = m_starting.future();
    if (const Result<void> sound = checkBrokerOptions(m_options); !sound) {
        m_starting.addResult(sound.error());
        m_starting.finish();
        return future;
    }

    setState(State::Starting);
    ServerPlatform::ignoreWriteSignals();
    m_core = std::make_unique<BrokerCore>(m_options);
    m_core->moveToThread(&m_thread);
    m_coreEnded = {};
    listenToCore();
    m_thread.start();
    m_core->start();
    return future;
}

void Broker::listenToCore()
{
    const BrokerCore *core = m_core.get();
    connect(
        core, &BrokerCore::started, this,
        [this](const Result<QString> &endpoint) {
            m_mailbox.post([this, endpoint] { startFinished(endpoint); });
        },
        Qt::DirectConnection);
    connect(
        core, &BrokerCore::healthChanged, this,
        [this](const StoreHealth &health) {
            m_mailbox.post([this, health] {
                m_health = health;
                emit healthChanged(health);
            });
        },
        Qt::DirectConnection);
    connect(
        core, &BrokerCore::stopped, this,
        [this] {
            m_thread.quit();
            m_mailbox.post([this] { stopFinished(); });
            m_coreEnded.set_value();
        },
        Qt::DirectConnection);
}

void Broker::startFinished(const Result<QString> &endpoint)
{
    if (endpoint && m_state == State::Starting) {
        m_endpoint = *endpoint;
        setState(State::Running);
    }
    m_starting.addResult(endpoint);
    m_starting.finish();
}

QFuture<void> Broker::stop()
{
    if (m_state == State::Stopping)
        return m_stopping.future();
    m_stopping = {};
    m_stopping.start();
    const QFuture<void> future = m_stopping.future();
    if (m_state == State::Stopped) {
        m_stopping.finish();
        return future;
    }
    setState(State::Stopping);
    m_core->stop();
    return future;
}

void Broker::dropCore()
{
    m_coreEnded.get_future().wait(); // it stops in its own order
    m_thread.wait();
    m_core.reset();
}

void Broker::stopFinished()
{
    dropCore();
    m_endpoint.clear();
    const bool wasAsked = m_state == State::Stopping;
    setState(State::Stopped);
    if (!m_starting.future().isFinished()) {
        m_starting.addResult(Error{ErrorCode::Cancelled,
                                   QStringLiteral("The broker was stopped while it started.")});
        m_starting.finish();
    }
    if (wasAsked)
        m_stopping.finish();
}

void Broker::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    emit stateChanged(state);
}

} // namespace Signalbox
