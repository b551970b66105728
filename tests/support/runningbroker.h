// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "server/broker.h"

#include <QTemporaryDir>

#include <atomic>
#include <functional>
#include <memory>

namespace Signalbox::Test {

/// A whole broker over real sockets: a temporary directory, a free port, and a clock of its own
/// that only moves when told. Signatures go by the system's time. Fails the process when it cannot
/// start.
class RunningBroker
{
public:
    static constexpr qint64 kStartMs = 1'449'554'806'330; ///< Where the broker's clock starts.

    using Configure = std::function<void(BrokerOptions &options)>;
    explicit RunningBroker(const Configure &configure = {});
    ~RunningBroker();
    RunningBroker(const RunningBroker &) = delete;
    RunningBroker &operator=(const RunningBroker &) = delete;

    [[nodiscard]] Broker &broker() { return *m_broker; }
    [[nodiscard]] QString endpoint() const { return m_broker->endpoint(); }
    [[nodiscard]] quint16 port() const;

    /// Moves the broker's clock. Who waits for a message that falls due is served with the next
    /// request on its queue.
    void advance(std::chrono::milliseconds by) { *m_nowMs += by.count(); }
    [[nodiscard]] qint64 nowMs() const { return *m_nowMs; }

    /// Stops it and starts another on the same data.
    void restart();
    void stop();

private:
    void start();

    QTemporaryDir m_directory;
    std::shared_ptr<std::atomic<qint64>> m_nowMs = std::make_shared<std::atomic<qint64>>(kStartMs);
    BrokerOptions m_options;
    std::unique_ptr<Broker> m_broker;
};

} // namespace Signalbox::Test
