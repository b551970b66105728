// SPDX-License-Identifier: GPL-3.0-only
#include "pushreceiver.h"

#include <QTcpSocket>
#include <QTest>
#include <QTimer>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <algorithm>
#include <memory>

namespace Signalbox::Test {

namespace {

QByteArray stringToSign(const ReceivedPush &push)
{
    QByteArrayList mnsLines;
    for (const QByteArray &line : push.head.split('\n')) {
        const QByteArray trimmed = line.trimmed();
        const qsizetype colon = trimmed.indexOf(':');
        const QByteArray name = trimmed.first(std::max<qsizetype>(colon, 0)).toLower();
        if (name.startsWith("x-mns-"))
            mnsLines.append(name + ':' + trimmed.sliced(colon + 1).trimmed());
    }
    std::sort(mnsLines.begin(), mnsLines.end());
    const QByteArrayList parts = push.requestLine.split(' ');
    return parts.at(0) + '\n' + push.header("Content-md5") + '\n' + push.header("Content-Type")
        + '\n' + push.header("Date") + '\n' + mnsLines.join('\n') + '\n' + parts.at(1);
}

} // namespace

QByteArray ReceivedPush::header(const QByteArray &name) const
{
    for (const QByteArray &line : head.split('\n')) {
        if (line.startsWith(name + ": "))
            return line.sliced(name.size() + 2).trimmed();
    }
    return {};
}

bool ReceivedPush::isSignedBy(const QByteArray &certificate) const
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio(
        BIO_new_mem_buf(certificate.constData(), int(certificate.size())), BIO_free);
    const std::unique_ptr<X509, decltype(&X509_free)> x509(
        PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr), X509_free);
    if (!x509)
        return false;
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                          EVP_MD_CTX_free);
    const QByteArray text = stringToSign(*this);
    const QByteArray signature = QByteArray::fromBase64(header("Authorization"));
    EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha1(), nullptr, X509_get0_pubkey(x509.get()));
    return EVP_DigestVerify(
               context.get(), reinterpret_cast<const unsigned char *>(signature.constData()),
               std::size_t(signature.size()),
               reinterpret_cast<const unsigned char *>(text.constData()), std::size_t(text.size()))
        == 1;
}

PushReceiver::PushReceiver()
{
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("The receiver of pushes cannot listen.");
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            ++m_connections;
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                m_unread.remove(socket);
                socket->deleteLater();
            });
        }
    });
}

PushReceiver::~PushReceiver() = default;

QByteArray PushReceiver::url(const QByteArray &path) const
{
    return "http://127.0.0.1:" + QByteArray::number(port()) + path;
}

void PushReceiver::behave(Manner manner, int status)
{
    m_manner = manner;
    m_status = status;
}

bool PushReceiver::waitFor(std::size_t pushes) const
{
    return QTest::qWaitFor([&] { return m_pushes.size() >= pushes; }, 20'000);
}

void PushReceiver::read(QTcpSocket *socket)
{
    QByteArray &unread = m_unread[socket];
    unread += socket->readAll();
    while (true) {
        const qsizetype end = unread.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const qsizetype firstLine = unread.indexOf("\r\n");
        ReceivedPush push;
        push.requestLine = unread.first(firstLine);
        push.head = unread.sliced(firstLine + 2, end + 2 - firstLine - 2);
        const qsizetype length = push.header("Content-Length").toLongLong();
        if (unread.size() < end + 4 + length)
            return;
        push.body = unread.sliced(end + 4, length);
        unread.remove(0, end + 4 + length);
        m_pushes.push_back(std::move(push));
        answer(socket);
    }
}

void PushReceiver::answer(QTcpSocket *socket)
{
    const QByteArray bodyAnnounced =
        "HTTP/1.1 " + QByteArray::number(m_status) + " Said\r\nContent-Length: 100000\r\n\r\n";
    switch (m_manner) {
    case Manner::Answer:
        socket->write("HTTP/1.1 " + QByteArray::number(m_status)
                      + " Said\r\nContent-Length: 0\r\nX-Receiver: test\r\n\r\n");
        return;
    case Manner::Hang:
        return;
    case Manner::Close:
        socket->disconnectFromHost();
        return;
    case Manner::CutBody:
        socket->write(bodyAnnounced + "abc");
        socket->disconnectFromHost();
        return;
    case Manner::CutHead:
        socket->write("HTTP/1.1 200 OK\r\nX-Slow: ");
        socket->disconnectFromHost();
        return;
    case Manner::LongBody:
        socket->write("HTTP/1.1 " + QByteArray::number(m_status)
                      + " Said\r\nContent-Length: 8192\r\n\r\n" + QByteArray(8192, 'x'));
        return;
    case Manner::LongHead:
        socket->write("HTTP/1.1 200 OK\r\nX-Long: " + QByteArray(200 * 1024, 'x') + "\r\n\r\n");
        return;
    case Manner::Talk:
        socket->write("220 mail.example.com ESMTP\r\n");
        socket->disconnectFromHost();
        return;
    case Manner::Drip:
    case Manner::DripBody: {
        socket->write(m_manner == Manner::DripBody ? bodyAnnounced
                                                   : QByteArray("HTTP/1.1 200 OK\r\nX-Slow: "));
        auto *timer = new QTimer(socket);
        connect(timer, &QTimer::timeout, socket, [socket] { socket->write("."); });
        timer->start(5);
        return;
    }
    }
}

} // namespace Signalbox::Test
