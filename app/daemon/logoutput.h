// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "server/configuration.h"

namespace Signalbox {

/// Sends every log line to standard error from now on, as text or as one JSON object a line.
void installLogOutput(LogFormat format);

/// One log line, without its line end. \a timeMs: Unix milliseconds.
[[nodiscard]] QByteArray formatLogLine(LogFormat format, QtMsgType type, const char *category,
                                       const QString &message, qint64 timeMs);

} // namespace Signalbox
