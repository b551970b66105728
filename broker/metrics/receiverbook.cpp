// SPDX-License-Identifier: GPL-3.0-only
#include "metrics/receiverbook.h"

#include <algorithm>
#include <utility>

namespace Signalbox {

size_t qHash(const ReceiverId &id, size_t seed) noexcept
{
    return qHashMulti(seed, id.queue, id.address, id.agent);
}

ReceiverBook::Entry &ReceiverBook::seen(const ReceiverId &id)
{
    if (const auto place = m_places.constFind(id); place != m_places.cend()) {
        m_entries.splice(m_entries.begin(), m_entries, *place);
    } else {
        if (m_entries.size() >= kMaxReceivers)
            dropLast();
        m_entries.emplace_front();
        m_entries.front().id = id;
        m_entries.front().activity.address = id.address;
        m_entries.front().activity.agent = id.agent;
        m_places.insert(id, m_entries.begin());
    }
    m_entries.front().isFresh = true;
    return m_entries.front();
}

void ReceiverBook::received(const ReceiverId &id, int messages)
{
    Entry &entry = seen(id);
    entry.activity.received += quint64(messages);
    entry.current.received += quint32(messages);
}

void ReceiverBook::deleted(const ReceiverId &id, int messages)
{
    Entry &entry = seen(id);
    entry.activity.deleted += quint64(messages);
    entry.current.deleted += quint32(messages);
}

void ReceiverBook::extended(const ReceiverId &id)
{
    ++seen(id).activity.extended;
}

void ReceiverBook::leasesExpired(const ReceiverId &id, int messages)
{
    if (const auto place = m_places.constFind(id); place != m_places.cend())
        (*place)->activity.expired += quint64(messages);
}

void ReceiverBook::dropLast()
{
    m_places.remove(m_entries.back().id);
    m_entries.pop_back();
}

void ReceiverBook::forgetQueue(qint64 queue)
{
    for (auto entry = m_entries.begin(); entry != m_entries.end();) {
        if (entry->id.queue != queue) {
            ++entry;
            continue;
        }
        m_places.remove(entry->id);
        entry = m_entries.erase(entry);
    }
}

void ReceiverBook::closeSecond(Entry &entry)
{
    std::rotate(entry.past.rbegin(), entry.past.rbegin() + 1, entry.past.rend());
    entry.past.front() = std::exchange(entry.current, {});
    Second sum;
    for (const Second &second : entry.past) {
        sum.received += second.received;
        sum.deleted += second.deleted;
    }
    entry.activity.receivedPerS = sum.received / double(kRateSeconds);
    entry.activity.deletedPerS = sum.deleted / double(kRateSeconds);
}

void ReceiverBook::closeSeconds(qint64 seconds, qint64 systemMs)
{
    for (Entry &entry : m_entries) {
        // The rest was seen even longer ago: its rates have come to nothing.
        constexpr qint64 kSecondMs = 1000;
        const qint64 settledMs = systemMs - (seconds + kRateSeconds + 1) * kSecondMs;
        if (!entry.isFresh && entry.activity.lastSeenMs < settledMs)
            break;
        if (std::exchange(entry.isFresh, false))
            entry.activity.lastSeenMs = systemMs;
        for (qint64 i = std::min<qint64>(seconds, kRateSeconds + 1); i > 0; --i)
            closeSecond(entry);
    }
    while (!m_entries.empty() && m_entries.back().activity.lastSeenMs < systemMs - kForgetAfterMs)
        dropLast();
}

std::vector<ReceiverActivity> ReceiverBook::of(qint64 queue) const
{
    std::vector<ReceiverActivity> found;
    for (const Entry &entry : m_entries) {
        if (entry.id.queue != queue)
            continue;
        found.push_back(entry.activity);
        if (entry.isFresh)
            found.back().lastSeenMs = 0;
    }
    return found;
}

} // namespace Signalbox
