// SPDX-License-Identifier: GPL-3.0-only
#include "browsing.h"
#include "commands.h"
#include "jsonshapes.h"
#include "optionvalues.h"
#include "session.h"
#include "subcommand.h"
#include "table.h"

#include <vector>

namespace Signalbox::Ctl {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDefaultListed = 50;

struct DeadLetterOptions
{
    std::string name;
    std::vector<std::string> ids;
    std::string to;
    int limit = kDefaultListed;

    [[nodiscard]] QString queue() const { return fromStd(name); }
};

QString originOf(const Admin::Message &message)
{
    const std::optional<Admin::DeadLetter> &letter = message.deadLetter;
    if (!letter || letter->messageId.isEmpty())
        return u"-"_s;
    return letter->subscription.isEmpty() ? letter->queue
                                          : u"%1/%2"_s.arg(letter->topic, letter->subscription);
}

QString reasonOf(const Admin::Message &message)
{
    const std::optional<Admin::DeadLetter> &letter = message.deadLetter;
    if (!letter || letter->messageId.isEmpty())
        return u"sent here"_s;
    if (letter->subscription.isEmpty())
        return u"received %1"_s.arg(formatCount(letter->tries, u"time"_s));
    return u"%1: %2"_s.arg(formatCount(letter->tries, u"attempt"_s), letter->lastFailure);
}

ExitCode list(Session &session, const DeadLetterOptions &options)
{
    Admin::BrowseQuery query;
    query.bodies = false;
    const auto messages = browseMessages(session, options.queue(), query, options.limit);
    if (!messages)
        return session.fail(messages.error());
    Table table({{u"MESSAGE"_s}, {u"FROM"_s}, {u"SINCE"_s}, {u"WHY"_s}});
    for (const Admin::Message &message : *messages) {
        const qint64 since = message.deadLetter ? message.deadLetter->atMs : message.enqueueTimeMs;
        table.addRow({QString::fromLatin1(message.messageId), originOf(message), formatTime(since),
                      reasonOf(message)});
    }
    session.print(toJsonArray(*messages), table.toText());
    return ExitCode::Ok;
}

/// Adds \a step to what was done before it; its ids stay with it, for the undo.
void add(Admin::Redriven &total, const Admin::Redriven &step)
{
    total.moved += step.moved;
    total.inFlight += step.inFlight;
    total.withoutOrigin += step.withoutOrigin;
}

QString summary(const Admin::Redriven &total, const QString &queue,
                const QList<Admin::Redriven> &steps)
{
    QString text = u"Moved %1 back.\n"_s.arg(formatCount(total.moved, u"message"_s));
    if (total.inFlight > 0)
        text += u"%1 in flight stayed.\n"_s.arg(formatCount(total.inFlight, u"message"_s));
    if (total.withoutOrigin > 0)
        text += u"%1 without a place to go back to stayed; name one with --to.\n"_s.arg(
            formatCount(total.withoutOrigin, u"message"_s));
    for (const Admin::Redriven &step : steps)
        text += u"Undo: signalboxctl dlq undo %1 %2 %3\n"_s.arg(
            queue, QString::fromLatin1(step.firstId), QString::fromLatin1(step.lastId));
    return text;
}

ExitCode redrive(Session &session, const DeadLetterOptions &options)
{
    QList<QByteArray> ids;
    for (const std::string &id : options.ids)
        ids.append(QByteArray::fromStdString(id));
    Admin::Redriven total;
    QList<Admin::Redriven> steps; // that moved something
    QString cursor;
    do {
        const auto step = session.wait(
            session.admin().redrive(options.queue(), ids, fromStd(options.to), cursor));
        if (!step)
            return session.fail(step.error());
        add(total, *step);
        if (step->moved > 0)
            steps.append(*step);
        cursor = step->cursor;
    } while (!cursor.isEmpty());
    QJsonArray ranges;
    for (const Admin::Redriven &step : steps)
        ranges.append(QJsonObject{{u"firstId"_s, QString::fromLatin1(step.firstId)},
                                  {u"lastId"_s, QString::fromLatin1(step.lastId)}});
    session.print(QJsonObject{{u"moved"_s, total.moved},
                              {u"inFlight"_s, total.inFlight},
                              {u"withoutOrigin"_s, total.withoutOrigin},
                              {u"steps"_s, ranges}},
                  summary(total, options.queue(), steps));
    return ExitCode::Ok;
}

ExitCode undo(Session &session, const DeadLetterOptions &options)
{
    const auto result = session.wait(
        session.admin().undoRedrive(options.queue(), QByteArray::fromStdString(options.ids[0]),
                                    QByteArray::fromStdString(options.ids[1])));
    if (!result)
        return session.fail(result.error());
    QString text =
        u"Moved %1 back to %2.\n"_s.arg(formatCount(result->moved, u"message"_s), options.queue());
    if (result->inFlight > 0)
        text += u"%1 in flight stayed.\n"_s.arg(formatCount(result->inFlight, u"message"_s));
    session.print(QJsonObject{{u"moved"_s, result->moved}, {u"inFlight"_s, result->inFlight}},
                  text);
    return ExitCode::Ok;
}

using Run = ExitCode (*)(Session &, const DeadLetterOptions &);

Subcommand<DeadLetterOptions> addForQueue(CLI::App &group, const char *name, const char *help,
                                          Run run, Command &chosen)
{
    auto command = addSubcommand(group, name, help, run, chosen);
    command.app->add_option("queue", command.options->name, "Name of the dead-letter queue")
        ->required()
        ->type_name(kQueueName);
    return command;
}

} // namespace

void addDeadLetterCommands(CLI::App &app, Command &chosen)
{
    CLI::App *group =
        app.add_subcommand("dlq", "See dead letters and move them back (Signalbox only)");
    group->require_subcommand(1);

    const auto listing = addForQueue(
        *group, "list", "List messages with where each was and why it is here", list, chosen);
    listing.app
        ->add_option("-n,--limit", listing.options->limit, "At most so many, 50 unless given")
        ->check(CLI::PositiveNumber)
        ->type_name("N");

    const auto redriving = addForQueue(
        *group, "redrive", "Move messages back to where they were; all unless some are named",
        redrive, chosen);
    redriving.app->add_option("ids", redriving.options->ids, "Only the messages with these ids")
        ->type_name("ID");
    redriving.app->add_option("--to", redriving.options->to, "To this queue instead")
        ->type_name(kQueueName);

    const auto undoing =
        addForQueue(*group, "undo", "Take back a redrive, by its first and last id", undo, chosen);
    undoing.app->add_option("ids", undoing.options->ids, "The ids that the redrive gave")
        ->required()
        ->expected(2)
        ->type_name("ID");
}

} // namespace Signalbox::Ctl
