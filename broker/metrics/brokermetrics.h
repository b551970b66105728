// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "metrics/latencyhistogram.h"
#include "metrics/ratehistory.h"

#include <QHash>

#include <chrono>

namespace Signalbox {

/// Everything that is counted about the running broker. Lives in the HTTP thread. tick() closes a second.
/// Broker-wide history: one sample a second for an hour. Per queue: 60 x 1 s and 60 x 1 min, allocated on its first traffic and
/// freed after an hour without.
class BrokerMetrics
{
public:
    // --- Called by the engine ---
    void sent(qint64 queue, int messages);
    void received(qint64 queue, int messages);
    void deleted(qint64 queue, int messages);
    void committed(std::chrono::microseconds duration, int commands);
    void forgetQueue(qint64 queue);
    // --- Called by the api ---
    void request(int status, std::chrono::microseconds duration);
};

} // namespace Signalbox
