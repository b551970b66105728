// SPDX-License-Identifier: GPL-3.0-only
#include "completion.h"

#include <QList>
#include <QStringList>

#include <CLI/CLI.hpp>

namespace Signalbox::Ctl {

using namespace Qt::StringLiterals;

namespace {

/// What can follow the words of one command.
struct Node
{
    QString path; ///< "queue create"; empty for the program itself.
    QStringList words; ///< Subcommands and long options.
    QStringList subcommands;
};

QStringList longOptions(const CLI::App &app)
{
    QStringList names;
    for (const CLI::Option *option : app.get_options()) {
        for (const std::string &name : option->get_lnames())
            names.append(u"--"_s + QString::fromStdString(name));
    }
    return names;
}

void collect(const CLI::App &app, const QString &path, const QStringList &inherited,
             QList<Node> &nodes)
{
    Node node{path, {}, {}};
    for (const CLI::App *sub : app.get_subcommands([](const CLI::App *) { return true; }))
        node.subcommands.append(QString::fromStdString(sub->get_name()));
    QStringList options = longOptions(app) + inherited;
    options.removeDuplicates();
    node.words = node.subcommands + options;
    nodes.append(node);
    for (const CLI::App *sub : app.get_subcommands([](const CLI::App *) { return true; })) {
        const QString name = QString::fromStdString(sub->get_name());
        collect(*sub, path.isEmpty() ? name : path + u' ' + name, inherited, nodes);
    }
}

/// The body of a shell function that puts the words of the command so far into $path and offers
/// what follows it.
QString casesOf(const QList<Node> &nodes, const QString &statement)
{
    QString cases;
    for (const Node &node : nodes)
        cases += u"        '%1') %2 ;;\n"_s.arg(node.path, statement.arg(node.words.join(u' ')));
    return cases;
}

/// Every command but the program itself, quoted, with \a separator between and \a prefix before it.
QString quotedPaths(const QList<Node> &nodes, const QString &separator, const QString &prefix = {})
{
    QStringList paths;
    for (const Node &node : nodes) {
        if (!node.path.isEmpty())
            paths.append(u'\'' + prefix + node.path + u'\'');
    }
    return paths.join(separator);
}

QString bashScript(const QList<Node> &nodes)
{
    return u"_signalboxctl()\n{\n"
           "    local word path= words=\n"
           "    for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
           "        case \"${path:+$path }$word\" in\n        "_s
        + quotedPaths(nodes, u"|"_s)
        + u") path=\"${path:+$path }$word\" ;;\n"
          "        esac\n"
          "    done\n"
          "    case $path in\n"_s
        + casesOf(nodes, u"words='%1'"_s)
        + u"    esac\n"
          "    COMPREPLY=($(compgen -W \"$words\" -- \"${COMP_WORDS[COMP_CWORD]}\"))\n"
          "}\n"
          "complete -o default -F _signalboxctl signalboxctl\n"_s;
}

QString zshScript(const QList<Node> &nodes)
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

QString fishScript(const QList<Node> &nodes)
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
    for (const Node &node : nodes) {
        script +=
            u"complete -c signalboxctl -n 'test (__signalboxctl_command) = \"%1\"' -a '%2'\n"_s.arg(
                node.path, node.words.join(u' '));
    }
    return script;
}

} // namespace

QString completionScript(const CLI::App &app, Shell shell)
{
    QList<Node> nodes;
    collect(app, {}, longOptions(app), nodes);
    switch (shell) {
    case Shell::Zsh:
        return zshScript(nodes);
    case Shell::Fish:
        return fishScript(nodes);
    case Shell::Bash:
        break;
    }
    return bashScript(nodes);
}

} // namespace Signalbox::Ctl
