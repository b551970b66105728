// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/result.h"

#include <QString>

namespace Signalbox {

/// Keeps other processes out of a data directory, by a lock of the operating system that dies with
/// the process.
class DirectoryLock
{
public:
    DirectoryLock() = default;
    ~DirectoryLock() { release(); }
    DirectoryLock(const DirectoryLock &) = delete;
    DirectoryLock &operator=(const DirectoryLock &) = delete;

    /// Errors: InternalError, naming the process that holds the lock.
    [[nodiscard]] Result<void> take(const QString &directory);
    void release();

    static constexpr auto kFileName = "signalbox.lock";

private:
    qintptr m_file = -1;
};

} // namespace Signalbox
