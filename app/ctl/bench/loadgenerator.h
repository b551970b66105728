// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "bench/benchhttp.h"
#include "bench/socket.h"
#include "bench/workload.h"
#include "client/endpoint.h"
#include "core/result.h"

#include <QHostAddress>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace Signalbox::Ctl {

/// When a phase ends: at whichever comes first. Requests under way then are still waited for.
struct PhaseLimits
{
    std::chrono::milliseconds duration{5'000};
    std::optional<qint64> messages;
    int messagesPerCall = 1; ///< By which calls are counted as messages.
};

/// What a phase measured.
struct PhaseResult
{
    qint64 calls = 0;
    qint64 messages = 0;
    qint64 errors = 0;
    std::chrono::nanoseconds elapsed{0}; ///< First request to last reply.
    std::vector<quint32> latenciesUs; ///< One a call that counts, in no order.

    [[nodiscard]] double messagesPerS() const;
    /// Milliseconds below which \a share (0 to 1) of the calls stayed; 0 without calls.
    [[nodiscard]] double percentileMs(double share);
};

/// Drives workloads over many connections in one thread. Each connection has one request under way.
class LoadGenerator
{
public:
    /// Opens the connections. Errors: NetworkFailure.
    [[nodiscard]] static Result<std::unique_ptr<LoadGenerator>> open(const Endpoint &endpoint,
                                                                     std::size_t connections);

    [[nodiscard]] PhaseResult run(Workload &workload, const PhaseLimits &limits);

private:
    using Clock = std::chrono::steady_clock;

    struct Connection
    {
        Socket socket;
        ReplyParser parser;
        QByteArray request;
        qsizetype sent = 0;
        Clock::time_point started;
        bool busy = false;
    };
    struct Phase
    {
        Workload &workload;
        PhaseLimits limits;
        Clock::time_point start;
        PhaseResult result;
        qint64 asked = 0; ///< Calls begun.
    };

    LoadGenerator(const Endpoint &endpoint, QHostAddress address, quint16 port);

    [[nodiscard]] bool mayAsk(const Phase &phase, Clock::time_point now) const;
    void ask(Phase &phase, std::size_t index, Clock::time_point now);
    void flush(Phase &phase, std::size_t index);
    void read(Phase &phase, std::size_t index);
    void handle(Phase &phase, std::size_t index, const BenchReply &reply, Clock::time_point now);
    void lose(Phase &phase, std::size_t index);

    RequestWriter m_writer;
    QHostAddress m_address;
    quint16 m_port;
    std::vector<Connection> m_connections;
    std::size_t m_busy = 0;
    SocketWatch m_watch;
};

} // namespace Signalbox::Ctl
