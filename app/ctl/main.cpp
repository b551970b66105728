// SPDX-License-Identifier: GPL-3.0-only
#include "commands.h"
#include "completion.h"
#include "connectionoptions.h"
#include "optionvalues.h"
#include "session.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>
#include <cstdio>

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
        return chosen(session);
    }
};

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
        return program.app.exit(error) == 0 ? int(ExitCode::Ok) : int(ExitCode::Usage);
    }
    return int(program.run());
}
