// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/adminclient.h"
#include "console/jobs.h"

#include <QHash>
#include <QPointer>
#include <QTimer>

namespace Signalbox {

class Notices;

/// Brings entries of the trash back, all of one queue. The broker moves the messages in pieces; the
/// job follows how many are left. Stopped, what is back stays and the rest waits in the trash.
/// Entries that are gone by now are passed over.
class RestoreJob final : public BackgroundJob
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RestoreJob)

public:
    /// The job fails when \a client dies before its end; \a notices must outlive it.
    RestoreJob(AdminClient &client, Notices &notices, const QList<Admin::TrashEntry> &entries,
               QObject *parent = nullptr);
    ~RestoreJob() override;

    [[nodiscard]] QString title() const override;

protected:
    void run() override;
    void wind() override;

private:
    void beginNext();
    void look();
    void take(const QList<Admin::TrashEntry> &trash);
    /// Ends the moving of the entries begun, one after the other.
    void stopNext();
    /// \a problem says why it did not go on; null for the end or a stop.
    void conclude(const Sentence &problem);
    /// Messages that are back, as far as known.
    [[nodiscard]] qint64 back() const;
    [[nodiscard]] Sentence summary() const;

    QPointer<AdminClient> m_client;
    Notices &m_notices;
    QList<Admin::TrashEntry> m_entries;
    QString m_name; ///< Of what comes back, or of the queue the messages come back to.
    QHash<qint64, qint64> m_moving; ///< Entries that the broker moves back, with what is left.
    bool m_hasBegun = false; ///< Any entry, be it an empty one.
    qint64 m_begun = 0; ///< Messages of all entries begun.
    qint64 m_kept = 0; ///< Of these, messages that stay in the trash.
    qsizetype m_next = 0;
    Sentence m_passedOver; ///< Why the last one was.
    bool m_underWay = false; ///< A call to begin or to stop one.
    QTimer m_again;
};

} // namespace Signalbox
