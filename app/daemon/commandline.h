// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "server/configuration.h"

#include <QStringList>

namespace Signalbox {

/// What signalboxd returns to its caller. docs/configuration.md lists them.
namespace ExitCode {
enum {
    Success = 0,
    CannotStart = 1, ///< Data directory or port cannot be used.
    BadUsage = 2, ///< Options, environment or configuration file are wrong, or refused.
};
}

/// What the command line asks for.
struct CommandLine
{
    enum class Action {
        Run,
        Tell, ///< Print the text and end: help or version.
        Refuse, ///< The text says what is wrong.
    };

    Action action = Action::Run;
    Configuration configuration;
    QString text;
};

/// Reads \a arguments, program name first, over the environment, over the configuration file, over
/// the defaults.
[[nodiscard]] CommandLine readCommandLine(const QStringList &arguments);

} // namespace Signalbox
