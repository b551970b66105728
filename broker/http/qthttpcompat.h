// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "http/requestguard.h"

#include <QHttpServer>
#include <QTcpSocket>
#include <QtGlobal>

#if QT_VERSION >= QT_VERSION_CHECK(6, 9, 0)
#include <QHttpServerConfiguration>
#endif

#include <chrono>

/// The differences between the QtHttpServer of Qt 6.4 and later ones.
namespace Signalbox::QtHttpCompat {

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
using ResponderArgument = QHttpServerResponder &;
#else
using ResponderArgument = QHttpServerResponder &&;
#endif

/// \a deliver(request) is called for every request: no routes, the handler of last resort takes
/// all.
template <typename Deliver>
void setHandler(QHttpServer &server, Deliver deliver)
{
    const auto handler = [deliver](const QHttpServerRequest &request, ResponderArgument) {
        deliver(request);
    };
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    server.setMissingHandler(&server, handler);
#else
    server.setMissingHandler(handler);
#endif
}

/// Keeps QHttpServer's own limits, where it has any, out of the way of ours.
inline void setLimits([[maybe_unused]] QHttpServer &server,
                      [[maybe_unused]] const RequestLimits &limits)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 9, 0)
    QHttpServerConfiguration configuration;
    configuration.setRateLimitPerSecond(0);
#if QT_VERSION >= QT_VERSION_CHECK(6, 10, 0)
    configuration.setKeepAliveTimeout(std::chrono::hours(24));
#endif
#if QT_VERSION >= QT_VERSION_CHECK(6, 11, 0)
    configuration.setMaximumBodySize(limits.bodyBytes);
#endif
    server.setConfiguration(configuration);
#endif
}

/// Binds \a listening, which must be listening. Returns whether QHttpServer took it.
inline bool bind(QHttpServer &server, QTcpServer *listening)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    return server.bind(listening);
#else
    server.bind(listening);
    return true;
#endif
}

} // namespace Signalbox::QtHttpCompat
