// SPDX-License-Identifier: GPL-3.0-only
#include "server/broker.h"

#include "server/brokercore.h"
#include "server/serverplatform.h"

#include <QTcpServer>

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
{
    m_thread.setObjectName(QStringLiteral("signalbox-http"));
}

Broker::~Broker()
{
    if (m_core) {
        m_core->disconnect(this);
        QMetaObject::invokeMethod(m_core.get(), &BrokerCore::stop);
    }
    m_thread.wait(); // its loop runs until the core has stopped, in its own order
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
    ServerPlatform::ignoreFileSizeSignal();
    m_core = std::make_unique<BrokerCore>(m_options);
    m_core->moveToThread(&m_thread);
    connect(m_core.get(), &BrokerCore::started, this, &Broker::startFinished);
    connect(m_core.get(), &BrokerCore::healthChanged, this, [this](const StoreHealth &health) {
        m_health = health;
        emit healthChanged(health);
    });
    connect(m_core.get(), &BrokerCore::stopped, &m_thread, &QThread::quit, Qt::DirectConnection);
    connect(&m_thread, &QThread::finished, this, &Broker::stopFinished, Qt::UniqueConnection);
    m_thread.start();
    QMetaObject::invokeMethod(m_core.get(), &BrokerCore::start);
    return future;
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
    QMetaObject::invokeMethod(m_core.get(), &BrokerCore::stop);
    return future;
}

void Broker::stopFinished()
{
    m_thread.wait();
    m_core.reset();
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
