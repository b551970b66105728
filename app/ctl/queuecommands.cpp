// SPDX-License-Identifier: GPL-3.0-only
#include "commands.h"
#include "jsonshapes.h"
#include "optionvalues.h"
#include "session.h"
#include "subcommand.h"
#include "table.h"

namespace Signalbox::Ctl {

using namespace Qt::StringLiterals;

namespace {

struct QueueOptions
{
    std::string name;
    std::string prefix;
    QueueSettingsPatch settings;
    std::optional<std::string> deadLetterQueue;
    int maxReceiveCount = 5;

    [[nodiscard]] QString queue() const { return fromStd(name); }
    [[nodiscard]] QueueSettingsPatch patch() const
    {
        QueueSettingsPatch patch = settings;
        if (deadLetterQueue && deadLetterQueue->empty())
            patch.deadLetters.emplace();
        else if (deadLetterQueue)
            patch.deadLetters = {fromStd(*deadLetterQueue), maxReceiveCount};
        return patch;
    }
};

void addSettings(CLI::App &command, QueueOptions &options)
{
    QueueSettingsPatch &settings = options.settings;
    addSecondsOption(command, "--delay", settings.delay,
                     "How long messages stay hidden after they are sent");
    addSecondsOption(command, "--retention", settings.retention, "How long messages are kept");
    addSecondsOption(command, "--visibility", settings.visibilityTimeout,
                     "How long a received message stays hidden");
    addSecondsOption(command, "--polling-wait", settings.pollingWait,
                     "How long a receive waits for a message");
    command.add_option("--max-size", settings.maximumMessageSizeBytes, "Largest message body")
        ->type_name("BYTES");
    command.add_option("--logging", settings.loggingEnabled, "Whether operations are logged")
        ->type_name("true|false");
    command
        .add_option("--dead-letter-queue", options.deadLetterQueue,
                    "Queue for messages that were received too often; empty for none")
        ->type_name(kQueueName);
    command
        .add_option("--max-receives", options.maxReceiveCount,
                    "How often those may be received before, 5 unless given")
        ->needs("--dead-letter-queue")
        ->type_name("N");
}

ExitCode listQueues(Session &session, const QueueOptions &options)
{
    std::vector<QueueAttributes> queues;
    ListPage page;
    page.prefix = fromStd(options.prefix);
    page.withMeta = true;
    do {
        const Result<QueueList> list = session.wait(session.mns().listQueues(page));
        if (!list)
            return session.fail(list.error());
        queues.insert(queues.end(), list->queues.begin(), list->queues.end());
        page.marker = list->nextMarker;
    } while (!page.marker.isEmpty());

    Table table({{u"QUEUE"_s},
                 {u"READY"_s, Table::Align::Right},
                 {u"LEASED"_s, Table::Align::Right},
                 {u"DELAYED"_s, Table::Align::Right},
                 {u"VISIBILITY"_s, Table::Align::Right},
                 {u"DELAY"_s, Table::Align::Right},
                 {u"RETENTION"_s, Table::Align::Right},
                 {u"CREATED"_s}});
    for (const QueueAttributes &queue : queues) {
        table.addRow(
            {queue.name, QString::number(queue.counts.ready), QString::number(queue.counts.leased),
             QString::number(queue.counts.delayed),
             formatDuration(queue.settings.visibilityTimeout), formatDuration(queue.settings.delay),
             formatDuration(queue.settings.retention), formatTime(queue.createdAtS * 1000)});
    }
    session.print(toJsonArray(queues), table.toText());
    return ExitCode::Ok;
}

ExitCode createQueue(Session &session, const QueueOptions &options)
{
    const auto created = session.wait(session.mns().createQueue(options.queue(), options.patch()));
    if (!created)
        return session.fail(created.error());
    const bool isNew = *created == MnsClient::Created::New;
    session.print(
        QJsonObject{{u"name"_s, options.queue()}, {u"created"_s, isNew}},
        (isNew ? u"Created queue %1.\n"_s : u"Queue %1 is already there with these attributes.\n"_s)
            .arg(options.queue()));
    return ExitCode::Ok;
}

ExitCode setQueue(Session &session, const QueueOptions &options)
{
    const QueueSettingsPatch patch = options.patch();
    if (patch == QueueSettingsPatch())
        return session.refuseUsage(u"Give at least one attribute to change."_s);
    const auto changed = session.wait(session.mns().setQueueAttributes(options.queue(), patch));
    if (!changed)
        return session.fail(changed.error());
    session.print(QJsonObject{{u"name"_s, options.queue()}},
                  u"Changed queue %1.\n"_s.arg(options.queue()));
    return ExitCode::Ok;
}

ExitCode showQueue(Session &session, const QueueOptions &options)
{
    const auto reply = session.wait(session.mns().queueAttributes(options.queue()));
    if (!reply)
        return session.fail(reply.error());
    const QueueAttributes &queue = *reply;
    Table table({{u"ATTRIBUTE"_s}, {u"VALUE"_s}});
    table.addRow({u"Queue"_s, queue.name});
    table.addRow({u"Ready messages"_s, QString::number(queue.counts.ready)});
    table.addRow({u"Leased messages"_s, QString::number(queue.counts.leased)});
    table.addRow({u"Delayed messages"_s, QString::number(queue.counts.delayed)});
    table.addRow({u"Delay"_s, formatDuration(queue.settings.delay)});
    table.addRow({u"Visibility timeout"_s, formatDuration(queue.settings.visibilityTimeout)});
    table.addRow({u"Retention"_s, formatDuration(queue.settings.retention)});
    table.addRow({u"Polling wait"_s, formatDuration(queue.settings.pollingWait)});
    table.addRow({u"Largest body"_s, formatBytes(queue.settings.maximumMessageSizeBytes)});
    table.addRow({u"Logging"_s, queue.settings.loggingEnabled ? u"on"_s : u"off"_s});
    table.addRow({u"Type"_s, QString::fromLatin1(toWire(queue.settings.type))});
    if (const DeadLetterPolicy &policy = queue.settings.deadLetters; !policy.targetQueue.isEmpty())
        table.addRow(
            {u"Dead letters"_s,
             u"to %1 after %2 receives"_s.arg(policy.targetQueue).arg(policy.maxReceiveCount)});
    table.addRow({u"Created"_s, formatTime(queue.createdAtS * 1000)});
    table.addRow({u"Changed"_s, formatTime(queue.modifiedAtS * 1000)});
    session.print(toJson(queue), table.toText());
    return ExitCode::Ok;
}

ExitCode deleteQueue(Session &session, const QueueOptions &options)
{
    const auto deleted = session.wait(session.mns().deleteQueue(options.queue()));
    if (!deleted)
        return session.fail(deleted.error());
    session.print(QJsonObject{{u"name"_s, options.queue()}},
                  u"Deleted queue %1.\n"_s.arg(options.queue()));
    return ExitCode::Ok;
}

ExitCode purgeQueue(Session &session, const QueueOptions &options)
{
    const auto entry = session.wait(session.admin().purgeQueue(options.queue()));
    if (!entry)
        return session.fail(entry.error());
    session.print(toJson(*entry),
                  u"Moved %1 of queue %2 to the trash as entry %3, until %4.\n"_s
                      .arg(formatCount(entry->messages, u"message"_s), options.queue())
                      .arg(entry->id)
                      .arg(formatTime(entry->expiresAtMs)));
    return ExitCode::Ok;
}

ExitCode listReceivers(Session &session, const QueueOptions &options)
{
    const auto list = session.wait(session.admin().receivers(options.queue()));
    if (!list)
        return session.fail(list.error());
    Table table({{u"ADDRESS"_s},
                 {u"AGENT"_s},
                 {u"HOLDS"_s, Table::Align::Right},
                 {u"WAITING"_s, Table::Align::Right},
                 {u"RECEIVED/S"_s, Table::Align::Right},
                 {u"DELETED/S"_s, Table::Align::Right},
                 {u"EXPIRED"_s, Table::Align::Right},
                 {u"LAST SEEN"_s}});
    for (const Admin::Receiver &receiver : list->receivers) {
        table.addRow(
            {receiver.address, receiver.agent, QString::number(receiver.holds),
             QString::number(receiver.waiters), QString::number(receiver.receivedPerS, 'f', 1),
             QString::number(receiver.deletedPerS, 'f', 1), QString::number(receiver.expired),
             receiver.lastSeenMs ? formatTime(*receiver.lastSeenMs) : u"-"_s});
    }
    session.print(toJsonArray(list->receivers), table.toText());
    return ExitCode::Ok;
}

using Run = ExitCode (*)(Session &, const QueueOptions &);

using QueueCommand = Subcommand<QueueOptions>;

QueueCommand addForQueue(CLI::App &group, const char *name, const char *help, Run run,
                         Command &chosen, const char *typeName = kQueueName)
{
    QueueCommand command = addSubcommand(group, name, help, run, chosen);
    command.app->add_option("queue", command.options->name, "Name of the queue")
        ->required()
        ->type_name(typeName);
    return command;
}

} // namespace

void addQueueCommands(CLI::App &app, Command &chosen)
{
    CLI::App *group =
        app.add_subcommand("queue", "List, create, change, show, delete and purge queues");
    group->require_subcommand(1);

    const QueueCommand list = addSubcommand(*group, "list", "List queues", listQueues, chosen);
    list.app->add_option("--prefix", list.options->prefix, "Only names that begin so")
        ->type_name("TEXT");

    const QueueCommand create =
        addForQueue(*group, "create", "Create a queue; what is not given takes its default",
                    createQueue, chosen, "NAME");
    addSettings(*create.app, *create.options);
    addFifoOption(*create.app, create.options->settings.type);

    const QueueCommand set = addForQueue(
        *group, "set", "Change attributes of a queue; what is not given stays", setQueue, chosen);
    addSettings(*set.app, *set.options);

    addForQueue(*group, "show", "Show a queue's attributes and counts", showQueue, chosen);
    addForQueue(*group, "delete", "Delete a queue with its messages", deleteQueue, chosen);
    addForQueue(*group, "purge", "Move all messages of a queue to the trash (Signalbox only)",
                purgeQueue, chosen);
    addForQueue(*group, "receivers",
                "Show who receives from a queue and what each holds (Signalbox only)",
                listReceivers, chosen);
}

} // namespace Signalbox::Ctl
