// SPDX-License-Identifier: GPL-3.0-only
#include "bench/socket.h"

#include <QHostAddress>

#include <cstring>
#include <utility>

#ifdef Q_OS_WIN
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#endif

namespace Signalbox::Ctl {

using namespace Qt::StringLiterals;

namespace {

#ifdef Q_OS_WIN
using SystemHandle = SOCKET;
using PollEntry = WSAPOLLFD;
using Length = int;
constexpr int kSendFlags = 0;

bool startNetwork()
{
    static const bool started = [] {
        WSADATA data;
        return WSAStartup(MAKEWORD(2, 2), &data) == 0;
    }();
    return started;
}
bool wouldBlock()
{
    return WSAGetLastError() == WSAEWOULDBLOCK;
}
void closeHandle(SystemHandle handle)
{
    closesocket(handle);
}
void makeNonBlocking(SystemHandle handle)
{
    u_long on = 1;
    ioctlsocket(handle, FIONBIO, &on);
}
int pollHandles(PollEntry *entries, std::size_t count, int timeoutMs)
{
    return WSAPoll(entries, ULONG(count), timeoutMs);
}
#else
using SystemHandle = int;
using PollEntry = pollfd;
using Length = std::size_t;
#ifdef MSG_NOSIGNAL
constexpr int kSendFlags = MSG_NOSIGNAL;
#else
constexpr int kSendFlags = 0; // macOS: SO_NOSIGPIPE instead
#endif

bool startNetwork()
{
    return true;
}
bool wouldBlock()
{
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}
void closeHandle(SystemHandle handle)
{
    ::close(handle);
}
void makeNonBlocking(SystemHandle handle)
{
    ::fcntl(handle, F_SETFL, ::fcntl(handle, F_GETFL) | O_NONBLOCK);
}
int pollHandles(PollEntry *entries, std::size_t count, int timeoutMs)
{
    return ::poll(entries, nfds_t(count), timeoutMs);
}
#endif

/// The system's form of an address: \a storage filled, its length returned.
socklen_t fill(sockaddr_storage &storage, const QHostAddress &address, quint16 port)
{
    storage = {};
    if (address.protocol() == QAbstractSocket::IPv6Protocol) {
        auto &v6 = reinterpret_cast<sockaddr_in6 &>(storage);
        v6.sin6_family = AF_INET6;
        v6.sin6_port = htons(port);
        const Q_IPV6ADDR bytes = address.toIPv6Address();
        std::memcpy(&v6.sin6_addr, &bytes, sizeof bytes);
        return sizeof v6;
    }
    auto &v4 = reinterpret_cast<sockaddr_in &>(storage);
    v4.sin_family = AF_INET;
    v4.sin_port = htons(port);
    v4.sin_addr.s_addr = htonl(address.toIPv4Address());
    return sizeof v4;
}

Socket::Transfer transferred(qint64 bytes)
{
    if (bytes > 0)
        return {Socket::State::Ok, qsizetype(bytes)};
    return {bytes < 0 && wouldBlock() ? Socket::State::WouldBlock : Socket::State::Broken, 0};
}

} // namespace

Socket::Socket(Socket &&other) noexcept
    : m_handle(std::exchange(other.m_handle, kNone))
{
}

Socket &Socket::operator=(Socket &&other) noexcept
{
    std::swap(m_handle, other.m_handle);
    return *this;
}

Socket::~Socket()
{
    close();
}

Socket Socket::ofFamily(int family)
{
    Socket socket;
    if (startNetwork())
        socket.m_handle = Handle(::socket(family, SOCK_STREAM, 0));
    return socket;
}

Result<Socket> Socket::connectTo(const QHostAddress &address, quint16 port)
{
    sockaddr_storage storage;
    const socklen_t length = fill(storage, address, port);
    const Error failure{ErrorCode::NetworkFailure,
                        u"No connection to %1 port %2. Is the broker running, and does it take "
                        "this many connections?"_s.arg(address.toString())
                            .arg(port)};
    Socket socket = ofFamily(storage.ss_family);
    const auto handle = SystemHandle(socket.m_handle);
    if (!socket.isOpen())
        return failure;
    if (::connect(handle, reinterpret_cast<const sockaddr *>(&storage), length) != 0)
        return failure;
    socket.prepare();
    return socket;
}

Result<Socket> Socket::listenOn(const QHostAddress &address)
{
    constexpr int kWaiting = 256; // Connections that nobody has accepted yet.
    sockaddr_storage storage;
    const socklen_t length = fill(storage, address, 0);
    const Error failure{ErrorCode::NetworkFailure,
                        u"No port of %1 can be listened on."_s.arg(address.toString())};
    Socket socket = ofFamily(storage.ss_family);
    const auto handle = SystemHandle(socket.m_handle);
    if (!socket.isOpen())
        return failure;
    if (::bind(handle, reinterpret_cast<const sockaddr *>(&storage), length) != 0
        || ::listen(handle, kWaiting) != 0)
        return failure;
    makeNonBlocking(handle);
    return socket;
}

Socket Socket::accept()
{
    const SystemHandle handle = ::accept(SystemHandle(m_handle), nullptr, nullptr);
    if (Handle(handle) == kNone)
        return {};
    Socket socket;
    socket.m_handle = Handle(handle);
    socket.prepare();
    return socket;
}

quint16 Socket::localPort() const
{
    sockaddr_storage storage{};
    socklen_t length = sizeof storage;
    if (::getsockname(SystemHandle(m_handle), reinterpret_cast<sockaddr *>(&storage), &length) != 0)
        return 0;
    return ntohs(storage.ss_family == AF_INET6
                     ? reinterpret_cast<const sockaddr_in6 &>(storage).sin6_port
                     : reinterpret_cast<const sockaddr_in &>(storage).sin_port);
}

/// A connection never blocks, and sends at once.
void Socket::prepare()
{
    const auto handle = SystemHandle(m_handle);
    const int on = 1;
    ::setsockopt(handle, IPPROTO_TCP, TCP_NODELAY, reinterpret_cast<const char *>(&on), sizeof on);
#ifdef SO_NOSIGPIPE
    ::setsockopt(handle, SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof on);
#endif
    makeNonBlocking(handle);
}

void Socket::close()
{
    if (isOpen())
        closeHandle(SystemHandle(std::exchange(m_handle, kNone)));
}

Socket::Transfer Socket::send(std::span<const char> data)
{
    return transferred(
        ::send(SystemHandle(m_handle), data.data(), Length(data.size()), kSendFlags));
}

Socket::Transfer Socket::receive(std::span<char> buffer)
{
    return transferred(::recv(SystemHandle(m_handle), buffer.data(), Length(buffer.size()), 0));
}

void SocketWatch::wait(std::span<Entry> entries, std::chrono::milliseconds timeout)
{
    m_storage.resize(entries.size() * sizeof(PollEntry));
    auto *polled = reinterpret_cast<PollEntry *>(m_storage.data());
    std::size_t count = 0;
    for (Entry &entry : entries) {
        entry.ready = false;
        if (!entry.socket->isOpen())
            continue;
        PollEntry &system = polled[count++];
        system = {};
        system.fd = SystemHandle(entry.socket->m_handle);
        system.events = entry.forWriting ? POLLIN | POLLOUT : POLLIN;
    }
    if (pollHandles(polled, count, int(timeout.count())) <= 0)
        return;
    count = 0;
    for (Entry &entry : entries) {
        if (entry.socket->isOpen())
            entry.ready = polled[count++].revents != 0;
    }
}

} // namespace Signalbox::Ctl
