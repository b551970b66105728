// SPDX-License-Identifier: GPL-3.0-only
#include "http/hostplatform.h"

#include <sys/resource.h>
#include <sys/socket.h>

#include <algorithm>

namespace Signalbox::HostPlatform {

qint64 raiseOpenFileLimit()
{
    constexpr rlim_t kEnough =
        65536; // some systems answer with billions, and tables grow with the limit
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return -1;
    const rlim_t wanted =
        limit.rlim_max == RLIM_INFINITY || limit.rlim_max > kEnough ? kEnough : limit.rlim_max;
    if (limit.rlim_cur < wanted) {
        const rlimit raised{wanted, limit.rlim_max};
        if (setrlimit(RLIMIT_NOFILE, &raised) == 0)
            limit.rlim_cur = wanted;
    }
    return static_cast<qint64>(limit.rlim_cur);
}

qsizetype sendNow([[maybe_unused]] qintptr descriptor, [[maybe_unused]] QByteArrayView bytes)
{
#ifdef MSG_NOSIGNAL
    const ssize_t sent = ::send(static_cast<int>(descriptor), bytes.data(),
                                static_cast<size_t>(bytes.size()), MSG_NOSIGNAL);
    return std::max<ssize_t>(sent, 0);
#else
    return 0; // a client that left would kill the process with a signal
#endif
}

void endSending(qintptr descriptor)
{
    ::shutdown(static_cast<int>(descriptor), SHUT_WR);
}

} // namespace Signalbox::HostPlatform
