// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/adminclient.h"
#include "console/jobs.h"

#include <QPointer>
#include <QTimer>

namespace Signalbox {

/// Brings an entry of the trash back. The broker moves the messages in pieces; the job follows how
/// many are left. Once begun the broker carries it through: stopping only stops following.
class RestoreJob : public BackgroundJob
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RestoreJob)

public:
    RestoreJob(AdminClient &client, const Admin::TrashEntry &entry, QObject *parent = nullptr);
    ~RestoreJob() override;

protected:
    void run() override;
    void wind() override;

private:
    void look();
    void take(const QList<Admin::TrashEntry> &entries);

    QPointer<AdminClient> m_client;
    Admin::TrashEntry m_entry;
    QString m_queueName; ///< Where it came back.
    QTimer m_again;
};

} // namespace Signalbox
