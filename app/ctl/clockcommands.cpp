// SPDX-License-Identifier: GPL-3.0-only
#include "clocktext.h"
#include "commands.h"
#include "jsonshapes.h"
#include "optionvalues.h"
#include "session.h"

#include <memory>

namespace Signalbox::Ctl {

using namespace Qt::StringLiterals;

namespace {

ExitCode print(Session &session, const Result<Admin::ClockState> &clock)
{
    if (!clock)
        return session.fail(clock.error());
    session.print(toJson(*clock), describeClock(*clock) + u'\n');
    return ExitCode::Ok;
}

} // namespace

void addClockCommands(CLI::App &app, Command &chosen)
{
    CLI::App *group = app.add_subcommand(
        "clock", "Read, stop and move the clock messages live by (Signalbox only)");
    group->require_subcommand(1);

    group->add_subcommand("show", "Show broker time")->callback([&chosen] {
        chosen = [](Session &s) { return print(s, s.wait(s.admin().clock())); };
    });
    group->add_subcommand("freeze", "Stop the clock")->callback([&chosen] {
        chosen = [](Session &s) { return print(s, s.wait(s.admin().freezeClock())); };
    });
    group->add_subcommand("run", "Let the clock run on from where it stands")->callback([&chosen] {
        chosen = [](Session &s) { return print(s, s.wait(s.admin().runClock())); };
    });

    CLI::App *advance = group->add_subcommand("advance", "Move the clock forward");
    auto by = std::make_shared<std::chrono::milliseconds>(0);
    advance
        ->add_option_function<std::string>(
            "duration",
            [by](const std::string &text) {
                const auto duration = parseDuration(fromStd(text));
                if (!duration)
                    throw CLI::ValidationError("duration", duration.error().message.toStdString());
                *by = *duration;
            },
            "How far, for example 90s, 2h or 7d")
        ->required()
        ->type_name("DURATION");
    advance->callback([&chosen, by] {
        chosen = [by](Session &s) { return print(s, s.wait(s.admin().advanceClock(*by))); };
    });
}

} // namespace Signalbox::Ctl
