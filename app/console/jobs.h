// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/callgate.h"
#include "console/sentence.h"

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace Signalbox {

/// Long work that goes on while the user does other things. It shows how far it is, and can be
/// stopped: what is done by then stays done. GUI thread.
class BackgroundJob : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BackgroundJob)

public:
    enum class State { Waiting, Running, Stopping, Done, Stopped, Failed };

    explicit BackgroundJob(QObject *parent = nullptr);
    ~BackgroundJob() override;

    /// What is done, as a sentence without end, in the language of the moment: "Sending to orders".
    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isOver() const;
    [[nodiscard]] qint64 done() const { return m_done; }
    /// 0 while it is not known.
    [[nodiscard]] qint64 total() const { return m_total; }
    /// By the speed so far; absent while that says nothing.
    [[nodiscard]] std::optional<std::chrono::milliseconds> timeLeft() const;
    /// What came of it; null until it is over, or when there is nothing to tell.
    [[nodiscard]] const Sentence &outcome() const { return m_outcome; }

    /// Takes back what was done, as long as undoOwner() lives; null while there is no way.
    [[nodiscard]] const std::function<void()> &undo() const { return m_undo; }
    [[nodiscard]] QObject *undoOwner() const { return m_undoOwner; }

    /// Once.
    void start();
    /// Ends as soon as what is under way allows.
    void stop();

signals:
    void progressed();
    /// state() and outcome() tell the end. The last signal.
    void finished();

protected:
    virtual void run() = 0;
    /// Of a running job: begin nothing new, and call finish() when nothing is under way.
    virtual void wind() = 0;

    /// While it lives, what passes \a gate is asked about once for the whole job.
    [[nodiscard]] CallGate::Scope changes(CallGate *gate) const { return {gate, m_calls}; }
    [[nodiscard]] bool isStopping() const { return m_state == State::Stopping; }
    void setProgress(qint64 done, qint64 total);
    /// Before the end, whatever that is.
    void setUndo(QObject *owner, std::function<void()> undo);
    /// Done, or stopped when that was asked for.
    void finish(const Sentence &outcome);
    void fail(const Sentence &outcome);

private:
    void end(State state, const Sentence &outcome);

    Sentence m_outcome;
    std::shared_ptr<CallGroup> m_calls; ///< Shared with what waits to be decided.
    std::function<void()> m_undo;
    QPointer<QObject> m_undoOwner;
    State m_state = State::Waiting;
    qint64 m_done = 0;
    qint64 m_total = 0;
    QElapsedTimer m_sinceStart;
};

/// The jobs under way, in the order they were started. Owns them until they are over.
class Jobs : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Jobs)

public:
    explicit Jobs(QObject *parent = nullptr);
    ~Jobs() override;

    /// Starts \a job; it is deleted some time after it is over.
    void add(std::unique_ptr<BackgroundJob> job);
    [[nodiscard]] const QList<BackgroundJob *> &running() const { return m_running; }
    /// Asks all of them to stop.
    void stopAll();

signals:
    /// One came, went or is further.
    void changed();
    void finished(Signalbox::BackgroundJob *job);

private:
    QList<BackgroundJob *> m_running; ///< Children of this.
};

/// How far \a job is: "18,204 of 37,000 · 12 s left".
[[nodiscard]] QString progressText(const BackgroundJob &job);

} // namespace Signalbox
