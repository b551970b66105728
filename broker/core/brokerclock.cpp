// SPDX-License-Identifier: GPL-3.0-only
#include "core/brokerclock.h"

#include <chrono>

namespace Signalbox {

qint64 systemTimeMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

BrokerClock::BrokerClock(std::function<qint64()> systemTime)
    : m_systemTime(std::move(systemTime))
{
}

qint64 BrokerClock::nowMs() const
{
    const qint64 candidate = m_frozen ? m_frozenAtMs.load() : m_systemTime() + m_offsetMs;
    qint64 latest = m_latestMs;
    while (latest < candidate && !m_latestMs.compare_exchange_weak(latest, candidate)) { }
    return std::max(latest, candidate);
}

BrokerClock::State BrokerClock::state() const
{
    return {m_offsetMs, m_frozen, m_frozenAtMs};
}

void BrokerClock::restore(const State &state, qint64 notBeforeMs)
{
    m_offsetMs = state.offsetMs;
    m_frozenAtMs = state.frozenAtMs;
    m_frozen = state.frozen;
    m_latestMs = std::max(m_latestMs.load(), notBeforeMs);
}

void BrokerClock::freeze()
{
    m_frozenAtMs = nowMs();
    m_frozen = true;
}

void BrokerClock::run()
{
    if (!m_frozen)
        return;
    m_offsetMs = nowMs() - m_systemTime();
    m_frozen = false;
}

void BrokerClock::advance(qint64 ms)
{
    Q_ASSERT(ms >= 0);
    if (m_frozen)
        m_frozenAtMs = nowMs() + ms;
    else
        m_offsetMs += ms;
}

} // namespace Signalbox
