// SPDX-License-Identifier: GPL-3.0-only
#include "platform.h"

namespace Signalbox::Platform {

bool suspendProcess(qint64)
{
    return false;
}

bool resumeProcess(qint64)
{
    return false;
}

void limitFileSize(qint64) { }

bool setFileSizeLimit(qint64, std::optional<qint64>)
{
    return false;
}

void closeLogReader() { }

std::optional<std::chrono::nanoseconds> threadTime()
{
    return std::nullopt;
}

std::optional<qint64> residentBytes()
{
    return std::nullopt;
}

} // namespace Signalbox::Platform
