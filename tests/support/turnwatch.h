// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QElapsedTimer>
#include <QEventLoop>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>

namespace Signalbox {

/// Runs the event loop of its thread and measures how long its turns take: the time in which a
/// click would have had to wait. A timer of a millisecond beats in the loop, and the time between
/// two beats is the length of the turn.
///
/// The wall time of a turn also counts when another process had the processor; the thread's own
/// processor time does not, where the system tells it.
class TurnWatch : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TurnWatch)

public:
    struct Longest
    {
        std::chrono::nanoseconds wall{0};
        std::optional<std::chrono::nanoseconds> processor;
    };

    explicit TurnWatch(QObject *parent = nullptr);

    /// Runs the loop until \a isDone says so, which is asked after every turn and not counted;
    /// false when that took longer than \a patience. \a perFrame runs inside the loop, 60 times a
    /// second, and counts.
    [[nodiscard]] bool run(const std::function<bool()> &isDone, std::chrono::milliseconds patience,
                           const std::function<void()> &perFrame = {});
    /// Runs \a action as an event of the loop, then goes on as run().
    [[nodiscard]] bool runAfter(const std::function<void()> &action,
                                const std::function<bool()> &isDone,
                                std::chrono::milliseconds patience);

    /// The longest turns since the last reset(): of wall time, and of processor time.
    [[nodiscard]] const Longest &longest() const { return m_longest; }
    [[nodiscard]] qint64 turns() const { return m_turns; }
    void reset();

private:
    void beat();
    void beginTurn();

    QTimer m_beat;
    QEventLoop m_loop;
    QElapsedTimer m_sinceBeat;
    std::optional<std::chrono::nanoseconds> m_processorAtBeat;
    std::function<bool()> m_isDone;
    Longest m_longest;
    qint64 m_turns = 0;
};

} // namespace Signalbox
