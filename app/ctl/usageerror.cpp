// SPDX-License-Identifier: GPL-3.0-only
#include "usageerror.h"

#include "optionvalues.h"

#include <QStringList>

namespace Signalbox::Ctl {

using namespace Qt::StringLiterals;

namespace {

/// The command the words led to: \a app itself when the first is none.
const CLI::App &lastCommand(const CLI::App &app)
{
    const CLI::App *command = &app;
    while (!command->get_subcommands().empty())
        command = command->get_subcommands().back();
    return *command;
}

QString commandsOf(const CLI::App &app)
{
    QStringList names;
    for (const CLI::App *command : app.get_subcommands([](const CLI::App *) { return true; })) {
        if (!command->get_group().empty()) // hidden ones have none
            names.append(fromStd(command->get_name()));
    }
    return names.join(u", "_s);
}

} // namespace

QString usageError(const CLI::App &app, const CLI::ParseError &error)
{
    const CLI::App &command = lastCommand(app);
    if (error.get_name() != "RequiredError" || command.get_require_subcommand_min() == 0)
        return QString::fromLocal8Bit(error.what());
    const std::vector<std::string> unknown = app.remaining(true);
    if (!unknown.empty() && unknown.front().starts_with('-'))
        return u"There is no option %1."_s.arg(fromStd(unknown.front()));
    const QString known = u"There are: %1."_s.arg(commandsOf(command));
    const QString path =
        &command == &app ? u"signalboxctl"_s : u"signalboxctl "_s + fromStd(command.get_name());
    if (unknown.empty())
        return u"%1 needs a command. %2"_s.arg(path, known);
    return u"%1 has no command \"%2\". %3"_s.arg(path, fromStd(unknown.front()), known);
}

} // namespace Signalbox::Ctl
