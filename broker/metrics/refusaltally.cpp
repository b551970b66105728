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

qint64 recentOf(const HourlyCount &count)
{
    return count.lastMinutes(RefusalTally::kMinutes - 1); // and the one that has not ended
}

} // namespace

void RefusalTally::add(const QString &accessKeyId, ErrorCode code, qint64 atMs)
{
    if (accessKeyId.isEmpty() || !isAboutTheKey(code))
        return;
    const QString key = accessKeyId.left(kMaxKeyLength);
    if (m_keys.size() >= kMaxKeys && !m_keys.contains(key))
        return;
    Refusals &refusals = m_keys[key];
    refusals.count.add(1);
    refusals.lastCode = code;
    refusals.lastAtMs = atMs;
}

void RefusalTally::close(qint64 seconds, qint64 minutes)
{
    for (auto &[key, refusals] : m_keys)
        closeIntervals(refusals.count, seconds, minutes);
    std::erase_if(m_keys, [](const auto &key) { return recentOf(key.second.count) == 0; });
}

std::vector<RefusalTally::Key> RefusalTally::recent(size_t limit) const
{
    std::vector<Key> keys;
    for (const auto &[accessKeyId, refusals] : m_keys)
        keys.push_back(
            {accessKeyId, recentOf(refusals.count), refusals.lastCode, refusals.lastAtMs});
    std::ranges::stable_sort(keys, std::greater(), &Key::refusals);
    keys.resize(std::min(keys.size(), limit));
    return keys;
}

} // namespace Signalbox
