// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/mailbox.h"
#include "core/result.h"
#include "server/brokeroptions.h"
#include "store/rows.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThread>

#include <future>
#include <memory>

namespace Signalbox {

class BrokerCore;

/// A whole broker: owns the HTTP thread and everything in it, the store with its threads included.
/// Lives in the thread that made it and never blocks that, except in the destructor, which stops
/// what still runs.
class Broker : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Broker)

public:
    enum class State { Stopped, Starting, Running, Stopping };

    explicit Broker(BrokerOptions options, QObject *parent = nullptr);
    ~Broker() override;

    [[nodiscard]] const BrokerOptions &options() const { return m_options; }
    [[nodiscard]] State state() const { return m_state; }
    /// Where it answers while it runs: "http://127.0.0.1:9324".
    [[nodiscard]] QString endpoint() const { return m_endpoint; }
    /// As last told by healthChanged().
    [[nodiscard]] const StoreHealth &health() const { return m_health; }

    /// Opens the data directory and listens. Gives the endpoint. Errors, each with a sentence for
    /// people: those of checkBrokerOptions(), Conflict when the port is in use (naming a free one),
    /// InternalError when the data directory cannot be used or another broker has it.
    QFuture<Result<QString>> start();

    /// Refuses new connections, answers long polls empty, lets what is under way finish, commits
    /// and closes. Harmless when stopped; a start under way ends with Cancelled.
    QFuture<void> stop();

signals:
    void stateChanged(Signalbox::Broker::State state);
    /// Writes stopped, or work again.
    void healthChanged(const Signalbox::StoreHealth &health);

private:
    void setState(State state);
    void listenToCore();
    void startFinished(const Result<QString> &endpoint);
    void stopFinished();
    /// Waits for the core to end.
    void dropCore();

    const BrokerOptions m_options;
    State m_state = State::Stopped;
    QString m_endpoint;
    StoreHealth m_health;
    Mailbox m_mailbox; ///< What the core tells.
    QThread m_thread;
    std::unique_ptr<BrokerCore> m_core; ///< Lives in m_thread; deleted when that has finished.
    std::promise<void> m_coreEnded;
    QPromise<Result<QString>> m_starting;
    QPromise<void> m_stopping;
};

/// A port of \a address that nobody listens on now, if possible one soon after \a taken. 0 when
/// there is none.
[[nodiscard]] quint16 findFreePort(const QHostAddress &address, quint16 taken);

} // namespace Signalbox
