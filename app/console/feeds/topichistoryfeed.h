// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/topictypes.h"
#include "console/feeds/feed.h"

#include <optional>

namespace Signalbox {

class AdminClient;

/// What one topic and its subscriptions did in the last minute and the last hour, every second
/// while somebody looks.
class TopicHistoryFeed final : public Feed
{
    Q_OBJECT

public:
    TopicHistoryFeed(AdminClient &client, const QString &topicName, QObject *parent = nullptr);

    /// Absent before the first answer.
    [[nodiscard]] const std::optional<Admin::TopicHistory> &history() const { return m_history; }

protected:
    void ask() override;

private:
    AdminClient &m_client;
    QString m_topicName;
    std::optional<Admin::TopicHistory> m_history;
};

} // namespace Signalbox
