// SPDX-License-Identifier: GPL-3.0-only
#include "console/restorejob.h"

#include "console/errortext.h"
#include "console/notices.h"
#include "console/onreply.h"

#include <chrono>
#include <functional>
#include <numeric>

namespace Signalbox {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds kPause = 500ms;

} // namespace

RestoreJob::RestoreJob(AdminClient &client, Notices &notices,
                       const QList<Admin::TrashEntry> &entries, QObject *parent)
    : BackgroundJob(parent)
    , m_client(&client)
    , m_notices(notices)
    , m_entries(entries)
    , m_name(entries.constFirst().name)
{
    qint64 messages = 0;
    for (const Admin::TrashEntry &entry : entries)
        messages += entry.messages;
    setProgress(0, messages);
    m_again.setSingleShot(true);
    m_again.setInterval(kPause);
    connect(&m_again, &QTimer::timeout, this, &RestoreJob::look);
    connect(&client, &QObject::destroyed, this,
            [this] { conclude([] { return tr("The connection was removed."); }); });
}

RestoreJob::~RestoreJob() = default;

QString RestoreJob::title() const
{
    return tr("Restoring %1").arg(m_name);
}

void RestoreJob::run()
{
    beginNext();
}

void RestoreJob::wind()
{
    m_again.stop();
    if (!m_underWay)
        stopNext();
}

void RestoreJob::beginNext()
{
    if (isOver() || !m_client)
        return;
    if (isStopping())
        return stopNext();
    if (m_next == m_entries.size())
        return m_hasBegun ? look() : conclude(m_passedOver);
    m_underWay = true;
    const CallGate::Scope calls = changes(m_client->gate());
    onReply(m_client->restore(m_entries.at(m_next).id), this,
            [this](const Result<Admin::Restored> &reply) {
                m_underWay = false;
                const Admin::TrashEntry &entry = m_entries.at(m_next++);
                if (reply) {
                    m_name = reply->name;
                    m_hasBegun = true;
                    m_moving.insert(entry.id, entry.messages);
                    m_begun += entry.messages;
                } else if (reply.error().code == ErrorCode::NotFound) {
                    // One that is gone from the trash is no reason to leave the others there.
                    m_passedOver = trashReason(reply.error());
                } else {
                    return conclude(trashReason(reply.error()));
                }
                beginNext();
            });
}

void RestoreJob::look()
{
    if (isOver() || !m_client)
        return;
    onReply(m_client->trash(), this, [this](const Result<QList<Admin::TrashEntry>> &reply) {
        if (isStopping())
            return;
        if (reply)
            take(*reply);
        else
            m_again.start();
    });
}

void RestoreJob::take(const QList<Admin::TrashEntry> &trash)
{
    if (isOver())
        return;
    QHash<qint64, qint64> moving;
    for (const Admin::TrashEntry &entry : trash) {
        if (!m_moving.contains(entry.id))
            continue;
        if (entry.restoring)
            moving.insert(entry.id, entry.messages);
        else // somebody stopped it, or deleted the queue
            m_kept += entry.messages;
    }
    m_moving = moving;
    setProgress(back(), total());
    m_moving.isEmpty() ? conclude({}) : m_again.start();
}

void RestoreJob::stopNext()
{
    if (isOver() || !m_client)
        return;
    if (m_moving.isEmpty())
        return conclude({});
    const qint64 id = m_moving.constBegin().key();
    m_underWay = true;
    const CallGate::Scope calls = changes(m_client->gate());
    onReply(m_client->stopRestore(id), this, [this, id](const Result<Admin::TrashEntry> &reply) {
        m_underWay = false;
        if (!reply && reply.error().code != ErrorCode::NotFound) // with that it was all back
            return conclude(trashReason(reply.error()));
        m_moving.remove(id);
        m_kept += reply ? reply->messages : 0;
        stopNext();
    });
}

void RestoreJob::conclude(const Sentence &problem)
{
    if (isOver() || state() == State::Waiting)
        return;
    m_again.stop();
    if (isStopping()) {
        for (; m_next < m_entries.size(); ++m_next)
            m_kept += m_entries.at(m_next).messages;
    } else if (!m_hasBegun) {
        return fail([name = m_name, problem] {
            //: %1 is a queue, topic or subscription, %2 a sentence with the reason.
            return tr("%1 could not be brought back. %2")
                .arg(name, problem ? problem() : QString())
                .trimmed();
        });
    }
    emit m_notices.restored(m_name);
    if (problem) {
        //: What was done, then why it did not go on; both are sentences.
        return fail([done = summary(), problem] { return tr("%1 %2").arg(done(), problem()); });
    }
    setProgress(back(), total());
    finish(summary());
}

qint64 RestoreJob::back() const
{
    return std::accumulate(m_moving.cbegin(), m_moving.cend(), m_begun - m_kept, std::minus<>());
}

Sentence RestoreJob::summary() const
{
    if (m_kept == 0)
        return Notices::restoredText(m_entries.constFirst().kind, m_name, back());
    return [back = Notices::restoredText(Admin::TrashEntry::Kind::Messages, m_name, back()),
            kept = int(m_kept)] {
        return back() + u' ' + tr("%Ln stayed in the trash.", nullptr, kept);
    };
}

} // namespace Signalbox
