// SPDX-License-Identifier: GPL-3.0-only
#include "console/sendjob.h"

#include "client/mnsclient.h"
#include "console/notices.h"
#include "console/onreply.h"
#include "widgets/format.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace Signalbox {

namespace {

constexpr int kRequestsAtOnce = 4;
constexpr std::chrono::milliseconds kPause{50};
constexpr qsizetype kMostBatchBytes = 48 * 1024; // of bodies, to stay below 64 KiB with the rest

} // namespace

SendJob::SendJob(MnsClient &client, const QString &queueName, qint64 count, MakeMessage make,
                 QObject *parent)
    : BackgroundJob(parent)
    , m_client(&client)
    , m_queueName(queueName)
    , m_count(count)
    , m_make(std::move(make))
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
        m_problem = tr("The connection was removed.");
        if (state() != State::Waiting)
            endIfIdle();
    });
}

SendJob::~SendJob() = default;

QString SendJob::title() const
{
    return tr("Sending to %1").arg(m_queueName);
}

void SendJob::run()
{
    m_since.start();
    sendMore();
    endIfIdle();
}

void SendJob::wind()
{
    m_pause.stop();
    endIfIdle();
}

qint64 SendJob::allowedNow() const
{
    if (m_perSecond <= 0)
        return m_count - m_begun;
    const qint64 due = 1 + m_since.elapsed() * m_perSecond / 1000;
    return std::clamp<qint64>(due - m_begun, 0, m_count - m_begun);
}

void SendJob::sendMore()
{
    while (!isStopping() && m_problem.isEmpty() && m_client && m_begun < m_count
           && m_underWay < kRequestsAtOnce) {
        const qint64 end = m_begun + allowedNow();
        if (end == m_begun) {
            m_pause.start(kPause);
            return;
        }
        std::vector<OutgoingMessage> batch;
        qsizetype bytes = 0;
        while (m_begun < end && batch.size() < std::size_t(Limits::kMaxBatch)) {
            OutgoingMessage message = m_make(m_begun);
            bytes += message.body.size();
            if (!batch.empty() && bytes > kMostBatchBytes)
                break; // It begins the next batch.
            batch.push_back(std::move(message));
            ++m_begun;
        }
        sendBatch(batch);
    }
}

void SendJob::sendBatch(const std::vector<OutgoingMessage> &batch)
{
    ++m_underWay;
    onReply(m_client->sendMessages(m_queueName, batch), this,
            [this](const Result<SentBatch> &reply) {
                --m_underWay;
                if (reply)
                    takeReply(*reply);
                else
                    m_problem = errorText(reply.error());
                sendMore();
                endIfIdle();
            });
}

void SendJob::takeReply(const SentBatch &entries)
{
    for (const Result<SentMessage> &entry : entries) {
        if (entry)
            ++m_taken;
        else
            m_problem = errorText(entry.error());
    }
    setProgress(m_taken, m_count);
}

void SendJob::endIfIdle()
{
    if (m_underWay > 0 || m_pause.isActive() || isOver())
        return;
    if (!m_problem.isEmpty() || !m_client) {
        //: %1 of %2 messages were sent, then it failed for the reason %3, a whole sentence.
        return fail(
            tr("Sent %1 of %2 messages to %3. %4")
                .arg(Format::count(m_taken), Format::count(m_count), m_queueName, m_problem));
    }
    if (m_taken < m_count && !isStopping())
        return;
    finish(m_taken == m_count
               ? tr("Sent %1 messages to %2.").arg(Format::count(m_taken), m_queueName)
               : tr("Stopped after %1 of %2 messages to %3.")
                     .arg(Format::count(m_taken), Format::count(m_count), m_queueName));
}

} // namespace Signalbox
