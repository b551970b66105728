// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QtGlobal>

#include <atomic>
#include <functional>

namespace Signalbox {

/// Milliseconds since the Unix epoch by the wall clock; the one place that asks the system for it.
[[nodiscard]] qint64 systemTimeMs();

/// The time by which messages live: enqueue times, leases, delays, retention. It can be frozen and
/// advanced, and never runs backwards, whatever the system clock does. Signature skew, logs and
/// time-outs do not use it. Reading is safe from every thread; freeze, advance and run belong to
/// one thread (the engine's).
class BrokerClock
{
public:
    /// How the clock stands, as it is kept in the database.
    struct State
    {
        qint64 offsetMs = 0; ///< Broker time minus system time while running.
        bool frozen = false;
        qint64 frozenAtMs = 0; ///< Broker time while frozen.

        bool operator==(const State &) const = default;
    };

    explicit BrokerClock(std::function<qint64()> systemTime = systemTimeMs);

    /// Broker time, Unix milliseconds. Never smaller than any value returned before.
    [[nodiscard]] qint64 nowMs() const;

    [[nodiscard]] State state() const;
    /// Takes a stored state over. Time continues at least from \a notBeforeMs, the newest time in
    /// the database.
    void restore(const State &state, qint64 notBeforeMs);

    void freeze();
    /// Runs on from where the clock stands.
    void run();
    /// Moves the clock forward by \a ms (at least 0), frozen or not.
    void advance(qint64 ms);

private:
    std::function<qint64()> m_systemTime;
    std::atomic<qint64> m_offsetMs{0};
    std::atomic<bool> m_frozen{false};
    std::atomic<qint64> m_frozenAtMs{0};
    mutable std::atomic<qint64> m_latestMs{0};
};

} // namespace Signalbox
