// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/endpoint.h"

#include <QHash>
#include <QStringList>
#include <QThread>

#include <atomic>
#include <memory>

namespace Signalbox {

/// Apps that send to queues in turn, in a thread of their own, so that the GUI's event loop knows
/// nothing of them.
class BusyApps
{
public:
    /// \a callsPerSecond calls, each of \a batch messages (1 to 16) to the next of \a queues.
    BusyApps(const Endpoint &endpoint, const QStringList &queues, int callsPerSecond, int batch);
    ~BusyApps();

    /// Ends after the answers under way, and waits for them: the messages that each queue took.
    [[nodiscard]] QHash<QString, int> stop();

private:
    struct Work;

    std::shared_ptr<Work> m_work; // shared with the thread
    std::unique_ptr<QThread> m_thread;
};

} // namespace Signalbox
