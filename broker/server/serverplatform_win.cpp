// SPDX-License-Identifier: GPL-3.0-only
#include "server/serverplatform.h"

namespace Signalbox::ServerPlatform {

void ignoreWriteSignals() { } // there are no such signals

} // namespace Signalbox::ServerPlatform
