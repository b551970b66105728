// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QString>

namespace CLI {
class App;
class ParseError;
} // namespace CLI

namespace Signalbox::Ctl {

/// What is wrong with the command line that \a app refused with \a error. Names a word that is no
/// command, and the commands there are.
[[nodiscard]] QString usageError(const CLI::App &app, const CLI::ParseError &error);

} // namespace Signalbox::Ctl
