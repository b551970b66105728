// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "exitcode.h"

#include <functional>

namespace CLI {
class App;
}

namespace Signalbox::Ctl {

class Session;

/// What the command line asked for, once it is parsed.
using Command = std::function<ExitCode(Session &)>;

// Each adds its subcommands to app; the one that is named on the command line puts itself into
// chosen, which has to outlive the parsing.

void addQueueCommands(CLI::App &app, Command &chosen);
void addMessageCommands(CLI::App &app, Command &chosen);
void addTopicCommands(CLI::App &app, Command &chosen);
void addSubscriptionCommands(CLI::App &app, Command &chosen);
void addPushCommands(CLI::App &app, Command &chosen);
void addDeadLetterCommands(CLI::App &app, Command &chosen);
void addTrashCommands(CLI::App &app, Command &chosen);
void addClockCommands(CLI::App &app, Command &chosen);
void addStatusCommands(CLI::App &app, Command &chosen);
void addBenchCommand(CLI::App &app, Command &chosen);
/// What the completion of bash asks for while it offers names.
void addCompletionNames(CLI::App &completion, Command &chosen);
void addBenchTopicCommand(CLI::App &bench, Command &chosen);

} // namespace Signalbox::Ctl
