// SPDX-License-Identifier: GPL-3.0-only
#include "bench/pushreceiver.h"

#include <QHostAddress>

namespace Signalbox::Ctl {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype kReadBytes = qsizetype(64) * 1024;
constexpr auto kPoll = 50ms; ///< Until the end is noticed.
constexpr auto kLook = 1ms; ///< Between looks at the count.
constexpr std::string_view kAnswer = "HTTP/1.1 204 No Content\r\n\r\n";

} // namespace

PushReceiver::PushReceiver(Socket listener)
    : m_listener(std::move(listener))
    , m_port(m_listener.localPort())
    , m_thread([this] { run(); })
{
}

PushReceiver::~PushReceiver()
{
    m_ending = true;
    m_thread.join();
}

Result<std::unique_ptr<PushReceiver>> PushReceiver::start()
{
    Result<Socket> listener = Socket::listenOn(QHostAddress(QHostAddress::LocalHost));
    if (!listener)
        return listener.error();
    return std::unique_ptr<PushReceiver>(new PushReceiver(*std::move(listener)));
}

QString PushReceiver::url(int number) const
{
    return u"http://127.0.0.1:%1/%2"_s.arg(m_port).arg(number);
}

bool PushReceiver::waitFor(qint64 messages, std::chrono::milliseconds timeout) const
{
    const auto until = std::chrono::steady_clock::now() + timeout;
    while (received() < messages) {
        if (std::chrono::steady_clock::now() >= until)
            return false;
        std::this_thread::sleep_for(kLook);
    }
    return true;
}

void PushReceiver::run()
{
    SocketWatch watch;
    std::vector<SocketWatch::Entry> entries;
    while (!m_ending) {
        entries.assign(1, {&m_listener, false, false});
        for (const auto &connection : m_connections)
            entries.push_back({&connection->socket, false, false});
        watch.wait(entries, kPoll);
        for (std::size_t i = entries.size() - 1; i > 0; --i) {
            if (entries[i].ready && !serve(*m_connections[i - 1]))
                m_connections.erase(m_connections.begin() + std::ptrdiff_t(i - 1));
        }
        if (entries.front().ready)
            acceptAll();
    }
}

void PushReceiver::acceptAll()
{
    for (Socket socket = m_listener.accept(); socket.isOpen(); socket = m_listener.accept()) {
        m_connections.push_back(std::make_unique<Connection>());
        m_connections.back()->socket = std::move(socket);
    }
}

bool PushReceiver::serve(Connection &connection)
{
    char *room = connection.parser.room(kReadBytes);
    const auto [state, bytes] = connection.socket.receive(std::span(room, std::size_t(kReadBytes)));
    if (state != Socket::State::Ok)
        return state == Socket::State::WouldBlock;
    connection.parser.added(bytes);
    while (const std::optional<BenchRequest> request = connection.parser.next()) {
        count(*request);
        // So short that it goes out in one piece, or not at all.
        if (connection.socket.send(kAnswer).bytes != qsizetype(kAnswer.size()))
            return false;
    }
    return !connection.parser.isBroken();
}

void PushReceiver::count(const BenchRequest &request)
{
    const QByteArrayView path = request.target();
    const QByteArrayView message = request.header("x-mns-message-id");
    std::string key(path.data(), std::size_t(path.size()));
    key.append(1, ' ').append(message.data(), std::size_t(message.size()));
    if (m_seen.insert(std::move(key)).second)
        ++m_received;
}

} // namespace Signalbox::Ctl
