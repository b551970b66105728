// SPDX-License-Identifier: GPL-3.0-only
#include "http/qthttpfrontend.h"

#include "http/qthttpcompat.h"

namespace Signalbox {

QtHttpFrontend::QtHttpFrontend(const RequestLimits &limits, Delivery deliver)
    : m_server(std::make_unique<QHttpServer>())
{
    QtHttpCompat::setHandler(*m_server,
                             [deliver = std::move(deliver)](const QHttpServerRequest &request) {
                                 deliver(request.body());
                             });
    QtHttpCompat::setLimits(*m_server, limits);
}

QtHttpFrontend::~QtHttpFrontend() = default;

bool QtHttpFrontend::bind(QTcpServer *listening)
{
    return QtHttpCompat::bind(*m_server, listening);
}

} // namespace Signalbox
