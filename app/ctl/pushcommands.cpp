// SPDX-License-Identifier: GPL-3.0-only
#include "client/topiccodec.h"
#include "commands.h"
#include "jsonshapes.h"
#include "optionvalues.h"
#include "protocol/outboxlabel.h"
#include "session.h"
#include "subcommand.h"
#include "table.h"

namespace Signalbox::Ctl {

using namespace Qt::StringLiterals;

namespace {

struct AttemptOptions
{
    std::string topicName;
    std::string subscription;
    std::string endpoint;
    qint64 number = 0;
    int count = 20;
    bool onlyFailed = false;
};

struct KeptOptions
{
    std::vector<std::string> messageIds;
};

struct OutboxOptions
{
    std::string search;
    int count = 20;
};

Table attemptTable()
{
    return Table({{u"NUMBER"_s, Table::Align::Right},
                  {u"TIME"_s},
                  {u"SUBSCRIPTION"_s},
                  {u"MESSAGE"_s},
                  {u"TRY"_s, Table::Align::Right},
                  {u"OUTCOME"_s},
                  {u"STATUS"_s, Table::Align::Right},
                  {u"MS"_s, Table::Align::Right},
                  {u"WHY"_s}});
}

void addRow(Table &table, const Admin::Attempt &attempt)
{
    table.addRow({QString::number(attempt.number), formatTime(attempt.atMs),
                  attempt.topic + u'/' + attempt.subscription, attempt.messageId,
                  QString::number(attempt.attempt), Admin::outcomeName(attempt.outcome),
                  attempt.status == 0 ? u"-"_s : QString::number(attempt.status),
                  QString::number(attempt.durationMs, 'f', 1), attempt.error});
}

ExitCode listAttempts(Session &session, const AttemptOptions &options)
{
    Admin::AttemptQuery query;
    query.topic = fromStd(options.topicName);
    query.subscription = fromStd(options.subscription);
    query.onlyFailed = options.onlyFailed;
    query.limit = options.count;
    const auto page = session.wait(session.admin().attempts(query));
    if (!page)
        return session.fail(page.error());
    Table table = attemptTable();
    for (const Admin::Attempt &attempt : page->attempts)
        addRow(table, attempt);
    session.print(toJsonArray(page->attempts), table.toText());
    return ExitCode::Ok;
}

ExitCode showAttempt(Session &session, const Admin::Attempt &ended)
{
    Table table = attemptTable();
    addRow(table, ended);
    session.print(toJson(ended), table.toText());
    return ended.outcome == Admin::Attempt::Outcome::Delivered ? ExitCode::Ok : ExitCode::Refused;
}

ExitCode sendAgain(Session &session, const AttemptOptions &options)
{
    const auto ended =
        session.wait(session.admin().sendAttemptAgain(options.number, fromStd(options.endpoint)));
    if (!ended)
        return session.fail(ended.error());
    return showAttempt(session, *ended);
}

ExitCode listOutbox(Session &session, const OutboxOptions &options)
{
    Admin::BrowseQuery query;
    query.limit = options.count;
    query.search = fromStd(options.search);
    const auto page = session.wait(session.admin().outbox(query));
    if (!page)
        return session.fail(page.error());
    Table table(
        {{u"TIME"_s}, {u"STATE"_s}, {u"SUBSCRIPTION"_s}, {u"ENDPOINT"_s}, {u"ID"_s}, {u"TEXT"_s}});
    for (const Admin::Message &message : page->messages) {
        const OutboxLabel label = outboxLabelOf(message.systemProperties);
        table.addRow({formatTime(message.enqueueTimeMs), label.state,
                      label.topic + u'/' + label.subscription, label.endpoint,
                      QString::fromLatin1(message.messageId),
                      QString::fromUtf8(message.body).simplified()});
    }
    session.print(toJsonArray(page->messages), table.toText());
    return ExitCode::Ok;
}

ExitCode deleteFromOutbox(Session &session, const KeptOptions &options)
{
    QList<QByteArray> ids;
    for (const std::string &id : options.messageIds)
        ids.append(QByteArray::fromStdString(id));
    const auto entry = session.wait(session.admin().deleteFromOutbox(ids));
    if (!entry)
        return session.fail(entry.error());
    session.print(toJson(*entry), u"In the trash as entry %1.\n"_s.arg(entry->id));
    return ExitCode::Ok;
}

ExitCode sendFromOutbox(Session &session, const KeptOptions &options)
{
    for (const std::string &id : options.messageIds) {
        const auto ended =
            session.wait(session.admin().sendFromOutbox(QByteArray::fromStdString(id)));
        if (!ended)
            return session.fail(ended.error());
        if (const ExitCode shown = showAttempt(session, *ended); shown != ExitCode::Ok)
            return shown;
    }
    return ExitCode::Ok;
}

void addOutboxCommands(CLI::App &app, Command &chosen)
{
    CLI::App *group = app.add_subcommand(
        "outbox", "Mail, SMS and calls that were kept, sent or not (Signalbox only)");
    group->require_subcommand(1);
    const auto outbox =
        addSubcommand(*group, "list", "Show them, newest first", listOutbox, chosen);
    outbox.app->add_option("--search", outbox.options->search, "Only with this text")
        ->type_name("TEXT");
    outbox.app->add_option("-n,--count", outbox.options->count, "How many at most")
        ->check(CLI::Range(1, 1000))
        ->type_name("N");
    const auto addIds = [](const auto &command) {
        command.app->add_option("id", command.options->messageIds, "As outbox shows it")
            ->required()
            ->type_name("ID");
    };
    addIds(addSubcommand(*group, "send",
                         "Send mail and SMS over the broker's relay or gateway; fails when one "
                         "does not arrive",
                         sendFromOutbox, chosen));
    addIds(addSubcommand(*group, "delete", "Move them to the trash", deleteFromOutbox, chosen));
}

} // namespace

void addPushCommands(CLI::App &app, Command &chosen)
{
    const auto attempts =
        addSubcommand(app, "attempts", "Show the last attempts to deliver (Signalbox only)",
                      listAttempts, chosen);
    attempts.app->add_option("--topic", attempts.options->topicName, "Only of this topic")
        ->type_name(kTopicName);
    attempts.app
        ->add_option("--subscription", attempts.options->subscription, "Only of this subscription")
        ->type_name(kSubscriptionName);
    attempts.app->add_option("-n,--count", attempts.options->count, "How many at most")
        ->check(CLI::Range(1, 1000))
        ->type_name("N");
    attempts.app->add_flag("--failed", attempts.options->onlyFailed, "Only those that failed");

    const auto again = addSubcommand(
        app, "send-again",
        "Push the message of an attempt once more, signed anew (Signalbox only); fails when it "
        "does not arrive",
        sendAgain, chosen);
    again.app->add_option("number", again.options->number, "Of the attempt, as attempts shows it")
        ->required()
        ->type_name("NUMBER");
    again.app->add_option("--to", again.options->endpoint, "Another HTTP endpoint")
        ->type_name("URL");
    addOutboxCommands(app, chosen);
}

} // namespace Signalbox::Ctl
