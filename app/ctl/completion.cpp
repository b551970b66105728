// SPDX-License-Identifier: GPL-3.0-only
#include "completion.h"

#include "bashcompletion.h"
#include "connectionoptions.h"
#include "optionvalues.h"

namespace Signalbox::Ctl {

using namespace Qt::StringLiterals;

namespace {

QStringList longOptions(const CLI::App &app)
{
    QStringList names;
    for (const CLI::Option *option : app.get_options()) {
        for (const std::string &name : option->get_lnames())
            names.append(u"--"_s + fromStd(name));
    }
    return names;
}

CompletedValue completedValue(const CLI::Option &option)
{
    CompletedValue value;
    for (const std::string &name : option.get_lnames())
        value.names.append(u"--"_s + fromStd(name));
    for (const std::string &name : option.get_snames())
        value.names.append(u"-"_s + fromStd(name));
    value.type = fromStd(option.get_type_name());
    value.isOfConnection = option.get_group() == kConnectionGroup;
    return value;
}

void collect(const CLI::App &app, const QString &path, const QStringList &inherited,
             QList<CompletedCommand> &commands)
{
    CompletedCommand command;
    command.path = path;
    const std::vector<const CLI::App *> subcommands =
        app.get_subcommands([](const CLI::App *sub) { return !sub->get_group().empty(); });
    for (const CLI::App *sub : subcommands)
        command.words.append(fromStd(sub->get_name()));
    command.words += longOptions(app) + inherited;
    command.words.removeDuplicates();
    for (const CLI::Option *option : app.get_options()) {
        if (option->get_items_expected_max() == 0)
            continue;
        CompletedValue value = completedValue(*option);
        value.isGlobal = path.isEmpty();
        (value.names.isEmpty() ? command.arguments : command.options).append(value);
    }
    commands.append(command);
    for (const CLI::App *sub : subcommands) {
        const QString name = fromStd(sub->get_name());
        collect(*sub, path.isEmpty() ? name : path + u' ' + name, inherited, commands);
    }
}

/// The body of a shell function that puts the words of the command so far into $path and offers
/// what follows it.
QString casesOf(const QList<CompletedCommand> &nodes, const QString &statement)
{
    QString cases;
    for (const CompletedCommand &node : nodes)
        cases += u"        '%1') %2 ;;\n"_s.arg(node.path, statement.arg(node.words.join(u' ')));
    return cases;
}

/// Every command but the program itself, quoted, with \a separator between and \a prefix before it.
QString quotedPaths(const QList<CompletedCommand> &nodes, const QString &separator,
                    const QString &prefix = {})
{
    QStringList paths;
    for (const CompletedCommand &node : nodes) {
        if (!node.path.isEmpty())
            paths.append(u'\'' + prefix + node.path + u'\'');
    }
    return paths.join(separator);
}

QString zshScript(const QList<CompletedCommand> &nodes)
{
    return u"#compdef signalboxctl\n"
           "_signalboxctl()\n{\n"
           "    local word command= offered=\n"
           "    for word in \"${(@)words[2,CURRENT-1]}\"; do\n"
           "        case \"${command:+$command }$word\" in\n        "_s
        + quotedPaths(nodes, u"|"_s)
        + u") command=\"${command:+$command }$word\" ;;\n"
          "        esac\n"
          "    done\n"
          "    case $command in\n"_s
        + casesOf(nodes, u"offered='%1'"_s)
        + u"    esac\n"
          "    compadd -- ${=offered} || _files\n"
          "}\n"
          "if [ \"$funcstack[1]\" = _signalboxctl ]; then\n"
          "    _signalboxctl \"$@\"\n"
          "else\n"
          "    compdef _signalboxctl signalboxctl\n"
          "fi\n"_s;
}

QString fishScript(const QList<CompletedCommand> &nodes)
{
    QString script = u"function __signalboxctl_command\n"
                     "    set -l command\n"
                     "    for word in (commandline -opc)[2..-1]\n"
                     "        if contains -- \"$command $word\" "_s
        + quotedPaths(nodes, u" "_s, u" "_s)
        + u"\n            set command \"$command $word\"\n"
          "        end\n"
          "    end\n"
          "    echo (string trim -- \"$command\")\n"
          "end\n"_s;
    for (const CompletedCommand &node : nodes) {
        script +=
            u"complete -c signalboxctl -n 'test (__signalboxctl_command) = \"%1\"' -a '%2'\n"_s.arg(
                node.path, node.words.join(u' '));
    }
    return script;
}

} // namespace

QString completionScript(const CLI::App &app, Shell shell)
{
    QList<CompletedCommand> nodes;
    collect(app, {}, longOptions(app), nodes);
    switch (shell) {
    case Shell::Zsh:
        return zshScript(nodes);
    case Shell::Fish:
        return fishScript(nodes);
    case Shell::Bash:
        break;
    }
    return bashCompletion(nodes);
}

} // namespace Signalbox::Ctl
