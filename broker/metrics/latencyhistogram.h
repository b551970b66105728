// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QtGlobal>

#include <array>
#include <chrono>
#include <optional>

namespace Signalbox {

/// How long things took, in buckets that grow with the value: four to each doubling, so a
/// percentile is at most a quarter too high. Recording costs a few instructions and never
/// allocates. Lives in one thread.
class LatencyHistogram
{
public:
    void record(std::chrono::microseconds duration);
    void add(const LatencyHistogram &other);
    void clear();

    [[nodiscard]] quint64 count() const { return m_count; }
    [[nodiscard]] std::chrono::microseconds sum() const { return m_sum; }
    /// The duration in milliseconds that \a share (0 to 1) of all stayed within; nothing while
    /// nothing was recorded.
    [[nodiscard]] std::optional<double> percentileMs(double share) const;
    /// The same in one byte, for histories of many things; kNoBucket while nothing was recorded.
    [[nodiscard]] quint8 percentileBucket(double share) const;
    static constexpr quint8 kNoBucket = 255;
    /// The duration in milliseconds that percentileBucket() stands for; nothing for kNoBucket.
    [[nodiscard]] static std::optional<double> bucketMs(quint8 bucket);
    /// How many took at most \a bound. Exact where \a bound is a power of two microseconds.
    [[nodiscard]] quint64 countWithin(std::chrono::microseconds bound) const;

private:
    static constexpr int kBucketsPerDoubling = 4;
    static constexpr int kBuckets =
        40 * kBucketsPerDoubling; ///< Up to twelve days; longer counts as that.

    [[nodiscard]] static int bucketOf(quint64 microseconds);
    [[nodiscard]] static double upperBoundUs(int bucket);

    std::array<quint32, kBuckets> m_buckets{};
    quint64 m_count = 0;
    std::chrono::microseconds m_sum{0};
};

} // namespace Signalbox
