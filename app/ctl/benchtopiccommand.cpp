// SPDX-License-Identifier: GPL-3.0-only
#include "bench/topicbench.h"
#include "commands.h"
#include "jsonshapes.h"
#include "optionvalues.h"
#include "session.h"
#include "table.h"

#include <memory>

namespace Signalbox::Ctl {

using namespace Qt::StringLiterals;

namespace {

const std::vector<std::pair<std::string, TopicPhase>> kPhases{
    {"queues", TopicPhase::Queues},
    {"push", TopicPhase::Push},
    {"hanging", TopicPhase::Hanging},
};

const std::vector<TopicPhase> kDefaultPhases{TopicPhase::Queues, TopicPhase::Push,
                                             TopicPhase::Hanging};

const std::vector<std::pair<std::string, NotifyContentFormat>> kFormats{
    {"xml", NotifyContentFormat::Xml},
    {"json", NotifyContentFormat::Json},
    {"simplified", NotifyContentFormat::Simplified},
};

/// The names are fixed: docs/cli.md.
QJsonObject toJson(const TopicBenchRow &row)
{
    return {{u"operation"_s, row.operation},
            {u"subscriptions"_s, row.subscriptions},
            {u"hanging"_s, row.hanging},
            {u"connections"_s, row.connections},
            {u"body_bytes"_s, row.bodyBytes},
            {u"key_bits"_s, row.keyBits ? QJsonValue(*row.keyBits) : QJsonValue()},
            {u"durability"_s, row.durability},
            {u"publishes_per_s"_s, rounded(row.publishesPerS, 10)},
            {u"rate_per_s"_s, rounded(row.ratePerS, 10)},
            {u"p50_ms"_s, rounded(row.p50Ms, 1000)},
            {u"p95_ms"_s, rounded(row.p95Ms, 1000)},
            {u"p99_ms"_s, rounded(row.p99Ms, 1000)},
            {u"ratio"_s, row.ratio ? QJsonValue(rounded(*row.ratio, 1000)) : QJsonValue()},
            {u"ratio_to"_s, row.ratioTo.isEmpty() ? QJsonValue() : QJsonValue(row.ratioTo)},
            {u"errors"_s, row.errors},
            {u"lost"_s, row.lost}};
}

QString toText(const std::vector<TopicBenchRow> &rows)
{
    constexpr auto kRight = Table::Align::Right;
    Table table({{u"OPERATION"_s},
                 {u"SUBSCRIPTIONS"_s, kRight},
                 {u"HANGING"_s, kRight},
                 {u"KEY BITS"_s, kRight},
                 {u"DURABILITY"_s},
                 {u"PUBLISHES/S"_s, kRight},
                 {u"RATE/S"_s, kRight},
                 {u"RATIO"_s, kRight},
                 {u"TO"_s},
                 {u"P50 MS"_s, kRight},
                 {u"P99 MS"_s, kRight},
                 {u"ERRORS"_s, kRight},
                 {u"LOST"_s, kRight}});
    for (const TopicBenchRow &row : rows) {
        table.addRow(
            {row.operation, QString::number(row.subscriptions), QString::number(row.hanging),
             row.keyBits ? QString::number(*row.keyBits) : QString(), row.durability,
             QString::number(row.publishesPerS, 'f', 0), QString::number(row.ratePerS, 'f', 0),
             row.ratio ? QString::number(*row.ratio, 'f', 2) : QString(), row.ratioTo,
             QString::number(row.p50Ms, 'f', 2), QString::number(row.p99Ms, 'f', 2),
             QString::number(row.errors), QString::number(row.lost)});
    }
    return table.toText();
}

ExitCode benchTopic(Session &session, TopicBenchOptions options)
{
    if (session.mns().endpoint().url.scheme() != "http"_L1)
        return session.refuseUsage(u"The bench speaks http only, not https."_s);
    if (options.phases.empty())
        options.phases = kDefaultPhases;

    const Result<std::vector<TopicBenchRow>> rows = TopicBench(session, std::move(options)).run();
    if (!rows)
        return session.fail(rows.error());
    QJsonArray json;
    qint64 lost = 0;
    for (const TopicBenchRow &row : *rows) {
        json.append(toJson(row));
        lost += row.lost;
    }
    session.print(json, toText(*rows));
    if (lost == 0)
        return ExitCode::Ok;
    session.warn(u"%1 deliveries did not arrive."_s.arg(lost));
    return ExitCode::Refused;
}

} // namespace

void addBenchTopicCommand(CLI::App &bench, Command &chosen)
{
    auto options = std::make_shared<TopicBenchOptions>();
    auto duration = std::make_shared<std::optional<std::chrono::seconds>>();
    auto limit = std::make_shared<std::optional<std::chrono::seconds>>();
    auto account = std::make_shared<std::string>();
    CLI::App *command =
        bench.add_subcommand("topic", "Measure publishing to queues and pushes over HTTP");
    addPhasesOption(*command, options->phases, kPhases);
    command
        ->add_option("--subscriptions", options->subscriptions,
                     "Queues of a topic, a row for each number; 1,10,100 unless given")
        ->check(CLI::Range(1, int(Limits::kMaxSubscriptionsPerTopic)))
        ->delimiter(',')
        ->type_name("N,…");
    command
        ->add_option("--endpoints", options->endpoints,
                     "HTTP endpoints that are pushed to, 10 unless given")
        ->check(CLI::Range(1, int(Limits::kMaxSubscriptionsPerTopic)))
        ->type_name("N");
    command
        ->add_option("--hanging", options->hanging, "Endpoints that never answer, 100 unless given")
        ->check(CLI::Range(1, int(Limits::kMaxSubscriptionsPerTopic)))
        ->type_name("N");
    command
        ->add_option("--connections", options->connections,
                     "Connections that publish, 64 unless given")
        ->check(CLI::Range(1, 10'000))
        ->type_name("N");
    command
        ->add_option("--body-bytes", options->bodyBytes,
                     "Size of a message body, 1024 unless given")
        ->check(CLI::Range(1, Limits::kMaxMaximumMessageSizeBytes))
        ->type_name("BYTES");
    limitTo(command->add_option("--format", options->format,
                                "What subscribers get, simplified unless given"),
            kFormats);
    addSecondsOption(*command, "--seconds", *duration, "How long a row takes, 5s unless given");
    command
        ->add_option("--messages", options->messages, "How many messages a row publishes at most")
        ->check(CLI::PositiveNumber)
        ->type_name("N");
    addSecondsOption(*command, "--delivery-limit", *limit,
                     "How long to wait for the last deliveries of a row, 60s unless given");
    command
        ->add_option("--account", *account,
                     "Account that owns the queues; a Signalbox broker knows it itself")
        ->type_name("ID");
    command->callback([&chosen, options, duration, limit, account] {
        options->duration = duration->value_or(options->duration);
        options->deliveryLimit = limit->value_or(options->deliveryLimit);
        if (!account->empty())
            options->account = fromStd(*account);
        chosen = [options](Session &session) { return benchTopic(session, *options); };
    });
}

} // namespace Signalbox::Ctl
