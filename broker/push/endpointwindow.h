// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "push/countinsecond.h"

#include <algorithm>

namespace Signalbox {

/// How many deliveries to one endpoint may be under way: one at first, one more with each success,
/// one alone after a failure. So an endpoint that hangs holds next to nothing of what all share,
/// and one that refuses is not asked again and again as fast as it answers.
class EndpointWindow
{
public:
    static constexpr int kDefaultMost = 16;
    static constexpr int kMaxFailuresPerSecond = 50;

    enum class Standing {
        New, ///< Nothing is known of it.
        Proven, ///< The last delivery succeeded.
        Failed ///< The last delivery failed.
    };

    /// With \a most under way at once when all is well.
    explicit EndpointWindow(int most = kDefaultMost)
        : m_most(most)
    {
    }

    [[nodiscard]] int room() const { return m_size - m_used; }
    [[nodiscard]] int used() const { return m_used; }
    /// So few are not worth asking the store for while others are under way.
    [[nodiscard]] int fewest() const { return std::max(m_size / 4, 1); }
    [[nodiscard]] Standing standing() const { return m_standing; }
    void take(int deliveries) { m_used += deliveries; }
    void succeeded()
    {
        m_size = std::min(m_size + 1, m_most);
        m_standing = Standing::Proven;
    }
    void failed(qint64 systemMs)
    {
        m_size = 1;
        m_standing = Standing::Failed;
        m_failures.add(systemMs);
    }
    /// Whether it failed so often in this second that it is left alone until the next.
    [[nodiscard]] bool rests(qint64 systemMs) const
    {
        return m_standing == Standing::Failed && m_failures.at(systemMs) >= kMaxFailuresPerSecond;
    }

private:
    int m_most;
    int m_size = 1;
    int m_used = 0;
    Standing m_standing = Standing::New;
    CountInSecond m_failures;
};

} // namespace Signalbox
