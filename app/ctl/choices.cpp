// SPDX-License-Identifier: GPL-3.0-only
#include "choices.h"

#include <algorithm>

namespace Signalbox::Ctl {

CLI::Option *limitTo(CLI::Option *option, const std::vector<std::string> &choices,
                     const ValueOfChoice &valueOf)
{
    const auto replace = [choices, valueOf](std::string &word) -> std::string {
        const auto found = std::ranges::find(choices, word);
        if (found == choices.end())
            return '"' + word + "\" is none of " + CLI::detail::join(choices, ", ");
        if (valueOf)
            word = valueOf(static_cast<std::size_t>(found - choices.begin()));
        return {};
    };
    // Without a description, which would stand in the help beside the type's name.
    return option->transform(CLI::Validator(replace, std::string(), "choice"))
        ->type_name(CLI::detail::join(choices, std::string(1, kChoiceSeparator)));
}

} // namespace Signalbox::Ctl
