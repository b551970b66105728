// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "http/requestguard.h"

#include <QByteArray>

#include <functional>
#include <memory>

class QHttpServer;
class QTcpServer;

namespace Signalbox {

/// QHttpServer behind a seam: it reads requests from guarded sockets and delivers their bodies.
/// Replies do not pass through it, since it lower-cases header names from Qt 6.8 on and loses the
/// order of answers before 6.5. Lives in the HTTP thread.
class QtHttpFrontend
{
public:
    /// Called once for each request, inside the readyRead() of its socket, with the body without
    /// transfer coding.
    using Delivery = std::function<void(const QByteArray &body)>;

    QtHttpFrontend(const RequestLimits &limits, Delivery deliver);
    ~QtHttpFrontend();

    /// Serves the connections of \a listening, which becomes a child. Returns whether that worked.
    [[nodiscard]] bool bind(QTcpServer *listening);

private:
    std::unique_ptr<QHttpServer> m_server;
};

} // namespace Signalbox
