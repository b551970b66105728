// SPDX-License-Identifier: GPL-3.0-only
#include "http/hostplatform.h"

#include <winsock2.h>

namespace Signalbox::HostPlatform {

qint64 raiseOpenFileLimit()
{
    return -1;
}

void endSending(qintptr descriptor)
{
    ::shutdown(static_cast<SOCKET>(descriptor), SD_SEND);
}

} // namespace Signalbox::HostPlatform
