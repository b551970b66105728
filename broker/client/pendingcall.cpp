// SPDX-License-Identifier: GPL-3.0-only
#include "client/pendingcall.h"

#include <QNetworkReply>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

/// The reply broke off or never came, as opposed to an answer with an error status.
bool isConnectionFailure(QNetworkReply::NetworkError error)
{
    return error != QNetworkReply::NoError && error < QNetworkReply::ContentAccessDenied;
}

} // namespace

PendingCall::PendingCall(QNetworkReply *reply, std::chrono::milliseconds timeout, QString host,
                         QObject *parent)
    : QObject(parent)
    , m_reply(reply)
    , m_host(std::move(host))
{
    m_reply->setParent(this);
    m_elapsed.start();

    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        m_timedOut = true;
        m_reply->abort();
    });
    m_deadline.start(timeout);

    // Queued, so that whoever is told may delete the client: the reply is not on the stack then.
    connect(m_reply, &QNetworkReply::finished, this, &PendingCall::finish, Qt::QueuedConnection);
}

void PendingCall::cancel()
{
    m_cancelled = true;
    m_reply->abort();
}

void PendingCall::finish()
{
    m_deadline.stop();
    const Done done = std::move(m_done);
    Result<ApiReply> result = outcome();
    const auto duration = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::nanoseconds(m_elapsed.nsecsElapsed()));
    deleteLater();
    if (done)
        done(std::move(result), duration); // may delete this
}

Result<ApiReply> PendingCall::outcome() const
{
    const QNetworkReply::NetworkError error = m_reply->error();
    if (m_cancelled)
        return Error{ErrorCode::Cancelled, tr("The request was cancelled.")};
    if (m_timedOut && error == QNetworkReply::OperationCanceledError) {
        return Error{ErrorCode::Timeout,
                     tr("%1 did not answer within %2 s.")
                         .arg(m_host)
                         .arg(double(m_deadline.interval()) / 1000.0)};
    }
    if (error == QNetworkReply::ConnectionRefusedError) {
        return Error{ErrorCode::NetworkFailure,
                     tr("%1 refused the connection. Is the broker running?").arg(m_host)};
    }
    if (error == QNetworkReply::HostNotFoundError)
        return Error{ErrorCode::NetworkFailure, tr("No host has the name in %1.").arg(m_host)};
    if (error == QNetworkReply::RemoteHostClosedError) {
        return Error{ErrorCode::NetworkFailure,
                     tr("%1 closed the connection before its answer was complete.").arg(m_host)};
    }
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (isConnectionFailure(error) || status == 0) {
        return Error{ErrorCode::NetworkFailure,
                     tr("The connection to %1 failed: %2.").arg(m_host, m_reply->errorString())};
    }
    return ApiReply{status, m_reply->rawHeader("Content-Type"),
                    m_reply->rawHeader("x-mns-request-id"), m_reply->readAll()};
}

} // namespace Signalbox
