// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <utility>

namespace Signalbox {

/// One request before it is signed.
struct ApiRequest
{
    QString operation; ///< For CallRecord.
    QByteArray method;
    QByteArray target; ///< Path and query, percent-encoded.
    QByteArray contentType = {}; ///< Of the body.
    QByteArray body = {};
    QList<std::pair<QByteArray, QByteArray>> headers = {}; ///< Further ones, such as x-mns-marker.
    std::chrono::milliseconds minimumTimeout{0}; ///< Where the call may take longer than most.
};

} // namespace Signalbox
