// SPDX-License-Identifier: GPL-3.0-only
#include "console/restorejob.h"

#include "console/notices.h"
#include "console/onreply.h"

#include <chrono>

namespace Signalbox {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds kPause = 500ms;

} // namespace

RestoreJob::RestoreJob(AdminClient &client, Notices &notices,
                       const QList<Admin::TrashEntry> &entries, QObject *parent)
    : BackgroundJob(tr("Restoring %1").arg(entries.constFirst().queueName), parent)
    , m_client(&client)
    , m_notices(notices)
    , m_entries(entries)
    , m_queueName(entries.constFirst().queueName)
{
    qint64 messages = 0;
    for (const Admin::TrashEntry &entry : entries)
        messages += entry.messages;
    setProgress(0, messages);
    m_again.setSingleShot(true);
    m_again.setInterval(kPause);
    connect(&m_again, &QTimer::timeout, this, &RestoreJob::look);
    connect(&client, &QObject::destroyed, this,
            [this] { conclude(tr("The connection was removed.")); });
}

RestoreJob::~RestoreJob() = default;

void RestoreJob::run()
{
    beginNext();
}

void RestoreJob::wind()
{
    if (!m_underWay)
        conclude(QString());
}

void RestoreJob::beginNext()
{
    if (isOver() || !m_client)
        return;
    if (isStopping())
        return conclude(QString());
    if (m_next == m_entries.size())
        return m_begun.isEmpty() ? conclude(m_passedOver) : look();
    m_underWay = true;
    onReply(m_client->restore(m_entries.at(m_next).id), this, [this](const Result<QString> &reply) {
        m_underWay = false;
        // One that is gone from the trash is no reason to leave the others there.
        if (!reply && reply.error().code != ErrorCode::NotFound)
            return conclude(errorText(reply.error()));
        if (reply) {
            m_queueName = *reply;
            m_begun.insert(m_entries.at(m_next).id);
            m_messages += m_entries.at(m_next).messages;
        } else {
            m_passedOver = errorText(reply.error());
        }
        ++m_next;
        beginNext();
    });
}

void RestoreJob::look()
{
    if (isOver() || !m_client)
        return;
    onReply(m_client->trash(), this, [this](const Result<QList<Admin::TrashEntry>> &reply) {
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
    qint64 left = 0;
    bool isMoving = false;
    for (const Admin::TrashEntry &entry : trash) {
        if (m_begun.contains(entry.id)) {
            left += entry.messages;
            isMoving = true;
        }
    }
    setProgress(m_messages - left, total());
    if (isMoving)
        return m_again.start();
    conclude(QString());
}

void RestoreJob::conclude(const QString &problem)
{
    if (isOver() || state() == State::Waiting)
        return;
    m_again.stop();
    if (m_begun.isEmpty()) {
        //: %1 is a queue, %2 a sentence with the reason, or empty after a stop.
        return fail(tr("%1 could not be brought back. %2").arg(m_queueName, problem).trimmed());
    }
    emit m_notices.restored(m_queueName);
    if (!problem.isEmpty()) {
        //: What was done, then why it did not go on; both are sentences.
        return fail(tr("%1 %2").arg(summary(), problem));
    }
    finish(isStopping() ? tr("The broker goes on bringing %1 back.").arg(m_queueName) : summary());
}

QString RestoreJob::summary() const
{
    if (m_entries.constFirst().kind == Admin::TrashEntry::Kind::Queue)
        return tr("Queue %1 is back.").arg(m_queueName);
    return tr("%Ln message(s) came back into %1.", nullptr, int(m_messages)).arg(m_queueName);
}

} // namespace Signalbox
