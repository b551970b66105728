// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/onreply.h"
#include "core/result.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>

namespace Signalbox {

/// Asks one question of an endpoint at a fixed interval, one call at a time. After a failure it
/// keeps asking, at growing distances up to 30 s, so that everything resumes by itself once the
/// endpoint answers again. GUI thread.
class Feed : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Feed)

public:
    explicit Feed(std::chrono::milliseconds interval, QObject *parent = nullptr);
    ~Feed() override;

    /// Asks at once and from then on at the interval; stopping lets a call under way finish
    /// unheard.
    void start();
    void stop();
    [[nodiscard]] bool isRunning() const { return m_running; }
    /// Asks now instead of at the next turn, also while stopped.
    void refresh();
    /// The same, and what was asked last is waited for no longer.
    void retry();

    [[nodiscard]] std::chrono::milliseconds interval() const { return m_interval; }
    /// From the next turn on.
    void setInterval(std::chrono::milliseconds interval) { m_interval = interval; }
    /// Since the last answer; absent before the first.
    [[nodiscard]] std::optional<std::chrono::milliseconds> age() const;
    /// Why the last question failed; absent after an answer.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    /// Until the next question.
    [[nodiscard]] std::chrono::milliseconds untilNext() const;
    /// A question was asked and has no answer yet.
    [[nodiscard]] bool isAsking() const { return m_asking; }
    /// Since the last question was asked; absent before the first.
    [[nodiscard]] std::optional<std::chrono::milliseconds> sinceAsked() const;

signals:
    /// An answer was taken in.
    void updated();
    /// A question failed; error() says why.
    void failed();

protected:
    /// Asks the question once and calls answered() or refused() at its end.
    virtual void ask() = 0;
    /// Of ask(), when an answer came and there is nothing more to fetch.
    void answered();
    void refused(const Error &error);

    /// Waits for \a future without blocking: \a take gets the value, errors go to refused().
    template <typename T, typename Take>
    void whenDone(QFuture<Result<T>> future, Take take)
    {
        m_call = QFuture<void>(future);
        onReply(future, this, [this, take](const Result<T> &reply) {
            if (reply)
                take(*reply);
            else
                refused(reply.error());
        });
    }

private:
    void askNow();
    void scheduleNext();

    std::chrono::milliseconds m_interval;
    QTimer m_timer;
    QFuture<void> m_call; ///< The last one.
    QElapsedTimer m_sinceAsked;
    QElapsedTimer m_sinceAnswer;
    std::optional<Error> m_error;
    int m_failures = 0;
    bool m_running = false;
    bool m_asking = false;
    bool m_askAgain = false;
};

} // namespace Signalbox
