// SPDX-License-Identifier: GPL-3.0-only
#include "console/copiesjob.h"

#include "client/mnsclient.h"
#include "widgets/format.h"

#include <algorithm>
#include <chrono>

namespace Signalbox {

namespace {

constexpr int kRequestsAtOnce = 4;
constexpr std::chrono::milliseconds kPause{50};

} // namespace

CopiesJob::CopiesJob(MnsClient &client, const QString &target, qint64 count, QObject *parent)
    : BackgroundJob(parent)
    , m_client(&client)
    , m_target(target)
    , m_count(count)
{
    setProgress(0, count);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        sendMore();
        endIfIdle();
    });
    connect(&client, &QObject::destroyed, this, [this] {
        // What is under way gets no answer any more.
        m_underWay = 0;
        m_problem = [] { return tr("The connection was removed."); };
        if (state() != State::Waiting)
            endIfIdle();
    });
}

CopiesJob::~CopiesJob() = default;

QString CopiesJob::title() const
{
    return tr("Sending to %1").arg(m_target);
}

MnsClient &CopiesJob::client() const
{
    return *m_client;
}

void CopiesJob::run()
{
    m_since.start();
    sendMore();
    endIfIdle();
}

void CopiesJob::wind()
{
    m_pause.stop();
    endIfIdle();
}

qint64 CopiesJob::allowedNow() const
{
    if (m_perSecond <= 0)
        return m_count - m_begun;
    const qint64 due = 1 + m_since.elapsed() * m_perSecond / 1000;
    return std::clamp<qint64>(due - m_begun, 0, m_count - m_begun);
}

void CopiesJob::sendMore()
{
    while (!isStopping() && !m_problem && m_client && m_begun < m_count
           && m_underWay < kRequestsAtOnce) {
        const qint64 allowed = allowedNow();
        if (allowed == 0) {
            m_pause.start(kPause);
            return;
        }
        ++m_underWay;
        const CallGate::Scope calls = changes(m_client->gate());
        m_begun += sendSome(m_begun, allowed);
    }
}

void CopiesJob::answered(qint64 taken, const Sentence &problem)
{
    --m_underWay;
    m_taken += taken;
    if (problem)
        m_problem = problem;
    setProgress(m_taken, m_count);
    sendMore();
    endIfIdle();
}

void CopiesJob::endIfIdle()
{
    if (m_underWay > 0 || m_pause.isActive() || isOver())
        return;
    if (m_problem || !m_client) {
        return fail([taken = m_taken, count = m_count, target = m_target, problem = m_problem] {
            //: %1 of so many messages were sent to %2, then it failed for the reason %3, a whole
            //: sentence.
            return tr("Sent %1 of %Ln message(s) to %2. %3", nullptr, int(count))
                .arg(Format::count(taken), target, problem());
        });
    }
    if (m_taken < m_count && !isStopping())
        return;
    finish([taken = m_taken, count = m_count, target = m_target] {
        return taken == count ? tr("Sent %Ln message(s) to %1.", nullptr, int(count)).arg(target)
                              : tr("Stopped after %1 of %Ln message(s) to %2.", nullptr, int(count))
                                    .arg(Format::count(taken), target);
    });
}

} // namespace Signalbox
