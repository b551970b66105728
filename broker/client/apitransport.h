// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/callrecord.h"
#include "client/endpoint.h"
#include "client/pendingcall.h"
#include "core/result.h"

#include <QByteArray>
#include <QFuture>
#include <QFutureWatcher>
#include <QList>
#include <QNetworkAccessManager>
#include <QObject>
#include <QPromise>

#include <chrono>
#include <functional>
#include <memory>
#include <utility>

namespace Signalbox {

/// One request before it is signed.
struct ApiRequest
{
    QString operation; ///< For CallRecord.
    QByteArray method;
    QByteArray target; ///< Path and query, percent-encoded.
    QByteArray contentType = {}; ///< Of the body.
    QByteArray body = {};
    QList<std::pair<QByteArray, QByteArray>> headers = {}; ///< Further ones, such as x-mns-marker.
    std::chrono::milliseconds minimumTimeout{0}; ///< Where the call may take longer than most.
};

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
    /// Calls that have not ended yet.
    [[nodiscard]] qsizetype callsUnderWay() const;

    /// Sends \a request; \a decode makes the result from the answer, whatever its status.
    template <typename T>
    QFuture<Result<T>> call(const ApiRequest &request,
                            std::function<Result<T>(const ApiReply &)> decode)
    {
        // Shared because std::function, which holds it, has to be copyable.
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        PendingCall *pending = send(request);

        auto *watcher = new QFutureWatcher<Result<T>>(pending);
        connect(watcher, &QFutureWatcherBase::canceled, pending, &PendingCall::cancel);
        watcher->setFuture(promise->future());

        pending->setDone([this, promise, decode = std::move(decode), name = request.operation](
                             const Result<ApiReply> &reply, std::chrono::microseconds duration) {
            if (!promise->isCanceled()) {
                Result<T> result = reply ? decode(*reply) : Result<T>(reply.error());
                promise->addResult(result);
                report(name, reply, duration, result ? nullptr : &result.error());
            }
            promise->finish(); // may delete this
        });
        return promise->future();
    }

signals:
    void called(const Signalbox::CallRecord &record);

private:
    [[nodiscard]] PendingCall *send(const ApiRequest &request);
    void report(const QString &operation, const Result<ApiReply> &reply,
                std::chrono::microseconds duration, const Error *error);

    Endpoint m_endpoint;
    std::chrono::milliseconds m_timeout{10'000};
    QNetworkAccessManager m_network;
};

} // namespace Signalbox
