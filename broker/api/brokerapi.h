// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "api/adminapi.h"
#include "api/mnsapi.h"
#include "api/monitoringapi.h"

namespace Signalbox {

/// Everything a broker answers, by the first words of the path. Lives in the HTTP thread.
class BrokerApi
{
public:
    BrokerApi(const ApiServices &services, BrokerFacts facts);

    /// A request to the broker's own address.
    void handle(const HttpRequest &request, const ReplySlot &slot) const;
    /// A request to the address for monitoring alone.
    void handleMonitoring(const HttpRequest &request, const ReplySlot &slot) const;

    /// The document for a request that never became one: malformed, too large or too slow. \a known
    /// is what could be read of it.
    [[nodiscard]] static HttpReply refusalBeforeRouting(int status, const HttpRequest &known);

private:
    [[nodiscard]] HttpReply pushCertificate(const HttpRequest &request) const;

    const ApiServices m_services;
    const BrokerFacts m_facts;
    const MnsApi m_mns;
    const AdminApi m_admin;
    const MonitoringApi m_monitoring;
};

} // namespace Signalbox
