// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/result.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

class QNetworkReply;

namespace Signalbox {

/// What an endpoint answered, whatever the status.
struct ApiReply
{
    int status = 0;
    QByteArray contentType;
    QByteArray requestId; ///< x-mns-request-id
    QByteArray body;

    [[nodiscard]] bool isSuccess() const { return status >= 200 && status < 300; }
};

/// One request under way. Tells how it ended, once, from the event loop, and then deletes itself.
class PendingCall : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PendingCall)

public:
    /// How the call ended: an answer, or NetworkFailure, Timeout, Cancelled.
    using Done = std::function<void(Result<ApiReply>, std::chrono::microseconds duration)>;

    /// Takes \a reply over. \a host is what error texts call the other side.
    PendingCall(QNetworkReply *reply, std::chrono::milliseconds timeout, QString host,
                QObject *parent);

    void setDone(Done done) { m_done = std::move(done); }
    /// Aborts the request; does nothing when it is over.
    void cancel();

private:
    void finish();
    [[nodiscard]] Result<ApiReply> outcome() const;

    QNetworkReply *m_reply;
    QString m_host;
    Done m_done;
    QTimer m_deadline;
    QElapsedTimer m_elapsed;
    bool m_timedOut = false;
    bool m_cancelled = false;
};

} // namespace Signalbox
