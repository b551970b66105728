// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/adminclient.h"
#include "client/mnsclient.h"
#include "console/feeds/metricsfeed.h"
#include "console/feeds/queuefeed.h"
#include "console/feeds/statusfeed.h"
#include "console/models/queuelistmodel.h"

#include <QObject>

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

    [[nodiscard]] StatusFeed &status() { return m_status; }
    [[nodiscard]] QueueFeed &queueFeed() { return m_queueFeed; }
    [[nodiscard]] MetricsFeed &metrics() { return m_metrics; }
    /// The queues, kept up to date while the feeds run.
    [[nodiscard]] QueueListModel &queues() { return m_queues; }

    /// Live data stands still: only refresh() brings something new.
    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const { return m_paused; }
    /// The window is hidden: nothing is asked meanwhile.
    void setHidden(bool hidden);
    /// Asks everything once, now.
    void refresh();

    /// The endpoint did not answer the last questions.
    [[nodiscard]] bool isLost() const { return m_status.error().has_value(); }
    /// System time of the first question without an answer; 0 while it answers.
    [[nodiscard]] qint64 lostSinceMs() const { return m_lostSinceMs; }

signals:
    void pausedChanged(bool paused);
    /// Status came, or did not: state, clock and totals may differ.
    void statusChanged();

private:
    void takeStatus();
    void updateFeeds();

    MnsClient m_mns;
    AdminClient m_admin;
    StatusFeed m_status;
    QueueFeed m_queueFeed;
    MetricsFeed m_metrics;
    QueueListModel m_queues;
    qint64 m_startedAtMs = 0; ///< Of the broker; another value means that it started anew.
    qint64 m_lostSinceMs = 0;
    bool m_paused = false;
    bool m_hidden = false;
};

} // namespace Signalbox
