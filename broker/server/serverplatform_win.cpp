// SPDX-License-Identifier: GPL-3.0-only
#include "server/serverplatform.h"

namespace Signalbox::ServerPlatform {

void ignoreFileSizeSignal() { } // there is no such signal

} // namespace Signalbox::ServerPlatform
