// SPDX-License-Identifier: GPL-3.0-only
#include "http/httpserver.h"

#include "core/logging.h"
#include "http/connection.h"
#include "http/guardedlistener.h"
#include "http/hostplatform.h"
#include "http/qthttpfrontend.h"

#include <QTcpSocket>
#include <QThread>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kServiceUnavailable = 503;
constexpr int kFilesForOthers =
    256; // descriptors kept for the database, logs, libraries and refusals
constexpr int kMaxRefusals =
    64; // connections over the cap that are answered; further ones are dropped at once
constexpr int kSweepsPerTimeout = 8;

Error listenError(const QTcpServer &listener, const QHostAddress &address, quint16 port)
{
    switch (listener.serverError()) {
    case QAbstractSocket::AddressInUseError:
        return {ErrorCode::Conflict,
                u"Port %1 of %2 is in use by another program."_s.arg(port).arg(address.toString())};
    case QAbstractSocket::SocketAccessError:
        return {ErrorCode::AccessDenied,
                u"The system does not permit listening on port %1 of %2."_s.arg(port).arg(
                    address.toString())};
    case QAbstractSocket::SocketAddressNotAvailableError:
        return {ErrorCode::InvalidArgument,
                u"%1 is not an address of this machine."_s.arg(address.toString())};
    default:
        return {ErrorCode::InternalError,
                u"Listening on port %1 of %2 failed: %3."_s.arg(port).arg(address.toString(),
                                                                          listener.errorString())};
    }
}

} // namespace

HttpServer::HttpServer(const Options &options, Handler handler, QObject *parent)
    : QObject(parent)
    , m_context(std::make_unique<ConnectionContext>())
    , m_maxConnections(options.maxConnections)
{
    m_context->limits = {options.maxHeaderBytes, options.maxBodyBytes};
    m_context->unfinished.setLimit(options.maxUnfinishedBytes);
    m_context->requestTimeout = options.requestTimeout;
    m_context->idleTimeout = options.idleTimeout;
    m_context->encoder.setServerName(options.serverName);
    m_context->handler = std::move(handler);
    m_context->refusal = options.refusal;
    m_context->closed = [this](Connection *connection) { forget(connection); };
    m_frontend = std::make_unique<QtHttpFrontend>(
        m_context->limits, [this](const QByteArray &body) { deliver(body); });

    const auto shortest = std::min(options.requestTimeout, options.idleTimeout);
    m_sweepTimer.setInterval(std::clamp<std::chrono::milliseconds>(
        shortest / kSweepsPerTimeout, std::chrono::milliseconds(5), std::chrono::seconds(1)));
    m_sweepTimer.setTimerType(Qt::CoarseTimer);
    connect(&m_sweepTimer, &QTimer::timeout, this, &HttpServer::sweep);
}

HttpServer::~HttpServer()
{
    // Before the sockets, so that no connection hears of their end.
    for (Connection *connection : std::exchange(m_connections, {}))
        delete connection;
}

Result<quint16> HttpServer::listen(const QHostAddress &address, quint16 port)
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (const qint64 files = HostPlatform::raiseOpenFileLimit(); files > 2 * kFilesForOthers)
        m_maxConnections =
            static_cast<int>(std::min<qint64>(m_maxConnections, files - kFilesForOthers));

    auto listener =
        std::make_unique<GuardedListener>([this](QTcpSocket *socket) { return admit(socket); });
    if (!listener->listen(address, port))
        return listenError(*listener, address, port);
    const quint16 listeningPort = listener->serverPort();
    if (!m_frontend->bind(listener.get()))
        return Error{ErrorCode::InternalError, u"The HTTP server refused the listener."_s};
    m_listeners.push_back(listener.release());
    m_isClosing = false;
    return listeningPort;
}

void HttpServer::stopListening()
{
    // The listeners stay: on some versions of Qt they own the sockets they accepted.
    for (GuardedListener *listener : m_listeners)
        listener->close();
}

void HttpServer::close()
{
    Q_ASSERT(QThread::currentThread() == thread());
    stopListening();
    m_isClosing = true;
    for (Connection *connection : std::vector<Connection *>(m_connections))
        connection->closeWhenAnswered();
    if (m_connections.empty())
        QMetaObject::invokeMethod(this, &HttpServer::closed, Qt::QueuedConnection);
}

int HttpServer::connectionCount() const
{
    return static_cast<int>(m_connections.size());
}

bool HttpServer::admit(QTcpSocket *socket)
{
    const bool admitted = m_served < m_maxConnections;
    if (!admitted && connectionCount() >= m_maxConnections + kMaxRefusals) {
        socket->abort();
        socket->deleteLater();
        return false;
    }
    auto *connection = new Connection(socket, *m_context, this);
    connection->listIndex = m_connections.size();
    connection->isServed = admitted;
    m_served += admitted;
    m_connections.push_back(connection);
    if (!m_sweepTimer.isActive())
        m_sweepTimer.start();
    if (!admitted) {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connection->refuse(kServiceUnavailable);
    }
    return admitted;
}

void HttpServer::deliver(const QByteArray &body)
{
    Connection *connection = std::exchange(m_context->reading, nullptr);
    if (!connection)
        return;
    connection->deliver(body);
}

void HttpServer::forget(Connection *connection)
{
    Q_ASSERT(m_connections.at(connection->listIndex) == connection);
    m_connections.back()->listIndex = connection->listIndex;
    m_connections[connection->listIndex] = m_connections.back();
    m_connections.pop_back();
    m_served -= connection->isServed;
    connection->deleteLater(); // it may be inside one of its own calls
    if (!m_connections.empty())
        return;
    m_sweepTimer.stop();
    if (m_isClosing)
        emit closed();
}

void HttpServer::sweep()
{
    const qint64 nowMs = monotonicMs();
    // From the end: an ending connection is replaced by the last one, which has had its turn.
    for (size_t index = m_connections.size(); index-- > 0;) {
        if (index < m_connections.size())
            m_connections[index]->enforceDeadlines(nowMs);
    }
}

} // namespace Signalbox
