// SPDX-License-Identifier: GPL-3.0-only
#include "metrics/refusaltally.h"

#include <algorithm>

namespace Signalbox {

namespace {

bool isAboutTheKey(ErrorCode code)
{
    switch (code) {
    case ErrorCode::AccessDenied:
    case ErrorCode::AccessDeniedByRamPolicy:
    case ErrorCode::InvalidAccessKeyId:
    case ErrorCode::SignatureDoesNotMatch:
    case ErrorCode::InvalidSecurityToken:
    case ErrorCode::TimeExpired:
        return true;
    default:
        return false;
    }
}

qint64 minuteOf(qint64 ms)
{
    constexpr qint64 kMsPerMinute = 60'000;
    return ms / kMsPerMinute;
}

} // namespace

quint64 RefusalTally::Counts::until(qint64 minute) const
{
    // Of the ring only what is between the last refusal and ten minutes before now counts.
    quint64 sum = 0;
    const qint64 last = minuteOf(lastAtMs);
    for (qint64 counted = std::max(last, minute) - kMinutes + 1; counted <= last; ++counted)
        sum += minutes[std::size_t(counted % kMinutes)];
    return sum;
}

void RefusalTally::add(const QString &accessKeyId, ErrorCode code, qint64 atMs)
{
    if (accessKeyId.isEmpty() || !isAboutTheKey(code))
        return;
    const qint64 minute = minuteOf(atMs);
    if (m_keys.size() >= kMaxKeys && !m_keys.contains(accessKeyId)) {
        forgetOld(minute);
        if (m_keys.size() >= kMaxKeys)
            return;
    }
    Counts &counts = m_keys[accessKeyId];
    const qint64 last = minuteOf(counts.lastAtMs);
    for (qint64 passed = std::max(last + 1, minute - kMinutes + 1); passed <= minute; ++passed)
        counts.minutes[std::size_t(passed % kMinutes)] = 0;
    ++counts.minutes[std::size_t(std::max(minute, last) % kMinutes)];
    counts.lastCode = code;
    counts.lastAtMs = std::max(counts.lastAtMs, atMs);
}

std::vector<RefusalTally::Key> RefusalTally::recent(qint64 nowMs, size_t limit) const
{
    std::vector<Key> keys;
    for (const auto &[accessKeyId, counts] : m_keys) {
        if (const quint64 refusals = counts.until(minuteOf(nowMs)); refusals > 0)
            keys.push_back({accessKeyId, refusals, counts.lastCode, counts.lastAtMs});
    }
    std::ranges::sort(keys, [](const Key &a, const Key &b) {
        return a.refusals != b.refusals ? a.refusals > b.refusals : a.accessKeyId < b.accessKeyId;
    });
    keys.resize(std::min(keys.size(), limit));
    return keys;
}

void RefusalTally::forgetOld(qint64 minute)
{
    std::erase_if(m_keys, [minute](const auto &key) { return key.second.until(minute) == 0; });
}

} // namespace Signalbox
