// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/topictypes.h"
#include "console/feeds/feed.h"

#include <QMap>

namespace Signalbox {

class AdminClient;

/// The topics of an endpoint with their subscriptions, every two seconds: the first answer brings
/// all of them, later ones what changed.
class TopicFeed final : public Feed
{
    Q_OBJECT

public:
    explicit TopicFeed(AdminClient &client, QObject *parent = nullptr);

    /// The topics are known. Until then a list shows that it is loading.
    [[nodiscard]] bool isComplete() const { return m_complete; }

signals:
    /// Something changed: all topics there are, by name.
    void arrived(const QList<Signalbox::Admin::Topic> &topics);

protected:
    void ask() override;

private:
    void take(const Admin::TopicChanges &changes);

    AdminClient &m_client;
    QString m_cursor;
    QMap<QString, Admin::Topic> m_topics; ///< As of the last answer.
    bool m_complete = false;
};

} // namespace Signalbox
