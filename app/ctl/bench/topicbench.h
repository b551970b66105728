// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "bench/benchresources.h"
#include "bench/loadgenerator.h"
#include "bench/pushreceiver.h"
#include "session.h"

#include <QString>

#include <optional>
#include <vector>

namespace Signalbox::Ctl {

enum class TopicPhase {
    Queues, ///< A topic's queues, beside a plain SendMessage.
    Push, ///< HTTP endpoints, beside plain RSA signatures.
    Hanging ///< The same while other endpoints never answer.
};

struct TopicBenchOptions
{
    std::vector<TopicPhase> phases;
    std::vector<int> subscriptions{1, 10, 100}; ///< Queues of a topic, one row for each.
    int endpoints = 10; ///< HTTP subscriptions that are pushed to.
    int hanging = 100;
    int connections = 64;
    int bodyBytes = 1024;
    NotifyContentFormat format = NotifyContentFormat::Simplified;
    std::chrono::seconds duration{5};
    std::optional<qint64> messages; ///< Published in a row, at most.
    std::chrono::seconds deliveryLimit{60}; ///< For what is still on its way when a row ends.
    QString account =
        QStringLiteral("1000000000000000"); ///< Owner of the queues, in their endpoints.
};

/// One line of the result. The names in JSON are fixed: docs/cli.md.
struct TopicBenchRow
{
    QString operation;
    int subscriptions = 0; ///< That get each message.
    int hanging = 0; ///< Endpoints that never answer, beside them.
    int connections = 0;
    int bodyBytes = 0;
    std::optional<int> keyBits; ///< Of the key that signs.
    QString durability; ///< As the broker says; "unknown" of an endpoint that does not say.
    double publishesPerS = 0;
    double ratePerS = 0; ///< What the row is about: deliveries, messages or signatures.
    double p50Ms = 0; ///< Of a call.
    double p95Ms = 0;
    double p99Ms = 0;
    std::optional<double> ratio;
    QString ratioTo; ///< The operation that ratio compares with.
    qint64 errors = 0;
    qint64 lost = 0; ///< Deliveries that were promised and did not come.
};

/// Runs the phases on topics and queues of its own and gives the rows of each.
class TopicBench
{
public:
    TopicBench(Session &session, TopicBenchOptions options);

    [[nodiscard]] Result<std::vector<TopicBenchRow>> run();

private:
    [[nodiscard]] Result<void> runPhase(TopicPhase phase);
    [[nodiscard]] Result<void> measureSend();
    [[nodiscard]] Result<void> measureQueues(int subscriptions);
    [[nodiscard]] Result<void> measureSignatures();
    [[nodiscard]] Result<void> measurePush();
    [[nodiscard]] Result<void> measureBesideHanging();
    /// Publishes to HTTP subscriptions, no faster than they are pushed to.
    [[nodiscard]] Result<TopicBenchRow> push(const QString &operation);

    [[nodiscard]] Result<void> subscribe(const QString &topic, int number, const QString &endpoint);
    [[nodiscard]] Result<qint64> countMessages(const QStringList &queues);
    [[nodiscard]] TopicBenchRow row(const QString &operation, PhaseResult &calls) const;

    Session &m_session;
    TopicBenchOptions m_options;
    BenchResources m_resources;
    QString m_durability;
    std::unique_ptr<LoadGenerator> m_generator;
    std::vector<TopicBenchRow> m_rows;
    double m_sendsPerS = 0;
    double m_signaturesPerS = 0;
    double m_pushesPerS = 0;
    std::optional<int> m_keyBits;
};

} // namespace Signalbox::Ctl
