// SPDX-License-Identifier: GPL-3.0-only
#include "console/brokerconnection.h"

#include <QDateTime>

namespace Signalbox {

BrokerConnection::BrokerConnection(const Endpoint &endpoint, QObject *parent)
    : QObject(parent)
    , m_mns(endpoint)
    , m_admin(endpoint)
    , m_status(m_admin)
    , m_queueFeed(m_admin)
    , m_metrics(m_admin)
{
    connect(&m_queueFeed, &QueueFeed::replaced, &m_queues, &QueueListModel::replaceAll);
    connect(&m_queueFeed, &QueueFeed::changed, &m_queues, &QueueListModel::merge);
    connect(&m_status, &StatusFeed::updated, this, &BrokerConnection::takeStatus);
    connect(&m_status, &StatusFeed::failed, this, [this] {
        if (m_lostSinceMs == 0)
            m_lostSinceMs = QDateTime::currentMSecsSinceEpoch();
        emit statusChanged();
    });
    updateFeeds();
}

BrokerConnection::~BrokerConnection() = default;

void BrokerConnection::setPaused(bool paused)
{
    if (m_paused == paused)
        return;
    m_paused = paused;
    updateFeeds();
    emit pausedChanged(paused);
}

void BrokerConnection::setHidden(bool hidden)
{
    m_hidden = hidden;
    updateFeeds();
}

void BrokerConnection::refresh()
{
    m_status.refresh();
    m_queueFeed.refresh();
    m_metrics.refresh();
}

void BrokerConnection::takeStatus()
{
    const Admin::Status &status = *m_status.status();
    if (m_startedAtMs != 0 && m_startedAtMs != status.startedAtMs)
        m_queueFeed.startOver();
    m_startedAtMs = status.startedAtMs;
    if (m_lostSinceMs != 0) {
        // What waits for its next turn need not: the endpoint is back.
        m_lostSinceMs = 0;
        m_queueFeed.refresh();
        m_metrics.refresh();
    }
    m_queues.setSurroundings(m_status.brokerNowMs(), status.writesStopped);
    emit statusChanged();
}

void BrokerConnection::updateFeeds()
{
    // The state of the broker is always shown; it is what tells that everything else is old.
    m_hidden ? m_status.stop() : m_status.start();
    m_hidden || m_paused ? m_queueFeed.stop() : m_queueFeed.start();
    m_hidden || m_paused ? m_metrics.stop() : m_metrics.start();
}

} // namespace Signalbox
