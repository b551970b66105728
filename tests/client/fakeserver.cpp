// SPDX-License-Identifier: GPL-3.0-only
#include "fakeserver.h"

#include <QTcpSocket>

namespace Signalbox::Test {

namespace {

FakeServer::Request parseHead(const QByteArray &head)
{
    FakeServer::Request request;
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> requestLine = lines.first().trimmed().split(' ');
    request.head.method = requestLine.value(0);
    request.head.target = requestLine.value(1);
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0) {
            request.head.headers.emplace_back(line.first(colon).trimmed().toLower(),
                                              line.sliced(colon + 1).trimmed());
        }
    }
    return request;
}

} // namespace

FakeServer::FakeServer()
{
    connect(&m_listener, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_listener.nextPendingConnection()) {
            ++m_connectionsMade;
            ++m_connectionsOpen;
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                --m_connectionsOpen;
                m_buffers.remove(socket);
                socket->deleteLater();
            });
        }
    });
    if (!m_listener.listen(QHostAddress::LocalHost))
        qFatal("The fake server cannot listen: %s", qPrintable(m_listener.errorString()));
}

Endpoint FakeServer::endpoint() const
{
    Endpoint endpoint = Endpoint::local();
    endpoint.url.setPort(m_listener.serverPort());
    return endpoint;
}

void FakeServer::answer(int status, const QByteArray &body, const QByteArray &contentType)
{
    setHandler([=](const Request &) { return reply(status, body, contentType); });
}

QByteArray FakeServer::reply(int status, const QByteArray &body, const QByteArray &contentType)
{
    QByteArray reply = "HTTP/1.1 " + QByteArray::number(status) + " Status\r\n"
        + "x-mns-request-id: 5DF07C9B31383790319F4D26\r\nx-mns-version: 2015-06-06\r\n";
    if (status != 204) {
        reply += "Content-Type: " + contentType
            + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    }
    return reply + "\r\n" + body;
}

void FakeServer::read(QTcpSocket *socket)
{
    QByteArray &buffer = m_buffers[socket];
    buffer += socket->readAll();
    const qsizetype headEnd = buffer.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return;
    Request request = parseHead(buffer.first(headEnd));
    const qsizetype length = request.head.header("content-length").toByteArray().toLongLong();
    if (buffer.size() < headEnd + 4 + length)
        return;
    request.body = buffer.mid(headEnd + 4, length);
    buffer.clear();
    m_requests.append(request);
    const QByteArray bytes = m_handler ? m_handler(request) : QByteArray();
    socket->write(bytes);
    if (m_closeAfterAnswer)
        socket->disconnectFromHost();
}

} // namespace Signalbox::Test
