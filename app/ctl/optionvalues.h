// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "choices.h"
#include "duration.h"
#include "protocol/queue.h"

#include <QString>

#include <CLI/CLI.hpp>
#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace Signalbox::Ctl {

/// Adds an option that takes a duration in whole seconds: 30s, 5m, 2h.
inline CLI::Option *addSecondsOption(CLI::App &app, const std::string &name,
                                     std::optional<std::chrono::seconds> &value,
                                     const std::string &help)
{
    return app
        .add_option_function<std::string>(
            name,
            [&value, name](const std::string &text) {
                const Result<std::chrono::seconds> seconds =
                    parseSeconds(QString::fromStdString(text));
                if (!seconds)
                    throw CLI::ValidationError(name, seconds.error().message.toStdString());
                value = *seconds;
            },
            help)
        ->type_name("DURATION");
}

/// Adds the switch that makes a queue or topic one that keeps the order of its messages.
inline CLI::Option *addFifoOption(CLI::App &app, std::optional<QueueType> &type)
{
    return app.add_flag_callback(
        "--fifo", [&type] { type = QueueType::Fifo; },
        "Messages of one MessageGroupId keep their order");
}

/// Adds the option that says what a benchmark measures.
template <typename Phase>
CLI::Option *addPhasesOption(CLI::App &app, std::vector<Phase> &phases,
                             const std::vector<std::pair<std::string, Phase>> &choices)
{
    CLI::Option *option =
        app.add_option("--phases", phases,
                       "What to measure, in this order, with commas between; all unless given")
            ->delimiter(',');
    return limitTo(option, choices);
}

inline QString fromStd(const std::string &text)
{
    return QString::fromStdString(text);
}

} // namespace Signalbox::Ctl
