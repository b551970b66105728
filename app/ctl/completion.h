// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QString>

namespace CLI {
class App;
}

namespace Signalbox::Ctl {

enum class Shell { Bash, Zsh, Fish };

/// A script that completes the commands and options of \a app in \a shell.
[[nodiscard]] QString completionScript(const CLI::App &app, Shell shell);

} // namespace Signalbox::Ctl
