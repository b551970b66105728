// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "http/bytebudget.h"
#include "http/replyencoder.h"
#include "http/replyslot.h"
#include "http/requestguard.h"

#include <QObject>

#include <chrono>
#include <deque>
#include <functional>

class QTcpSocket;

namespace Signalbox {

class Connection;

/// What all connections of a server share.
struct ConnectionContext
{
    RequestLimits limits;
    std::chrono::milliseconds requestTimeout{0};
    std::chrono::milliseconds idleTimeout{0};
    ByteBudget unfinished; ///< Of the requests that are not whole yet.
    ReplyEncoder encoder;
    std::function<void(const HttpRequest &, ReplySlot)> handler;
    /// Makes the document for a request refused before it reached the handler.
    std::function<HttpReply(int status, const HttpRequest &known)> refusal;
    std::function<void(Connection *)> closed; ///< The client or the server ended the connection.
    /// Whose bytes QHttpServer reads next: the one whose guard just looked at them.
    Connection *reading = nullptr;
};

/// Time for deadlines: milliseconds of a clock that never jumps.
[[nodiscard]] qint64 monotonicMs();

/// One client: its guard on the way in, its queue of answers on the way out, and the rules by which
/// it ends. Lives in the HTTP thread. Does not own the socket; from the socket's end on it only
/// waits to be deleted.
class Connection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Connection)

public:
    /// Watches \a socket. Make it before QHttpServer gets the socket: its guard has to be asked
    /// first.
    Connection(QTcpSocket *socket, ConnectionContext &context, QObject *parent);
    ~Connection() override;

    [[nodiscard]] bool isConnected() const { return m_socket != nullptr; }

    /// QHttpServer has read the request that the guard saw whole; \a body is its body.
    void deliver(const QByteArray &body);

    /// The answer to request \a number, see ReplySlot.
    void answer(quint64 number, const HttpReply &reply);
    [[nodiscard]] bool awaitsAnswer(quint64 number) const;
    void setWhenClosed(quint64 number, std::function<void()> callback);

    /// Answers \a status behind the answers still owed, reads no more, and closes.
    void refuse(int status);

    /// Closes when nothing is owed any more: at once when the connection is idle.
    void closeWhenAnswered();

    /// Ends what took too long by \a nowMs (monotonicMs()).
    void enforceDeadlines(qint64 nowMs);

    /// Where the server keeps this connection in its list.
    size_t listIndex = 0;
    bool isServed = true; ///< False of one that came when there was no room: it is only told so.

private:
    struct Owed
    {
        QByteArray encoded; ///< The answer, once known.
        std::function<void()> whenClosed;
        bool keepAlive = true;
        bool withoutBody = false;
        bool answered = false;
    };

    void lookAtInput();
    void endInput();
    void discardInput();
    quint64 oweAnswer(bool keepAlive, bool withoutBody);
    Owed *owed(quint64 number);
    void sendAnswered();
    void send(const QByteArray &bytes);
    void beginClose();
    void endWhenSent();
    void socketEnded();

    ConnectionContext &m_context;
    QTcpSocket *m_socket;
    const QHostAddress m_peerAddress;
    const quint16 m_peerPort;
    RequestGuard m_guard;
    ByteBudget::Share m_unfinished; ///< What the guard holds.
    std::deque<Owed> m_owed; ///< Requests without a sent answer, oldest first.
    quint64 m_firstOwed = 0; ///< Number of the oldest.
    /// When the first byte of the request under way came; 0 when none is.
    qint64 m_requestStartedMs = 0;
    qint64 m_idleSinceMs;
    qint64 m_closeDeadlineMs = 0;
    bool m_ignoresInput = false; ///< No further request is read.
    bool m_closesWhenAnswered = false;
    bool m_lingers = false; ///< The client may be sending still when the last answer is out.
    bool m_closing = false; ///< The last answer is on its way out.
    bool m_continueOwed = false; ///< 100 Continue waits for the answers before it.
};

} // namespace Signalbox
