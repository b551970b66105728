// SPDX-License-Identifier: GPL-3.0-only
#include "commands.h"
#include "jsonshapes.h"
#include "messagebody.h"
#include "optionvalues.h"
#include "propertyoptions.h"
#include "session.h"
#include "subcommand.h"
#include "table.h"

#include <map>

namespace Signalbox::Ctl {

using namespace Qt::StringLiterals;

namespace {

struct AttributeOption
{
    const char *option;
    const char *name; ///< In MessageAttributes.
    const char *help;
};

constexpr AttributeOption kAttributeOptions[] = {
    {"--direct-mail", "DirectMail", "What mail:directmail subscriptions need, as a JSON object"},
    {"--direct-sms", "DirectSMS", "What sms:directsms subscriptions need, as a JSON object"},
    {"--dm", "DM", "What smq-ep:dm subscriptions need, as a JSON object"},
    {"--dysms", "DYSMS", "What smq-ep:dysms subscriptions need, as a JSON object"},
};

struct TopicOptions
{
    std::string name;
    std::string prefix;
    TopicSettingsPatch settings;
    BodySource body;
    std::string tag;
    std::string group;
    PropertyOptions properties;
    std::map<std::string, std::string> attributes; ///< MessageAttributes, by name.

    [[nodiscard]] QString topic() const { return fromStd(name); }
};

void addSettings(CLI::App &command, TopicOptions &options)
{
    command
        .add_option("--max-size", options.settings.maximumMessageSizeBytes, "Largest message body")
        ->type_name("BYTES");
    command
        .add_option("--logging", options.settings.loggingEnabled, "Whether operations are logged")
        ->type_name("true|false");
}

ExitCode listTopics(Session &session, const TopicOptions &options)
{
    std::vector<TopicAttributes> topics;
    ListPage page;
    page.prefix = fromStd(options.prefix);
    page.withMeta = true;
    do {
        const Result<TopicList> list = session.wait(session.mns().listTopics(page));
        if (!list)
            return session.fail(list.error());
        topics.insert(topics.end(), list->topics.begin(), list->topics.end());
        page.marker = list->nextMarker;
    } while (!page.marker.isEmpty());

    Table table({{u"TOPIC"_s},
                 {u"WAITING"_s, Table::Align::Right},
                 {u"MAX SIZE"_s, Table::Align::Right},
                 {u"CREATED"_s}});
    for (const TopicAttributes &topic : topics) {
        table.addRow({topic.name, QString::number(topic.messageCount),
                      formatBytes(topic.settings.maximumMessageSizeBytes),
                      formatTime(topic.createdAtS * 1000)});
    }
    session.print(toJsonArray(topics), table.toText());
    return ExitCode::Ok;
}

ExitCode createTopic(Session &session, const TopicOptions &options)
{
    const auto created = session.wait(session.mns().createTopic(options.topic(), options.settings));
    if (!created)
        return session.fail(created.error());
    const bool isNew = *created == MnsClient::Created::New;
    session.print(
        QJsonObject{{u"name"_s, options.topic()}, {u"created"_s, isNew}},
        (isNew ? u"Created topic %1.\n"_s : u"Topic %1 is already there with these attributes.\n"_s)
            .arg(options.topic()));
    return ExitCode::Ok;
}

ExitCode setTopic(Session &session, const TopicOptions &options)
{
    if (options.settings == TopicSettingsPatch())
        return session.refuseUsage(u"Give at least one attribute to change."_s);
    const auto changed =
        session.wait(session.mns().setTopicAttributes(options.topic(), options.settings));
    if (!changed)
        return session.fail(changed.error());
    session.print(QJsonObject{{u"name"_s, options.topic()}},
                  u"Changed topic %1.\n"_s.arg(options.topic()));
    return ExitCode::Ok;
}

ExitCode showTopic(Session &session, const TopicOptions &options)
{
    const auto topic = session.wait(session.mns().topicAttributes(options.topic()));
    if (!topic)
        return session.fail(topic.error());
    Table table({{u"ATTRIBUTE"_s}, {u"VALUE"_s}});
    table.addRow({u"Topic"_s, topic->name});
    table.addRow({u"Waiting messages"_s, QString::number(topic->messageCount)});
    table.addRow({u"Largest body"_s, formatBytes(topic->settings.maximumMessageSizeBytes)});
    table.addRow({u"Logging"_s, topic->settings.loggingEnabled ? u"on"_s : u"off"_s});
    table.addRow({u"Type"_s, QString::fromLatin1(toWire(topic->settings.type))});
    table.addRow({u"Created"_s, formatTime(topic->createdAtS * 1000)});
    table.addRow({u"Changed"_s, formatTime(topic->modifiedAtS * 1000)});
    session.print(toJson(*topic), table.toText());
    return ExitCode::Ok;
}

ExitCode deleteTopic(Session &session, const TopicOptions &options)
{
    const auto deleted = session.wait(session.mns().deleteTopic(options.topic()));
    if (!deleted)
        return session.fail(deleted.error());
    session.print(QJsonObject{{u"name"_s, options.topic()}},
                  u"Deleted topic %1.\n"_s.arg(options.topic()));
    return ExitCode::Ok;
}

ExitCode publish(Session &session, const TopicOptions &options)
{
    const Result<QByteArray> body = options.body.read();
    if (!body)
        return session.refuseUsage(body.error().message);
    const Result<QList<MessageProperty>> properties = options.properties.read();
    if (!properties)
        return session.refuseUsage(properties.error().message);
    PublishedMessage message;
    message.content.userProperties = *properties;
    message.content.body = *body;
    message.content.groupId = fromStd(options.group);
    message.tag = fromStd(options.tag);
    for (const auto &[name, json] : options.attributes) {
        if (!json.empty())
            message.attributes.append({fromStd(name), fromStd(json)});
    }
    const auto sent = session.wait(session.mns().publish(options.topic(), message));
    if (!sent)
        return session.fail(sent.error());
    session.print(toJson(*sent),
                  u"Published message %1.\n"_s.arg(QString::fromLatin1(sent->messageId)));
    return ExitCode::Ok;
}

using Run = ExitCode (*)(Session &, const TopicOptions &);

using TopicCommand = Subcommand<TopicOptions>;

TopicCommand addForTopic(CLI::App &group, const char *name, const char *help, Run run,
                         Command &chosen, const char *typeName = kTopicName)
{
    TopicCommand command = addSubcommand(group, name, help, run, chosen);
    command.app->add_option("topic", command.options->name, "Name of the topic")
        ->required()
        ->type_name(typeName);
    return command;
}

} // namespace

void addTopicCommands(CLI::App &app, Command &chosen)
{
    CLI::App *group =
        app.add_subcommand("topic", "List, create, change, show and delete topics; publish");
    group->require_subcommand(1);

    const TopicCommand list = addSubcommand(*group, "list", "List topics", listTopics, chosen);
    list.app->add_option("--prefix", list.options->prefix, "Only names that begin so")
        ->type_name("TEXT");

    const TopicCommand create =
        addForTopic(*group, "create", "Create a topic; what is not given takes its default",
                    createTopic, chosen, "NAME");
    addSettings(*create.app, *create.options);
    addFifoOption(*create.app, create.options->settings.type);
    const TopicCommand set = addForTopic(
        *group, "set", "Change attributes of a topic; what is not given stays", setTopic, chosen);
    addSettings(*set.app, *set.options);
    addForTopic(*group, "show", "Show a topic's attributes", showTopic, chosen);
    addForTopic(*group, "delete", "Delete a topic with its subscriptions", deleteTopic, chosen);

    const TopicCommand publishing =
        addForTopic(*group, "publish", "Publish a message to all subscriptions", publish, chosen);
    publishing.options->body.addTo(*publishing.app);
    publishing.app->add_option("--tag", publishing.options->tag, "Tag that subscriptions filter by")
        ->type_name("TAG");
    publishing.app->add_option("--group", publishing.options->group, "Message group")
        ->type_name("ID");
    publishing.options->properties.addTo(*publishing.app);
    for (const auto &[option, name, help] : kAttributeOptions) {
        publishing.app->add_option(option, publishing.options->attributes[name], help)
            ->type_name("JSON");
    }
}

} // namespace Signalbox::Ctl
