// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <algorithm>

namespace Signalbox {

/// How many deliveries to one endpoint may be under way: few at first, one more with each success,
/// one alone after a failure. So an endpoint that hangs holds next to nothing of what all share.
class EndpointWindow
{
public:
    static constexpr int kFirst = 2;
    static constexpr int kMax = 16;

    [[nodiscard]] int room() const { return m_size - m_used; }
    [[nodiscard]] bool isIdle() const { return m_used == 0; }
    void take(int deliveries) { m_used += deliveries; }
    void giveBack(int deliveries) { m_used -= deliveries; }
    void succeeded() { m_size = std::min(m_size + 1, kMax); }
    void failed() { m_size = 1; }

private:
    int m_size = kFirst;
    int m_used = 0;
};

} // namespace Signalbox
