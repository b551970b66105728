// SPDX-License-Identifier: GPL-3.0-only
#pragma once

/// What a broker needs of the operating system and Qt has no call for. One source file per
/// platform.
namespace Signalbox::ServerPlatform {

/// A write beyond the process's file-size limit, or into a pipe that nobody reads any more, as that
/// of the log may be, fails like one to a full disk instead of ending the process.
void ignoreWriteSignals();

} // namespace Signalbox::ServerPlatform
