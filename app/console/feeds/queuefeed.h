// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"
#include "console/feeds/feed.h"

#include <QMap>

namespace Signalbox {

class AdminClient;

/// The queues of an endpoint, every two seconds: the first answer brings all of them, later ones
/// what changed.
class QueueFeed final : public Feed
{
    Q_OBJECT

public:
    explicit QueueFeed(AdminClient &client, QObject *parent = nullptr);

    /// All queues are known. Until then a list shows that it is loading.
    [[nodiscard]] bool isComplete() const { return m_complete; }
    /// Asks for all queues again: the endpoint started anew, so earlier cursors mean nothing.
    void startOver();

signals:
    /// All queues there are, by name.
    void replaced(const QList<Signalbox::Admin::QueueRow> &rows);
    /// Rows that are new or changed since, by name, and names that are gone.
    void changed(const QList<Signalbox::Admin::QueueRow> &rows, const QStringList &removed);

protected:
    void ask() override;

private:
    void take(const Admin::QueueChanges &changes);

    AdminClient &m_client;
    QString m_cursor;
    QMap<QString, Admin::QueueRow> m_pages; ///< Of a full answer that is not complete yet.
    int m_generation = 0; ///< Rises with startOver(): answers of before are dropped.
    bool m_complete = false;
};

} // namespace Signalbox
