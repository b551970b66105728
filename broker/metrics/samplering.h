// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace Signalbox {

/// The last \a Size samples of something, one per interval. Nothing is allocated and nothing moves.
template <typename Sample, int Size>
class SampleRing
{
public:
    static constexpr int kSize = Size;

    /// All samples are \a sample from now on.
    void fill(const Sample &sample) { m_samples.fill(sample); }

    void push(const Sample &sample)
    {
        m_samples[size_t(m_next)] = sample;
        m_next = (m_next + 1) % Size;
        m_pushed = std::min(m_pushed + 1, Size);
    }

    /// How many samples were pushed since the start, Size at most.
    [[nodiscard]] int pushed() const { return m_pushed; }
    /// \a age 0 is the newest sample; at most Size - 1.
    [[nodiscard]] const Sample &newest(int age = 0) const
    {
        Q_ASSERT(age >= 0 && age < Size);
        return m_samples[size_t((m_next + Size - 1 - age) % Size)];
    }

private:
    std::array<Sample, Size> m_samples{};
    int m_next = 0;
    int m_pushed = 0;
};

} // namespace Signalbox
