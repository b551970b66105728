// SPDX-License-Identifier: GPL-3.0-only
#include "metrics/latencyhistogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace Signalbox {

// Bucket (e, s) with e = floor(log2 us) holds what lies in (2^e * (4 + s) / 4, 2^e * (5 + s) / 4],
// so that whole powers of two end a bucket.
int LatencyHistogram::bucketOf(quint64 microseconds)
{
    if (microseconds <= 1)
        return 0;
    const quint64 value = microseconds - 1;
    const int exponent = std::bit_width(value) - 1;
    const int step =
        exponent >= 2 ? int(value >> (exponent - 2)) & 3 : int(value << (2 - exponent)) & 3;
    return std::min(exponent * kBucketsPerDoubling + step, kBuckets - 1);
}

double LatencyHistogram::upperBoundUs(int bucket)
{
    const int exponent = bucket / kBucketsPerDoubling;
    const int step = bucket % kBucketsPerDoubling;
    return std::ceil(std::ldexp(1.0 + (step + 1) / double(kBucketsPerDoubling), exponent));
}

void LatencyHistogram::record(std::chrono::microseconds duration)
{
    const auto microseconds = std::max<qint64>(duration.count(), 0);
    ++m_buckets[size_t(bucketOf(quint64(microseconds)))];
    ++m_count;
    m_sum += std::chrono::microseconds(microseconds);
}

void LatencyHistogram::add(const LatencyHistogram &other)
{
    for (size_t i = 0; i < m_buckets.size(); ++i)
        m_buckets[i] += other.m_buckets[i];
    m_count += other.m_count;
    m_sum += other.m_sum;
}

void LatencyHistogram::clear()
{
    *this = {};
}

std::optional<double> LatencyHistogram::percentileMs(double share) const
{
    return bucketMs(percentileBucket(share));
}

quint8 LatencyHistogram::percentileBucket(double share) const
{
    static_assert(kBuckets <= kNoBucket);
    if (m_count == 0)
        return kNoBucket;
    const auto rank = std::max<quint64>(1, quint64(std::ceil(share * double(m_count))));
    quint64 seen = 0;
    for (int bucket = 0; bucket < kBuckets; ++bucket) {
        seen += m_buckets[size_t(bucket)];
        if (seen >= rank)
            return quint8(bucket);
    }
    return quint8(kBuckets - 1);
}

std::optional<double> LatencyHistogram::bucketMs(quint8 bucket)
{
    if (bucket == kNoBucket)
        return std::nullopt;
    return upperBoundUs(bucket) / 1000.0;
}

quint64 LatencyHistogram::countWithin(std::chrono::microseconds bound) const
{
    quint64 seen = 0;
    for (int bucket = 0; bucket < kBuckets && upperBoundUs(bucket) <= double(bound.count());
         ++bucket)
        seen += m_buckets[size_t(bucket)];
    return seen;
}

} // namespace Signalbox
