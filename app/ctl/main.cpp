// SPDX-License-Identifier: GPL-3.0-only
#include "commands.h"
#include "completion.h"
#include "connectionoptions.h"
#include "optionvalues.h"
#include "session.h"
#include "usageerror.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <string_view>

using namespace Signalbox;
using namespace Signalbox::Ctl;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kFooter =
    "Exit codes: 0 done, 1 refused by the service, 2 wrong usage, 3 no answer, 4 no message.\n"
    "Environment: SIGNALBOX_ENDPOINT, SIGNALBOX_ACCESS_KEY (ID:SECRET).";

struct Program
{
    CLI::App app{
        "Works with the queues, topics and messages of a Signalbox broker or any MNS endpoint."};
    ConnectionOptions connection;
    bool json = false;
    std::optional<std::chrono::seconds> timeout;
    Command chosen;
    std::optional<Shell> completion;

    Program()
    {
        app.name("signalboxctl");
        app.footer(kFooter);
        app.set_version_flag(
            "--version", "signalboxctl " + QCoreApplication::applicationVersion().toStdString());
        app.require_subcommand(1);
        app.fallthrough(); // global options may stand behind the command
        connection.addTo(app);
        app.add_flag("--json", json, "Print JSON");
        addSecondsOption(app, "--timeout", timeout,
                         "How long to wait for an answer, 10s unless given");

        addQueueCommands(app, chosen);
        addMessageCommands(app, chosen);
        addTopicCommands(app, chosen);
        addSubscriptionCommands(app, chosen);
        addPushCommands(app, chosen);
        addDeadLetterCommands(app, chosen);
        addTrashCommands(app, chosen);
        addClockCommands(app, chosen);
        addStatusCommands(app, chosen);
        addBenchCommand(app, chosen);
        addCompletion();
    }

    void addCompletion()
    {
        CLI::App *group = app.add_subcommand("completion", "Print a completion script for a shell");
        group->require_subcommand(1);
        const auto add = [this, group](const char *name, Shell shell) {
            group->add_subcommand(name, std::string("For ") + name)->callback([this, shell] {
                completion = shell;
            });
        };
        add("bash", Shell::Bash);
        add("zsh", Shell::Zsh);
        add("fish", Shell::Fish);
        addCompletionNames(*group, chosen);
    }

    ExitCode run()
    {
        if (completion) {
            std::fputs(completionScript(app, *completion).toUtf8().constData(), stdout);
            return ExitCode::Ok;
        }
        const Session::Format format = json ? Session::Format::Json : Session::Format::Text;
        const Result<Endpoint> endpoint = connection.resolve();
        if (!endpoint) {
            printError(endpoint.error(), format);
            return ExitCode::Usage;
        }
        Session session(*endpoint, format, timeout.value_or(std::chrono::seconds(10)));
        const ExitCode code = chosen(session);
        return code == ExitCode::Ok && session.isOutputLost() ? ExitCode::OutputLost : code;
    }
};

/// Whether JSON was asked for on a command line that could not be parsed to its end.
bool asksForJson(int argc, char *argv[])
{
    return std::any_of(argv + 1, argv + argc,
                       [](const char *word) { return std::string_view(word) == "--json"; });
}

ExitCode refuseCommandLine(const QString &message, bool json)
{
    if (json)
        printError({ErrorCode::InvalidArgument, message}, Session::Format::Json);
    else
        std::fputs((message + u"\nRun with --help for more information.\n"_s).toUtf8().constData(),
                   stderr);
    return ExitCode::Usage;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"signalboxctl"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SIGNALBOX_VERSION));

    Program program;
    try {
        program.app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        if (error.get_exit_code() == 0) // asked for help or the version
            return program.app.exit(error);
        return int(refuseCommandLine(usageError(program.app, error), asksForJson(argc, argv)));
    }
    return int(program.run());
}
