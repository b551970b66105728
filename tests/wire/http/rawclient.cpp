// SPDX-License-Identifier: GPL-3.0-only
#include "rawclient.h"

#include <QHostAddress>
#include <QTest>

namespace Signalbox {

QByteArray RawReply::header(const QByteArray &name) const
{
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(name + ": "))
            return line.mid(name.size() + 2).trimmed();
    }
    return {};
}

RawClient::RawClient(quint16 port)
{
    m_socket.connectToHost(QHostAddress::LocalHost, port);
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket.waitForConnected();
}

void RawClient::write(const QByteArray &bytes)
{
    m_socket.write(bytes);
    m_socket.flush();
}

QList<RawReply> RawClient::replies(qsizetype count)
{
    (void)QTest::qWaitFor([this, count] {
        cutReplies();
        return m_replies.size() >= count || !isConnected();
    });
    cutReplies();
    return m_replies;
}

QByteArray RawClient::rest()
{
    cutReplies();
    return m_received;
}

bool RawClient::isClosedByServer()
{
    return QTest::qWaitFor([this] { return !isConnected(); });
}

void RawClient::cutReplies()
{
    m_received += m_socket.readAll();
    for (;;) {
        const qsizetype headEnd = m_received.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return;
        RawReply reply;
        reply.head = m_received.first(headEnd);
        reply.status = reply.head.mid(9, 3).toInt();
        const qsizetype bodyBytes =
            m_expectsNoBody ? 0 : reply.header("Content-Length").toLongLong();
        if (m_received.size() < headEnd + 4 + bodyBytes)
            return;
        reply.body = m_received.mid(headEnd + 4, bodyBytes);
        m_received.remove(0, headEnd + 4 + bodyBytes);
        m_expectsNoBody = false;
        m_replies.append(reply);
    }
}

} // namespace Signalbox
