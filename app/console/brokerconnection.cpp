// SPDX-License-Identifier: GPL-3.0-only
#include "console/brokerconnection.h"

#include <QDateTime>

#include <chrono>

namespace Signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds kWatchedInterval = 1s;
constexpr std::chrono::milliseconds kUnwatchedInterval = 5s;
constexpr int kOwnRequests = 10'000; // as many as a broker keeps

const auto kAdminPrefix = u"/signalbox/"_s;

} // namespace

BrokerConnection::BrokerConnection(const Endpoint &endpoint, QObject *parent)
    : QObject(parent)
    , m_mns(endpoint)
    , m_admin(endpoint)
    , m_status(m_admin)
    , m_queueFeed(m_admin)
    , m_metrics(m_admin)
    , m_topicFeed(m_admin)
{
    m_mns.setGate(&m_changes);
    m_admin.setGate(&m_changes);
    connect(&m_mns, &MnsClient::called, this,
            [this](const CallRecord &record) { noteOwnRequest(record.requestId); });
    connect(&m_queueFeed, &QueueFeed::replaced, &m_queues, &QueueListModel::replaceAll);
    connect(&m_queueFeed, &QueueFeed::changed, &m_queues, &QueueListModel::merge);
    connect(&m_topicFeed, &TopicFeed::arrived, this, &BrokerConnection::takeTopics);
    connect(&m_status, &StatusFeed::updated, this, &BrokerConnection::takeStatus);
    connect(&m_status, &StatusFeed::failed, this, [this] {
        if (m_lostSinceMs == 0) {
            m_lostSinceMs =
                QDateTime::currentMSecsSinceEpoch() - m_status.sinceAsked().value_or(0ms).count();
        }
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

void BrokerConnection::setWatched(bool watched)
{
    if (m_watched == watched)
        return;
    m_watched = watched;
    m_status.setInterval(watched ? kWatchedInterval : kUnwatchedInterval);
    updateFeeds();
    if (watched)
        m_status.refresh();
}

BrokerConnection::Trouble BrokerConnection::trouble() const
{
    if (!m_status.error())
        return Trouble::None;
    switch (m_status.error()->code) {
    case ErrorCode::NotFound:
    case ErrorCode::UnexpectedReply:
        return Trouble::NotOffered;
    case ErrorCode::AccessDenied:
    case ErrorCode::SignatureDoesNotMatch:
    case ErrorCode::InvalidAccessKeyId:
    case ErrorCode::TimeExpired:
        return Trouble::Refused;
    default:
        return Trouble::NoAnswer;
    }
}

bool BrokerConnection::isOurs(const Admin::RequestRecord &request) const
{
    return request.resource.startsWith(kAdminPrefix) || m_ownRequests.contains(request.requestId);
}

void BrokerConnection::noteOwnRequest(const QString &requestId)
{
    m_ownRequests.insert(requestId);
    m_ownRequestsInOrder.enqueue(requestId);
    if (m_ownRequestsInOrder.size() > kOwnRequests)
        m_ownRequests.remove(m_ownRequestsInOrder.dequeue());
}

void BrokerConnection::refresh()
{
    m_status.refresh();
    m_queueFeed.refresh();
    m_topicFeed.refresh();
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
        m_topicFeed.refresh();
        m_metrics.refresh();
    }
    m_queues.setSurroundings(m_status.brokerNowMs(), status.writesStopped);
    emit statusChanged();
}

void BrokerConnection::takeTopics(const QList<Admin::Topic> &topics)
{
    m_topics.replaceAll(topics);
    QSet<QString> deadLetterQueues;
    for (const Admin::Topic &topic : topics) {
        for (const Admin::Subscription &subscription : topic.subscriptions) {
            if (!subscription.settings.deadLetterQueue.isEmpty())
                deadLetterQueues.insert(subscription.settings.deadLetterQueue);
        }
    }
    m_queues.setPushDeadLetterQueues(deadLetterQueues);
}

void BrokerConnection::updateFeeds()
{
    // The state of the broker is always shown; it is what tells that everything else is old.
    m_hidden ? m_status.stop() : m_status.start();
    const bool live = m_watched && !m_hidden && !m_paused;
    live ? m_queueFeed.start() : m_queueFeed.stop();
    live ? m_topicFeed.start() : m_topicFeed.stop();
    live ? m_metrics.start() : m_metrics.stop();
}

} // namespace Signalbox
