// SPDX-License-Identifier: GPL-3.0-only
#include "wireclient.h"

#include "protocol/contentmd5.h"
#include "protocol/httpdate.h"

#include <QHostAddress>
#include <QTest>

#include <utility>

namespace Signalbox {

WireClient::WireClient(quint16 port, Credentials credentials, QObject *parent)
    : QObject(parent)
    , m_port(port)
    , m_credentials(std::move(credentials))
    , m_socket(this)
{
    connect(&m_socket, &QTcpSocket::connected, this,
            [this] { m_socket.write(std::exchange(m_toSend, {})); });
    connect(&m_socket, &QTcpSocket::readyRead, this, &WireClient::readReply);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, [this] {
        m_socket.abort();
        m_received.clear();
        finish({});
    });
}

void WireClient::call(const Call &call, Done done)
{
    Q_ASSERT(!m_done);
    m_done = std::move(done);
    if (m_socket.state() == QTcpSocket::ConnectedState) {
        m_socket.write(request(call));
        return;
    }
    m_toSend = request(call);
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
}

WireClient::Reply WireClient::callAndWait(const Call &what)
{
    Reply reply;
    call(what, [&reply](const Reply &received) { reply = received; });
    if (!QTest::qWaitFor([this] { return !isBusy(); }, 30'000)) {
        m_done = {};
        m_socket.abort();
        m_received.clear();
    }
    return reply;
}

QByteArray WireClient::request(const Call &call) const
{
    using namespace std::chrono;
    SignedRequest toSign{call.method, call.target, {}};
    toSign.headers = {{"date", formatHttpDate(floor<seconds>(system_clock::now()))},
                      {"x-mns-version", "2015-06-06"}};
    if (!call.body.isEmpty()) {
        toSign.headers.emplace_back("content-type", "text/xml;charset=utf-8");
        toSign.headers.emplace_back("content-md5", ContentMd5::make(call.body));
    }
    toSign.headers.emplace_back("authorization", authorizationV2(toSign, m_credentials));
    toSign.headers.emplace_back("host", "127.0.0.1:" + QByteArray::number(m_port));
    toSign.headers.emplace_back("content-length", QByteArray::number(call.body.size()));

    QByteArray bytes = call.method + ' ' + call.target + " HTTP/1.1\r\n";
    for (const auto &[name, value] : toSign.headers)
        bytes += name + ": " + value + "\r\n";
    return bytes + "\r\n" + call.body;
}

void WireClient::readReply()
{
    m_received += m_socket.readAll();
    const qsizetype headEnd = m_received.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return;
    const QByteArray head = m_received.first(headEnd + 2);
    const QByteArray lowerHead = head.toLower();
    Reply reply;
    reply.status = head.mid(head.indexOf(' ') + 1, 3).toInt();
    qsizetype length = 0;
    static const QByteArray kLength = "\r\ncontent-length:";
    if (const qsizetype at = lowerHead.indexOf(kLength); at >= 0) {
        const qsizetype from = at + kLength.size();
        length = head.mid(from, head.indexOf("\r\n", from) - from).trimmed().toLongLong();
    }
    if (m_received.size() < headEnd + 4 + length)
        return;
    reply.body = m_received.mid(headEnd + 4, length);
    m_received.remove(0, headEnd + 4 + length);
    if (lowerHead.contains("\r\nconnection: close\r\n"))
        m_socket.abort();
    finish(reply);
}

void WireClient::finish(const Reply &reply)
{
    if (const Done done = std::exchange(m_done, {}))
        done(reply);
}

} // namespace Signalbox
