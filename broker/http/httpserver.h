// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/limits.h"
#include "core/result.h"
#include "http/httpmessage.h"
#include "http/replyslot.h"

#include <QHostAddress>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

class QTcpSocket;

namespace Signalbox {

class Connection;
class GuardedListener;
class QtHttpFrontend;
struct ConnectionContext;

/// An HTTP/1.1 server for one handler. Everything about it, the handler included, lives in the
/// thread that makes it: make it, use it and destroy it there.
///
/// The handler gets whole requests only and may answer each at once or later, through the
/// ReplySlot; answers leave in the order of the requests. What is malformed, too large or too slow
/// is refused before it reaches the handler.
class HttpServer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpServer)

public:
    struct Options
    {
        /// Request line and header fields; more is answered 431.
        qint64 maxHeaderBytes = Limits::kMaxHeaderBytes;
        qint64 maxBodyBytes = Limits::kDefaultMaxBodyBytes; ///< More is answered 413.
        /// Of requests that are not whole yet, over all connections. The request that would pass
        /// it is answered 503.
        qint64 maxUnfinishedBytes = Limits::kDefaultMaxUnfinishedBytes;
        /// One more is answered 503. Lowered to what the system allows.
        int maxConnections = 10'000;
        /// From a request's first byte to its last; then 408.
        std::chrono::milliseconds requestTimeout = std::chrono::seconds(30);
        /// Without a request or an answer owed.
        std::chrono::milliseconds idleTimeout = std::chrono::seconds(75);
        QByteArray serverName; ///< Value of the Server header; empty leaves the header out.
        /// Makes the document for a request that is refused before it reaches the handler, of
        /// status 400, 408, 413, 417, 431, 503 or 505. Without it such replies have no body.
        std::function<HttpReply(int status, const HttpRequest &known)> refusal;
    };
    using Handler = std::function<void(const HttpRequest &, ReplySlot)>;

    HttpServer(const Options &options, Handler handler, QObject *parent = nullptr);
    ~HttpServer() override;

    /// Listens on \a address and \a port, 0 meaning any free one, and returns the port. May be
    /// called again for a further address. Errors: Conflict when the port is in use, AccessDenied
    /// when the system forbids it, InvalidArgument when the address is not one of this machine,
    /// InternalError.
    [[nodiscard]] Result<quint16> listen(const QHostAddress &address, quint16 port);

    /// Accepts no more connections; those that are open go on.
    void stopListening();

    /// Accepts no more connections and requests. Answers owed may still leave; then each connection
    /// ends. closed() follows.
    void close();

    /// Open connections, those included that are being refused or closed.
    [[nodiscard]] int connectionCount() const;

signals:
    /// After close(): the last connection has ended.
    void closed();

private:
    bool admit(QTcpSocket *socket);
    void deliver(const QByteArray &body);
    void forget(Connection *connection);
    void sweep();

    std::unique_ptr<ConnectionContext> m_context;
    std::vector<Connection *> m_connections; ///< Children of this object.
    std::unique_ptr<QtHttpFrontend> m_frontend;
    std::vector<GuardedListener *> m_listeners; ///< Owned by the front end.
    QTimer m_sweepTimer; ///< Enforces the deadlines of all connections, while there are any.
    int m_maxConnections;
    int m_served = 0; ///< Of m_connections; the others are told that there is no room.
    bool m_isClosing = false;
};

} // namespace Signalbox
