// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QtGlobal>

#include <utility>

namespace Signalbox {

/// How often something happened within one second of the system's clock.
class CountInSecond
{
public:
    static constexpr qint64 kMsPerSecond = 1000;

    /// A new second begins at 0.
    void add(qint64 systemMs, int times = 1)
    {
        if (std::exchange(m_second, systemMs / kMsPerSecond) != systemMs / kMsPerSecond)
            m_count = 0;
        m_count += times;
    }
    [[nodiscard]] int at(qint64 systemMs) const
    {
        return m_second == systemMs / kMsPerSecond ? m_count : 0;
    }

private:
    qint64 m_second = 0;
    int m_count = 0;
};

} // namespace Signalbox
