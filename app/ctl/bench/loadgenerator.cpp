// SPDX-License-Identifier: GPL-3.0-only
#include "bench/loadgenerator.h"

#include <QHostInfo>

namespace Signalbox::Ctl {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kGrace =
    40s; ///< For replies that are due when a phase ends; longer than any long poll.
constexpr qsizetype kReadBytes = 64 * 1024;

} // namespace

double PhaseResult::messagesPerS() const
{
    const double seconds = std::chrono::duration<double>(elapsed).count();
    return seconds > 0 ? double(messages) / seconds : 0;
}

double PhaseResult::percentileMs(double share)
{
    if (latenciesUs.empty())
        return 0;
    const auto index =
        std::min(std::size_t(share * double(latenciesUs.size())), latenciesUs.size() - 1);
    const auto nth = latenciesUs.begin() + std::ptrdiff_t(index);
    std::nth_element(latenciesUs.begin(), nth, latenciesUs.end());
    return double(*nth) / 1000.0;
}

LoadGenerator::LoadGenerator(const Endpoint &endpoint, QHostAddress address, quint16 port)
    : m_writer(endpoint)
    , m_address(std::move(address))
    , m_port(port)
{
}

Result<std::unique_ptr<LoadGenerator>> LoadGenerator::open(const Endpoint &endpoint,
                                                           std::size_t connections)
{
    QHostAddress address;
    if (!address.setAddress(endpoint.url.host())) {
        const QHostInfo info = QHostInfo::fromName(endpoint.url.host());
        if (info.addresses().isEmpty()) {
            return Error{ErrorCode::NetworkFailure,
                         u"No host has the name in %1."_s.arg(endpoint.displayName())};
        }
        address = info.addresses().first();
    }
    const auto port = quint16(endpoint.url.port(80));
    std::unique_ptr<LoadGenerator> generator(new LoadGenerator(endpoint, address, port));
    generator->m_connections.resize(connections);
    for (Connection &connection : generator->m_connections) {
        Result<Socket> socket = Socket::connectTo(address, port);
        if (!socket)
            return socket.error();
        connection.socket = *std::move(socket);
    }
    return generator;
}

PhaseResult LoadGenerator::run(Workload &workload, const PhaseLimits &limits)
{
    Phase phase{workload, limits, Clock::now(), {}, 0};
    for (std::size_t i = 0; i < m_connections.size(); ++i)
        ask(phase, i, phase.start);

    std::vector<SocketWatch::Entry> entries(m_connections.size());
    const Clock::time_point giveUp = phase.start + limits.duration + kGrace;
    while (m_busy > 0 && Clock::now() < giveUp) {
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const Connection &connection = m_connections[i];
            entries[i] = {&connection.socket, connection.sent < connection.request.size(), false};
        }
        m_watch.wait(entries, 100ms);
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (!entries[i].ready)
                continue;
            if (entries[i].forWriting)
                flush(phase, i);
            read(phase, i);
        }
    }
    for (std::size_t i = 0; i < m_connections.size(); ++i) {
        if (m_connections[i].busy)
            lose(phase, i);
    }
    return std::move(phase.result);
}

bool LoadGenerator::mayAsk(const Phase &phase, Clock::time_point now) const
{
    if (now - phase.start >= phase.limits.duration)
        return false;
    const PhaseLimits &limits = phase.limits;
    return !limits.messages || phase.asked * limits.messagesPerCall < *limits.messages;
}

void LoadGenerator::ask(Phase &phase, std::size_t index, Clock::time_point now)
{
    Connection &connection = m_connections[index];
    if (!connection.socket.isOpen() || !mayAsk(phase, now))
        return;
    connection.request = phase.workload.next(index, m_writer);
    if (connection.request.isEmpty())
        return;
    ++phase.asked;
    ++m_busy;
    connection.busy = true;
    connection.sent = 0;
    connection.started = now;
    flush(phase, index);
}

void LoadGenerator::flush(Phase &phase, std::size_t index)
{
    Connection &connection = m_connections[index];
    while (connection.sent < connection.request.size()) {
        const std::span data(connection.request.constData(),
                             std::size_t(connection.request.size()));
        const auto [state, bytes] =
            connection.socket.send(data.subspan(std::size_t(connection.sent)));
        if (state == Socket::State::WouldBlock)
            return;
        if (state == Socket::State::Broken)
            return lose(phase, index);
        connection.sent += bytes;
    }
}

void LoadGenerator::read(Phase &phase, std::size_t index)
{
    Connection &connection = m_connections[index];
    if (!connection.socket.isOpen())
        return;
    char *room = connection.parser.room(kReadBytes);
    const auto [state, bytes] = connection.socket.receive(std::span(room, std::size_t(kReadBytes)));
    if (state == Socket::State::WouldBlock)
        return;
    if (state == Socket::State::Broken)
        return lose(phase, index);
    connection.parser.added(bytes);
    const Clock::time_point now = Clock::now();
    if (const std::optional<BenchReply> reply = connection.parser.next())
        handle(phase, index, *reply, now);
    else if (connection.parser.isBroken())
        lose(phase, index);
}

void LoadGenerator::handle(Phase &phase, std::size_t index, const BenchReply &reply,
                           Clock::time_point now)
{
    Connection &connection = m_connections[index];
    if (!connection.busy)
        return;
    connection.busy = false;
    --m_busy;
    PhaseResult &result = phase.result;
    const Workload::Outcome outcome = phase.workload.answered(index, reply);
    switch (outcome.verdict) {
    case Workload::Verdict::Exhausted:
        return;
    case Workload::Verdict::Failed:
        ++result.errors;
        break;
    case Workload::Verdict::Done:
        ++result.calls;
        result.messages += outcome.messages;
        result.latenciesUs.push_back(
            quint32(std::chrono::duration_cast<std::chrono::microseconds>(now - connection.started)
                        .count()));
        break;
    }
    result.elapsed = now - phase.start;
    ask(phase, index, now);
}

void LoadGenerator::lose(Phase &phase, std::size_t index)
{
    Connection &connection = m_connections[index];
    if (std::exchange(connection.busy, false)) {
        --m_busy;
        ++phase.result.errors;
    }
    connection.request.clear();
    connection.sent = 0;
    connection.parser.reset();
    connection.socket.close();
    // A fresh one for what comes next; this one asks no more in this phase, so that a broker that
    // closes every connection cannot make it run forever.
    if (Result<Socket> socket = Socket::connectTo(m_address, m_port))
        connection.socket = *std::move(socket);
}

} // namespace Signalbox::Ctl
