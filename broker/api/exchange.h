// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "api/apiservices.h"
#include "core/caller.h"
#include "core/result.h"
#include "http/httpmessage.h"
#include "http/replyslot.h"
#include "protocol/resourcepath.h"
#include "protocol/signaturemismatch.h"

#include <chrono>
#include <memory>
#include <optional>

namespace Signalbox {

/// Scheme and host as the client spelled them: "http://127.0.0.1:9324".
[[nodiscard]] QByteArray baseUrlOf(const HttpRequest &request);

/// One request on its way to its answer: who asks, for what, and the one place to answer. Counted
/// and logged when answered; one that is dropped unanswered while its client waits is refused with
/// InternalError. Lives in the HTTP thread.
class Exchange
{
public:
    /// Writes the document of a refusal.
    using RefusalWriter = HttpReply (*)(const Exchange &, const Error &);
    enum class Logging { Always, RefusalsOnly };

    Exchange(const ApiServices &services, const HttpRequest &request, ReplySlot slot,
             RefusalWriter writeRefusal);
    ~Exchange();
    Exchange(const Exchange &) = delete;
    Exchange &operator=(const Exchange &) = delete;

    [[nodiscard]] const HttpRequest &request() const { return m_request; }
    [[nodiscard]] const ReplySlot &slot() const { return m_slot; }
    /// The request target taken apart; the reason when it cannot be.
    [[nodiscard]] const Result<ResourcePath> &resource() const { return m_resource; }
    /// Segment \a index of the path; empty when there is none.
    [[nodiscard]] QByteArray segment(qsizetype index) const;
    [[nodiscard]] const QueryItems &query() const { return m_resource->query; }
    [[nodiscard]] QByteArray baseUrl() const { return baseUrlOf(m_request); }
    [[nodiscard]] QByteArray requestId() const { return m_requestId; }
    /// Account and identity are empty until authenticate().
    [[nodiscard]] const Caller &caller() const { return m_caller; }

    /// Names the operation, for log and counters. \a operation is a literal, "SendMessage".
    void setOperation(const char *operation) { m_operation = operation; }
    void setLogging(Logging logging) { m_logging = logging; }
    /// Finds out who asks. False: the request is refused already.
    [[nodiscard]] bool authenticate();
    /// Asks the policy; \a action is "mns:SendMessage". False: the request is refused already.
    [[nodiscard]] bool allow(QByteArrayView action);

    /// Answers; the first answer counts. \a failure: what to log of an answer that tells of a
    /// failure in its own form.
    void reply(HttpReply reply, const std::optional<Error> &failure = std::nullopt);
    void refuse(const Error &error);

private:
    void record(int status, const std::optional<Error> &error);

    const ApiServices &m_services;
    const HttpRequest m_request;
    const ReplySlot m_slot;
    const RefusalWriter m_writeRefusal;
    const std::chrono::steady_clock::time_point m_startedAt = std::chrono::steady_clock::now();
    const qint64 m_arrivedMs;
    Result<ResourcePath> m_resource;
    QByteArray m_requestId;
    Caller m_caller;
    QByteArray m_accessKeyId;
    SignatureMismatch m_mismatch;
    const char *m_operation = "";
    Logging m_logging = Logging::Always;
    bool m_answered = false;
};

/// Shared by the request's handler and the completions of the engine calls it makes, which are
/// copyable functions.
using ExchangePtr = std::shared_ptr<Exchange>;

} // namespace Signalbox
