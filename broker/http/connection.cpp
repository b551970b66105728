// SPDX-License-Identifier: GPL-3.0-only
#include "http/connection.h"

#include "core/logging.h"
#include "http/hostplatform.h"

#include <QTcpSocket>
#include <QThread>

namespace Signalbox {

namespace {

constexpr int kRequestTimeout = 408;
constexpr int kServiceUnavailable = 503;
constexpr size_t kMaxOwedAnswers = 1000; // requests pipelined behind one that waits
constexpr qint64 kMaxUnsentBytes = 16 * 1024 * 1024; // answers a client asks for and does not read
constexpr qint64 kLingerMs = 2000; // for a client that still sends after the last answer

/// \a address, and as IPv4 when a socket for both kinds wrapped it into IPv6.
QHostAddress plainAddress(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    return isIpv4 ? QHostAddress(ipv4) : address;
}

} // namespace

qint64 monotonicMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

Connection::Connection(QTcpSocket *socket, ConnectionContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_socket(socket)
    , m_peerAddress(plainAddress(socket->peerAddress()))
    , m_peerPort(socket->peerPort())
    , m_guard(context.limits)
    , m_unfinished(context.unfinished)
    , m_idleSinceMs(monotonicMs())
{
    const RequestLimits &limits = context.limits;
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket->setReadBufferSize(limits.headerBytes + limits.wireBodyBytes());
    connect(socket, &QTcpSocket::readyRead, this, &Connection::lookAtInput);
    connect(socket, &QTcpSocket::disconnected, this, &Connection::socketEnded);
}

Connection::~Connection()
{
    if (m_socket)
        m_socket->disconnect(this);
}

void Connection::lookAtInput()
{
    m_context.reading = this;
    if (m_ignoresInput)
        return discardInput();
    if (m_guard.isWhole()) {
        // The guard and QHttpServer disagree about where a request ends. Nothing behind this point
        // can be trusted.
        qCWarning(logHttp, "A request from %ls was read in two ways; the connection is closed.",
                  qUtf16Printable(m_peerAddress.toString()));
        return m_socket->abort();
    }
    switch (m_guard.look(*m_socket)) {
    case RequestGuard::Progress::Whole:
        m_requestStartedMs = 0;
        break;
    case RequestGuard::Progress::NeedsMore:
        if (m_requestStartedMs == 0 && m_guard.isUnderWay())
            m_requestStartedMs = monotonicMs();
        break;
    case RequestGuard::Progress::Refused:
        return refuse(m_guard.refusalStatus());
    }
    if (!m_unfinished.resize(m_guard.heldBytes()))
        return refuse(kServiceUnavailable);
    if (m_guard.takeContinueDue()) {
        if (m_owed.empty())
            send("HTTP/1.1 100 Continue\r\n\r\n");
        else
            m_continueOwed = true;
    }
}

void Connection::endInput()
{
    m_ignoresInput = true;
    m_requestStartedMs = 0;
    m_guard.drop();
    m_unfinished.release();
}

void Connection::discardInput()
{
    // QHttpServer keeps the bytes of a request it has not seen whole in a transaction.
    if (m_socket->isTransactionStarted())
        m_socket->commitTransaction();
    if (const qint64 unread = m_socket->bytesAvailable(); unread > 0) {
        m_socket->skip(unread);
        m_lingers = true;
    }
}

void Connection::deliver(const QByteArray &body)
{
    if (m_ignoresInput || !m_guard.isWhole())
        return;
    const bool bodyIsTaken = m_guard.bodyIsTaken();
    RequestHead head = m_guard.takeHead();
    HttpRequest &request = head.request;
    if (!bodyIsTaken)
        request.body = body;
    request.peerAddress = m_peerAddress;
    request.peerPort = m_peerPort;
    m_continueOwed = false;
    m_ignoresInput = !head.keepAlive;
    if (m_owed.size() >= kMaxOwedAnswers)
        return refuse(kServiceUnavailable);
    const quint64 number = oweAnswer(head.keepAlive, request.method == "HEAD");
    m_context.handler(request, ReplySlot(this, number));
}

quint64 Connection::oweAnswer(bool keepAlive, bool withoutBody)
{
    Owed &last = m_owed.emplace_back();
    last.keepAlive = keepAlive;
    last.withoutBody = withoutBody;
    return m_firstOwed + m_owed.size() - 1;
}

Connection::Owed *Connection::owed(quint64 number)
{
    if (number < m_firstOwed || number - m_firstOwed >= m_owed.size())
        return nullptr;
    return &m_owed[number - m_firstOwed];
}

bool Connection::awaitsAnswer(quint64 number) const
{
    return number >= m_firstOwed && number - m_firstOwed < m_owed.size()
        && !m_owed[number - m_firstOwed].answered;
}

void Connection::setWhenClosed(quint64 number, std::function<void()> callback)
{
    if (awaitsAnswer(number))
        owed(number)->whenClosed = std::move(callback);
}

void Connection::answer(quint64 number, const HttpReply &reply)
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (!awaitsAnswer(number))
        return;
    Owed &entry = *owed(number);
    if (m_closesWhenAnswered && &entry == &m_owed.back())
        entry.keepAlive = false;
    entry.encoded = m_context.encoder.encode(reply, {entry.keepAlive, entry.withoutBody});
    entry.answered = true;
    entry.whenClosed = nullptr;
    if (number == m_firstOwed)
        sendAnswered();
}

void Connection::sendAnswered()
{
    while (m_socket && !m_closing && !m_owed.empty() && m_owed.front().answered) {
        const Owed entry = std::move(m_owed.front());
        m_owed.pop_front();
        ++m_firstOwed;
        send(entry.encoded);
        if (!entry.keepAlive)
            beginClose();
    }
    if (!m_socket || !m_owed.empty())
        return;
    m_idleSinceMs = monotonicMs();
    if (m_continueOwed && m_guard.isUnderWay()) {
        m_continueOwed = false;
        send("HTTP/1.1 100 Continue\r\n\r\n");
    }
}

void Connection::send(const QByteArray &bytes)
{
    const qint64 unsent = m_socket->bytesToWrite();
    if (unsent > kMaxUnsentBytes)
        return m_socket->abort();
    // Straight to the system when nothing is queued: QTcpSocket would copy the bytes and arm a
    // notifier for every answer.
    const qsizetype sent =
        unsent == 0 ? HostPlatform::sendNow(m_socket->socketDescriptor(), bytes) : 0;
    if (sent == bytes.size())
        return;
    // The rest goes through the socket, and so do errors: they end it, and socketEnded() does what
    // follows.
    m_socket->write(bytes.constData() + sent, bytes.size() - sent);
}

void Connection::refuse(int status)
{
    const HttpRequest known = m_guard.takeKnown();
    endInput();
    m_lingers = true;
    discardInput();
    const quint64 number = oweAnswer(false, known.method == "HEAD");
    answer(number,
           m_context.refusal ? m_context.refusal(status, known) : HttpReply{status, {}, {}});
}

void Connection::closeWhenAnswered()
{
    m_closesWhenAnswered = true;
    if (!m_socket || m_closing)
        return;
    endInput();
    if (m_owed.empty())
        beginClose();
    else
        m_owed.back().keepAlive = false;
}

void Connection::beginClose()
{
    m_closing = true;
    endInput();
    m_closeDeadlineMs = monotonicMs() + m_context.idleTimeout.count();
    if (!m_socket)
        return;
    connect(m_socket, &QTcpSocket::bytesWritten, this, &Connection::endWhenSent);
    // Later, not now: QHttpServer may still be inside the request that was just answered.
    QMetaObject::invokeMethod(this, &Connection::endWhenSent, Qt::QueuedConnection);
}

void Connection::endWhenSent()
{
    if (!m_socket || m_socket->bytesToWrite() > 0)
        return;
    disconnect(m_socket, &QTcpSocket::bytesWritten, this, &Connection::endWhenSent);
    if (!m_lingers)
        return m_socket->disconnectFromHost();
    // The client may still be sending. Closing with unread input resets the connection, and a reset
    // can overtake the answer. So only the sending side ends here; the client closes the other, or
    // the deadline does.
    HostPlatform::endSending(m_socket->socketDescriptor());
    m_closeDeadlineMs = monotonicMs() + kLingerMs;
}

void Connection::enforceDeadlines(qint64 nowMs)
{
    if (!m_socket)
        return;
    if (m_closing) {
        if (nowMs >= m_closeDeadlineMs)
            m_socket->abort();
    } else if (m_requestStartedMs != 0) {
        if (nowMs - m_requestStartedMs >= m_context.requestTimeout.count())
            refuse(kRequestTimeout);
    } else if (m_owed.empty() && nowMs - m_idleSinceMs >= m_context.idleTimeout.count()) {
        if (m_socket->bytesToWrite() > 0)
            m_socket->abort();
        else
            m_socket->disconnectFromHost();
    }
}

void Connection::socketEnded()
{
    m_socket->disconnect(this);
    m_socket = nullptr;
    endInput();
    if (m_context.reading == this)
        m_context.reading = nullptr;
    const std::deque<Owed> unanswered = std::exchange(m_owed, {});
    m_firstOwed += unanswered.size();
    for (const Owed &entry : unanswered) {
        if (entry.whenClosed)
            entry.whenClosed();
    }
    m_context.closed(this);
}

} // namespace Signalbox
