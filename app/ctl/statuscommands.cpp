// SPDX-License-Identifier: GPL-3.0-only
#include "clocktext.h"
#include "commands.h"
#include "jsonshapes.h"
#include "optionvalues.h"
#include "session.h"
#include "table.h"

#include <memory>

namespace Signalbox::Ctl {

using namespace Qt::StringLiterals;

namespace {

struct RequestOptions
{
    int limit = 50;
    qint64 after = 0;
    qint64 before = 0;
    bool refused = false;
};

ExitCode showStatus(Session &session)
{
    const auto reply = session.wait(session.admin().status());
    if (!reply)
        return session.fail(reply.error());
    const Admin::Status &status = *reply;
    Table table({{u"BROKER"_s}, {status.endpoint}});
    table.addRow(
        {u"State"_s,
         status.writesStopped ? u"writes stopped: %1"_s.arg(status.reason) : u"running"_s});
    table.addRow(
        {u"Version"_s, u"%1 %2, Qt %3"_s.arg(status.product, status.version, status.qtVersion)});
    // Whole seconds: nobody wants to know the milliseconds of a day.
    table.addRow({u"Up for"_s, formatDuration(std::chrono::seconds(status.uptimeMs / 1000))});
    table.addRow({u"Account"_s, status.account});
    table.addRow({u"Data"_s, status.dataDirectory});
    table.addRow({u"Durability"_s, status.durability});
    table.addRow({u"Clock"_s, describeClock(status.clock)});
    table.addRow({u"Queues"_s, QString::number(status.queues)});
    table.addRow({u"Messages"_s,
                  u"%1 ready, %2 leased, %3 delayed, %4"_s.arg(status.messages.ready)
                      .arg(status.messages.leased)
                      .arg(status.messages.delayed)
                      .arg(formatBytes(status.bodyBytes))});
    table.addRow(
        {u"Connections"_s, u"%1, %2 waiting"_s.arg(status.connections).arg(status.waiters)});
    table.addRow({u"Commits"_s,
                  u"%1, p50 %2 ms, p99 %3 ms"_s.arg(status.commitNumber)
                      .arg(status.commitP50Ms, 0, 'f', 2)
                      .arg(status.commitP99Ms, 0, 'f', 2)});
    table.addRow({u"Requests"_s, QString::number(status.requestsTotal)});
    if (status.diskTotalBytes > 0)
        table.addRow({u"Disk"_s,
                      u"%1 of %2 free"_s.arg(formatBytes(status.diskFreeBytes),
                                             formatBytes(status.diskTotalBytes))});
    for (const Admin::RefusedKey &key : status.refusedKeys)
        table.addRow({u"Refused key"_s,
                      u"%1, %2 times in ten minutes, last %3"_s.arg(key.accessKeyId)
                          .arg(key.refusals)
                          .arg(key.lastCode)});
    session.print(toJson(status), table.toText());
    return ExitCode::Ok;
}

ExitCode showRequests(Session &session, const RequestOptions &options)
{
    const auto log = session.wait(
        session.admin().requests(options.after, options.limit, options.refused, options.before));
    if (!log)
        return session.fail(log.error());
    Table table({{u"REQUEST"_s, Table::Align::Right},
                 {u"TIME"_s},
                 {u"OPERATION"_s},
                 {u"STATUS"_s, Table::Align::Right},
                 {u"CODE"_s},
                 {u"MS"_s, Table::Align::Right},
                 {u"FROM"_s},
                 {u"RESOURCE"_s}});
    for (const Admin::RequestRecord &request : log->requests) {
        table.addRow({QString::number(request.id), formatTime(request.timeMs), request.operation,
                      QString::number(request.status), request.code,
                      QString::number(double(request.durationUs) / 1000.0, 'f', 2), request.address,
                      request.method + u' ' + request.resource});
    }
    session.print(toJsonArray(log->requests), table.toText());
    return ExitCode::Ok;
}

} // namespace

void addStatusCommands(CLI::App &app, Command &chosen)
{
    app.add_subcommand("status", "Show how the broker is (Signalbox only)")->callback([&chosen] {
        chosen = showStatus;
    });

    auto options = std::make_shared<RequestOptions>();
    CLI::App *requests = app.add_subcommand(
        "requests", "Show the last requests the broker answered (Signalbox only)");
    requests->add_option("-n,--limit", options->limit, "How many at most, 50 unless given")
        ->check(CLI::Range(1, Limits::kMaxListPage))
        ->type_name("N");
    requests->add_option("--after", options->after, "Only those later than this request")
        ->type_name("REQUEST");
    requests->add_option("--before", options->before, "Only those earlier than this request")
        ->type_name("REQUEST");
    requests->add_flag("--refused", options->refused, "Only those that were refused");
    requests->callback([&chosen, options] {
        chosen = [options](Session &session) { return showRequests(session, *options); };
    });
}

} // namespace Signalbox::Ctl
