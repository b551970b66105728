// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"
#include "console/feeds/feed.h"

namespace Signalbox {

class AdminClient;

/// What one queue did in the last minute and the last hour, every second while somebody looks.
class QueueHistoryFeed final : public Feed
{
    Q_OBJECT

public:
    QueueHistoryFeed(AdminClient &client, const QString &queueName, QObject *parent = nullptr);

    /// Absent before the first answer.
    [[nodiscard]] const std::optional<Admin::QueueHistory> &history() const { return m_history; }

protected:
    void ask() override;

private:
    AdminClient &m_client;
    QString m_queueName;
    std::optional<Admin::QueueHistory> m_history;
};

} // namespace Signalbox
