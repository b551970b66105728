// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "store/sqldialect.h"

#include <QByteArray>
#include <QList>

#include <condition_variable>
#include <limits>
#include <memory>
#include <mutex>

namespace Signalbox {

/// What a test asks of the dialects it hands to a store, and what they were asked to do: shared
/// between the test and the writer's thread. Calls are known by the names of SqlDialect's methods.
class DialectScript
{
public:
    enum class Fault {
        Refuse, ///< Nothing is done.
        DoAndReport, ///< It is done, and reported as failed all the same.
    };

    /// The \a nth call from now of that name fails, and so do those behind it while \a times lasts.
    void fail(const QByteArray &call, int nth = 1, int times = 1, bool outOfSpace = false,
              Fault fault = Fault::Refuse)
    {
        const std::lock_guard lock(m_mutex);
        m_failing = {call, nth, times, outOfSpace, fault};
    }
    void failAlways(const QByteArray &call, bool outOfSpace = false)
    {
        fail(call, 1, std::numeric_limits<int>::max(), outOfSpace);
    }
    void failNoMore() { fail({}); }

    /// The next call of that name waits, and with it the writer, until resume().
    void pauseAt(const QByteArray &call)
    {
        const std::lock_guard lock(m_mutex);
        m_pausing = call;
    }
    void resume()
    {
        const std::lock_guard lock(m_mutex);
        m_pausing.clear();
        m_resumed.notify_all();
    }

    /// Every call so far, and forgets them.
    [[nodiscard]] QList<QByteArray> takeCalls()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_calls, {});
    }
    [[nodiscard]] bool isPaused() const
    {
        const std::lock_guard lock(m_mutex);
        return m_isPaused;
    }

    // --- For the dialects ---
    struct Verdict
    {
        bool fails = false;
        Fault fault = Fault::Refuse;
        bool outOfSpace = false;
    };
    /// Notes the call, waits if it is to wait, and says whether it is to fail.
    Verdict admit(const char *call)
    {
        std::unique_lock lock(m_mutex);
        m_calls.append(call);
        while (m_pausing == call) {
            m_isPaused = true;
            m_resumed.wait(lock);
        }
        m_isPaused = false;
        if (m_failing.call != call || --m_failing.nth > 0 || m_failing.times <= 0)
            return {};
        --m_failing.times;
        return {true, m_failing.fault, m_failing.outOfSpace};
    }

private:
    struct Failing
    {
        QByteArray call;
        int nth = 1;
        int times = 0;
        bool outOfSpace = false;
        Fault fault = Fault::Refuse;
    };

    mutable std::mutex m_mutex;
    std::condition_variable m_resumed;
    QList<QByteArray> m_calls;
    QByteArray m_pausing;
    bool m_isPaused = false;
    Failing m_failing;
};

} // namespace Signalbox
