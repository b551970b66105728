// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/topictypes.h"
#include "console/feeds/feed.h"

namespace Signalbox {

class AdminClient;

/// The topics of an endpoint with their subscriptions, every two seconds.
class TopicFeed final : public Feed
{
    Q_OBJECT

public:
    explicit TopicFeed(AdminClient &client, QObject *parent = nullptr);

    /// The topics are known. Until then a list shows that it is loading.
    [[nodiscard]] bool isComplete() const { return m_complete; }

signals:
    /// All topics there are, by name.
    void arrived(const QList<Signalbox::Admin::Topic> &topics);

protected:
    void ask() override;

private:
    AdminClient &m_client;
    bool m_complete = false;
};

} // namespace Signalbox
