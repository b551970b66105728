// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"
#include "console/feeds/feed.h"

namespace Signalbox {

class AdminClient;

/// The broker's history of rates, backlog and commit latency, every second while somebody looks.
class MetricsFeed final : public Feed
{
    Q_OBJECT

public:
    explicit MetricsFeed(AdminClient &client, QObject *parent = nullptr);

    /// The last hour as far as it is known, one sample a second, oldest first; absent before the
    /// first answer.
    [[nodiscard]] const std::optional<Admin::BrokerHistory> &history() const { return m_history; }

protected:
    void ask() override;

private:
    void take(const Admin::BrokerHistory &fresh);

    AdminClient &m_client;
    std::optional<Admin::BrokerHistory> m_history;
};

} // namespace Signalbox
