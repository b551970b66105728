// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/error.h"

#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>

namespace Signalbox {

/// What became of one call to an endpoint: for status bars, logs and bug reports.
struct CallRecord
{
    QString
        operation; ///< For example "SendMessage", or "GET /signalbox/v1/status" of the admin API.
    int status = 0; ///< HTTP status; 0 when no reply came.
    QString requestId; ///< x-mns-request-id of the reply; empty when there was none.
    std::chrono::microseconds duration{0};
    std::optional<Error> error;
};

} // namespace Signalbox

Q_DECLARE_METATYPE(Signalbox::CallRecord)
