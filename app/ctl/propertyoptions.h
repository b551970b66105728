// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/result.h"
#include "protocol/message.h"

#include <QList>

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace Signalbox::Ctl {

/// The user properties of a message, as the options of a command give them.
struct PropertyOptions
{
    std::vector<std::string> texts;

    /// Adds the option --property, which may come again.
    void addTo(CLI::App &command);
    /// "name=value" is a string, "name:NUMBER=3" has a type. Errors: InvalidArgument.
    [[nodiscard]] Result<QList<MessageProperty>> read() const;
};

} // namespace Signalbox::Ctl
