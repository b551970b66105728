// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/result.h"

#include <QtGlobal>

#include <chrono>
#include <span>
#include <vector>

class QHostAddress;

namespace Signalbox::Ctl {

/// A TCP connection straight from the operating system: under a bench the client must cost as
/// little as it can, since it shares the machine with the broker. Never blocks once it is open.
class Socket
{
public:
    Socket() = default;
    Socket(Socket &&other) noexcept;
    Socket &operator=(Socket &&other) noexcept;
    ~Socket();

    /// Errors: NetworkFailure.
    [[nodiscard]] static Result<Socket> connectTo(const QHostAddress &address, quint16 port);

    /// Takes connections on \a address, on a port of the system's choice. Ready for reading when
    /// accept() has one; one that is never accepted is open to who connected, and never answered.
    /// Errors: NetworkFailure.
    [[nodiscard]] static Result<Socket> listenOn(const QHostAddress &address);
    /// A connection that waits; closed when there is none.
    [[nodiscard]] Socket accept();
    [[nodiscard]] quint16 localPort() const;

    [[nodiscard]] bool isOpen() const { return m_handle != kNone; }
    void close();

    enum class State { Ok, WouldBlock, Broken };
    struct Transfer
    {
        State state = State::Ok;
        qsizetype bytes = 0;
    };
    [[nodiscard]] Transfer send(std::span<const char> data);
    /// Broken also when the other side closed.
    [[nodiscard]] Transfer receive(std::span<char> buffer);

private:
    friend class SocketWatch;
    using Handle = quintptr;
    static constexpr Handle kNone = ~Handle(0);

    /// Neither connected nor listening; closed where the system gives none.
    [[nodiscard]] static Socket ofFamily(int family);
    void prepare();

    Handle m_handle = kNone;
};

/// Waits until sockets can be read, or written where that is asked for.
class SocketWatch
{
public:
    struct Entry
    {
        const Socket *socket = nullptr; ///< Closed ones are skipped.
        bool forWriting = false;
        bool ready = false; ///< Set by wait().
    };

    /// Returns when an entry is ready or \a timeout is over.
    void wait(std::span<Entry> entries, std::chrono::milliseconds timeout);

private:
    std::vector<char> m_storage; ///< The system's own entries, kept from call to call.
};

} // namespace Signalbox::Ctl
