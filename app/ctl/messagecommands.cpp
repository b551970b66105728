// SPDX-License-Identifier: GPL-3.0-only
#include "browsing.h"
#include "client/admincodec.h"
#include "commands.h"
#include "jsonshapes.h"
#include "messagebody.h"
#include "optionvalues.h"
#include "propertyoptions.h"
#include "session.h"
#include "subcommand.h"
#include "table.h"

#include <memory>

namespace Signalbox::Ctl {

using namespace Qt::StringLiterals;

namespace {

struct MessageOptions
{
    std::string queueName;
    BodySource body;
    std::optional<std::chrono::seconds> delay;
    int priority = Limits::kDefaultPriority;
    std::string groupId;
    PropertyOptions properties;

    int count = 1;
    std::optional<std::chrono::seconds> wait;
    bool deleteAfter = false;
    bool base64 = false;

    std::vector<std::string> handles;
    bool byId = false;

    std::string state;
    std::string order = "newest";
    int limit = 100;
    bool bodies = false;
    std::string search;
    std::string to;

    [[nodiscard]] QString queue() const { return fromStd(queueName); }
};

ExitCode send(Session &session, const MessageOptions &options)
{
    OutgoingMessage message;
    const Result<QList<MessageProperty>> properties = options.properties.read();
    if (!properties)
        return session.refuseUsage(properties.error().message);
    message.userProperties = *properties;
    const Result<QByteArray> body = options.body.read();
    if (!body)
        return session.refuseUsage(body.error().message);
    message.body = *body;
    message.delay = options.delay;
    message.priority = options.priority;
    message.groupId = fromStd(options.groupId);

    const auto sent = session.wait(session.mns().sendMessage(options.queue(), message));
    if (!sent)
        return session.fail(sent.error());
    session.print(toJson(*sent), u"Sent message %1.\n"_s.arg(QString::fromUtf8(sent->messageId)));
    return ExitCode::Ok;
}

/// Deletes \a handles in batches; gives those that could not be.
Result<std::vector<FailedHandle>> deleteHandles(Session &session, const QString &queue,
                                                const std::vector<QByteArray> &handles)
{
    std::vector<FailedHandle> failed;
    for (std::size_t start = 0; start < handles.size(); start += Limits::kMaxBatch) {
        const auto first = handles.begin() + std::ptrdiff_t(start);
        const auto count = std::min<std::ptrdiff_t>(Limits::kMaxBatch, handles.end() - first);
        const auto batch =
            session.wait(session.mns().deleteMessages(queue, {first, first + count}));
        if (!batch)
            return batch.error();
        failed.insert(failed.end(), batch->begin(), batch->end());
    }
    return failed;
}

/// What people see of a message: a line about it, and its body.
QString describe(const ReceivedMessage &message)
{
    QString text = u"%1  sent %2, received %3"_s.arg(QString::fromUtf8(message.messageId),
                                                     formatTime(message.enqueueTimeMs),
                                                     formatCount(message.dequeueCount, u"time"_s));
    if (!message.receiptHandle.isEmpty()) {
        text += u", hidden until %1\nreceipt handle %2"_s.arg(
            formatTime(message.nextVisibleTimeMs), QString::fromUtf8(message.receiptHandle));
    }
    return text + u'\n' + QString::fromUtf8(message.body) + u"\n\n"_s;
}

void printMessages(Session &session, std::vector<ReceivedMessage> messages, bool base64)
{
    QString text;
    for (ReceivedMessage &message : messages) {
        if (base64) {
            if (const std::optional<QByteArray> body = decodedBody(message.body))
                message.body = *body;
            else
                session.warn(
                    u"The body of message %1 is not Base64 of text; it is shown as it is."_s.arg(
                        QString::fromUtf8(message.messageId)));
        }
        text += describe(message);
    }
    session.print(toJsonArray(messages), text);
}

/// A reply without messages, or that refuses to give any.
ExitCode failReceiving(Session &session, const Error &error)
{
    const ExitCode code = session.fail(error);
    return error.code == ErrorCode::MessageNotExist ? ExitCode::NoMessage : code;
}

ExitCode receive(Session &session, const MessageOptions &options)
{
    const auto received =
        session.wait(session.mns().receiveMessages(options.queue(), options.count, options.wait));
    if (!received)
        return failReceiving(session, received.error());
    printMessages(session, *received, options.base64);
    if (!options.deleteAfter || session.isOutputLost()) // they come back
        return ExitCode::Ok;

    std::vector<QByteArray> handles;
    for (const ReceivedMessage &message : *received)
        handles.push_back(message.receiptHandle);
    const auto failed = deleteHandles(session, options.queue(), handles);
    if (!failed)
        return session.fail(failed.error());
    return failed->empty() ? ExitCode::Ok : session.fail(failed->front().error);
}

ExitCode peek(Session &session, const MessageOptions &options)
{
    const auto peeked = session.wait(session.mns().peekMessages(options.queue(), options.count));
    if (!peeked)
        return failReceiving(session, peeked.error());
    printMessages(session, *peeked, options.base64);
    return ExitCode::Ok;
}

ExitCode deleteById(Session &session, const MessageOptions &options)
{
    QList<QByteArray> ids;
    for (const std::string &id : options.handles)
        ids.append(QByteArray::fromStdString(id));
    const auto entry = session.wait(session.admin().deleteMessages(options.queue(), ids));
    if (!entry)
        return session.fail(entry.error());
    session.print(
        toJson(*entry),
        u"Moved %1 to the trash as entry %2.\n"_s.arg(formatCount(entry->messages, u"message"_s))
            .arg(entry->id));
    return ExitCode::Ok;
}

ExitCode deleteMessages(Session &session, const MessageOptions &options)
{
    if (options.byId)
        return deleteById(session, options);
    std::vector<QByteArray> handles;
    for (const std::string &handle : options.handles)
        handles.push_back(QByteArray::fromStdString(handle));
    const auto failed = deleteHandles(session, options.queue(), handles);
    if (!failed)
        return session.fail(failed.error());
    const qint64 deleted = qint64(handles.size() - failed->size());
    session.print(QJsonObject{{u"deleted"_s, deleted}, {u"failed"_s, toJsonArray(*failed)}},
                  u"Deleted %1.\n"_s.arg(formatCount(deleted, u"message"_s)));
    for (const FailedHandle &handle : *failed) {
        if (!session.isJson())
            (void)session.fail(
                {handle.error.code,
                 handle.error.message + u' ' + QString::fromUtf8(handle.receiptHandle)});
    }
    return failed->empty() ? ExitCode::Ok : ExitCode::Refused;
}

ExitCode moveMessages(Session &session, const MessageOptions &options)
{
    QList<QByteArray> ids;
    for (const std::string &id : options.handles)
        ids.append(QByteArray::fromStdString(id));
    const auto result =
        session.wait(session.admin().moveMessages(options.queue(), ids, fromStd(options.to)));
    if (!result)
        return session.fail(result.error());
    QString text =
        u"Moved %1 to %2.\n"_s.arg(formatCount(result->moved, u"message"_s), fromStd(options.to));
    if (result->inFlight > 0)
        text += u"%1 in flight stayed.\n"_s.arg(formatCount(result->inFlight, u"message"_s));
    session.print(QJsonObject{{u"moved"_s, result->moved}, {u"inFlight"_s, result->inFlight}},
                  text);
    return ExitCode::Ok;
}

Admin::BrowseQuery browseQuery(const MessageOptions &options)
{
    using State = Admin::MessageState;
    using Order = Admin::BrowseQuery::Order;
    Admin::BrowseQuery query;
    for (const State state : {State::Ready, State::Delayed, State::Leased, State::Blocked}) {
        if (fromStd(options.state) == Admin::messageStateName(state))
            query.state = state;
    }
    query.order = options.order == "oldest" ? Order::Oldest
        : options.order == "next-visible"   ? Order::NextVisible
                                            : Order::Newest;
    query.bodies = options.bodies;
    query.search = fromStd(options.search);
    return query;
}

ExitCode browse(Session &session, const MessageOptions &options)
{
    const auto messages =
        browseMessages(session, options.queue(), browseQuery(options), options.limit);
    if (!messages)
        return session.fail(messages.error());

    QList<Table::Column> columns{{u"MESSAGE"_s},
                                 {u"STATE"_s},
                                 {u"PRIORITY"_s, Table::Align::Right},
                                 {u"BYTES"_s, Table::Align::Right},
                                 {u"RECEIVED"_s, Table::Align::Right},
                                 {u"SENT"_s},
                                 {u"READY AT"_s}};
    if (options.bodies)
        columns.append({u"BODY"_s});
    Table table(columns);
    for (const Admin::Message &message : *messages) {
        QStringList cells{QString::fromUtf8(message.messageId),
                          Admin::messageStateName(message.state),
                          QString::number(message.priority),
                          QString::number(message.bodyBytes),
                          QString::number(message.dequeueCount),
                          formatTime(message.enqueueTimeMs),
                          message.nextVisibleTimeMs ? formatTime(*message.nextVisibleTimeMs)
                                                    : QString()};
        if (options.bodies)
            cells.append(QString::fromUtf8(message.body).left(80));
        table.addRow(cells);
    }
    session.print(toJsonArray(*messages), table.toText());
    return ExitCode::Ok;
}

using Run = ExitCode (*)(Session &, const MessageOptions &);

Subcommand<MessageOptions> add(CLI::App &group, const char *name, const char *help, Run run,
                               Command &chosen)
{
    auto command = addSubcommand(group, name, help, run, chosen);
    command.app->add_option("queue", command.options->queueName, "Name of the queue")
        ->required()
        ->type_name(kQueueName);
    return command;
}

void addSend(CLI::App &group, Command &chosen)
{
    const auto [command, options] = add(group, "send", "Send a message", send, chosen);
    options->body.addTo(*command);
    addSecondsOption(*command, "--delay", options->delay, "How long the message stays hidden");
    command->add_option("--priority", options->priority, "1 (served first) to 16")->type_name("N");
    command->add_option("--group", options->groupId, "Message group")->type_name("ID");
    options->properties.addTo(*command);
}

void addReceive(CLI::App &group, Command &chosen)
{
    const auto [command, options] =
        add(group, "receive", "Receive messages, which hides them from others for a while", receive,
            chosen);
    command->add_option("-n,--count", options->count, "How many at most, up to 16")->type_name("N");
    addSecondsOption(*command, "--wait", options->wait,
                     "How long to wait for one; without it, the queue's polling wait");
    command->add_flag("--delete", options->deleteAfter, "Delete them once they are printed");
    command->add_flag("--base64", options->base64, "Decode their bodies from Base64");
}

void addPeek(CLI::App &group, Command &chosen)
{
    const auto [command, options] = add(
        group, "peek", "Look at the messages that are next, without receiving them", peek, chosen);
    command->add_option("-n,--count", options->count, "How many at most, up to 16")->type_name("N");
    command->add_flag("--base64", options->base64, "Decode their bodies from Base64");
}

void addDelete(CLI::App &group, Command &chosen)
{
    const auto [command, options] =
        add(group, "delete", "Delete messages by the receipt handles of their receive",
            deleteMessages, chosen);
    command->add_option("handles", options->handles, "Receipt handles")
        ->required()
        ->type_name("HANDLE");
    command->add_flag("--id", options->byId,
                      "The handles are message ids: move these to the trash (Signalbox only)");
}

void addBrowse(CLI::App &group, Command &chosen)
{
    const auto [command, options] =
        add(group, "browse", "List messages in every state, untouched (Signalbox only)", browse,
            chosen);
    limitTo(command->add_option("--state", options->state, "Only these"),
            {"ready", "delayed", "leased", "blocked"});
    limitTo(
        command->add_option("--order", options->order, "Which first; next-visible needs a state"),
        {"newest", "oldest", "next-visible"});
    command->add_option("-n,--limit", options->limit, "How many at most, 100 unless given")
        ->check(CLI::PositiveNumber)
        ->type_name("N");
    command->add_flag("--bodies", options->bodies, "With their bodies");
    command
        ->add_option(
            "--search", options->search,
            "Only those with this text in the body, a property, the group or at the end of "
            "the id; or '$.path = value' in JSON bodies, 'id: HEX', 'tag: TAG', "
            "'group: GROUP', 'prop.NAME = value'")
        ->type_name("TEXT");
}

void addMove(CLI::App &group, Command &chosen)
{
    const auto [command, options] =
        add(group, "move", "Move messages that are not in flight to another queue (Signalbox only)",
            moveMessages, chosen);
    command->add_option("to", options->to, "Name of the other queue")
        ->required()
        ->type_name(kQueueName);
    command->add_option("ids", options->handles, "Message ids")->required()->type_name("ID");
}

} // namespace

void addMessageCommands(CLI::App &app, Command &chosen)
{
    CLI::App *group =
        app.add_subcommand("message", "Send, receive, peek, delete and browse messages");
    group->require_subcommand(1);
    addSend(*group, chosen);
    addReceive(*group, chosen);
    addPeek(*group, chosen);
    addDelete(*group, chosen);
    addBrowse(*group, chosen);
    addMove(*group, chosen);
}

} // namespace Signalbox::Ctl
