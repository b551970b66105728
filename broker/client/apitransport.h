// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/apirequest.h"
#include "client/callrecord.h"
#include "client/endpoint.h"
#include "client/pendingcall.h"
#include "core/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QNetworkAccessManager>
#include <QObject>
#include <QPointer>
#include <QPromise>

#include <chrono>
#include <functional>
#include <memory>
#include <utility>

namespace Signalbox {

class CallGate;

/// Signs requests of one endpoint, sends them over kept-alive connections, and turns each into a
/// future. Lives in the thread of its owner.
class ApiTransport : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ApiTransport)

public:
    explicit ApiTransport(Endpoint endpoint);

    [[nodiscard]] const Endpoint &endpoint() const { return m_endpoint; }
    void setTimeout(std::chrono::milliseconds timeout) { m_timeout = timeout; }
    /// Every call passes \a gate, which lives longer; null: all go out.
    void setGate(CallGate *gate) { m_gate = gate; }
    [[nodiscard]] CallGate *gate() const { return m_gate; }
    /// Calls that went out and have not ended yet.
    [[nodiscard]] qsizetype callsUnderWay() const;

    /// Sends \a request; \a decode makes the result from the answer, whatever its status.
    template <typename T>
    QFuture<Result<T>> call(const ApiRequest &request,
                            std::function<Result<T>(const ApiReply &)> decode)
    {
        // Shared because std::function, which holds it, has to be copyable.
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        pass(request, [this, promise, request, decode = std::move(decode)](bool allowed) {
            if (allowed && !promise->isCanceled())
                return begin(request, promise, decode);
            promise->addResult(Result<T>(declined()));
            promise->finish();
        });
        return promise->future();
    }

signals:
    void called(const Signalbox::CallRecord &record);

private:
    /// As CallGate::pass(), and not at all when this dies before.
    void pass(const ApiRequest &request, std::function<void(bool)> decided);

    template <typename T>
    void begin(const ApiRequest &request, const std::shared_ptr<QPromise<Result<T>>> &promise,
               const std::function<Result<T>(const ApiReply &)> &decode)
    {
        PendingCall *pending = send(request);
        auto *watcher = new QFutureWatcher<Result<T>>(pending);
        connect(watcher, &QFutureWatcherBase::canceled, pending, &PendingCall::cancel);
        watcher->setFuture(promise->future());

        pending->setDone([this, promise, decode, name = request.operation](
                             const Result<ApiReply> &reply, std::chrono::microseconds duration) {
            if (!promise->isCanceled()) {
                Result<T> result = reply ? decode(*reply) : Result<T>(reply.error());
                promise->addResult(result);
                report(name, reply, duration, result ? nullptr : &result.error());
            }
            promise->finish(); // may delete this
        });
    }

    [[nodiscard]] static Error declined();
    [[nodiscard]] PendingCall *send(const ApiRequest &request);
    void report(const QString &operation, const Result<ApiReply> &reply,
                std::chrono::microseconds duration, const Error *error);

    Endpoint m_endpoint;
    CallGate *m_gate = nullptr;
    std::chrono::milliseconds m_timeout{10'000};
    QNetworkAccessManager m_network;
};

} // namespace Signalbox
