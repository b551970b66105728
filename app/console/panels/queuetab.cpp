// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/queuetab.h"

#include "console/brokerconnection.h"

#include <QEvent>

namespace Signalbox {

QueueTab::QueueTab(const Workspace &workspace, const QString &queueName, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_queueName(queueName)
{
    connect(&m_workspace.connection, &BrokerConnection::pausedChanged, this,
            [this] { updateFeeds(isVisible()); });
}

const Admin::QueueRow *QueueTab::queue() const
{
    const QueueListModel &queues = m_workspace.connection.queues();
    const int row = queues.rowOf(m_queueName);
    return row < 0 ? nullptr : &queues.queueAt(row);
}

void QueueTab::runWhileShown(Feed *feed)
{
    m_feeds.append(feed);
}

void QueueTab::updateFeeds(bool shown)
{
    for (Feed *feed : std::as_const(m_feeds))
        shown && !m_workspace.connection.isPaused() ? feed->start() : feed->stop();
}

void QueueTab::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void QueueTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    updateFeeds(true);
}

void QueueTab::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    updateFeeds(false);
}

} // namespace Signalbox
