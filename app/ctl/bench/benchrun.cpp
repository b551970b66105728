// SPDX-License-Identifier: GPL-3.0-only
#include "bench/benchrun.h"

#include <QRandomGenerator>

namespace Signalbox::Ctl {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kFillLimit = 30min; ///< Nobody waits longer than that for a backlog.
constexpr auto kExpiringRetention = 1h;

/// Phases of one group share a queue: what one sends the next receives.
int groupOf(BenchPhase phase)
{
    switch (phase) {
    case BenchPhase::Send:
    case BenchPhase::Receive:
    case BenchPhase::Delete:
        return 0;
    case BenchPhase::BatchSend:
    case BenchPhase::BatchReceive:
    case BenchPhase::BatchDelete:
        return 1;
    case BenchPhase::Mixed:
        break;
    }
    return 2;
}

} // namespace

QString durabilityOf(Session &session)
{
    const Result<Admin::Status> status = session.wait(session.admin().status());
    return status ? status->durability : u"unknown"_s;
}

BenchRun::BenchRun(Session &session, BenchOptions options)
    : m_session(session)
    , m_options(std::move(options))
    , m_ownName(
          u"signalbox-bench-%1"_s.arg(QString::number(QRandomGenerator::system()->generate(), 16)))
{
}

Result<std::vector<BenchRow>> BenchRun::run()
{
    m_durability = m_options.raw ? u"unknown"_s : durabilityOf(m_session);
    Result<std::unique_ptr<LoadGenerator>> generator = LoadGenerator::open(
        m_session.mns().endpoint(),
        std::size_t(m_options.idlePolls > 0 ? m_options.idlePolls : m_options.connections));
    if (!generator)
        return generator.error();
    m_generator = *std::move(generator);

    int number = 0;
    for (auto first = m_options.phases.begin(); first != m_options.phases.end();) {
        const auto last = std::find_if(first, m_options.phases.end(), [first](BenchPhase phase) {
            return groupOf(phase) != groupOf(*first);
        });
        if (Result<void> done = runGroup({first, last}, ++number); !done)
            return done.error();
        first = last;
    }
    return m_rows;
}

Result<void> BenchRun::runGroup(const std::vector<BenchPhase> &group, int number)
{
    const bool isOwn = m_options.queue.empty();
    const QString queue =
        isOwn ? u"%1-%2"_s.arg(m_ownName).arg(number) : QString::fromStdString(m_options.queue);
    if (!m_options.raw && isOwn) {
        if (Result<void> prepared = prepareQueue(queue); !prepared)
            return prepared;
    }
    if (m_options.backlog > 0) {
        if (Result<void> filled = fillBacklog(queue); !filled)
            return filled;
    }
    m_handles.clear();
    for (const BenchPhase phase : group)
        runPhase(phase, queue);
    if (!m_options.raw && isOwn)
        return m_session.wait(m_session.mns().deleteQueue(queue));
    return {};
}

Result<void> BenchRun::prepareQueue(const QString &queue)
{
    QueueSettingsPatch settings;
    settings.visibilityTimeout = Limits::kVisibilityTimeout.max; // no lease runs out meanwhile
    if (m_options.backlogKind == BacklogKind::Expired)
        settings.retention = kExpiringRetention;
    const auto created = m_session.wait(m_session.mns().createQueue(queue, settings));
    if (!created)
        return created.error();
    return {};
}

Result<void> BenchRun::fillBacklog(const QString &queue)
{
    const int batch = m_options.batch;
    SendWorkload ready(queue, m_options.bodyBytes, batch);
    SendWorkload delayed(queue, m_options.bodyBytes, batch, Limits::kDelay.max);
    Handles leased;
    ReceiveWorkload lease(queue, batch, leased);
    const qint64 half = m_options.backlog / 2;

    switch (m_options.backlogKind) {
    case BacklogKind::Ready:
        return fill(ready, m_options.backlog);
    case BacklogKind::HalfLeased:
        if (Result<void> filled = fill(ready, m_options.backlog); !filled)
            return filled;
        return fill(lease, half);
    case BacklogKind::HalfDelayed:
        if (Result<void> filled = fill(delayed, half); !filled)
            return filled;
        return fill(ready, m_options.backlog - half);
    case BacklogKind::Expired:
        break;
    }
    if (Result<void> filled = fill(ready, m_options.backlog); !filled)
        return filled;
    const auto advanced = m_session.wait(
        m_session.admin().advanceClock(std::chrono::milliseconds(kExpiringRetention) + 1s));
    if (!advanced)
        return advanced.error();
    return {};
}

Result<void> BenchRun::fill(Workload &workload, qint64 messages)
{
    const PhaseResult result = m_generator->run(workload, {kFillLimit, messages, m_options.batch});
    if (result.errors > 0) {
        return Error{ErrorCode::UnexpectedReply,
                     u"%1 calls failed while the backlog was made."_s.arg(result.errors)};
    }
    return {};
}

void BenchRun::runPhase(BenchPhase phase, const QString &queue)
{
    const int batch = m_options.batch;
    const int bodyBytes = m_options.bodyBytes;
    if (m_options.idlePolls > 0) {
        Handles none;
        const auto wait =
            std::min<std::chrono::seconds>(m_options.duration, Limits::kPollingWait.max);
        ReceiveWorkload poll(queue, 1, none, wait);
        return measure(u"IdlePoll"_s, poll, 1);
    }
    switch (phase) {
    case BenchPhase::Send: {
        SendWorkload send(queue, bodyBytes, 1);
        return measure(u"SendMessage"_s, send, 1);
    }
    case BenchPhase::Receive: {
        ReceiveWorkload receive(queue, 1, m_handles);
        return measure(u"ReceiveMessage"_s, receive, 1);
    }
    case BenchPhase::Delete: {
        DeleteWorkload remove(queue, 1, m_handles);
        return measure(u"DeleteMessage"_s, remove, 1);
    }
    case BenchPhase::BatchSend: {
        SendWorkload send(queue, bodyBytes, batch);
        return measure(u"BatchSendMessage"_s, send, batch);
    }
    case BenchPhase::BatchReceive: {
        ReceiveWorkload receive(queue, batch, m_handles);
        return measure(u"BatchReceiveMessage"_s, receive, batch);
    }
    case BenchPhase::BatchDelete: {
        DeleteWorkload remove(queue, batch, m_handles);
        return measure(u"BatchDeleteMessage"_s, remove, batch);
    }
    case BenchPhase::Mixed: {
        MixedWorkload mixed(queue, bodyBytes);
        return measure(u"Mixed"_s, mixed, 1);
    }
    }
}

void BenchRun::measure(const QString &operation, Workload &workload, int batch)
{
    PhaseResult result =
        m_generator->run(workload, {m_options.duration, m_options.messages, batch});
    BenchRow row;
    row.operation = operation;
    row.connections = m_options.idlePolls > 0 ? m_options.idlePolls : m_options.connections;
    row.bodyBytes = m_options.bodyBytes;
    row.batch = batch;
    row.durability = m_durability;
    row.ratePerS = result.messagesPerS();
    row.p50Ms = result.percentileMs(0.50);
    row.p95Ms = result.percentileMs(0.95);
    row.p99Ms = result.percentileMs(0.99);
    row.errors = result.errors;
    m_rows.push_back(row);
}

} // namespace Signalbox::Ctl
