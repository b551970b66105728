// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "api/apiservices.h"
#include "http/httpmessage.h"
#include "http/replyslot.h"

#include <QByteArray>

namespace Signalbox {

/// /healthz and /metrics: unsigned, for load balancers and Prometheus. Lives in the HTTP thread.
class MonitoringApi
{
public:
    enum class Audience {
        Loopback, ///< Peers on this machine that name it by an address, so that no web page can
                  ///< pose as one.
        Everybody, ///< Whoever reaches the listener.
    };

    MonitoringApi(const ApiServices &services, const BrokerFacts &facts);

    [[nodiscard]] static bool isMonitoring(const HttpRequest &request);
    [[nodiscard]] HttpReply reply(const HttpRequest &request, Audience audience) const;

private:
    [[nodiscard]] HttpReply health() const;
    [[nodiscard]] HttpReply metrics() const;

    const ApiServices &m_services;
    const BrokerFacts &m_facts;
};

} // namespace Signalbox
