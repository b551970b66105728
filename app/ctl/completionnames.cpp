// SPDX-License-Identifier: GPL-3.0-only
#include "commands.h"
#include "optionvalues.h"
#include "session.h"
#include "subcommand.h"

#include <QJsonArray>

#include <algorithm>

namespace Signalbox::Ctl {

using namespace Qt::StringLiterals;

namespace {

enum class Kind { Queues, Topics, Subscriptions };

struct NameOptions
{
    Kind kind = Kind::Queues;
    std::string prefix;
    std::string topic;
};

/// Bash expands the words it is given to offer: what an endpoint says must not run there.
bool isPlain(const QString &name)
{
    return std::ranges::all_of(name, [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'-' || c == u'_');
    });
}

template <typename Named>
QStringList namesOf(const std::vector<Named> &list)
{
    QStringList names;
    for (const Named &item : list) {
        if (isPlain(item.name))
            names.append(item.name);
    }
    return names;
}

Result<QStringList> findNames(Session &session, const NameOptions &options)
{
    ListPage page;
    page.prefix = fromStd(options.prefix);
    switch (options.kind) {
    case Kind::Topics:
        if (const auto list = session.wait(session.mns().listTopics(page)); !list)
            return list.error();
        else
            return namesOf(list->topics);
    case Kind::Subscriptions:
        if (const auto list =
                session.wait(session.mns().listSubscriptions(fromStd(options.topic), page));
            !list)
            return list.error();
        else
            return namesOf(list->subscriptions);
    case Kind::Queues:
        break;
    }
    const auto list = session.wait(session.mns().listQueues(page));
    if (!list)
        return list.error();
    return namesOf(list->queues);
}

ExitCode printNames(Session &session, const NameOptions &options)
{
    const Result<QStringList> names = findNames(session, options);
    if (!names)
        return session.fail(names.error());
    session.print(QJsonArray::fromStringList(*names),
                  names->isEmpty() ? QString() : names->join(u'\n') + u'\n');
    return ExitCode::Ok;
}

} // namespace

void addCompletionNames(CLI::App &completion, Command &chosen)
{
    const auto [command, options] = addSubcommand(
        completion, "names", "Names that a word may stand for, a page at most", printNames, chosen);
    command->group(""); // for the scripts, not for people
    limitTo(command->add_option("kind", options->kind, "Of what")->required(),
            std::vector<std::pair<std::string, Kind>>{{"queues", Kind::Queues},
                                                      {"topics", Kind::Topics},
                                                      {"subscriptions", Kind::Subscriptions}});
    command->add_option("--prefix", options->prefix, "Only names that begin so");
    command->add_option("--topic", options->topic, "Whose subscriptions");
}

} // namespace Signalbox::Ctl
