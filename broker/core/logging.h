// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QLoggingCategory>

/// One category per layer. Log lines are plain English and never contain secrets or bodies.
namespace Signalbox {

Q_DECLARE_LOGGING_CATEGORY(logHttp) // signalbox.http
Q_DECLARE_LOGGING_CATEGORY(logApi) // signalbox.api
Q_DECLARE_LOGGING_CATEGORY(logEngine) // signalbox.engine
Q_DECLARE_LOGGING_CATEGORY(logStore) // signalbox.store
Q_DECLARE_LOGGING_CATEGORY(logPush) // signalbox.push
Q_DECLARE_LOGGING_CATEGORY(logServer) // signalbox.server
Q_DECLARE_LOGGING_CATEGORY(logClient) // signalbox.client

} // namespace Signalbox
