// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "bench/benchhttp.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace Signalbox::Ctl {

/// What the connections of a phase ask, and what they make of the answers. A connection has one
/// request under way.
class Workload
{
public:
    virtual ~Workload() = default;

    /// The next request of \a connection, made with \a writer; empty when it has nothing left to
    /// ask.
    virtual QByteArray next(std::size_t connection, RequestWriter &writer) = 0;

    enum class Verdict {
        Done, ///< Counts.
        Failed, ///< Counts as an error.
        Exhausted ///< There is nothing left to receive: does not count, the connection stops.
    };
    struct Outcome
    {
        Verdict verdict = Verdict::Done;
        int messages = 1; ///< That the exchange moved.
    };
    virtual Outcome answered(std::size_t connection, const BenchReply &reply) = 0;
};

/// Receipt handles between a receive phase and the delete phase behind it.
using Handles = std::vector<QByteArray>;

/// Sends messages of \a bodyBytes, \a batch a call.
class SendWorkload final : public Workload
{
public:
    SendWorkload(const QString &queue, int bodyBytes, int batch, std::chrono::seconds delay = {});
    QByteArray next(std::size_t connection, RequestWriter &writer) override;
    Outcome answered(std::size_t connection, const BenchReply &reply) override;

private:
    QByteArray m_target;
    QByteArray m_body;
    int m_batch;
};

/// Receives up to \a batch messages a call, without waiting unless \a wait says so, and keeps their
/// handles.
class ReceiveWorkload final : public Workload
{
public:
    ReceiveWorkload(const QString &queue, int batch, Handles &handles,
                    std::chrono::seconds wait = {});
    QByteArray next(std::size_t connection, RequestWriter &writer) override;
    Outcome answered(std::size_t connection, const BenchReply &reply) override;

private:
    QByteArray m_target;
    Handles &m_handles;
    bool m_waits;
};

/// Deletes what \a handles name, \a batch a call.
class DeleteWorkload final : public Workload
{
public:
    DeleteWorkload(const QString &queue, int batch, Handles &handles);
    QByteArray next(std::size_t connection, RequestWriter &writer) override;
    Outcome answered(std::size_t connection, const BenchReply &reply) override;

private:
    QByteArray m_target;
    int m_batch;
    Handles &m_handles;
    std::vector<int> m_asked; ///< Handles in the call under way, by connection.
};

/// Publishes messages of \a bodyBytes to a topic.
class PublishWorkload final : public Workload
{
public:
    PublishWorkload(const QString &topic, int bodyBytes);
    QByteArray next(std::size_t connection, RequestWriter &writer) override;
    Outcome answered(std::size_t connection, const BenchReply &reply) override;

private:
    QByteArray m_target;
    QByteArray m_body;
};

/// Reads \a target once, and keeps what is there.
class FetchWorkload final : public Workload
{
public:
    explicit FetchWorkload(QByteArray target);
    QByteArray next(std::size_t connection, RequestWriter &writer) override;
    Outcome answered(std::size_t connection, const BenchReply &reply) override;

    [[nodiscard]] const QByteArray &fetched() const { return m_fetched; }

private:
    QByteArray m_target;
    QByteArray m_fetched;
};

/// Every connection sends a message, receives one and deletes it, over and over.
class MixedWorkload final : public Workload
{
public:
    MixedWorkload(const QString &queue, int bodyBytes);
    QByteArray next(std::size_t connection, RequestWriter &writer) override;
    Outcome answered(std::size_t connection, const BenchReply &reply) override;

private:
    enum class Step { Send, Receive, Delete };

    Handles m_received; ///< By whom does not matter: at most one a connection.
    SendWorkload m_send;
    ReceiveWorkload m_receive;
    DeleteWorkload m_delete;
    std::vector<Step> m_steps; ///< By connection: the call under way or to come.
};

} // namespace Signalbox::Ctl
