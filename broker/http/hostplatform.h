// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QByteArrayView>

/// What the connections need of the operating system and Qt has no call for. One source file per
/// platform.
namespace Signalbox::HostPlatform {

/// Raises the number of files and sockets this process may have open as far as the system lets it.
/// Returns how many that is, or -1 where there is no such limit.
qint64 raiseOpenFileLimit();

/// Sends as much of \a bytes as the socket \a descriptor takes at once, without waiting. Returns
/// how many bytes that were; 0 also on errors, which show at the next call through the socket's own
/// class.
qsizetype sendNow(qintptr descriptor, QByteArrayView bytes);

/// Ends the sending direction of the socket \a descriptor, so that the peer sees the end while its
/// last bytes can still be read.
void endSending(qintptr descriptor);

} // namespace Signalbox::HostPlatform
