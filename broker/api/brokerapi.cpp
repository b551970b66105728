// SPDX-License-Identifier: GPL-3.0-only
#include "api/brokerapi.h"

#include "core/ids.h"
#include "protocol/errorxml.h"
#include "protocol/pushsignature.h"

namespace Signalbox {

namespace {

bool isAdmin(const HttpRequest &request)
{
    const QByteArrayView target(request.target);
    constexpr QByteArrayView prefix = AdminApi::kPrefix;
    return target.startsWith(prefix)
        && (target.size() == prefix.size() || target.at(prefix.size()) == '/'
            || target.at(prefix.size()) == '?');
}

} // namespace

BrokerApi::BrokerApi(const ApiServices &services, BrokerFacts facts)
    : m_services(services)
    , m_facts(std::move(facts))
    , m_mns(m_services)
    , m_admin(m_services, m_facts)
    , m_monitoring(m_services, m_facts)
{
}

void BrokerApi::handle(const HttpRequest &request, const ReplySlot &slot) const
{
    if (request.target == kPushCertificatePath)
        slot.reply(pushCertificate(request));
    else if (isAdmin(request))
        m_admin.handle(request, slot);
    else if (MonitoringApi::isMonitoring(request))
        slot.reply(m_monitoring.reply(request, MonitoringApi::Audience::Loopback));
    else
        m_mns.handle(request, slot);
}

HttpReply BrokerApi::pushCertificate(const HttpRequest &request) const
{
    HttpReply reply;
    if (request.method != "GET" && request.method != "HEAD") {
        reply.status = 405;
        reply.headers = {{QByteArrayLiteral("Allow"), QByteArrayLiteral("GET, HEAD")}};
        return reply;
    }
    reply.status = 200;
    reply.headers = {
        {QByteArrayLiteral("Content-Type"), QByteArrayLiteral("application/x-pem-file")}};
    reply.body = m_facts.pushCertificate();
    return reply;
}

void BrokerApi::handleMonitoring(const HttpRequest &request, const ReplySlot &slot) const
{
    slot.reply(m_monitoring.reply(request, MonitoringApi::Audience::Everybody));
}

HttpReply BrokerApi::refusalBeforeRouting(int status, const HttpRequest &known)
{
    // No code of MNS fits a request that could not be read; clients see the nearest one with the
    // right status.
    Error error{ErrorCode::InvalidRequestUrl, QStringLiteral("The request could not be read.")};
    if (status == 413)
        error = {ErrorCode::InvalidArgument,
                 QStringLiteral("The body of the request is too large.")};
    else if (status == 431)
        error.message = QStringLiteral("The headers of the request are too large.");
    else if (status == 408)
        error = {ErrorCode::TimeExpired, QStringLiteral("The request did not arrive in time.")};
    else if (status == 503)
        error = {ErrorCode::QpsLimitExceeded, QStringLiteral("Too many connections are open.")};

    const QString requestId = newRequestId();
    HttpReply reply;
    reply.status = status;
    reply.headers = {
        {QByteArrayLiteral("Content-Type"), QByteArrayLiteral("text/xml;charset=utf-8")},
        {QByteArrayLiteral("x-mns-request-id"), requestId.toLatin1()},
        {QByteArrayLiteral("x-mns-version"), QByteArrayLiteral("2015-06-06")}};
    reply.body = writeError(error, requestId, baseUrlOf(known));
    return reply;
}

} // namespace Signalbox
