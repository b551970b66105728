// SPDX-License-Identifier: GPL-3.0-only
#include "bench/benchrun.h"
#include "commands.h"
#include "jsonshapes.h"
#include "optionvalues.h"
#include "session.h"
#include "table.h"

#include <memory>

namespace Signalbox::Ctl {

using namespace Qt::StringLiterals;

namespace {

const std::vector<std::pair<std::string, BenchPhase>> kPhases{
    {"send", BenchPhase::Send},
    {"receive", BenchPhase::Receive},
    {"delete", BenchPhase::Delete},
    {"batch-send", BenchPhase::BatchSend},
    {"batch-receive", BenchPhase::BatchReceive},
    {"batch-delete", BenchPhase::BatchDelete},
    {"mixed", BenchPhase::Mixed},
};

const std::vector<BenchPhase> kDefaultPhases{
    BenchPhase::Send,         BenchPhase::Receive,     BenchPhase::Delete, BenchPhase::BatchSend,
    BenchPhase::BatchReceive, BenchPhase::BatchDelete, BenchPhase::Mixed};

const std::vector<std::pair<std::string, BacklogKind>> kBacklogKinds{
    {"ready", BacklogKind::Ready},
    {"half-leased", BacklogKind::HalfLeased},
    {"half-delayed", BacklogKind::HalfDelayed},
    {"expired", BacklogKind::Expired},
};

/// The names are fixed: docs/cli.md.
QJsonObject toJson(const BenchRow &row)
{
    return {{u"operation"_s, row.operation},         {u"connections"_s, row.connections},
            {u"body_bytes"_s, row.bodyBytes},        {u"batch"_s, row.batch},
            {u"durability"_s, row.durability},       {u"rate_per_s"_s, rounded(row.ratePerS, 10)},
            {u"p50_ms"_s, rounded(row.p50Ms, 1000)}, {u"p95_ms"_s, rounded(row.p95Ms, 1000)},
            {u"p99_ms"_s, rounded(row.p99Ms, 1000)}, {u"errors"_s, row.errors}};
}

QString toText(const std::vector<BenchRow> &rows)
{
    constexpr auto kRight = Table::Align::Right;
    Table table({{u"OPERATION"_s},
                 {u"CONNECTIONS"_s, kRight},
                 {u"BODY BYTES"_s, kRight},
                 {u"BATCH"_s, kRight},
                 {u"DURABILITY"_s},
                 {u"MESSAGES/S"_s, kRight},
                 {u"P50 MS"_s, kRight},
                 {u"P95 MS"_s, kRight},
                 {u"P99 MS"_s, kRight},
                 {u"ERRORS"_s, kRight}});
    for (const BenchRow &row : rows) {
        table.addRow({row.operation, QString::number(row.connections),
                      QString::number(row.bodyBytes), QString::number(row.batch), row.durability,
                      QString::number(row.ratePerS, 'f', 0), QString::number(row.p50Ms, 'f', 2),
                      QString::number(row.p95Ms, 'f', 2), QString::number(row.p99Ms, 'f', 2),
                      QString::number(row.errors)});
    }
    return table.toText();
}

ExitCode bench(Session &session, BenchOptions options)
{
    if (session.mns().endpoint().url.scheme() != "http"_L1)
        return session.refuseUsage(u"The bench speaks http only, not https."_s);
    if (options.raw)
        options.phases = {BenchPhase::Send};
    else if (options.idlePolls > 0)
        options.phases = {BenchPhase::Receive};
    else if (options.phases.empty())
        options.phases = kDefaultPhases;

    const Result<std::vector<BenchRow>> rows = BenchRun(session, std::move(options)).run();
    if (!rows)
        return session.fail(rows.error());
    QJsonArray json;
    for (const BenchRow &row : *rows)
        json.append(toJson(row));
    session.print(json, toText(*rows));
    return ExitCode::Ok;
}

} // namespace

void addBenchCommand(CLI::App &app, Command &chosen)
{
    auto options = std::make_shared<BenchOptions>();
    auto duration = std::make_shared<std::optional<std::chrono::seconds>>();
    CLI::App *command = app.add_subcommand("bench", "Measure an endpoint's speed");
    addPhasesOption(*command, options->phases, kPhases);
    command
        ->add_option("--queue", options->queue,
                     "Queue to use; own ones are made and deleted unless given")
        ->type_name(kQueueName);
    command->add_option("--connections", options->connections, "Connections, 64 unless given")
        ->check(CLI::Range(1, 10'000))
        ->type_name("N");
    command
        ->add_option("--body-bytes", options->bodyBytes,
                     "Size of a message body, 1024 unless given")
        ->check(CLI::Range(1, Limits::kMaxMaximumMessageSizeBytes))
        ->type_name("BYTES");
    command->add_option("--batch", options->batch, "Messages in a batch, 16 unless given")
        ->check(CLI::Range(2, Limits::kMaxBatch))
        ->type_name("N");
    addSecondsOption(*command, "--seconds", *duration, "How long a phase takes, 5s unless given");
    command->add_option("--messages", options->messages, "How many messages a phase moves at most")
        ->check(CLI::PositiveNumber)
        ->type_name("N");
    command->add_option("--backlog", options->backlog, "Messages to put into each queue beforehand")
        ->check(CLI::NonNegativeNumber)
        ->type_name("N");
    limitTo(command->add_option("--backlog-kind", options->backlogKind,
                                "What those are; expired ones move the broker's clock on by an "
                                "hour"),
            kBacklogKinds);
    command
        ->add_option("--idle-polls", options->idlePolls,
                     "Only hold this many long polls, to measure an idle broker")
        ->check(CLI::Range(1, 10'000))
        ->type_name("N");
    command->add_flag("--raw", options->raw,
                      "Only send, to a bare HTTP server that is no MNS endpoint");
    addBenchTopicCommand(*command, chosen);
    command->callback([&chosen, options, duration, command] {
        if (!command->get_subcommands().empty())
            return; // what was chosen stands
        options->duration = duration->value_or(options->duration);
        chosen = [options](Session &session) { return bench(session, *options); };
    });
}

} // namespace Signalbox::Ctl
