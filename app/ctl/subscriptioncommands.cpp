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

struct SubscriptionOptions
{
    std::string topicName;
    std::string name;
    std::string endpoint;
    std::string strategy;
    std::string format;
    std::optional<std::string> tag;
    std::optional<std::string> deadLetterQueue;
    std::optional<int> rate;

    [[nodiscard]] QString topic() const { return fromStd(topicName); }
    [[nodiscard]] QString subscription() const { return fromStd(name); }

    [[nodiscard]] SubscriptionPatch patch() const
    {
        SubscriptionPatch patch;
        if (!endpoint.empty())
            patch.endpoint = fromStd(endpoint);
        if (strategy == "backoff")
            patch.strategy = NotifyStrategy::BackoffRetry;
        else if (strategy == "decay")
            patch.strategy = NotifyStrategy::ExponentialDecayRetry;
        if (!format.empty()) // One of those that CLI11 lets through.
            patch.format = notifyContentFormatFromWire(fromStd(format).toUpper().toLatin1());
        if (tag)
            patch.filterTag = fromStd(*tag);
        if (deadLetterQueue)
            patch.deadLetterQueue = fromStd(*deadLetterQueue);
        patch.maxPushesPerSecond = rate;
        return patch;
    }
};

ExitCode listSubscriptions(Session &session, const SubscriptionOptions &options)
{
    std::vector<SubscriptionAttributes> subscriptions;
    ListPage page;
    page.withMeta = true;
    do {
        const Result<SubscriptionList> list =
            session.wait(session.mns().listSubscriptions(options.topic(), page));
        if (!list)
            return session.fail(list.error());
        subscriptions.insert(subscriptions.end(), list->subscriptions.begin(),
                             list->subscriptions.end());
        page.marker = list->nextMarker;
    } while (!page.marker.isEmpty());

    Table table({{u"SUBSCRIPTION"_s}, {u"ENDPOINT"_s}, {u"FORMAT"_s}, {u"STRATEGY"_s}, {u"TAG"_s}});
    for (const SubscriptionAttributes &subscription : subscriptions) {
        const SubscriptionSettings &settings = subscription.settings;
        table.addRow({subscription.name, settings.endpoint,
                      QString::fromLatin1(toWire(settings.format)),
                      QString::fromLatin1(toWire(settings.strategy)), settings.filterTag});
    }
    session.print(toJsonArray(subscriptions), table.toText());
    return ExitCode::Ok;
}

ExitCode createSubscription(Session &session, const SubscriptionOptions &options)
{
    const auto created = session.wait(
        session.mns().subscribe(options.topic(), options.subscription(), options.patch()));
    if (!created)
        return session.fail(created.error());
    const bool isNew = *created == MnsClient::Created::New;
    session.print(QJsonObject{{u"name"_s, options.subscription()}, {u"created"_s, isNew}},
                  (isNew ? u"Subscribed %1 to topic %2.\n"_s
                         : u"Subscription %1 of topic %2 is already there so.\n"_s)
                      .arg(options.subscription(), options.topic()));
    return ExitCode::Ok;
}

ExitCode setSubscription(Session &session, const SubscriptionOptions &options)
{
    if (options.patch() == SubscriptionPatch())
        return session.refuseUsage(u"Give at least one attribute to change."_s);
    const auto changed = session.wait(session.mns().setSubscriptionAttributes(
        options.topic(), options.subscription(), options.patch()));
    if (!changed)
        return session.fail(changed.error());
    session.print(QJsonObject{{u"name"_s, options.subscription()}},
                  u"Changed subscription %1.\n"_s.arg(options.subscription()));
    return ExitCode::Ok;
}

ExitCode deleteSubscription(Session &session, const SubscriptionOptions &options)
{
    const auto ended =
        session.wait(session.mns().unsubscribe(options.topic(), options.subscription()));
    if (!ended)
        return session.fail(ended.error());
    session.print(
        QJsonObject{{u"name"_s, options.subscription()}},
        u"Unsubscribed %1 from topic %2.\n"_s.arg(options.subscription(), options.topic()));
    return ExitCode::Ok;
}

ExitCode setPaused(Session &session, const SubscriptionOptions &options, bool paused)
{
    const auto done =
        session.wait(session.admin().setPaused(options.topic(), options.subscription(), paused));
    if (!done)
        return session.fail(done.error());
    session.print(QJsonObject{{u"name"_s, options.subscription()}, {u"paused"_s, paused}},
                  (paused ? u"Paused subscription %1: what is published waits.\n"_s
                          : u"Resumed subscription %1.\n"_s)
                      .arg(options.subscription()));
    return ExitCode::Ok;
}

ExitCode pauseSubscription(Session &session, const SubscriptionOptions &options)
{
    return setPaused(session, options, true);
}

ExitCode resumeSubscription(Session &session, const SubscriptionOptions &options)
{
    return setPaused(session, options, false);
}

ExitCode retryNow(Session &session, const SubscriptionOptions &options)
{
    const auto retried =
        session.wait(session.admin().retryNow(options.topic(), options.subscription()));
    if (!retried)
        return session.fail(retried.error());
    session.print(QJsonObject{{u"retried"_s, *retried}},
                  u"%1 tried again now.\n"_s.arg(formatCount(*retried, u"message"_s)));
    return ExitCode::Ok;
}

using Run = ExitCode (*)(Session &, const SubscriptionOptions &);

using SubscriptionCommand = Subcommand<SubscriptionOptions>;

SubscriptionCommand addForTopic(CLI::App &group, const char *name, const char *help, Run run,
                                Command &chosen)
{
    SubscriptionCommand command = addSubcommand(group, name, help, run, chosen);
    command.app->add_option("topic", command.options->topicName, "Name of the topic")
        ->required()
        ->type_name(kTopicName);
    return command;
}

SubscriptionCommand addForSubscription(CLI::App &group, const char *name, const char *help, Run run,
                                       Command &chosen, const char *typeName = kSubscriptionName)
{
    SubscriptionCommand command = addForTopic(group, name, help, run, chosen);
    command.app->add_option("subscription", command.options->name, "Name of the subscription")
        ->required()
        ->type_name(typeName);
    return command;
}

void addSettings(CLI::App &command, SubscriptionOptions &options)
{
    limitTo(command.add_option("--strategy", options.strategy,
                               "backoff (3 retries within a minute) or decay (176 within a day)"),
            {"backoff", "decay"});
    command
        .add_option("--tag,--filter-tag", options.tag,
                    "Only messages with this tag; empty for all messages")
        ->type_name("TAG");
    command
        .add_option("--dead-letter-queue", options.deadLetterQueue,
                    "Queue for what cannot be delivered; empty for none")
        ->type_name(kQueueName);
    command.add_option("--rate", options.rate, "Pushes a second at most; 0 for no limit")
        ->check(CLI::NonNegativeNumber)
        ->type_name("N");
}

} // namespace

void addSubscriptionCommands(CLI::App &app, Command &chosen)
{
    CLI::App *group =
        app.add_subcommand("subscription", "List, make, change and end subscriptions of a topic");
    group->require_subcommand(1);

    addForTopic(*group, "list", "List subscriptions of a topic", listSubscriptions, chosen);
    const SubscriptionCommand create = addForSubscription(*group, "create", "Subscribe an endpoint",
                                                          createSubscription, chosen, "NAME");
    create.app
        ->add_option("endpoint", create.options->endpoint,
                     "http://…, https://…, acs:mns:REGION:ACCOUNT:queues/QUEUE, mail:directmail:…")
        ->required()
        ->type_name("ENDPOINT");
    limitTo(create.app->add_option("--format", create.options->format, "What the subscriber gets"),
            {"xml", "json", "simplified"});
    addSettings(*create.app, *create.options);
    const SubscriptionCommand set = addForSubscription(
        *group, "set", "Change attributes; what is not given stays", setSubscription, chosen);
    addSettings(*set.app, *set.options);
    addForSubscription(*group, "delete", "End a subscription, with what waits for it",
                       deleteSubscription, chosen);
    addForSubscription(*group, "pause", "Stop pushing: what is published waits (Signalbox only)",
                       pauseSubscription, chosen);
    addForSubscription(*group, "resume", "Push again (Signalbox only)", resumeSubscription, chosen);
    addForSubscription(*group, "retry", "Try at once what waits for its next try (Signalbox only)",
                       retryNow, chosen);
}

} // namespace Signalbox::Ctl
