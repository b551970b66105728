// SPDX-License-Identifier: GPL-3.0-only
#include "server/serverplatform.h"

#include <csignal>

namespace Signalbox::ServerPlatform {

void ignoreWriteSignals()
{
    std::signal(SIGXFSZ, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);
}

} // namespace Signalbox::ServerPlatform
