// SPDX-License-Identifier: GPL-3.0-only
#include "console/restorejob.h"

#include "console/notices.h"
#include "console/onreply.h"

#include <algorithm>

namespace Signalbox {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds kPause = 500ms;

} // namespace

RestoreJob::RestoreJob(AdminClient &client, const Admin::TrashEntry &entry, QObject *parent)
    : BackgroundJob(tr("Restoring %1").arg(entry.queueName), parent)
    , m_client(&client)
    , m_entry(entry)
{
    m_again.setSingleShot(true);
    m_again.setInterval(kPause);
    connect(&m_again, &QTimer::timeout, this, &RestoreJob::look);
    connect(&client, &QObject::destroyed, this,
            [this] { fail(tr("The connection was removed.")); });
    setProgress(0, entry.messages);
}

RestoreJob::~RestoreJob() = default;

void RestoreJob::run()
{
    onReply(m_client->restore(m_entry.id), this, [this](const Result<QString> &reply) {
        if (!reply) {
            //: %1 is a queue, %2 a sentence with the reason.
            return fail(tr("%1 could not be brought back. %2")
                            .arg(m_entry.queueName, errorText(reply.error())));
        }
        m_queueName = *reply;
        look();
    });
}

void RestoreJob::wind()
{
    m_again.stop();
    finish(tr("The broker goes on bringing %1 back.").arg(m_entry.queueName));
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

void RestoreJob::take(const QList<Admin::TrashEntry> &entries)
{
    if (isOver())
        return;
    const auto found = std::ranges::find(entries, m_entry.id, &Admin::TrashEntry::id);
    if (found != entries.cend()) {
        setProgress(m_entry.messages - found->messages, m_entry.messages);
        return m_again.start();
    }
    setProgress(m_entry.messages, m_entry.messages);
    finish(m_entry.kind == Admin::TrashEntry::Kind::Queue
               ? tr("Queue %1 is back.").arg(m_queueName)
               : tr("%Ln message(s) came back into %1.", nullptr, int(m_entry.messages))
                     .arg(m_queueName));
}

} // namespace Signalbox
