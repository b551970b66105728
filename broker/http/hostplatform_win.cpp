// SPDX-License-Identifier: GPL-3.0-only
#include "http/hostplatform.h"

#include <winsock2.h>

#include <algorithm>

namespace Signalbox::HostPlatform {

qint64 raiseOpenFileLimit()
{
    return -1;
}

qsizetype sendNow(qintptr descriptor, QByteArrayView bytes)
{
    const int sent =
        ::send(static_cast<SOCKET>(descriptor), bytes.data(), static_cast<int>(bytes.size()), 0);
    return std::max(sent, 0);
}

void endSending(qintptr descriptor)
{
    ::shutdown(static_cast<SOCKET>(descriptor), SD_SEND);
}

} // namespace Signalbox::HostPlatform
