// SPDX-License-Identifier: GPL-3.0-only
#include "console/jobs.h"

#include "widgets/format.h"

#include <algorithm>
#include <utility>

namespace Signalbox {

using namespace std::chrono_literals;

namespace {

/// Before this a speed says nothing.
constexpr std::chrono::milliseconds kShortestRun = 1s;

} // namespace

BackgroundJob::BackgroundJob(QObject *parent)
    : QObject(parent)
    , m_calls(std::make_shared<CallGroup>())
{
}

BackgroundJob::~BackgroundJob() = default;

bool BackgroundJob::isOver() const
{
    return m_state == State::Done || m_state == State::Stopped || m_state == State::Failed;
}

std::optional<std::chrono::milliseconds> BackgroundJob::timeLeft() const
{
    if (m_state != State::Running || m_done <= 0 || m_total <= m_done
        || m_sinceStart.elapsed() < kShortestRun.count())
        return std::nullopt;
    const double perMessage = double(m_sinceStart.elapsed()) / double(m_done);
    return std::chrono::milliseconds(qint64(perMessage * double(m_total - m_done)));
}

void BackgroundJob::start()
{
    if (m_state != State::Waiting)
        return;
    m_state = State::Running;
    m_sinceStart.start();
    //: %1 is a job such as "Sending to orders".
    m_calls->what = m_total > 0 ? tr("%1: %Ln message(s).", nullptr, int(m_total)).arg(title())
                                : tr("%1.").arg(title());
    run();
}

void BackgroundJob::stop()
{
    if (m_state != State::Running)
        return;
    m_state = State::Stopping;
    emit progressed();
    wind();
}

void BackgroundJob::setProgress(qint64 done, qint64 total)
{
    m_done = done;
    m_total = total;
    emit progressed();
}

void BackgroundJob::setUndo(QObject *owner, std::function<void()> undo)
{
    m_undoOwner = owner;
    m_undo = std::move(undo);
}

void BackgroundJob::finish(const Sentence &outcome)
{
    end(isStopping() && m_done < m_total ? State::Stopped : State::Done, outcome);
}

void BackgroundJob::fail(const Sentence &outcome)
{
    end(State::Failed, outcome);
}

void BackgroundJob::end(State state, const Sentence &outcome)
{
    if (isOver())
        return;
    m_state = state;
    m_outcome = outcome;
    emit finished();
}

Jobs::Jobs(QObject *parent)
    : QObject(parent)
{
}

Jobs::~Jobs() = default;

void Jobs::add(std::unique_ptr<BackgroundJob> job)
{
    BackgroundJob *added = job.release();
    added->setParent(this);
    m_running.append(added);
    connect(added, &BackgroundJob::progressed, this, &Jobs::changed);
    connect(added, &BackgroundJob::finished, this, [this, added] {
        m_running.removeOne(added);
        emit finished(added);
        emit changed();
        added->deleteLater();
    });
    emit changed();
    added->start();
}

void Jobs::stopAll()
{
    const QList<BackgroundJob *> running = m_running; // Some end at once.
    for (BackgroundJob *job : running)
        job->stop();
}

QString progressText(const BackgroundJob &job)
{
    if (job.state() == BackgroundJob::State::Stopping)
        return Jobs::tr("Stopping");
    if (job.total() <= 0)
        return Format::count(job.done());
    const std::optional<std::chrono::milliseconds> left = job.timeLeft();
    //: %1 of %2 messages are done.
    const QString far =
        Jobs::tr("%1 of %2").arg(Format::count(job.done()), Format::count(job.total()));
    //: %1 is a progress such as "18,204 of 37,000", %2 a duration.
    return left ? Jobs::tr("%1 · %2 left").arg(far, Format::age(*left)) : far;
}

} // namespace Signalbox
