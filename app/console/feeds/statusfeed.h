// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"
#include "console/feeds/feed.h"

namespace Signalbox {

class AdminClient;

/// The broker's status, every second: state, totals, commit latency, clock.
class StatusFeed final : public Feed
{
    Q_OBJECT

public:
    explicit StatusFeed(AdminClient &client, QObject *parent = nullptr);

    /// The last answer; absent before the first.
    [[nodiscard]] const std::optional<Admin::Status> &status() const { return m_status; }
    /// Broker time now, carried on from the last answer; system time before the first.
    [[nodiscard]] qint64 brokerNowMs() const;
    /// How long the last answer took.
    [[nodiscard]] std::chrono::milliseconds roundTrip() const { return m_roundTrip; }

protected:
    void ask() override;

private:
    AdminClient &m_client;
    std::optional<Admin::Status> m_status;
    std::chrono::milliseconds m_roundTrip{0};
};

} // namespace Signalbox
