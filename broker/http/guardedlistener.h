// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QTcpServer>

#include <functional>

namespace Signalbox {

/// Listens, and shows every new socket to the server before QHttpServer gets it.
class GuardedListener final : public QTcpServer
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GuardedListener)

public:
    /// Returns whether QHttpServer may have the socket; when not, the socket's end is up to the one
    /// who was asked.
    using Admission = std::function<bool(QTcpSocket *)>;

    explicit GuardedListener(Admission admit, QObject *parent = nullptr);

    QTcpSocket *nextPendingConnection() override;

private:
    const Admission m_admit;
};

} // namespace Signalbox
