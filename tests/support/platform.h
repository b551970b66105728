// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QtGlobal>

#include <chrono>
#include <optional>

/// What tests ask of the operating system beyond Qt. False or nothing where it has no such thing:
/// the test is skipped, or prints less.
namespace Signalbox::Platform {

/// Stops a process where it stands: its sockets stay open, nobody answers.
[[nodiscard]] bool suspendProcess(qint64 processId);
[[nodiscard]] bool resumeProcess(qint64 processId);

/// From now on this process can write no byte behind \a bytes of any file; the write fails. For
/// DaemonProcess::start(), in the child.
void limitFileSize(qint64 bytes);
/// Sets that limit of another process; without a number, lifts it.
[[nodiscard]] bool setFileSizeLimit(qint64 processId, std::optional<qint64> bytes);

/// From now on nobody reads what this process writes to stderr, so that it cannot. For
/// DaemonProcess::start(), in the child.
void closeLogReader();

/// Processor time that the calling thread has used.
[[nodiscard]] std::optional<std::chrono::nanoseconds> threadTime();
/// Memory of this process that is in RAM.
[[nodiscard]] std::optional<qint64> residentBytes();

} // namespace Signalbox::Platform
