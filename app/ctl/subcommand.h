// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "commands.h"

#include <CLI/CLI.hpp>
#include <memory>

namespace Signalbox::Ctl {

/// A subcommand and where its options are read to.
template <typename Options>
struct Subcommand
{
    CLI::App *app;
    std::shared_ptr<Options> options;
};

/// Adds a subcommand that runs \a run with its options once it is chosen.
template <typename Options>
Subcommand<Options> addSubcommand(CLI::App &group, const char *name, const char *help,
                                  ExitCode (*run)(Session &, const Options &), Command &chosen)
{
    auto options = std::make_shared<Options>();
    CLI::App *command = group.add_subcommand(name, help);
    command->callback([&chosen, options, run] {
        chosen = [options, run](Session &session) { return run(session, *options); };
    });
    return {command, options};
}

} // namespace Signalbox::Ctl
