// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QByteArray>
#include <QList>
#include <QTcpSocket>

namespace Signalbox {

/// A reply as it stood on the wire.
struct RawReply
{
    int status = 0;
    QByteArray head; ///< Status line and headers, as spelled, without the empty line.
    QByteArray body;

    /// The value of \a name, spelled exactly so; null when there is no such line.
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

/// Bytes over a socket: what a test writes goes out as it is, and what comes back is cut into
/// replies by Content-Length alone.
class RawClient
{
public:
    explicit RawClient(quint16 port);

    void write(const QByteArray &bytes);
    /// Waits until \a count replies in all have arrived, or the server has closed, and returns
    /// those that are there.
    QList<RawReply> replies(qsizetype count);
    /// The next reply is to a HEAD request: its Content-Length announces no body.
    void expectNoBody() { m_expectsNoBody = true; }

    /// Everything received and not yet cut into replies.
    [[nodiscard]] QByteArray rest();
    /// Waits for the end of the connection, for a while.
    [[nodiscard]] bool isClosedByServer();
    [[nodiscard]] bool isConnected() const
    {
        return m_socket.state() == QAbstractSocket::ConnectedState;
    }
    void close() { m_socket.abort(); }

private:
    void cutReplies();

    QTcpSocket m_socket;
    QByteArray m_received;
    QList<RawReply> m_replies;
    bool m_expectsNoBody = false;
};

} // namespace Signalbox
