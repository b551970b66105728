// SPDX-License-Identifier: GPL-3.0-only
#pragma once

/// What a broker needs of the operating system and Qt has no call for. One source file per
/// platform.
namespace Signalbox::ServerPlatform {

/// A write beyond the process's file-size limit fails like a full disk, instead of ending the
/// process.
void ignoreFileSizeSignal();

} // namespace Signalbox::ServerPlatform
