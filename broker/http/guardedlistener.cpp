// SPDX-License-Identifier: GPL-3.0-only
#include "http/guardedlistener.h"

#include "core/logging.h"

#include <QTcpSocket>
#include <QTimer>

#include <chrono>

namespace Signalbox {

using namespace std::chrono_literals;

GuardedListener::GuardedListener(Admission admit, QObject *parent)
    : QTcpServer(parent)
    , m_admit(std::move(admit))
{
    setListenBacklogSize(1024);
    // Qt stops accepting for good when a connection could not be accepted, for want of file
    // descriptors for example.
    connect(this, &QTcpServer::acceptError, this, [this] {
        qCWarning(logHttp, "A connection could not be accepted: %ls.",
                  qUtf16Printable(errorString()));
        QTimer::singleShot(500ms, this, [this] {
            if (isListening())
                resumeAccepting();
        });
    });
}

QTcpSocket *GuardedListener::nextPendingConnection()
{
    while (QTcpSocket *socket = QTcpServer::nextPendingConnection()) {
        if (m_admit(socket))
            return socket;
    }
    return nullptr;
}

} // namespace Signalbox
