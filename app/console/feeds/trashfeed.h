// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"
#include "console/feeds/feed.h"

namespace Signalbox {

class AdminClient;

/// What was deleted and can still be brought back, every second.
class TrashFeed final : public Feed
{
    Q_OBJECT

public:
    explicit TrashFeed(AdminClient &client, QObject *parent = nullptr);

    /// The last answer, newest first; absent before the first.
    [[nodiscard]] const std::optional<QList<Admin::TrashEntry>> &entries() const
    {
        return m_entries;
    }

protected:
    void ask() override;

private:
    AdminClient &m_client;
    std::optional<QList<Admin::TrashEntry>> m_entries;
};

} // namespace Signalbox
