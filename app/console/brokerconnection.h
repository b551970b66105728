// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/adminclient.h"
#include "client/mnsclient.h"
#include "console/changegate.h"
#include "console/feeds/metricsfeed.h"
#include "console/feeds/queuefeed.h"
#include "console/feeds/statusfeed.h"
#include "console/feeds/topicfeed.h"
#include "console/models/heldmessages.h"
#include "console/models/queuelistmodel.h"
#include "console/models/topiclistmodel.h"

#include <QObject>
#include <QQueue>
#include <QSet>

namespace Signalbox {

/// One broker as the console sees it: clients, and what is asked of it all the time. The broker
/// inside this program is reached over loopback like any other. GUI thread.
class BrokerConnection : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BrokerConnection)

public:
    explicit BrokerConnection(const Endpoint &endpoint, QObject *parent = nullptr);
    ~BrokerConnection() override;

    [[nodiscard]] const Endpoint &endpoint() const { return m_mns.endpoint(); }
    [[nodiscard]] MnsClient &mns() { return m_mns; }
    [[nodiscard]] AdminClient &admin() { return m_admin; }
    /// Before all that both clients are asked to change.
    [[nodiscard]] ChangeGate &changes() { return m_changes; }

    [[nodiscard]] StatusFeed &status() { return m_status; }
    [[nodiscard]] const StatusFeed &status() const { return m_status; }
    [[nodiscard]] QueueFeed &queueFeed() { return m_queueFeed; }
    [[nodiscard]] MetricsFeed &metrics() { return m_metrics; }
    /// The queues, kept up to date while the feeds run.
    [[nodiscard]] QueueListModel &queues() { return m_queues; }
    [[nodiscard]] TopicFeed &topicFeed() { return m_topicFeed; }
    /// The topics, kept up to date while the feeds run.
    [[nodiscard]] TopicListModel &topics() { return m_topics; }
    /// What was received in this window and is held still.
    [[nodiscard]] HeldMessages &held() { return m_held; }

    /// Live data stands still: only refresh() brings something new.
    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const { return m_paused; }
    /// The window is hidden: nothing is asked meanwhile.
    void setHidden(bool hidden);
    /// Nobody looks at this broker: it is only asked how it is, every few seconds.
    void setWatched(bool watched);
    /// Asks everything once, now.
    void refresh();

    /// What keeps the last question from an answer.
    enum class Trouble {
        None,
        NoAnswer, ///< Nobody answers there, or not in time.
        Refused, ///< The key is not accepted, or may not ask.
        NotOffered, ///< An endpoint without an admin API.
    };
    [[nodiscard]] Trouble trouble() const;
    /// \a request was made by this connection, not by an app.
    [[nodiscard]] bool isOurs(const Admin::RequestRecord &request) const;
    /// System time of the first question without an answer; 0 while it answers.
    [[nodiscard]] qint64 lostSinceMs() const { return m_lostSinceMs; }

signals:
    void pausedChanged(bool paused);
    /// Status came, or did not: state, clock and totals may differ.
    void statusChanged();

private:
    void takeStatus();
    void takeTopics(const QList<Admin::Topic> &topics);
    void updateFeeds();
    void noteOwnRequest(const QString &requestId);

    ChangeGate m_changes; ///< Outlives the clients.
    MnsClient m_mns;
    AdminClient m_admin;
    StatusFeed m_status;
    QueueFeed m_queueFeed;
    MetricsFeed m_metrics;
    TopicFeed m_topicFeed;
    QueueListModel m_queues;
    TopicListModel m_topics;
    HeldMessages m_held;
    qint64 m_startedAtMs = 0; ///< Of the broker; another value means that it started anew.
    qint64 m_lostSinceMs = 0;
    bool m_paused = false;
    bool m_hidden = false;
    bool m_watched = true;
    QSet<QString> m_ownRequests; ///< Ids of the last, of the MNS API.
    QQueue<QString> m_ownRequestsInOrder;
};

} // namespace Signalbox
