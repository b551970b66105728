// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <utility>

namespace Signalbox {

/// How many deliveries to one endpoint may be under way: one at first, one more with each success,
/// one alone after a failure. So an endpoint that hangs holds next to nothing of what all share,
/// and one that refuses is not asked again and again as fast as it answers.
class EndpointWindow
{
public:
    static constexpr int kMax = 16;
    static constexpr int kMaxFailuresPerSecond = 50;

    enum class Standing {
        New, ///< Nothing is known of it.
        Proven, ///< The last delivery succeeded.
        Failed ///< The last delivery failed.
    };

    [[nodiscard]] int room() const { return m_size - m_used; }
    [[nodiscard]] int used() const { return m_used; }
    /// So few are not worth asking the store for while others are under way.
    [[nodiscard]] int fewest() const { return std::max(m_size / 4, 1); }
    [[nodiscard]] Standing standing() const { return m_standing; }
    void take(int deliveries) { m_used += deliveries; }
    void succeeded()
    {
        m_size = std::min(m_size + 1, kMax);
        m_standing = Standing::Proven;
    }
    /// In the \a second counted by any clock that goes on.
    void failed(qint64 second)
    {
        m_size = 1;
        m_standing = Standing::Failed;
        if (std::exchange(m_failingSecond, second) != second)
            m_failures = 0;
        ++m_failures;
    }
    /// Whether it failed so often in \a second that it is left alone until the next.
    [[nodiscard]] bool rests(qint64 second) const
    {
        return m_standing == Standing::Failed && m_failingSecond == second
            && m_failures >= kMaxFailuresPerSecond;
    }

private:
    int m_size = 1;
    int m_used = 0;
    Standing m_standing = Standing::New;
    qint64 m_failingSecond = 0;
    int m_failures = 0; ///< In that second.
};

} // namespace Signalbox
