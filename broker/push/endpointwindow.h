// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <algorithm>

namespace Signalbox {

/// How many deliveries to one endpoint may be under way: one at first, one more with each success,
/// one alone after a failure. So an endpoint that hangs holds next to nothing of what all share.
class EndpointWindow
{
public:
    static constexpr int kMax = 16;

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
    void failed()
    {
        m_size = 1;
        m_standing = Standing::Failed;
    }

private:
    int m_size = 1;
    int m_used = 0;
    Standing m_standing = Standing::New;
};

} // namespace Signalbox
