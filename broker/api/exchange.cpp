// SPDX-License-Identifier: GPL-3.0-only
#include "api/exchange.h"

#include "auth/accesspolicy.h"
#include "auth/authenticator.h"
#include "core/ids.h"
#include "core/logging.h"
#include "metrics/brokermetrics.h"
#include "metrics/requestlog.h"

namespace Signalbox {

namespace {

constexpr qsizetype kMaxAgentLength = 128;

bool isSigned(QByteArrayView header)
{
    return header == "content-type" || header == "date" || header == "content-md5"
        || header.startsWith("x-mns-");
}

RequestOutcome outcomeOf(int status, const std::optional<Error> &error)
{
    if (status >= 500)
        return RequestOutcome::Failed;
    // Finding a queue empty is what consumers do all day.
    if (status < 400 || (error && error->code == ErrorCode::MessageNotExist))
        return RequestOutcome::Answered;
    return RequestOutcome::Refused;
}

} // namespace

Exchange::Exchange(const ApiServices &services, const HttpRequest &request, ReplySlot slot,
                   RefusalWriter writeRefusal)
    : m_services(services)
    , m_request(request)
    , m_slot(std::move(slot))
    , m_writeRefusal(writeRefusal)
    , m_arrivedMs(services.systemTime())
    , m_resource(parseResourcePath(request.target))
{
    m_caller.requestId = newRequestId();
    m_requestId = m_caller.requestId.toLatin1();
    m_caller.address = m_request.peerAddress.toString();
    m_caller.agent = QString::fromLatin1(m_request.header("user-agent").left(kMaxAgentLength));
}

Exchange::~Exchange()
{
    if (m_answered || !m_slot.isOpen()) // a client that left needs none
        return;
    qCCritical(logApi, "%s was dropped without an answer.", m_operation);
    refuse(
        Error{ErrorCode::InternalError, QStringLiteral("The broker lost track of this request.")});
}

QByteArray Exchange::segment(qsizetype index) const
{
    return m_resource->segments.value(index);
}

QByteArray baseUrlOf(const HttpRequest &request)
{
    const QByteArray named = hostOf(request.target);
    const QByteArray host = named.isEmpty() ? request.header("host") : named;
    return (request.secure ? "https://" : "http://")
        + (host.isEmpty() ? QByteArray("localhost") : host);
}

bool Exchange::authenticate()
{
    AuthenticationRequest request;
    request.signedParts.method = m_request.method;
    request.signedParts.target = m_request.target;
    request.signedParts.headers.reserve(size_t(m_request.headers.size()));
    for (const HttpHeader &header : m_request.headers) {
        if (isSigned(header.name))
            request.signedParts.headers.emplace_back(header.name, header.value);
    }
    request.authorization = m_request.header("authorization");
    request.securityToken = m_request.header("security-token");
    request.body = m_request.body;

    Authentication authentication = m_services.authenticator.authenticate(request);
    m_accessKeyId = authentication.accessKeyId;
    m_mismatch = authentication.mismatch;
    if (!authentication.caller) {
        refuse(authentication.caller.error());
        return false;
    }
    m_caller.account = authentication.caller->account;
    m_caller.identity = authentication.caller->identity;
    return true;
}

bool Exchange::allow(QByteArrayView action)
{
    const QByteArrayView target(m_request.target);
    const qsizetype query = target.indexOf('?');
    const Result<void> allowed =
        m_services.policy.check(m_caller, action, query < 0 ? target : target.first(query));
    if (!allowed)
        refuse(allowed.error());
    return allowed.ok();
}

void Exchange::reply(HttpReply reply, const std::optional<Error> &failure)
{
    if (m_answered)
        return;
    m_answered = true;
    m_slot.reply(reply);
    record(reply.status, failure);
}

void Exchange::refuse(const Error &error)
{
    if (!m_answered)
        reply(m_writeRefusal(*this, error), error);
}

void Exchange::record(int status, const std::optional<Error> &error)
{
    const RequestOutcome outcome = outcomeOf(status, error);
    if (outcome == RequestOutcome::Answered && m_logging == Logging::RefusalsOnly)
        return;
    const auto duration = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - m_startedAt);
    m_services.metrics.request(outcome, duration);
    if (error)
        m_services.metrics.refusals().add(QString::fromLatin1(m_accessKeyId), error->code,
                                          m_arrivedMs);

    LoggedRequest logged;
    logged.timeMs = m_arrivedMs;
    logged.operation = m_operation;
    logged.method = m_request.method;
    logged.resource = m_request.target;
    logged.accessKeyId = QString::fromLatin1(m_accessKeyId);
    logged.address = m_caller.address;
    logged.agent = m_caller.agent;
    logged.requestId = m_requestId;
    logged.status = status;
    logged.refused = outcome != RequestOutcome::Answered;
    logged.error = error;
    logged.mismatch = m_mismatch;
    logged.duration = duration;
    m_services.requestLog.add(std::move(logged));
}

} // namespace Signalbox
