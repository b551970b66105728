// SPDX-License-Identifier: GPL-3.0-only
#pragma once

namespace Signalbox::Ctl {

/// What signalboxctl ends with. Scripts rely on the numbers: docs/cli.md.
enum class ExitCode {
    Ok = 0,
    Refused = 1, ///< The service said no; its code is printed.
    Usage = 2, ///< The command line, the profile file or an input file is at fault.
    NoAnswer = 3, ///< Nobody there, broken off, timed out, or not understood.
    NoMessage = 4, ///< A receive or peek found nothing.
    OutputLost = 5, ///< It was done, but what came of it could not be printed.
};

} // namespace Signalbox::Ctl
