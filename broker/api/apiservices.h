// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/brokerclock.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>

namespace Signalbox {

class AccessPolicy;
class Authenticator;
class BrokerMetrics;
class Engine;
class PushService;
class RequestLog;
class Topics;
class Trash;

/// What the APIs of one broker work with. Everything outlives them and lives in the HTTP thread.
struct ApiServices
{
    Engine &engine;
    Topics &topics;
    Trash &trash;
    PushService &push;
    const Authenticator &authenticator;
    const AccessPolicy &policy;
    BrokerMetrics &metrics;
    RequestLog &requestLog;
    std::function<qint64()> systemTime = systemTimeMs;
};

/// What the admin API tells about the broker around it.
struct BrokerFacts
{
    QString account;
    QString endpoint; ///< "http://127.0.0.1:9324"
    QString durability; ///< "full" or "normal"
    QString dataDirectory;
    QString mailRelay; ///< "smtp://host:587"; empty: mail is only kept.
    QString smsGateway; ///< Scheme, host and port; empty: SMS are only kept.
    std::chrono::milliseconds trashTime{0}; ///< What is deleted can be restored for so long.
    qint64 startedAtMs = 0; ///< System time
    std::function<QByteArray()> pushCertificate; ///< That signs pushes, PEM; may take a moment.
    QStringList allowedOrigins; ///< Web origins that may use the admin API.
    std::function<int()> connections = [] { return 0; }; ///< Open at the moment.
};

} // namespace Signalbox
