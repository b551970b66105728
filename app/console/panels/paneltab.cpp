// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/paneltab.h"

#include "console/brokerconnection.h"

#include <QEvent>

namespace Signalbox {

PanelTab::PanelTab(const Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
{
    connect(&m_workspace.connection, &BrokerConnection::pausedChanged, this,
            [this] { updateFeeds(isVisible()); });
}

void PanelTab::runWhileShown(Feed *feed)
{
    m_feeds.append(feed);
}

void PanelTab::updateFeeds(bool shown)
{
    for (Feed *feed : std::as_const(m_feeds))
        shown && !m_workspace.connection.isPaused() ? feed->start() : feed->stop();
}

void PanelTab::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PanelTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    updateFeeds(true);
}

void PanelTab::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    updateFeeds(false);
}

} // namespace Signalbox
