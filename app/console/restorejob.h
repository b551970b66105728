// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/adminclient.h"
#include "console/jobs.h"

#include <QPointer>
#include <QSet>
#include <QTimer>

namespace Signalbox {

class Notices;

/// Brings entries of the trash back, all of one queue. The broker moves the messages in pieces; the
/// job follows how many are left. What is begun the broker carries through: stopping begins no
/// further entry, and stops following. Entries that are gone by now are passed over.
class RestoreJob final : public BackgroundJob
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RestoreJob)

public:
    /// The job fails when \a client dies before its end; \a notices must outlive it.
    RestoreJob(AdminClient &client, Notices &notices, const QList<Admin::TrashEntry> &entries,
               QObject *parent = nullptr);
    ~RestoreJob() override;

protected:
    void run() override;
    void wind() override;

private:
    void beginNext();
    void look();
    void take(const QList<Admin::TrashEntry> &trash);
    /// \a problem says why it did not go on; empty for the end or a stop.
    void conclude(const QString &problem);
    [[nodiscard]] QString summary() const;

    QPointer<AdminClient> m_client;
    Notices &m_notices;
    QList<Admin::TrashEntry> m_entries;
    QString m_queueName; ///< Where they come back.
    QSet<qint64> m_begun; ///< Entries that the broker moves back, or has moved.
    qint64 m_messages = 0; ///< In those.
    qsizetype m_next = 0;
    QString m_passedOver; ///< Why the last one was.
    bool m_underWay = false;
    QTimer m_again;
};

} // namespace Signalbox
