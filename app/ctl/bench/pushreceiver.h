// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "bench/benchhttp.h"
#include "bench/socket.h"
#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <atomic>
#include <chrono>
#include <memory>
#include <thread>
#include <unordered_set>
#include <vector>

namespace Signalbox::Ctl {

/// What pushes go to: a small HTTP/1.1 server on the loopback address, with a thread of its own,
/// that keeps connections open and answers 204 to everything. Counts each message once for each
/// path, however often it comes.
class PushReceiver
{
public:
    /// Errors: NetworkFailure.
    [[nodiscard]] static Result<std::unique_ptr<PushReceiver>> start();
    ~PushReceiver();
    PushReceiver(const PushReceiver &) = delete;
    PushReceiver &operator=(const PushReceiver &) = delete;

    /// A different endpoint for each \a number.
    [[nodiscard]] QString url(int number) const;
    [[nodiscard]] qint64 received() const { return m_received; }
    /// Waits until that many were received. False when \a timeout was over before.
    [[nodiscard]] bool waitFor(qint64 messages, std::chrono::milliseconds timeout) const;

private:
    struct Connection
    {
        Socket socket;
        RequestParser parser;
    };

    explicit PushReceiver(Socket listener);
    void run();
    void acceptAll();
    /// False when the connection has ended.
    [[nodiscard]] bool serve(Connection &connection);
    void count(const BenchRequest &request);

    Socket m_listener;
    quint16 m_port;
    std::atomic<qint64> m_received = 0;
    std::atomic<bool> m_ending = false;
    std::vector<std::unique_ptr<Connection>> m_connections; // from here on of the thread
    std::unordered_set<std::string> m_seen;
    std::thread m_thread;
};

} // namespace Signalbox::Ctl
