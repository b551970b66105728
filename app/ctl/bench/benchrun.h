// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "bench/loadgenerator.h"
#include "session.h"

#include <QString>
#include <QStringList>

namespace Signalbox::Ctl {

enum class BenchPhase { Send, Receive, Delete, BatchSend, BatchReceive, BatchDelete, Mixed };

/// What the messages are that wait in a queue before it is measured.
enum class BacklogKind {
    Ready,
    HalfLeased, ///< One half received and never deleted.
    HalfDelayed, ///< One half not due for a week.
    Expired ///< Past their retention: moves the broker's clock on by an hour.
};

struct BenchOptions
{
    std::vector<BenchPhase> phases;
    std::string queue; ///< One that is there already; empty to make and delete own ones.
    int connections = 64;
    int bodyBytes = 1024;
    int batch = Limits::kMaxBatch;
    std::chrono::seconds duration{5};
    std::optional<qint64> messages; ///< A phase, at most.
    qint64 backlog = 0;
    BacklogKind backlogKind = BacklogKind::Ready;
    int idlePolls = 0; ///< Only hold this many long polls for the duration.
    bool raw = false; ///< The other side is a bare HTTP server: only send, prepare nothing.
};

/// One line of a bench's result. The names in JSON are fixed: docs/cli.md.
struct BenchRow
{
    QString operation;
    int connections = 0;
    int bodyBytes = 0;
    int batch = 1;
    QString durability; ///< As the broker says; "unknown" of an endpoint that does not say.
    double ratePerS = 0; ///< Messages a second
    double p50Ms = 0;
    double p95Ms = 0;
    double p99Ms = 0;
    qint64 errors = 0;
};

/// What the broker says of itself; "unknown" of an endpoint that does not say.
[[nodiscard]] QString durabilityOf(Session &session);

/// Runs the phases, each group of them on queues of its own, and gives a row for each.
class BenchRun
{
public:
    BenchRun(Session &session, BenchOptions options);

    [[nodiscard]] Result<std::vector<BenchRow>> run();

private:
    [[nodiscard]] Result<void> runGroup(const std::vector<BenchPhase> &group, int number);
    [[nodiscard]] Result<void> prepareQueue(const QString &queue);
    [[nodiscard]] Result<void> fillBacklog(const QString &queue);
    [[nodiscard]] Result<void> fill(Workload &workload, qint64 messages);
    void runPhase(BenchPhase phase, const QString &queue);
    void measure(const QString &operation, Workload &workload, int batch);

    Session &m_session;
    BenchOptions m_options;
    QString m_ownName;
    QString m_durability;
    std::unique_ptr<LoadGenerator> m_generator;
    Handles m_handles;
    std::vector<BenchRow> m_rows;
};

} // namespace Signalbox::Ctl
