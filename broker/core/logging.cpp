// SPDX-License-Identifier: GPL-3.0-only
#include "core/logging.h"

namespace Signalbox {

Q_LOGGING_CATEGORY(logHttp, "signalbox.http", QtInfoMsg)
Q_LOGGING_CATEGORY(logApi, "signalbox.api", QtInfoMsg)
Q_LOGGING_CATEGORY(logEngine, "signalbox.engine", QtInfoMsg)
Q_LOGGING_CATEGORY(logStore, "signalbox.store", QtInfoMsg)
Q_LOGGING_CATEGORY(logPush, "signalbox.push", QtInfoMsg)
Q_LOGGING_CATEGORY(logServer, "signalbox.server", QtInfoMsg)
Q_LOGGING_CATEGORY(logClient, "signalbox.client", QtInfoMsg)

} // namespace Signalbox
