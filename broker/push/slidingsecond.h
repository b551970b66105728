// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QtGlobal>

#include <deque>

namespace Signalbox {

/// How often something happened within the second that ends now, by the system's clock: for limits
/// that hold of any second, not only of each that the clock counts.
class SlidingSecond
{
public:
    static constexpr qint64 kMs = 1000;

    void add(qint64 systemMs, int times)
    {
        if (times <= 0)
            return;
        m_happened.push_back({systemMs, times});
        m_count += times;
    }
    [[nodiscard]] int at(qint64 systemMs)
    {
        // What lies ahead was before the clock was set back.
        while (
            !m_happened.empty()
            && (systemMs - m_happened.front().atMs >= kMs || m_happened.front().atMs > systemMs)) {
            m_count -= m_happened.front().times;
            m_happened.pop_front();
        }
        return m_count;
    }
    /// How long until at() is less; 0 where it is 0.
    [[nodiscard]] qint64 msUntilFewer(qint64 systemMs)
    {
        return at(systemMs) == 0 ? 0 : m_happened.front().atMs + kMs - systemMs;
    }

private:
    struct Times
    {
        qint64 atMs = 0;
        int times = 0;
    };

    std::deque<Times> m_happened; ///< The oldest first.
    int m_count = 0; ///< Of all of them.
};

} // namespace Signalbox
